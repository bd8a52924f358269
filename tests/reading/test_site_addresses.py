"""The address of a site alone on a line: the source of a text where one stands, else nobody."""

from __future__ import annotations

import pytest

from archive.model import PrintedAnnouncement
from scraper.reading import read_page
from tests.reading.written import TEXT, TITLE

TOOLS = "<div class='congcu'>[<a href='#'>Bản in</a>] [<a href='#top'>Trở lên đầu trang</a>]</div>"
OTHERS = "<div>Các tin khác</div><ul>{}</ul>".format(
    "".join(
        f"<li><a href='/tin/lam-duong-{at}.html'>Ra quân làm đường đợt {at}</a> (0{at}/04/2019)</li>"
        for at in (1, 2, 3)
    )
)
FOOT = "<div class='chan'><p>Sở Nội vụ tỉnh Quảng Ngãi</p><p>Điện thoại: 0255.382.111</p></div>"
SITES = (
    "www.sonoivu.quangngai.gov.vn", "Sonoivu.quangngai.gov.vn", "http://sonoivu.quangngai.gov.vn/",
    "https://www.sonoivu.quangngai.gov.vn", "(Sonoivu.quangngai.gov.vn)", "baochinhphu.vn", "http://baolamdong.vn/",
)  # fmt: skip


def _told(within: str, behind: str = "", around: str = OTHERS + FOOT, above: str = "") -> PrintedAnnouncement:
    page = (
        f"<body><div class='chitiet'><h1>{TITLE}</h1><p class='ngay'>Ngày đăng: 04/09/2019</p>{above}"
        f"<div class='noidung'>{TEXT}{within}</div>{behind}</div>{around}</body>"
    )
    address = "http://www.sonoivu.quangngai.gov.vn/tin/so-ket-cong-tac-giam-ngheo-77.html"
    announcement = read_page(page.encode(), address).announcement
    assert announcement is not None
    return announcement


@pytest.mark.parametrize("site", SITES)
@pytest.mark.parametrize(
    ("within", "behind"),
    [
        ("", "<div class='tacgia'><b>{}</b></div>" + TOOLS),
        ("", "<div class='nguon'>{}</div>"),
        ("", "<div class='nguon-tin'><a href='/'>{}</a></div>"),
        ("", "<div class='article-author'>{}</div>"),
        ("", "<table><tr><td align='right' class='TacGia'>{}</td></tr></table>"),
        ("", "<div><span>{}</span></div>" + TOOLS),
        ("", "<div align='right'><i>{}</i></div>"),
        ("<p>{}</p>", ""),
        ("<p style='text-align:right'><strong>{}</strong></p>", TOOLS),
        ("Các xã gửi kết quả về Phòng Kinh tế và Hạ tầng trước ngày 15 để tổng hợp, báo cáo.<br>{}", ""),
    ],
)
def test_an_address_where_the_source_stands_below_a_text_is_its_byline(within: str, behind: str, site: str) -> None:
    announcement = _told(within.format(site), behind.format(site))
    assert announcement.byline == site
    assert announcement.body_text.endswith(".")


def test_an_address_called_the_writer_above_a_text_is_its_byline() -> None:
    assert _told("", above=f"<div class='author'>{SITES[1]}</div>").byline == SITES[1]


@pytest.mark.parametrize("site", SITES[:4])
@pytest.mark.parametrize(
    "within",
    [
        "<p>Website: {}</p>",
        "<p>Website:</p><p>{}</p>",
        "<p>Chi tiết xem tại:</p><p>{}</p>",
        "<p>Các cơ quan, đơn vị xem toàn văn kế hoạch và các biểu mẫu trên trang thông tin của Sở:</p><p>{}</p>",
        "<p>Các cơ quan, đơn vị xem chi tiết kế hoạch và các biểu mẫu kèm theo tại địa chỉ sau đây.</p><p>{}</p>",
        "<p>Các cơ quan, đơn vị xem toàn văn kế hoạch trên trang thông tin của Sở Nội vụ, địa chỉ {}</p>",
        "<p>Thí sinh nộp hồ sơ trực tuyến trên cổng của Sở từ ngày 15 đến hết ngày 30 tháng 6 năm 2019.</p><p>{}</p>",
        "<p>Danh sách người trúng tuyển được công khai trên cổng thông tin điện tử của Sở Nội vụ.</p><p>{}</p>",
        "<p>{}</p><p>dichvucong.gov.vn</p>",
        "<p>dichvucong.gov.vn</p><p>{}</p>",
        "<p>Link: {}</p>",
        "<p>Mọi chi tiết xin liên hệ:</p><p>Điện thoại: 0255.382.111</p><p>{}</p>",
        "<p>{}</p><p>Điện thoại: 0255.382.111</p><p>Email: snv@quangngai.gov.vn</p>",
        "<p><a href='http://dangky.quangngai.gov.vn'>{}</a></p>",
    ],
)
def test_an_address_to_which_a_text_leads_credits_nobody(within: str, site: str) -> None:
    assert _told(within.format(site)).byline is None


@pytest.mark.parametrize("site", SITES[:4])
@pytest.mark.parametrize(
    "foot",
    [
        "<div class='chan'><p>{}</p></div>",
        "<div><p>Sở Nội vụ</p><p>{}</p></div>",
        "<hr><div>{}</div>",
        "<footer><p class='source'>{}</p></footer>",
    ],
)
def test_an_address_in_the_foot_of_a_page_credits_nobody(foot: str, site: str) -> None:
    assert _told("", around=foot.format(site)).byline is None


@pytest.mark.parametrize("line", ["{}", "Link bài viết: {}"])
def test_the_address_of_the_page_itself_credits_nobody(line: str) -> None:
    page = line.format("http://www.sonoivu.quangngai.gov.vn/tin/so-ket-cong-tac-giam-ngheo-77.html")
    assert _told("", f"<div class='source'>{page}</div>").byline is None


@pytest.mark.parametrize("signed", ["<p align='right'><b>Lê Thị Hoa</b></p>", "<p>Bài, ảnh: Lê Thị Hoa</p>"])
def test_who_wrote_goes_before_the_address_below(signed: str) -> None:
    assert (_told(signed, f"<div class='tacgia'>{SITES[0]}</div>").byline or "").endswith("Lê Thị Hoa")


def test_initials_glued_to_a_name_are_no_address() -> None:
    assert _told("<p align='right'><b>X.Mai</b></p>").byline == "X.Mai"
