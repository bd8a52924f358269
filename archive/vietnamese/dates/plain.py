"""The plain line that most portals print, read in one step: label, weekday, a day in figures, a time on either side.

It says what the reading by parts says, only in half the time (a test holds the two together). Whatever is not plain is
left to the parts: other words, other zones, impossible or contradictory figures.
"""

from __future__ import annotations

import re
from datetime import date

from archive.vietnamese.dates.clock import read_moment
from archive.vietnamese.dates.days import WEB_BEGAN
from archive.vietnamese.dates.grammar import END, FIGURES, JOINT, WEEKDAY
from archive.vietnamese.dates.printed import Label, PrintedDate
from archive.vietnamese.dates.weekdays import weekday_number

_GAP = rf"{JOINT}{{0,6}}+"
_TIME = r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?"
_LINE = re.compile(
    rf"{_GAP}(?:(?:((?:ngày\s)?(?:đăng|xuất\sbản))|((?:ngày\s)?cập\snhật)){_GAP})?(?:(?:ngày|lúc){END}{_GAP})?"
    rf"(?:({WEEKDAY}){_GAP}(?:ngày{END}{_GAP})?)?((?:{_TIME}{JOINT}{{1,6}}+(?:ngày\s)?)?"
    rf"([0-9]{{1,2}})[/.\-]([0-9]{{1,2}})[/.\-]((?:19|20)[0-9]{{2}})(?![0-9])"
    rf"(?:{JOINT}{{1,6}}+{_TIME}(?:\s(sa|ch|[ap]m)(?!\w))?(?:\s?[\[(]?gmt\s?\+7(?![0-9:])(?:\s?[\])])?)?)?)"
    rf"{_GAP}(?:lượt\sxem[\s:]{{0,3}}[0-9]{{1,9}}\s?)?\Z"
)


def read_plain_line(text: str, lower: str) -> PrintedDate | None:
    """The date of a line that is nothing but a date line, None where it is not plain."""
    found = _LINE.match(lower)
    if found is None:
        return None
    posted, updated, weekday, _, *before, day, month, year, hour, minute, second, half = found.groups()
    label: Label | None = "posted" if posted else "updated" if updated else None
    if before[0] is not None:
        if hour is not None:
            return None
        hour, minute, second = before
    try:
        value = date(int(year), FIGURES[month], FIGURES[day])
    except ValueError:
        return None
    if value.year < WEB_BEGAN or (weekday is not None and weekday_number(weekday) != value.weekday()):
        return None
    printed = text[found.start(4) : found.end(4)]
    if hour is None:
        return PrintedDate(value.isoformat(), "day", label, printed)
    iso, precision, doubts = read_moment(value, (hour, minute, second, None, None, half, None), None)
    return None if doubts else PrintedDate(iso, precision, label, printed)
