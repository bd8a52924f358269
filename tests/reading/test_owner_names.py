"""The name of an agency at the head of a page, however long, is not its title, nor is a short one in the document's."""

from __future__ import annotations

from itertools import product

import pytest

from archive.model import PrintedAnnouncement
from scraper.reading import read_page

TITLE = "Thông báo bán đấu giá quyền sử dụng đất của bà Sằm Thị Mỷ"
TEXT = (
    "<p>Chi cục phối hợp với Công ty Đấu giá hợp danh Đông Á thông báo bán đấu giá tài sản thi hành án như sau đây.</p>"
    "<p>Thửa đất số 118, tờ bản đồ số 24, diện tích 236,5 mét vuông tại khu 3, thị trấn Sa, kèm theo giá khởi điểm.</p>"
)
ENTRIES = ("Trang chủ", "Thể thao", "Đất đai", "Y tế", "Thư viện ảnh")
MENU = "".join(f'<a href="/muc/{number}">{entry}</a> ' for number, entry in enumerate(ENTRIES))
OWNERS = [
    "CỤC THI HÀNH ÁN DÂN SỰ TỈNH QUẾ DƯƠNG",
    "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH QUẾ DƯƠNG",
    "VĂN PHÒNG ĐOÀN ĐẠI BIỂU QUỐC HỘI VÀ HỘI ĐỒNG NHÂN DÂN TỈNH QUẾ DƯƠNG",
    "UBND TỈNH QUẾ DƯƠNG<br>CỤC THI HÀNH ÁN DÂN SỰ",
]
TODAY = ["Hôm nay, ngày 30/11/2023", "Thứ Năm, ngày 30 tháng 11 năm 2023", "Bây giờ là 8:15, 30/11/2023"]


def read(head: str, main: str, named: str = "Thông báo", url: str = "http://tha.example/?id=9") -> PrintedAnnouncement:
    page = f"<html><head><title>{named}</title></head><body>{head}<div><div>{main}</div></div></body></html>"
    announcement = read_page(page.encode(), url).announcement
    assert announcement is not None
    return announcement


@pytest.mark.parametrize(("owner", "today", "tag"), [*product(OWNERS, TODAY, ["h1", "h2", "b"])])
def test_a_title_wins_over_the_owner_and_the_day_at_the_head_of_a_page(owner: str, today: str, tag: str) -> None:
    head = f"<div><{tag}>{owner}</{tag}><div>{today}</div></div>"
    titles = (f"<center><b>{TITLE}</b></center><br>", f"<h3>{TITLE}</h3>")
    for menu, title in product((f"<div>{MENU}</div>", ""), titles):
        announcement = read(head + menu, title + TEXT)
        assert announcement.title == TITLE
        assert announcement.date_line is None
        assert announcement.body_text.startswith("Chi cục phối hợp")


@pytest.mark.parametrize(
    "owner",
    [
        "Cục Thi hành án dân sự tỉnh Quế Dương",
        "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Quế Sa",
        "Sở Nông nghiệp và Phát triển nông thôn tỉnh Bà Rịa - Vũng Tàu",
    ],
)
@pytest.mark.parametrize("tag", ["h1", "h2"])
def test_a_long_name_in_the_highest_heading_is_no_title_either(owner: str, tag: str) -> None:
    head = f"<div><{tag}>{owner}</{tag}><div>Trang thông tin điện tử</div><div>{TODAY[0]}</div></div>"
    for menu in (f"<div>{MENU}</div>", ""):
        assert read(head + menu, f"<center><b>{TITLE}</b></center><br>{TEXT}").title == TITLE


@pytest.mark.parametrize(
    "title",
    [
        "Đoàn Thanh niên tình nguyện giúp dân làm đường tại xã Trà Linh",
        "Sở Y tế bổ nhiệm lãnh đạo trung tâm y tế huyện Trà Bồng",
        "HỘI CỰU CHIẾN BINH XÃ TÂN PHONG VƯƠN LÊN THOÁT NGHÈO",
        "TRƯỜNG TIỂU HỌC QUẾ SA ĐẠT GIẢI NHẤT HỘI THI VẼ TRANH",
        "BỘ ĐỘI BIÊN PHÒNG TỈNH QUẾ DƯƠNG GIÚP DÂN GẶT LÚA CHẠY LŨ",
    ],
)
@pytest.mark.parametrize("tag", ["h1", "b"])
def test_a_title_that_begins_with_an_agency_stays_one(title: str, tag: str) -> None:
    share = '<div><a href="/a">Chia sẻ</a></div><div><a href="/b">In</a></div><div><a href="/c">Gửi email</a></div>'
    assert read(MENU, f"<{tag}>{title}</{tag}>{share}{share}{TEXT}").title == title


@pytest.mark.parametrize(
    ("named", "slug", "printed", "shortened"),
    [
        ("Hướng dẫn NCKH", "huong-dan-nckh", "Hướng dẫn đăng ký nghiên cứu khoa học sinh viên", True),
        ("Thông báo học bổng", "thong-bao-hoc-bong", "Thông báo nhận hồ sơ xin học bổng", True),
        ("Hướng dẫn NCKH", "huong-dan-nckh", "Khoa Xã hội học", False),
        ("Quy chế đào tạo", "quy-che-dao-tao", "Chương I. Những quy định chung", False),
    ],
)
@pytest.mark.parametrize("form", ["<h1>{}</h1>", "<h2>{}</h2>", "<p><b>{}</b></p>"])
def test_a_title_that_address_and_head_shorten_is_the_printed_one(
    named: str, slug: str, printed: str, form: str, *, shortened: bool
) -> None:
    url = f"https://sites.example/view/khoa/{slug}"
    told = read(MENU, form.format(printed) + TEXT, f"Khoa Xã hội học - {named}", url).title
    assert told == (printed if shortened else named)
