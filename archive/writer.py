"""Writing to the archive: portals, runs, captures, pointers. One writer at a time holds the folder's lock.

Rows collect in one transaction until `commit`; the WARC file is flushed before, so that a row never points at bytes
that a killed process took with it.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from typing import Any

from sqlite_utils import Database

from archive.clock import system_clock
from archive.clock import utc as utc
from archive.database import open_for_writing, plain_errors, put_right
from archive.folder import ArchiveFolder
from archive.health.evidence import pack
from archive.health.states import Finding
from archive.indexing import IndexQueue
from archive.model import Check, Exchange
from archive.recovery import recover
from archive.version import reader_of, software
from archive.warc import RecordPlace, WarcWriter, digest_of, warc_date

MAX_BATCH = 256
ROOM_CHECK_SECONDS = 20.0
MAX_BATCH_SECONDS = 1.0


@cache
def _insertion(table: str, *columns: str) -> str:
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608


@cache
def _setting(table: str, *columns: str) -> str:
    return f"UPDATE {table} SET {', '.join(f'{name} = ?' for name in columns)} WHERE id = ?"  # noqa: S608


class ArchiveWriter:
    """The open transaction of an archive and its WARC file; made by `writing`. `now` is the clock that it goes by."""

    def __init__(
        self,
        folder: ArchiveFolder,
        database: Database,
        warc: WarcWriter,
        clock: Callable[[], datetime] = system_clock,
    ) -> None:
        self.folder = folder
        self.database = database
        self.now = clock
        self.index = IndexQueue(database)
        self.portals: dict[str, dict[str, Any]] = {}
        self.commits = 0
        self._connection: sqlite3.Connection = database.conn
        self._warc = warc
        self._pending = 0
        self._committed = self._room_checked = time.monotonic()

    def execute(self, sql: str, values: Any = ()) -> sqlite3.Cursor:
        """Run one statement inside the open transaction."""
        self._begin()
        return self._connection.execute(sql, values)

    def execute_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one statement with the values of each row inside the open transaction."""
        self._begin()
        self._connection.executemany(sql, rows)

    def _begin(self) -> None:
        if not self._connection.in_transaction:
            self._connection.execute("BEGIN IMMEDIATE")

    def insert(self, table: str, **values: Any) -> int:
        """Insert one row; returns its rowid."""
        cursor = self.execute(_insertion(table, *values), list(values.values()))
        return int(cursor.lastrowid or 0)

    def update(self, table: str, identifier: int, **values: Any) -> None:
        """Set columns of the row with that id."""
        self.execute(_setting(table, *values), [*values.values(), identifier])

    def commit(self) -> None:
        """WARC to the operating system first, then the rows that point into it."""
        self.index.flush()
        self._warc.flush()
        if self._connection.in_transaction:
            self._connection.execute("COMMIT")
        self.commits += 1
        self._pending = 0
        self._committed = time.monotonic()
        if self._committed - self._room_checked > ROOM_CHECK_SECONDS:
            self._room_checked = self._committed
            self.folder.check_room()

    def flush_captures(self) -> None:
        """Hand the records that wait in memory to the operating system, so that they can be read back."""
        self._warc.flush()

    def page_done(self) -> None:
        """A page with all its rows is complete: commit when a batch is full or a second old."""
        self._pending += 1
        if self._pending >= MAX_BATCH or time.monotonic() - self._committed >= MAX_BATCH_SECONDS:
            self.commit()

    @contextmanager
    def whole(self) -> Iterator[None]:
        """What is written within the block is written whole or, where it raises, not at all."""
        waiting = self.index.waiting()
        self.execute("SAVEPOINT whole")
        try:
            yield
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK TO whole")
                self._connection.execute("RELEASE whole")
            self.index.restore(waiting)
            raise
        self._connection.execute("RELEASE whole")

    def rollback(self) -> None:
        """Drop the rows since the last commit; their captures are found again at the next start."""
        self._pending = 0
        self.index.clear()
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def close(self) -> None:
        """Close the WARC file and the database; what was not committed is dropped."""
        self.rollback()
        self._warc.close()
        self.database.close()

    def put_portal(self, facts: Mapping[str, Any]) -> None:
        """Insert or update a portal's row; `facts` has a value for each column of the table.

        No upsert: its rule for conflicts would take the place of that of the triggers.
        """
        self.portals[facts["name"]] = dict(facts)
        updates = ", ".join(f"{column} = ?" for column in facts)
        values = list(facts.values())
        if not self.execute(f"UPDATE portal SET {updates} WHERE name = ?", [*values, facts["name"]]).rowcount:  # noqa: S608
            self.execute(f"INSERT INTO portal ({', '.join(facts)}) VALUES ({', '.join('?' * len(facts))})", values)  # noqa: S608

    def facts_of(self, portal: str) -> dict[str, Any]:
        """The columns of a portal's row, as this writer put it or as it is in the archive."""
        if portal not in self.portals:
            cursor = self.execute("SELECT * FROM portal WHERE name = ?", (portal,))
            names = [column[0] for column in cursor.description]
            self.portals[portal] = dict(zip(names, cursor.fetchone(), strict=True))
        return self.portals[portal]

    def start_run(self, portal: str, kind: str) -> int:
        """Open a run; its row says 'running' until `end_run`."""
        now = utc(self.now())
        reader = reader_of(self.facts_of(portal))
        return self.insert(
            "run", portal=portal, kind=kind, started_at=now, state="running", software=software(), reader=reader
        )

    def end_run(
        self,
        run: int,
        state: str,
        reason: str | None,
        counts: Mapping[str, int],
        checks: Sequence[Check],
        finding: Finding | None = None,
    ) -> None:
        """Close a run with what it did, whether it passed its checks and what a crawl found its portal to be."""
        listed = [{"name": check.name, "passed": check.passed, "evidence": check.evidence} for check in checks]
        self.update(
            "run",
            run,
            ended_at=utc(self.now()),
            state=state,
            reason=reason,
            counts=json.dumps(dict(counts)),
            checks=json.dumps(listed, ensure_ascii=False),
            finding=finding.state if finding else None,
            evidence=pack(finding.evidence) if finding else None,
        )

    def put_capture(self, exchange: Exchange, *, portal: str, run: int | None, digest: str | None = None) -> int:
        """Write an answer to the WARC file, a revisit where the archive holds the same payload, and its row.

        `digest` is that of the payload, where the caller has it at hand.
        """
        digest = digest or digest_of(exchange.body)
        earlier = None if exchange.saved else self._same_payload(exchange, digest)
        if exchange.unchanged_since is not None:
            earlier, digest = self._unchanged(exchange.unchanged_since)
        if exchange.saved:
            place = self._warc.resource(
                exchange.url,
                exchange.fetched_at,
                media_type=exchange.header(b"content-type") or "text/html",
                body=exchange.body,
                digest=digest,
                portal=portal,
                cut=exchange.cut,
            )
        elif earlier is None:
            place = self._warc.response(
                exchange.url,
                exchange.fetched_at,
                status=exchange.status,
                headers=exchange.headers,
                body=exchange.body,
                digest=digest,
                portal=portal,
                protocol=exchange.protocol,
                address=exchange.address,
                request=exchange.request,
                tls=exchange.tls,
                cut=exchange.cut,
            )
        else:
            place = self._warc.revisit(
                exchange.url,
                exchange.fetched_at,
                status=exchange.status,
                headers=exchange.headers,
                digest=digest,
                portal=portal,
                first_url=earlier[1],
                first_date=earlier[2],
                address=exchange.address,
                request=exchange.request,
                tls=exchange.tls,
            )
        return self.index_capture(place, exchange, digest, portal, run, earlier[0] if earlier else None)

    def index_capture(
        self,
        place: RecordPlace,
        exchange: Exchange,
        digest: str,
        portal: str,
        run: int | None,
        revisit_of: int | None,
    ) -> int:
        """Write the row of a record that stands in a WARC file."""
        media_type, etag, last_modified = told_of(lambda name: exchange.header(name.encode()))
        return self.insert(
            "capture",
            portal=portal,
            run=run,
            url=exchange.url,
            method=exchange.method,
            fetched_at=warc_date(exchange.fetched_at),
            status=exchange.status,
            media_type=media_type,
            etag=etag,
            last_modified=last_modified,
            digest=digest,
            file=place.file,
            offset=place.offset,
            length=place.length,
            revisit_of=revisit_of,
        )

    def put_pointer(
        self, portal: str, key: str, kind: str, *, title: str | None, date_line: str | None, capture: int, seen: str
    ) -> None:
        """Keep what a listing, feed or site map says of an address; the newest word stands."""
        self.execute(
            "INSERT INTO pointer (portal, key, kind, title, date_line, capture, seen_at) VALUES (?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (portal, key, kind) DO UPDATE SET title = coalesce(excluded.title, title), "
            "date_line = coalesce(excluded.date_line, date_line), capture = excluded.capture, "
            "seen_at = excluded.seen_at WHERE title IS NOT excluded.title OR date_line IS NOT excluded.date_line",
            (portal, key, kind, title, date_line, capture, seen),
        )

    def _unchanged(self, capture: int) -> tuple[tuple[int, str, str], str]:
        """The capture that holds the payload which the portal says is unchanged, and its digest."""
        identifier, url, fetched_at, digest = self.execute(
            "SELECT o.id, o.url, o.fetched_at, o.digest FROM capture c "
            "JOIN capture o ON o.id = coalesce(c.revisit_of, c.id) WHERE c.id = ?",
            (capture,),
        ).fetchone()
        return (identifier, url, fetched_at), digest

    def _same_payload(self, exchange: Exchange, digest: str) -> tuple[int, str, str] | None:
        if not exchange.body:
            return None
        found: tuple[int, str, str] | None = self.execute(
            "SELECT id, url, fetched_at FROM capture "
            "WHERE digest = ? AND url = ? AND status = ? AND revisit_of IS NULL ORDER BY id LIMIT 1",
            (digest, exchange.url, exchange.status),
        ).fetchone()
        return found


def told_of(header: Callable[[str], str | None]) -> tuple[str | None, str | None, str | None]:
    """Media type, ETag and Last-Modified, as a capture's row has them; `header` has names in small letters."""
    media_type = (header("content-type") or "").split(";")[0].strip().lower() or None
    return media_type, header("etag"), header("last-modified")


@contextmanager
def writing(
    folder: ArchiveFolder,
    *,
    settings: str = "",
    wait: float | None = 0.0,
    clock: Callable[[], datetime] = system_clock,
) -> Iterator[ArchiveWriter]:
    """Hold the archive for writing: lock, migrate, mend what a crash left, and commit at the end.

    `settings` are `name: value` lines for the `warcinfo` record, `wait` is how many seconds to queue for the lock.
    """
    with folder.writing(wait=wait):
        folder.check_room()
        with plain_errors(folder):
            writer = ArchiveWriter(
                folder,
                open_for_writing(folder),
                WarcWriter(folder.warcs, software=software(), settings=settings),
                clock,
            )
            try:
                recover(writer)
                put_right(writer.database)
                yield writer
                writer.commit()
            finally:
                writer.close()
