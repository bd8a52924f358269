"""Moments as programs write them, which some skins print for the day of publication."""

from __future__ import annotations

import pytest

from archive.vietnamese import read_date
from scraper.reading import read_page
from tests.reading.listed import ITEMS, TITLES, listed, rows
from tests.reading.written import TEXT, TITLE, read

MOMENT = "2019-07-09T09:35:00+07:00"
STAMPS = (
    "2019-07-09T02:35:00.000Z",
    "2019-07-09T02:35:00.0000000Z",
    "2019-07-09T09:35:00+07:00",
    "2019-07-09T09:35:00+0700",
    "2019-07-09T09:35:00",
    "2019-07-09T09:35",
    "2019-07-09 09:35:00.0",
)
OPENING = TEXT[3:40]


def moment_of(printed: str | None) -> str | None:
    date = read_date(printed) if printed else None
    return date.iso if date is not None else None


@pytest.mark.parametrize("stamp", STAMPS)
@pytest.mark.parametrize(
    "below",
    [
        "<span class='NgayDang'>{}</span>",
        "<div>{}</div>",
        "<time>{}</time>",
        "<p>Đăng lúc {}</p>",
        "<p>Ngày đăng: {} | Lượt xem: 12</p>",
        "<p>{} - Lượt xem: 12</p>",
        "<p><b>Ngày đăng</b></p><p>{}</p>",
    ],
)
def test_a_stamp_below_a_title_is_the_day_in_the_time_of_vietnam_and_opens_no_text(below: str, stamp: str) -> None:
    told = read("", below.format(stamp))
    assert moment_of(told.date_line) == MOMENT
    assert told.byline is None
    assert told.body_text.startswith(OPENING)


@pytest.mark.parametrize("stamp", STAMPS)
@pytest.mark.parametrize("around", ["<div>{}</div><h1>{}</h1>", "<div><p>{}</p><h2>{}</h2></div>"])
def test_a_stamp_above_a_title_is_the_day(around: str, stamp: str) -> None:
    page = f"<html><body><div>{around.format(stamp, TITLE)}<div>{TEXT}</div></div></body></html>"
    told = read_page(page.encode(), "https://portal.example/Article/View/81").announcement
    assert told is not None
    assert (told.title, moment_of(told.date_line)) == (TITLE, MOMENT)


@pytest.mark.parametrize("stamp", STAMPS)
@pytest.mark.parametrize(
    "heading",
    [
        "<div class='TieuDe'><span>{}</span> <span class='NgayDang'>{}</span></div>",
        "<h1>{} <small>{}</small></h1>",
        "<h1>{} ({})</h1>",
    ],
)
def test_a_stamp_set_apart_behind_a_title_is_no_part_of_it(heading: str, stamp: str) -> None:
    page = f"<html><body><div>{heading.format(TITLE, stamp)}<div>{TEXT}</div></div></body></html>"
    told = read_page(page.encode(), "https://portal.example/Article/View/81").announcement
    assert told is not None
    assert (told.title, moment_of(told.date_line)) == (TITLE, MOMENT)


@pytest.mark.parametrize("stamp", [stamp for stamp in STAMPS if "T" in stamp])
def test_a_stamp_is_no_word_of_the_title_that_ends_with_it(stamp: str) -> None:
    page = f"<html><body><div><h1>{TITLE} {stamp}</h1><div>{TEXT}</div></div></body></html>"
    told = read_page(page.encode(), "https://portal.example/Article/View/81").announcement
    assert told is not None
    assert (told.title, told.date_line) == (TITLE, stamp)


def test_a_stamp_at_midnight_is_a_day() -> None:
    assert moment_of(read("", "<span>2019-07-09T00:00:00</span>").date_line) == "2019-07-09"


@pytest.mark.parametrize("order", ["<span class='an'>{}</span><p>{}</p>", "<time>{}</time><div>{}</div>"])
@pytest.mark.parametrize("stamp", [stamp for stamp in STAMPS if "T" in stamp])
@pytest.mark.parametrize("day", ["10/07/2019", "Thứ Tư, 10/07/2019 08:15"])
def test_a_day_as_readers_see_it_wins_over_the_stamp_beside_it(day: str, stamp: str, order: str) -> None:
    for first, second in ((stamp, day), (day, stamp)):
        told = read("", order.format(first, second))
        assert told.date_line == day
        assert told.body_text.startswith(OPENING)


@pytest.mark.parametrize("stamp", STAMPS)
@pytest.mark.parametrize(
    "row",
    [
        "<li><a href='/tin/{slug}'>{title}</a><span> {day}</span></li>",
        "<li><a href='/tin/{slug}'>{title}</a><p>{day}</p></li>",
        "<li><p>{day}</p><a href='/tin/{slug}'>{title}</a></li>",
        "<li><span><a href='/tin/{slug}'>{title} </a>{day}</span></li>",
        "<li><a href='/tin/{slug}'>{title} ({day})</a></li>",
        "<li><a href='/tin/{slug}'>({day}) {title}</a></li>",
        "<li><a href='/tin/{slug}'>{day} - {title}</a></li>",
        "<li><a href='/tin/{slug}'>{title}</a><p>Đăng lúc {day}</p></li>",
        "<li><a href='/tin/{slug}'>{title}</a><p>{day} - Sáng nay, các thôn trong xã họp bàn việc này.</p></li>",
    ],
)
def test_a_stamp_in_the_row_of_a_list_is_its_day(row: str, stamp: str) -> None:
    markup = rows(row)
    for _, _, day in ITEMS:
        markup = markup.replace(day, stamp)
    entries = listed(f"<ul>{markup}</ul>")
    assert [entry.title for entry in entries] == TITLES
    assert {moment_of(entry.date_line) for entry in entries} == {MOMENT}


@pytest.mark.parametrize("stamp", STAMPS)
@pytest.mark.parametrize("row", ["<li>{}<span> {}</span></li>", "<li>{}<p>{}</p></li>", "<div>{}</div><div>{}</div>"])
@pytest.mark.parametrize("head", ["<h3>Tin khác</h3>", "<p>Các tin khác</p>", ""])
@pytest.mark.parametrize("count", [1, 4])
def test_the_stamps_of_others_below_a_text_are_none_of_its_own(count: int, head: str, row: str, stamp: str) -> None:
    link = "<a href='/tin/bai-{}'>Xã họp bàn việc sản xuất vụ mùa lần {}</a>"
    others = "".join(row.format(link.format(number, number), stamp) for number in range(count))
    told = read("", "", f"</div><div>{head}{others}")
    assert told.date_line is None
    assert stamp not in told.body_text


@pytest.mark.parametrize(
    "sentence",
    [
        "Dữ liệu được kết xuất lúc 2019-07-09T09:35 từ máy chủ của tỉnh, gồm 12 bảng và 4.500 dòng.",
        "Hệ thống ghi nhận sự cố lúc 2019-07-09T02:35:00Z và khắc phục xong trong buổi sáng cùng ngày.",
    ],
)
def test_a_stamp_within_a_sentence_is_no_day_of_publication(sentence: str) -> None:
    told = read("", f"<p>{sentence}</p>")
    assert told.date_line is None
    assert sentence in told.body_text
