"""Entries whose address comes of a link relative to the wrong directory: the portal has no such page.

Boxes below a list print links that are right on the front page alone: "ke-hoach-a" stands for /ke-hoach-a there, and
becomes /tin-tuc/ke-hoach-a below a section and /tin-tuc/page/2/ke-hoach-a on a further page of it.
"""

from __future__ import annotations

import re

from scraper.reading.result import Entry
from scraper.reading.shapes import words_in

_OF_PAGE = re.compile(r"https?://[^?]*/(?:page|trang)[/-]\d{1,4}(?=[/?]|$)")
"""The address of a further page of a list, without what stands below it."""
_SURE = 4
"""Words of a title by which two entries whose addresses end alike are one."""


def without_astray(entries: list[Entry], own: str) -> list[Entry]:
    """Some entries of a further page of a list without those right below its number, and without repeated ones.

    Such a one has the title of another, and its address but for the directory of the page's own before the path. A list
    of nothing else stays.
    """
    numbered = _OF_PAGE.match(own)
    found = [entry for entry in entries if numbered is None or not _is_right_below(entry.url, numbered[0])] or entries
    front, _, path = own.partition("?")[0].rpartition("/")[0].partition("//")[2].partition("/")
    titles = {entry.url: entry.title for entry in found}
    return [entry for entry in found if not (path and _repeats(entry, f"//{front}/{path}/", f"//{front}/", titles))]


def _is_right_below(url: str, page: str) -> bool:
    return url.startswith(f"{page}/") and "/" not in url.removeprefix(f"{page}/").partition("?")[0]


def _repeats(entry: Entry, directory: str, front: str, titles: dict[str, str | None]) -> bool:
    """Whether an entry with an address in a directory has the title of one with the same path in the first of all."""
    if directory not in entry.url or words_in(entry.title or "") <= _SURE:
        return False
    return titles.get(entry.url.replace(directory, front, 1)) == entry.title
