"""Calendars: tables of the days of a month, whose numbers lead to days and to no pages."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from lxml import etree

from scraper.reading.pagenumbers import printed_number

_ROWS = etree.XPath("tr|tbody/tr")
_DAYS, _LAST_DAY = 28, 31
"""Days of the shortest month, and the last of the longest."""


def in_calendar(element: Any) -> bool:
    """Whether an element stands in a calendar."""
    table = table_around(element)
    return table is not None and is_calendar(table)


def table_around(element: Any) -> Any:
    """The table in which an element stands."""
    return next(element.iterancestors("table"), None)


def is_calendar(table: Any) -> bool:
    """Whether a table has a month's days, in rows of nothing but numbers."""
    days = 0
    for row in _ROWS(table):
        cells = [text for cell in row.iterchildren("td") if (text := "".join(cell.itertext()).strip())]
        days += len(cells) if all(printed_number(text) is not None for text in cells) else 0
    return days >= _DAYS


def are_days(numbers: Collection[int]) -> bool:
    """Whether numbers are as many as a month has days, and none is beyond them."""
    return len(numbers) >= _DAYS and max(numbers) <= _LAST_DAY
