"""Lists of nothing but files, and pages that carry several files and are no lists of them."""

from __future__ import annotations

import time

import pytest

from scraper.reading import read_page
from scraper.reading.paperlist import PAGE_IS_FILE
from scraper.reading.result import Context, Entry, PageKind, Pointer, Reading

ADDRESS = "https://x.gov.vn/cong-khai/ke-hoach"
PAPERS = (
    ("/tep/kh-11.pdf", "11/KH-UBND", "Kế hoạch phòng, chống hạn hán mùa khô năm 2020", "05/02/2020"),
    ("/tep/12.DOCX", "12/KH-UBND", "Kế hoạch tuyên truyền cải cách hành chính năm 2020", "12/02/2020"),
    ("/tep/13.signed.pdf", "13/KH-UBND", "Kế hoạch kiểm tra kỷ luật, kỷ cương hành chính", "20/02/2020"),
    ("/tep/ph%E1%BB%A5%20l%E1%BB%A5c.zip?v=2", "14/KH-UBND", "Kế hoạch tuyển dụng viên chức", "21/02/2020"),
)
MENU = "".join(f'<li><a href="/{name.lower()}">{name}</a></li>' for name in ("Giới-thiệu", "Văn-bản", "Liên-hệ"))
NEWS = "".join(
    f'<li><a href="/tin-tuc/bai-viet-so-{n}.html">Hội nghị tổng kết công tác năm {n} của Ủy ban nhân dân xã</a></li>'
    for n in range(2016, 2022)
)
HEADS = "<tr><th>STT</th><th>Số ký hiệu</th><th>Ngày ban hành</th><th>Trích yếu</th><th>File đính kèm</th></tr>"
PAGER = '<p><b>1</b> <a href="?page=2">2</a> <a href="?page=3">3</a></p>'
SENTENCE = "<p>Thực hiện Luật Ngân sách nhà nước, Ủy ban nhân dân xã công khai dự toán thu, chi ngân sách như sau.</p>"
TEXT = SENTENCE * 3
HEAD = "<h1>Kế hoạch</h1>"


def read(content: str, beside: str = "", expected: PageKind | None = "listing", head: str = HEAD) -> Reading:
    page = (
        f"<html><head><title>Kế hoạch</title></head><body><ul>{MENU}</ul><div>{head}{content}</div>"
        f"{beside}<div>Bản quyền thuộc Ủy ban nhân dân xã Đăk Hring, huyện Đăk Hà. Điện thoại: 0260 3 123 456.</div>"
        "</body></html>"
    )
    return read_page(page.encode(), ADDRESS, context=Context(expected=expected))


def rows(form: str, count: int = 4) -> str:
    return "".join(
        form.format(file=file, number=number, title=title, day=day) for file, number, title, day in PAPERS[:count]
    )


def told(entries: tuple[Entry, ...]) -> list[tuple[str, str | None, str | None]]:
    return [(entry.url.removeprefix("https://x.gov.vn"), entry.title, entry.date_line) for entry in entries]


PLAIN = "<ul>" + rows('<li><a href="{file}">{title}</a></li>') + "</ul>"


@pytest.mark.parametrize("beside", ["", f"<div><h3>Tin mới nhất</h3><ul>{NEWS}</ul></div>"], ids=["alone", "beside"])
@pytest.mark.parametrize(
    ("form", "day"),
    [
        ('<li><a href="{file}">{title}</a></li>', None),
        ('<li><a href="{file}">{title}</a> <i>({day})</i></li>', "({})"),
        ('<p><i>{day}</i> <a href="{file}"><img src="/pdf.gif"> {title}</a></p>', "{}"),
        ('<li><a href="#" onclick="window.open(\'{file}\')">{title}</a> - Ngày đăng: {day}</li>', "- Ngày đăng: {}"),
    ],
)
def test_a_list_whose_titles_are_links_to_files_announces_them(form: str, day: str | None, beside: str) -> None:
    entries = told(read(f"<div>{rows(form)}</div>", beside).entries)
    assert entries == [(file, title, day and day.format(date)) for file, _, title, date in PAPERS]


@pytest.mark.parametrize(
    "cells",
    [
        '<td><a href="{file}">{number}</a></td><td>{day}</td><td>{title}</td><td></td>',
        '<td>{number}</td><td>{day}</td><td><a href="{file}">{title}</a></td><td></td>',
        '<td>{number}</td><td>{day}</td><td>{title}</td><td><a href="{file}">Tải về</a></td>',
        '<td>{number}</td><td>{day}</td><td>{title}</td><td><a href="{file}"><img src="/pdf.png"></a></td>',
    ],
)
def test_a_row_of_a_register_of_files_is_called_by_its_number_and_its_subject(cells: str) -> None:
    entries = read(f"<table>{HEADS}{rows(f'<tr><td>1</td>{cells}</tr>')}</table>").entries
    assert told(entries) == [(file, f"{number} {title}", None) for file, number, title, _ in PAPERS]


def test_two_files_are_a_list_where_a_pager_stands_below_them_and_none_without() -> None:
    few = f"<ul>{rows('<li><a href={file}>{title}</a></li>', 2)}</ul>"
    assert len(read(few + PAGER).entries) == 2
    assert [page.url for page in read(few + PAGER).follow] == [f"{ADDRESS}?page=2", f"{ADDRESS}?page=3"]
    assert read(few).entries == ()


@pytest.mark.parametrize(
    "content",
    [
        TEXT + PLAIN,
        f"<p>Ngày đăng: 05/03/2020 08:15</p>{PLAIN}",
        f"<h3>Tệp đính kèm</h3>{PLAIN}",
        f"<p>File đính kèm:</p>{PLAIN}",
        f"{PLAIN}{TEXT}",
        rows(f"{SENTENCE[:-5]} <a href='{{file}}'>{{title}}</a>.</p>"),
    ],
)
def test_a_page_that_carries_several_files_is_no_list_of_them(content: str) -> None:
    assert read(content).entries == ()

    assert read(content, expected=None).entries == ()


def test_a_page_that_was_not_sought_as_a_list_gives_its_files_where_it_is_no_announcement() -> None:
    assert len(read(PLAIN, expected=None).entries) == 4
    assert read(PLAIN, expected="article").entries == ()
    assert read(f"<p>Ngày đăng: 05/03/2020 08:15</p>{PLAIN}", expected=None).kind == "article"


@pytest.mark.parametrize("expected", [None, "listing"])
@pytest.mark.parametrize("head", [HEAD, "", "<p>Cập nhật ngày : 31.05.2019 15:30</p><p>Người viết :</p><br><br>"])
@pytest.mark.parametrize(
    "link", ['<a href="{file}" title="Tải về"><span><img src="/p.png"></span></a>', '<a href="{file}">Tải về</a>']
)
@pytest.mark.parametrize("row", ["<tbody><tr>{}</tr></tbody>", "<tr>{}</tr>"])
@pytest.mark.parametrize("count", [2, 4])
def test_a_register_is_one_of_however_few_files_and_however_its_rows_are_marked_up(
    row: str, link: str, head: str, expected: PageKind | None, count: int
) -> None:
    cells = f"<th><a>{{number}}</a></th><th>{{day}}</th><th>UBND xã</th><th>{{title}}</th><th>{link}</th>"
    heads = "".join(f"<th>{head}</th>" for head in ("Số/Ký hiệu", "Ngày BH", "Cơ quan BH", "Trích yếu", "Tải về"))
    table = f"<table><thead><tr>{heads}</tr></thead>{rows(row.format(cells), count)}</table>"
    reading = read(table, expected=expected, head=head)
    assert told(reading.entries) == [(file, f"{number} {title}", None) for file, number, title, _ in PAPERS[:count]]
    assert [entry.issued for entry in reading.entries] == [day for *_, day in PAPERS[:count]]


def test_rows_of_a_register_without_files_and_one_file_for_several_rows_make_no_entry_more() -> None:
    row = "<tr><td>{number}</td><td>{title}</td><td><a href='{link}'><img src='/p.png'></a></td></tr>"
    files = ("", "/tep/a.pdf", "/tep/b.pdf", "/tep/a.pdf")
    listed = "".join(row.format(number=n, title=t, link=f) for (_, n, t, _), f in zip(PAPERS, files, strict=True))
    entries = read(f"<table><tr><th>Số hiệu</th><th>Nội dung</th><th>Tệp</th></tr>{listed}</table>").entries
    assert [entry.url.rpartition("/")[2] for entry in entries] == ["a.pdf", "b.pdf"]
    empty = row.replace("{link}", "")
    table = f"<table><tr><th>Số hiệu</th><th>Nội dung</th><th>Tệp</th></tr>{rows(empty)}</table>"
    assert read(table).entries == ()


def test_files_beside_the_titles_of_pages_make_no_list_of_files() -> None:
    row = '<tr><td><a href="/van-ban/{number}.html">{number}</a></td><td>{day}</td><td>{title}</td><td>' \
          '<a href="{file}">Tải về</a></td></tr>'  # fmt: skip
    entries = read(f"<table>{HEADS.replace('<th>STT</th>', '')}{rows(row)}</table>").entries
    assert [entry.url for entry in entries] == [f"https://x.gov.vn/van-ban/{number}.html" for _, number, _, _ in PAPERS]


MIXED = [
    ("/tin/ke-hoach-phong-chong-han-han-11.html", "Kế hoạch phòng, chống hạn hán mùa khô năm 2020", "05/02/2020"),
    ("/tep/12.docx", "Kế hoạch tuyên truyền cải cách hành chính năm 2020", "12/02/2020"),
    ("/tin/kiem-tra-ky-luat-ky-cuong-13.html", "Kế hoạch kiểm tra kỷ luật, kỷ cương hành chính", "20/02/2020"),
    ("/tep/14.pdf", "Kế hoạch tuyển dụng viên chức trường mầm non Đăk Hring", "21/02/2020"),
    ("/tin/thu-gom-rac-thai-15.html", "Kế hoạch thu gom rác thải sinh hoạt trên địa bàn xã", "22/02/2020"),
]


@pytest.mark.parametrize(
    ("form", "day"),
    [
        ('<li><a href="{0}">{1}</a> <i>({2})</i></li>', "({})"),
        ('<li><a href="{0}">{1}</a></li>', None),
        ('<div class="r"><h3><a href="{0}">{1}</a></h3><p>Ngày đăng: {2}</p></div>', "Ngày đăng: {}"),
        ('<tr><td>{2}</td><td><a href="{0}">{1}</a></td></tr>', "{}"),
    ],
)
def test_a_list_of_pages_and_files_announces_both_in_its_order(form: str, day: str | None) -> None:
    listed = "".join(form.format(*row) for row in MIXED)
    content = f"<table>{listed}</table>" if form.startswith("<tr") else f"<ul>{listed}</ul>"
    assert told(read(content).entries) == [(url, title, day and day.format(date)) for url, title, date in MIXED]


def test_a_long_list_of_pages_and_files_takes_time_by_its_length() -> None:
    form = '<li><a href="/tin/bai-{0}.html">Tuyên truyền đợt {0} năm 2020</a></li>'
    form += '<li><a href="/tep/{0}.pdf">Kế hoạch tuyển dụng đợt {0}</a></li>'
    start = time.process_time()
    assert len(read(f"<ul>{''.join(map(form.format, range(6000)))}</ul>").entries) == 12_000
    assert time.process_time() - start < 6


def test_one_page_among_files_is_listed_with_them() -> None:
    listed = '<li><a href="{}">{}</a> <i>{}</i></li>'.format(*MIXED[0])
    files = rows('<li><a href="{file}">{title}</a> <i>{day}</i></li>')
    assert len(read(f"<ul>{listed}{files}</ul>").entries) == 1 + len(PAPERS)


@pytest.mark.parametrize(
    "row",
    [
        '<li><a href="{0}">{1}</a> <i>{2}</i> <a href="/tep/{3}.pdf">Tệp đính kèm của kế hoạch năm 2020</a></li>',
        '<li><a href="{0}">{1}</a> <i>{2}</i></li><li><a href="/tep/{3}.pdf">KH-{3}-UBND.pdf</a></li>',
        '<li><a href="{0}">{1}</a> <i>{2}</i></li><li><a href="/tep/{3}.pdf">Tải về</a> {2}</li>',
        '<li><a href="{0}">{1}</a></li><li><a href="/tep/{3}.pdf">KH-{3}-UBND.pdf</a></li>',
        '<a href="{0}">{1}</a><br><a href="/tep/{3}.pdf">Kế hoạch thu gom rác thải đợt {3}</a><br>',
    ],
)
def test_the_files_of_listed_pages_are_no_rows_of_their_list(row: str) -> None:
    pages = [entry for entry in MIXED if entry[0].endswith("html")]
    entries = read("<ul>" + "".join(row.format(*one, n) for n, one in enumerate(pages)) + "</ul>").entries
    assert [entry.url.removeprefix("https://x.gov.vn") for entry in entries] == [url for url, _, _ in pages]


def test_a_box_of_more_files_beside_a_list_of_pages_is_none() -> None:
    some = NEWS[: NEWS.index("<li>", 300)]
    entries = read(f"<ul>{some}</ul>", f"<div><h3>Văn bản ban hành</h3>{PLAIN}</div>").entries
    assert len(entries) == some.count("<li>") < 4
    assert all(entry.url.endswith(".html") for entry in entries)


@pytest.mark.parametrize(
    "beside",
    [
        f"<p>Chưa có bài viết</p><div><h3>Tài liệu hướng dẫn</h3>{PLAIN}</div>",
        f"<div>Đang cập nhật</div><div><h3>Biểu mẫu</h3>{rows('<p><a href={file}>{title}</a></p>')}</div>",
    ],
)
def test_the_files_in_a_box_are_no_list_of_an_empty_section(beside: str) -> None:
    assert read("", beside).entries == ()
    assert len(read(PLAIN, "<p>Chưa có bình luận, chưa có bài viết liên quan</p>").entries) == 4


@pytest.mark.parametrize(
    ("body", "address", "pointer", "kind"),
    [
        ("%PDF-1.4\n", "/a.pdf", Pointer("listing", "Kế hoạch A", "05/02/2020"), "article"),
        ("7z\xbc\xaf\x27\x1c", "/a.7z", Pointer("listing", "Kế hoạch A"), "article"),
        ("PK\x03\x04\x14\x00", "/a.docx?v=2", Pointer("listing", "Kế hoạch A"), "article"),
        ("%PDF-1.4\n", "/a.pdf", Pointer("sitemap"), "other"),
        ("%PDF-1.4\n", "/a.pdf", Pointer("listing"), "other"),
        ("\x89PNG\r\n", "/a.pdf", Pointer("listing", "Kế hoạch A"), "other"),
    ],
)
def test_a_file_is_the_announcement_that_a_list_calls_by_a_title(
    body: str, address: str, pointer: Pointer, kind: str
) -> None:
    context = Context((pointer,), expected="article")
    reading = read_page(body.encode("latin-1"), f"https://x.gov.vn{address}", context=context)
    assert (reading.kind, reading.outcome) == (kind, "read" if kind == "article" else "not_a_page")
    if reading.announcement is not None:
        announced = reading.announcement
        assert (announced.title, announced.date_line) == (pointer.title, pointer.date_line)
        assert announced.flags == (PAGE_IS_FILE,)
        assert [file.url for file in announced.attachments] == [announced.url]


@pytest.mark.parametrize("address", ["/tai-ve?id=125", "/vb/125", "/vb/125.html", "/chi-tiet.aspx?id=125"])
@pytest.mark.parametrize(
    ("body", "called", "media_type"),
    [
        ("%PDF-1.4\n", "application/pdf", "application/pdf"),
        ("%PDF-1.4\n", "application/octet-stream", "application/pdf"),
        ("%PDF-1.4\n", "text/html; charset=utf-8", "application/pdf"),
        ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword", "application/msword"),
        ("PK\x03\x04\x14\x00", "text/html", None),
    ],
)
def test_a_paper_is_the_announcement_of_a_list_by_its_bytes_whatever_it_is_called(
    address: str, body: str, called: str, media_type: str | None
) -> None:
    url = f"https://x.gov.vn{address}"
    listed = Context((Pointer("listing", "Kế hoạch A", "05/02/2020"),), expected="article")
    paper = read_page(body.encode("latin-1"), url, content_type=called, context=listed).announcement
    assert paper is not None
    assert (paper.title, paper.date_line, paper.date_source) == ("Kế hoạch A", "05/02/2020", "listing")
    assert [(file.url, file.name, file.media_type) for file in paper.attachments] == [(url, None, media_type)]
    is_called_html = "html" in called or "html" in address
    assert [flag for flag in paper.flags if flag.endswith("-called-html")] == list(paper.flags[1:])
    assert (paper.flags[0], len(paper.flags) == 2) == (PAGE_IS_FILE, is_called_html)

    unknown = read_page(body.encode("latin-1"), url, content_type=called, context=Context(expected="article"))
    assert (unknown.outcome, unknown.announcement) == ("not_a_page", None)
    assert unknown.flags[0].endswith("-called-html") == is_called_html


LINKS = {
    "a word": '<a href="{link}">Tải về</a>',
    "another": '<a href="{link}">Tải xuống</a>',
    "a sign": '<a href="{link}" title="Tải về"><i class="fa fa-download"></i></a>',
    "a picture": '<a href="{link}"><img src="/tai.gif" alt="Download"></a>',
}


@pytest.mark.parametrize("expected", [None, "listing"])
@pytest.mark.parametrize("link", LINKS.values(), ids=LINKS)
@pytest.mark.parametrize("address", ["/tai-ve?id={}", "/download.aspx?id={}", "/tep.ashx?id={}", "/vb/{}.html"])
def test_a_row_whose_only_link_loads_its_file_is_a_paper_whatever_the_address_is(
    address: str, link: str, expected: PageKind | None
) -> None:
    row = f"<tr><td>{{number}}</td><td>{{day}}</td><td>{{title}}</td><td>{link}</td></tr>"
    listed = "".join(
        row.format(number=number, day=day, title=title, link=address.format(n))
        for n, (_, number, title, day) in enumerate(PAPERS, 120)
    )
    entries = read(f"<table>{HEADS.replace('<th>STT</th>', '')}{listed}</table>", expected=expected).entries
    assert told(entries) == [
        (address.format(n), f"{number} {title}", None) for n, (_, number, title, _) in enumerate(PAPERS, 120)
    ]
    assert [entry.issued for entry in entries] == [day for *_, day in PAPERS]


@pytest.mark.parametrize("expected", [None, "listing"])
def test_a_row_whose_number_is_a_link_to_what_serves_its_file_is_called_by_its_subject_too(
    expected: PageKind | None,
) -> None:
    row = '<tr><td><a href="/tai-ve?id={n}">{number}</a></td><td>{day}</td><td>{title}</td><td></td></tr>'
    listed = "".join(row.format(n=n, number=a, title=t, day=d) for n, (_, a, t, d) in enumerate(PAPERS, 120))
    entries = read(f"<table>{HEADS.replace('<th>STT</th>', '')}{listed}</table>", expected=expected).entries
    assert [entry.title for entry in entries] == [f"{number} {title}" for _, number, title, _ in PAPERS]


def test_what_loads_the_files_of_listed_pages_is_no_entry() -> None:
    row = '<tr><td><a href="/van-ban/{n}.html">{title}</a></td><td>{day}</td><td>' \
          '<a href="/tai-ve?id={n}">Tải về</a></td></tr>'  # fmt: skip
    heads = "<tr><th>Trích yếu</th><th>Ngày ban hành</th><th>Tải về</th></tr>"
    listed = "".join(row.format(n=n, title=title, day=day) for n, (_, _, title, day) in enumerate(PAPERS, 120))
    entries = read(f"<table>{heads}{listed}</table>").entries
    assert [entry.url for entry in entries] == [f"https://x.gov.vn/van-ban/{n}.html" for n in range(120, 124)]


def test_what_loads_the_files_of_an_article_makes_no_list_of_it() -> None:
    links = "".join(f'<p>{title} <a href="/tai-ve?id={n}">Tải về</a></p>' for n, (_, _, title, _) in enumerate(PAPERS))
    assert read(f"<p>Ngày đăng: 05/03/2020 08:15</p>{TEXT}{links}").entries == ()


DATED = "<ul>" + rows('<li><a href="{file}">{title}</a> <i>({day})</i></li>') + "</ul>"


@pytest.mark.parametrize(
    ("content", "expected", "count"),
    [
        (DATED, "listing", 4),
        (DATED, None, 0),
        (PLAIN, "listing", 0),
        (f"{TEXT}{DATED}", "listing", 0),
    ],
    ids=["sought", "not sought", "without days", "below a text"],
)
def test_at_the_address_of_a_front_page_files_are_the_list_where_they_are_dated_alone_and_sought(
    content: str, expected: PageKind | None, count: int
) -> None:
    page = f"<html><head><title>UBND xã</title></head><body><ul>{MENU}</ul><div>{HEAD}{content}</div></body></html>"
    reading = read_page(page.encode(), "https://x.gov.vn/", context=Context(expected=expected))
    assert len(reading.entries) == count
