"""The list of a page that is being drawn: whether it is to load more of itself, by what it brought last."""

from __future__ import annotations

from scraper.reading.addresses import address_key
from scraper.reading.links import anchors_of, page_links
from scraper.reading.listing import read_listing
from scraper.reading.page import make_page
from scraper.walk import Walk

MOST_BARREN = 3


class DrawnList:
    """The list of one page, load after load. `until_known` ends it at the first load that brings something known."""

    def __init__(self, walk: Walk, url: str, *, until_known: bool) -> None:
        self._walk = walk
        self._url = url
        self._until_known = until_known
        self._seen: set[str] = set()
        self._barren = 0

    def goes_on(self, records: str) -> bool:
        """Whether more is wanted behind the records that came last, given as markup.

        It is not where all that is new among them is of days before the wanted ones, nor where some loads in a row
        brought no address that was not there before (slides that turn by themselves); what has no day says nothing.
        """
        page = make_page(records.encode(), self._url)
        new = {link.url for link in page_links(page, anchors_of(page))} - self._seen
        self._seen |= new
        self._barren = 0 if new else self._barren + 1
        if self._barren >= MOST_BARREN:
            return False
        entries = [entry for entry in read_listing(page)[0] if entry.url in new]
        if self._until_known and any(self._walk.is_known(address_key(entry.url)) for entry in entries):
            return False
        return not entries or any(map(self._walk.is_wanted, entries))
