"""Which links of a menu may lead to lists of announcements."""

from __future__ import annotations

import pytest

from scraper.reading.page import make_page
from scraper.reading.result import Entry
from scraper.sections import is_below, sections_of, unlikely_of


@pytest.mark.parametrize(
    ("entry", "section", "below"),
    [
        ("http://a.example/chinh-tri/tin-1.html", "http://a.example/chinh-tri", True),
        ("http://a.example/chinh-tri/tin-1.html", "http://a.example/chinh-tri.html", True),
        ("http://a.example/chinh-tri-xa-hoi/tin-1.html", "http://a.example/chinh-tri", False),
        ("http://a.example/?gd=27&cn=97&tc=2635", "http://a.example/?gd=27&cn=97", True),
        ("http://a.example/?gd=27&cn=98&tc=2635", "http://a.example/?gd=27&cn=97", False),
        ("http://a.example/Default.aspx?tabid=107&NID=4", "http://a.example/Default.aspx?tabid=107", True),
        ("http://a.example/tin-1.html", "http://a.example/", False),
        ("http://b.example/chinh-tri/tin-1.html", "http://a.example/chinh-tri", False),
    ],
)
def test_an_announcement_stands_below_its_section(entry: str, section: str, below: bool) -> None:
    assert is_below(entry, section) is below


def test_sections_with_announcements_below_them_come_first_and_static_pages_never() -> None:
    menu = {
        "/gioi-thieu": "Giới thiệu",
        "/co-cau-to-chuc": "Cơ cấu tổ chức",
        "/thong-bao": "Thông báo",
        "/chuyen-de": "Chuyên đề",
        "/goc-nhin": "Góc nhìn",
        "/lien-he": "Liên hệ",
    }
    links = "".join(f'<li><a href="{path}">{name}</a></li>' for path, name in menu.items())
    page = make_page(f"<html><body><ul>{links}</ul></body></html>".encode(), "http://a.example/")
    entries = [Entry(f"http://a.example/chuyen-de/bai-viet-{number}.html") for number in range(3)]
    assert [section.title for section in sections_of(page, entries)] == ["Chuyên đề", "Thông báo", "Góc nhìn"]
    static = ["Giới thiệu", "Cơ cấu tổ chức"]
    assert [section.title for section in unlikely_of(page, entries)] == static


def titles(links: dict[str, str], *entries: str) -> list[str]:
    menu = "".join(f'<li><a href="{path}">{name}</a></li>' for path, name in links.items())
    page = make_page(f"<html><body><ul>{menu}</ul></body></html>".encode(), "http://a.example/")
    return [section.title for section in sections_of(page, [Entry(f"http://a.example{path}") for path in entries])]


@pytest.mark.parametrize(
    ("known", "unknown", "other"),
    [
        ("/chuyen-muc/hoat-dong-hoi", "/chuyen-muc/goc-nhin", "/trang/goc-nhin"),
        ("/DanhMuc.aspx?cm=1", "/DanhMuc.aspx?cm=2", "/Trang.aspx?cm=2"),
        ("/index.php?mod=tin&cat=3", "/index.php?mod=tin&cat=8", "/index.php?mod=anh&cat=8"),
        ("/hoat-dong-c12.html", "/goc-nhin-c13.html", "/goc-nhin/c13"),
    ],
)
def test_what_stands_in_a_menu_as_known_sections_do_is_one_and_comes_last(known: str, unknown: str, other: str) -> None:
    menu = {unknown: "Góc nhìn", known: "Hoạt động Hội", other: "Đời quân ngũ", "/gioi-thieu": "Giới thiệu"}
    assert titles(menu) == ["Hoạt động Hội", "Góc nhìn"]
    assert titles({unknown: "Góc nhìn", "/gioi-thieu": "Giới thiệu"}) == []


def test_static_pages_are_no_sections_though_their_addresses_are_made_as_those_of_sections() -> None:
    static = ("Giới thiệu", "Liên hệ", "Cơ cấu tổ chức", "Trang chủ", "Sơ đồ trang", "Hỏi đáp", "Thư viện ảnh")
    menu = {f"/muc/{number}": name for number, name in enumerate(static)}
    assert titles(menu | {"/muc/21": "Tin trong huyện"}) == ["Tin trong huyện"]


@pytest.mark.parametrize("name", ["Tin nhà trường", "Bản tin", "Tin Đảng ủy", "Gương người tốt", "Phong trào thi đua"])
def test_names_of_news_are_those_of_sections(name: str) -> None:
    assert titles({"/Home/List?cat=a": name}) == [name]


@pytest.mark.parametrize("name", ["Tin học", "Tín dụng", "Tín ngưỡng", "Thông tin khách hàng"])
def test_other_words_with_the_letters_of_news_are_none(name: str) -> None:
    assert titles({"/muc/7": name}) == []


@pytest.mark.parametrize("name", ["Trang chủ", "Home", "Về trang chủ", "TRANG NHẤT"])
def test_the_front_page_under_another_address_is_no_section_whatever_stands_below_it(name: str) -> None:
    assert titles({"/Home": name}, "/Home/tin-1.html", "/Home/tin-2.html") == []


@pytest.mark.parametrize(
    ("path", "name", "of_months"),
    [
        ("/2026/11/", "Tháng 11", True),
        ("/2026/11", "Tháng 11/2026 (14)", True),
        ("/2025/", "Năm 2025", True),
        ("/tin/2026-10", "Tháng 10 năm 2026", True),
        ("/tin-tuc/2026", "Tin tức", False),
        ("/tin-tuc", "Tháng Thanh niên", False),
    ],
)
def test_an_archive_of_a_month_is_told_from_a_section(path: str, name: str, of_months: bool) -> None:
    page = make_page(f'<a href="{path}">{name}</a>'.encode(), "http://a.example/")
    entries = [Entry(f"http://a.example{path.rstrip('/')}/bai-viet-{number}.html") for number in range(3)]
    assert [section.is_of_months for section in sections_of(page, entries)] == [of_months]


def test_the_newest_of_a_menu_is_a_section_and_a_sign_of_what_is_new_names_no_announcement() -> None:
    menu = '<ul><li><a href="/tin-moi">Tin mới</a></li><li><a href="/tin-cu?trang=2">Trang sau</a></li></ul>'
    signed = '<p><a href="/muc/1">Tin mới</a> <a href="/muc/1">Thông báo</a></p>'
    page = make_page(f"<html><body>{menu}{signed}</body></html>".encode(), "http://a.example/")
    assert [section.title for section in sections_of(page, [])] == ["Tin mới", "Thông báo"]


def test_an_announcement_with_a_word_of_static_pages_is_not_among_them() -> None:
    told = {"/tin/1": "Lãnh đạo tỉnh thăm hỏi", "/tin/2": "Công bố quyết định bổ nhiệm lãnh đạo Sở Nội vụ"}
    links = "".join(f'<li><a href="{path}">{name}</a></li>' for path, name in {**told, "/lh": "Hỏi đáp"}.items())
    page = make_page(f"<html><body><ul>{links}</ul></body></html>".encode(), "http://a.example/")
    assert [section.title for section in unlikely_of(page, [Entry("http://a.example/tin/1")])] == ["Hỏi đáp"]
