"""The list of a page that is being drawn: whether it is to load more of itself, by what it brought last."""

from __future__ import annotations

import re
from typing import NamedTuple

from archive.addresses import page_key
from scraper.ledger import LedgerEntry
from scraper.reading.anchors import anchors_of
from scraper.reading.links import page_links
from scraper.reading.listing import read_listing
from scraper.reading.page import make_page
from scraper.reading.result import Entry, Follow
from scraper.walk import Walk

MOST_BARREN = 3
_LOADS = re.compile(r" ?loads=(\d+)$")


class Rest(NamedTuple):
    """What a drawn list without days has not loaded: the page to go on with, and whose days say whether it is wanted.

    Its key says how often the list is loaded before it is asked for days again: a browser can only begin anew, so each
    time half as many again, and what is drawn twice stays few times what is drawn.
    """

    page: Follow
    last: tuple[Entry, ...]


class DrawnList:
    """The list of one page, load after load. `until_known` ends it at the first load whose last entry is known."""

    def __init__(self, walk: Walk, entry: LedgerEntry, url: str, *, until_known: bool) -> None:
        self._walk = walk
        self._entry = entry
        self._url = url
        self._until_known = until_known
        self._seen: set[str] = set()
        self._barren = 0
        self._loads = 0
        self._wanted_loads = _wanted_loads(entry)
        self._last: tuple[Entry, ...] = ()

    def goes_on(self, records: str) -> bool:
        """Whether more is wanted behind the records that came last, given as markup.

        It is not where all that is new among them is of days before the wanted ones, nor where some loads in a row
        brought no address that was not there before (slides that turn by themselves). Where they print no day the list
        stops after the loads that its entry names: there is a `rest` then.
        """
        page = make_page(records.encode(), self._url)
        new = {link.url for link in page_links(page, anchors_of(page))} - self._seen
        self._seen |= new
        self._barren = 0 if new else self._barren + 1
        if self._barren >= MOST_BARREN:
            return False
        entries = [entry for entry in read_listing(page)[0] if entry.url in new]
        if self._until_known and entries and self._walk.is_known(page_key(entries[-1].url, entries[-1].key)):
            return False
        if self._loads >= self._wanted_loads and self._walk.waits_for_days(entries):
            self._last = tuple(entries)
            return False
        self._loads += 1
        return not entries or any(map(self._walk.is_wanted, entries))

    def rest(self) -> Rest | None:
        """What waits for the days of the announcements that came last; None where the list does not wait for any."""
        if not self._last:
            return None
        entry, loads = self._entry, self._loads + 1 + self._loads // 2
        own = _LOADS.sub("", entry.key.partition("#")[2])
        return Rest(Follow(entry.url, entry.form, f"{own} loads={loads}".lstrip()), self._last)


def _wanted_loads(entry: LedgerEntry) -> int:
    """How often a list is to be loaded before it waits for the days of its announcements."""
    found = _LOADS.search(entry.key.partition("#")[2])
    return int(found[1]) if found else 0
