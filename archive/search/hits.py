"""Which rows of the index a query finds, newest first or best first, in bounded time."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from typing import Literal

from archive.index import UNDATED
from archive.search.filters import Filters
from archive.search.query import Query

Order = Literal["relevance", "newest", "oldest"]
MOST_COUNTED = 20_000
SECONDS = 1.2
RANKING_SECONDS = 0.3
FEW = 60_000
"""Up to how many announcements that pass the filters are looked up before the words."""
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

    A filter that few announcements pass is looked up first, so that a common word is not read to its end through it.
    """

    def __init__(self, connection: sqlite3.Connection, query: Query, filters: Filters) -> None:
        self._connection = connection
        self._query = query
        self._conditions, self._values = filters.conditions()
        self._allowed = self._look_up() if self._conditions and query.match is not None else None

    def newest(self, limit: int, *, offset: int = 0, seconds: float = SECONDS) -> tuple[list[int], bool]:
        """From the newest day to the oldest and then the undated; False with what was found when time ran out."""
        rows: list[int] = []
        with suppress(SearchTimeoutError), time_limit(self._connection, seconds):
            rows.extend(islice(self._rows(self._query.match, "", ""), offset, offset + limit))
            return rows, True
        return rows, False

    def oldest(self, limit: int, offset: int = 0) -> list[int]:
        """From the oldest day on; what is undated is no part of it."""
        return list(islice(self._rows(self._query.match, f"< {UNDATED}", "DESC"), offset, offset + limit))

    def best(
        self, newest: Sequence[int], first: Sequence[int], wanted: int, *, seconds: float = SECONDS
    ) -> tuple[list[int], bool]:
        """The best of `newest`: those of `first`, then tier by tier, each from new to old; False when time ran out."""
        hits = set(newest)
        found = {row: None for row in first if row in hits}
        complete = False
        with suppress(SearchTimeoutError), time_limit(self._connection, seconds):
            for tier in self._query.tiers[:-1]:
                if len(found) >= wanted or not newest:
                    break
                rows = self._ordered("f.rowid", (f"<= {newest[-1]}",), tier, "")
                better = (row for row in rows if row in hits and row not in found)
                found.update(dict.fromkeys(islice(better, wanted - len(found))))
            complete = True
        rest = (row for row in newest if row not in found)
        return [*found, *islice(rest, max(0, wanted - len(found)))][:wanted], complete

    def _look_up(self) -> frozenset[int] | None:
        """The rows that pass the filters, where they are few."""
        sql = f"SELECT a.search_row FROM announcement a WHERE {' AND '.join(self._conditions)} LIMIT ?"  # noqa: S608
        rows = self._connection.execute(sql, (*self._values, FEW + 1)).fetchall()
        return frozenset(row for (row,) in rows) if len(rows) <= FEW else None

    def _rows(self, match: str | None, bound: str, direction: str) -> Iterator[int]:
        if match is None:
            return self._of_filters(bound, direction)
        if self._allowed is None:
            return self._of_words(match, bound, direction)
        if not self._allowed:
            return iter(())
        bounds = f"BETWEEN {min(self._allowed)} AND {max(self._allowed)}"
        return (row for row in self._ordered("f.rowid", (bound, bounds), match, direction) if row in self._allowed)

    def _of_words(self, match: str, bound: str, direction: str) -> Iterator[int]:
        return self._ordered("f.rowid", (bound,), match, direction, joined=bool(self._conditions))

    def _ordered(
        self, row: str, bounds: Sequence[str], match: str, direction: str, *, joined: bool = False
    ) -> Iterator[int]:
        source = "announcement_fts f" + " CROSS JOIN announcement a ON a.search_row = f.rowid" * joined
        conditions = ["announcement_fts MATCH ?", *(f"{row} {bound}" for bound in bounds if bound)]
        conditions += self._conditions if joined else []
        sql = f"SELECT {row} FROM {source} WHERE {' AND '.join(conditions)} ORDER BY {row} {direction}"  # noqa: S608
        return (found for (found,) in self._connection.execute(sql, (match, *(self._values if joined else ()))))

    def _of_filters(self, bound: str, direction: str) -> Iterator[int]:
        """What passes the filters, where no word is wanted."""
        conditions, values = [*self._conditions], [*self._values]
        if self._query.excluded:
            conditions.append(_NOT_EXCLUDED)
            values.append(self._query.excluded)
        if bound:
            conditions.append(f"a.search_row {bound}")
        where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
        sql = f"SELECT a.search_row FROM announcement a {where} ORDER BY a.search_row {direction}"  # noqa: S608
        return (found for (found,) in self._connection.execute(sql, values) if found is not None)


def page_of(
    finder: Finder, query: Query, newest: Sequence[int], order: Order, *, limit: int, offset: int,
    first: Sequence[int] = (),
) -> tuple[list[int], bool]:  # fmt: skip
    """One page of the hits in the order that was asked for; `newest` are all of them, or the newest 20,000.

    False where the order is that of time because there was no time to rank.
    """
    if order == "relevance" and (first or len(query.tiers) > 1) and offset + limit <= MOST_COUNTED:
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
