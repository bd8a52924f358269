"""Entries whose address comes of a link relative to the wrong directory: the portal has no such page.

Boxes below a list print links that are right on the front page alone: "ke-hoach-a" stands for /ke-hoach-a there, and
becomes /tin-tuc/ke-hoach-a below a section and /tin-tuc/page/2/ke-hoach-a on a further page of it.
"""

from __future__ import annotations

import re

from archive.vietnamese.dates import read_date
from scraper.reading.result import Entry
from scraper.reading.shapes import words_in
from scraper.reading.unitnames import is_older
from scraper.reading.units import Unit

_OF_PAGE = re.compile(r"https?://[^?]*/(?:page|trang)[/-]\d{1,4}(?=[/?]|$)")
"""The address of a further page of a list, without what stands below it."""
_SURE = 4
"""Words of a title by which two entries whose addresses end alike are one."""


def without_astray(entries: list[Entry], units: list[Unit], own: str) -> list[Entry]:
    """Some entries of a further page of a list without those right below its number, and without repeated ones.

    Such a one has the title of another, and its address but for the directory of the page's own before the path. A list
    of nothing else stays, and so do older ones that go on with it: they stand nowhere else. `units` are of the entries.
    """
    numbered = _OF_PAGE.match(own)
    astray = {entry.url for entry in entries if numbered is not None and _is_right_below(entry.url, numbered[0])}
    if astray:
        astray -= _going_on(units, [entry for entry in entries if entry.url not in astray])
    found = [entry for entry in entries if entry.url not in astray] or entries
    front, _, path = own.partition("?")[0].rpartition("/")[0].partition("//")[2].partition("/")
    titles = {entry.url: entry.title for entry in found}
    return [entry for entry in found if not (path and _repeats(entry, f"//{front}/{path}/", f"//{front}/", titles))]


def _is_right_below(url: str, page: str) -> bool:
    return url.startswith(f"{page}/") and "/" not in url.removeprefix(f"{page}/").partition("?")[0]


def _going_on(units: list[Unit], listed: list[Entry]) -> set[str]:
    """The addresses of units called older ones ("Tin đã đưa"), none newer than any of some entries; all have days.

    A box that stands below each page of a list ("Tin khác") has newer ones there.
    """
    above = [_day(entry.date_line) for entry in listed]
    last = min(above, default="")
    return {member.link.url for unit in units if is_older(unit) and _ends(unit, last) for member in unit.members}


def _ends(unit: Unit, last: str) -> bool:
    """Whether all announcements of a unit have days, and none a later one than the last above it."""
    return all("" < _day(member.day) <= last for member in unit.members)


def _day(line: str | None) -> str:
    """The day of a line, with its time where it has one; empty where none is printed or read."""
    date = read_date(line) if line else None
    return (date and date.iso) or ""


def _repeats(entry: Entry, directory: str, front: str, titles: dict[str, str | None]) -> bool:
    """Whether an entry with an address in a directory has the title of one with the same path in the first of all."""
    if directory not in entry.url or words_in(entry.title or "") <= _SURE:
        return False
    return titles.get(entry.url.replace(directory, front, 1)) == entry.title
