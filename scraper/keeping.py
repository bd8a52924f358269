"""What a reading leaves in the archive: the announcement, and what listings say of other addresses."""

from __future__ import annotations

import json
import logging
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Literal, Protocol

from archive.addresses import address_key, page_key
from archive.announcements import content_digest, understand
from archive.errors import BrokenCaptureError
from archive.files.reading import CELL
from archive.model import Announcement
from archive.store import Sighting, Stored, compare, seen_again, store
from archive.writer import ArchiveWriter, utc
from scraper.captured import exchange_of_capture
from scraper.facts import Portal
from scraper.readers import PageRead, PageToRead, read
from scraper.reading.result import Context, Entry, PageKind, Pointer, Reading

log = logging.getLogger(__name__)
SAME_TITLE = 0.5
SAME_TEXT = 0.2
SAME_ARTICLE = 0.5
FEWEST_WORDS = 3
"""So many words must two titles share, unless the shorter has fewer."""
WORDS_IN_A_ROW = 4
SOME_TITLES = 3
Difference = Literal["none", "edited", "akin", "another"]
_POINTERS = """
SELECT kind, title, date_line FROM pointer WHERE portal = ?1 AND (key = ?2 OR key IN (
    SELECT o.key FROM address d JOIN address o ON o.announcement = d.announcement AND o.portal = ?1
    WHERE d.portal = ?1 AND d.key = ?2))
ORDER BY kind DESC
"""


def keep_page(writer: ArchiveWriter, page: PageRead, portal: Portal, capture: int, seen_at: datetime) -> str:
    """Store an article, or note what a listing points at; returns what was done in a word."""
    if page.error:
        log.warning("%s: %s", page.url, page.error)
    keyed = ((page_key(entry.url, entry.key), entry) for entry in page.entries)
    keep_pointers(writer, portal.name, page.kind, keyed, capture, seen_at)
    if page.announcement is None:
        return page.kind if page.outcome == "read" else page.outcome
    sighting = Sighting(portal.name, address_key(page.url), capture, seen_at)
    return keep_announcement(writer, page.announcement, portal, sighting)


def keep_announcement(writer: ArchiveWriter, announcement: Announcement, portal: Portal, sighting: Sighting) -> Stored:
    """Store an announcement; a known one that looks different is read again first.

    So a difference that a better reader or a later listing makes is no change of the page: both states are what
    today's readers see. A page that has lost its title, its date, its byline or its text is not stored over the good
    one: more likely than not it is we who do not find them. Nor is another page that the portal shows under the address
    of one that is gone. Its capture stays for a later reader.
    """
    compared = compare(writer, announcement, sighting)
    if compared.capture not in (None, sighting.capture) and compared.known != compared.digest:
        _read_again(writer, portal, sighting.key, compared.capture)
        if _is_another(writer, announcement, sighting):
            return "worse"
        if _is_worse(writer, announcement, sighting):
            seen_again(writer, sighting.portal, sighting.key, sighting.capture, sighting.seen_at)
            return "worse"
        compared = compare(writer, announcement, sighting)
    return store(writer, announcement, sighting, compared)


def difference(writer: ArchiveWriter, portal: str, key: str, reading: Reading) -> Difference:
    """What a page is beside the announcement that is known under its address; "none" where nothing is known there.

    A page that is read as no announcement is another. An edited one has its title, or what a list calls it, or most of
    its text. One that is akin has a title that no list gives to another address, and half the words of its title, the
    number of the document that it issued, or a part of its text.
    """
    known = writer.execute(
        "SELECT a.id, a.content_digest, a.title, t.body FROM address d JOIN announcement a ON a.id = d.announcement "
        "JOIN announcement_text t ON t.announcement = a.id WHERE d.portal = ? AND d.key = ?",
        (portal, key),
    ).fetchone()
    if known is None:
        return "none"
    if reading.announcement is None:
        return "another"
    identifier, digest, title, body = known
    seen = understand(reading.announcement, portal=portal, fetched_at=writer.now())
    if digest == content_digest(seen):
        return "none"
    names, shown = [title or "", *names_of(writer, portal, key)], seen.title or ""
    has_title = any(_alike(name, shown, 1) >= SAME_ARTICLE for name in names)
    if has_title or _alike(body, seen.body_text, WORDS_IN_A_ROW) >= SAME_ARTICLE:
        return "edited"
    if not shown or named_elsewhere(writer, portal, key, shown):
        return "another"
    issued = writer.execute("SELECT number FROM mention WHERE announcement = ? AND role = 'issues'", (identifier,))
    has_number = not {number for (number,) in issued}.isdisjoint(mention.number for mention in seen.documents)
    has_words = has_number or any(_share_words(name, shown) for name in names)
    return "akin" if has_words or _shared(body, seen.body_text, WORDS_IN_A_ROW) >= SAME_TEXT else "another"


def _is_worse(writer: ArchiveWriter, announcement: Announcement, sighting: Sighting) -> bool:
    """Whether what is known has a title, a date of the page's own, a byline or a text, and the page has it no more.

    A byline that goes while the text stays is the template's doing, and so is one that turns up in the text; one that
    goes when the text is edited is the editor's.
    """
    title, source, byline, body = writer.execute(
        "SELECT a.title, a.published_source, a.byline_printed, t.body FROM address d "
        "JOIN announcement a ON a.id = d.announcement JOIN announcement_text t ON t.announcement = a.id "
        "WHERE d.portal = ? AND d.key = ?",
        (sighting.portal, sighting.key),
    ).fetchone()
    text = announcement.body_text
    return bool(
        (title and not announcement.title)
        or (source == "page" and announcement.published_source != "page")
        or (byline and not announcement.byline_printed and (body == text or byline in text))
        or (body and not text)
    )


def _is_another(writer: ArchiveWriter, announcement: Announcement, sighting: Sighting) -> bool:
    """Whether something else stands under the address: what is known by another one, or no announcement at all.

    Portals answer so for what is gone: with their newest article, their front page, a word of welcome. Such a page is
    that article word for word, or a list of others; or it has no title and less than half of the text; or nothing of
    what is known stands in it, not even its day nor what a listing calls it, and its title is that of another address,
    or it prints no day.
    """
    portal, key = sighting.portal, sighting.key
    identifier, title, published_at, body = writer.execute(
        "SELECT a.id, a.title, a.published_at, t.body FROM address d JOIN announcement a ON a.id = d.announcement "
        "JOIN announcement_text t ON t.announcement = a.id WHERE d.portal = ? AND d.key = ?",
        (portal, key),
    ).fetchone()
    shown, text = announcement.title or "", announcement.body_text
    if named_elsewhere(writer, portal, key, text) >= SOME_TITLES > named_elsewhere(writer, portal, key, body):
        return True
    others = writer.execute(
        "SELECT t.body FROM announcement a JOIN announcement_text t ON t.announcement = a.id "
        "WHERE a.portal = ? AND a.title = ? AND a.id <> ?",
        (portal, shown, identifier),
    ).fetchall()
    if title != shown and text and (text,) in others:
        return True
    if title and not shown and _alike(body, text, WORDS_IN_A_ROW) < SAME_ARTICLE:
        return True
    if any(_shared(name, shown, 1) >= SAME_TITLE for name in [title, *names_of(writer, portal, key)]):
        return False
    if _shared(body, text, WORDS_IN_A_ROW) >= SAME_TEXT:
        return False
    if announcement.published_source != "page":
        return True
    return announcement.published_at != published_at and bool(others or named_elsewhere(writer, portal, key, shown))


def named_elsewhere(writer: ArchiveWriter, portal: str, key: str, text: str) -> int:
    """How many lines of a text are what listings call other addresses."""
    lines = [part for line in text.splitlines() for part in line.split(CELL)]
    (found,) = writer.execute(
        "SELECT count(DISTINCT title) FROM pointer WHERE portal = ? AND key <> ? "
        "AND title IN (SELECT value FROM json_each(?))",
        (portal, key, json.dumps(lines)),
    ).fetchone()
    return int(found)


def _share_words(one: str, other: str) -> bool:
    """Whether two titles share half the words of the shorter one, and not only by chance."""
    here, there = set(one.lower().split()), set(other.lower().split())
    fewest = min(len(here), len(there))
    return len(here & there) >= max(1, min(FEWEST_WORDS, fewest), fewest * SAME_TITLE)


def _shared(one: str, other: str, length: int) -> float:
    """Which part of the shorter text's runs of so many words stands in the other too; 0 where one has none."""
    here, there = (_runs(text.lower().split(), length) for text in (one, other))
    return len(here & there) / max(1, min(len(here), len(there)))


def _alike(one: str, other: str, length: int) -> float:
    """Which part of the longer text's runs of so many words stands in the other too; 0 where neither has one."""
    here, there = (_runs(text.lower().split(), length) for text in (one, other))
    return len(here & there) / max(1, len(here), len(there))


def _runs(words: Sequence[str], length: int) -> set[tuple[str, ...]]:
    return {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}


def _read_again(writer: ArchiveWriter, portal: Portal, key: str, capture: int) -> None:
    try:
        exchange = exchange_of_capture(writer, capture)
    except BrokenCaptureError as error:
        log.warning("%s", error)
        return
    page = read(PageToRead(portal, context_of(writer, portal.name, key), exchange))
    if page.announcement is not None:
        store(writer, page.announcement, Sighting(portal.name, key, capture, exchange.fetched_at))


def names_of(writer: ArchiveWriter, portal: str, key: str) -> list[str]:
    """What lists call an address."""
    named = writer.execute(
        "SELECT title FROM pointer WHERE portal = ? AND key = ? AND title IS NOT NULL", (portal, key)
    ).fetchall()
    return [name for (name,) in named]


def keep_pointers(
    writer: ArchiveWriter, portal: str, kind: str, entries: Iterable[tuple[str, Entry]], capture: int, seen_at: datetime
) -> None:
    """Note what a listing, feed or site map says of each address it names; entries come with their addresses' keys."""
    for key, entry in entries:
        writer.put_pointer(
            portal,
            key,
            kind,
            title=entry.title,
            date_line=entry.date_line,
            capture=capture,
            seen=utc(seen_at),
        )


class Asked(Protocol):
    """What answers a query: a writer in its transaction, a connection."""

    def execute(self, sql: str, values: Any, /) -> sqlite3.Cursor:
        """Run one statement."""


def context_of(archive: Asked, portal: str, key: str, found_as: PageKind | None = None) -> Context:
    """What the archive holds about an address beside its own page: who points at it, what it was found as.

    Of one to which another led, what points at that points at it.
    `found_as` is the kind of its entry in the ledger, where the caller has it at hand.
    """
    rows = archive.execute(_POINTERS, (portal, key)).fetchall()
    if found_as is None:
        found = archive.execute("SELECT kind FROM ledger WHERE portal = ? AND key = ?", (portal, key)).fetchone()
        found_as = found[0] if found else None
    pointers = tuple(Pointer(kind, title, date_line) for kind, title, date_line in rows)
    return Context(pointers, expected=found_as)
