"""From a text to the one date that it prints: every day with its lead and tail, and the choice between them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache
from itertools import pairwise
from unicodedata import normalize

from archive.vietnamese.dates.addresses import read_stamp
from archive.vietnamese.dates.clock import BEHIND, read_moment
from archive.vietnamese.dates.coarse import read_month_alone, read_year_alone
from archive.vietnamese.dates.counts import counts_something
from archive.vietnamese.dates.days import DAY, RARE_DAY, WEB_BEGAN, Day, day_behind_month, read_day, read_rare_day
from archive.vietnamese.dates.events import SINCE, leads_to_event
from archive.vietnamese.dates.fields import ends_label_of_making, ends_other_field
from archive.vietnamese.dates.grammar import DASH
from archive.vietnamese.dates.plain import read_plain_line
from archive.vietnamese.dates.printed import PrintedDate
from archive.vietnamese.dates.relative import read_relative
from archive.vietnamese.dates.surroundings import (
    closes_range,
    fills,
    is_feast,
    is_lunar_before,
    is_lunar_behind,
    is_number,
    is_span_of_months,
    is_term,
    joins,
    opens_range,
)
from archive.vietnamese.dates.weekdays import weekday_number

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_ICON = re.compile("[\u2300-\u23ff\u2600-\u27bf\ue000-\uf8ff\ufe0f\U0001f300-\U0001faff]")
"""Clocks, calendars and eyes, as emoji or from a font of icons."""

_YEAR = re.compile("[0-9]{4}")
"""What every date has that is not written in figures alone."""

_SAID_OF = re.compile(r"[\s)]{1,3}là(?!\w)")
"""A sentence about the day goes on: "15/02/2024 là hạn cuối"."""

_DRUPAL = re.compile(r",\s[0-9]{2}/[0-9]{2}/[0-9]{4}\s-\s[0-9]{2}:[0-9]{2}(?![0-9:])")
"""A day and a time as Drupal prints them behind the weekday, by default with the month first."""

_LISTS = re.compile(r"\s{0,2}(?:[,;&]|và)\s{0,2}")

_FIELDS = re.compile(rf"\s{{0,2}}[|•·{DASH}][^\n]*[|•·({DASH}]\s{{0,2}}")
"""What stands between two fields of a row."""

_FIELD_BEGINS = re.compile(rf"(?:\A|[\n|•·{DASH}])\s{{0,2}}\Z")

_ROW = 120
"""Characters between two days of one row."""

_SHORT = 200
"""Characters of a line, of which the last that were read are kept."""

_WINDOW = 56
"""What stands before a date is looked at in so many characters."""


def read_date(text: str, *, fetched_at: datetime | None = None, month_first: bool = False) -> PrintedDate | None:
    """The date that a text prints, above all the publication date of a page; None where it prints no date with a year.

    The day stands before the month, whatever the language of the label, but where only the other order makes a day and
    an American time follows it ("4/25/2018 7:50:12 AM") or its weekday agrees ("T4, 11/30/2016"), where the form of
    Drupal has the weekday of the other, and with `month_first`, which says that the page prints its days so. A posted
    date wins over an updated one, a labelled date over others, the first over later ones. Ranges, terms, lunar days,
    anniversaries and the numbers of papers are no dates; nor is a day without a label that a field, a sentence or a
    count gives to something else.
    A relative date ("2 giờ trước") is read only with `fetched_at`, which is Vietnamese time where it has no zone; all
    times are given in Vietnamese time. Never raises, and takes time in proportion to the text.
    """
    found, has_days = _read_short(text, month_first) if len(text) <= _SHORT else _read(text, month_first)
    if found is not None or has_days or fetched_at is None:
        return found
    text = _clean(text)
    return read_relative(text, _lower(text), fetched_at)


@lru_cache(maxsize=64)
def _read_short(text: str, month_first: bool) -> tuple[PrintedDate | None, bool]:
    """What a line says; each reader of a page asks for the date of the same few lines."""
    return _read(text, month_first)


def _read(text: str, month_first: bool) -> tuple[PrintedDate | None, bool]:
    """The date that a text prints in figures or words, and whether days stand in it, be they no date of a page."""
    text = _clean(text)
    lower = _lower(text)
    plain = None if month_first else read_plain_line(text, lower)
    return (plain, True) if plain is not None else read_by_parts(text, lower, month_first=month_first)


def read_by_parts(text: str, lower: str, *, month_first: bool = False) -> tuple[PrintedDate | None, bool]:
    """The date of any text, by the figures and words that stand in it, and whether days do."""
    has_year = _YEAR.search(lower) is not None
    days = _days(DAY, read_day, text, lower, month_first=month_first)
    days = days or (_days(RARE_DAY, read_rare_day, text, lower) if has_year else [])
    if days:
        days = [day for day in days if day.counts]
        return _result(*_choose(days, lower), text) if days else None, True
    if not has_year:
        return None, False
    return read_stamp(text, lower) or read_month_alone(text, lower) or read_year_alone(text, lower), False


def _clean(text: str) -> str:
    text = _ICON.sub(" ", normalize("NFC", text))
    return text if text.isprintable() else _INVISIBLE.sub("", text)


def _lower(text: str) -> str:
    """Lower case of the same length, so that offsets agree (İ becomes two characters in Unicode's own)."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text.replace("İ", "I").lower()


def _days(
    pattern: re.Pattern[str],
    read: Callable[[re.Match[str]], Day],
    text: str,
    lower: str,
    *,
    month_first: bool = False,
) -> list[Day]:
    """Every printed day with its lead and tail, in order."""
    days: list[Day] = []
    floor = 0
    found = pattern.search(lower)
    while found is not None:
        day = read(found)
        day.find(lower, floor, day.start)
        after = day.end
        if day.label is not None or (day.clear and not is_number(lower, text, day)):
            if day.tail < len(lower):
                _take_tail(day, lower)
            if day.kind == "numbers" and (month_first or day.weekday is not None or day.value == "impossible-date"):
                turned = day_behind_month(lower[day.start : day.end])
                if turned is not None and _is_month_first(day, turned, lower, told=month_first):
                    day.value, day.month_first = turned, True
            day.counts = day.label is not None or _counts(day, text, lower, floor)
            if days and _is_range(days[-1], day, lower):
                days[-1].counts = day.counts = False
            days.append(day)
            floor = after = day.tail
        found = pattern.search(lower, after) if after < len(lower) else None
    return days


def _take_tail(day: Day, lower: str) -> None:
    """Move the end of the tail to behind the weekday, the time and the zone that stand there."""
    found = BEHIND.match(lower, day.tail)
    assert found is not None, "every part of the pattern may be absent"
    weekday, *clock, hours = found.groups()
    day.weekday = day.weekday or weekday
    if clock[0] is not None and day.clock is not None:  # the time of another date
        day.tail = found.end("weekday") if weekday else day.end
        return
    if clock[0] is not None:
        day.clock, day.time_from, day.hours = clock, found.start("hour"), hours is not None
    day.zone, day.tail = clock[-1], max(day.end, found.end())


def _is_month_first(day: Day, turned: date, lower: str, *, told: bool) -> bool:
    """Whether figures that make the day `turned` with the month first are said to stand so.

    An impossible day is told so by an American time behind it or by the weekday of the other. A possible one is so in
    Drupal's own form alone ("Wed, 02/05/2020 - 14:30"): elsewhere the weekday may come from a script that took the day
    for the month. Where that is `told` otherwise, no weekday may contradict it.
    """
    weekday = None if day.weekday is None else weekday_number(day.weekday)
    if told:
        return weekday in (None, turned.weekday())
    if not isinstance(day.value, date):
        is_american = day.clock is not None and day.clock[-2] in ("am", "pm") and day.time_from > day.start
        return is_american or weekday == turned.weekday()
    if weekday != turned.weekday() or weekday == day.value.weekday():
        return False
    return _DRUPAL.match(lower, max(0, day.start - 2)) is not None


def _counts(day: Day, text: str, lower: str, floor: int) -> bool:
    """Whether an unlabelled day can be the date of a page, judged by what stands around it."""
    if day.tail < len(lower) and (opens_range(lower, day) or is_lunar_behind(lower, day.end)):
        return False
    before = lower[max(floor, day.lead - _WINDOW) : day.lead]
    if before and (closes_range(before) or is_lunar_before(before) or (not day.hours and is_term(before))):
        return False
    if _is_of_something_else(day, text, lower, before):
        return False
    if day.clock or day.weekday:
        return True
    if is_feast(before, lower[day.lead : day.end]) or is_span_of_months(text, day):
        return False
    historic = isinstance(day.value, date) and day.value.year < WEB_BEGAN
    return not historic or day.kind == "words" or fills(lower, day.lead, day.tail)


def _is_of_something_else(day: Day, text: str, lower: str, before: str) -> bool:
    """Whether the words around an unlabelled day name something else than the page whose day it is."""
    printed = text[day.lead - len(before) : day.lead]
    if before:
        since = SINCE.search(printed)
        if since is not None and not day.hours:
            return True
        if ends_other_field(printed[: since.start()] if since else printed):
            return True
        if leads_to_event(day, text, lower, before, printed):
            return True
    if day.end < len(lower) and _SAID_OF.match(lower, day.end):
        return True
    return counts_something(day, text, lower, printed)


def _is_range(first: Day, second: Day, lower: str) -> bool:
    """Whether two days are the ends of a range: joined by "đến", or by a dash where the second is later.

    So are two times of one day, and two days of which the first is already known to be of something else.
    """
    if not first.counts and _LISTS.fullmatch(lower, first.tail, second.lead):
        return True
    joint = joins(lower, first.tail, second.lead)
    if joint != "dash":
        return joint == "word"
    if first.label is not None or second.label is not None:
        return False
    if not first.counts or (first.clock and second.clock and first.value == second.value):
        return True
    return first.value != second.value and _not_later(first, second)


def _not_later(one: Day, other: Day) -> bool:
    return isinstance(one.value, date) and isinstance(other.value, date) and one.value <= other.value


def _choose(days: list[Day], lower: str) -> tuple[Day, tuple[str, ...]]:
    """The posted day, else the updated one, else the first; an impossible day gives way to a labelled one only."""
    if len(days) == 1:
        return days[0], ()
    labelled = [day for day in days if day.label is not None]
    possible = [day for day in labelled if isinstance(day.value, date)]
    if not possible:
        return (labelled or days)[0], ()
    for day in possible:
        if day.label == "posted":
            return day, ()
    if any(day.label == "posted" for day in labelled):
        return possible[0], ("other-date-refused",)
    return _posted_before(possible[0], days, lower) or _made(possible[0], days, lower) or possible[0], ()


def _posted_before(updated: Day, days: list[Day], lower: str) -> Day | None:
    """The day before an updated one, not later and without any label: the page was posted then.

    It stands directly before, or both are fields of one row: "09/03/2024 | Nguyễn An | Cập nhật: 11/03/2024".
    """
    before = next((before for before, day in pairwise(days) if day is updated), None)
    if before is None or before.label is not None or not _not_later(before, updated):
        return None
    if updated.lead - before.tail <= 4:
        is_labelled = lower[max(0, before.lead - _WINDOW) : before.lead].rstrip().endswith(":")
        return None if is_labelled else before
    if updated.lead - before.tail > _ROW or not _FIELDS.fullmatch(lower, before.tail, updated.lead):
        return None
    return before if _FIELD_BEGINS.search(lower[max(0, before.lead - 4) : before.lead]) else None


def _made(updated: Day, days: list[Day], lower: str) -> Day | None:
    """The day on which a page was made that was updated later: "Ngày tạo: 05/02/2021 | Ngày sửa: 07/02/2021"."""
    for day in days:
        is_other = day.label is None and _not_later(day, updated)
        if is_other and ends_label_of_making(lower[max(0, day.lead - _WINDOW) : day.lead]):
            return day
    return None


def _result(day: Day, flags: tuple[str, ...], text: str) -> PrintedDate:
    value, start, end = day.value, day.start, day.end
    if isinstance(value, str):
        return PrintedDate(None, None, day.label, text[start:end], (value,))
    if day.weekday is not None and weekday_number(day.weekday) != value.weekday():
        flags += ("weekday-contradicts",)
    if day.month_first:
        flags += ("month-first",)
    if day.short:
        flags += ("two-digit-year",)
    if value.year < WEB_BEGAN:
        flags += ("before-web",)
    printed = text[start:end]
    if day.clock is None:
        return PrintedDate(value.isoformat(), "day", day.label, printed, flags)
    if day.hours:
        return PrintedDate(value.isoformat(), "day", day.label, printed, (*flags, "time-range"))
    iso, precision, doubts = read_moment(value, day.clock, day.zone)
    printed = text[min(start, day.time_from) : day.tail if day.time_from > start or day.zone else end]
    return PrintedDate(iso, precision, day.label, printed, flags + doubts)
