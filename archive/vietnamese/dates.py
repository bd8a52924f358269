"""Printed Vietnamese dates."""

from __future__ import annotations

from dataclasses import dataclass
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
