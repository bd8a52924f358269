"""Which captures prove an announcement, and which of them may be handed out.

The one place where it is decided what goes into a WACZ: what the public database holds, and beside it the redirects,
the looks that found nothing any more and the listings that point there. Of all these only what `archive.disclosure`
lets anybody see: withheld things, pages with private numbers and newspaper articles stay sealed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal, get_args
from urllib.parse import urljoin

from sqlite_utils import Database

from archive.database import open_for_reading
from archive.errors import BrokenCaptureError, NoSuchPortalError, UsageError
from archive.folder import ArchiveFolder
from archive.naming import uid_of
from archive.public import open_public
from archive.site.captures import Capture, open_capture, rules_for
from archive.warc import read_response

MOST_HOPS = 5
_CAPTURES = """
SELECT c.id, c.portal, c.url, c.method, c.fetched_at, c.status, c.media_type, c.digest, c.file, c.offset, c.length,
    c.revisit_of FROM capture c WHERE {condition}
"""
_BY_ID = _CAPTURES.format(condition="c.id IN (SELECT value FROM json_each(?))")
_BESIDE = _CAPTURES.format(
    condition="""c.method = 'GET' AND c.url IN (SELECT value FROM json_each(?1))
    AND (c.status >= 300 OR c.revisit_of IN (SELECT value FROM json_each(?2)))"""
)
_LISTINGS = _CAPTURES.format(
    condition="""c.method = 'GET' AND c.id IN (SELECT p.capture FROM address d
    JOIN pointer p ON p.portal = d.portal AND p.key = d.key WHERE d.announcement = ?1)"""
)
_PUBLIC = """
SELECT capture FROM announcement WHERE id = ?1 UNION SELECT capture FROM revision WHERE announcement = ?1
UNION SELECT capture FROM attachment WHERE announcement = ?1
UNION SELECT x.capture FROM attachment f JOIN file x ON x.digest = f.file WHERE f.announcement = ?1
"""
_LED_THERE = """
SELECT l.url FROM address d JOIN ledger l ON l.portal = d.portal AND l.key = d.key WHERE d.announcement = ?1
UNION SELECT d.url FROM address d WHERE d.announcement = ?1
"""


Reason = Literal["withheld", "with private numbers", "not read yet", "of a newspaper", "unreadable or too long"]
"""Why a capture is not handed out; what is unreadable or longer than is looked through may hold anything."""
UNREADABLE: Final = "unreadable or too long"


@dataclass(frozen=True, slots=True)
class Page:
    """An announcement as a replay tool lists it; `ts` is the time of its capture."""

    url: str
    ts: str
    title: str


@dataclass(slots=True)
class Chosen:
    """The captures to hand out by id, the pages among them, and why each of those that stay sealed does."""

    captures: dict[int, Capture] = field(default_factory=dict)
    pages: list[Page] = field(default_factory=list)
    sealed: dict[int, Reason] = field(default_factory=dict)


def told(reasons: Mapping[str, int]) -> str:
    """Why captures stay sealed, with how many: "withheld 0, with private numbers 12, …"."""
    shown = [reason for reason in get_args(Reason) if reason in reasons or reason != UNREADABLE]
    return ", ".join(f"{reason} {reasons.get(reason, 0)}" for reason in shown)


def choose(folder: ArchiveFolder, uids: Iterable[str], portal: str | None) -> Chosen:
    """What to hand out of some announcements, or of all of a portal; raises UsageError for what is not public."""
    chosen = Chosen()
    public, archive = open_public(folder), open_for_reading(folder)
    try:
        named = [uid_of(archive, uid) for uid in uids]
        for identifier, url, title, capture in _announcements(public, named, portal):
            for candidate in _captures(folder, public, archive, identifier):
                _add(folder, public, archive, chosen, candidate)
            if capture in chosen.captures:
                chosen.pages.append(Page(url, chosen.captures[capture].fetched_at, title or url))
    finally:
        public.close()
        archive.close()
    return chosen


def _announcements(
    public: Database, uids: Iterable[str], portal: str | None
) -> Iterator[tuple[int, str, str, int | None]]:
    """Id, address, title and capture of each announcement."""
    columns = "SELECT id, url, title, capture FROM announcement"
    if portal is not None:
        if not public.execute("SELECT 1 FROM portal WHERE name = ?", (portal,)).fetchone():
            raise NoSuchPortalError(portal)
        yield from public.execute(f"{columns} WHERE portal = ? ORDER BY id", (portal,)).fetchall()
    for uid in uids:
        row = public.execute(f"{columns} WHERE uid = ?", (uid,)).fetchone()
        if row is None:
            raise UsageError(f"No announcement {uid!r} is public; `kehoach search` shows the ids.")
        yield row


def _captures(folder: ArchiveFolder, public: Database, archive: Database, announcement: int) -> Iterator[Capture]:
    """The captures of an announcement: its own, redirects and looks beside them, listings that point there."""
    known = [number for (number,) in public.execute(_PUBLIC, (announcement,)) if number is not None]
    yield from _of(public, _BY_ID, known)
    addresses = {url for (url,) in archive.execute(_LED_THERE, (announcement,))}
    files = public.execute("SELECT url FROM attachment WHERE announcement = ?", (announcement,))
    addresses |= {url for (url,) in files}
    followed: set[str] = set()
    for _ in range(MOST_HOPS):
        beside = list(_of(archive, _BESIDE, sorted(addresses - followed), known))
        followed |= addresses
        yield from beside
        addresses = {target for capture in beside if (target := _target(folder, capture))} - followed
        if not addresses:
            break
    yield from map(_capture, archive.execute(_LISTINGS, (announcement,)))


def _of(database: Database, sql: str, *lists: list[Any]) -> Iterator[Capture]:
    return map(_capture, database.execute(sql, [json.dumps(values) for values in lists]))


def _capture(row: tuple[Any, ...]) -> Capture:
    return Capture(*row)


def _target(folder: ArchiveFolder, capture: Capture) -> str | None:
    """Where a redirect leads."""
    if not 300 <= capture.status < 400:
        return None
    try:
        location = read_response(folder.warcs, capture.place).header("location")
    except BrokenCaptureError:
        return None
    return urljoin(capture.url, location) if location else None


def _add(folder: ArchiveFolder, public: Database, archive: Database, chosen: Chosen, capture: Capture) -> None:
    """Add a capture, and before a revisit the one that holds its payload, where that may be handed out."""
    if capture.id in chosen.captures or capture.id in chosen.sealed:
        return
    holder = capture
    if capture.revisit_of is not None:
        held = [capture.revisit_of]
        holder = next(_of(public, _BY_ID, held), None) or next(_of(archive, _BY_ID, held), capture)
    is_excerpt = holder.sealed or capture.sealed
    if reason := "of a newspaper" if is_excerpt else _reason(folder, public, holder):
        chosen.sealed[capture.id] = reason
        return
    for free in (holder, capture):
        chosen.captures[free.id] = free


def _reason(folder: ArchiveFolder, public: Database, holder: Capture) -> Reason | None:
    """Why a capture stays sealed; None where it may be handed out."""
    rules = rules_for(public.conn, holder)
    try:
        opened = open_capture(folder, holder, rules)
        if opened.free:
            return None
        if not holder.is_text:
            return "not read yet" if rules.sealed_file == "waits" else "with private numbers"
        if opened.free is None or not opened.source:
            return UNREADABLE
        untitled = open_capture(folder, holder, replace(rules, sealed_titles=frozenset()))
    except BrokenCaptureError:
        return UNREADABLE
    return "withheld" if untitled.free else "with private numbers"
