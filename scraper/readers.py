"""One page from bytes to an announcement as understood: what runs in the reading processes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from archive.announcements import understand
from archive.errors import BrokenCaptureError
from archive.model import Announcement, Exchange
from archive.warc import RecordPlace, read_response
from scraper.captured import exchange_of_response, read_exchange
from scraper.facts import Portal
from scraper.reading.result import Context, Entry


@dataclass(frozen=True, slots=True)
class PageToRead:
    """A page: the exchange itself, or the place of its record in a folder of WARC files.

    `fetched_at` is given where the record is the payload of a later answer, which a revisit refers to.
    """

    portal: Portal
    context: Context
    exchange: Exchange | None = None
    folder: Path | None = None
    place: RecordPlace | None = None
    fetched_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PageRead:
    """What a page gave: its announcement, or what it lists; `outcome` says in a word why there is neither."""

    url: str
    kind: str
    outcome: str
    announcement: Announcement | None = None
    entries: tuple[Entry, ...] = ()
    error: str | None = None


def read(page: PageToRead) -> PageRead:
    """Read a page; whatever goes wrong is an outcome."""
    try:
        exchange = exchange_of(page)
        if exchange.cut:
            why = f"only a part of the answer was captured ({exchange.cut})"
            return PageRead(exchange.url, "other", "cut", error=why)
        reading = read_exchange(exchange, page.portal, page.context)
    except BrokenCaptureError as error:
        return PageRead(page.exchange.url if page.exchange else "", "other", "unreadable", error=str(error))
    if reading is None:
        return PageRead(exchange.url, "other", "reader failed")
    announcement = None
    if reading.announcement is not None and reading.outcome == "read":
        announcement = understand(reading.announcement, portal=page.portal.name, fetched_at=exchange.fetched_at)
    return PageRead(reading.url, reading.kind, reading.outcome, announcement, reading.entries)


def killed(page: PageToRead) -> PageRead:
    """The outcome of a page that killed the process that read it."""
    return PageRead(page.exchange.url if page.exchange else "", "other", "reader failed", error="the reader was killed")


def size_of(page: PageToRead) -> int:
    """About how many bytes a page holds in memory."""
    return len(page.exchange.body) if page.exchange else 1000


def exchange_of(page: PageToRead) -> Exchange:
    """A page as it came; raises BrokenCaptureError."""
    if page.exchange is not None:
        return page.exchange
    assert page.folder is not None
    assert page.place is not None
    response = read_response(page.folder, page.place)
    return exchange_of_response(response, page.fetched_at or response.fetched_at)
