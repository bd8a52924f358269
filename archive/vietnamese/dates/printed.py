"""What a printed date is read as."""

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
    was read as the date and its time: a substring of the text in NFC without its invisible characters. A time that
    is printed in hours only ("14 giờ") has the precision of a minute, a relative one ("2 giờ trước") that of an hour.

    Flags of a refused date: `impossible-date` (31/02, month 13), `impossible-year` (219, 1030), `placeholder-date`
    (1/1/1970, 1/1/1900: what software prints where it has none). Flags of a date that stands: `weekday-contradicts`;
    `impossible-time` and `time-range` (the time was left out); `meridiem-contradicts` (the twenty-four-hour time was
    kept); `two-digit-year`; `month-first` (4/25/2018 7:50 AM); `before-web`; `other-date-refused` (the posted date is
    impossible, this is the updated one); `relative` (counted from the time of fetching).
    """

    iso: str | None
    precision: Precision | None
    label: Label | None
    printed: str
    flags: tuple[str, ...] = ()
