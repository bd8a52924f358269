"""Which day of a page is that of publication, by what stands beside it: names, counters, sections, other days."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest

from archive.model import PrintedAnnouncement
from archive.vietnamese import read_date
from scraper.reading import read_page

TITLE = "Huyện tổ chức hội nghị sơ kết công tác giảm nghèo"
FIRST = "Ủy ban nhân dân huyện tổ chức hội nghị với sự tham dự của lãnh đạo các phòng và 18 xã, thị trấn."
TEXT = f"<p align=justify>{FIRST}</p>" * 3


def read(below: str, behind: str = "") -> PrintedAnnouncement:
    page = f"<html><body><div><h1>{TITLE}</h1>{below}<div>{TEXT}{behind}</div></div></body></html>"
    announcement = read_page(page.encode(), "https://portal.example/tin/77.html").announcement
    assert announcement is not None
    assert announcement.title == TITLE
    return announcement


def day(announcement: PrintedAnnouncement) -> str | None:
    date = read_date(announcement.date_line) if announcement.date_line else None
    return date.iso[:16] if date and date.iso else None


@pytest.mark.parametrize(
    ("fields", "printed"),
    [
        ("<span>18/09/2021</span><span class='v'>515</span><span class='c'>0</span>", "2021-09-18"),
        ("<b>18/09/2021</b><u>515</u>", "2021-09-18"),
        ("<span>18/09/2021</span><span>09:42</span><span>515</span>", "2021-09-18T09:42"),
        ("<span>18/9/2021 9:42</span><em>515</em>", "2021-09-18T09:42"),
        ("<span>515</span><span>18/09/2021</span>", "2021-09-18"),
        ("<span>18/09/2021</span><span>VPUBND</span>", "2021-09-18"),
        ("<span>18/09/</span><span>2021</span>", "2021-09-18"),
        ("<span>1</span><span>8/09/2021</span>", "2021-09-18"),
    ],
)
def test_fields_without_a_space_between_them_are_told_apart_and_pieces_of_a_day_are_not(
    fields: str, printed: str
) -> None:
    assert day(read(f"<div>{fields}</div>")) == printed


@pytest.mark.parametrize(
    "row",
    [
        "<i></i> 18/09/2021 09:42 <i></i> Đăng bởi: vpubnd.eahiao <i></i> 1.204",
        "18/09/2021 09:42 Đăng bởi: Quản trị viên",
        "<i></i> Admin <i></i> 18/09/2021 09:42 <i></i> 56",
        "18/09/2021 09:42 Người đăng: Nguyễn Văn An",
        "18/09/2021 09:42 An sinh xã hội",
        "Tin tức - Sự kiện 18/09/2021 09:42",
        "Tác giả đăng: host/ 18/09/2021 09:42 / Danh mục: Tin tức - Sự kiện",
        "Tác giả đăng: <a href='/u/host'>host</a>/ 18/09/2021 09:42 / Danh mục: <a href='/c/3'>Tin tức</a>",
        "Lượt xem (1204)/Tác giả đăng: ttvh/ Thứ bảy, 18/09/2021 09:42 / Danh mục: Thông báo/ Bình luận (0)",
        "Tác giả: admin/ 18/09/2021 09:42 / Chuyên mục: Thông báo",
    ],
)
def test_a_day_is_told_beside_who_put_a_page_up_and_beside_its_section(row: str) -> None:
    read_row = read(f"<div>{row}</div>")
    assert (day(read_row), read_row.byline) == ("2021-09-18T09:42", None)


@pytest.mark.parametrize(
    ("lines", "printed"),
    [
        ("Thứ sáu,<br>ngày 30 tháng 01 năm 2015<br>10 giờ 40 phút", "2015-01-30T10:40"),
        ("Thứ sáu<br>ngày 30 tháng 01 năm 2015,<br>10 giờ 40", "2015-01-30T10:40"),
        ("Thứ sáu,<br>ngày 30/01/2015", "2015-01-30"),
        ("10 giờ 40 phút,<br>ngày 30/01/2015", "2015-01-30T10:40"),
        ("30/01/2015<br>10 giờ 40 phút", "2015-01-30T10:40"),
        ("Sáng thứ sáu,<br>ngày 30 tháng 01 năm 2015,<br>tại hội trường huyện diễn ra hội nghị", None),
        ("Vào lúc 8 giờ,<br>ngày 30 tháng 01 năm 2015<br>tại hội trường huyện diễn ra", None),
        ("Hội nghị được tổ chức tại hội trường huyện,<br>ngày 30/01/2015", None),
    ],
)
def test_a_day_over_several_lines_is_told_from_a_sentence_that_breaks_its_lines(
    lines: str, printed: str | None
) -> None:
    assert day(read(f"<p>{lines}</p>")) == printed


@pytest.mark.parametrize(
    "days",
    [
        "<li>Ngày tạo: 28/03/2024 15:02</li><li>Ngày đăng: 01/04/2024</li><li>Cập nhật lần cuối: 05/04/2024 16:30</li>",
        "<p>Created: 28/03/2024</p><p>Published: 01/04/2024</p>",
        "<p>Ngày gửi: 28/03/2024</p><p>Ngày đăng: 01/04/2024</p>",
        "<p>Cập nhật: 05/04/2024</p><p>Ngày tạo: 28/03/2024</p><p>Ngày xuất bản: 01/04/2024</p>",
        "<p>Ngày tạo: 28/03/2024 | Ngày đăng: 01/04/2024</p>",
        "<table><tr><td>Ngày tạo:</td><td>28/03/2024</td></tr><tr><td>Ngày đăng:</td><td>01/04/2024</td></tr></table>",
        "<p>Ngày tạo: 01/04/2024</p><p>Ngày cập nhật: 05/04/2024</p>",
        "<p>Ngày sửa: 05/04/2024</p><p>Tạo lúc: 01/04/2024</p>",
        "<p><span>Ngày tạo: 01/04/2024</span><span>Ngày sửa: 05/04/2024</span><span>Số lần đọc: 15</span></p>",
        "<p>Đã tạo lúc 01/04/2024 9:14 SA bởi Lê Hà</p><p>Sửa đổi lần cuối lúc 05/04/2024 3:05 CH bởi vpubnd</p>",
        "<p>Created at 01/04/2024 9:14 AM by vpubnd<br>Last modified at 05/04/2024 3:05 PM by Lê Hà</p>",
        "<p>Đã tạo vào lúc 01/04/2024 bởi <a href=/u/2>Lê Hà</a><br>Đã sửa đổi lần cuối vào lúc 05/04/2024</p>",
        "<p>Được tạo tại 01/04/2024 9:14 SA bởi Lê Hà<br>Được sửa đổi lần cuối tại 05/04/2024 3:05 CH bởi Lê Hà</p>",
    ],
)
def test_the_day_of_posting_wins_over_that_of_making_and_no_other_is_text(days: str) -> None:
    announcement = read(days)
    assert (day(announcement) or "")[:10] == "2024-04-01"
    assert (announcement.body_text or "").startswith(FIRST)


@pytest.mark.parametrize(
    ("behind", "printed", "byline"),
    [
        ("<p align=right>(20/04/2022)</p>", "2022-04-20", None),
        ("<p>(20/04/2022)</p>", "2022-04-20", None),
        ("<p align=right><i>20-4-2022</i></p>", "2022-04-20", None),
        ("<p align=right><i>Lê Văn Hoà</i></p><p align=right>(20/04/2022)</p>", "2022-04-20", "Lê Văn Hoà"),
        ("<p align=right>Lê Văn Hoà (20/04/2022)</p>", "2022-04-20", "Lê Văn Hoà"),
        ("<p>20/04/2022</p>", None, None),
        ("<p align=right>Ngày 20/04/2022</p>", None, None),
        ("<p align=right>An Phú, 20/04/2022</p>", None, None),
        ("<p align=right>An Phú, ngày 20 tháng 4 năm 2022</p>", None, None),
        ("<p align=right>Hạn nộp hồ sơ: 20/04/2022</p>", None, None),
    ],
)
def test_a_day_set_apart_behind_the_text_is_that_of_publication_and_that_of_a_letter_is_not(
    behind: str, printed: str | None, byline: str | None
) -> None:
    announcement = read("", behind)
    assert (day(announcement), announcement.byline) == (printed, byline)


def test_when_and_where_something_takes_place_stays_in_the_text_in_cells_too() -> None:
    cells = (("Thời gian:", "8h00 ngày 20/04/2022"), ("Địa điểm:", "Hội trường"))
    rows = "".join(f"<tr><td>{label}</td><td>{told}</td></tr>" for label, told in cells)
    announcement = read("<p>02/04/2022</p>", f"<table>{rows}</table>")
    assert day(announcement) == "2022-04-02"
    assert (announcement.body_text or "").endswith("Thời gian: | 8h00 ngày 20/04/2022\nĐịa điểm: | Hội trường")


@pytest.mark.parametrize(
    "told",
    [
        "Thời gian: từ 22h00 ngày 04/3/2020 đến 05h00 ngày 05/3/2020.",
        "Thời gian: 22h00 ngày 04/3/2020",
        "Thời gian: 8h00 - 11h30, ngày 05/3/2020",
        "Ngày giờ: 05/3/2020",
    ],
)
def test_a_paragraph_among_others_tells_when_something_takes_place(told: str) -> None:
    paragraphs = f"<div>{FIRST}</div><div>{told}</div><div>{FIRST}</div>"
    page = f"<html><body><div><h1>{TITLE}</h1><div>{paragraphs}</div></div></body></html>"
    announcement = read_page(page.encode(), "https://portal.example/tin/77.html").announcement
    assert announcement is not None
    assert announcement.date_line is None
    assert told in (announcement.body_text or "")


@pytest.mark.parametrize(
    ("fields", "printed", "byline"),
    [
        ("Ngày ban hành: 10/09/2025 Ngày đăng: 17/09/2025", "2025-09-17", None),
        ("Ngày đăng: 17/09/2025 Ngày hiệu lực: 20/09/2025", "2025-09-17", None),
        ("Hạn nộp hồ sơ: 20/09/2025. Ngày đăng: 17/09/2025", "2025-09-17", None),
        ("17/09/2025 (GMT+7) Nguồn: TTXVN", "2025-09-17", "Nguồn: TTXVN"),
        ("Ngày: 17/09/2025 Nguồn: Báo Nhân Dân", "2025-09-17", "Nguồn: Báo Nhân Dân"),
        ("Quyết định có hiệu lực kể từ ngày đăng 17/09/2025 trên Cổng thông tin", None, None),
        ("Ngày đăng 17/09/2025 Lễ hội mùa thu tổ chức tại huyện có đông đảo nhân dân", None, None),
        ("17/09/2025 Theo báo cáo: Sở Y tế", None, None),
        ("Dự án đã tạo 500 việc làm từ ngày 17/09/2025 đến nay tại huyện", None, None),
        ("Trung tâm y tế/ 17/09/2025 khai trương khu khám bệnh mới sau hai năm xây dựng", None, None),
    ],
)
def test_the_day_behind_the_label_of_posting_is_told_beside_other_days_and_outlets_and_in_no_sentence(
    fields: str, printed: str | None, byline: str | None
) -> None:
    announcement = read(f"<p>{fields}</p>")
    assert (day(announcement), announcement.byline) == (printed, byline)


@pytest.mark.parametrize(
    ("row", "printed", "byline"),
    [
        ("<b class=a>Lê Hà</b><b class=t>15:22 | 14/11/2023</b><b class=g>Theo dõi trên</b>", "15:22", "Lê Hà"),
        ("<a class=c href=/k>Kinh tế</a><i class=a>Lê Hà</i><i class=t>14/11/2023</i>", "", "Lê Hà"),
        ("<i id=lblTime>14/11/2023</i><i id=lblFrom>Nguồn: Báo Sơn Nam</i>", "", "Nguồn: Báo Sơn Nam"),
        ("<time>14/11/2023</time><i class=c>Kinh tế</i><i class=a>Lê Hà</i>", "", "Lê Hà"),
        ("<b class=a>Lê Hà</b>&nbsp;<b class=t>15:22 | 14/11/2023</b>&nbsp;<b class=g>Theo dõi</b>", "15:22", "Lê Hà"),
        ("<b class=t>14/11/2023</b><a class=f href=#>Facebook</a><b class=a>Lê Hà</b>", "", "Lê Hà"),
        ("<b class=l>Ngày đăng</b><b class=v>14/11/2023</b><b class=l>Lượt xem</b><b class=v>215</b>", "", None),
        ("<b class=l>Người đăng</b><b class=v>Lê Hà</b><b class=t>14/11/2023</b>", "", None),
    ],
)
def test_fields_beside_each_other_are_told_apart_and_are_no_text(row: str, printed: str, byline: str | None) -> None:
    announcement = read(f"<div>{row}</div>")
    assert (day(announcement), announcement.byline) == ("2023-11-14" + (printed and f"T{printed}"), byline)
    assert announcement.body_text == "\n".join([FIRST] * 3)


@pytest.mark.parametrize(
    "title",
    [
        "<b class=t>{}</b><b class=d>9:40, Thứ Sáu, 17-5-2019</b><b class=f>Cỡ chữ: <a>A-</a> <a>A+</a></b>",
        "<b class=t>{}</b> <b class=d>9:40, Thứ Sáu, 17-5-2019</b> <b class=f>Cỡ chữ: <a>A-</a> <a>A+</a></b>",
        "<b class=d>9:40, Thứ Sáu, 17-5-2019</b><b class=t>{}</b>",
        "<b class=t>{}</b><b class=a>Lê Hà</b><b class=d>9:40, Thứ Sáu, 17-5-2019</b>",
    ],
)
def test_a_title_is_told_apart_from_the_day_beside_it(title: str) -> None:
    page = f"<div><div>{title.format(TITLE)}<div>{TEXT}</div></div></div>"
    announcement = read_page(page.encode(), "https://portal.example/tin/77.html").announcement
    assert announcement is not None
    assert (announcement.title, day(announcement)) == (TITLE, "2019-05-17T09:40")
    assert announcement.byline == ("Lê Hà" if "Lê Hà" in title else None)
    assert announcement.body_text == "\n".join([FIRST] * 3)


@pytest.mark.parametrize(
    "paragraph",
    [
        "<b class=d>H</b><b class=r>ôm nay, 14/11/2023, huyện họp.</b>",
        "<b class=a>Hà Nội, ngày</b> <b class=b>14/11/2023</b><b class=c>, huyện họp.</b>",
        "Họp <b class=a>thứ ba</b> <b class=b>14/11/2023</b> <b class=c>Hội trường A</b>",
        "<b class=MsoA>Họp ban</b><b class=MsoB> 14/11/2023 </b><b class=MsoC>Hội trường A</b>",
        "<b class=x>Họp ban</b> <b class=x>14/11/2023</b> <b class=x>Hội trường A</b>",
    ],
)
def test_the_elements_of_a_sentence_and_of_a_word_are_no_fields(paragraph: str) -> None:
    body = read("", f"<p>{paragraph}</p><p>{FIRST}</p>").body_text
    assert re.sub("<[^>]+>", "", paragraph) in (body or "").split("\n")


def test_the_day_over_a_title_is_that_of_printing_where_it_is_that_of_the_visit() -> None:
    page = f"<html><body><div><i>29/07/2013 14:38</i></div><h1>{TITLE}</h1>{TEXT}</body></html>".encode()
    on_visit = datetime(2013, 7, 29, 9, tzinfo=UTC)
    for fetched_at, printed in ((on_visit, None), (on_visit + timedelta(days=40), "29/07/2013 14:38"), (None, None)):
        read_print = read_page(page, "https://portal.example/tin/?print=1009", fetched_at=fetched_at).announcement
        assert read_print is not None
        assert read_print.date_line == printed


@pytest.mark.parametrize("title", [f"<b>{TITLE}</b> <i>[18-09-2003]</i>", f"<h2>{TITLE} <i>(18/09/2003)</i></h2>"])
def test_the_day_behind_the_title_of_a_printout_is_no_day_of_printing(title: str) -> None:
    page = f"<html><body><table><tr><td>{title}</td></tr></table>{TEXT}</body></html>".encode()
    told = read_page(page, "https://portal.example/print_news.php3?ID=1166").announcement
    assert told is not None
    assert "2003" in (told.date_line or "")


@pytest.mark.parametrize("number", ["1. ", "2) ", "a) ", ""])
@pytest.mark.parametrize("where", ["Địa điểm: sân trường khu A.", "Thành phần: giáo viên chủ nhiệm các lớp."])
def test_when_something_takes_place_is_no_day_though_its_items_are_numbered(where: str, number: str) -> None:
    items = f"<div>{number}Thời gian: 7h30 thứ bảy, ngày 27/11/2010.</div><div>{number}{where}</div>"
    assert read("", items).date_line is None
    told = read("", f"{items}<p>Nguyễn Thị Lụa @ 14:05 18/11/2010</p>")
    assert (told.date_line, told.byline) == ("Nguyễn Thị Lụa @ 14:05 18/11/2010", None)


@pytest.mark.parametrize("line", ["Post: 27/08/2014, 08:00", "post : 27/08/2014 08:00"])
@pytest.mark.parametrize("tag", ["p", "h6"])
def test_post_before_a_colon_is_a_label_of_the_day(tag: str, line: str) -> None:
    assert read(f"<{tag}>{line}</{tag}>").date_line == line


def test_post_behind_another_word_is_none() -> None:
    date = read_date("Washington Post: 27/08/2014")
    assert date is None or date.label is None
