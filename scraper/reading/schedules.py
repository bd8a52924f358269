"""Schedules: rows that say what is on, each behind its day."""

from __future__ import annotations

from scraper.reading.lines import Line
from scraper.reading.records import is_date_line

_WORDS_BESIDE = 4
"""Letters beside a day that is all that stands before what is on then."""


def is_scheduled(lines: list[Line], first: int, last: int) -> bool:
    """Whether a line says what is on at a day that it begins with, and the one above or before `last` does the same."""
    if not _opens_with_day(lines[first]):
        return False
    return any(map(_opens_with_day, (*lines[max(0, first - 1) : first], *lines[last : last + 1])))


def _opens_with_day(line: Line) -> bool:
    """Whether a line is a day, with its hour or without, and what is on then, behind a colon; an hour alone is none."""
    day, _, plan = line.text.partition(": ") if line.may_date else ("", "", "")
    return bool(plan) and is_date_line(day, _WORDS_BESIDE)
