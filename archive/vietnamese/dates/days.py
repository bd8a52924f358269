"""Days as they are printed: 16/09/2020, ngày 5 tháng 2 năm 2020, 15 Tháng Giêng 2018, 2021-02-05, Feb 5, 2021."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from archive.vietnamese.dates.grammar import (
    DASH,
    ENGLISH_MONTH,
    ENGLISH_MONTHS,
    FIGURES,
    JOINT,
    LETTER,
    MONTH,
    MONTH_SIGN,
    NO_CHAIN,
    SEPARATOR,
    START,
    WEEKDAY,
    YEAR_SIGN,
)
from archive.vietnamese.dates.lead import Lead
from archive.vietnamese.dates.weekdays import weekday_number
from archive.vietnamese.spelling import fold

FIRST_YEAR, LAST_YEAR = 1800, 2099
"""Years that a page can name, from those whose heroes it remembers; two digits mean 1950 to 2049, as in RFC 2822,
section 4.3."""

WEB_BEGAN = 1997
"""Viet Nam joined the Internet on 19 November 1997: an earlier day inside a sentence is history."""

_EMPTY_YEARS = (1900, 1970)
"""Their first day is what software prints where it has no date: that of Excel and OLE, and of Unix."""

_NUMERIC = (
    rf"({SEPARATOR})([0-9]{{1,2}})(?:({SEPARATOR})(?:năm\s?)?|\s{{0,2}},?\s{{0,2}}năm\s{{0,2}})"
    rf"([0-9]{{4}}(?=[0-9]{{1,2}}:[0-9]{{2}})|[0-9]{{3,6}}(?![0-9])|[0-9]{{2}}(?![0-9]|\s?[:hg])){NO_CHAIN}"
)
_WORDS = rf"\s{{0,8}}+[,/.\-]?\s{{0,3}}+{MONTH_SIGN}({MONTH}){YEAR_SIGN}([0-9]{{3,4}})(?![0-9])"
_ENGLISH = rf"(?:st|nd|rd|th)?[\s\-/.,]{{0,3}}+({ENGLISH_MONTH})[\s\-/.,]{{1,3}}([0-9]{{4}}|[0-9]{{2}})(?![0-9])"
_ISO = r"([0-9]{2})([/.\-])([0-9]{1,2})\11([0-9]{1,2})(?![0-9]|\.[0-9]{1,4}(?![0-9:hg]))"

DAY = re.compile(rf"([0-9](?:(?<![0-9]{{2}})|(?<=:[0-9]{{3}}))[0-9]?+)(?!:)(?:{_NUMERIC}|{_WORDS}|{_ENGLISH}|{_ISO})")
"""A day that begins with a number. Its year may have two to six digits, or four with a time glued to them, and a time
may be glued before it (10:0616/09/2020). `read_day` judges which of them are possible."""

RARE_DAY = re.compile(
    rf"{START}(?:{MONTH_SIGN}({MONTH})\s{{1,2}}([0-9]{{1,2}})(?:st|nd|rd|th)?,\s{{0,2}}([0-9]{{4}})"
    rf"|({ENGLISH_MONTH})\.?\s{{1,2}}([0-9]{{1,2}})(?:(?:st|nd|rd|th)?,)?\s{{1,2}}([0-9]{{4}})(?!:)"
    rf"|({ENGLISH_MONTH})\s{{1,2}}([0-9]{{1,2}})\s(?=[0-9]{{1,2}}:)[^\n]{{4,24}}?\s([0-9]{{4}})"
    rf"|(?:ngày|mồng|mùng)\s{{1,2}}((?:{LETTER}{{2,5}}\s{{1,2}}){{1,3}})tháng\s{{1,2}}({MONTH}){YEAR_SIGN}([0-9]{{4}})"
    r"|(?<=/)((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])(?=/)"
    r"|(?:(?<![0-9])(?<![0-9]\s)|(?<=:[0-5][0-9]\s))([0-3][0-9])\s([01][0-9])\s(20[0-9]{2}))(?![0-9])"
)
"""A day that begins with the name of its month or with a word, stands in a path without separators, or has spaces
between its figures."""

_SPACED_WIDTH = 32
_BEFORE_SPACED = re.compile(rf"(?:({WEEKDAY})|[0-9]:[0-5][0-9]){JOINT}{{1,6}}+(?:ngày\s)?\Z")
_BEHIND_SPACED = re.compile(
    rf"{JOINT}{{1,4}}+(?:lúc\s)?[0-9]{{1,2}}:[0-5][0-9](?![0-9]|\s?(?:[{DASH}]|đến)\s?[0-9]{{1,2}}[:hg])"
)
"""A time behind figures, and not the hours in which somebody may be called."""
_ALONE = re.compile(r"[^\S\n]{0,4}(?:\n|\Z)")

_UNITS = {"gieng": 1, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "lam": 5, "nham": 5}
_UNITS |= {"sau": 6, "bay": 7, "tam": 8, "chin": 9}


@dataclass(slots=True, eq=False)
class Day(Lead):
    """A printed day from `start` to `end` and, once they are looked for, its lead and tail.

    `value` is the day of the calendar, or the flag that says why there is none. `kind` is how it is written, `clear`
    whether the figures can be nothing but a day, `short` whether the year has two digits, `month_first` whether the
    month stands first. `tail` is where a tail may begin, and then where it ends; `zone` is one that it has. A day
    `counts` unless it stands for something else than the date of a page.
    """

    start: int
    end: int
    value: date | str
    kind: Literal["numbers", "words", "english", "year first"]
    tail: int
    clear: bool = True
    short: bool = False
    month_first: bool = False
    zone: str | None = None
    counts: bool = True


def read_day(found: re.Match[str]) -> Day:
    """The day in a match of `DAY`."""
    first, second, year = found.group(1, 3, 5)
    start, end = found.span()
    if year is not None:
        value = _calendar_day(year, FIGURES[second], FIGURES[first])
        if len(year) == 4:
            return Day(start, end, value, "numbers", end, found[2] == found[4] or not _is_loose(found))
        return Day(start, end, value, "numbers", end, _is_clear(found, value), len(year) == 2)
    if found[7] is not None:
        return Day(start, end, _calendar_day(found[7], read_month(found[6]), FIGURES[first]), "words", end)
    if found[9] is not None:
        value = _calendar_day(found[9], read_month(found[8]), FIGURES[first])
        return Day(start, end, value, "english", end, isinstance(value, date), len(found[9]) == 2)
    value = _calendar_day(first + found[10], FIGURES[found[12]], FIGURES[found[13]])
    return Day(start, end, value, "year first", end, isinstance(value, date) or first == "20")


def day_behind_month(printed: str) -> date | None:
    """The day of figures with the month first, as American software prints it: 4/25/2018."""
    month, _, rest = printed.partition("/")
    day, _, year = rest.partition("/")
    if not all(map(str.isdecimal, (month, day, year))):
        return None
    value = _calendar_day(year, int(month), int(day))
    return value if isinstance(value, date) else None


def _is_loose(found: re.Match[str]) -> bool:
    """Whether a dash with spaces joins what another sign does not, as in "12 - 5/2020": a count and a month.

    "16 -10 - 2013" is a day, "10 - 12-2013" may be months, but behind "ngày".
    """
    first, second = found[2], found[4] or ""
    if first.strip() == second.strip() and (second != second.strip() or _is_said(found)):
        return False
    return any(sign.strip() not in "/.⁄∕／" and sign != sign.strip() for sign in (first, second))


def _is_clear(found: re.Match[str], value: date | str) -> bool:
    """Whether figures with a year of two, three or more digits are a day even without a label.

    12/5-20, 2.1.10, 2 / 5 / 10 and 45/67/20 may be anything, 24/7/365 is a phrase, no number of five digits is a year.
    """
    day, first, month, second, year = found.group(1, 2, 3, 4, 5)
    if second is None or first.strip() != second.strip() or len(year) > 3 or year == "365":
        return False
    if len(year) == 3:
        return first.strip() == "/"
    return isinstance(value, date) and (first == "/" or len(day) == len(month) == 2 or _is_said(found))


def _is_said(found: re.Match[str]) -> bool:
    return found.string.endswith("ngày ", 0, found.start())


def read_rare_day(found: re.Match[str]) -> Day:
    """The day in a match of `RARE_DAY`."""
    one, two, three = (group for group in found.groups() if group is not None)
    alternative, (start, end) = found.lastindex, found.span()
    if alternative == 12:
        number = _number(one)
        return Day(start, end, _calendar_day(three, read_month(two), number), "words", end, number > 0)
    if alternative == 15:
        return Day(start, end, _calendar_day(one, int(two), int(three)), "year first", end)
    if alternative == 18:
        value = _calendar_day(three, int(two), int(one))
        return Day(start, end, value, "numbers", end, isinstance(value, date) and _is_clear_spaced(found, value))
    value = _calendar_day(three, read_month(one), int(two))
    if alternative == 3:
        return Day(start, end, value, "words", end)
    return Day(start, end, value, "english", found.end(8) if alternative == 9 else end)


def _is_clear_spaced(found: re.Match[str], value: date) -> bool:
    """Whether figures with spaces between them are a day without a label, and not of a telephone.

    They stand alone in their line, or beside their own weekday or a time; offices are open on others.
    """
    line, (start, end) = found.string, found.span()
    before = _BEFORE_SPACED.search(line, max(0, start - _SPACED_WIDTH), start)
    if before is not None and before[1] is not None:
        return weekday_number(before[1]) == value.weekday()
    if before is not None or _BEHIND_SPACED.match(line, end):
        return True
    return line[max(0, start - 1) : start] in ("", "\n") and _ALONE.match(line, end) is not None


def read_month(printed: str) -> int:
    """The number of a month: "02", "hai", "giêng", "mười một", "february"; 0 where it has none."""
    if printed.isdecimal():
        return FIGURES[printed]
    return ENGLISH_MONTHS.index(printed[:3]) + 1 if printed[:3] in ENGLISH_MONTHS else _number(printed)


def _number(words: str) -> int:
    """One to thirty-one in words ("mười lăm", "hai mươi mốt"), Giêng as one; 0 for anything else."""
    number = 0
    for word in fold(words).split():
        if word == "muoi":
            number = 10 * (number or 1)
        elif number % 10:
            return 0
        else:
            number += _UNITS.get(word, 0)
    return number


def _calendar_day(year: str, month: int, day: int) -> date | str:
    number = int(year)
    if len(year) == 2:
        number += 1900 if number >= 50 else 2000
    if not FIRST_YEAR <= number <= LAST_YEAR:
        return "impossible-year"
    try:
        value = date(number, month, day)
    except ValueError:
        return "impossible-date"
    return "placeholder-date" if number in _EMPTY_YEARS and month == day == 1 else value
