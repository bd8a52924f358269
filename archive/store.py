"""Storing announcements: new ones, revisions of known ones, and nothing where nothing changed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import astuple
from datetime import datetime
from typing import Any, Literal, NamedTuple

from archive import index
from archive.announcements import content_digest
from archive.documents import document_row
from archive.files.keeping import add_findings, insert_attachments
from archive.former_ids import former_uid
from archive.mentions import MentionRow, insert_mentions, mention_row, mentions_of, standing
from archive.model import Announcement
from archive.naming import announcement_uid
from archive.removals import note_return
from archive.revisions import add_revision, content_of, keep_state
from archive.version import reader_of
from archive.vietnamese.spelling import FOLD_VERSION
from archive.writer import ArchiveWriter, utc

Stored = Literal["new", "changed", "unchanged", "reread", "older", "worse"]
UNDATED = ""
_JSON = json.JSONEncoder(ensure_ascii=False)


class Sighting(NamedTuple):
    """Where and when an announcement was seen: the portal, the address's identity, the capture, the time.

    `aliases` are further identities of the same announcement: the link that led there, before a redirect.
    """

    portal: str
    key: str
    capture: int | None
    seen_at: datetime
    aliases: tuple[str, ...] = ()


class Comparison(NamedTuple):
    """What was seen beside what is known: the digest of the content seen, and the announcement at that address.

    `missed` is since when it was thought to be gone. Of an address that is new only `digest` is given.
    """

    digest: str
    identifier: int | None = None
    known: str | None = None
    capture: int | None = None
    first_seen: str = ""
    last_seen: str = ""
    missed: str | None = None
    changed_at: str | None = None


def compare(writer: ArchiveWriter, announcement: Announcement, sighting: Sighting) -> Comparison:
    """Look up what is known of the address where an announcement was seen."""
    row = writer.execute(
        "SELECT a.id, a.content_digest, a.capture, a.first_seen, a.last_seen, "
        "coalesce(a.removed_at, a.suspected_at), a.changed_at FROM address d "
        "JOIN announcement a ON a.id = d.announcement WHERE d.portal = ? AND d.key = ?",
        (sighting.portal, sighting.key),
    ).fetchone()
    return Comparison(content_digest(announcement), *row or ())


def store(
    writer: ArchiveWriter, announcement: Announcement, sighting: Sighting, compared: Comparison | None = None
) -> Stored:
    """Store what a page says and return what that meant; the caller commits.

    A page that was read before from the same capture is replaced in place (a better reader is no change of the
    page); other content of a later capture becomes the current state and the old one a revision; other content of
    an earlier capture becomes a revision, and the page is known to have changed since.
    """
    stored, identifier = _store(writer, announcement, sighting, compared or compare(writer, announcement, sighting))
    for alias in (alias for alias in sighting.aliases if alias != sighting.key):
        writer.execute(
            "INSERT OR IGNORE INTO address (portal, key, url, announcement) VALUES (?, ?, ?, ?)",
            (sighting.portal, alias, announcement.url, identifier),
        )
    return stored


def _store(
    writer: ArchiveWriter, announcement: Announcement, sighting: Sighting, compared: Comparison
) -> tuple[Stored, int]:
    seen = utc(sighting.seen_at)
    identifier, first_seen, last_seen = compared.identifier, compared.first_seen, compared.last_seen
    if identifier is None:
        return "new", _insert(writer, announcement, sighting, compared.digest)
    if compared.missed and seen > compared.missed:
        note_return(writer, identifier, sighting.capture, seen)
    span = {"first_seen": min(first_seen, seen), "last_seen": max(last_seen, seen)}
    if sighting.capture is not None and sighting.capture == compared.capture:
        state = span | {"content_digest": compared.digest}
        if not _is_stored(writer, identifier, announcement, state):
            _replace(writer, identifier, announcement, **state)
        return "reread", identifier
    if compared.known == compared.digest:
        writer.update("announcement", identifier, **span)
        return "unchanged", identifier
    if seen < last_seen:
        add_revision(writer, identifier, content_of(announcement), sighting.capture, seen, seen)
        if compared.changed_at is None or compared.changed_at <= seen:
            span["changed_at"] = first_seen if first_seen > seen else last_seen
        writer.update("announcement", identifier, **span)
        return "older", identifier
    keep_state(writer, identifier)
    _replace(
        writer,
        identifier,
        announcement,
        **span,
        capture=sighting.capture,
        changed_at=seen,
        content_digest=compared.digest,
    )
    return "changed", identifier


def note_replaced_file(writer: ArchiveWriter, url: str, seen_at: datetime) -> None:
    """Another content stands under an attachment's address: what was there becomes a revision, with its digest."""
    for (identifier,) in writer.execute("SELECT announcement FROM attachment WHERE url = ?", (url,)).fetchall():
        keep_state(writer, identifier)
        writer.update("announcement", identifier, changed_at=utc(seen_at))


def seen_again(writer: ArchiveWriter, portal: str, key: str, capture: int | None, seen_at: datetime) -> bool:
    """Note that the portal says a page is unchanged; False where no announcement stands at that address."""
    row = writer.execute(
        "SELECT a.id, a.last_seen, coalesce(a.removed_at, a.suspected_at) FROM address d "
        "JOIN announcement a ON a.id = d.announcement WHERE d.portal = ? AND d.key = ?",
        (portal, key),
    ).fetchone()
    if row is None:
        return False
    identifier, last_seen, missed = row
    if missed and utc(seen_at) > missed:
        note_return(writer, identifier, capture, utc(seen_at))
    writer.update("announcement", identifier, last_seen=max(last_seen, utc(seen_at)))
    return True


class TakenBack(NamedTuple):
    """What an announcement had that was none; `run` is that of its capture."""

    run: int | None
    title: str
    published_at: str | None
    byline: str | None
    body: str


def take_back(writer: ArchiveWriter, portal: str, key: str, capture: int) -> TakenBack | None:
    """Remove the announcement at an address, with all that hangs on it, where it was seen in this capture alone."""
    row = writer.execute(
        "SELECT a.id, c.run, a.title, a.published_at, a.byline_printed, t.body FROM address d "
        "JOIN announcement a ON a.id = d.announcement JOIN announcement_text t ON t.announcement = a.id "
        "LEFT JOIN capture c ON c.id = a.capture WHERE d.portal = ? AND d.key = ? AND a.capture = ? "
        "AND a.first_seen = a.last_seen",
        (portal, key, capture),
    ).fetchone()
    if row is None:
        return None
    identifier, *had = row
    writer.index.remove(identifier, *index.texts_of(writer.database, identifier))
    writer.index.flush()
    named = writer.execute("SELECT DISTINCT document FROM mention WHERE announcement = ?", (identifier,)).fetchall()
    writer.execute("DELETE FROM announcement WHERE id = ?", (identifier,))
    writer.execute_many(
        "DELETE FROM document WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM mention WHERE document = ?1)", named
    )
    return TakenBack(*had)


def _insert(writer: ArchiveWriter, announcement: Announcement, sighting: Sighting, digest: str) -> int:
    seen = utc(sighting.seen_at)
    columns = columns_of(announcement, writer.facts_of(sighting.portal))
    row = index.free_row(writer.database, columns["published_sort"])
    uid = announcement_uid(sighting.portal, sighting.key)
    identifier = writer.insert(
        "announcement",
        uid=uid,
        search_row=row,
        portal=sighting.portal,
        first_seen=seen,
        last_seen=seen,
        capture=sighting.capture,
        content_digest=digest,
        **columns,
    )
    writer.insert("address", portal=sighting.portal, key=sighting.key, url=announcement.url, announcement=identifier)
    if former := former_uid(sighting.portal, sighting.key):
        writer.execute("INSERT OR IGNORE INTO former_id VALUES (?, ?)", (former, uid))
    _insert_parts(writer, identifier, announcement, row)
    return identifier


def _is_stored(writer: ArchiveWriter, identifier: int, announcement: Announcement, state: dict[str, Any]) -> bool:
    """Whether all that is read is what is stored already; never where files of the announcement say something too."""
    columns = columns_of(announcement, writer.facts_of(announcement.portal or "")) | state
    names = ", ".join(f"a.{name}" for name in columns)
    stored = writer.execute(
        f"SELECT {names}, t.body, t.captions, t.fold_version FROM announcement a "  # noqa: S608
        "JOIN announcement_text t ON t.announcement = a.id WHERE a.id = ?",
        (identifier,),
    ).fetchone()
    text = (announcement.body_text, packed(announcement.captions), FOLD_VERSION)
    return (
        stored == (*columns.values(), *text)
        and _attachments(writer, identifier) == [(*astuple(file), None) for file in announcement.attachments]
        and mentions_of(writer, identifier) == _mention_rows(writer, identifier, announcement)
    )


def _attachments(writer: ArchiveWriter, identifier: int) -> list[tuple[str | None, ...]]:
    return writer.execute(
        "SELECT url, name, media_type, file FROM attachment WHERE announcement = ? ORDER BY position", (identifier,)
    ).fetchall()


def _replace(writer: ArchiveWriter, identifier: int, announcement: Announcement, **state: Any) -> None:
    _remove_parts(writer, identifier)
    columns = columns_of(announcement, writer.facts_of(announcement.portal or ""))
    writer.update("announcement", identifier, **columns, **state)
    _insert_parts(writer, identifier, announcement)


def columns_of(announcement: Announcement, facts: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of an announcement's row that follow from its page and from its portal's facts, that portal's row.

    What its files say may come into `document_type`, `is_plan` and `plan_reason` (`archive.files.keeping`).
    """
    published = announcement.published_at or UNDATED
    issued = [mention.type for mention in announcement.documents if mention.role == "issues" and mention.type]
    return {
        "url": announcement.url,
        "platform": announcement.platform,
        "title": announcement.title or "",
        "title_printed": announcement.title_printed if announcement.title_printed != announcement.title else None,
        "published_at": announcement.published_at,
        "published_precision": announcement.published_precision,
        "published_label": announcement.published_label,
        "published_source": announcement.published_source,
        "published_printed": announcement.published_printed,
        "published_sort": published,
        "year": published[:4],
        "month": published[:7] if len(published) >= len("2020-01") else "",
        "authors": packed(announcement.authors),
        "organisation": announcement.organisation,
        "source": announcement.source,
        "byline_printed": announcement.byline_printed,
        "lead": announcement.lead,
        "is_plan": int(announcement.is_plan),
        "plan_reason": announcement.plan_reason,
        "document_type": issued[0] if issued else None,
        "flags": packed(announcement.flags),
        "attachment_count": len(announcement.attachments),
        "province": facts["province"],
        "province_now": facts["province_now"],
        "posted_by": facts["agency"],
        "system": facts["system"],
        "level": facts["level"],
        "demo": facts["demo"],
        "reader": reader_of(facts),
    }


def packed(values: Sequence[str]) -> str:
    """A list as JSON; most have nothing in them."""
    return _JSON.encode(values) if values else "[]"


def _insert_parts(writer: ArchiveWriter, identifier: int, announcement: Announcement, row: int | None = None) -> None:
    captions = packed(announcement.captions)
    writer.insert(
        "announcement_text",
        announcement=identifier,
        body=announcement.body_text,
        captions=captions,
        fold_version=FOLD_VERSION,
    )
    files = insert_attachments(writer, identifier, announcement.attachments)
    names = [attachment.name for attachment in announcement.attachments if attachment.name]
    body = index.searchable_body(announcement.lead, announcement.body_text, announcement.captions, names, files)
    writer.index.add(identifier, announcement.portal or "", announcement.title or "", body, row)
    insert_mentions(writer, _mention_rows(writer, identifier, announcement))
    if files:
        add_findings(writer, identifier)


def _mention_rows(writer: ArchiveWriter, identifier: int, announcement: Announcement) -> list[MentionRow]:
    """The rows of the documents that title, text and names of files mention; documents that are new are inserted."""
    if not (announcement.documents or announcement.attachment_documents):
        return []
    facts = writer.facts_of(announcement.portal or "")
    named = announcement.documents, announcement.attachment_documents
    found = standing(announcement.title, announcement.lead, announcement.body_text, *named)
    return [
        mention_row(identifier, mention, position, place, document_row(writer, mention, text, facts), sentence)
        for position, (mention, place, text, sentence) in enumerate(found)
    ]


def _remove_parts(writer: ArchiveWriter, identifier: int) -> None:
    writer.index.remove(identifier, *index.texts_of(writer.database, identifier))
    for table in ("announcement_text", "attachment", "mention"):
        writer.execute(f"DELETE FROM {table} WHERE announcement = ?", (identifier,))  # noqa: S608
