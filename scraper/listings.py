"""The listings that one run reads: which of their entries are noted, and whether the walk goes on behind them."""

from __future__ import annotations

import logging
from dataclasses import replace

from archive.addresses import page_key
from archive.counted import counted
from archive.model import Capture
from scraper.drawnlist import Rest
from scraper.facts import Portal
from scraper.issuedays import LATE_POSTING
from scraper.keeping import keep_pointers
from scraper.ledger import Ledger, LedgerEntry
from scraper.reading.result import GOES_ON, Reading
from scraper.renamed import renamed, titles_of
from scraper.session import CrawlSession, RunReport
from scraper.titleforms import TitleForms
from scraper.vanished import Vanished
from scraper.walk import Walk, shown_by

log = logging.getLogger(__name__)
_ENDED = (
    "{}: this register is in order of its issue days and was left where they are more than {} days before the wanted "
    "ones, and with it what was posted still later; a crawl without --since reads it all"
)


class Listings:
    """Puts the entries of listings into the ledger and has the walk go on; the caller commits and settles them."""

    def __init__(
        self, session: CrawlSession, portal: Portal, report: RunReport, ledger: Ledger,
        *, walk: Walk, titles: TitleForms, vanished: Vanished,
    ) -> None:  # fmt: skip
        self._session = session
        self._writer = session.writer
        self._portal = portal
        self._report = report
        self._ledger = ledger
        self._walk = walk
        self._titles = titles
        self._vanished = vanished
        self._shown: dict[int, int] = {}
        self._asked: set[int] = set()

    def capture_of(self, *shown: int | None) -> int | None:
        """The capture of a listing of this run that showed the same addresses (`shown_by`), else of such a feed."""
        return next((self._shown[one] for one in shown if one in self._shown), None)

    def is_beyond_ceiling(self, entry: LedgerEntry) -> bool:
        """Whether a run that has asked for as many pages of lists as it may leaves a further one, which is told."""
        if entry.kind != "listing" or entry.id in self._asked:
            return False
        if len(self._asked) < self._portal.max_pages:
            self._asked.add(entry.id)
            return False
        self._tell_ceiling()
        return True

    def _tell_ceiling(self) -> None:
        if not self._report.counts.get("ceiling"):
            most = counted(self._portal.max_pages, "listing page")
            log.warning("%s: the ceiling of %s is reached.", self._portal.name, most)
        self._report.counts["ceiling"] = 1

    def follow(
        self, entry: LedgerEntry, reading: Reading, capture: Capture, rest: Rest | None, *, is_start: bool
    ) -> bool:
        """Note what a listing leads to; returns whether it leads anywhere.

        `rest` is what a drawn list has not loaded; one that `is_start` is among the portal's start addresses.
        """
        if rest is not None:
            reading = replace(reading, follow=(*reading.follow, rest.page))
        self._report.count("listings")
        self._report.count("entries", len(reading.entries))
        self._report.count("mapped", int(reading.kind == "sitemap"))
        addresses = shown_by(reading)
        repeated = addresses in self._shown
        self._report.count("repeated", int(repeated and not self._walk.is_of_period(entry.key)))
        if addresses is not None and (reading.kind == "listing" or addresses not in self._shown):
            self._shown[addresses] = capture.id
        recent = [found for found in reading.entries if self._walk.is_wanted(found)]
        is_fresh = self._walk.is_fresh(entry.key, reading.entries)
        keyed = [(page_key(one.url, one.key), one) for one in recent]
        noted = [self._ledger.add(key, one.url, "article", one.form) for key, one in keyed]
        leading = [(found, note) for found, note in zip(recent, noted, strict=True) if is_fresh(found)]
        ends_known = self._session.first_pages and bool(leading) and leading[-1][1].known
        forms = {note.id for note, found in zip(noted, recent, strict=True) if found.form}
        self._titles.listed(forms)
        if self._session.since is None:
            articles = [article.id for article in noted if article.id not in forms]
            self._vanished.listed(entry, articles, last_page=not reading.follow and GOES_ON not in reading.flags)
            if self._session.looks:
                called = titles_of((note.id, found.title) for note, found in zip(noted, recent, strict=True))
                changed = renamed(self._ledger.remember_titles(entry, called), called)
                self._report.count("prompted", self._ledger.look_again(changed))
        keep_pointers(self._writer, self._portal.name, reading.kind, keyed, capture.id, capture.fetched_at)
        if self._report.counts["listings"] >= self._portal.max_pages and reading.follow:
            self._tell_ceiling()
            self._walk.end(entry.key)
        elif ends_known or (reading.entries and not leading):
            self._walk.end(entry.key)
        else:
            is_root = is_start or self._walk.is_section(entry.key)
            if GOES_ON in reading.flags and rest is None and len(recent) == len(reading.entries):
                log.warning("%s: its data counts more than the %d that it lists.", entry.url, len(recent))
                self._report.count("unled")
            goes_on = is_root or not repeated  # a pager without an end shows its last page again and again
            wanted = rest.last if rest else [found for found, _ in leading]
            if goes_on and not self._walk.go_on(entry.key, reading, wanted):
                self._report.count("ended by issue days")
                self._report.left.append(_ENDED.format(entry.url, LATE_POSTING.days))
        return bool(reading.entries or reading.follow)
