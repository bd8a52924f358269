"""Dates inside addresses: /2018/07/30/, /2018/07/, /2018/, bai-viet-d20181207043555802.htm, 20210205T0929.

A content system that dates its addresses writes the year first, in figures of fixed length. Only what is possible as a
whole is read, since an address is full of other numbers.
"""

from __future__ import annotations

import re
from datetime import date

from archive.vietnamese.dates.clock import read_moment
from archive.vietnamese.dates.days import WEB_BEGAN
from archive.vietnamese.dates.grammar import ZONE
from archive.vietnamese.dates.lead import lead_of
from archive.vietnamese.dates.printed import PrintedDate
from archive.vietnamese.dates.surroundings import fills

_STAMP = re.compile(
    r"(?<![0-9])(20[0-9]{2})([01][0-9])([0-3][0-9])(t|[_\-](?=[0-9]{6}))?([0-2][0-9])([0-5][0-9])"
    rf"(?:([0-5][0-9])(?:[.,]?[0-9]{{1,6}})?)?(?![0-9])(?:{ZONE}(?![0-9]))?"
)
"""Year, month, day, hour and minute without separators, with seconds and their fractions or without."""

_SHORTEST = 14
"""Figures of a stamp that is known by its length; a shorter one needs the T that ISO 8601 puts before the time."""

_SEGMENTS = re.compile(
    r"(?<!/[0-9])(?<!/[0-9]{2})/(20[0-9]{2}|199[7-9])(?:/?(0[1-9]|1[0-2])|-(0[1-9]|1[0-2]))?(?=/|\Z)"
)
_HOST = re.compile(r"(?:https?:/|\A|\s)/|[a-z]\.[a-z]{2,6}(?::[0-9]{1,5})?/|\.\./")
_LONGEST = 400
"""Characters of an address that are looked at before what is found in it."""


def read_stamp(text: str, lower: str) -> PrintedDate | None:
    """A moment in figures alone, in an address, behind a label or alone in its line; elsewhere they count something."""
    for found in _STAMP.finditer(lower):
        start, end = found.span()
        year, month, day, mark, hour, minute, second, zone = found.groups()
        if mark is None and sum(map(str.isdecimal, found[0])) < _SHORTEST:
            continue
        lead = lead_of(lower, start)
        if lead.label is None and not fills(lower, lead.lead, end) and not _is_address(lower, start, end):
            continue
        try:
            value = date(int(year), int(month), int(day))
        except ValueError:
            continue
        iso, precision, flags = read_moment(value, (hour, minute, second, None, None, None, zone), None)
        if "impossible-time" not in flags:
            return PrintedDate(iso, precision, lead.label, text[start:end])
    return None


def read_path(text: str, lower: str) -> PrintedDate | None:
    """A year, or a year and a month, as segments of an address."""
    for found in _SEGMENTS.finditer(lower):
        if int(found[1]) < WEB_BEGAN:
            continue
        month = found[2] or found[3]
        if month is not None:
            return PrintedDate(f"{found[1]}-{month}", "month", None, text[found.start(1) : found.end()])
        if _HOST.search(lower, _token_start(lower, found.start()), found.start() + 1):
            return PrintedDate(found[1], "year", None, text[found.start(1) : found.end(1)])
    return None


def _is_address(lower: str, start: int, end: int) -> bool:
    """Whether the word from `start` to `end` is part of an address: a path before it, or the name of a page behind."""
    return "/" in lower[_token_start(lower, start) : start] or lower[end : end + 4] in (".htm", ".asp", ".chn", ".php")


def _token_start(lower: str, at: int) -> int:
    """Where the characters without white space begin that end at `at`."""
    before = lower[max(0, at - _LONGEST) : at]
    return at - len(before.rsplit(None, 1)[-1]) if before and not before[-1].isspace() else at
