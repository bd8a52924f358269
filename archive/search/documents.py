"""Official papers that a query names by their numbers, whole or in part."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from archive.search.query import Query, Term
from archive.vietnamese.documents import canonical_number, number_alias
from archive.vietnamese.documents.codes import TYPES, clean_code, is_party_body, is_state_body
from archive.vietnamese.documents.types import WORDS
from archive.vietnamese.spelling import WORD, fold

MOST_DOCUMENTS = 8
_DIGITS = re.compile(r"\d{1,6}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBERED = ("số", "so")
_TYPES = frozenset(map(fold, TYPES))
_BEGUN = "d.alias >= ? AND d.alias < ?"
_CAPITALS = re.compile(r"[A-ZĐ&]+")
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

    5408/KH-UBND by its whole number, 5408, 5408/kh and "5408 KH" by its beginning, "chỉ thị 35" by its type and its
    beginning.
    """
    found: dict[int, DocumentHit] = {}
    for condition, values in number_conditions(connection, query):
        for row in connection.execute(_SELECT.format(condition=condition), [*values, MOST_DOCUMENTS]):
            hit = DocumentHit(*row)
            found.setdefault(hit.id, hit)
    return list(found.values())[:MOST_DOCUMENTS]


def number_conditions(connection: sqlite3.Connection, query: Query) -> Iterator[tuple[str, list[str]]]:
    """SQL conditions on `document d` with their values, one for each number that the query names."""
    before: list[str] = []
    for place, term in enumerate(query.wanted):
        number = canonical_number(term.typed) or canonical_number(term.typed.upper())
        aliases = _aliases(connection, number, _parts(query.wanted[place:]))
        if aliases:
            yield "d.alias IN (SELECT value FROM json_each(?))", [json.dumps(aliases)]
        elif _DIGITS.fullmatch(term.typed):
            yield from _by_digits(term, before, alone=len(query.wanted) == 1)
        before += term.words


def issuing_rows(connection: sqlite3.Connection, documents: list[DocumentHit]) -> list[int]:
    """The rows of the index whose announcements issue these documents, from new to old."""
    rows = connection.execute(
        "SELECT DISTINCT a.search_row FROM mention m JOIN announcement a ON a.id = m.announcement "
        "WHERE m.document IN (SELECT value FROM json_each(?)) AND m.role = 'issues' "
        "AND a.search_row IS NOT NULL ORDER BY 1",
        (json.dumps([document.id for document in documents]),),
    )
    return [row for (row,) in rows]


def _by_digits(term: Term, before: list[str], *, alone: bool) -> Iterator[tuple[str, list[str]]]:
    """The condition for the numbers that begin with these digits.

    Digits behind other words are a number where "số" or a word for papers stands before them; a year only behind "số".
    """
    said = bool(before) and before[-1] in _NUMBERED
    types = _types_named(before[:-1] if said else before)
    if alone or said or (types and not _YEAR.fullmatch(term.typed)):
        condition, values = _BEGUN, list(_beginning(term.typed))
        if types:
            condition += " AND d.type IN (SELECT value FROM json_each(?))"
            values.append(json.dumps(types))
        yield condition, values


def _beginning(digits: str) -> tuple[str, str]:
    """Between which aliases the numbers with these digits stand: "-", "." and "/" precede "0"."""
    digits = digits.lstrip("0") or "0"
    return digits + "-", digits + "0"


def _parts(terms: Sequence[Term]) -> list[str]:
    """The digits and the codes of a number that the terms begin with, as 35-ct or "35 CT TW"; else nothing.

    In terms of their own a code of a type follows the digits and codes of bodies follow that: others are words.
    """
    (first, *codes), *others = (list(map(fold, term.words)) for term in terms)
    if not _DIGITS.fullmatch(first):
        return []
    if not codes and others and others[0][0] in _TYPES:
        bodies = takewhile(_is_body, terms[2:])
        codes = others[0] + [fold(word) for term in bodies for word in term.words]
    return [first, *codes] if codes else []


def _is_body(term: Term) -> bool:
    code = clean_code(term.typed)
    return bool(_CAPITALS.fullmatch(term.typed)) or is_party_body(code) or is_state_body(code)


def _aliases(connection: sqlite3.Connection, number: str | None, parts: list[str]) -> list[str]:
    """The number itself where there is such a document, else the numbers that begin with these parts."""
    if number and _exists(connection, number_alias(number)):
        return [number_alias(number)]
    if not parts:
        return []
    rows = connection.execute(f"SELECT DISTINCT d.alias FROM document d WHERE {_BEGUN}", _beginning(parts[0]))  # noqa: S608
    return [alias for (alias,) in rows if _goes_on(WORD.findall(fold(alias))[1:], parts[1:])]


def _goes_on(words: list[str], codes: list[str]) -> bool:
    """Whether a number goes on with these codes behind its digits; its year may be left out."""
    return codes == words[: len(codes)] or (bool(_YEAR.match(words[0])) and codes == words[1 : len(codes) + 1])


def _exists(connection: sqlite3.Connection, alias: str) -> bool:
    return connection.execute("SELECT 1 FROM document d WHERE d.alias = ? LIMIT 1", (alias,)).fetchone() is not None


def _types_named(words: list[str]) -> list[str]:
    """The codes of the papers that the last words name, with accents or without; none where they name no type."""
    lead = " " + fold(" ".join(words))
    ending = [word for word in WORDS if lead.endswith(" " + fold(word))]
    return WORDS[max(ending, key=len)].split() if ending else []
