"""Which links of a menu may lead to lists of announcements."""

from __future__ import annotations

import pytest

from scraper.reading.page import make_page
from scraper.reading.result import Entry
from scraper.sections import is_below, sections_of


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
    assert [section.title for section in sections_of(page, entries)] == ["Chuyên đề", "Thông báo"]
