"""Sections of one entry or two whose summaries might be titles, and announcements below the name of their section."""

from __future__ import annotations

import pytest

from tests.reading.test_kinds_doubted import BOX, TITLES, read

CUT = "Thực hiện kế hoạch của Ủy ban nhân dân xã, sáng nay các thôn đồng loạt ra quân nạo vét kênh mương và sửa đường"
OPEN = "Công trình do nhân dân đóng góp ngày công, đến nay đã hoàn thành phần thô và vượt tiến độ đề ra […]"
MORE = "<a href='/muc-tin/{n}.html'>Xem thêm »</a>"
ROWS = (
    "<article><h3><a href='/muc-tin/{n}.html'>{title}</a></h3><p>{day}</p><div><p>{text}</p></div>{more}</article>",
    "<div><h2><a href='/muc-tin/{n}.html'>{title}</a></h2><p>{text}</p><footer><time>{day}</time></footer>{more}</div>",
    "<li><a href='/muc-tin/{n}.html'>{title}</a> <span>({day})</span><p>{text}</p>{more}</li>",
    "<tr><td><a href='/muc-tin/{n}.html'><b>{title}</b></a><br>{day}<br><span>{text}</span> {more}</td></tr>",
)
HERE = "<ul><li><a href='/'>Trang chủ</a></li><li><a href='/muc-tin'>Mục tin</a></li></ul>"


def section(row: str, texts: tuple[str, ...], more: str) -> str:
    told = enumerate(zip(TITLES, texts, strict=False), start=1)
    return "".join(
        row.format(n=n, title=title, day=f"0{n}/05/2022", text=text, more=more.format(n=n)) for n, (title, text) in told
    )


@pytest.mark.parametrize("more", ["", MORE], ids=["", "more"])
@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize("texts", [(CUT,), (OPEN,), (CUT, OPEN), (OPEN, CUT)], ids=["cut", "open", "2 cut", "2 open"])
def test_summaries_below_headlines_that_lead_elsewhere_are_no_titles(
    texts: tuple[str, ...], row: str, more: str
) -> None:
    assert read(f"{HERE}<h1>Mục tin</h1>{section(row, texts, more)}", "Mục tin") == ("listing", len(texts))


@pytest.mark.parametrize("row", [ROWS[0], ROWS[3]])
def test_a_summary_whose_record_leads_on_once_more_is_none_though_its_section_has_a_number(row: str) -> None:
    main = f"<h1>Mục tin</h1>{section(row, (CUT,), MORE)}"
    assert read(main, "Mục tin", url="https://huyen.example/muc-tin/1204") == ("listing", 1)


@pytest.mark.parametrize("told", ["", "<div>Mời các thôn cử người dự.</div>", "<img src='/giay.jpg' width='700'>"])
@pytest.mark.parametrize(
    "row",
    [
        "<div><a href='/?cat=12'>Tin tức, sự kiện trong huyện</a><div class='tieude'>{}</div><p>{}</p>{}</div>",
        "<div><h2><a href='/?cat=12'>Thông báo, giấy mời</a></h2><p><b>{}</b></p><p>{}</p>{}</div>",
        "<table><tr><td><a href='/?cat=12'>Tin tức, sự kiện trong và ngoài huyện</a></td></tr><tr><td><b>{}</b></td>"
        "</tr><tr><td>{}</td></tr><tr><td>{}</td></tr></table>",
    ],
)
def test_a_title_below_the_linked_name_of_its_section_is_no_summary(row: str, told: str) -> None:
    main = row.format(TITLES[1], "Ngày đăng: 12/03/2022", told)
    assert read(main, "Cổng thông tin", url="https://huyen.example/?id=3412")[0] == "article"


@pytest.mark.parametrize("over", ["<h2><a href='/tin'>Tin tức sự kiện của xã nhà</a></h2>", "<div>{}</div>"])
@pytest.mark.parametrize("title", ["<div class='title'>{}</div>", "<p><b>{}</b></p>", "<span>{}</span><br>"])
@pytest.mark.parametrize(
    "told",
    [
        "<table><tr><td>1</td><td>Lò Văn Păn</td></tr><tr><td>2</td><td>Hà Thị Ét</td></tr></table>",
        "<p>Xem tệp kèm theo.</p><a href='/a/vb.pdf'>vb.pdf</a>",
        "<p>Mời các thôn cử người dự.</p>",
    ],
)
def test_what_a_table_a_file_or_a_text_follows_is_no_summary(told: str, title: str, over: str) -> None:
    head = over.format("<a href='/chuyen-de/nong-thon-moi-5.html'>Chuyên đề xây dựng nông thôn mới</a>")
    main = f"{head}{title.format(TITLES[2])}<p>Ngày đăng: 05/03/2022</p>{told}"
    assert read(main, "Xã Mường Khoa", url="https://x.gov.vn/index.php?id=77")[0] == "article"


def test_a_summary_below_a_headline_is_none_of_the_box_beside_it() -> None:
    main = f"{HERE}<h1>Mục tin</h1>{section(ROWS[0], (CUT, CUT), MORE)}{BOX}"
    assert read(main, "Mục tin") == ("listing", 2)
