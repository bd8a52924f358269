"""Which rows of the index a query finds, newest first or best first, in bounded time."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Literal

from archive.index import UNDATED
from archive.search.filters import Filters
from archive.search.query import Query

Order = Literal["relevance", "newest", "oldest"]
MOST_COUNTED = 20_000
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


def newest_rows(
    connection: sqlite3.Connection, query: Query, filters: Filters, *, limit: int, offset: int = 0
) -> list[int]:
    """The rows of the index that match, from the newest day to the oldest and then the undated."""
    return _rows(connection, query.match, query, filters, "", "", (limit, offset))


def oldest_rows(
    connection: sqlite3.Connection, query: Query, filters: Filters, *, limit: int, offset: int = 0
) -> list[int]:
    """The rows that match, from the oldest day on; what is undated is no part of it."""
    return _rows(connection, query.match, query, filters, f"< {UNDATED}", "DESC", (limit, offset))


def best_rows(
    connection: sqlite3.Connection,
    query: Query,
    filters: Filters,
    newest: Sequence[int],
    *,
    limit: int,
    offset: int,
    first: Sequence[int] = (),
) -> list[int]:
    """A page of `newest`, better hits before others: those of `first`, then tier by tier, each from new to old."""
    wanted = offset + limit
    hits = set(newest) if first else set()
    found = {row: None for row in first if row in hits}
    for tier in query.tiers[:-1]:
        if len(found) >= wanted or not newest:
            break
        bound = f"<= {newest[-1]}"
        found.update(
            dict.fromkeys(_rows(connection, tier, query, filters, bound, "", (wanted + len(found), 0)))
        )
    rest = (row for row in newest if row not in found)
    return [*found, *islice(rest, max(0, wanted - len(found)))][offset:wanted]


def page_of(
    connection: sqlite3.Connection,
    query: Query,
    filters: Filters,
    newest: Sequence[int],
    order: Order,
    *,
    limit: int,
    offset: int,
    first: Sequence[int] = (),
) -> list[int]:
    """One page of the hits in the order that was asked for; `newest` are all of them, or the newest 20,000."""
    if order == "relevance" and (first or len(query.tiers) > 1) and offset + limit <= MOST_COUNTED:
        return best_rows(connection, query, filters, newest, limit=limit, offset=offset, first=first)
    if order == "oldest" and len(newest) > MOST_COUNTED:
        return oldest_rows(connection, query, filters, limit=limit, offset=offset)
    if order == "oldest":
        dated = [row for row in newest if row < UNDATED]
        return [*reversed(dated), *newest[len(dated) :]][offset : offset + limit]
    if offset + limit > MOST_COUNTED and len(newest) > MOST_COUNTED:
        return newest_rows(connection, query, filters, limit=limit, offset=offset)
    return list(newest[offset : offset + limit])


def _rows(
    connection: sqlite3.Connection,
    match: str | None,
    query: Query,
    filters: Filters,
    bound: str,
    direction: str,
    window: tuple[int, int],
) -> list[int]:
    conditions, values = filters.conditions()
    wanted: list[object] = list(values)
    row = "a.search_row"
    source = "announcement a"
    if match is not None:
        row = "f.rowid"
        source = "announcement_fts f"
        if conditions:
            source += " CROSS JOIN announcement a ON a.search_row = f.rowid"
        conditions = ["announcement_fts MATCH ?", *conditions]
        wanted = [match, *values]
    elif query.excluded:
        conditions.append(_NOT_EXCLUDED)
        wanted.append(query.excluded)
    if bound:
        conditions.append(f"{row} {bound}")
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    sql = f"SELECT {row} FROM {source} {where} ORDER BY {row} {direction} LIMIT ? OFFSET ?"  # noqa: S608
    return [found for (found,) in connection.execute(sql, (*wanted, *window))]
