"""Is everything in the archive what it says it is?

Proved are the database itself and its references, every record of the WARC files with its digests and its row, that
rows do not contradict each other (`archive.coherence`), and the index, by building a second one and comparing. Whether
pages give what is stored of them is for who can read them to ask (`scraper.proof`). An archive is checked as it is at
one moment, also while a crawl goes on writing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from fastwarc.warc import WarcRecord, WarcRecordType
from sqlite_utils import Database

from archive import index
from archive.cells import broken_cells
from archive.coherence import Fault, faults_of_rows
from archive.errors import BrokenCaptureError
from archive.files.upkeep import faults_of_files
from archive.folder import ArchiveFolder
from archive.warc import RecordPlace, Response, digest_of, is_intact, members, read_response, response_of
from archive.writer import told_of

_ADVICE = "`kehoach ingest` of the archive's own warc/ gives rows to what has none"
Watch = Callable[[int, int], None]
ANSWERS = (WarcRecordType.response, WarcRecordType.revisit, WarcRecordType.resource)


class CaptureRow(NamedTuple):
    """What a capture's row says of its record; `digest` is for a revisit the one of the payload that it refers to.

    `head` is portal, status, media type, ETag and Last-Modified.
    """

    offset: int
    length: int
    url: str
    fetched_at: str
    digest: str
    payload_digest: str | None
    is_revisit: bool
    head: tuple[str, int, str | None, str | None, str | None]


def verify(folder: ArchiveFolder, database: Database, watch: Watch) -> Iterator[Fault]:
    """Each fault of an archive; `watch` is told how many of how many captures were read."""
    began = not database.conn.in_transaction
    if began:
        database.execute("BEGIN")
    yield from _database(database)
    broken = list(broken_cells(database.conn))
    for cell in broken:
        yield Fault("database", str(cell))
    yield from _captures(folder, database, watch)
    yield from faults_of_rows(database, {cell.of for cell in broken})
    for what in faults_of_files(folder, database.conn):
        yield Fault("attachments", what)
    if not any(cell.column == "captions" for cell in broken):  # the second index is made of them
        for what in index.differences(database):
            yield Fault("index", what)
    if began:
        database.execute("ROLLBACK")


def _database(database: Database) -> Iterator[Fault]:
    for (answer,) in database.execute("PRAGMA integrity_check"):
        if answer != "ok":
            yield Fault("database", answer)
    lost: dict[str, list[str]] = {}
    for table, rowid, parent, _ in database.execute("PRAGMA foreign_key_check"):
        lost.setdefault(parent, []).append(f"row {rowid} of {table}")
    for parent, (first, *others) in lost.items():
        more = f", and {len(others)} more like it" if others else ""
        yield Fault("database", f"{first} points at a row of {parent} that is not there{more}")


def _captures(folder: ArchiveFolder, database: Database, watch: Watch) -> Iterator[Fault]:
    total = database.execute("SELECT count(*) FROM capture").fetchone()[0]
    files = [file for (file,) in database.execute("SELECT DISTINCT file FROM capture ORDER BY file")]
    done = 0
    for file in files:
        rows = rows_of_file(database.conn, file)
        yield from faults_of_file(folder, file, rows)
        done += len(rows)
        watch(done, total)
    strangers = {path.name for path in folder.warcs.glob("kehoach-*.warc.gz")} - set(files)
    for name in sorted(strangers)[:-1]:
        yield Fault("captures", f"no capture is known in {name}; {_ADVICE}")


def rows_of_file(connection: sqlite3.Connection, file: str, start: int = 0) -> list[CaptureRow]:
    """The rows of the records that stand in a WARC file from `start` on."""
    return [
        CaptureRow(offset, length, url, fetched_at, digest, payload_digest, bool(is_revisit), tuple(head))
        for offset, length, url, fetched_at, digest, payload_digest, is_revisit, *head in connection.execute(
            "SELECT c.offset, c.length, c.url, c.fetched_at, c.digest, o.digest, c.revisit_of IS NOT NULL, "
            "c.portal, c.status, c.media_type, c.etag, c.last_modified FROM capture c "
            "LEFT JOIN capture o ON o.id = coalesce(c.revisit_of, c.id) "
            "WHERE c.file = ? AND c.offset >= ?",
            (file, start),
        )
    ]


def faults_of_file(folder: ArchiveFolder, file: str, rows: Sequence[CaptureRow], start: int = 0) -> Iterator[Fault]:
    """Read a file from `start` to the last record that has a row; what cannot be reached is read by its place."""
    end = max((row.offset + row.length for row in rows), default=0)
    waiting = {row.offset: row for row in rows}
    path = folder.warcs / file
    reached = start
    for offset, length, content in members(path, start) if path.is_file() else ():
        if offset >= end:
            break
        reached = offset + length
        row = waiting.pop(offset, None)
        if row is None:
            yield from _stranger(file, offset, content)
        elif row.length != length:
            yield Fault("captures", f"{row.url}: the record at {file}:{offset} has {length} bytes, not {row.length}")
        else:
            yield from _record(file, row, content)
    if reached < end and reached not in waiting:
        yield Fault("captures", f"the record at {file}:{reached} cannot be read")
    for row in waiting.values():
        try:
            response = read_response(folder.warcs, RecordPlace(file, row.offset, row.length))
        except BrokenCaptureError as error:
            yield Fault("captures", f"{row.url}: {error}")
        else:
            yield from _payload(file, row, response)


def _stranger(file: str, offset: int, content: bytes) -> Iterator[Fault]:
    try:
        record = WarcRecord.from_bytes(content)
    except (OSError, ValueError) as error:
        yield Fault("captures", f"what stands at {file}:{offset} is no record ({error})")
        return
    if record.record_type in ANSWERS:
        yield Fault("captures", f"the record at {file}:{offset} has no row; {_ADVICE}")
    record.freeze()
    if not is_intact(record):
        yield Fault("captures", f"the record at {file}:{offset} does not match its digest")


def _record(file: str, row: CaptureRow, content: bytes) -> Iterator[Fault]:
    try:
        record = WarcRecord.from_bytes(content)
        record.freeze()
        intact = is_intact(record)
        response = response_of(record)
    except (OSError, ValueError) as error:
        yield Fault("captures", f"{row.url}: the record at {file}:{row.offset} cannot be read ({error})")
        return
    if not intact:
        yield Fault("captures", f"{row.url}: the record at {file}:{row.offset} does not match its digest")
    yield from _payload(file, row, response)


def _payload(file: str, row: CaptureRow, response: Response) -> Iterator[Fault]:
    where = f"{file}:{row.offset}"
    if response.url != row.url:
        yield Fault("captures", f"the record at {where} is of {response.url}, not of {row.url}")
    if row.head != (response.portal, response.status, *told_of(response.header)):
        yield Fault("captures", f"{row.url}: the record at {where} has another portal, status or head than its row")
    if not _is_time(row.fetched_at, response.fetched_at):
        told = response.fetched_at.isoformat()
        yield Fault("captures", f"{row.url}: the record at {where} was fetched at {told}, not at {row.fetched_at}")
    digest = response.digest if row.is_revisit else digest_of(response.body)
    if digest != row.digest:
        yield Fault("captures", f"{row.url}: the payload at {where} does not match its digest")
    if row.payload_digest != row.digest:
        yield Fault("captures", f"{row.url}: the capture that the revisit at {where} refers to has another payload")


def _is_time(stored: str, moment: datetime) -> bool:
    try:
        return datetime.fromisoformat(stored) == moment
    except (ValueError, TypeError):
        return False
