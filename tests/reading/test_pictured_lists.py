"""Lists of entries with their pictures below the short name of a section, and pictures that stand for a text."""

from __future__ import annotations

import pytest

from scraper.reading import read_page

LONG = (
    "Ra quân nạo vét kênh mương vụ đông xuân",
    "Tập huấn lái xe an toàn cho đoàn viên",
    "Kỷ niệm ngày 8/3 tại trường",
)
ROWS = (
    "<article><figure><a href='/doan/{n}-bai.html'><img src='/h/{n}.jpg' width='480' height='320'></a></figure>"
    "<h2><a href='/doan/{n}-bai.html'>{title}</a></h2></article>",
    "<div><a href='/doan/{n}-bai.html'><img src='/h/{n}.jpg' width='480' height='320'></a>"
    "<div><a href='/doan/{n}-bai.html'>{title}</a></div></div>",
)


def kind(main: str) -> tuple[str, int]:
    page = (
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Hoạt động Đoàn - Đội</title></head><body>"
        "<ul><li><a href='/'>Trang chủ</a></li><li><a href='/tin-tuc'>Tin tức</a></li>"
        "<li>Hoạt động Đoàn - Đội</li></ul>"
        f"<div>{main}</div></body></html>"
    )
    read = read_page(page.encode(), "https://truong.example/tin-tuc/hoat-dong-doan-doi")
    return read.kind, len(read.entries)


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize("first", ["Truyền thông", "GIÁO DỤC TRUYỀN THỐNG", "Ngày hội đọc sách", "Đại hội Liên đội"])
def test_the_picture_of_a_first_entry_with_a_short_name_is_none_of_an_announcement(first: str, row: str) -> None:
    rows = "".join(row.format(n=n, title=title) for n, title in enumerate((first, *LONG), start=1))
    assert kind(rows) == ("listing", 4)


@pytest.mark.parametrize("row", ROWS)
def test_a_picture_of_its_own_makes_an_announcement_whatever_headlines_stand_below(row: str) -> None:
    picture = "<p><img src='/h/1.jpg' width='480' height='320'></p>"
    others = "".join(row.format(n=n, title=title) for n, title in enumerate(LONG, start=1))
    page = (
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Lịch trực Tết của trường năm 2023</title></head><body>"
        f"<h1>Lịch trực Tết của trường năm 2023</h1><div>{picture}</div><div>{others}</div></body></html>"
    )
    read = read_page(page.encode(), "https://truong.example/lich-truc-tet-cua-truong-nam-2023-5512.html")
    assert read.kind == "article"
