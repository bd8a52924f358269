"""What stands beside a list, above it and behind it, and whether it belongs to it: boxes, menus, headings."""

from __future__ import annotations

import pytest

from scraper.reading import read_page
from tests.reading.listed import BOX, ITEMS, ROW, TITLES, listed, rows


def test_what_stands_beside_an_empty_list_is_not_taken_for_it() -> None:
    beside = rows('<li><a href="/tin/{slug}">{title}</a> <i>{day}</i></li>')
    head = "<html><head><title>Văn hóa</title></head><body><h1>Văn hóa</h1><div></div>"
    assert listed(f"{head}<h3>Tin đọc nhiều</h3><ul>{beside}</ul></body></html>") == ()


def test_the_title_of_a_featured_announcement_is_no_name_of_a_box_below_it() -> None:
    lead = '<div><a href="/tin/{0}"><img src="a.jpg"></a><h2><a href="/tin/{0}">{1}</a></h2><p>Tóm tắt ngắn.</p></div>'
    title = "Thông báo kết quả nổi bật trong phong trào thi đua của huyện"
    below = rows('<li><a href="/tin/{slug}">{title}</a> <i>{day}</i></li>')
    page = f"<h1>Tin tức</h1><div>{lead.format('ket-qua-thi-dua-cua-huyen-815', title)}<ul>{below}</ul></div>"
    assert len(listed(f"<html><body>{page}</body></html>")) == len(ITEMS) + 1


@pytest.mark.parametrize("pager", ['<a href="?page=2">2</a> <a href="?page=3">3</a>', ""])
def test_boxes_beside_a_list_are_not_taken_for_it_however_many(pager: str) -> None:
    heads = ("Tin đọc nhiều", "Tin mới nhất", "Xem nhiều", "Bài viết nổi bật")
    boxes = "".join(
        BOX.format(head=head, rows="".join(f'<li><a href="/tin/x{head[:3]}-9{n}">{title} {n}</a></li>' for n in "12"))
        for head, (_, title, _) in zip(heads, ITEMS * 2, strict=False)
    )
    newest = BOX.format(head="Tin mới", rows=rows('<li><a href="/tin/{slug}">{title}</a></li>'))
    main = rows('<li><a href="/tin/{slug}">{title}</a> <i>{day}</i></li>')
    content = f"<div><h1>Tin tức</h1><ol>{main}</ol>{pager}</div>"
    entries = listed(f"<html><body><div>{boxes}{newest}</div>{content}</body></html>")
    assert [entry.url.rpartition("/")[2] for entry in entries] == [slug for slug, _, _ in ITEMS]


@pytest.mark.parametrize("beside", ["before", "behind"])
@pytest.mark.parametrize(
    ("head", "pager"),
    [
        ("<h1>Tin tức</h1>", ""),
        ('<p><a href="/">Trang chủ</a> » <a href="/tin-tuc">Tin tức</a></p>', ""),
        ("<h2>Chuyên mục</h2>", '<div><b>1</b> <a href="?page=2">2</a></div>'),
    ],
)
def test_boxes_with_titles_of_their_own_are_left_whatever_they_are_called(beside: str, head: str, pager: str) -> None:
    boxes = "".join(
        BOX.format(head=name, rows="".join(f'<li><a href="/tin/t-9{n}{m}">{title} {m}</a></li>' for m in "12"))
        for n, (name, title) in enumerate(zip(("Xây dựng Đảng", "Gương sáng", "Góc nhìn"), TITLES, strict=True))
    )
    main = f"<div>{head}<ul>{rows(ROW)}</ul>{pager}</div>"
    parts = [f"<div>{boxes}</div>", main] if beside == "before" else [main, f"<div>{boxes}</div>"]
    entries = listed(f"<html><body><div>{''.join(parts)}</div></body></html>")
    assert [entry.url.rpartition("/")[2] for entry in entries] == [slug for slug, _, _ in ITEMS]


MENU = "".join(f'<p><a href="/muc-{n}.html">Mục {n}</a></p>' for n in range(6))
ELSEWHERE = rows('<li><a href="/tin/o-noi-khac-{slug}">Ở nơi khác, {title}</a></li>')


@pytest.mark.parametrize(
    "page",
    [
        f"<div><div>Góc cử tri</div><ul>{ELSEWHERE}</ul></div><div>{MENU}</div><ul>{rows(ROW)}</ul>",
        f"<ul>{rows(ROW)}</ul><p>1 <a href='?page=2'>2</a></p><ul>{ELSEWHERE}</ul>",
        f"<ul>{rows(ROW)}</ul><p><a href='?page=2'>Xem thêm</a></p><ul>{ELSEWHERE}</ul>",
        f"<ul>{rows(ROW)}</ul><div>{MENU}</div><ul>{ELSEWHERE}</ul>",
        f"<div><h3>Tuyên truyền</h3><ul>{ELSEWHERE.replace('/tin/', '/hoc-tap/')}</ul></div><ul>{rows(ROW)}</ul>",
    ],
)
def test_what_a_menu_the_pager_or_a_title_parts_from_a_list_is_none_of_it(page: str) -> None:
    entries = listed(f"<html><title>Tin</title><body><div>{page}</div></body></html>")
    assert [entry.url.rpartition("/")[2] for entry in entries] == [slug for slug, _, _ in ITEMS]


NEWS = rows("<p><a href='/su-kien/{slug}'>{title} (khác)</a></p>")


@pytest.mark.parametrize(
    "menu",
    [
        "<ul><li><a href='/'>Trang chủ</a></li><li><a href='/x'>Bản đồ</a></li><li><a href='/lh'>Liên hệ</a></li></ul>",
        "<div><a href='/'>Trang chủ</a><br><a href='/van-ban'>Văn bản</a></div>",
        "<table><tr><td><a href='/'>TRANG CHỦ</a></td><td><a href='/hoi-dap'>HỎI ĐÁP</a></td></tr></table>",
        "<nav><p><a href='/'>Home</a></p><p><a href='/gt'>Giới thiệu</a></p><p><a href='/lh'>Liên hệ</a></p></nav>",
    ],
)
@pytest.mark.parametrize("pager", ["<p>1 <a href='?page=2'>2</a> <a href='?page=3'>3</a></p>", ""])
def test_a_short_menu_is_not_the_way_to_a_page_and_gives_its_name_to_no_box(pager: str, menu: str) -> None:
    main = f"<div><table>{rows('<tr><td><a href=/tin/{slug}>{title}</a><br>{day}</td></tr>')}</table>{pager}</div>"
    page = f"<html><title>Tin tức</title><body><form>{menu}<div>{NEWS}</div>{main}</form></body></html>"
    assert [entry.url.rpartition("/")[2] for entry in listed(page)] == [slug for slug, _, _ in ITEMS]


@pytest.mark.parametrize(
    "way",
    [
        "<ul><li><a href='/'>Trang chủ</a></li><li><a href='/tin-tuc'>Tin tức</a></li></ul>",
        "<ul><li><a href='/'>Trang chủ</a></li><li><a href='/x'>Chuyên đề</a></li><li>Tin tức</li></ul>",
        "<ol><li><a href='/'>Trang chủ</a></li><li><a href='/tin-tuc?page=1'>Tin tức</a></li></ol>",
    ],
)
def test_the_way_to_a_page_names_the_list_below_it_whether_it_ends_with_a_link_or_not(way: str) -> None:
    box = BOX.format(head="Gương sáng", rows=NEWS)
    page = f"<html><title>Tin tức</title><body><div>{box}</div><div>{way}<ul>{rows(ROW)}</ul></div></body></html>"
    assert [entry.url.rpartition("/")[2] for entry in listed(page)] == [slug for slug, _, _ in ITEMS]


def test_what_follows_under_a_heading_that_says_so_goes_on_with_the_list() -> None:
    first = rows("<div><h3><a href='/tin/dau-{slug}'>{title} (1)</a></h3><p>{day}</p><p>Tóm tắt của tin.</p></div>")
    page = f"<h2>Kinh tế</h2>{first}<h4>Các tin tiếp theo</h4><ul>{rows(ROW)}</ul><p>1 <a href='?page=2'>2</a></p>"
    entries = listed(f"<html><body><div>{page}</div></body></html>")
    assert [entry.title for entry in entries] == [f"{title} (1)" for title in TITLES] + TITLES


def test_the_first_of_several_headings_of_the_first_level_may_be_that_of_a_box() -> None:
    box = "<div><div><h1>Tin mới</h1></div><ul>{}</ul></div><div><h1>Lịch học tuần</h1></div>"
    newest = rows(ROW.replace("{title}", "{title} (mới)").replace("{slug}", "moi-{slug}"))
    page = f"<div><div><ul>{rows(ROW)}</ul></div></div><div>{box.format(newest)}</div>"
    entries = listed(f"<html><title>Trường Chính trị: Tin tức</title><body><div>{page}</div></body></html>")
    assert [entry.title for entry in entries] == TITLES


def test_a_list_of_bare_titles_before_the_pager_is_not_lost_to_a_box_with_days() -> None:
    bare = "".join(f'<tr><td>{n}</td><td><a href="/xem?id=81{n}">{ITEMS[n][1]}</a></td></tr>' for n in range(3))
    box = rows('<li><a href="/van-ban/{slug}">{title} (văn bản)</a> <i>{day}</i></li>')
    page = f"<table>{bare}</table><p>1 <a href='?page=2'>2</a></p><div><h3>Văn bản</h3><ul>{box}</ul></div>"
    assert [entry.title for entry in listed(f"<html><body><div>{page}</div></body></html>")] == TITLES


def test_a_link_to_all_of_a_section_does_not_take_the_name_of_its_box() -> None:
    box = '<div><h3>Tin của mục {number}</h3>{rows}<a href="/chuyen-muc-tin-cua-huyen-{number}">Chi tiết</a></div>'
    sections = "".join(
        box.format(number=number, rows=rows(f'<p><a href="/tin/{{slug}}-{number}">{{title}} {number}</a></p>'))
        for number in range(3)
    )
    entries = listed(f"<html><body>{sections}</body></html>", "https://x.gov.vn/")
    assert all("/tin/" in entry.url for entry in entries)
    assert len(entries) == 9


@pytest.mark.parametrize(
    ("bar", "address", "count"),
    [
        ("<div>Mới nhất | Xem nhiều</div>", "https://x.gov.vn/c/7", 3),
        ("<div><span>Mới nhất</span><span>Xem nhiều</span></div>", "https://x.gov.vn/c/7", 3),
        ('<p><a href="#a">Đọc nhiều nhất</a> <a href="#b">Tin mới</a></p>', "https://x.gov.vn/c/7", 3),
        ("<h3>Tin mới nhất</h3>", "https://x.gov.vn/tin", 0),
        ("<h3>Tin mới nhất</h3>", "https://x.gov.vn/c/7", 0),
        ("<h3>Xem nhiều</h3>", "https://x.gov.vn/c/7", 0),
    ],
)
def test_a_list_behind_a_choice_of_orders_is_the_page_s_own(bar: str, address: str, count: int) -> None:
    list_ = rows('<li><a href="/tin/{slug}">{title}</a> <i>{day}</i></li>')
    assert len(listed(f"<html><body><div>{bar}<ul>{list_}</ul></div></body></html>", address)) == count


@pytest.mark.parametrize("head", ["Tháng {} năm 2021", "THÁNG {}/2021", "0{}/2021", "Năm 201{}", "Quý {}/2021"])
def test_groups_by_month_are_one_list_and_boxes_beside_them_are_not(head: str) -> None:
    row = '<li><a href="/{number}/{{slug}}">{{title}} {number}</a> <i>{{day}}</i></li>'
    groups = "".join(f"<h4>{head.format(month)}</h4><ul>{rows(row.format(number=month))}</ul>" for month in (3, 2, 1))
    boxes = enumerate(("Tin các xã", "Nghị quyết"), start=8)
    beside = "".join(f"<h3>{name}</h3><ul>{rows(row.format(number=number))}</ul>" for number, name in boxes)
    page = f"<table><tr><td><h2>Tin hội đồng</h2>{groups}</td><td>{beside}</td></tr></table>"
    assert len(listed(f"<html><title>Tin hội đồng</title><body>{page}</body></html>")) == 9


def test_links_over_the_boxes_of_sections_are_no_announcements() -> None:
    box = (
        '<div><p><a href="/cong-tac-{place}-c11{place}.htm">Công tác ở {place}</a></p><div>'
        '<a href="/muc/{slug}n{place}"><img src="a.jpg"></a><a href="/muc/{slug}n{place}">{title}</a>'
        "<p>Ngắn.</p></div></div>"
    )
    boxes = "".join(box.format(place=place, slug=slug, title=title) for place, (slug, title, _) in enumerate(ITEMS))
    entries = listed(f"<html><body>{boxes}</body></html>")
    assert [entry.title for entry in entries] == TITLES


def test_hidden_rows_of_another_list_are_not_read() -> None:
    seen = rows('<li><a href="/tin/{slug}">{title}</a> <i>{day}</i></li>')
    hidden = rows('<tr><td><a href="/_old/dispform.aspx?ID={slug}">{title} cũ</a></td></tr>')
    entries = listed(
        f'<html><body><ul>{seen}</ul><div style="display:none"><table>{hidden}</table></div></body></html>'
    )
    assert len(entries) == len(ITEMS)


@pytest.mark.parametrize(
    ("around", "count"),
    [("{}", 4), ("<h3>Tin nổi bật</h3>{}", 1)],
    ids=["the rest of the list", "a box with a title"],
)
def test_a_list_goes_on_behind_an_announcement_that_is_featured_apart_in_one_box_with_it(
    around: str, count: int
) -> None:
    first = (
        '<table><tr><td><a href="/tin/chi-tiet?id=a1"><img src="/1.jpg"></a><p><a href="/tin/chi-tiet?id=a1">Chủ tịch'
        f" tỉnh kiểm tra công tác phòng, chống bão số 3</a> <span>(12/07/2020)</span></p><p>{'Sáng nay, ' * 9}</p>"
        "</td></tr></table>"
    )
    rest = "".join(
        f'<p><a href="/tin/chi-tiet?id=a{n}">Công điện số {n} về ứng phó mưa lớn</a> <span>(0{n}/07/2020)</span></p>'
        for n in range(2, 5)
    )
    found = listed(f"<html><body><div><div>{first}</div><div>{around.format(rest)}</div></div></body></html>")
    assert len(found) == count


SUMMED = (
    '<div><div><a href="/tin/{slug}">{title}</a> <span>({day})</span></div><div>Cơ quan này tiếp tục chỉ đạo các đơn '
    "vị trực thuộc thực hiện nghiêm túc kế hoạch đã ban hành...</div></div>"
)
PAPERS = ("948/KH-UBND", "213/QĐ-UBND", "57/2023/QĐ-UBND", "1057/TB-HĐ")


@pytest.mark.parametrize(
    "paper",
    [
        '<li><a href="/vb/{place}">{number}</a> ngày 05/04/2024: Về tăng cường kiểm tra, thăm hỏi các gia đình chính '
        "sách trên địa bàn các xã nhân dịp ngày 27 tháng 7</li>",
        '<p><a href="/vb/{place}">{number}</a> - Triển khai mô hình trồng dưa lưới và nuôi tôm công nghệ cao trên địa '
        "bàn các xã ven biển giai đoạn 2021 - 2025</p>",
        '<li><a href="/vb/{place}">Số {number}</a> ngày 18/05/2023</li>',
        '<div><a href="/vb/{place}">{number}</a> (18/05/2023)</div>',
    ],
)
@pytest.mark.parametrize("is_first", [True, False])
@pytest.mark.parametrize("row", ['<p><a href="/tin/{slug}">{title}</a> {day}</p>', SUMMED])
def test_new_papers_in_a_box_beside_a_list_are_no_announcement_of_their_own(
    row: str, is_first: bool, paper: str
) -> None:
    papers = "".join(paper.format(place=place, number=number) for place, number in enumerate(PAPERS))
    box = f"<div><b>Văn bản mới</b><div>{papers}</div></div>"
    content = f"<div>{rows(row)}</div>"
    page = f"{box}{content}" if is_first else f"{content}{box}"
    reading = read_page(f"<html><body>{page}</body></html>".encode(), "https://portal.example/Tin.aspx?cat=5")
    assert (reading.kind, len(reading.entries)) == ("listing", len(ITEMS))


@pytest.mark.parametrize("title", ["Kế hoạch số 948/KH-UBND", "948/KH-UBND: Kế hoạch phòng chống thiên tai năm 2024"])
def test_a_title_with_the_number_of_a_paper_is_no_entry_of_a_box(title: str) -> None:
    text = "<p>Ủy ban nhân dân huyện tổ chức hội nghị với sự tham dự của lãnh đạo các phòng và 18 xã, thị trấn.</p>" * 3
    page = f"<html><body><div><b>{title}</b><p>18/05/2023 08:15</p>{text}</div></body></html>"
    announcement = read_page(page.encode(), "https://portal.example/tin/77").announcement
    assert announcement is not None
    assert announcement.title == title


@pytest.mark.parametrize(
    "paper",
    ['<a href="/vb/{0}">Số {0}</a> ngày 18/05/2023', '<a href="/vb/{0}">{0}</a> (18/05/2023)', "Số {0} ngày 8/5/2023"],
)
def test_numbers_of_papers_with_their_days_above_the_news_are_no_title_with_its_day(paper: str) -> None:
    papers = "".join(f"<li>{paper.format(number)}</li>" for number in PAPERS[:2])
    news = rows('<li><a href="/hot/{slug}">{title} năm qua</a></li>')
    main = rows('<p><a href="/tin/{slug}">{title}</a></p>')
    page = f"<div><div>Văn bản mới</div><ul>{papers}</ul></div><div><div>Tin nổi bật</div><ul>{news}</ul></div>"
    reading = read_page(f"<html><body>{page}<div>{main}</div></body></html>".encode(), "https://portal.example/?gd=4")
    assert (reading.kind, len(reading.entries)) == ("listing", len(ITEMS))
