"""Pages that come from captures, kept as a crawl keeps them: not where another address's page stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from archive.addresses import address_key
from archive.model import Exchange
from archive.store import take_back
from archive.writer import ArchiveWriter
from scraper.captured import page_of, read_or_none
from scraper.facts import Portal
from scraper.keeping import context_of, keep_page
from scraper.ledger import spoil
from scraper.outcomes import SAME_PAGE
from scraper.readers import PageRead
from scraper.samepages import LISTINGS, Page, SamePages

SAME = "same"


class Intake:
    """Keeps the pages of captures, in their order; `only_new` where what is known by its address is not judged."""

    def __init__(self, writer: ArchiveWriter, *, only_new: bool = False) -> None:
        self._writer = writer
        self._only_new = only_new
        self._same: dict[str, SamePages] = {}

    def keep(
        self, page: PageRead, portal: Portal, capture: int, seen_at: datetime, exchange: Callable[[], Exchange]
    ) -> str:
        """Store an article, or note what a listing points at; returns what was done in a word.

        `exchange` is the page as it came.
        """
        judged = page.kind in LISTINGS or page.announcement is not None
        if judged and self._is_anothers(page, portal, capture, exchange):
            return SAME
        return keep_page(self._writer, page, portal, capture, seen_at)

    def _is_anothers(self, page: PageRead, portal: Portal, capture: int, exchange: Callable[[], Exchange]) -> bool:
        key = address_key(page.url)
        if self._only_new and page.announcement is not None and self._is_known(portal.name, key):
            return False
        came = exchange()
        read = partial(read_or_none, *page_of(came), came.fetched_at, portal, page.url)
        context = context_of(self._writer, portal.name, key)
        same = self._same.setdefault(portal.name, SamePages(self._writer, portal))
        verdict = same.judge(Page(key, page, page_of(came)[0], capture, context, read))
        for other, shown in verdict.others:
            if take_back(self._writer, portal.name, other, shown):
                spoil(self._writer, portal.name, other, SAME_PAGE.outcome)
        return verdict.is_same

    def _is_known(self, portal: str, key: str) -> bool:
        row = self._writer.execute("SELECT 1 FROM address WHERE portal = ? AND key = ?", (portal, key)).fetchone()
        return row is not None
