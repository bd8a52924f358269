"""The same page under several addresses: portals answer so, with status 200, for all that they do not find.

Their front page, a word of welcome or of maintenance then stands where articles were sought. It is known by what it
prints, digits apart, and proved by reading the page of the one address as if it stood at the other.
"""

from __future__ import annotations

import logging
import re
from dataclasses import replace

from archive.errors import BrokenCaptureError
from archive.vietnamese.spelling import fold
from archive.writer import ArchiveWriter
from scraper.captured import exchange_of_capture, read_exchange
from scraper.facts import Portal
from scraper.keeping import names_of
from scraper.ledger import LedgerEntry
from scraper.reading.paperlist import PAGE_IS_FILE
from scraper.reading.result import Context, Reading
from scraper.walk import shown_by

log = logging.getLogger(__name__)
FEWEST_NAMELESS = 3
"""Addresses that no list calls by a title may be two of one article."""
_NO_TEXT = re.compile(rb"<[^<>]*>|[\d\s]+")
_PICTURE = re.compile(rb"<(?:img|iframe|embed|object)\b[^>]*", re.IGNORECASE)
_CUT_SHORT = " .…"


class SamePages:
    """The pages of one run by what they print."""

    def __init__(self, writer: ArchiveWriter, portal: Portal) -> None:
        self._writer = writer
        self._portal = portal
        self._first: dict[int, tuple[int, int]] = {}
        self._groups: dict[int, list[int]] = {}

    def others(self, entry: LedgerEntry, reading: Reading, body: bytes, context: Context) -> list[int] | None:
        """The entries whose page stands at this address of an article too, the first of all first; None if none does.

        A list's page at an article's address is such a page. So is one article's at that of another, with its pictures:
        lists call the two by different titles or, where they give none, there are three of them.
        """
        if reading.outcome != "read" or PAGE_IS_FILE in reading.flags:
            return None
        pictures = hash(frozenset(_PICTURE.findall(body)))
        first, shown = self._first.setdefault(_printed(body), (entry.id, pictures))
        if entry.kind != "article" or first == entry.id:
            return None
        kind, capture = self._writer.execute("SELECT kind, capture FROM ledger WHERE id = ?", (first,)).fetchone()
        if capture is None or (kind == "article" and shown != pictures):
            return None
        if not gives_the_same(self._writer, self._portal, capture, reading, context):
            return None
        group = self._groups.setdefault(first, [first])
        others = [other for other in group if other != entry.id]
        group[:] = [*others, entry.id]
        return others if kind != "article" or self._are_different(group) else None

    def _are_different(self, group: list[int]) -> bool:
        """Whether the addresses of a group are those of different articles."""
        names = [self._names(identifier) for identifier in group]
        if not all(names):
            return len(group) >= FEWEST_NAMELESS
        return any(not _share_one(names[0], other) for other in names[1:])

    def _names(self, identifier: int) -> list[str]:
        (key,) = self._writer.execute("SELECT key FROM ledger WHERE id = ?", (identifier,)).fetchone()
        return [fold(name).strip(_CUT_SHORT) for name in names_of(self._writer, self._portal.name, key)]


def gives_the_same(
    writer: ArchiveWriter, portal: Portal, capture: int, reading: Reading, context: Context, *, only_title: bool = False
) -> bool:
    """Whether the page of a capture, read as if it stood at a reading's address, gives just what was read there.

    With `only_title` that alone is compared: a front page may have words that change with the hour.
    """
    try:
        exchange = replace(exchange_of_capture(writer, capture), url=reading.url)
        found = read_exchange(exchange, portal, context)
    except BrokenCaptureError as error:
        log.warning("%s", error)
        return False
    if found is None or found.kind != reading.kind:
        return False
    return _title(found) == _title(reading) if only_title else _given(found) == _given(reading)


def _title(reading: Reading) -> str | None:
    return reading.announcement.title if reading.announcement else None


def _given(reading: Reading) -> object:
    told = reading.announcement
    return (told.title, told.body_text, told.date_line, told.attachments) if told else shown_by(reading)


def _printed(body: bytes) -> int:
    """What a page prints, without tags, digits and spaces: counters and clocks stand on all pages."""
    return hash(_NO_TEXT.sub(b"", body))


def _share_one(names: list[str], others: list[str]) -> bool:
    """Whether one of the names is among the others, where a list may have cut it short."""
    return any(one.startswith(other) or other.startswith(one) for one in names for other in others)
