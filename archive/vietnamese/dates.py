"""Printed Vietnamese dates."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Precision = Literal["year", "month", "week", "day", "hour", "minute", "second"]
Label = Literal["posted", "updated"]


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as printed and as read.

    `iso` is a date (2020-02-10), a datetime with its offset (2020-09-16T10:06:00+07:00), a year-month (2021-03) or a
    year (2021); None where a date is printed but refused, and `flags` say why. `printed` is the part of the text that
    was read as the date and its time.
    """

    iso: str | None
    precision: Precision | None
    label: Label | None
    printed: str
    flags: tuple[str, ...] = ()


_DATE = re.compile(
    r"(?<![0-9])([0-9]{1,2})(?:\s{0,2}[/.\-–⁄]\s{0,2}|\s{1,2}tháng\s{1,2})([0-9]{1,2})"
    r"(?:\s{0,2}[/.\-–⁄]\s{0,2}|\s{1,2}năm\s{1,2})([0-9]{4})(?![0-9])"
)
_TIME = re.compile(r"(?<![0-9])([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?(?![0-9:])")


def read_date(text: str, *, fetched_at: datetime | None = None) -> PrintedDate | None:
    """Read the publication date that a line prints; None where it prints no date with a year."""
    text = unicodedata.normalize("NFC", text)
    lower = text.lower()
    found = _DATE.search(lower)
    if found is None:
        return None
    label: Label | None = "posted" if "ngày đăng" in lower else "updated" if "cập nhật" in lower else None
    day, month, year = map(int, found.groups())
    try:
        iso = date(year, month, day).isoformat()
    except ValueError:
        return PrintedDate(None, None, label, found[0], ("impossible-date",))
    time = _TIME.search(lower)
    if time is None or int(time[1]) > 23 or int(time[2]) > 59:
        return PrintedDate(iso, "day", label, text[found.start() : found.end()])
    clock = f"T{int(time[1]):02}:{time[2]}:{time[3] or '00'}+07:00"
    start, end = min(found.start(), time.start()), max(found.end(), time.end())
    return PrintedDate(iso + clock, "second" if time[3] else "minute", label, text[start:end])
