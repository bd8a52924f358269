"""Announcements as their pages show them: everything that the archive knows about one."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict, dataclass, replace
from typing import Any

from archive.announcements import distinct_documents

_ANNOUNCEMENT = """
SELECT a.*, coalesce(a.title_printed, nullif(a.title, '')) AS title_printed, t.body, t.captions,
    p.title AS portal_title, p.publish, p.state AS portal_state,
    (SELECT c.fetched_at FROM capture c WHERE c.id = a.capture) AS captured_at
FROM announcement a
JOIN announcement_text t ON t.announcement = a.id
JOIN portal p ON p.name = a.portal
WHERE a.{column} = ?
"""
_MENTIONS = """
SELECT m.*, d.number AS document_number FROM mention m LEFT JOIN document d ON d.id = m.document
WHERE m.announcement = ? ORDER BY m.position
"""


@dataclass(frozen=True, slots=True)
class Mention:
    """A document that the announcement names: what is said of it, and where."""

    number: str
    document: int | None
    type: str | None
    issuer: str | None
    dated: str | None
    role: str
    subject: str | None
    printed: str
    sentence: str | None
    stands_in: str


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file of an announcement."""

    url: str
    name: str | None
    media_type: str | None
    capture: int | None
    digest: str | None = None
    state: str = "not fetched"
    pages: int | None = None
    ocr: bool = False
    confidence: float | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    """An earlier state: when it was seen, its content, its capture."""

    seen_from: str
    seen_until: str
    content: dict[str, Any]
    capture: int | None


@dataclass(frozen=True, slots=True)
class Removal:
    """One removal of an announcement by its portal, with the captures that prove it; it may have come back."""

    first_missed: str
    first_capture: int | None
    confirmed_at: str
    confirming_capture: int | None
    returned_at: str | None
    returned_capture: int | None


@dataclass(frozen=True, slots=True)
class Record:
    """One announcement: its row, its text and what hangs on it."""

    row: dict[str, Any]
    body: str
    captions: tuple[str, ...]
    authors: tuple[str, ...]
    mentions: tuple[Mention, ...]
    attachments: tuple[AttachedFile, ...]
    revisions: tuple[Revision, ...]
    removals: tuple[Removal, ...] = ()

    @property
    def documents(self) -> tuple[Mention, ...]:
        """One mention a document, role and subject, as in the export."""
        return tuple(Mention(**entry) for entry in distinct_documents([asdict(mention) for mention in self.mentions]))


def announcement_record(connection: sqlite3.Connection, column: str, value: str | int) -> Record | None:
    """The announcement whose `uid` or `id` has that value; None where there is none."""
    cursor = connection.execute(_ANNOUNCEMENT.format(column=column), (value,))
    found = cursor.fetchone()
    if found is None:
        return None
    row = _as_dict(cursor, found)
    identifier = row["id"]
    return Record(
        row=row,
        body=row.pop("body"),
        captions=tuple(json.loads(row.pop("captions"))),
        authors=tuple(json.loads(row["authors"])),
        mentions=_mentions(connection, identifier),
        attachments=_attachments(connection, identifier),
        revisions=_revisions(connection, identifier),
        removals=_removals(connection, identifier),
    )


def _mentions(connection: sqlite3.Connection, identifier: int) -> tuple[Mention, ...]:
    cursor = connection.execute(_MENTIONS, (identifier,))
    rows = [_as_dict(cursor, row) for row in cursor]
    found = [Mention(**{name: row[name] for name in Mention.__slots__}) for row in rows]
    return tuple(replace(mention, document=mention.document or _meant(mention, found)) for mention in found)


def _meant(mention: Mention, found: list[Mention]) -> int | None:
    """The document that a mention without a date means where others of its number all mean one, as its file does."""
    known = {other.document for other in found if other.number == mention.number and other.document}
    return known.pop() if len(known) == 1 and not mention.dated else None


def _attachments(connection: sqlite3.Connection, identifier: int) -> tuple[AttachedFile, ...]:
    return tuple(
        AttachedFile(*row)
        for row in connection.execute(
            "SELECT f.url, f.name, f.media_type, f.capture, f.file, coalesce(x.state, 'not fetched'), x.pages, "
            "coalesce(x.ocr, 0), x.ocr_confidence, t.text FROM attachment f LEFT JOIN file x ON x.digest = f.file "
            "LEFT JOIN file_text t ON t.file = f.file WHERE f.announcement = ? ORDER BY f.position",
            (identifier,),
        )
    )


def _revisions(connection: sqlite3.Connection, identifier: int) -> tuple[Revision, ...]:
    return tuple(
        Revision(since, until, json.loads(content), capture)
        for since, until, content, capture in connection.execute(
            "SELECT seen_from, seen_until, content, capture FROM revision WHERE announcement = ? "
            "ORDER BY seen_until DESC",
            (identifier,),
        )
    )


def _as_dict(cursor: sqlite3.Cursor, row: Any) -> dict[str, Any]:
    return {column[0]: value for column, value in zip(cursor.description, row, strict=True)}


def _removals(connection: sqlite3.Connection, identifier: int) -> tuple[Removal, ...]:
    rows = connection.execute(
        "SELECT first_missed, first_capture, confirmed_at, confirming_capture, returned_at, returned_capture "
        "FROM removal WHERE announcement = ? ORDER BY confirmed_at DESC",
        (identifier,),
    )
    return tuple(Removal(*row) for row in rows)
