"""Official papers: what the archive knows of one, and what stands above and below it."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from archive.mentions import SENTENCE_REACH
from archive.search.documents import number_conditions
from archive.search.query import Query
from archive.vietnamese.documents.citing import subject_cited
from archive.vietnamese.spelling import fold

MOST_MENTIONS = 100
_DOCUMENT = "SELECT id, number, alias, type, issuer, issued_by, place, year, dated FROM document WHERE id = ?"
_NAMESAKES = """
SELECT d.id, d.number, d.alias, d.type, d.issuer, d.issued_by, d.place, d.year, d.dated FROM document d
WHERE d.alias = ? AND d.id <> ? ORDER BY d.dated IS NULL, d.dated, d.id LIMIT 50
"""
_MENTIONS = """
SELECT m.role, m.subject, m.sentence, m.printed, m.stands_in, a.uid, a.title,
    coalesce(a.title_printed, a.title), a.published_at, a.published_sort, a.posted_by, a.province_now, a.demo
FROM (SELECT * FROM mention WHERE document = ? LIMIT 2000) m JOIN announcement a ON a.id = m.announcement
ORDER BY m.role = 'cites', a.published_sort = '', a.published_sort, m.id LIMIT ?
"""
_ISSUED_BY = """
SELECT DISTINCT a.uid, a.title, coalesce(a.title_printed, a.title), a.published_at, a.posted_by
FROM mention m JOIN announcement a ON a.id = m.announcement
WHERE m.document = ? AND m.role = 'issues' ORDER BY a.published_sort = '', a.published_sort, a.id LIMIT 5
"""
_ISSUED_IN = """
SELECT d.id, d.number, d.alias, d.type, d.issuer, d.issued_by, d.place, d.year, d.dated
FROM announcement a CROSS JOIN mention m ON m.announcement = a.id AND m.role = 'issues'
CROSS JOIN document d ON d.id = m.document
WHERE a.{column} = ? ORDER BY a.published_sort DESC, a.id DESC LIMIT ?
"""
_TOLD = ("abstract", "signer", "signer_title", "effective", "period")


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
    title_printed: str
    published_at: str | None
    published_sort: str
    posted_by: str
    province_now: str
    demo: bool


@dataclass(frozen=True, slots=True)
class Issuing:
    """An announcement that issues or announces a document."""

    uid: str
    title: str
    title_printed: str
    published_at: str | None
    posted_by: str


@dataclass(frozen=True, slots=True)
class Cited:
    """What an announcement that names a paper says that it is about."""

    text: str
    uid: str
    title: str
    title_printed: str


@dataclass(frozen=True, slots=True)
class PaperRecord:
    """A document, what it tells of itself (abstract, signer, …), its namesakes, who issues and who names it.

    `cited` is what it is about in the words of others, where neither it nor an announcement of it is in the archive.
    """

    paper: Paper
    told: dict[str, str]
    cited: Cited | None
    namesakes: tuple[Paper, ...]
    issued: tuple[Issuing, ...]
    namings: tuple[Naming, ...]
    complete: bool


def paper_record(connection: sqlite3.Connection, identifier: int) -> PaperRecord | None:
    """The document of that id; None where there is none."""
    row = connection.execute(_DOCUMENT, (identifier,)).fetchone()
    if row is None:
        return None
    paper = Paper(*row)
    found = _all(connection, Naming, _MENTIONS, identifier, MOST_MENTIONS + 1)
    told = _told(connection, identifier)
    issued = _all(connection, Issuing, _ISSUED_BY, identifier)
    return PaperRecord(
        paper=paper,
        told=told,
        cited=None if issued or "abstract" in told else _cited(found),
        namesakes=_all(connection, Paper, _NAMESAKES, paper.alias, identifier),
        issued=issued,
        namings=_told_best(found[:MOST_MENTIONS]),
        complete=len(found) <= MOST_MENTIONS,
    )


def _cited(namings: tuple[Naming, ...]) -> Cited | None:
    """What most announcements say that a paper is about, in the words of the first of them."""
    said: defaultdict[str, dict[str, Cited]] = defaultdict(dict)
    for naming in namings:
        sentence = naming.sentence or ""
        complete = len(sentence.partition(naming.printed)[2]) < SENTENCE_REACH - 1
        if text := subject_cited(sentence, naming.printed, complete=complete):
            said[fold(text)].setdefault(naming.uid, Cited(text, naming.uid, naming.title, naming.title_printed))
    return next(iter(max(said.values(), key=len).values())) if said else None


def _told_best(namings: tuple[Naming, ...]) -> tuple[Naming, ...]:
    """One naming an announcement and role, the one with the longest sentence: a title repeats what the body says."""
    best: dict[tuple[str, str], Naming] = {}
    for naming in namings:
        before = best.setdefault((naming.uid, naming.role), naming)
        if len(naming.sentence or "") > len(before.sentence or ""):
            best[naming.uid, naming.role] = naming
    return tuple(best.values())


def _told(connection: sqlite3.Connection, identifier: int) -> dict[str, str]:
    """What the paper's own head and foot say, where the archive has read them."""
    cursor = connection.execute("SELECT * FROM document WHERE id = ?", (identifier,))
    row = dict(zip((column[0] for column in cursor.description), cursor.fetchone(), strict=True))
    return {name: row[name] for name in _TOLD if row.get(name)}


def most_named(connection: sqlite3.Connection, limit: int) -> list[tuple[Paper, int]]:
    """The documents that most mentions name, and how many do."""
    rows = connection.execute(
        "SELECT d.id, d.number, d.alias, d.type, d.issuer, d.issued_by, d.place, d.year, d.dated, m.named "
        "FROM (SELECT document, count(DISTINCT announcement) AS named FROM mention WHERE document IS NOT NULL "
        "GROUP BY document ORDER BY named DESC LIMIT ?) m JOIN document d ON d.id = m.document ORDER BY m.named DESC",
        (limit,),
    )
    return [(Paper(*row[:9]), row[9]) for row in map(tuple, rows)]


def issued_in(connection: sqlite3.Connection, column: str, value: str, limit: int) -> list[Paper]:
    """The documents that the newest announcements of a province or portal issue, by their own dates, the newest first.

    `column` is one of announcements'.
    """
    rows = connection.execute(_ISSUED_IN.format(column=column), (value, 10 * limit))
    found = {row[0]: Paper(*row) for row in rows}.values()
    return sorted(found, key=lambda paper: paper.dated or str(paper.year or ""), reverse=True)[:limit]


def papers(
    connection: sqlite3.Connection, *, kind: str | None, numbers: Query, limit: int, offset: int
) -> list[tuple[Paper, int]]:
    """Documents from the newest to the oldest, the undated last, each with how many announcements name it.

    Those of one type, or of the numbers that a query names, where these are given; none where it names no number.
    """
    where = ["d.type = ?"] if kind else []
    values: list[Any] = [kind] if kind else []
    if numbers.text:
        named = list(number_conditions(connection, numbers))
        where.append(f"({' OR '.join(condition for condition, _ in named) or '0'})")
        values += [value for _, those in named for value in those]
    rows = connection.execute(
        "SELECT d.id, d.number, d.alias, d.type, d.issuer, d.issued_by, d.place, d.year, d.dated, "  # noqa: S608
        "(SELECT count(DISTINCT m.announcement) FROM mention m WHERE m.document = d.id) "
        f"FROM document d WHERE {' AND '.join(where) or '1'} ORDER BY d.dated DESC, d.id DESC LIMIT ? OFFSET ?",
        [*values, limit, offset],
    )
    return [(Paper(*row[:9]), row[9]) for row in map(tuple, rows)]


def _all(connection: sqlite3.Connection, noun: type[Any], sql: str, *values: Any) -> tuple[Any, ...]:
    return tuple(noun(*row) for row in connection.execute(sql, values))
