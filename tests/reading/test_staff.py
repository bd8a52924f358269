"""Who runs a site, whose site it is and what it is called are nobody who wrote its pages."""

from __future__ import annotations

import pytest

from archive.model import PrintedAnnouncement
from scraper.reading import read_page
from scraper.reading.clues import site_names
from scraper.reading.page import make_page

TITLE = "Huyện ra quân dọn rác ven hồ"
FIRST = "Sáng chủ nhật, hơn ba trăm đoàn viên của huyện đã nhặt rác, cắt cỏ và trồng thêm hai trăm cây bóng mát ven hồ."
LAST = "Từ nay đến cuối năm, việc này được làm vào sáng chủ nhật đầu tiên mỗi tháng ở một trong sáu hồ của thị trấn."


def read(end: str, *, head: str = "", top: str = "") -> PrintedAnnouncement:
    inside = f"<h1>{TITLE}</h1><p>Ngày đăng: 18/11/2023</p><div><p>{FIRST}</p><p>{LAST}</p>{end}</div>"
    markup = f"<html><head>{head}</head><body>{top}<div>{inside}</div></body></html>"
    told = read_page(markup.encode(), "https://portal.example/tin/77.html").announcement
    assert told is not None
    return told


@pytest.mark.parametrize(
    "staff",
    [
        "<p>Quản trị: Lê Văn Tám / Biên tập: Trần Thị Hoa</p>",
        "<p>Biên tập: Trần Thị Hoa - Quản trị: Lê Văn Tám</p>",
        "<p>Quản trị: Lê Văn Tám</p><p>Biên tập: Trần Thị Hoa</p>",
        "<p>Biên tập: Trần Thị Hoa</p><p>Quản trị nội dung: Lê Văn Tám</p>",
        "<p>Phụ trách trang: Lê Văn Tám</p><p>Biên tập: Trần Thị Hoa</p>",
        "<div><p>Trưởng ban: Lê Văn Tám</p><p>Biên tập: Trần Thị Hoa</p><p>Thư ký: Lê Hà</p></div>",
        "<div><p>Ban quản trị</p><p>Lê Văn Tám</p><p>Trần Thị Hoa</p></div>",
        "<div><p>Thường trực Ủy ban</p><p>Lê Văn Tám</p><p>Chủ tịch</p></div>",
        "<p>Thường trực Ủy ban</p>",
        "<p><b>Thường trực HĐND huyện</b></p>",
        "<p>Ban Thường vụ Huyện ủy</p>",
    ],
)
@pytest.mark.parametrize("place", ["{}", "</div><div class=x>{}"])
def test_who_runs_a_site_or_leads_its_agency_did_not_write_the_page(place: str, staff: str) -> None:
    assert read(place.format(staff)).byline is None


@pytest.mark.parametrize(
    ("end", "byline"),
    [
        ("<p>Biên tập: Trần Thị Hoa</p>", "Biên tập: Trần Thị Hoa"),
        ("<p>Tác giả: Lê Văn Tám - Biên tập: Trần Thị Hoa</p>", "Tác giả: Lê Văn Tám"),
        ("<p>Thực hiện: Lê Văn Tám</p><p>Quản trị: Trần Thị Hoa</p>", "Thực hiện: Lê Văn Tám"),
        ("<p>Nội dung: Lê Văn Tám</p><p>Thiết kế: Trần Thị Hoa</p>", "Lê Văn Tám"),
        ("<p>Lê Văn Tám</p>", "Lê Văn Tám"),
        ("<p>Văn phòng Huyện ủy</p>", "Văn phòng Huyện ủy"),
        ("<p>Ban Biên tập</p>", "Ban Biên tập"),
    ],
)
def test_who_wrote_or_edited_alone_is_credited(end: str, byline: str) -> None:
    assert (read(end).byline or "").removeprefix("Nội dung: ") == byline


HEADS = [
    ("<title>{title} - Hà Giang Xanh</title>", ""),
    ("<title>{title}</title><meta property='og:site_name' content='Hà Giang Xanh'>", ""),
    ("", "<div><a href='/'>Hà Giang Xanh</a></div>"),
    ("", "<div>Hà Giang Xanh</div>"),
]


@pytest.mark.parametrize(("head", "top"), HEADS)
@pytest.mark.parametrize("form", ["<p>{}</p>", "<p align=right><b>{}</b></p>", "</div><div>{}"])
def test_the_name_of_a_site_is_nobodys(form: str, head: str, top: str) -> None:
    assert read(form.format("Hà Giang Xanh"), head=head.format(title=TITLE), top=top).byline is None


@pytest.mark.parametrize(("head", "top"), HEADS)
@pytest.mark.parametrize("name", ["Hà Giang", "Giang Xanh", "Lê Hà"])
def test_who_is_called_otherwise_than_the_site_is_credited(name: str, head: str, top: str) -> None:
    told = read(f"<p>{name}</p>", head=head.format(title=TITLE), top=top)
    assert (told.byline, told.body_text) == (name, f"{FIRST}\n{LAST}")


@pytest.mark.parametrize(
    "head",
    [
        "<title>Tin - Hà Giang Xanh</title>",
        "<TITLE lang='vi'>Tin -\nHà Giang Xanh</TITLE>",
        "<title>1 < 2 - Hà Giang Xanh</title>",
        "<!-- <title>Tin - Trang mẫu</title> --><title>Tin - Hà Giang Xanh</title>",
        "<!-- --- <meta property='og:site_name' content='Trang mẫu'> --><title>Tin - Hà Giang Xanh</title>",
        "<script>w.write('<title>Tin - Trang in</title>')</script><title>Tin - Hà Giang Xanh</title>",
        "<style>b > i { content: '<title>' }</style><title>Tin - Hà Giang Xanh</title>",
        "<title>Tin &ndash; Hà Giang Xanh</title>",
        '<meta content="Hà > Giang Xanh" name="a" property="og:site_name">',
        "<META property=og:site_name content='Hà Giang Xanh'/><title>Tin</title>",
        "<meta property='og:site_name' content='Hà Giang Xanh><title>Tin</title>",
        "",
    ],
)
def test_a_site_is_called_alike_whether_its_head_was_parsed_or_not(head: str) -> None:
    page = make_page(f"<html><head>{head}</head><body>Tin</body></html>".encode(), "https://portal.example/tin/77.html")
    alone = site_names(page)
    assert page.head_tree is not None
    assert alone == site_names(page)
