"""The list of a page that is being drawn: whether it is to load more of itself, by what it brought last."""

from __future__ import annotations

from scraper.reading.addresses import address_key
from scraper.reading.listing import read_listing
from scraper.reading.page import make_page
from scraper.walk import Walk


class DrawnList:
    """The list of one page, load after load. `until_known` ends it at the first load that brings something known."""

    def __init__(self, walk: Walk, url: str, *, until_known: bool) -> None:
        self._walk = walk
        self._url = url
        self._until_known = until_known
        self._seen: set[str] = set()

    def goes_on(self, records: str) -> bool:
        """Whether more is wanted behind the records that came last, given as markup.

        It is not where all that is new among them is of days before the wanted ones; records that cannot be read, and
        those without a day, say nothing.
        """
        entries, _ = read_listing(make_page(records.encode(), self._url))
        new = [entry for entry in entries if entry.url not in self._seen]
        self._seen |= {entry.url for entry in new}
        if self._until_known and any(self._walk.is_known(address_key(entry.url)) for entry in new):
            return False
        return not new or any(map(self._walk.is_wanted, new))
