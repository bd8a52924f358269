"""One run over one portal: what to fetch next, and what to make of each answer. Knows nothing of Scrapy."""

from __future__ import annotations

import logging
import math
import sqlite3
from datetime import datetime
from functools import partial

from archive.addresses import address_key
from archive.counted import counted
from archive.errors import ArchiveError, BrokenCaptureError
from archive.health import refresh
from archive.health.states import Finding
from archive.model import Capture, Exchange
from archive.removals import conclude_looks
from scraper.allowance import allowance_of
from scraper.articles import Articles
from scraper.attachments import AttachmentFiles
from scraper.captured import exchange_of_capture, page_of, read_or_none
from scraper.closed import words_of_closing
from scraper.drawnlist import Rest
from scraper.facts import Portal
from scraper.finding import finding_of_run, lost_fields, was_well
from scraper.health import checks_of_run
from scraper.keeping import context_of
from scraper.ledger import Ledger, LedgerEntry
from scraper.listings import Listings
from scraper.outcomes import BEYOND_CEILING, SAME_AGAIN, SAME_PAGE, UNADDRESSED, Failure
from scraper.reading.outcome import LOGIN_WALL
from scraper.reading.page import make_page
from scraper.reading.paperlist import PAGE_IS_FILE
from scraper.reading.result import Reading
from scraper.reading.scripted import should_draw
from scraper.samepages import LISTINGS, Page, Places, SamePages, Verdict
from scraper.session import CrawlSession, RunReport, StartOutcome, portal_row
from scraper.titleforms import TitleForms
from scraper.vanished import Vanished
from scraper.walk import Walk

log = logging.getLogger(__name__)
FINISHED = "finished"
_SHUT_DOWN = "shutdown"
UNDRAWN = Failure("undrawn: only a script draws this page; the portal's facts can say `script = true`")
EMPTY = Failure("empty: a listing without items")
READ_AS = ("read as a listing", "read")


class Visit:
    """A portal's run: `begin`, then `next_entry` and one of `page` or `failed` for each, then `conclude`."""

    def __init__(self, session: CrawlSession, portal: Portal, *, retry_base: float) -> None:
        self.portal = portal
        self.report = RunReport(portal.name)
        self._session = session
        self._writer = session.writer
        self._retry_base = retry_base
        self._start: dict[str, str] = {}
        self._closings: dict[str, str | None] = {}

    def begin(self) -> None:
        """Write the portal's row, open the run, and put the start addresses into the ledger."""
        self._writer.put_portal(portal_row(self.portal))
        self._run = self._writer.start_run(self.portal.name, "crawl")
        in_turn = self._session.max_pages is not None
        self._ledger = Ledger(self._writer, self.portal.name, self._run, retry_base=self._retry_base, in_turn=in_turn)
        new = self._session.first_pages
        self.walk = Walk(self._writer, self.portal, self._ledger, self._session.since, first_pages=new)
        self._vanished = Vanished(self._writer, self.portal, self._run, self._ledger, self.report)
        self._titles = TitleForms(self._writer, self.portal, self._ledger, self.walk)
        self._files = AttachmentFiles(self._writer, self._ledger, self.portal, self.report)
        carried = self._files if self._session.attachments else None
        self._articles = Articles(self._writer, self.portal, self.report, carried)
        self._same = SamePages(self._writer, self.portal)
        self._listings = Listings(
            self._session, self.portal, self.report, self._ledger,
            walk=self.walk, titles=self._titles, vanished=self._vanished,
        )  # fmt: skip
        if not self._session.attachments:
            self._ledger.leave_attachments()
        self._ledger.reopen_failed(listings=self._session.since is None)
        self._allowance = allowance_of(self.portal, self._writer, self._writer.now())
        if self._session.looks:
            self._ledger.reopen_due()
        for address in self.portal.start:
            key = address_key(address)
            self._start[key] = address
            self._ledger.add(key, address, "listing")
        self._session.commit(self._writer.commit)
        self._session.reports.append(self.report)
        self._session.watcher.started(self.report)

    def next_entry(self) -> LedgerEntry | None:
        """What to fetch now; None when nothing is due. At the ceiling of pages only their files are left to fetch."""
        ceiling = self._at_ceiling()
        if ceiling and self._fetches_files():
            self._ledger.only_attachments()
        entry = None if ceiling and not self._fetches_files() else self._ledger.next()
        while entry is not None and (left := self._why_left(entry)):
            self._settle(entry, left)
            entry = self._ledger.next()
        if entry is None and self._further_looks():
            entry = self._ledger.next()
        if entry is not None:
            self._count(entry, 1)
        return entry

    def _why_left(self, entry: LedgerEntry) -> str:
        """The outcome of an address that this run does not ask for; nothing of any other."""
        if entry.is_title and self._titles.are_vain:
            return UNADDRESSED.outcome
        beyond = self._listings.is_beyond_ceiling(entry) and entry.key not in self._start
        return BEYOND_CEILING.outcome if beyond else ""

    def has_more(self) -> bool:
        """Whether the run goes on: something is in flight, due, or due before long."""
        goes_on = not self._at_ceiling() or self._fetches_files()
        return self._ledger.waits(new=goes_on) or self._further_looks()

    def keep(self, exchange: Exchange) -> Capture:
        """Write an answer to the archive."""
        identifier = self._writer.put_capture(exchange, portal=self.portal.name, run=self._run)
        return Capture(identifier, exchange.fetched_at)

    def release(self, entry: LedgerEntry) -> None:
        """Leave an entry open for the next run."""
        self._ledger.release(entry)

    def put_off(self, entry: LedgerEntry, seconds: float) -> None:
        """Put an entry back that was taken while the portal is to be left alone for so long."""
        self._count(entry, -1)
        self._ledger.release(entry)
        self._rest(seconds)

    def page(
        self, entry: LedgerEntry, body: bytes, url: str, content_type: str, capture: Capture, *, final: bool = True,
        rest: Rest | None = None,
    ) -> bool:  # fmt: skip
        """Read an answer and store what it gave, in one transaction with the entry's outcome.

        False where nothing was stored, since the page is to be drawn first; never where it is `final`. `rest` is what
        a drawn list has not loaded.
        """
        if entry.kind == "attachment":
            self._files.keep(entry, body, capture)
            self._done()
            return True
        kind = entry.kind
        if entry.is_title:
            led_to = self._titles.led_to(entry, url)
            if led_to is None:
                log.warning("%s (%s): %s", entry.url, entry.key.partition("#")[2], UNADDRESSED.outcome)
                self._settle(entry, UNADDRESSED.outcome)
                self._done()
                return True
            entry = led_to
        context = context_of(self._writer, self.portal.name, entry.key, found_as=kind)
        read = partial(read_or_none, body, content_type, capture.fetched_at, self.portal, url)
        reading = read(context)
        taken, reason = reading, None
        if reading is not None:
            came = make_page(body, url, content_type=content_type)
            if not final and should_draw(reading, came):
                return False
            if entry.key in self._start:
                self._closings[entry.key] = words_of_closing(came, reading)
                self.walk.discover(self._start[entry.key], reading, came)
            taken, reason = self._vanished.look(entry, reading, came, context, read, self._listings.capture_of)
        self.report.count("pages")
        try:
            with self._writer.whole():
                at_key = Page(entry.key, reading, body, capture.id, context, read)
                same = self._same.judge(at_key, entry.kind == "article") if reason is None else Verdict()
                self._spoil(same.others)
                if same.is_same and taken is reading:
                    self._fail_same(entry, capture, stands=same.stands)
                else:
                    self._keep(entry, taken, reason, capture, rest)
                if reading is not None and reason is None and PAGE_IS_FILE in reading.flags:
                    self._files.keep_content(reading.url, body, capture)
        except (ArchiveError, OSError, sqlite3.OperationalError):
            raise
        except Exception as error:  # a page may say anything; its capture stays for a better program
            log.exception("What %s says could not be stored", url)
            self._fail(entry, Failure(f"not stored: {type(error).__name__}"), None)
        self._done()
        return True

    def _keep(
        self, entry: LedgerEntry, reading: Reading | None, reason: str | None, capture: Capture, rest: Rest | None
    ) -> None:
        if reading is None:
            self._fail(entry, Failure("not_read: the reader failed on this page"), None)
        elif reason is not None:
            self._fail(entry, Failure(f"gone: {reason}", gone=True), None, capture)
        elif _is_no_list(reading) and entry.key in self._start and not entry.again:
            self._fail(entry, EMPTY, None)
        elif _is_no_list(reading) and self.walk.is_section(entry.key):
            self._settle(entry, "changed: an article, no listing")
        elif LOGIN_WALL in reading.flags and self.walk.is_section(entry.key):
            self._settle(entry, f"blocked: {LOGIN_WALL}")  # menus lead to what is for the staff alone
        elif reading.kind == "article" and reading.announcement is not None and reading.outcome == "read":
            announcement, look = self._articles.keep(entry, reading, capture)
            self.walk.settled(entry.key, announcement.published_at)
            self._settle(entry, "read", capture=capture.id, next_look=look)
        elif (
            reading.kind in LISTINGS
            and (reading.outcome in ("read", "empty") or (reading.outcome == "undrawn" and reading.follow))
            and not entry.again
        ):
            leads_on = self._listings.follow(entry, reading, capture, rest, is_start=entry.key in self._start)
            outcome = READ_AS[entry.kind != "article"] if leads_on else EMPTY.outcome
            self._settle(entry, outcome, capture=capture.id if leads_on else None)
        elif reading.outcome == "undrawn":
            self._fail(entry, UNDRAWN, None)
        else:
            why = ", ".join(reading.flags) or f"{reading.kind} page"
            outcome = "changed" if reading.outcome == "read" else reading.outcome
            self._fail(entry, Failure(f"{outcome}: {why}", retry=outcome == "cut"), None)

    def unchanged(self, entry: LedgerEntry, capture: Capture) -> None:
        """The portal says that nothing changed since our last good capture.

        An article was seen again; a listing is read again from that capture, for what it leads to.
        """
        assert entry.last is not None
        if entry.kind == "attachment":
            self._files.unchanged(entry, capture)
            self._done()
            return
        if self._articles.seen_again(entry.key, capture):
            self._settle(entry, "read", next_look=self._articles.next_look(entry.key, capture.fetched_at))
            self._done()
            return
        try:
            before = exchange_of_capture(self._writer, entry.last.capture)
            body, content_type = page_of(before)
        except BrokenCaptureError as error:
            self.failed(entry, Failure(f"unchanged: but {error}"))
            return
        self.page(entry, body, before.url, content_type, Capture(entry.last.capture, before.fetched_at))

    def failed(
        self,
        entry: LedgerEntry,
        failure: Failure,
        retry_after: float | None = None,
        capture: Capture | None = None,
    ) -> None:
        """Write down that no page came, and why; `capture` is the answer that says so, where there was one."""
        if failure.retry and retry_after:
            self._rest(retry_after)
        if entry.kind == "attachment":
            self._files.failed(entry, failure, retry_after)
        else:
            self._fail(entry, failure, retry_after, capture)
        self._done()

    def conclude(self, reason: str) -> None:
        """Check the run and close it; `reason` is Scrapy's word for why the crawl ended."""
        report = self.report
        finished = reason == FINISHED
        left = self._ledger.due_count() if finished and not self._at_ceiling() else 0
        report.count("unaddressed", self._titles.unaddressed())
        report.checks = checks_of_run(report.counts, report.start_outcomes, left)
        if not finished:
            report.state, report.stopped = "interrupted", reason == _SHUT_DOWN
            report.reason = f"the crawl was stopped ({reason}); the ledger goes on at the next start"
        else:
            failed = [f"{check.name}: {check.evidence}" for check in report.checks if not check.passed]
            report.state = "failed" if failed else "passed"
            report.reason = "; ".join(failed or filter(None, (self._ceiling(), *report.left))) or None
            if not report.counts.get("requests"):
                report.state, report.reason = "skipped", self._ceiling()
        tried_all = len(report.starts) == len(self._start)
        finding = self._finding() if finished and tried_all else None
        self._writer.end_run(self._run, report.state, report.reason, report.counts, report.checks, finding)
        if report.state == "passed":
            report.count("removed", conclude_looks(self._writer, self._run))
        refresh(self._writer.database, [self.portal.name], self._writer.now())
        self._session.commit(self._writer.commit)

    def _finding(self) -> Finding:
        report = self.report
        lost = lost_fields(self._writer, self.portal.name, self._run, report.counts)
        return finding_of_run(
            report.start_outcomes, report.failures, report.counts, report.checks, lost,
            was_well=was_well(self._writer, self.portal.name),
        )  # fmt: skip

    def _further_looks(self) -> bool:
        return not (self._at_ceiling() or self._ledger.waits()) and self._vanished.further_looks()

    def _fail(
        self, entry: LedgerEntry, failure: Failure, retry_after: float | None, capture: Capture | None = None
    ) -> None:
        if failure.forbidden:
            self.report.count("forbidden")
            self._settle(entry, failure.outcome)
        elif failure.gone and self.walk.is_section(entry.key):
            self._settle(entry, failure.outcome)
        elif failure.gone and entry.kind == "article":
            self._vanished.missed(entry, failure.outcome, capture)
            self.walk.settled(entry.key)
        elif failure.retry and self._ledger.postpone(entry, failure.outcome, retry_after):
            self.report.count("retries")
            log.info("%s: %s; it will be tried again.", entry.url, failure.outcome)
        else:
            self.report.count("failed")
            self.report.failures[failure.outcome] += 1
            told = entry.key in self._start  # in the end, by the summary
            log.log(logging.INFO if told else logging.WARNING, "%s: %s", entry.url, failure.outcome)
            self._settle(entry, failure.outcome, failed=True, offline=failure.offline)

    def _spoil(self, places: Places) -> None:
        """What these captures gave under these keys was another address's page: the addresses are asked for again."""
        for key, capture in places:
            taken_back = self._articles.take_back(key, capture, self._run)
            if self._ledger.spoil(key, SAME_PAGE.outcome, of_any_run=taken_back):
                self.report.count("same")

    def _fail_same(self, entry: LedgerEntry, capture: Capture, *, stands: bool) -> None:
        """Another address's page stands at an article's, which is none and is asked for again.

        Where that page `stands`, as a list's or an article's, the portal shows it for what is gone, and goes on.
        """
        if stands and self._ledger.left_alike(entry, (SAME_PAGE.outcome, SAME_AGAIN.outcome)):
            self._fail(entry, SAME_AGAIN, None, capture)
            return
        self.report.count("same")
        log.warning("%s: %s", entry.url, SAME_PAGE.outcome)
        self._settle(entry, SAME_PAGE.outcome, failed=True)

    def _settle(
        self,
        entry: LedgerEntry,
        outcome: str,
        *,
        failed: bool = False,
        capture: int | None = None,
        next_look: datetime | None = None,
        offline: bool = False,
    ) -> None:
        self._ledger.settle(entry, outcome, failed=failed, capture=capture, next_look=next_look)
        if entry.kind == "article":
            self.walk.settled(entry.key)
        self.walk.passed(entry.key)
        if entry.key in self._start:
            closing = self._closings.get(entry.key)
            ended = StartOutcome(self._start[entry.key], outcome, entry.tries + 1, offline, closing)
            self.report.starts[entry.key] = ended

    def _rest(self, seconds: float) -> None:
        if self._ledger.rest(seconds):
            log.warning("%s asks to be left alone for %s.", self.portal.name, counted(math.ceil(seconds), "second"))

    def _count(self, entry: LedgerEntry, number: int) -> None:
        """Count an entry that is taken, or is put back."""
        self.report.count("files" if entry.kind == "attachment" else "requests", number)
        if entry.kind != "attachment":
            self.report.count("looks", number * entry.again)

    def _done(self) -> None:
        self._session.commit(self._writer.page_done)
        self._session.watcher.moved(self.report, self._ledger.open_count())

    def _fetches_files(self) -> bool:
        return self._session.attachments and self._refusal() is None

    def _at_ceiling(self) -> bool:
        return self._ceiling() is not None

    def _ceiling(self) -> str | None:
        """Why this run fetches no more, though there may be more."""
        requests = self.report.counts.get("requests", 0)
        ceiling = self._session.max_pages
        if ceiling is not None and requests >= ceiling:
            return f"stopped after {counted(ceiling, 'page')}; the next crawl goes on there"
        return self._refusal()

    def _refusal(self) -> str | None:
        asked = self.report.counts.get("requests", 0) + self.report.counts.get("files", 0)
        return self._allowance.refusal(asked, self._writer.now())


def _is_no_list(reading: Reading) -> bool:
    """Whether what came is a page, and an article; walls and half pages look like one too."""
    return reading.kind == "article" and reading.outcome in ("read", "empty")
