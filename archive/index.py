"""The full-text index, kept by the writer: what is typed with accents finds exactly that, without accents everything.

`announcement_fts` is contentless, and each word stands in it once, as a token that holds both its folded form and its
spelling (`archive.tokens`). A row can only leave it with the very tokens it came with, so `remove` wants the texts that
were added, and a row that an older fold built is refused until `rebuild` has made a second index beside and swapped it
in.

The rowid of the index is `announcement.search_row`, which grows from the newest day to the oldest and ends with the
undated: the newest hits of any query are the first that SQLite finds.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import starmap
from typing import Any

from sqlite_utils import Database

from archive.errors import ArchiveError
from archive.tokens import SEPARATOR, portal_token, spelling_of, title_tokens_of, tokens_of
from archive.vietnamese.spelling import FOLD_VERSION

TABLE = "announcement_fts"
COLUMNS = "body, title"
OPTIONS = f"""content='', tokenize="ascii tokenchars '{SEPARATOR}'\""""
ROWS_A_DAY = 4096
MINUTES = 24 * 60
UNDATED = (date.max.toordinal() + 1) * ROWS_A_DAY
PIECE = 1000
FIRST_LEAF = 2**32
PIECES_A_TRANSACTION = 20
DEFAULT_HASH_BYTES = 2**20
REBUILD_HASH_BYTES = 32 * 2**20
"""How much FTS5 collects in memory before it writes a segment: with more, fewer segments are to be merged."""
MOST_DIFFERENCES = 100
_TEXTS = """
SELECT a.search_row, a.portal, a.title, a.lead, t.body, t.captions,
    CASE WHEN a.attachment_count THEN (SELECT json_group_array(name) FROM
        (SELECT name FROM attachment WHERE announcement = a.id AND name <> '' ORDER BY position)) ELSE '[]' END,
    CASE WHEN a.attachment_count THEN (SELECT json_group_array(text) FROM
        (SELECT x.text FROM attachment f JOIN file_text x ON x.file = f.file
            WHERE f.announcement = a.id GROUP BY f.file ORDER BY min(f.position))) ELSE '[]' END
FROM announcement a JOIN announcement_text t ON t.announcement = a.id"""
_INSERT = "INSERT INTO {table} (rowid, body, title) VALUES (?, ?, ?)"
_TIME = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<hour>\d\d):(?P<minute>\d\d))?)?)?")


class OutdatedIndexError(ArchiveError):
    """A row of the index was made by another version of the folding."""


def searchable_body(
    lead: str | None, body: str, captions: Sequence[str], attachments: Sequence[str] = (), files: Sequence[str] = ()
) -> str:
    """The text that is indexed beside the title; `attachments` are the printed names of files, `files` their texts."""
    return "\n".join(filter(None, (lead, body, *captions, *attachments, *files)))


def texts_of(database: Database, announcement: int) -> tuple[str, str, str]:
    """The portal, the title and the body of an announcement as they are indexed."""
    row = database.execute(f"{_TEXTS} WHERE a.id = ?", (announcement,)).fetchone()
    return _indexed(*row[1:])


def texts_at(connection: sqlite3.Connection, row: int) -> tuple[str, str] | None:
    """The title and the body that stand at a row of the index; None where no announcement owns it."""
    found = connection.execute(f"{_TEXTS} WHERE a.search_row = ?", (row,)).fetchone()
    return _indexed(*found[1:])[1:] if found else None


def add(database: Database, announcement: int, portal: str, title: str, body: str) -> None:
    """Index an announcement that is not in the index; gives it its `search_row`."""
    add_all(database, [(place(database, announcement), portal, title, body)])


def add_all(database: Database, rows: Iterable[tuple[int, str, str, str]]) -> None:
    """Index announcements that are not in it, each by `search_row`, portal, title and body, as fast as FTS5 can."""
    database.conn.executemany(_INSERT.format(table=TABLE), starmap(_row_of, sorted(rows)))


def remove(database: Database, announcement: int, portal: str, title: str, body: str) -> None:
    """Take an announcement out of the index; `portal`, `title` and `body` are those that it was added with.

    Raises OutdatedIndexError where another version of the folding indexed it, ValueError where nothing did.
    """
    row = check_removable(database, announcement)
    database.execute(
        "INSERT INTO announcement_fts (announcement_fts, rowid, body, title) VALUES ('delete', ?, ?, ?)",
        _row_of(row, portal, title, body),
    )
    database.execute("UPDATE announcement SET search_row = NULL WHERE id = ?", (announcement,))


def check_removable(database: Database, announcement: int) -> int:
    """The row of an announcement in the index.

    Raises OutdatedIndexError where another version of the folding indexed it, ValueError where nothing did.
    """
    row, version = database.execute(
        "SELECT a.search_row, t.fold_version FROM announcement a "
        "JOIN announcement_text t ON t.announcement = a.id WHERE a.id = ?",
        (announcement,),
    ).fetchone()
    if row is None:
        raise ValueError(f"announcement {announcement} is not in the index")
    if version != FOLD_VERSION:
        raise OutdatedIndexError("The index was made by another version of this program; rebuild it first.")
    return int(row)


def is_current(database: Database) -> bool:
    """Whether every row was indexed with today's folding."""
    return not database.execute(
        "SELECT EXISTS (SELECT 1 FROM announcement_text WHERE fold_version < ?1) "
        "OR EXISTS (SELECT 1 FROM announcement_text WHERE fold_version > ?1)",
        (FOLD_VERSION,),
    ).fetchone()[0]


def rebuild(database: Database) -> int:
    """Build a second index beside and swap it in; returns its number of rows.

    The caller holds the writer's lock and no open transaction. Readers see the old index until the swap; after a crash
    before the last row is marked with today's fold version `is_current` is false and a second rebuild mends it.
    """
    beside, before = f"{TABLE}_new", f"{TABLE}_old"
    _drop(database, beside)
    _drop(database, before)
    database.execute(f"CREATE VIRTUAL TABLE {beside} USING fts5({COLUMNS}, {OPTIONS})")
    _number_rows(database)
    _set_hash_size(database, beside, REBUILD_HASH_BYTES)
    rows = _fill(database, beside)
    _set_hash_size(database, beside, DEFAULT_HASH_BYTES)
    with database.atomic():
        database.execute(f"ALTER TABLE {TABLE} RENAME TO {before}")
        database.execute(f"ALTER TABLE {beside} RENAME TO {TABLE}")
    _drop(database, before)
    for first, last in _pieces(database):
        with database.atomic():
            database.execute(
                "UPDATE announcement_text SET fold_version = ?1 "
                "WHERE announcement BETWEEN ?2 AND ?3 AND fold_version <> ?1",
                (FOLD_VERSION, first, last),
            )
    database.conn.executescript("PRAGMA incremental_vacuum")
    return rows


def differences(database: Database) -> list[str]:
    """Where the index disagrees with an index built beside from today's text: a sentence a row, at most a hundred.

    Rows are compared by their token counts, terms by counts and checksums over all their places, so ghost hits of rows
    that were removed with other tokens are found, which SQLite's own integrity check does not see.
    """
    _drop_second(database)
    database.execute(f"CREATE VIRTUAL TABLE temp.second USING fts5({COLUMNS}, {OPTIONS})")
    for name, source in (("live", f"main, {TABLE}"), ("second", "temp, second")):
        database.execute(f"CREATE VIRTUAL TABLE temp.{name}_terms USING fts5vocab({source}, 'row')")
        database.execute(f"CREATE VIRTUAL TABLE temp.{name}_places USING fts5vocab({source}, 'instance')")
    _fill(database, "temp.second", pieces=False)
    rows = _rows_that_differ(database)
    found = [f"{_name(database, row)}: the index holds other words than the text" for row in rows]
    misplaced: dict[int, set[str]] = {}
    for term in _terms_that_differ(database) if len(rows) < MOST_DIFFERENCES else ():
        for row in set(_rows_of_term(database, term)).difference(rows):
            misplaced.setdefault(row, set()).add(spelling_of(term))
        if sum(map(len, misplaced.values())) >= MOST_DIFFERENCES:
            break
    for row, words in sorted(misplaced.items()):
        told = f"{min(words)!r} and other words are" if len(words) > 1 else f"{min(words)!r} is"
        found.append(f"{_name(database, row)}: {told} misplaced")
    _drop_second(database)
    return found[:MOST_DIFFERENCES]


def _indexed(
    portal: str, title: str, lead: str | None, body: str, captions: str, names: str, files: str
) -> tuple[str, str, str]:
    return portal, title, searchable_body(lead, body, json.loads(captions), json.loads(names), json.loads(files))


def _row_of(row: int, portal: str, title: str, body: str) -> tuple[int, str, str]:
    """What is put into the index."""
    return row, tokens_of(body), f"{title_tokens_of(title)} {portal_token(portal)}"


def place(database: Database, announcement: int) -> int:
    """Give an announcement its `search_row`."""
    published = database.execute("SELECT published_sort FROM announcement WHERE id = ?", (announcement,)).fetchone()[0]
    row = free_row(database, published)
    database.execute("UPDATE announcement SET search_row = ? WHERE id = ?", (row, announcement))
    return row


def free_row(database: Database, published: str) -> int:
    """The first free `search_row` at the place in time of an announcement with that `published_sort`."""
    first, room = _places(published)
    row = database.execute(
        "SELECT max(search_row) + 1 FROM announcement WHERE search_row >= ? AND search_row < ?", (first, room)
    ).fetchone()[0]
    if row is None:
        return first
    return int(row) if row < room else _next_gap(database, row)


def _next_gap(database: Database, row: int) -> int:
    """The first free number from `row` on."""
    if not database.execute("SELECT 1 FROM announcement WHERE search_row = ?", (row,)).fetchone():
        return row
    return int(
        database.execute(
            "SELECT a.search_row + 1 FROM announcement a WHERE a.search_row >= ? AND NOT EXISTS "
            "(SELECT 1 FROM announcement b WHERE b.search_row = a.search_row + 1) ORDER BY a.search_row LIMIT 1",
            (row,),
        ).fetchone()[0]
    )


def _places(published: str) -> tuple[int, int]:
    """The numbers for a date or time, from the first up to and without the second: later is smaller.

    A day has two numbers for each of its minutes, from its last to its first, then those for what has no time.
    """
    found = _TIME.match(published)
    if not found:
        return UNDATED, 2**62
    start = (_day_number(published) or 0) * ROWS_A_DAY
    if found["hour"] is None:
        return start + 2 * MINUTES, start + ROWS_A_DAY
    first = start + 2 * (MINUTES - 1 - int(found["hour"]) * 60 - int(found["minute"]))
    return first, first + 2


def rows_until(start: str) -> int:
    """The number before which every announcement of this date and later has its place.

    A day more than needed: what a full day has no number for stands in the day before.
    """
    day = _day_number(start)
    return UNDATED if day is None else (day + 2) * ROWS_A_DAY


def rows_from(end: str) -> int:
    """The number from which on every announcement before this date has its place."""
    day = _day_number(end)
    return 0 if day is None else (day + 1) * ROWS_A_DAY


def _day_number(published: str) -> int | None:
    """How many days before the last one; None where there is no such day."""
    found = _TIME.match(published)
    try:
        year, month, day = (int(part or 1) for part in found.group("year", "month", "day")) if found else (0, 0, 0)
        return date.max.toordinal() - date(year, month, day).toordinal()
    except ValueError:
        return None


def _number_rows(database: Database) -> None:
    rows = database.execute("SELECT id, published_sort FROM announcement WHERE search_row IS NULL").fetchall()
    with database.atomic():
        for announcement, published in rows:
            row = free_row(database, published)
            database.execute("UPDATE announcement SET search_row = ? WHERE id = ?", (row, announcement))


def _fill(database: Database, table: str, *, pieces: bool = True) -> int:
    """Index every announcement into `table`, newest first; in transactions of twenty thousand rows, or none.

    While FTS5 takes in a thousand rows, another thread makes the tokens of the next thousand.
    """
    rows = 0
    insert = _INSERT.format(table=table)
    for number, piece in enumerate(_pieces_of_tokens(database)):
        if pieces and number % PIECES_A_TRANSACTION == 0:
            _commit(database)
            database.execute("BEGIN")
        database.conn.executemany(insert, piece)
        rows += len(piece)
    if pieces:
        _commit(database)
    return rows


def _commit(database: Database) -> None:
    if database.conn.in_transaction:
        database.execute("COMMIT")


def _pieces_of_tokens(database: Database) -> Iterator[list[tuple[int, str, str]]]:
    """Row, body and title as tokens, a thousand announcements at a time, the next always in the making."""
    with ThreadPoolExecutor(max_workers=1) as helper:
        texts = _read_piece(database, -1)
        made = helper.submit(_as_tokens, texts)
        while texts:
            texts = _read_piece(database, texts[-1][0])
            ready, made = made, helper.submit(_as_tokens, texts)
            yield ready.result()


def _read_piece(database: Database, after: int) -> list[tuple[Any, ...]]:
    return database.execute(f"{_TEXTS} WHERE a.search_row > ? ORDER BY a.search_row LIMIT {PIECE}", (after,)).fetchall()


def _as_tokens(texts: Sequence[tuple[Any, ...]]) -> list[tuple[int, str, str]]:
    return [_row_of(row, *_indexed(*parts)) for row, *parts in texts]


def _drop(database: Database, table: str) -> None:
    """Drop an index in small transactions: at once it would pass through memory as a whole.

    Its leaves go first; the records of its structure, without which FTS5 does not open it, have small ids.
    """
    if table not in database.table_names():
        return
    leaves = f"SELECT id FROM {table}_data WHERE id > {FIRST_LEAF} LIMIT {PIECE}"  # noqa: S608
    piece = f"DELETE FROM {table}_data WHERE id IN ({leaves})"  # noqa: S608
    while database.execute(piece).rowcount:
        pass
    database.execute(f"DROP TABLE {table}")


def _set_hash_size(database: Database, table: str, size: int) -> None:
    database.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('hashsize', ?)", (size,))  # noqa: S608


def _pieces(database: Database) -> Iterator[tuple[int, int]]:
    last = database.execute("SELECT coalesce(max(announcement), 0) FROM announcement_text").fetchone()[0]
    for first in range(0, last + 1, PIECE):
        yield first, first + PIECE - 1


def _drop_second(database: Database) -> None:
    for table in ("live_places", "second_places", "live_terms", "second_terms", "second"):
        database.execute(f"DROP TABLE IF EXISTS temp.{table}")


def _rows_that_differ(database: Database) -> list[int]:
    """The rows that only one index has or that have other token counts in the other."""
    rows: set[int] = set()
    for one, other in (("main.announcement_fts", "temp.second"), ("temp.second", "main.announcement_fts")):
        rows.update(
            row
            for row, _ in database.execute(
                f"SELECT id, sz FROM {one}_docsize EXCEPT SELECT id, sz FROM {other}_docsize "  # noqa: S608
                f"LIMIT {MOST_DIFFERENCES}"
            )
        )
    return sorted(rows)


def _terms_that_differ(database: Database) -> Iterator[str]:
    for (term,) in database.execute("SELECT term FROM temp.live_terms UNION SELECT term FROM temp.second_terms"):
        if _checksum(database, "live", term) != _checksum(database, "second", term):
            yield term


def _checksum(database: Database, index: str, term: str) -> tuple[int, int]:
    count, places = database.execute(
        "SELECT count(*), "  # noqa: S608
        "sum((doc % 1000003) * (offset + 7 + 1009 * length(col)) % 1000003) "
        f"FROM temp.{index}_places WHERE term = ?",
        (term,),
    ).fetchone()
    return count, places


def _rows_of_term(database: Database, term: str) -> list[int]:
    """The rows where the two indexes place the term differently."""
    rows = []
    for one, other in (("live", "second"), ("second", "live")):
        rows += database.execute(
            f"SELECT DISTINCT doc FROM (SELECT doc, col, offset FROM temp.{one}_places WHERE term = ?1 "  # noqa: S608
            f"EXCEPT SELECT doc, col, offset FROM temp.{other}_places WHERE term = ?1) LIMIT {MOST_DIFFERENCES}",
            (term,),
        ).fetchall()
    return [row for (row,) in rows]


def _name(database: Database, row: int) -> str:
    found = database.execute("SELECT uid FROM announcement WHERE search_row = ?", (row,)).fetchone()
    return str(found[0]) if found else f"row {row} of the index, which no announcement owns"
