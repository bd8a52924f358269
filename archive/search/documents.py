"""Official papers that a query names by their numbers, whole or in part."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from archive.search.query import Query
from archive.vietnamese.documents import canonical_number, number_alias
from archive.vietnamese.documents.types import WORDS
from archive.vietnamese.spelling import fold

MOST_DOCUMENTS = 8
_DIGITS = re.compile(r"\d{1,6}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBERED = ("số", "so")
_SELECT = """
SELECT d.id, d.number, d.type, d.issuer, d.issued_by, d.place, d.year, d.dated,
    (SELECT count(DISTINCT m.announcement) FROM mention m WHERE m.document = d.id) AS named
FROM document d WHERE {condition} ORDER BY named DESC, d.dated DESC, d.id LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class DocumentHit:
    """A document whose number was typed, and how many announcements name it."""

    id: int
    number: str
    type: str | None
    issuer: str | None
    issued_by: str | None
    place: str | None
    year: int | None
    dated: str | None
    named: int


def find_by_number(connection: sqlite3.Connection, query: Query) -> list[DocumentHit]:
    """The documents that the query names, most named first.

    5408/KH-UBND by its whole number, 5408 by its beginning, "chỉ thị 35" by its type and its beginning.
    """
    found: dict[int, DocumentHit] = {}
    for condition, values in number_conditions(query):
        for row in connection.execute(_SELECT.format(condition=condition), [*values, MOST_DOCUMENTS]):
            hit = DocumentHit(*row)
            found.setdefault(hit.id, hit)
    return list(found.values())[:MOST_DOCUMENTS]


def number_conditions(query: Query) -> Iterator[tuple[str, list[str]]]:
    """SQL conditions on `document d` with their values, one for each number that the query names."""
    for low, high, types in _ranges(query):
        condition = "d.alias >= ? AND d.alias < ?" if high else "d.alias = ?"
        values = [low, high] if high else [low]
        if types:
            condition += " AND d.type IN (SELECT value FROM json_each(?))"
            values.append(json.dumps(types))
        yield condition, values


def issuing_rows(connection: sqlite3.Connection, documents: list[DocumentHit]) -> list[int]:
    """The rows of the index whose announcements issue these documents, from new to old."""
    rows = connection.execute(
        "SELECT DISTINCT a.search_row FROM mention m JOIN announcement a ON a.id = m.announcement "
        "WHERE m.document IN (SELECT value FROM json_each(?)) AND m.role = 'issues' "
        "AND a.search_row IS NOT NULL ORDER BY 1",
        (json.dumps([document.id for document in documents]),),
    )
    return [row for (row,) in rows]


def _ranges(query: Query) -> Iterator[tuple[str, str | None, list[str]]]:
    """The aliases to look up, one or from one up to another ("-", "." and "/" precede "0"), and of which types.

    Digits behind other words are a number where "số" or a word for papers stands before them; a year only behind "số".
    """
    alone = len(query.wanted) == 1
    before: list[str] = []
    for term in query.wanted:
        number = canonical_number(term.typed) or canonical_number(term.typed.upper())
        if number:
            yield number_alias(number), None, []
        elif _DIGITS.fullmatch(term.typed):
            said = bool(before) and before[-1] in _NUMBERED
            types = _types_named(before[:-1] if said else before)
            if alone or said or (types and not _YEAR.fullmatch(term.typed)):
                digits = term.typed.lstrip("0") or "0"
                yield digits + "-", digits + "0", types
        before += term.words


def _types_named(words: list[str]) -> list[str]:
    """The codes of the papers that the last words name, with accents or without; none where they name no type."""
    lead = " " + fold(" ".join(words))
    ending = [word for word in WORDS if lead.endswith(" " + fold(word))]
    return WORDS[max(ending, key=len)].split() if ending else []
