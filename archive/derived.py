"""What the archive says of an announcement beside what its page gives again, as two dicts that are to be equal."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import astuple
from typing import Any

from archive.announcements import content_digest
from archive.documents import identified
from archive.files.keeping import carried
from archive.mentions import COLUMNS, MentionRow, mention_row, standing
from archive.model import Announcement
from archive.store import columns_of, packed

_MENTIONED = f"""
SELECT {", ".join(f"m.{name}" for name in COLUMNS.split(", "))}, d.identity, d.issued_by, d.place
FROM mention m LEFT JOIN document d ON d.id = m.document
WHERE m.announcement = ? AND m.file IS NULL ORDER BY m.position
"""  # noqa: S608
_OF_THAT_YEAR = "SELECT count(*) FROM (SELECT 1 FROM document WHERE identity > ? AND identity < ? LIMIT 2)"
Values = dict[str, Any]
Paper = tuple[str | None, str | None, str | None]
"""The identity of the document that a mention points at, who issued it and where; None of all where it stays open."""


def stored(connection: sqlite3.Connection, identifier: int) -> Values:
    """What is stored of an announcement and follows from its page: columns, and the rows of its parts."""
    cursor = connection.execute(
        "SELECT a.*, t.body, t.captions FROM announcement a JOIN announcement_text t ON t.announcement = a.id "
        "WHERE a.id = ?",
        (identifier,),
    )
    values = dict(zip((column[0] for column in cursor.description), cursor.fetchone(), strict=True))
    rows = connection.execute(_MENTIONED, (identifier,)).fetchall()
    values["mentions"] = [_without_document(row[:-3]) for row in rows]
    values["papers"] = [row[-3:] for row in rows]
    values["attachments"] = connection.execute(
        "SELECT position, url, name, media_type FROM attachment WHERE announcement = ? ORDER BY position", (identifier,)
    ).fetchall()
    return values


def derived(
    connection: sqlite3.Connection, identifier: int, announcement: Announcement, facts: Mapping[str, Any], known: Values
) -> Values:
    """The same as the writer makes it of an announcement that was read again; `known` is what is stored of it."""
    values = columns_of(announcement, facts)
    kind, reason = carried(connection, identifier, values["document_type"], values["plan_reason"])
    values |= {"document_type": kind, "plan_reason": reason, "is_plan": int(reason is not None)}
    values["content_digest"] = content_digest(announcement)
    values["body"], values["captions"] = announcement.body_text, packed(announcement.captions)
    values["attachments"] = [(place, *astuple(file)) for place, file in enumerate(announcement.attachments)]
    named = announcement.documents, announcement.attachment_documents
    found = list(standing(announcement.title, announcement.lead, announcement.body_text, *named))
    values["mentions"] = [
        _without_document(mention_row(identifier, mention, position, place, None, sentence))
        for position, (mention, place, _, sentence) in enumerate(found)
    ]
    papers: list[Paper] = known["papers"] if len(known["papers"]) == len(found) else [(None, None, None)] * len(found)
    values["papers"] = []
    for (mention, _, text, _), paper in zip(found, papers, strict=True):
        identity, issuer, _ = identified(mention, text, facts)
        place = issuer.place if issuer else None
        made: Paper = (identity, issuer.name if issuer else None, place) if identity else (None, None, None)
        values["papers"].append(paper if _is_of(connection, paper, made) else made)
    return values


def _is_of(connection: sqlite3.Connection, paper: Paper, made: Paper) -> bool:
    """Whether a mention of which such a paper is made may point at this one: the same, its day known from elsewhere.

    Where only the year is known, and that year has several papers of that number, it points at none.
    """
    (identity, *by), (own, *own_by) = made, paper
    if identity is None or own == identity:
        return made == paper
    if own is None:
        (others,) = connection.execute(_OF_THAT_YEAR, (f"{identity}-", f"{identity}.")).fetchone()
        return bool(others > 1)
    return own.startswith(f"{identity}-") and by == own_by


def differing(known: Values, made: Values) -> frozenset[str]:
    """The names of what is stored otherwise than it is made."""
    return frozenset(name for name, value in made.items() if known.get(name) != value)


def _without_document(row: MentionRow) -> MentionRow:
    return row[:1] + row[2:]
