"""The time of day beside a date: where it stands, what it says, and the moment that both make."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from dateutil import tz

from archive.vietnamese.dates.grammar import CLOCK, DASH, DAYTIME, HALF, JOINT, LETTER, WEEKDAY, ZONE
from archive.vietnamese.dates.printed import Precision

VIETNAM = tz.tzoffset("ICT", 7 * 3600)
_AMERICAN = {"est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7}
_ZONES = {"z": 0, "gmt": 0, "utc": 0, **_AMERICAN}
"""Hours of the zones that RFC 822, section 5, names; all other names ("ICT", "giờ Việt Nam") are Vietnam's own."""

_UNTIL = rf"(?:[{DASH}]|đến|tới)"

BEFORE = re.compile(
    rf"(?P<hour>[0-9](?<![0-9]{{2}})(?<![0-9]:[0-9])[0-9]?){CLOCK}"
    rf"(?:\s{{0,2}}(?P<half>{HALF}|{DAYTIME}))?{ZONE}{JOINT}{{0,6}}+\Z"
)
"""A time that ends where the search ends."""

SPAN_BEFORE = re.compile(
    rf"[0-9](?:\s?(?:[:hg]|giờ)\s?[0-9]{{0,2}}(?:\s?(?:phút|'|[ap]m|sa|ch))?\s?{_UNTIL}\s?|-|\s(?:đến|tới)\s)\Z"
)
"""The first half of a span of hours that ends where the search ends."""

BEHIND = re.compile(
    rf"(?:{JOINT}{{0,4}}+(?P<weekday>{WEEKDAY}))?"
    rf"(?:{JOINT}{{0,6}}+(?:(?:v[àa]o\s)?(?:l[úu]c|hồi|at|giờ)\s?:?\s?|t|ict)?(?P<hour>[0-9]{{1,2}}){CLOCK}"
    rf"(?:\s{{0,2}}(?P<half>{HALF}|{DAYTIME}(?![^\S\n]{{1,2}}(?!l[ưu][ợo]t)(?:{LETTER}|[0-9]{{1,2}}[/.{DASH}][0-9]))))?"
    rf"(?P<span>\s?{_UNTIL}\s?[0-9]{{1,2}}\s?(?:[:h]|giờ))?)?{ZONE}"
)
"""A weekday, a time and a zone behind the date, each of them or none. "7:35:19 Sáng" ends a time of the morning, while
in "04:35 Sáng 15-3, đoàn công tác…" the next sentence begins."""

_FIELDS = ("hour", "minute", "minutes", "second", "seconds", "half", "zone")


def read_moment(day: date, found: re.Match[str], zone_behind: str | None) -> tuple[str, Precision, tuple[str, ...]]:
    """A day and the time in a match of `BEFORE` or `BEHIND`: ISO 8601 in Vietnamese time, the precision, and flags.

    Midnight is how software prints a day without a time, and has the precision of a day; so has a time that no clock
    shows (25:61). `zone_behind` is the zone of a time that stands before its date.
    """
    hour, minute, minutes, second, seconds, half, zone = found.group(*_FIELDS)
    hours, minute, second = int(hour), int(minute or minutes or 0), second or seconds
    flags: tuple[str, ...] = ()
    if half is not None:
        turned = _of_half_day(hours, half)
        hours, flags = (turned, ()) if turned is not None else (hours, ("meridiem-contradicts",))
    if hours > 23 or minute > 59 or (second and int(second) > 59):
        return day.isoformat(), "day", ("impossible-time",)
    seconds = int(second or 0)
    if hours or minute or seconds:
        zone = zone or zone_behind
        if zone is not None:
            day, hours, minute = _in_vietnam(day, hours, minute, zone)
    if not (hours or minute or seconds):
        return day.isoformat(), "day", flags
    return f"{day}T{hours:02}:{minute:02}:{seconds:02}+07:00", "minute" if second is None else "second", flags


def _in_vietnam(day: date, hour: int, minute: int, zone: str) -> tuple[date, int, int]:
    offset = _offset(zone)
    if offset is None:
        return day, hour, minute
    printed = datetime.combine(day, time(hour, minute), tz.tzoffset(None, 60 * offset))
    local = printed.astimezone(VIETNAM)
    return local.date(), local.hour, local.minute


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
        return 60 * _ZONES[zone] if zone in _ZONES else None
    hours, minutes = (int(digits), 0) if len(digits) <= 2 else divmod(int(digits), 100)
    sign = -1 if re.search(f"[{DASH}]", zone) else 1
    return sign * (60 * hours + minutes) if hours <= 14 and minutes < 60 else None
