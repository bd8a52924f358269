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
    """Whether the first figures of a day in a line of a page are its month, as on other lines of that page.

    Where first ones are days, they are none of its month, unless what prints them fills small figures up with zeros
    and what prints the line does not, or the other way round: the clock of a site is another's work than its news.
    """
    found = _FIGURES.search(text) if "/" in text else None
    if found is None or int(found[1]) > _MONTHS:
        return False
    first, behind = _days_told(printed)
    filled = _is_filled(found.groups())
    if any(filled is None or _is_filled(day) in (None, filled) for day in first):
        return False
    return len(behind) >= (1 if int(found[2]) > _MONTHS else _SOME)


def _is_filled(day: tuple[str, ...]) -> bool | None:
    """Whether a zero stands before small figures of a day, None where it has none: what prints "4/6" is no "04/06"."""
    if any(figures[0] == "0" for figures in day[:2]):
        return True
    return False if any(len(figures) == 1 for figures in day[:2]) else None


@kept
def _days_told(printed: Printed) -> tuple[frozenset[tuple[str, ...]], frozenset[tuple[str, ...]]]:
    """The days of a page whose first figures are no month, and those whose second ones are none; kept for its lines.

    Sentences are left out: who writes them is no software.
    """
    first: set[tuple[str, ...]] = set()
    behind: set[tuple[str, ...]] = set()
    for line in printed.lines:
        if "/" in line.text and len(line.text) < _LONGEST and not line.prose:
            for day in _FIGURES.findall(line.text):
                if int(day[0]) > _MONTHS:
                    first.add(day)
                elif int(day[1]) > _MONTHS:
                    behind.add(day)
    return frozenset(first), frozenset(behind)
