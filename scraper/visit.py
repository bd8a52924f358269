"""One run over one portal: what to fetch next, and what to make of each answer. Knows nothing of Scrapy."""

from __future__ import annotations

import logging
from collections import Counter
from datetime import UTC, datetime

from archive.announcements import understand
from archive.health import refresh
from archive.health.states import Finding
from archive.model import Announcement, Capture, Exchange
from archive.store import Sighting, store
from archive.vietnamese.dates import read_date
from scraper.allowance import allowance_of
from scraper.facts import Portal
from scraper.finding import finding_of_run, lost_fields
from scraper.health import checks_of_run
from scraper.keeping import context_of, keep_pointers
from scraper.ledger import Ledger, LedgerEntry
from scraper.outcomes import Failure
from scraper.reading import read_page
from scraper.reading.addresses import address_key
from scraper.reading.page import make_page
from scraper.reading.result import Entry, Reading
from scraper.reading.scripted import should_draw
from scraper.session import CrawlSession, RunReport, portal_row

log = logging.getLogger(__name__)
FINISHED = "finished"
UNDRAWN = Failure("undrawn: only a script draws this page; the portal's facts can say `script = true`")


class Visit:
    """A portal's run: `begin`, then `next_entry` and one of `page` or `failed` for each, then `conclude`."""

    def __init__(self, session: CrawlSession, portal: Portal, *, retry_base: float) -> None:
        self.portal = portal
        self.report = RunReport(portal.name)
        self._session = session
        self._writer = session.writer
        self._retry_base = retry_base
        self._start: dict[str, str] = {}
        self._start_outcomes: dict[str, str] = {}
        self._failures: Counter[str] = Counter()
        self._listed: set[int] = set()

    def begin(self) -> None:
        """Write the portal's row, open the run, and put the start addresses into the ledger."""
        self._writer.put_portal(portal_row(self.portal))
        self._run = self._writer.start_run(self.portal.name, "crawl")
        self._ledger = Ledger(self._writer, self.portal.name, self._run, retry_base=self._retry_base)
        self._ledger.reopen_failed()
        self._allowance = allowance_of(self.portal, self._writer, datetime.now(UTC))
        for address in self.portal.start:
            key = address_key(address)
            self._start[key] = address
            self._ledger.add(key, address, "listing")
        self._writer.commit()
        self._session.reports.append(self.report)
        self._session.watcher.started(self.report)

    def next_entry(self) -> LedgerEntry | None:
        """What to fetch now; None when nothing is due or the ceiling of pages is reached."""
        entry = None if self._at_ceiling() else self._ledger.next()
        if entry is not None:
            self.report.count("requests")
        return entry

    def has_more(self) -> bool:
        """Whether the run goes on: something is in flight, due, or due before long."""
        return self._ledger.waits(new=not self._at_ceiling())

    def keep(self, exchange: Exchange) -> Capture:
        """Write an answer to the archive."""
        identifier = self._writer.put_capture(exchange, portal=self.portal.name, run=self._run)
        return Capture(identifier, exchange.fetched_at)

    def release(self, entry: LedgerEntry) -> None:
        """Leave an entry open for the next run."""
        self._ledger.release(entry)

    def page(
        self, entry: LedgerEntry, body: bytes, url: str, content_type: str, capture: Capture, *, final: bool = True
    ) -> bool:
        """Read an answer and store what it gave, in one transaction with the entry's outcome.

        False where nothing was stored, since the page is to be drawn first; never where it is `final`.
        """
        reading = self._read(entry, body, url, content_type, capture.fetched_at)
        if not final and reading is not None and should_draw(reading, make_page(body, url, content_type=content_type)):
            return False
        self._keep(entry, reading, capture)
        return True

    def _keep(self, entry: LedgerEntry, reading: Reading | None, capture: Capture) -> None:
        if reading is None:
            self._fail(entry, Failure("the reader failed on this page"), None)
        elif reading.kind == "article" and reading.announcement is not None and reading.outcome == "read":
            self._store(entry, reading, capture)
        elif reading.kind in ("listing", "feed", "sitemap") and (
            reading.outcome in ("read", "empty") or (reading.outcome == "undrawn" and reading.follow)
        ):
            self._follow(entry, reading, capture)
        elif reading.outcome == "gone":
            self._fail(entry, Failure("gone: the page says so", gone=True), None)
        elif reading.outcome == "undrawn":
            self._fail(entry, UNDRAWN, None)
        else:
            why = ", ".join(reading.flags) or f"{reading.kind} page"
            self._fail(entry, Failure(f"{reading.outcome}: {why}", retry=reading.outcome == "cut"), None)
        self._done()

    def failed(self, entry: LedgerEntry, failure: Failure, retry_after: float | None = None) -> None:
        """Write down that no page came, and why."""
        self._fail(entry, failure, retry_after)
        self._done()

    def conclude(self, reason: str) -> None:
        """Check the run and close it; `reason` is Scrapy's word for why the crawl ended."""
        report = self.report
        finished = reason == FINISHED
        left = self._ledger.due_count() if finished and not self._at_ceiling() else 0
        report.checks = checks_of_run(report.counts, self._start_outcomes, left)
        if not finished:
            report.state = "interrupted"
            report.reason = f"the crawl was stopped ({reason}); the ledger goes on at the next start"
        else:
            failed = [f"{check.name}: {check.evidence}" for check in report.checks if not check.passed]
            report.state = "failed" if failed else "passed"
            report.reason = "; ".join(failed) or self._ceiling()
            if not report.counts.get("requests"):
                report.state, report.reason = "skipped", self._ceiling()
        tried_all = len(self._start_outcomes) == len(self._start)
        finding = self._finding() if finished and tried_all else None
        self._writer.end_run(self._run, report.state, report.reason, report.counts, report.checks, finding)
        refresh(self._writer.database, [self.portal.name], datetime.now(UTC))
        self._writer.commit()

    def _finding(self) -> Finding:
        counts = self.report.counts
        lost = lost_fields(self._writer, self.portal.name, self._run, counts)
        return finding_of_run(self._start_outcomes, self._failures, counts, self.report.checks, lost)

    def _read(
        self, entry: LedgerEntry, body: bytes, url: str, content_type: str, fetched_at: datetime
    ) -> Reading | None:
        try:
            return read_page(
                body,
                url,
                content_type=content_type,
                fetched_at=fetched_at,
                context=context_of(self._writer, self.portal.name, entry.key),
                portal=self.portal,
            )
        except Exception:  # a page may be anything; its capture stays for a better reader
            log.exception("The reader failed on %s", url)
            return None

    def _store(self, entry: LedgerEntry, reading: Reading, capture: Capture) -> None:
        assert reading.announcement is not None
        announcement = understand(reading.announcement, portal=self.portal.name, fetched_at=capture.fetched_at)
        key = address_key(reading.url)
        sighting = Sighting(self.portal.name, key, capture.id, capture.fetched_at, aliases=(entry.key,))
        stored = store(self._writer, announcement, sighting)
        self.report.count("articles")
        self.report.count(stored)
        self._count_fields(announcement)
        self._settle(entry, "read")

    def _count_fields(self, announcement: Announcement) -> None:
        self.report.count("titled", int(bool(announcement.title)))
        self.report.count("dated", int(announcement.published_at is not None))
        self.report.count("bylined", int(announcement.byline_printed is not None))
        self.report.count("bodied", int(bool(announcement.body_text)))

    def _follow(self, entry: LedgerEntry, reading: Reading, capture: Capture) -> None:
        self.report.count("listings")
        self.report.count("entries", len(reading.entries))
        addresses = hash(frozenset(found.url for found in reading.entries))
        self.report.count("repeated", int(bool(reading.entries) and addresses in self._listed))
        self._listed.add(addresses)
        recent = [found for found in reading.entries if not self._too_old(found)]
        known = [self._ledger.add(address_key(found.url), found.url, "article") for found in recent]
        keep_pointers(self._writer, self.portal.name, reading.kind, recent, capture.id, capture.fetched_at)
        if self.report.counts["listings"] >= self.portal.max_pages and reading.follow:
            if not self.report.counts.get("ceiling"):
                log.warning("%s: the ceiling of %d listing pages is reached.", self.portal.name, self.portal.max_pages)
            self.report.counts["ceiling"] = 1
        elif (recent or not reading.entries) and not (self._session.first_pages and any(known)):
            for further in reading.follow:
                key = address_key(further.url) + (f"#{further.key}" if further.key else "")
                self._ledger.add(key, further.url, further.kind, further.form)
        self._settle(entry, "read" if reading.entries or reading.follow else "empty: a listing without items")

    def _too_old(self, found: Entry) -> bool:
        since = self._session.since
        if since is None or not found.date_line:
            return False
        printed = read_date(found.date_line)
        if printed is None or printed.iso is None:
            return False
        day = printed.iso[:10]
        return day < since.isoformat()[: len(day)]

    def _fail(self, entry: LedgerEntry, failure: Failure, retry_after: float | None) -> None:
        if failure.forbidden or (failure.gone and entry.kind == "article"):
            self.report.count("forbidden" if failure.forbidden else "gone")
            self._settle(entry, failure.outcome)
        elif failure.retry and self._ledger.postpone(entry, failure.outcome, retry_after):
            self.report.count("retries")
            log.info("%s: %s; it will be tried again.", entry.url, failure.outcome)
        else:
            self.report.count("failed")
            self._failures[failure.outcome] += 1
            log.warning("%s: %s", entry.url, failure.outcome)
            self._settle(entry, failure.outcome, failed=True)

    def _settle(self, entry: LedgerEntry, outcome: str, *, failed: bool = False) -> None:
        self._ledger.settle(entry, outcome, failed=failed)
        if entry.key in self._start:
            self._start_outcomes[self._start[entry.key]] = outcome

    def _done(self) -> None:
        self._writer.page_done()
        self._session.watcher.moved(self.report, self._ledger.open_count())

    def _at_ceiling(self) -> bool:
        return self._ceiling() is not None

    def _ceiling(self) -> str | None:
        """Why this run fetches no more, though there may be more."""
        requests = self.report.counts.get("requests", 0)
        ceiling = self._session.max_pages
        if ceiling is not None and requests >= ceiling:
            return f"stopped after {ceiling} pages"
        return self._allowance.refusal(requests, datetime.now(UTC))
