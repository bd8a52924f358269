"""Which rows of the index a query finds, newest first or best first, in bounded time."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from typing import Literal

from archive.index import UNDATED, texts_at
from archive.search.excerpts import Highlighter
from archive.search.expressions import Expressions, Way, spelt
from archive.search.filters import Filters
from archive.search.query import Query, Term
from archive.search.vocabulary import Vocabulary
from archive.tokens import portal_token

Order = Literal["relevance", "newest", "oldest"]
MOST_COUNTED = 20_000
SECONDS = 1.2
CHECKING_SECONDS = 0.5
RANKING_SECONDS = 0.4
FIRST_LOOK = 1_000
CHECKED_AT_ONCE = 200
CHECKED_TO_RANK = 200
"""How many texts are read to find the better ones among the hits; older ones count as no better."""
MOST_SPELLINGS = 16
"""How many spellings of a phrase that were read are sought in the index."""
FEW = 60_000
"""Up to how many announcements that pass the filters are looked up before the words."""
MOST_PORTALS = 200
"""Up to how many portals that pass the filters are sought in the index, as a word is."""
_STEPS_BETWEEN_LOOKS = 2_000
_deadlines: dict[int, list[float]] = {}
_NOT_EXCLUDED = "a.search_row NOT IN (SELECT rowid FROM announcement_fts WHERE announcement_fts MATCH ?)"


class SearchTimeoutError(Exception):
    """The query was cut at its time limit."""


@contextmanager
def time_limit(connection: sqlite3.Connection, seconds: float) -> Iterator[None]:
    """Interrupt what runs on the connection after so many seconds; raises SearchTimeoutError. Limits may be nested."""
    deadlines = _deadlines.setdefault(id(connection), [])
    deadlines.append(time.monotonic() + seconds)
    connection.set_progress_handler(lambda: int(time.monotonic() > min(deadlines)), _STEPS_BETWEEN_LOOKS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if "interrupted" in str(error):
            raise SearchTimeoutError from error
        raise
    finally:
        deadlines.pop()
        if not deadlines:
            connection.set_progress_handler(None, 0)
            del _deadlines[id(connection)]


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """One state of the archive for several statements, whatever is written meanwhile."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("COMMIT")


class Finder:
    """The rows that a query and filters find, in the order of time.

    Portals that pass the filters are sought in the index beside the words. A filter that few announcements pass is
    looked up first, so that a common word is not read to its end through it.
    SQLite hands lists over as one JSON text: row by row, threads would fight for the interpreter at every one.
    """

    def __init__(self, connection: sqlite3.Connection, query: Query, filters: Filters) -> None:
        self._connection = connection
        self.expressions = Expressions(query, Vocabulary(connection), checked=True)
        self._way = self.expressions.all
        self._portals = self._portal_tokens(filters) if self._way and self._way.match else ""
        self._conditions, self._values = filters.of_announcement() if self._portals else filters.conditions()
        self._bounds = filters.rows()
        self._allowed = self._look_up() if self._conditions and self._way is not None else None

    def newest(self, limit: int, *, offset: int = 0) -> tuple[list[int], bool]:
        """From the newest day to the oldest and then the undated; False with what was found when time ran out."""
        rows: list[int] = []
        seconds = CHECKING_SECONDS if self._way and self._way.checks and not self._way.collects else SECONDS
        with suppress(SearchTimeoutError), time_limit(self._connection, seconds):
            first = limit if self._way and self._way.collects else min(limit, FIRST_LOOK)
            for row in self._found(self._way, "", "", first, offset):
                rows.append(row)
            if first <= len(rows) < limit:
                for row in self._found(self._way, f"> {rows[-1]}", "", limit - first):
                    rows.append(row)
            return rows, True
        return rows, False

    def oldest(self, limit: int, offset: int = 0) -> list[int]:
        """From the oldest day on; what is undated is no part of it."""
        return list(self._found(self._way, f"< {UNDATED}", "DESC", limit, offset))

    def best(
        self, newest: Sequence[int], first: Sequence[int], wanted: int, *, seconds: float = SECONDS
    ) -> tuple[list[int], bool]:
        """The best of `newest`: those of `first`, then tier by tier, each from new to old; False when time ran out."""
        hits = set(newest) if first else set()
        found = {row: None for row in first if row in hits}
        complete = False
        with suppress(SearchTimeoutError), time_limit(self._connection, seconds):
            for way in self.expressions.better:
                if len(found) >= wanted or not newest:
                    break
                rows = self._found(way, f"<= {newest[-1]}", "", wanted + len(found), checked=CHECKED_TO_RANK)
                for row in rows:
                    found[row] = None
            complete = True
        rest = (row for row in newest if row not in found)
        return [*found, *islice(rest, max(0, wanted - len(found)))][:wanted], complete

    def _portal_tokens(self, filters: Filters) -> str:
        """The portals that pass the filters as an expression; empty where any may, none does or too many do."""
        condition, values = filters.of_portal()
        if not condition:
            return ""
        sql = f"SELECT name FROM portal WHERE {condition} LIMIT ?"  # noqa: S608
        names = [name for (name,) in self._connection.execute(sql, (*values, MOST_PORTALS + 1))]
        return " OR ".join(f'"{portal_token(name)}"' for name in names) if len(names) <= MOST_PORTALS else ""

    def _look_up(self) -> str | None:
        """The rows that pass the filters as a JSON array, where they are few."""
        where = " AND ".join(self._conditions)
        sql = f"SELECT json_group_array(r) FROM (SELECT a.search_row AS r FROM announcement a WHERE {where} LIMIT ?)"  # noqa: S608
        (rows,) = self._connection.execute(sql, (*self._values, FEW + 1)).fetchone()
        return str(rows) if rows.count(",") < FEW else None

    def _found(
        self, way: Way | None, bound: str, direction: str, limit: int, offset: int = 0, *, checked: int | None = None
    ) -> Iterator[int]:
        """The rows that a way finds, as far as they were found; without a way what passes the filters.

        No more than about `checked` rows are looked at where the way has something to check.
        """
        if way is None or not way.checks:
            yield from self._rows(way, [bound], direction, limit, offset)
            return
        read = _Reading(self._connection, way)
        at_once = MOST_COUNTED if way.collects and checked is None else CHECKED_AT_ONCE
        rows: list[int] = []
        number = looked_at = 0
        while number < offset + limit and (checked is None or looked_at < checked):
            further = [f"{'<' if direction else '>'} {rows[-1]}"] if rows else []
            rows = self._rows(way, [bound, *further], direction, at_once)
            looked_at += len(rows)
            for row in read.hits_among(rows):
                number += 1
                if offset < number <= offset + limit:
                    yield row
            if len(rows) < at_once:
                return

    def _rows(self, way: Way | None, bounds: Sequence[str], direction: str, limit: int, offset: int = 0) -> list[int]:
        source, row, conditions, values = self._of_words(way.match) if way and way.match else self._of_filters()
        conditions = [*conditions, *(f"{row} {bound}" for bound in bounds if bound)]
        where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
        inner = f"SELECT {row} AS r FROM {source} {where} ORDER BY {row} {direction} LIMIT ? OFFSET ?"  # noqa: S608
        sql = f"SELECT json_group_array(r) FROM ({inner})"  # noqa: S608
        (rows,) = self._connection.execute(sql, (*values, limit, offset)).fetchone()
        return list(json.loads(rows))

    def _of_words(self, match: str) -> tuple[str, str, list[str], list[str | int]]:
        """Source, row, conditions and their values of what the words find."""
        found = ["announcement_fts MATCH ?", *(f"f.rowid {bound}" for bound, _ in self._bounds)]
        whole = f"({match}) AND ({self._portals})" if self._portals else match
        values: list[str | int] = [whole, *(value for _, value in self._bounds)]
        if not self._conditions:
            return "announcement_fts f", "f.rowid", found, values
        if self._allowed is not None:
            few = "+f.rowid IN (SELECT value FROM json_each(?))"
            return "announcement_fts f", "f.rowid", [*found, few], [*values, self._allowed]
        source = "announcement_fts f CROSS JOIN announcement a INDEXED BY announcement_search ON a.search_row = f.rowid"
        return source, "f.rowid", [*found, *self._conditions], [*values, *self._values]

    def _of_filters(self) -> tuple[str, str, list[str], list[str | int]]:
        """The same of what passes the filters, where no word is wanted."""
        conditions, values = ["a.search_row IS NOT NULL", *self._conditions], [*self._values]
        if self.expressions.excluded:
            conditions.append(_NOT_EXCLUDED)
            values.append(self.expressions.excluded)
        return "announcement a", "a.search_row", conditions, values


class _Reading:
    """Which rows have the phrases that a way leaves to be checked: their texts are read.

    A spelling that was read once is sought in the index, since most of what there is to read is spelt like it.
    """

    def __init__(self, connection: sqlite3.Connection, way: Way) -> None:
        self._connection = connection
        self._way = way
        self._highlighter = Highlighter(Query("", way.checks))
        self._spellings: dict[Term, set[tuple[str, ...]]] = {term: set() for term in way.checks}

    def hits_among(self, rows: Sequence[int]) -> Iterator[int]:
        """Those of the rows, which are in one order of time, that have every phrase."""
        known = {term: self._spelt(self._spellings[term], rows) for term in self._way.checks}
        for row in rows:
            if all(row in found for found in known.values()):
                yield row
                continue
            texts = texts_at(self._connection, row)
            spellings = self._highlighter.spellings_in(texts[:1] if self._way.title else texts) if texts else {}
            for term, spelling in spellings.items():
                if row not in known[term] and len(self._spellings[term]) < MOST_SPELLINGS:
                    self._spellings[term].add(spelling)
                    known[term] |= self._spelt({spelling}, rows)
            if len(spellings) == len(known):
                yield row

    def _spelt(self, spellings: set[tuple[str, ...]], rows: Sequence[int]) -> set[int]:
        """The rows from the first to the last of these that have a phrase in one of the spellings."""
        if not spellings or not rows:
            return set()
        sql = (
            "SELECT json_group_array(rowid) FROM announcement_fts WHERE announcement_fts MATCH ? "
            "AND rowid BETWEEN ? AND ?"
        )
        match = spelt(spellings, title=self._way.title)
        (found,) = self._connection.execute(sql, (match, min(rows), max(rows))).fetchone()
        return set(json.loads(found))


def page_of(
    finder: Finder, newest: Sequence[int], order: Order, *, limit: int, offset: int, first: Sequence[int] = ()
) -> tuple[list[int], bool]:
    """One page of the hits in the order that was asked for; `newest` are all of them, or the newest 20,000.

    False where there was no time to rank to the end, so that the rest is in the order of time.
    """
    if order == "relevance" and (first or finder.expressions.better) and offset + limit <= MOST_COUNTED:
        best, ranked = finder.best(newest, first, offset + limit, seconds=RANKING_SECONDS)
        return best[offset:], ranked
    if order == "oldest" and len(newest) > MOST_COUNTED:
        return finder.oldest(limit, offset), True
    if order == "oldest":
        dated = [row for row in newest if row < UNDATED]
        return [*reversed(dated), *newest[len(dated) :]][offset : offset + limit], True
    if offset + limit > MOST_COUNTED and len(newest) > MOST_COUNTED:
        return finder.newest(limit, offset=offset)
    return list(newest[offset : offset + limit]), True
