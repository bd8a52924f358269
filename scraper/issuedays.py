"""Registers whose rows print when a paper was issued and not when it was published, walked for what is new.

A paper is never published before it is issued, but may be posted long after. Where a register stands in descending
order of its issue days, on all of its pages that were seen, nothing behind a page whose papers were all issued well
before the wanted days was posted within them, but for what came later than that: it stands as deep as its issue day,
and a walk without `--since` finds it. A register in another order may have it anywhere, and is walked to its end.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from archive.vietnamese.dates import read_date
from scraper.reading.result import Entry

LATE_POSTING = timedelta(days=60)
"""By so much the issue days must lie before the wanted ones: offices post most papers within some weeks of their day,
and those of a quarter or of a budget within two months."""
FEWEST_DAYS = 3
"""Different days without which an order may be chance."""


class _Seen(NamedTuple):
    """What the pages up to one have shown: the oldest day, empty where they are in no order, and how many days."""

    oldest: str
    days: int


class IssueDays:
    """The order of the registers of one run. `since` is the day before which nothing is wanted."""

    def __init__(self, since: date) -> None:
        self._limit = (since - LATE_POSTING).isoformat()
        self._seen: dict[str, _Seen] = {}

    def are_past(self, key: str, entries: Sequence[Entry], further: Iterable[str]) -> bool:
        """Whether the walk of a register may end at the page of that key; `further` are those that it leads to."""
        before = self._seen.get(key, _Seen("9999", 0))
        days = [day for entry in entries if (day := _issue_day(entry)) is not None]
        told = [before.oldest, *days]
        in_order = bool(days) and len(days) == len(entries) and told == sorted(told, reverse=True)
        seen = _Seen(days[-1], before.days + len({*days} - {before.oldest})) if in_order else _Seen("", 0)
        for page in further:
            self._seen[page] = seen
        return in_order and seen.days >= FEWEST_DAYS and days[0] < self._limit


def _issue_day(entry: Entry) -> str | None:
    """The day on which the paper of an entry was issued, in ISO 8601; None where no whole one is printed."""
    printed = read_date(entry.issued) if entry.issued is not None else None
    return printed.iso[:10] if printed is not None and printed.iso is not None and len(printed.iso) >= 10 else None
