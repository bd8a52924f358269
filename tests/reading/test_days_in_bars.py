"""Days in the bar of a breadcrumb and above a title that line breaks alone set apart, and the clocks that are none."""

from __future__ import annotations

import pytest

from archive.vietnamese import read_date
from scraper.reading import read_page
from tests.reading.written import TEXT, TITLE

SECTIONS = "<a href='/'>Trang chủ</a> / <a href='/tin-tuc'>Tin tức</a>"
ITEMS = "<li><a href='/'>Trang chủ</a></li><li><a href='/tin-tuc'>Tin tức</a></li>"
MENU = "<ul>" + "".join(f"<li><a href='/m/{number}'>Chuyên mục {number}</a></li>" for number in range(8)) + "</ul>"
FOOT = "<div>Bản quyền thuộc Ủy ban nhân dân huyện. Giấy phép số 12/GP-TTĐT ngày 12/02/2010</div>"
ADDRESS = "https://portal.example/tin/so-ket-cong-tac-giam-ngheo-77.html"
BROKEN = TEXT.replace("<p>", "").replace("</p>", "<br><br>")


def day_of(page: str) -> str | None:
    """The day that is read from what stands between a menu and a foot."""
    told = read_page(f"<html><body>{MENU}{page}{FOOT}</body></html>".encode(), ADDRESS).announcement
    assert told is not None
    assert told.title == TITLE
    date = read_date(told.date_line) if told.date_line else None
    return date.iso if date is not None else None


@pytest.mark.parametrize(
    "bar",
    [
        f"<div><span class='l'>Bạn đang ở: {SECTIONS}</span><span class='r'>{{day}}</span></div>",
        f"<div><span class='l'>{SECTIONS}</span><span class='r'>{{day}}</span></div>",
        f"<div class='breadcrumb'><ul>{ITEMS}</ul><div>{{day}}</div></div>",
        f"<div><ol class='breadcrumbs'>{ITEMS}</ol><p>{{day}}</p></div>",
        f"<table class='duong-dan'><tr><td>{SECTIONS}</td><td>{{day}}</td></tr></table>",
        f"<section><div><div>{SECTIONS}</div><div>{{day}}</div></div></section>",
    ],
)
@pytest.mark.parametrize(
    ("day", "moment"),
    [
        ("19 tháng 11, 2012", "2012-11-19"),
        ("Ngày 19 tháng 11 năm 2012", "2012-11-19"),
        ("19/11/2012", "2012-11-19"),
        ("Mon, 19/11/2012", "2012-11-19"),
        ("T2, 19.11.12", "2012-11-19"),
        ("19-11-2012 08:15", "2012-11-19T08:15:00+07:00"),
        ("Cập nhật lúc 08h15' ngày 19/11/2012", "2012-11-19T08:15:00+07:00"),
        ("<i class='fa fa-clock-o'></i> 19/11/2012", "2012-11-19"),
        ("<i class='icon-clock'></i> 19-11-2012 08:15", "2012-11-19T08:15:00+07:00"),
        ("<b class='lao-dong-ho-tro'>19/11/2012</b>", "2012-11-19"),
    ],
)
def test_the_day_at_the_end_of_the_bar_of_a_breadcrumb_is_that_of_the_title_below(
    bar: str, day: str, moment: str
) -> None:
    assert day_of(f"{bar.format(day=day)}<div><h1>{TITLE}</h1><div>{TEXT}</div></div>") == moment


@pytest.mark.parametrize(
    "bar",
    [
        "<div><a href='/'>Trang chủ</a> | <a href='/lien-he'>Liên hệ</a> | <a href='/rss'>RSS</a>"
        "<span class='r'>19/11/2012</span></div>",
        "<div class='top'><a href='/gioi-thieu'>Giới thiệu</a> | <a href='/so-do'>Sơ đồ</a> <b>19/11/2012</b></div>",
        "<div class='top'><a href='/'>Trang chủ</a><span class='r'>Thứ Hai, 19/11/2012</span></div>",
        f"<div class='breadcrumb'><ul>{ITEMS}</ul><div>Thứ Hai, 19/11/2012</div></div>",
        f"<div class='breadcrumb'><ul>{ITEMS}</ul><span>Chủ nhật, 18/11/2012, 15:42</span></div>",
        f"<div><ul>{ITEMS * 4}</ul><div>19/11/2012</div></div>",
        f"<section><div>{SECTIONS}</div><div><b class='current-time'>Thứ hai, 19/11/2012, 08:15</b></div></section>",
        "<div id='clock'>Thứ hai, 19/11/2012, 08:15</div>",
        "<p><span class='dong-ho'>08:15 Thứ hai, 19/11/2012</span></p>",
        "<div>Giấy phép số 12/GP-TTĐT ngày 19/11/2012</div>",
    ],
)
def test_the_day_in_a_menu_or_with_its_weekday_as_of_a_clock_is_none(bar: str) -> None:
    assert day_of(f"{bar}<div><h1>{TITLE}</h1><div>{TEXT}</div></div>") is None


@pytest.mark.parametrize(
    "cell",
    [
        f"<td><span class=n>{{day}}</span><br><span class=t>{TITLE}</span><br><br><div>{BROKEN}</div></td>",
        f"<td><font size=1>{{day}}</font><br><b>{TITLE}</b><br>{BROKEN}</td>",
        f"<td>{{day}}<br><b>{TITLE}</b><p>{BROKEN}</p></td>",
        f"<td><div><span class=n>{{day}}</span><h1>{TITLE}</h1><div>{TEXT}</div></div></td>",
    ],
)
@pytest.mark.parametrize("day", ["Thứ tư, 16-10-2013", "Thứ tư, ngày 16 tháng 10 năm 2013", "T4, 16.10.13"])
def test_a_day_with_its_weekday_in_one_element_with_the_title_below_is_the_pages(day: str, cell: str) -> None:
    assert day_of(f"<table><tr>{cell.format(day=day)}</tr></table>") == "2013-10-16"


@pytest.mark.parametrize(
    "cell",
    [
        f"<td>Thứ tư, 16-10-2013<br><a href='/tin-tuc'>Tin tức</a><br><b>{TITLE}</b><br>{BROKEN}</td>",
        f"<td>Thứ tư, 16-10-2013</td></tr><tr><td><b>{TITLE}</b><br>{BROKEN}</td>",
        f"<td class='top-bar'><span>Thứ tư, 16-10-2013</span><h1>{TITLE}</h1><div>{TEXT}</div></td>",
    ],
)
def test_a_day_with_its_weekday_apart_from_the_title_below_stays_that_of_a_clock(cell: str) -> None:
    assert day_of(f"<table><tr>{cell}</tr></table>") is None
