"""Captures that others made, through the same readers: WARC and WACZ files, folders of saved pages.

Reading runs in processes of its own; this one finds what is new, writes it and stores what it says, in the order of
the records. A capture keeps the time of its record: a page of 2020 was seen in 2020, whenever it is taken in.
"""

from __future__ import annotations

import json
import logging
import mimetypes
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from archive.addresses import address_key
from archive.counted import counted
from archive.errors import BrokenCaptureError, UsageError
from archive.folder import ArchiveFolder
from archive.health import refresh
from archive.model import Check, Exchange
from archive.warc import Response, digest_of, warc_date
from archive.writer import ArchiveWriter
from scraper.answers import Answer, archived_at, saved_exchange
from scraper.captured import exchange_of_capture
from scraper.facts import Portal
from scraper.hosts import Hosts, host_of, named_by_records, stranger, taken_as_stored
from scraper.inplace import give_rows, is_own
from scraper.intake import Intake
from scraper.keeping import context_of, keep_page
from scraper.processes import in_order
from scraper.readers import PageRead, PageToRead, killed, read, size_of
from scraper.records import REPEATS, Found, PassedOver, answers, is_capture_file
from scraper.repeats import Originals
from scraper.saved import SavedPage, saved_pages
from scraper.session import portal_of_row, portal_row

log = logging.getLogger(__name__)
PAGE_TYPES = frozenset(
    {
        "text/html",
        "application/xhtml+xml",
        "text/xml",
        "application/xml",
        "application/rss+xml",
        "application/atom+xml",
    }
)
_NO_PAPER = re.compile(r"(?:image|video|audio|font)/|text/|.*(?:script|json|font|xml\b)")
Watch = Callable[[Path, int], None]
Identity = tuple[str, str, str]
"""What makes two records the same capture: address, time and digest of the payload."""
ORPHANS = "repeats of what is not here"
NO_FILE = "no file"
NOT_TAKEN_IN = ("broken", "in segments", ORPHANS, NO_FILE)
"""Counts of what is worth a second look; an ingest that has them ends with exit code 1."""


@dataclass(frozen=True, slots=True)
class _Task:
    """One capture on its way: what to read of it, and the row that it has already, where a crash left it unread."""

    exchange: Exchange
    identity: Identity
    portal: Portal
    page: PageToRead | None
    capture: int | None


class Ingest:
    """One ingest into an open archive: portals by address and time, a run for each, counts of what came in."""

    def __init__(self, writer: ArchiveWriter, portals: Mapping[str, Portal]) -> None:
        self.counts: Counter[str] = Counter()
        self._writer = writer
        self._intake = Intake(writer)
        self._hosts = Hosts(portals)
        self._runs: dict[str, int] = {}
        self._portals: dict[str, Portal] = {}
        self._named_by_records: list[str] = []
        self._taken_as_stored: list[str] = []
        self._sources: list[Path] = []
        self._with_repeats: dict[Path, None] = {}
        self._originals = Originals(writer)
        self._on_their_way: set[Identity] = set()
        self._files: list[tuple[int, str, str, str]] = []

    def take_in(self, source: Path, watch: Watch) -> None:
        """Bring one source in; `watch` is told how many of its bytes, or of its pages, are done.

        Records of the archive's own files get their rows where they stand.
        """
        self._sources.append(source)
        if is_own(self._writer.folder, source) and (rows := give_rows(self._writer, source.name, self._name_of)):
            self.counts["rows"] += rows
        self._keep_all(self._tasks(source, watch))

    def take_in_repeats(self, watch: Watch) -> None:
        """Bring in what revisits repeat, when all sources are in: an original may stand anywhere in them."""
        if self._with_repeats:
            self._writer.commit()
            self._originals.learn(source for source in self._sources if not source.is_dir())
        for source in self._with_repeats:
            self._keep_all(self._repeats(source, watch))

    def take_in_papers(self) -> None:
        """Read the files that listings announce, when all sources are in: the listing may come behind the file."""
        for capture, name, key, outcome in self._files:
            if any(pointer.title for pointer in context_of(self._writer, name, key).pointers):
                self.counts[self._read_again(capture, name, key)] += 1
                self.counts -= Counter([outcome])

    def conclude(self) -> None:
        """Date what a later listing dates, close the runs, and count what is kept of their portals."""
        self._date_by_listings()
        for run in self._runs.values():
            self._writer.end_run(run, "passed", None, self.counts, [Check("ingest", True, "captures were read")])
        refresh(self._writer.database, self._runs, self._writer.now())
        self._writer.commit()

    def remarks(self) -> list[str]:
        """A sentence on each kind of portals whose facts were not at hand, without its full stop."""
        told = ((named_by_records, self._named_by_records), (taken_as_stored, self._taken_as_stored))
        return [tell(sorted(names)) for tell, names in told if names]

    def _keep_all(self, tasks: Iterator[_Task]) -> None:
        for task, page in in_order(_read, tasks, size=_size, failed=_killed):
            self._keep(task, page)

    def _tasks(self, source: Path, watch: Watch) -> Iterator[_Task]:
        empty = True
        for position, found in _captures(source):
            empty = False
            watch(source, position)
            match found:
                case PassedOver():
                    self.counts[found.kind] += 1
                    log.warning("%s:%d: a record was passed over (%s).", found.file, found.offset, found.why)
                case SavedPage():
                    self.counts["not an address"] += 1
                    log.warning("%s: %r is no address of a page.", found.file, found.url)
                case Path() if not found.is_file():
                    self.counts[NO_FILE] += 1
                    log.warning("%s: an index of pages names this file, which is not there.", found)
                case Path():
                    self.counts["no address"] += 1
                    log.warning("%s: it is not known which address this page was saved from.", found)
                case Answer() if found.repeats and is_own(self._writer.folder, source):
                    yield from self._repeated(source, [found])
                case Answer() if found.repeats:
                    self._with_repeats[source] = None
                    self._originals.note(found.repeats)
                case Answer():
                    yield from self._task(found.exchange, found.exchange, found.portal)
        if empty:
            self.counts["empty"] += 1
            log.warning("%s: nothing was found in it.", source)

    def _repeats(self, source: Path, watch: Watch) -> Iterator[_Task]:
        def found() -> Iterator[Answer]:
            for position, answer in answers(source, REPEATS):
                watch(source, position)
                if isinstance(answer, Answer):
                    yield answer

        yield from self._repeated(source, found())

    def _repeated(self, source: Path, found: Iterable[Answer]) -> Iterator[_Task]:
        lost: list[str] = []
        for answer in found:
            if answer.repeats is None:
                continue
            exchanges = self._originals.exchange(answer)
            if exchanges is None:
                lost.append(answer.exchange.url)
            else:
                yield from self._task(*exchanges, answer.portal)
        if lost:
            self.counts[ORPHANS] += len(lost)
            log.warning(
                "%s: %s of an earlier answer that came again, which is neither in these files nor in the archive "
                "(the first is of %s); take them in together with the files that hold it.",
                source.name, counted(len(lost), "record"), lost[0],
            )  # fmt: skip

    def _task(self, exchange: Exchange, shown: Exchange, named: str | None) -> Iterator[_Task]:
        """What is to be done for a capture, if anything; `shown` is the page that it stands for."""
        self.counts["captures"] += 1
        identity = exchange.url, warc_date(exchange.fetched_at), digest_of(exchange.body)
        capture, is_read, name = self._known(identity)
        if name is not None:
            portal: Portal | None = self._portal_named(name, exchange.url)
        else:
            portal = self._as_stored(self._hosts.portal_of(exchange.url, exchange.fetched_at, named))
        if portal is None:
            self.counts["not an address"] += 1
            return
        self._take_part(portal)
        if is_read or identity in self._on_their_way:
            self.counts["known"] += 1
            return
        page = None
        if is_page(shown):
            page = PageToRead(portal, context_of(self._writer, portal.name, address_key(exchange.url)), shown)
        self._on_their_way.add(identity)
        yield _Task(exchange, identity, portal, page, capture)

    def _keep(self, task: _Task, page: PageRead | None) -> None:
        run = self._runs[task.portal.name]
        self._on_their_way.discard(task.identity)
        if task.capture is None:
            digest = task.identity[-1]
            capture = self._writer.put_capture(task.exchange, portal=task.portal.name, run=run, digest=digest)
        else:
            capture = task.capture
            self._writer.update("capture", capture, run=run)
        if page is None:
            outcome = "not a page"
        else:
            came = task.page.exchange if task.page and task.page.exchange else task.exchange
            outcome = self._intake.keep(page, task.portal, capture, task.exchange.fetched_at, lambda: came)
        self.counts[outcome] += 1
        if outcome == "not_a_page" or (page is None and may_be_paper(task.exchange)):
            self._files.append((capture, task.portal.name, address_key(task.exchange.url), outcome))
        self._writer.page_done()

    def _known(self, identity: Identity) -> tuple[int | None, bool, str | None]:
        """The row of a capture, whether its page was read, and its portal; one that has just its row is unread."""
        found = self._writer.execute(
            "SELECT id, run IS NOT NULL, portal FROM capture WHERE url = ? AND fetched_at = ? AND digest = ? LIMIT 1",
            identity,
        ).fetchone()
        return (found[0], bool(found[1]), found[2]) if found else (None, False, None)

    def _take_part(self, portal: Portal) -> None:
        """Have a portal's row, and a run of it; what the archive knows of one without facts at hand stays."""
        if portal.name not in self._runs:
            is_stored = self._has_row(portal.name)
            if portal.name in self._hosts.known or not is_stored:
                self._writer.put_portal(portal_row(portal))
            if portal.name not in self._hosts.known and portal.name != stranger(portal.host).name:
                (self._taken_as_stored if is_stored else self._named_by_records).append(portal.name)
            self._runs[portal.name] = self._writer.start_run(portal.name, "ingest")
            self._portals[portal.name] = portal

    def _has_row(self, name: str) -> bool:
        return self._writer.execute("SELECT 1 FROM portal WHERE name = ?", (name,)).fetchone() is not None

    def _portal_named(self, name: str, url: str) -> Portal:
        """The portal of that name by its facts, else as the archive knows it, else a stranger with that name."""
        portal = self._hosts.portal_named(name, url)
        return self._as_stored(portal) or portal

    def _as_stored(self, portal: Portal | None) -> Portal | None:
        if portal is None or portal.name in self._hosts.known or not self._has_row(portal.name):
            return portal
        return portal_of_row(self._writer.facts_of(portal.name))

    def _name_of(self, response: Response) -> str | None:
        """The portal that a record of the archive's own is of, with its row; None where it is of none."""
        if not response.portal:
            return None
        self._take_part(self._portal_named(response.portal, response.url))
        return response.portal

    def _date_by_listings(self) -> None:
        """Read undated pages again whose date stands in a listing that came after them."""
        rows = self._writer.execute(
            "SELECT DISTINCT a.capture, d.portal, d.key FROM capture c JOIN announcement a ON a.capture = c.id "
            "JOIN address d ON d.announcement = a.id JOIN pointer p ON p.portal = d.portal AND p.key = d.key "
            "WHERE c.run IN (SELECT value FROM json_each(?)) AND a.published_at IS NULL AND p.date_line IS NOT NULL",
            (json.dumps(list(self._runs.values())),),
        ).fetchall()
        for capture, name, key in rows:
            self._read_again(capture, name, key)

    def _read_again(self, capture: int, name: str, key: str) -> str:
        """Read a capture with all that is known of its address by now; returns what was done in a word."""
        try:
            exchange = exchange_of_capture(self._writer, capture)
        except BrokenCaptureError as error:
            log.warning("%s", error)
            return "unreadable"
        page = read(PageToRead(self._portals[name], context_of(self._writer, name, key), exchange))
        done = keep_page(self._writer, page, self._portals[name], capture, exchange.fetched_at)
        self._writer.page_done()
        return done


def kinds_of(folder: ArchiveFolder, found: Iterable[Path], hosts: Hosts) -> set[bool]:
    """Whether the captures of sources are of demo portals, of real ones, or of both; nothing is written.

    Those of the archive itself are what it is. Raises UsageError for a file that may not be taken into this folder.
    """
    kinds: set[bool] = set()
    for source in found:
        if is_own(folder, source) and folder.exists():
            continue
        for _, answer in _captures(source):
            if not isinstance(answer, Answer):
                continue
            portal = hosts.portal_of(answer.exchange.url, answer.exchange.fetched_at, answer.portal)
            kinds |= {portal.demo} if portal else set()
            if len(kinds) > 1:
                return kinds
    return kinds


def is_page(exchange: Exchange) -> bool:
    """Whether a capture is a page to read: a good answer with markup in it."""
    media_type = (exchange.header(b"content-type") or "text/html").split(";")[0].strip().lower()
    return exchange.status == 200 and media_type in PAGE_TYPES


def may_be_paper(exchange: Exchange) -> bool:
    """Whether a good answer is called nothing that no paper is, as pictures and scripts are."""
    media_type = (exchange.header(b"content-type") or "").strip().lower()
    return exchange.status == 200 and _NO_PAPER.match(media_type) is None


def sources(paths: Iterable[Path]) -> Iterator[Path]:
    """The capture files and folders of pages among the given paths; raises UsageError for anything else."""
    for path in paths:
        if path.is_dir():
            files = sorted(file for file in path.rglob("*") if file.is_file() and is_capture_file(file))
            yield from files or [path]
        elif path.is_file() and is_capture_file(path):
            yield path
        elif not path.exists():
            raise UsageError(f"There is no {path}; give a WARC or WACZ file, or a folder of saved pages.")
        else:
            raise UsageError(f"{path} is neither a WARC or WACZ file nor a folder of saved pages.")


def _captures(source: Path) -> Iterator[Found | tuple[int, Path | SavedPage]]:
    """What a source holds, with how far it has been read: bytes of a file, pages of a folder."""
    if not source.is_dir():
        yield from answers(source)
        return
    for number, page in enumerate(saved_pages(source), 1):
        if isinstance(page, SavedPage) and host_of(page.url):
            yield number, Answer(exchange_of_page(page))
        else:
            yield number, page


def _read(task: _Task) -> PageRead | None:
    return read(task.page) if task.page else None


def _size(task: _Task) -> int:
    return size_of(task.page) if task.page else len(task.exchange.body)


def _killed(task: _Task) -> PageRead | None:
    return killed(task.page) if task.page else None


def exchange_of_page(page: SavedPage) -> Exchange:
    """A saved page as a capture: of the time that it names, else of the file's last change."""
    url, moment = page.url, page.saved_at
    media_type = mimetypes.guess_type(page.file.name)[0] or "text/html"
    if (archived := archived_at(url)) and archived.as_it_was:
        url, moment = archived.url, archived.moment
    return saved_exchange(
        url,
        moment or datetime.fromtimestamp(page.file.stat().st_mtime, UTC),
        media_type if media_type in PAGE_TYPES else "text/html",
        page.file.read_bytes(),
    )
