"""Names of agencies in capitals, written as in a text."""

from __future__ import annotations

import pytest

from archive.vietnamese.capitals import in_small_letters
from scraper.facts import load_portals

UNTOLD_BY_CAPITALS = {
    "Bệnh viện đa khoa thành phố Hà Tĩnh",
    "Hội Liên hiệp Văn học nghệ thuật tỉnh Yên Bái",
    "Đảng bộ Khối tỉnh Ninh Bình",
    "Đảng ủy phường 4, Quận 11",
}
"""Fields of units that are written either way."""
AGENCIES = {portal.agency for portal in load_portals().values() if portal.system != "press"} - UNTOLD_BY_CAPITALS


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("UBND XÃ SƠN HÒA, TỈNH ĐẮK LẮK", "UBND xã Sơn Hòa, tỉnh Đắk Lắk"),
        ("UBND XÃ CƯ M'GAR", "UBND xã Cư M'gar"),
        ("HĐND XÃ EA H'LEO", "HĐND xã Ea H'leo"),
        ("UBND ĐẶC KHU PHÚ QUÝ", "UBND đặc khu Phú Quý"),
        ("UBND THỊ TRẤN NEO, HUYỆN YÊN DŨNG", "UBND thị trấn Neo, huyện Yên Dũng"),
        ("UBND QUẬN 1, TP. HỒ CHÍ MINH", "UBND Quận 1, TP. Hồ Chí Minh"),
        ("UBND THÀNH PHỐ PHAN RANG - THÁP CHÀM", "UBND thành phố Phan Rang - Tháp Chàm"),
        ("ĐẢNG ỦY XÃ ĐOÀN KẾT", "Đảng ủy xã Đoàn Kết"),
        ("BAN THƯỜNG VỤ TỈNH ỦY CAO BẰNG", "Ban Thường vụ Tỉnh ủy Cao Bằng"),
        ("ỦY BAN MTTQ VIỆT NAM TỈNH LÀO CAI", "Ủy ban MTTQ Việt Nam tỉnh Lào Cai"),
        ("VĂN PHÒNG ĐOÀN ĐBQH VÀ HĐND TỈNH QUẢNG TRỊ", "Văn phòng Đoàn ĐBQH và HĐND tỉnh Quảng Trị"),
        ("BHXH TỈNH SÓC TRĂNG", "BHXH tỉnh Sóc Trăng"),
        ("TRƯỜNG THPT HUYỆN A LƯỚI", "Trường THPT huyện A Lưới"),
        ("SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Sở Lao động - Thương binh và Xã hội"),
        ("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN KRÔNG PẮC", "Phòng Giáo dục và Đào tạo huyện Krông Pắc"),
        ("BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG TỈNH KON TUM", "Ban Quản lý dự án đầu tư xây dựng tỉnh Kon Tum"),
    ],
)
def test_a_name_in_capitals_is_written_as_administration_writes_it(printed: str, written: str) -> None:
    assert in_small_letters(printed) == written


@pytest.mark.parametrize(
    ("lines", "written"),
    [
        (["Trang chủ - UBND xã Sơn Hoà"], "UBND xã Ia H'drai"),
        (["Trang chủ - UBND xã Ia H'Drai"], "UBND xã Ia H'Drai"),
        (["TIN CỦA XÃ IA H'DRAI", "Tin của xã Ia H'Drai"], "UBND xã Ia H'Drai"),
        (["Xã Ia H'Drai có đường mới"], "UBND xã Ia H'Drai"),
        (["Ubnd xã ia h'drai"], "UBND xã Ia H'drai"),
    ],
    ids=lambda value: value if isinstance(value, str) else value[-1],
)
def test_another_line_says_how_a_name_is_spelt(lines: list[str], written: str) -> None:
    assert in_small_letters("UBND XÃ IA H'DRAI", lines) == written


@pytest.mark.parametrize("agency", sorted(AGENCIES))
def test_a_name_of_the_registry_is_written_so_from_its_capitals(agency: str) -> None:
    assert in_small_letters(agency.upper()) == agency
