"""Entries whose address comes of a link relative to the wrong directory: the portal has no such page.

Boxes below a list print links that are right on the front page alone: "ke-hoach-a" stands for /ke-hoach-a there, and
becomes /tin-tuc/ke-hoach-a below a section and /tin-tuc/page/2/ke-hoach-a on a further page of it.
"""

from __future__ import annotations

import re

from scraper.reading.result import Entry
from scraper.reading.shapes import words_in

_BELOW_PAGE = re.compile(r"/(?:page|trang)[/-]\d{1,4}/[^/?]+$")
_SURE = 4
"""Words of a title by which two entries whose addresses end alike are one."""


def without_astray(entries: list[Entry], own: str) -> list[Entry]:
    """Some entries of a page without those that stand below the number of a page of a list, and without repeated ones.

    Such a one has the title of another, and its address but for the directory of the page's own before the path. A list
    of nothing else stays.
    """
    found = [entry for entry in entries if not _BELOW_PAGE.search(entry.url)] or entries
    front, _, path = own.partition("?")[0].rpartition("/")[0].partition("//")[2].partition("/")
    titles = {entry.url: entry.title for entry in found}
    return [entry for entry in found if not (path and _repeats(entry, f"//{front}/{path}/", f"//{front}/", titles))]


def _repeats(entry: Entry, directory: str, front: str, titles: dict[str, str | None]) -> bool:
    """Whether an entry with an address in a directory has the title of one with the same path in the first of all."""
    if directory not in entry.url or words_in(entry.title or "") <= _SURE:
        return False
    return titles.get(entry.url.replace(directory, front, 1)) == entry.title
