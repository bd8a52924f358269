"""What a portal no longer shows: listings prompt looks, looks find addresses gone.

A listing that has dropped an announcement proves nothing: it only prompts a look at the announcement's own address.
And where addresses are gone while no article at all could be read, a few that the portal lists today are looked at:
when they are gone too it is the portal that is broken, and the run fails its check.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from archive.addresses import address_key
from archive.model import Capture
from archive.removals import note_gone
from archive.writer import ArchiveWriter
from scraper.facts import Portal
from scraper.keeping import Difference, difference
from scraper.ledger import Ledger, LedgerEntry
from scraper.looks import next_look_for_gone
from scraper.othersinstead import shows_others
from scraper.reading.page import Page
from scraper.reading.result import Context, Reading
from scraper.samepages import gives_the_same
from scraper.session import RunReport
from scraper.walk import shown_by

CONTROL_LOOKS = 3
A_LISTING = "the address shows a listing of the portal"
_FRONT = re.compile(
    r"/(?:(?:vi|vn|vi-vn|pages|web|portal)/)*(?:(?:default|index|home|main|trang-?chu)(?:\.\w+)?)?/?", re.I
)


class Vanished:
    """The looks of one run at what seems to be gone."""

    def __init__(self, writer: ArchiveWriter, portal: Portal, run: int, ledger: Ledger, report: RunReport) -> None:
        self._writer = writer
        self._portal = portal
        self._run = run
        self._ledger = ledger
        self._report = report
        self._fronts = {address_key(address) for address in portal.start}
        self._dropped: set[int] = set()
        self._listed = array("q")  # a tenth of the room of a set
        self._controlled = False

    def listed(self, entry: LedgerEntry, articles: Sequence[int], *, last_page: bool) -> None:
        """Compare a listing, as rows of the ledger in its order, with what it showed at the last visit."""
        before = self._ledger.remember_listed(entry, articles)
        self._dropped.update(dropped(before, articles, last_page=last_page))
        self._listed.extend(articles)

    def further_looks(self) -> bool:
        """Open the looks that this run still owes; returns whether there are any."""
        missing, self._dropped = self._dropped.difference(self._listed), set()
        opened = self._ledger.look_again(sorted(missing))
        self._report.count("prompted", opened)
        if not opened and not self._controlled and self._report.counts.get("missed") and not self._alive():
            self._controlled = True
            for article in sorted(set(self._listed), reverse=True):
                opened += self._ledger.look_again([article])
                if opened == CONTROL_LOOKS:
                    break
        return opened > 0

    def look(
        self, entry: LedgerEntry, reading: Reading, page: Page, context: Context,
        read: Callable[[Context], Reading | None], capture_of: Callable[..., int | None],
    ) -> tuple[Reading, str | None]:  # fmt: skip
        """What a page is to be taken for, and why it means that the article is gone, None where it does not mean that.

        `read` reads the page again with another context than the one it was read with, `capture_of` is the capture of
        a listing of this run that showed the same (`shown_by`). What lists say of an address makes an article of any
        page there: one that is not the article which is known is read without it too, and may then tell that the site
        is closed.
        """
        if reading.outcome == "gone":
            return reading, "the page says so"
        if entry.kind != "article" or reading.outcome not in ("read", "empty"):
            return reading, None
        if page.url != entry.url and self._is_other_front(entry, page.url):
            return reading, "redirected to the front page"
        if not entry.again:
            return reading, None
        found = difference(self._writer, self._portal.name, entry.key, reading)
        if self._is_listing(entry, reading, found, context, read, capture_of):
            return reading, A_LISTING
        alone = read(replace(context, pointers=())) if found in ("akin", "another") else None
        if alone is not None and alone.outcome == "closed":
            return alone, None
        is_titled = alone is not None and alone.announcement is not None and alone.announcement.title
        if found == "another" and not is_titled and shows_others(self._writer, self._portal.name, entry.key, page):
            return reading, A_LISTING
        return reading, None

    def _is_listing(
        self, entry: LedgerEntry, reading: Reading, found: Difference, context: Context,
        read: Callable[[Context], Reading | None], capture_of: Callable[..., int | None],
    ) -> bool:  # fmt: skip
        """Whether a page shows what a listing of this run showed; a front page may well be read as an article.

        The box of others below an article may be all of its section's: one that still has its title or its text is
        gone only where the page of the list itself, read at its address, gives just what was read there, and one that
        has little of them left where that page gives the same title.
        """
        is_as_read = found == "none" or reading.announcement is None
        listing = reading if is_as_read else read(replace(context, expected="listing"))
        if listing is None:
            return False
        capture = capture_of(shown_by(listing), shown_by(listing, entry.url))
        if capture is None or found not in ("edited", "akin"):
            return capture is not None
        only_title = found == "akin"
        return gives_the_same(self._writer, self._portal, capture, reading, context, only_title=only_title)

    def _is_other_front(self, entry: LedgerEntry, url: str) -> bool:
        key = address_key(url)
        return key != entry.key and (key in self._fronts or _is_front(url))

    def missed(self, entry: LedgerEntry, outcome: str, capture: Capture | None) -> None:
        """Settle an article that is gone; where the archive holds it, note it and look at its other addresses."""
        self._report.count("gone")
        seen_at = capture.fetched_at if capture else self._writer.now()
        row = self._writer.execute(
            "SELECT announcement FROM address WHERE portal = ? AND key = ?", (self._portal.name, entry.key)
        ).fetchone()
        if row is None or self._portal.state in ("closed", "moved"):
            self._ledger.settle(entry, outcome)
            return
        self._report.count("missed")
        since = note_gone(
            self._writer,
            row[0],
            run=self._run,
            capture=capture.id if capture else None,
            seen_at=seen_at,
            reason=outcome.removeprefix("gone: "),
        )
        self._ledger.settle(entry, outcome, next_look=next_look_for_gone(since, seen_at, entry.key))
        others = self._writer.execute(
            "SELECT l.id FROM address d JOIN ledger l ON l.portal = d.portal AND l.key = d.key "
            "WHERE d.announcement = ? AND l.id <> ? AND l.outcome = 'read'",
            (row[0], entry.id),
        ).fetchall()
        self._ledger.look_again([other for (other,) in others])

    def _alive(self) -> int:
        return self._report.counts.get("articles", 0) + self._report.counts.get("not modified", 0)


def dropped(before: Sequence[int], now: Collection[int], *, last_page: bool) -> list[int]:
    """What a listing showed before and does not show now, although what stood behind it is still there.

    The tail of a page has only moved on to the next one; on the last page it is missing. A page that has nothing in
    common with what it showed before is another page, or a broken one: nothing is missing from it.
    """
    present = set(now)
    kept = [place for place, article in enumerate(before) if article in present]
    if not kept:
        return []
    end = len(before) if last_page else kept[-1]
    return [article for article in before[:end] if article not in present]


def _is_front(url: str) -> bool:
    parts = urlsplit(url)
    return not parts.query and _FRONT.fullmatch(parts.path or "/") is not None
