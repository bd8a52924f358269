"""What the pages of a portal have in common: menus, names of blocks, the foot of the site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from scraper.reading.page import Page
from scraper.reading.printing import read_lines

_FEWEST = 4
"""Pages from which lines can be called common at all."""
_SHARE = 0.5


def common_lines(pages: Iterable[Page]) -> frozenset[str]:
    """The lines that stand on at least half of some pages of one portal, none where there are fewer than four pages.

    Give pages of different kinds and days: copies of one announcement would make its text look like a menu.
    """
    counts: Counter[str] = Counter()
    number = 0
    for page in pages:
        number += 1
        counts.update({line.text for line in read_lines(page.tree).lines})
    if number < _FEWEST:
        return frozenset()
    return frozenset(text for text, count in counts.items() if count >= number * _SHARE)
