"""The time of day beside a date: where it stands, what it says, and the moment that both make."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from dateutil import tz

from archive.vietnamese.dates.grammar import (
    COLON,
    COLON_OR_DOT,
    DASH,
    DAYTIME,
    FIGURES,
    HALF,
    JOINT,
    LETTER,
    WEEKDAY,
    ZONE,
    after_hour,
)
from archive.vietnamese.dates.printed import Precision

VIETNAM = tz.tzoffset("ICT", 7 * 3600)
_GREENWICH = frozenset({"z", "gmt", "utc"})
"""The zones by name that are not Vietnam's own ("ICT", "giờ Việt Nam")."""

_UNTIL = rf"(?:[{DASH}]|đến|tới)"

BEFORE = re.compile(
    rf"(?P<hour>[0-9](?<![0-9]{{2}})(?<![0-9]:[0-9])[0-9]?){after_hour(COLON_OR_DOT)}"
    rf"(?:[\s:]{{0,2}}+(?P<half>{HALF}|{DAYTIME}))?{ZONE}{JOINT}{{0,6}}+\Z"
)
"""A time that ends where the search ends. One with a dot ("8.30 ngày …") may also be any decimal."""

SPAN_BEFORE = re.compile(
    rf"[0-9](?<![0-9/.\-][0-9])[0-9]?"
    rf"(?:\s?(?:[:hg]|giờ)\s?[0-9]{{0,2}}(?:\s?(?:phút|'|[ap]m|sa|ch))?\s?{_UNTIL}\s?|-|\s(?:đến|tới)\s)\Z"
)
"""The first half of a span of hours that ends where the search ends."""

BEHIND = re.compile(
    rf"(?:{JOINT}{{0,4}}+(?P<weekday>{WEEKDAY}))?"
    rf"(?:{JOINT}{{0,6}}+(?:(?:v[àa]o\s)?(?:l[úu]c|hồi|at|giờ(?:\sđăng)?)\s?:?\s?|t|ict)?(?P<hour>[0-9]{{1,2}}){after_hour(COLON)}"
    rf"(?:[\s:]{{0,2}}+(?P<half>{HALF}|{DAYTIME}(?![^\S\n]{{1,2}}(?!l[ưu][ợo]t|(?:và|trong|bởi|by|in|and)\s)(?:{LETTER}|[0-9]{{1,2}}[/.{DASH}][0-9]))))?)?"
    rf"{ZONE}(?(hour)(?P<span>\s?{_UNTIL}\s?[0-9]{{1,2}}\s?(?:[:h]|giờ))?)"
)
"""A weekday, a time and a zone behind the date, each of them or none. "7:35:19 Sáng" ends a time of the morning, while
in "04:35 Sáng 15-3, đoàn công tác…" the next sentence begins."""

Clock = Sequence[str | None]
"""A time as printed: hour, minute, second; minutes and seconds behind a sign such as "giờ" ("kém 15" for minutes that
are still missing); half of the day; zone."""


def read_moment(day: date, clock: Clock, zone_behind: str | None) -> tuple[str, Precision, tuple[str, ...]]:
    """A day and its time: ISO 8601 in Vietnamese time, the precision, and flags.

    Midnight is how software prints a day without a time, and has the precision of a day; so has a time that no clock
    shows (25:61). `zone_behind` is the zone of a time that stands before its date.
    """
    hour, minute, second, minutes, seconds, half, zone = clock
    hours, second, minutes = FIGURES[hour or "0"], second or seconds, minutes or "0"
    flags: tuple[str, ...] = ()
    if half is not None:
        turned = _of_half_day(hours, half)
        hours, flags = (hours, ("meridiem-contradicts",)) if turned is None else (turned, ())
    if minutes.startswith("kém"):
        hours, minutes = hours - 1, str(60 - int(minutes.removeprefix("kém")))
    try:
        at = datetime(day.year, day.month, day.day, hours, FIGURES[minute or minutes], FIGURES[second or "0"])
    except ValueError:
        return day.isoformat(), "day", ("impossible-time",)
    zone = zone or zone_behind
    if zone is not None and (at.hour or at.minute or at.second):
        at = _in_vietnam(at, zone)
    if not (at.hour or at.minute or at.second):
        return at.date().isoformat(), "day", flags
    return f"{at.isoformat()}+07:00", "minute" if second is None else "second", flags


def _in_vietnam(at: datetime, zone: str) -> datetime:
    offset = _offset(zone)
    if offset is None:
        return at
    return at.replace(tzinfo=tz.tzoffset(None, 60 * offset)).astimezone(VIETNAM).replace(tzinfo=None)


def _of_half_day(hour: int, half: str) -> int | None:
    """The hour of the day for an hour with its half of the day, None where they contradict each other (17:30 SA)."""
    first = half[0]
    if first in "asr":
        return hour % 12 if hour <= 12 else None
    if first in "đdk":
        return hour + 12 if 6 <= hour <= 11 else hour % 12 if hour == 12 else hour
    if half[:2] == "tr":
        return hour + 12 if hour <= 2 else hour
    return None if hour == 0 else hour + 12 if hour < 12 else hour


def _offset(zone: str) -> int | None:
    """Minutes east of Greenwich of "gmt+7", "+0700", "utc -03:30", "z"; None for Vietnam's own and impossible ones."""
    digits = "".join(re.findall("[0-9]", zone))
    if not digits:
        return 0 if zone in _GREENWICH else None
    hours, minutes = (int(digits), 0) if len(digits) <= 2 else divmod(int(digits), 100)
    sign = -1 if re.search(f"[{DASH}]", zone) else 1
    return sign * (60 * hours + minutes) if hours <= 14 and minutes < 60 else None
