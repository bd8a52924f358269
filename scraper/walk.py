"""Where the listings of one run lead: which of their further pages are walked, and which sections a front page has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from archive.addresses import address_key, canonical_address, page_key
from archive.vietnamese.dates import read_date
from archive.writer import ArchiveWriter
from scraper.facts import Portal
from scraper.issuedays import IssueDays
from scraper.ledger import Ledger
from scraper.origins import belongs, origin_of
from scraper.pageorder import PageOrder
from scraper.reading.listing import is_front_address
from scraper.reading.page import Page
from scraper.reading.result import Entry, Follow, Reading
from scraper.sections import sections_of

MOST_SECTIONS = 40
MOST_EMPTY = 3
"""Pages of a list without an announcement, one led to by the other, from which its pager is followed no further."""
PERIODS_AHEAD = 12
"""Months that are asked for before one of their pages was seen: a form may lead nowhere."""
_MONTH_BACK = timedelta(days=31)
_MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_/.]?(0[1-9]|1[0-2]|[1-9](?!\d))(?!\d)")


@dataclass(slots=True)
class _Held:
    """Further pages of the listing of a key, without days: they wait for what the days of its announcements say."""

    key: str
    pages: list[Follow]
    waiting: set[str] = field(default_factory=set)
    is_old: bool = False


class Walk:
    """The way of one run through a portal's listings. `since` is the day before which nothing is wanted.

    A run for what is new, of `first_pages` alone, leaves the site maps of months that ended before the last good run.
    Where a list may end before its last page, its pages are walked one after the other.
    """

    def __init__(
        self, writer: ArchiveWriter, portal: Portal, ledger: Ledger, since: date | None, *, first_pages: bool = False
    ) -> None:
        self._writer = writer
        self._portal = portal
        self._ledger = ledger
        self._since = since.isoformat() if since else None
        self._maps_since = self._since or (self._month_before_last_run() if first_pages else None)
        self._held: list[_Held] = []
        self._sections: set[str] = set()
        self._empty: dict[str, int] = {}
        self._led: dict[str, frozenset[str]] = {}
        self._periods: set[str] = set()
        self._issue_days = IssueDays(since) if since else None
        self._order = PageOrder(self._add) if since or first_pages else None

    def is_section(self, key: str) -> bool:
        """Whether an address was found in the menus of a front page, which promises no list."""
        return key in self._sections

    def is_wanted(self, entry: Entry) -> bool:
        """Whether an entry is of a day that is wanted, as far as the listing says; a page was touched after it came."""
        return not any(line is not None and self._is_old(line) for line in (entry.date_line, entry.touched))

    def is_of_period(self, key: str) -> bool:
        """Whether an address is that of a month or a year which a list has to choose from."""
        return key in self._periods

    def is_fresh(self, key: str, entries: Sequence[Entry]) -> Callable[[Entry], bool]:
        """Which entries of the listing of that key count for what stands behind it: those that are only there.

        Beside the further pages of one list others stand with their first pages. All count where all were shown before.
        """
        shown = self._led.get(key, frozenset())
        if all(_key_of(entry) in shown for entry in entries):
            shown = frozenset()
        return lambda entry: _key_of(entry) not in shown

    def is_known(self, key: str) -> bool:
        """Whether an announcement was dealt with by an earlier run."""
        return self._ledger.is_known(key)

    def discover(self, start: str, reading: Reading, page: Page) -> None:
        """Note the sections that a portal's front page leads to; other start addresses lead on by their pagers."""
        if reading.kind != "listing" or not is_front_address(canonical_address(start) or start):
            return
        for section in sections_of(page, reading.entries)[:MOST_SECTIONS]:
            key = address_key(section.url)
            if belongs(origin_of(section.url).host, self._portal.family):
                self._sections.add(key)
                self._ledger.add(key, section.url, "listing")

    def map_out(self, addresses: Iterable[str]) -> None:
        """Note site maps of a portal that is walked from its front page; other start addresses ask for less than all.

        Those of other portals' hosts and of months before the wanted days are left.
        """
        if not any(is_front_address(canonical_address(start) or start) for start in self._portal.start):
            return
        maps = [Follow(url, kind="sitemap") for url in map(canonical_address, addresses) if url is not None]
        own = [page for page in maps if belongs(origin_of(page.url).host, self._portal.family)]
        self._add(page for page in own if not self._is_old_map(page))

    def go_on(self, key: str, reading: Reading, wanted: Iterable[Entry]) -> bool:
        """Walk on to the pages that the listing of that key leads to, unless it is an empty one behind empty ones.

        Where days are wanted and the list prints none, its pages wait until its announcements were read: they are
        walked as soon as one is recent enough, or where none has a day. False where a register ends by its issue days.
        """
        pages = [page for page in reading.follow if not (page.kind == "sitemap" and self._is_old_map(page))]
        self._add_periods(page for page in pages if page.period)
        pages = [page for page in pages if not page.period]
        if reading.kind == "listing" and not reading.entries:
            empty = self._empty.get(key, 0) + 1
            if empty >= MOST_EMPTY:
                self.end(key)
                return True
            self._empty |= {page_key(page.url, page.key): empty for page in pages}
        if self._order is not None:
            shown = frozenset(map(_key_of, reading.entries))
            self._led |= {page_key(page.url, page.key): shown for page in pages if page.kind == "listing"}
        entries = list(wanted)
        further = [page for page in pages if page.kind == "listing"]
        self._add(page for page in pages if page.kind != "listing")
        if reading.kind != "listing" or not self.waits_for_days(entries):
            self._turn(key, further)
            return True
        leads_to = (page_key(page.url, page.key) for page in further)
        if self._issue_days is not None and self._issue_days.are_past(key, entries, leads_to):
            goes_on = self._order is not None and self._order.leads_on(key, further)
            self.end(key)
            return not goes_on
        held = _Held(key, further, set(map(_key_of, entries)))
        self._held.append(held)
        for waiting in sorted(held.waiting):
            for published_at in self._published(waiting):
                self.settled(waiting, published_at)
        return True

    def end(self, key: str) -> None:
        """Walk no further behind the listing of that key."""
        if self._order is not None:
            self._order.end(key)

    def passed(self, key: str) -> None:
        """A listing was dealt with, or could not be had: what still waits for it alone is walked."""
        if self._order is not None and all(held.key != key for held in self._held):
            self._order.turn(key)

    def waits_for_days(self, entries: Sequence[Entry]) -> bool:
        """Whether only the announcements that a list shows can tell whether more of it is wanted."""
        return self._since is not None and len(entries) > 0 and not any(map(_is_told, entries))

    def settled(self, key: str, published_at: str | None = None) -> None:
        """An announcement was dealt with; `published_at` is its day, where it has one."""
        for held in [held for held in self._held if key in held.waiting]:
            held.waiting.discard(key)
            recent = published_at is not None and not self._is_before(published_at)
            held.is_old = held.is_old or (published_at is not None and not recent)
            if recent or not held.waiting:
                self._held.remove(held)
                if recent or not held.is_old:
                    self._turn(held.key, held.pages)
                else:
                    self.end(held.key)

    def leads_to(self, key: str, target: str) -> None:
        """A title's form led to an address: what waits for the title waits for that."""
        for held in self._held:
            if key in held.waiting:
                held.waiting.discard(key)
                held.waiting.add(target)

    def _turn(self, key: str, pages: Sequence[Follow]) -> None:
        """Walk on to the further pages of the listing of that key."""
        if self._order is None:
            self._add(pages)
        else:
            self._order.turn(key, pages)

    def _add_periods(self, pages: Iterable[Follow]) -> None:
        """Note the newest months or years that are wanted and not noted yet; their pages lead to the older ones."""
        wanted = (page for page in pages if not _lies_before(page.period or "", self._maps_since))
        new = [page for page in wanted if page_key(page.url, page.key) not in self._periods][:PERIODS_AHEAD]
        self._periods.update(page_key(page.url, page.key) for page in new)
        self._add(new)

    def _add(self, pages: Iterable[Follow]) -> None:
        for page in pages:
            self._ledger.add(page_key(page.url, page.key), page.url, page.kind, page.form)

    def _published(self, key: str) -> list[str | None]:
        """The day of an announcement that was dealt with before; nothing where this run still will."""
        rows = self._writer.execute(
            "SELECT a.published_at FROM ledger l LEFT JOIN address d ON d.portal = l.portal AND d.key = l.key "
            "LEFT JOIN announcement a ON a.id = d.announcement WHERE l.portal = ? AND l.key = ? AND l.state <> 'open'",
            (self._portal.name, key),
        )
        return [published_at for (published_at,) in rows.fetchall()]

    def _is_old(self, line: str) -> bool:
        printed = read_date(line)
        return printed is not None and printed.iso is not None and self._is_before(printed.iso)

    def _is_before(self, moment: str) -> bool:
        """Whether a day, or what is known of it, lies before the wanted ones."""
        return _lies_before(moment, self._since)

    def _month_before_last_run(self) -> str | None:
        """The day a month before the last run that passed, None where none did."""
        (last,) = self._writer.execute(
            "SELECT max(started_at) FROM run WHERE portal = ? AND kind = 'crawl' AND state = 'passed'",
            (self._portal.name,),
        ).fetchone()
        return (datetime.fromisoformat(last) - _MONTH_BACK).date().isoformat() if last else None

    def _is_old_map(self, page: Follow) -> bool:
        """Whether a site map is of a month, or was last touched, before the days whose maps are wanted."""
        touched = read_date(page.touched) if page.touched is not None else None
        if touched is not None and touched.iso is not None and _lies_before(touched.iso, self._maps_since):
            return True
        month = _MONTH.search(page.url.split("/", 3)[-1])
        return month is not None and _lies_before(f"{month[1]}-{int(month[2]):02d}", self._maps_since)


def _lies_before(moment: str, day: str | None) -> bool:
    """Whether a moment, as far as it is known, lies before a day; nothing does before None."""
    return day is not None and moment[:10] < day[: len(moment[:10])]


def _key_of(entry: Entry) -> str:
    return page_key(entry.url, entry.key)


def _is_told(entry: Entry) -> bool:
    """Whether a listing says of which day an entry is; a day without a year ("28/09") may be of any."""
    return entry.date_line is not None and read_date(entry.date_line) is not None


def shown_by(reading: Reading, *further: str) -> int | None:
    """What a listing shows, to know it again under another address; None where it shows nothing.

    A page does not list its own address; `further` is what it may have left out.
    """
    shown = (entry.url + entry.key for entry in reading.entries)
    return hash(frozenset((*shown, *further))) if reading.entries else None
