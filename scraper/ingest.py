"""Captures that others made, through the same readers: WARC and WACZ files, folders of saved pages."""

from __future__ import annotations

import logging
import mimetypes
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from archive.errors import BrokenCaptureError, UsageError
from archive.model import Check, Exchange
from archive.warc import digest_of, warc_date
from archive.writer import ArchiveWriter
from scraper.captured import read_exchange
from scraper.facts import Portal
from scraper.keeping import context_of, keep_reading
from scraper.origins import belongs
from scraper.reading.addresses import address_key, canonical_address
from scraper.records import BrokenRecord, is_capture_file, responses
from scraper.saved import SavedPage, saved_pages
from scraper.session import portal_row

log = logging.getLogger(__name__)
PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/xml", "application/xml", "application/rss+xml"})


class Ingest:
    """One ingest into an open archive: portals by address, a run for each, counts of what came in."""

    def __init__(self, writer: ArchiveWriter, portals: Mapping[str, Portal]) -> None:
        self.counts: Counter[str] = Counter()
        self._writer = writer
        self._by_host = {host: portal for portal in portals.values() for host in portal.family if not portal.demo}
        self._runs: dict[str, int] = {}
        self._portals: dict[str, Portal] = {}

    def add(self, exchange: Exchange) -> None:
        """Keep one capture and store what its page says; a capture that the archive holds already is passed over."""
        self.counts["captures"] += 1
        portal = self._portal_of(exchange.url)
        if portal is None:
            self.counts["not an address"] += 1
            return
        if self._known(exchange):
            self.counts["known"] += 1
            return
        capture = self._writer.put_capture(exchange, portal=portal.name, run=self._runs[portal.name])
        self.counts[self._read(exchange, portal, capture)] += 1
        self._writer.page_done()

    def broken(self, record: BrokenRecord) -> None:
        """Note a record that could not be read."""
        self.counts["broken"] += 1
        log.warning("%s:%d: a broken record was passed over (%s).", record.file, record.offset, record.why)

    def conclude(self) -> None:
        """Close the runs."""
        for run in self._runs.values():
            self._writer.end_run(run, "passed", None, self.counts, [Check("ingest", True, "captures were read")])
        self._writer.commit()

    def _portal_of(self, url: str) -> Portal | None:
        address = canonical_address(url)
        host = urlsplit(address).hostname if address else None
        if not host:
            return None
        portal = self._portals.get(host)
        if portal is None:
            portal = self._by_host.get(host) or next(
                (known for known in self._by_host.values() if belongs(host, known.family)), None
            )
            portal = self._portals[host] = portal or stranger(host)
            if portal.name not in self._runs:
                self._writer.put_portal(portal_row(portal))
                self._runs[portal.name] = self._writer.start_run(portal.name, "ingest")
        return portal

    def _known(self, exchange: Exchange) -> bool:
        found = self._writer.execute(
            "SELECT 1 FROM capture WHERE url = ? AND fetched_at = ? AND digest = ?",
            (exchange.url, warc_date(exchange.fetched_at), digest_of(exchange.body)),
        ).fetchone()
        return found is not None

    def _read(self, exchange: Exchange, portal: Portal, capture: int) -> str:
        media_type = (exchange.header(b"content-type") or "text/html").split(";")[0].strip().lower()
        if exchange.status != 200 or media_type not in PAGE_TYPES:
            return "not a page"
        try:
            context = context_of(self._writer, portal.name, address_key(exchange.url))
            reading = read_exchange(exchange, portal, context)
        except BrokenCaptureError as error:
            log.warning("%s: %s", exchange.url, error)
            return "unreadable"
        if reading is None:
            return "reader failed"
        return keep_reading(self._writer, reading, portal, capture, exchange.fetched_at)


def sources(paths: Iterable[Path]) -> Iterator[Path]:
    """The capture files and folders of pages among the given paths; raises UsageError for anything else."""
    for path in paths:
        if path.is_dir():
            files = sorted(file for file in path.rglob("*") if file.is_file() and is_capture_file(file))
            yield from files or [path]
        elif path.is_file() and is_capture_file(path):
            yield path
        else:
            raise UsageError(f"{path} is neither a WARC or WACZ file nor a folder of saved pages.")


def ingest(ingesting: Ingest, source: Path, watch: Callable[[], None]) -> None:
    """Bring one source in; `watch` is called after each capture."""
    if source.is_dir():
        for page in saved_pages(source):
            if isinstance(page, SavedPage):
                ingesting.add(exchange_of_page(page))
            else:
                ingesting.counts["no address"] += 1
                log.warning("%s: it is not known which address this page was saved from.", page)
            watch()
        return
    for found in responses(source):
        if isinstance(found, BrokenRecord):
            ingesting.broken(found)
        else:
            ingesting.add(found)
        watch()


def exchange_of_page(page: SavedPage) -> Exchange:
    """A saved page as a capture: of the time that it names, else of the file's last change."""
    moment = page.saved_at or datetime.fromtimestamp(page.file.stat().st_mtime, UTC)
    media_type = mimetypes.guess_type(page.file.name)[0] or "text/html"
    return Exchange(
        url=page.url,
        fetched_at=moment,
        status=200,
        headers=((b"Content-Type", (media_type if media_type in PAGE_TYPES else "text/html").encode()),),
        body=page.file.read_bytes(),
        saved=True,
    )


def stranger(host: str) -> Portal:
    """A portal of which only the host is known; nothing about it is guessed."""
    name = re.sub(r"[^a-z0-9]+", "-", host.lower()).strip("-")
    return Portal(
        name=name or "host",
        title=host,
        province="",
        agency=host,
        system="other",
        level="unit",
        platform="labelled",
        start=(f"http://{host}/",),
        state="unknown",
        evidence="Its pages were ingested; no facts are known.",
    )
