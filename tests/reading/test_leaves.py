"""Days over a title: on the leaf of a calendar, in pieces of its own, and with the weekday that clocks name too."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from archive.vietnamese import read_date
from scraper.reading import read_page
from scraper.reading.leaves import day_of_leaf
from tests.reading.listed import ITEMS, listed, rows

TITLE = "Vốn vay giúp làng gốm đỏ lửa trở lại"
TEXT = "<p>Từ khi nguồn vốn về tới làng, nhiều lò gốm đã đỏ lửa trở lại, mỗi mẻ nung rút ngắn được bốn ngày.</p>" * 3
MENU = "<ul>" + "".join(f"<li><a href='/m/{name}'>{name}</a></li>" for name in ("Trang chủ", "Tin tức")) + "</ul>"


def day(body: str, fetched_at: datetime | None = None) -> str | None:
    page = f"<html><body><div>{MENU}</div><div class=wrap>{body}</div></body></html>"
    announcement = read_page(page.encode(), "https://portal.example/tin/77.html", fetched_at=fetched_at).announcement
    assert announcement is not None
    assert announcement.title == TITLE
    date = read_date(announcement.date_line) if announcement.date_line else None
    return date.iso[:10] if date and date.iso else None


LEAVES = [
    "<b>25</b><small>07/2014</small>",
    "<span>25</span><span>07/2014</span>",
    "<strong>25</strong><em>07.2014</em>",
    "<b>25</b><span>Tháng 7</span><i>2014</i>",
    "<div>25</div><div>Tháng 7</div><div>2014</div>",
    "<div>25</div><div>Tháng 7 năm 2014</div>",
    "<div>25</div><div>Th07</div><div>2014</div>",
    "<p>25</p><p>07</p><p>2014</p>",
    "<ul><li>25</li><li>7</li><li>2014</li></ul>",
    "<span>25</span><span>07</span><span>2014</span>",
    "<small>07/2014</small><b>25</b>",
    "<div>Tháng 7</div><div>25</div><div>2014</div>",
    "<span>Tháng 7</span><b>25</b><span>2014</span>",
    "<b>25/07</b><small>2014</small>",
    "<div>25/07</div><div>2014</div>",
    "<b>25</b><span>Jul</span><span>2014</span>",
    "<div>25</div><div>JUL</div><div>2014</div>",
    "25<sup>07/2014</sup>",
    "25<br>THÁNG 7<br>2014",
    "<span>Thứ sáu</span><b>25</b><span>07/2014</span>",
    "Thứ sáu<b>25</b><small>07/2014</small>",
    "<div>Thứ Sáu, 25</div><div>07/2014</div>",
    "<div>2014</div><div>25/07</div>",
    "<b>2014</b><span>25/7</span>",
    "<div>2014</div><div>25 Th7</div>",
    "<b>Thg 7</b><b>25</b><b>2014</b>",
    "<span>Thg 7</span><span>25</span><span>2014</span>",
    "<i>Tháng 7/2014</i><b>25</b>",
]


@pytest.mark.parametrize("leaf", LEAVES)
@pytest.mark.parametrize(
    "layout",
    [
        "<div>{leaf}</div><div><h1>{title}</h1><span>392</span></div><div>{text}</div>",
        "<h1>{title}</h1><div>{leaf}</div><div>{text}</div>",
        "<table><tr><td>{leaf}</td><td><h2>{title}</h2></td></tr></table><div>{text}</div>",
    ],
)
def test_the_pieces_of_a_leaf_are_one_day_in_whatever_elements_they_stand(leaf: str, layout: str) -> None:
    assert day(layout.format(leaf=leaf, title=TITLE, text=TEXT)) == "2014-07-25"


@pytest.mark.parametrize("leaf", LEAVES)
@pytest.mark.parametrize(
    "record",
    [
        '<li>{leaf}<h4><a href="/tin/{{slug}}">{{title}}</a></h4></li>',
        '<div><div>{leaf}</div><a href="/tin/{{slug}}">{{title}}</a><p>Tóm tắt.</p></div>',
        '<a href="/tin/{{slug}}">{leaf}<h3>{{title}}</h3></a>',
        '<div><h3><a href="/tin/{{slug}}">{{title}}</a></h3><p>{leaf}</p></div>',
    ],
)
def test_the_pieces_of_a_leaf_are_the_day_of_an_entry_of_a_list(leaf: str, record: str) -> None:
    found = listed(f"<h1>Tin</h1><div>{rows(record.format(leaf=leaf))}</div>")
    days = [read_date(entry.date_line) if entry.date_line else None for entry in found]
    assert [day and day.iso[:10] for day in days] == ["2014-07-25"] * len(ITEMS)


@pytest.mark.parametrize(
    ("lines", "leaf"),
    [
        (["25", "07-2014"], "25-07-2014"),
        (["25", "Th7, 2014"], "25 Th7, 2014"),
        (["Tháng 7, 2014", "25"], "25 Tháng 7 2014"),
        (["25", "Th7"], "25 Th7"),
        (["25", "07"], ""),
        (["25", "13/2014"], ""),
        (["25", "07/2014 lượt xem"], ""),
        (["May 25"], ""),
        (["1225", "2014"], ""),
        (["2014", "25/07"], "25/07/2014"),
        (["2014", "25/13"], ""),
        (["2014", "25/07/2014"], ""),
        (["Thứ sáu 25", "07/2014"], "Thứ sáu, 25/07/2014"),
        (["Thứ sáu 2507", "2014"], ""),
    ],
)
def test_a_leaf_keeps_how_its_month_is_printed_and_other_figures_are_none(lines: list[str], leaf: str) -> None:
    assert day_of_leaf(lines)[0] == leaf


WEEKDAYS = [
    "Thứ sáu, 25/07/2014",
    "THỨ SÁU, 25/07/2014 17:43:27",
    "Thứ&nbsp;sáu,&nbsp;ngày 25 tháng 7 năm 2014",
    "[Thứ 6, 25/07/2014]",
    "25/07/2014, Thứ sáu",
    "Friday, July 25, 2014",
]


@pytest.mark.parametrize("printed", WEEKDAYS)
@pytest.mark.parametrize(
    "layout",
    [
        "<section><div><div>{day}</div><h1>{title}</h1></div><img src=k.jpg></section><section>{text}</section>",
        "<article><header><span>{day}</span><h2>{title}</h2></header><div>{text}</div></article>",
        "<div><div class=News_Date>{day}</div><div class=News_Title>{title}</div><div>{text}</div></div>",
        "<div><p>Tin tức</p><p id=lblNgay>{day}</p><h1>{title}</h1><div>{text}</div></div>",
        "<div><p>Tin tức - Sự kiện</p><p>{day}</p><h1>{title}</h1><div>{text}</div></div>",
        "<article><div>{day}</div><h1>{title}</h1><div>{text}</div></article>",
        "<main><p><i>{day}</i></p><h1>{title}</h1>{text}</main>",
    ],
)
def test_a_weekday_and_day_set_with_the_title_are_those_of_publication(printed: str, layout: str) -> None:
    assert day(layout.format(day=printed, title=TITLE, text=TEXT)) == "2014-07-25"


@pytest.mark.parametrize("printed", WEEKDAYS)
@pytest.mark.parametrize(
    "layout",
    [
        "<div>{day}</div><div><h1>{title}</h1><div>{text}</div></div>",
        "<div class=date>{day} <a href=/rss>RSS</a></div><h1>{title}</h1><div>{text}</div>",
        "<div class=date>{day}</div><a href=/>Trang chủ</a> » <a href=/t>Tin</a><h1>{title}</h1><div>{text}</div>",
        "<div class=topdate>{day}</div><h1>{title}</h1><div>{text}</div>",
        "<main><div class=topbar>{day}</div><h1>{title}</h1><div>{text}</div></main>",
        "<div>{day}</div><h1>{title}</h1><div>{text}</div>",
    ],
)
def test_a_weekday_and_day_that_a_clock_may_print_are_none(printed: str, layout: str) -> None:
    assert day(layout.format(day=printed, title=TITLE, text=TEXT)) is None


@pytest.mark.parametrize("printed", WEEKDAYS)
@pytest.mark.parametrize(
    "layout",
    [
        "<div>{day}</div><h1>{title}</h1><div>{text}</div>",
        "<table><tr><td>{day}<tr><td><b>{title}</b><tr><td>{text}</table>",
        "<a href=/>Trang chủ</a> » <a href=/t>Tin</a><div>{day}</div><h1>{title}</h1><div>{text}</div>",
        "<p align=right>{day}</p><h2>{title}</h2>{text}",
    ],
)
def test_a_weekday_and_day_over_a_title_are_no_clocks_where_the_page_was_fetched_on_another_day(
    printed: str, layout: str
) -> None:
    shown = layout.format(day=printed, title=TITLE, text=TEXT)
    assert day(shown, datetime(2014, 9, 2, tzinfo=UTC)) == "2014-07-25"
    assert day(shown, datetime(2014, 7, 25, tzinfo=UTC)) is None
    assert day(f"<div class=clock>{printed}</div><h1>{TITLE}</h1>{TEXT}", datetime(2014, 9, 2, tzinfo=UTC)) is None


@pytest.mark.parametrize(
    ("printed", "line"),
    [
        ("<div>08:30</div><div>25/07/2014</div>", "08:30 25/07/2014"),
        ("<div>Thứ sáu</div><div>25/07/2014</div>", "Thứ sáu 25/07/2014"),
        ("<div>Chủ nhật,</div><div>27/07/2014</div><div>08:30</div>", "Chủ nhật, 27/07/2014 08:30"),
        ("<div>501</div><div>25/07/2014</div>", "25/07/2014"),
    ],
)
def test_a_weekday_or_a_time_above_a_day_begins_its_line(printed: str, line: str) -> None:
    page = f"<html><body><div><h1>{TITLE}</h1>{printed}<div>{TEXT}</div></div></body></html>"
    announcement = read_page(page.encode(), "https://portal.example/tin/77.html").announcement
    assert announcement is not None
    assert announcement.date_line == line
    assert "Thứ sáu" not in (announcement.body_text or "")


@pytest.mark.parametrize(
    "printed", ["25/07/2014 - Nguyễn Văn An", "Tin hoạt động - 25/07/2014", "Tin đưa ngày 25/07/2014", "25/07/2014"]
)
def test_a_day_below_a_lead_is_that_of_publication_beside_a_name_or_a_section_too(printed: str) -> None:
    lead = "<p><b>Từ nhiều năm nay, xóm Bãi có đội tuần tra giữ bình yên cho bà con.</b></p>"
    assert day(f"<h1>{TITLE}</h1>{lead}<div>{printed}</div><div>{TEXT}</div>") == "2014-07-25"


def test_a_day_beside_a_name_above_its_title_is_that_of_publication() -> None:
    assert day(f"<div><b>Nguyễn Văn An</b><i>25/07/2014</i></div><h1>{TITLE}</h1><div>{TEXT}</div>") == "2014-07-25"
