"""Official papers: what the archive knows of one, and what stands above and below it."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Any

MOST_MENTIONS = 300
_DOCUMENT = "SELECT id, number, alias, type, issuer, issued_by, place, year, dated FROM document WHERE id = ?"
_NAMESAKES = """
SELECT d.id, d.number, d.alias, d.type, d.issuer, d.issued_by, d.place, d.year, d.dated FROM document d
WHERE d.alias = ? AND d.id <> ? ORDER BY d.dated IS NULL, d.dated, d.id LIMIT 50
"""
_MENTIONS = """
SELECT m.role, m.subject, m.sentence, m.printed, m.stands_in, a.uid, a.title, a.published_at, a.published_sort,
    a.posted_by, a.province_now, a.demo
FROM mention m JOIN announcement a ON a.id = m.announcement
WHERE m.document = ? ORDER BY m.role = 'cites', a.published_sort = '', a.published_sort, m.id LIMIT ?
"""
# Other papers that the same announcement names in a role played by this paper, or played towards this paper.
_ABOVE = """
SELECT DISTINCT o.document, o.number, o.type, o.dated, o.role, o.sentence, a.uid, a.title
FROM mention s JOIN mention o ON o.announcement = s.announcement AND o.subject = s.number
JOIN announcement a ON a.id = s.announcement
WHERE s.document = ? AND s.role = 'issues' AND o.document IS NOT NULL AND o.document <> s.document
ORDER BY o.dated LIMIT 100
"""
_BELOW = """
SELECT DISTINCT s.document, s.number, s.type, s.dated, o.role, o.sentence, a.uid, a.title
FROM mention o JOIN mention s ON s.announcement = o.announcement AND s.number = o.subject AND s.role = 'issues'
JOIN announcement a ON a.id = o.announcement
WHERE o.document = ? AND s.document IS NOT NULL AND s.document <> o.document
ORDER BY s.dated LIMIT 300
"""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document."""

    id: int
    number: str
    alias: str
    type: str | None
    issuer: str | None
    issued_by: str | None
    place: str | None
    year: int | None
    dated: str | None


@dataclass(frozen=True, slots=True)
class Naming:
    """An announcement that names a document, and the sentence in which it does."""

    role: str
    subject: str | None
    sentence: str | None
    printed: str
    stands_in: str
    uid: str
    title: str
    published_at: str | None
    published_sort: str
    posted_by: str
    province_now: str
    demo: bool


@dataclass(frozen=True, slots=True)
class Relative:
    """A document in a relation with another one, and the announcement that says so."""

    document: int
    number: str
    type: str | None
    dated: str | None
    role: str
    sentence: str | None
    uid: str
    title: str


@dataclass(frozen=True, slots=True)
class PaperRecord:
    """A document with its namesakes, who names it, what it stands on and what stands on it."""

    paper: Paper
    namesakes: tuple[Paper, ...]
    namings: tuple[Naming, ...]
    above: tuple[Relative, ...]
    below: tuple[Relative, ...]
    complete: bool


def paper_record(connection: sqlite3.Connection, identifier: int) -> PaperRecord | None:
    """The document of that id; None where there is none."""
    row = connection.execute(_DOCUMENT, (identifier,)).fetchone()
    if row is None:
        return None
    paper = Paper(*row)
    namings = _all(connection, Naming, _MENTIONS, identifier, MOST_MENTIONS + 1)
    return PaperRecord(
        paper=paper,
        namesakes=_all(connection, Paper, _NAMESAKES, paper.alias, identifier),
        namings=namings[:MOST_MENTIONS],
        above=_all(connection, Relative, _ABOVE, identifier),
        below=_all(connection, Relative, _BELOW, identifier),
        complete=len(namings) <= MOST_MENTIONS,
    )


def most_named(connection: sqlite3.Connection, limit: int) -> list[tuple[Paper, int]]:
    """The documents that most mentions name, and how many do."""
    rows = connection.execute(
        "SELECT d.id, d.number, d.alias, d.type, d.issuer, d.issued_by, d.place, d.year, d.dated, m.named "
        "FROM (SELECT document, count(DISTINCT announcement) AS named FROM mention WHERE document IS NOT NULL "
        "GROUP BY document ORDER BY named DESC LIMIT ?) m JOIN document d ON d.id = m.document ORDER BY m.named DESC",
        (limit,),
    )
    return [(Paper(*row[:9]), row[9]) for row in map(tuple, rows)]


def papers(connection: sqlite3.Connection, *, kind: str | None, limit: int, offset: int) -> list[tuple[Paper, int]]:
    """Documents from the newest to the oldest, the undated last, each with how many announcements name it."""
    where = "WHERE d.type = ?" if kind else ""
    values: list[Any] = [kind] if kind else []
    rows = connection.execute(
        "SELECT d.id, d.number, d.alias, d.type, d.issuer, d.issued_by, d.place, d.year, d.dated, "  # noqa: S608
        "(SELECT count(DISTINCT m.announcement) FROM mention m WHERE m.document = d.id) "
        f"FROM document d {where} ORDER BY d.dated IS NULL, d.dated DESC, d.id DESC LIMIT ? OFFSET ?",
        [*values, limit, offset],
    )
    return [(Paper(*row[:9]), row[9]) for row in map(tuple, rows)]


def _all(connection: sqlite3.Connection, noun: type[Any], sql: str, *values: Any) -> tuple[Any, ...]:
    return tuple(noun(*row) for row in connection.execute(sql, values))
