"""Pages that print the month before the day, as American software does: what the days of all their lines tell."""

from __future__ import annotations

import re

from scraper.reading.kept import kept
from scraper.reading.lines import Printed

_FIGURES = re.compile(r"(?<![\d/.-])(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?![\d/])")
_LONGEST = 80
"""Characters of a line that is no sentence."""
_MONTHS = 12
_SOME = 2
"""Days of other lines that tell how that of a page is printed: one may be a box's, of rates from elsewhere."""


def puts_month_first(printed: Printed, text: str) -> bool:
    """Whether the first figures of a day in a line of a page are its month, as on other lines of that page."""
    found = _FIGURES.search(text) if "/" in text else None
    if found is None or int(found[1]) > _MONTHS:
        return False
    return len(_days_behind_months(printed)) >= (1 if int(found[2]) > _MONTHS else _SOME)


@kept
def _days_behind_months(printed: Printed) -> frozenset[tuple[str, ...]]:
    """The days of a page whose second figures are no month, none where first ones are no month; kept for its lines.

    Sentences are left out: who writes them is no software.
    """
    days: set[tuple[str, ...]] = set()
    for line in printed.lines:
        if "/" in line.text and len(line.text) < _LONGEST and not line.prose:
            for day in _FIGURES.findall(line.text):
                if int(day[0]) > _MONTHS:
                    return frozenset()
                if int(day[1]) > _MONTHS:
                    days.add(day)
    return frozenset(days)
