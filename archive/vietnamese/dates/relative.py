"""Dates that are counted from the time of reading: 2 giờ trước, Hôm qua, 14:20, 2 tháng 2 tuần trước, vừa xong."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from itertools import chain

from dateutil.relativedelta import relativedelta

from archive.vietnamese.dates.clock import BEHIND, VIETNAM, read_moment
from archive.vietnamese.dates.days import WEB_BEGAN
from archive.vietnamese.dates.grammar import END, JOINTS, LETTER, START
from archive.vietnamese.dates.lead import lead_of
from archive.vietnamese.dates.printed import Precision, PrintedDate
from archive.vietnamese.dates.surroundings import fills

_UNITS: dict[str, Precision] = {
    "giây": "second", "second": "second", "sec": "second",
    "phút": "minute", "minute": "minute", "min": "minute",
    "giờ": "hour", "tiếng": "hour", "hour": "hour", "hr": "hour",
    "ngày": "day", "day": "day",
    "tuần": "week", "week": "week",
    "tháng": "month", "month": "month",
    "năm": "year", "year": "year",
    "p": "minute", "h": "hour",
}  # fmt: skip
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_COUNTS = {"một": 1, "hai": 2, "ba": 3, "a": 1, "an": 1, "one": 1}
_COUNT = rf"([0-9]{{1,3}}|{START}(?:{'|'.join(_COUNTS)}))"

_COUNTED = rf"{_COUNT}\s{{0,2}}(?:{_UNIT})s?{END}"
_AGO = re.compile(
    rf"(?<![0-9.,:/])(?<!thứ\s)(?:{_COUNTED}(?:\s{{1,2}}|,\s)(?:(?:và|and)\s{{1,2}})?){{1,3}}(?:tr[ưu]ớc|ago){END}"
    rf"|{START}cách\sđây\s(?:khoảng\s)?{_COUNTED}(?:\s{_COUNTED}){{0,2}}(?=[^\S\n]{{0,2}}(?:\Z|[\n|·•]|[-–—]\s))"
)
_PART = re.compile(rf"{_COUNT}\s{{0,2}}({_UNIT})s?{END}")
_NOW = re.compile(rf"{START}(?:vừa\sxong|vừa\smới|vài\sgiây\strước|just\snow){END}")
_DAY_NAME = re.compile(rf"{START}(hôm\s(?:nay|qua|kia)|yesterday|today){END}")
_STEPS: dict[Precision, relativedelta] = {
    "second": relativedelta(seconds=1),
    "minute": relativedelta(minutes=1),
    "hour": relativedelta(hours=1),
    "day": relativedelta(days=1),
    "week": relativedelta(weeks=1),
    "month": relativedelta(months=1),
    "year": relativedelta(years=1),
}
_ORDER = tuple(_STEPS)
_DAYS_BACK = {"hôm nay": 0, "today": 0, "hôm qua": 1, "yesterday": 1, "hôm kia": 2}

_SENTENCE_GOES_ON = re.compile(
    rf"[^\S\n]{{0,2}}[,.]?[^\S\n]{{1,2}}(?!(?:bởi|by|lượt|đăng|xem|bình\sluận){END}){LETTER}"
)
"""2 giờ trước khi họp, 3 ngày trước Tết: then the words count from something else than now."""

_NO_YEAR = re.compile(r"[\s,]{0,3}(?:ngày\s)?[0-9]{1,2}[/.\-][0-9]")


def read_relative(text: str, lower: str, fetched_at: datetime) -> PrintedDate | None:
    """The date that a text counts from now, `fetched_at`; figures finer than the printed unit are left out or zero."""
    now = fetched_at.replace(tzinfo=VIETNAM) if fetched_at.tzinfo is None else fetched_at.astimezone(VIETNAM)
    return _read_ago(text, lower, now) or _read_day_name(text, lower, now)


def _read_ago(text: str, lower: str, now: datetime) -> PrintedDate | None:
    for found in chain(_AGO.finditer(lower), _NOW.finditer(lower)):
        if _SENTENCE_GOES_ON.match(lower, found.end()):
            continue
        parts = [(_UNITS[unit], int(_COUNTS.get(count, count))) for count, unit in _PART.findall(found[0])]
        precision: Precision = min((unit for unit, _ in parts), key=_ORDER.index, default="minute")
        try:
            at = now - sum((count * _STEPS[unit] for unit, count in parts), relativedelta())
        except (ValueError, OverflowError):
            continue
        if at.year >= WEB_BEGAN:
            label = lead_of(lower, found.start()).label
            printed = text[found.start() : found.end()]
            return PrintedDate(_at_precision(at, precision), precision, label, printed, ("relative",))
    return None


def _at_precision(at: datetime, precision: Precision) -> str:
    match precision:
        case "year":
            return f"{at.year}"
        case "month":
            return f"{at:%Y-%m}"
        case "week" | "day":
            return at.date().isoformat()
        case "hour":
            return at.replace(minute=0, second=0, microsecond=0).isoformat()
        case "minute":
            return at.replace(second=0, microsecond=0).isoformat()
        case "second":
            return at.replace(microsecond=0).isoformat()


def _read_day_name(text: str, lower: str, now: datetime) -> PrintedDate | None:
    """Yesterday or today, at a time or alone in its line: in a sentence they are counted from the day of writing."""
    found = _DAY_NAME.search(lower)
    if found is None:
        return None
    start, end = found.span()
    day = now.date() - timedelta(days=_DAYS_BACK[" ".join(found[1].split())])
    lead, tail = lead_of(lower, start), BEHIND.match(lower, end)
    behind = tail if tail is not None and tail["hour"] else None
    clock = behind.groups()[1:8] if behind else lead.clock
    if clock is None:
        alone = fills(lower, lead.lead, end)
        return PrintedDate(day.isoformat(), "day", lead.label, text[start:end], ("relative",)) if alone else None
    iso, precision, doubts = read_moment(day, clock, None)
    start, end = (start, behind.end()) if behind else (lead.time_from, end)
    if "impossible-time" in doubts or _NO_YEAR.match(lower, end):
        return None
    return PrintedDate(iso, precision, lead.label, text[start:end].rstrip(JOINTS), ("relative", *doubts))
