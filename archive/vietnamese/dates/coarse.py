"""Months and years that are printed without a day: tháng 3/2021, Tháng Ba 2021, date 2024-02, Năm 2019."""

from __future__ import annotations

import re

from archive.vietnamese.dates.addresses import read_path
from archive.vietnamese.dates.days import FIRST_YEAR, LAST_YEAR, WEB_BEGAN, read_month
from archive.vietnamese.dates.grammar import DASH, ENGLISH_MONTH, JOINTS, MONTH, MONTH_SIGN, START
from archive.vietnamese.dates.lead import lead_of
from archive.vietnamese.dates.printed import Label, PrintedDate
from archive.vietnamese.dates.surroundings import fills, is_lunar_before, is_lunar_behind

_NAMED = re.compile(
    rf"{START}(?<![0-9])(?<![0-9]\s)"
    rf"(?:(?:{MONTH_SIGN}|t(?=[0-9]{{1,2}}/[0-9]{{4}}))({MONTH})(?:\s{{0,2}}[/.,{DASH}]\s{{0,2}}(?:năm\s)?|\s{{1,2}}(?:năm\s{{1,2}})?)"
    rf"|({ENGLISH_MONTH})\.?,?\s{{1,2}})([0-9]{{4}})(?![0-9]|[/.{DASH}][0-9])"
)
"""A month after its sign or by its name; "6 tháng năm 2021" is half a year, and "dệt may 2021" no month of May."""

_NUMBERS = re.compile(
    r"(?<![0-9])(?<![0-9][/.\-])(?:([0-9]{1,2})[/.\-]((?:19|20)[0-9]{2})|((?:19|20)[0-9]{2})[/.\-]([0-9]{1,2}))"
    r"(?![0-9]|[/.\-][0-9])"
)
_BLANK_DAY = re.compile(r"ngày[\s.…_]{0,12}\Z")
"""The day and the month were left to be filled in: "ngày    tháng    năm 2021" names no May."""

_SPAN_BEFORE = re.compile(rf"(?:[0-9]\s{{0,2}}[{DASH}~,]|đến|tới|hết|và|quý)\s{{0,2}}\Z")
_SPAN_BEHIND = re.compile(rf"\s?(?:[{DASH}~]\s?(?:tháng|[0-9])|đến|tới)")
_YEAR_WORDS = frozenset({"năm", "năm ban hành", "năm xuất bản", "year", "date"})
_LONGEST_LINE = 80


def read_month_alone(text: str, lower: str) -> PrintedDate | None:
    """A month without a day, by name, in an address, or in figures that a label makes a date."""
    for found in _NAMED.finditer(lower):
        start, end = found.span()
        lead = lead_of(lower, start)
        sure = lead.label is not None or fills(lower, lead.lead, end)
        before = lower[max(0, lead.lead - 12) : lead.lead]
        if _SPAN_BEFORE.search(before) or _SPAN_BEHIND.match(lower, end):
            continue
        if found[1] == "năm" and _BLANK_DAY.search(lower, max(0, start - 20), start):
            continue
        if is_lunar_before(before) or is_lunar_behind(lower, end):
            continue
        name = found[1] or found[2]
        doubtful = found[2] or name == "giêng" or int(found[3]) < WEB_BEGAN
        if sure or not doubtful:
            return _month(found[3], read_month(name), lead.label, text[start:end])
    return (read_path(text, lower) if "/" in lower else None) or _month_in_numbers(text, lower)


def _month_in_numbers(text: str, lower: str) -> PrintedDate | None:
    """03/2021 and 2024-02 behind a label or alone in their line; elsewhere they number a paper, an issue, a week."""
    for found in _NUMBERS.finditer(lower):
        lead = lead_of(lower, found.start())
        year, month = found[2] or found[3], int(found[1] or found[4])
        is_date = lead.label is not None or (found[3] is not None and lower.startswith("date ", lead.lead))
        if is_date or fills(lower, lead.lead, found.end()):
            return _month(year, month, lead.label, text[found.start() : found.end()])
    return None


def _month(year: str, month: int, label: Label | None, printed: str) -> PrintedDate:
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        return PrintedDate(None, None, label, printed, ("impossible-year",))
    if not 1 <= month <= 12:
        return PrintedDate(None, None, label, printed, ("impossible-date",))
    return PrintedDate(f"{year}-{month:02}", "month", label, printed)


def read_year_alone(text: str, lower: str) -> PrintedDate | None:
    """A year that is all a line says, behind "Năm" or a label; a bare number of four digits may count anything."""
    if len(lower) > _LONGEST_LINE:
        return None
    end = len(lower.rstrip(JOINTS))
    start = end - 4
    year = lower[max(0, start) : end]
    if not (year.isdecimal() and year.isascii() and FIRST_YEAR <= int(year) <= LAST_YEAR):
        return None
    lead = lead_of(lower, start)
    if lower[:start].strip(JOINTS) in _YEAR_WORDS or (lead.label is not None and fills(lower, lead.lead, end)):
        return PrintedDate(year, "year", lead.label, text[start:end])
    return None
