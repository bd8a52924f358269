"""What a reading leaves in the archive: the announcement, and what listings say of other addresses."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from archive.announcements import understand
from archive.store import Sighting, store
from archive.writer import ArchiveWriter, utc
from scraper.reading.addresses import address_key
from scraper.reading.result import Context, Entry, Pointer, Reading


def keep_reading(writer: ArchiveWriter, reading: Reading, portal: str, capture: int, seen_at: datetime) -> str:
    """Store an article, or note what a listing points at; returns what was done in a word."""
    keep_pointers(writer, portal, reading.kind, reading.entries, capture, seen_at)
    if reading.outcome != "read" or reading.announcement is None:
        return reading.kind if reading.outcome == "read" else reading.outcome
    announcement = understand(reading.announcement, portal=portal, fetched_at=seen_at)
    return store(writer, announcement, Sighting(portal, address_key(reading.url), capture, seen_at))


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
