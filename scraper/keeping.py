"""What a reading leaves in the archive: the announcement, and what listings say of other addresses."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime

from archive.announcements import content_digest, understand
from archive.errors import BrokenCaptureError
from archive.model import Announcement
from archive.store import Sighting, Stored, store
from archive.writer import ArchiveWriter, utc
from scraper.captured import exchange_of_capture, read_exchange
from scraper.facts import Portal
from scraper.reading.addresses import address_key
from scraper.reading.result import Context, Entry, Pointer, Reading

log = logging.getLogger(__name__)


def keep_reading(writer: ArchiveWriter, reading: Reading, portal: Portal, capture: int, seen_at: datetime) -> str:
    """Store an article, or note what a listing points at; returns what was done in a word."""
    keep_pointers(writer, portal.name, reading.kind, reading.entries, capture, seen_at)
    if reading.outcome != "read" or reading.announcement is None:
        return reading.kind if reading.outcome == "read" else reading.outcome
    announcement = understand(reading.announcement, portal=portal.name, fetched_at=seen_at)
    return keep_announcement(
        writer, announcement, portal, Sighting(portal.name, address_key(reading.url), capture, seen_at)
    )


def keep_announcement(
    writer: ArchiveWriter, announcement: Announcement, portal: Portal, sighting: Sighting
) -> Stored:
    """Store an announcement; a known one that looks different is read again first.

    So a difference that a better reader or a later listing makes is no change of the page: both states are what
    today's readers see.
    """
    row = writer.execute(
        "SELECT a.content_digest, a.capture FROM address d JOIN announcement a ON a.id = d.announcement "
        "WHERE d.portal = ? AND d.key = ?",
        (sighting.portal, sighting.key),
    ).fetchone()
    if row and row[1] not in (None, sighting.capture) and row[0] != content_digest(announcement):
        _read_again(writer, portal, sighting.key, row[1])
    return store(writer, announcement, sighting)


def _read_again(writer: ArchiveWriter, portal: Portal, key: str, capture: int) -> None:
    try:
        exchange = exchange_of_capture(writer, capture)
        reading = read_exchange(exchange, portal, context_of(writer, portal.name, key))
    except BrokenCaptureError as error:
        log.warning("%s", error)
        return
    if reading is None or reading.outcome != "read" or reading.announcement is None:
        return
    announcement = understand(reading.announcement, portal=portal.name, fetched_at=exchange.fetched_at)
    store(writer, announcement, Sighting(portal.name, key, capture, exchange.fetched_at))


def keep_pointers(
    writer: ArchiveWriter, portal: str, kind: str, entries: Iterable[Entry], capture: int, seen_at: datetime
) -> None:
    """Note what a listing, feed or site map says of each address it names."""
    for entry in entries:
        writer.put_pointer(
            portal,
            address_key(entry.url),
            kind,
            title=entry.title,
            date_line=entry.date_line,
            capture=capture,
            seen=utc(seen_at),
        )


def context_of(writer: ArchiveWriter, portal: str, key: str) -> Context:
    """What the archive holds about an address beside its own page: who points at it, what it was found as."""
    rows = writer.execute(
        "SELECT kind, title, date_line FROM pointer WHERE portal = ? AND key = ? ORDER BY kind DESC", (portal, key)
    ).fetchall()
    found = writer.execute("SELECT kind FROM ledger WHERE portal = ? AND key = ?", (portal, key)).fetchone()
    pointers = tuple(Pointer(kind, title, date_line) for kind, title, date_line in rows)
    return Context(pointers, expected=found[0] if found else None)
