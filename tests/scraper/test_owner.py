"""Whose site it is: from titles, banners and footers as portals print them, and from the names in the registry."""

from __future__ import annotations

import pytest

from archive.vietnamese.places import find_province
from scraper.facts import Portal, load_portals
from scraper.owner import level_of, owner_of, system_of
from scraper.reading.page import make_page

CITY_OF_THE_PROVINCE_UNTIL_2024 = "thua-thien-hue-thanh-pho-hue"
PORTALS = [portal for portal in load_portals().values() if portal.name != CITY_OF_THE_PROVINCE_UNTIL_2024]


def owner(title: str, *lines: str, host: str = "127.0.0.1") -> tuple[str, ...] | None:
    html = f"<html><head><title>{title}</title></head><body>{''.join(f'<p>{line}</p>' for line in lines)}</body></html>"
    found = owner_of([make_page(html.encode(), f"http://{host}/")], host)
    return (found.agency, found.system, found.level, found.province) if found else None


@pytest.mark.parametrize(
    ("title", "lines", "expected"),
    [
        (
            "Trang thông tin điện tử Đảng bộ tỉnh Quảng Nam",
            (),
            ("Đảng bộ tỉnh Quảng Nam", "party", "province", "Quảng Nam"),
        ),
        (
            "Trang chủ - Website Sở Tư pháp tỉnh ĐắkNông",
            ("Trang chủ", "Chịu trách nhiệm nội dung: Giám đốc Sở"),
            ("Sở Tư pháp tỉnh Đắk Nông", "peoples_committee", "province", "Đắk Nông"),
        ),
        (
            "Tin từ sở, ngành",
            ("CỔNG THÔNG TIN ĐIỆN TỬ TỈNH NINH THUẬN", "Lượt truy cập: 12.408"),
            ("Ủy ban nhân dân tỉnh Ninh Thuận", "peoples_committee", "province", "Ninh Thuận"),
        ),
        (
            "TTTĐT thị xã Gia Nghĩa",
            ("Cơ quan quản lý: Ủy ban nhân dân thị xã Gia Nghĩa", "Giấy phép của Sở Tư pháp tỉnh Đắk Nông"),
            ("Ủy ban nhân dân thị xã Gia Nghĩa", "peoples_committee", "district", "Đắk Nông"),
        ),
        (
            "Chính trị - Báo Quảng Ninh điện tử",
            ("© Bản quyền thuộc về Báo Quảng Ninh",),
            ("Báo Quảng Ninh", "press", "province", "Quảng Ninh"),
        ),
        (
            "Trang chủ",
            ("UBND tỉnh Hà GiangTrang thông tin điện tử Hội đồng nhân dân tỉnh Hà Giang",),
            ("Hội đồng nhân dân tỉnh Hà Giang", "council", "province", "Hà Giang"),
        ),
        (
            "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Thái Bình",
            (),
            ("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Thái Bình", "front", "province", "Thái Bình"),
        ),
        (
            "Tin trong tỉnh",
            ("Bản quyền thuộc Ủy ban nhân dân tỉnh Bắc Kạn. Người chịu trách nhiệm: Ông Hà Sỹ Huân",),
            ("Ủy ban nhân dân tỉnh Bắc Kạn", "peoples_committee", "province", "Bắc Kạn"),
        ),
        (
            "Tin tức",
            ("UBND huyện Gò Quao, tỉnh Kiên Giang. Chịu trách nhiệm nội dung: Trần Thanh Bình - Phó Chủ tịch",),
            ("UBND huyện Gò Quao, tỉnh Kiên Giang", "peoples_committee", "district", "Kiên Giang"),
        ),
        (
            "Tin tức",
            ("Đảng bộ huyện Ba Tơ, tỉnh Quảng Ngãi Chủ nhật, 29/11/2026, 16:40",),
            ("Đảng bộ huyện Ba Tơ, tỉnh Quảng Ngãi", "party", "district", "Quảng Ngãi"),
        ),
        (
            "Tin tức",
            ("Bản quyền thuộc Ủy ban nhân dân TX. Kỳ Anh, tỉnh Hà Tĩnh. Điện thoại: 0239.3865.247",),
            ("Ủy ban nhân dân TX. Kỳ Anh, tỉnh Hà Tĩnh", "peoples_committee", "district", "Hà Tĩnh"),
        ),
        (
            "Tin tức",
            ("UBND H. Củ Chi, TP. Hồ Chí Minh",),
            ("UBND H. Củ Chi, TP. Hồ Chí Minh", "peoples_committee", "district", "Hồ Chí Minh"),
        ),
        (
            "Tin tức - Sở Xây dựng tỉnh Sóc Trăng",
            ("SỞ XÂY DỰNG TỈNH SÓC TRĂNG", "Cơ quan chủ quản: Ủy ban nhân dân tỉnh Sóc Trăng"),
            ("Sở Xây dựng tỉnh Sóc Trăng", "peoples_committee", "province", "Sóc Trăng"),
        ),
        (
            "Trang chủ",
            ("Cơ quan chủ quản: Ủy ban nhân dân tỉnh Sóc Trăng", "Điện thoại: 0299.3822339"),
            ("Ủy ban nhân dân tỉnh Sóc Trăng", "peoples_committee", "province", "Sóc Trăng"),
        ),
        (
            "Kế hoạch - UBND xã Sơn Hòa",
            ("CỔNG THÔNG TIN ĐIỆN TỬ UBND XÃ SƠN HÒA, TỈNH ĐẮK LẮK",),
            ("UBND xã Sơn Hòa, tỉnh Đắk Lắk", "peoples_committee", "commune", "Đắk Lắk"),
        ),
        (
            "Tin tức",
            ("UBND XÃ CƯ M'GAR, TỈNH ĐẮK LẮK",),
            ("UBND xã Cư M'gar, tỉnh Đắk Lắk", "peoples_committee", "commune", "Đắk Lắk"),
        ),
        (
            "UBND xã Ia H'Drung",
            ("UBND XÃ IA H'DRUNG, TỈNH GIA LAI",),
            ("UBND xã Ia H'Drung, tỉnh Gia Lai", "peoples_committee", "commune", "Gia Lai"),
        ),
        (
            "Trang chủ",
            ("UBND THÀNH PHỐ BÀ RỊA, TỈNH BÀ RỊA - VŨNG TÀU",),
            ("UBND thành phố Bà Rịa, tỉnh Bà Rịa - Vũng Tàu", "peoples_committee", "district", "Bà Rịa - Vũng Tàu"),
        ),
        ("Cổng thông tin điện tử phường Hà Huy Tập", (), None),
        ("Tin tức trong ngày", ("Liên hệ quảng cáo", "Kế hoạch phòng, chống thiên tai năm 2021"), None),
    ],
)
def test_a_site_names_its_owner(title: str, lines: tuple[str, ...], expected: tuple[str, ...] | None) -> None:
    assert owner(title, *lines) == expected


@pytest.mark.parametrize(
    ("title", "lines", "agency", "level"),
    [
        (
            "Trang chủ",
            ("UBND TỈNH NGHỆ AN", "SỞ XÂY DỰNG", "Tin tức", "Sở Xây dựng Nghệ An"),
            "Sở Xây dựng Nghệ An",
            "",
        ),
        ("Trang chủ", ("UBND TỈNH NGHỆ AN", "SỞ XÂY DỰNG", "Tin tức"), "Sở Xây dựng", ""),
        (
            "Trang chủ - Sở Xây dựng Nghệ An",
            ("CỔNG THÔNG TIN ĐIỆN TỬ", "SỞ XÂY DỰNG TỈNH NGHỆ AN", "Bản quyền thuộc UBND tỉnh Nghệ An"),
            "Sở Xây dựng Nghệ An",
            "",
        ),
        (
            "Trang chủ - Sở Xây dựng Nghệ An",
            ("SỞ XÂY DỰNG TỈNH NGHỆ AN", "Bản quyền thuộc UBND tỉnh Nghệ An"),
            "Sở Xây dựng Nghệ An",
            "",
        ),
        (
            "Trường THPT Lê Quý Đôn - Lâm Đồng",
            ("SỞ GIÁO DỤC VÀ ĐÀO TẠO LÂM ĐỒNG", "TRƯỜNG THPT LÊ QUÝ ĐÔN", "Giới thiệu"),
            "Trường THPT Lê Quý Đôn",
            "unit",
        ),
        (
            "Trường THPT Lê Quý Đôn",
            ("TRƯỜNG THPT LÊ QUÝ ĐÔN", "Sở Giáo dục và Đào tạo tỉnh Lâm Đồng", "Giới thiệu"),
            "Trường THPT Lê Quý Đôn",
            "unit",
        ),
        (
            "Trường Tiểu học Kim Đồng",
            (
                "TRƯỜNG TIỂU HỌC KIM ĐỒNG",
                "UBND phường Tân An, tỉnh Đắk Lắk",
                "Tin tức",
                "Trường Tiểu học Kim Đồng - Đắk Lắk",
            ),
            "Trường Tiểu học Kim Đồng",
            "unit",
        ),
        (
            "Chi cục Kiểm lâm",
            ("UBND TỈNH GIA LAI", "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "CHI CỤC KIỂM LÂM", "Tin tức"),
            "Chi cục Kiểm lâm",
            "unit",
        ),
        (
            "Chi cục Kiểm lâm",
            ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG TỈNH GIA LAI", "CHI CỤC KIỂM LÂM", "Chi cục Kiểm lâm tỉnh Gia Lai"),
            "Chi cục Kiểm lâm tỉnh Gia Lai",
            "unit",
        ),
        ("Trang chủ", ("UBND TỈNH NGHỆ AN", "Sở Xây dựng", "Sở Y tế", "Sở Nội vụ"), "UBND tỉnh Nghệ An", ""),
        ("Trang chủ", ("UBND TỈNH NGHỆ AN", "Sở Xây dựng triển khai kế hoạch năm 2027"), "UBND tỉnh Nghệ An", ""),
        (
            "Cổng thông tin điện tử UBND tỉnh Nghệ An",
            ("UBND TỈNH NGHỆ AN", "VĂN PHÒNG UBND TỈNH"),
            "UBND tỉnh Nghệ An",
            "",
        ),
    ],
)
def test_of_a_body_and_one_below_it_that_a_site_names_together_the_latter_owns_it(
    title: str, lines: tuple[str, ...], agency: str, level: str
) -> None:
    found = owner(title, *lines)
    assert found is not None
    assert (found[0], found[2]) == (agency, level or "province")


@pytest.mark.parametrize(
    ("lines", "sure"),
    [
        (("Trang thông tin điện tử Sở Nội vụ tỉnh Kon Tum", "SỞ NỘI VỤ TỈNH KON TUM"), True),
        (("Trang thông tin điện tử Sở Nội vụ tỉnh Kon Tum", "Trang thông tin điện tử Sở Y tế tỉnh Kon Tum"), False),
        (("UBND TỈNH KON TUM", "SỞ NỘI VỤ", "Sở Nội vụ tỉnh Kon Tum"), True),
        (("Sở Nội vụ tỉnh Kon Tum",), False),
    ],
)
def test_an_owner_is_in_doubt_where_a_site_names_another_about_as_surely(lines: tuple[str, ...], sure: bool) -> None:
    html = "".join(f"<p>{line}</p>" for line in lines)
    found = owner_of([make_page(html.encode(), "http://127.0.0.1/")], "127.0.0.1")
    assert found is not None
    assert found.sure == sure


def test_the_title_of_a_site_is_written_in_small_letters_too() -> None:
    html = "<title>Kế hoạch</title><h1>CỔNG THÔNG TIN ĐIỆN TỬ XÃ EA KAR, TỈNH ĐẮK LẮK</h1>"
    found = owner_of([make_page(html.encode(), "http://127.0.0.1/")], "127.0.0.1")
    assert found is not None
    assert found.title == "Cổng thông tin điện tử xã Ea Kar, tỉnh Đắk Lắk"


@pytest.mark.parametrize(
    ("banner", "title"),
    [
        ("<span>TRANG THÔNG TIN ĐIỆN TỬ</span><strong>XÃ EA DRĂNG - TỈNH ĐẮK LẮK</strong>", "xã Ea Drăng tỉnh Đắk Lắk"),
        ("TRANG THÔNG TIN ĐIỆN TỬ<b>XÃ EA DRĂNG, TỈNH ĐẮK LẮK</b>", "xã Ea Drăng, tỉnh Đắk Lắk"),
        ("<b>TRANG THÔNG TIN ĐIỆN TỬ</b>XÃ HOÀ PHÚ, TỈNH ĐẮK LẮK", "xã Hòa Phú, tỉnh Đắk Lắk"),
        ("<b>TRANG THÔNG TIN ĐIỆN TỬ XÃ</b><i>EA DRĂNG, TỈNH ĐẮK LẮK</i>", "xã Ea Drăng, tỉnh Đắk Lắk"),
        ("<b>TRANG THÔNG TIN ĐIỆN TỬ</b><b>SỞ NỘI VỤ</b><b>TỈNH ĐẮK LẮK</b>", "Sở Nội vụ tỉnh Đắk Lắk"),
        ("<b>T</b>RANG THÔNG TIN ĐIỆN TỬ <b>X</b>Ã EA DRĂNG, TỈNH ĐẮK LẮK", "xã Ea Drăng, tỉnh Đắk Lắk"),
        ("TRANG THÔNG TI<b>N ĐIỆN TỬ XÃ HO</b><b>À PHÚ, TỈNH ĐẮK L</b><b>ẮK</b>", "xã Hòa Phú, tỉnh Đắk Lắk"),
        ("<i>TRANG THÔNG TIN ĐIỆN TỬ XÃ EA DR</i><b>ĂNG, TỈNH ĐẮK LẮK</b>", "xã Ea Drăng, tỉnh Đắk Lắk"),
    ],
)
def test_words_of_elements_side_by_side_stand_apart_in_a_title_and_letters_of_one_word_do_not(
    banner: str, title: str
) -> None:
    found = owner_of([make_page(f"<div>{banner}</div><p>Trang chủ</p>".encode(), "http://127.0.0.1/")], "127.0.0.1")
    assert found is not None
    assert found.title == f"Trang thông tin điện tử {title}"


def test_the_name_of_a_site_that_stands_behind_another_name_is_a_name_of_its_own() -> None:
    banner = "<small>Ủy ban nhân dân tỉnh Ninh Thuận</small>Cổng thông tin điện tử tỉnh Ninh Thuận"
    found = owner_of([make_page(f"<div>{banner}</div><p>Trang chủ</p>".encode(), "http://127.0.0.1/")], "127.0.0.1")
    assert found is not None
    assert (found.title, found.agency) == (
        "Cổng thông tin điện tử tỉnh Ninh Thuận",
        "Ủy ban nhân dân tỉnh Ninh Thuận",
    )


def test_only_the_part_in_capitals_is_written_anew() -> None:
    html = "<title>Cổng thông tin điện tử UBND XÃ EA KAR, TỈNH ĐẮK LẮK</title>"
    found = owner_of([make_page(html.encode(), "http://127.0.0.1/")], "127.0.0.1")
    assert found is not None
    assert found.title == "Cổng thông tin điện tử UBND xã Ea Kar, tỉnh Đắk Lắk"


def test_the_host_gives_the_province_where_the_name_does_not() -> None:
    expected = ("Ủy ban nhân dân huyện Ngân Sơn", "peoples_committee", "district", "Bắc Kạn")
    assert owner("Trang thông tin điện tử huyện Ngân Sơn", host="nganson.backan.gov.vn") == expected


@pytest.mark.parametrize("portal", PORTALS, ids=[portal.name for portal in PORTALS])
def test_system_and_level_of_an_agency_are_those_that_the_registry_gives(portal: Portal) -> None:
    province = find_province(portal.province, on=portal.last)
    assert (system_of(portal.agency), level_of(portal.agency, province)) == (portal.system, portal.level)
