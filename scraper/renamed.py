"""Titles that lists edit: an announcement that its list calls as it never did before is looked at.

What a list calls an address is compared with what the same list called it, never with the page or another list: lists
shorten titles and decorate them each in its way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from zlib import crc32

MOST_TITLES = 4
"""Titles that a list may give to one address until they count as decoration, a counter or a clock."""
_WORDS = re.compile(r"\w+")

Titles = Mapping[int, tuple[int, ...]]
"""What a list calls each of its addresses, and called it before: by rows of the ledger, the checksums of titles."""


def titles_of(called: Iterable[tuple[int, str | None]]) -> Titles:
    """The titles by which one list calls the rows; those without a title are left out."""
    titles: dict[int, tuple[int, ...]] = {}
    for row, title in called:
        if title:
            titles[row] = tuple(dict.fromkeys((*titles.get(row, ()), _checksum(title))))
    return titles


def both(before: Titles, now: Titles) -> Titles:
    """What to remember: of the addresses that the list shows now, all that it has called them, up to the most."""
    return {row: tuple(dict.fromkeys((*before.get(row, ()), *titles)))[:MOST_TITLES] for row, titles in now.items()}


def renamed(before: Titles, now: Titles) -> list[int]:
    """The rows that have a title which the list never gave them before.

    None where that is so of most of several: the list writes its titles in another way now.
    """
    known = [row for row in now if row in before]
    new = [row for row in known if len(before[row]) < MOST_TITLES and not set(now[row]) <= set(before[row])]
    return new if len(new) <= max(1, len(known) // 2) else []


def _checksum(title: str) -> int:
    return crc32(" ".join(_WORDS.findall(title.casefold())).encode())
