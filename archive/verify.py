"""Is everything in the archive what it says it is?

Proved are the database itself and its references, every record of the WARC files with its digests and its row, the
ledger, the digest of each announcement's content, that its address and its times are those of captures, that it names
what is said to be named, and the index, by building a second one and comparing. Papers are sought again in the texts
that this very version of the program has read. Whether pages would be read the same again is not asked: `reread` does
that. An archive is checked as it is at one moment, also while a crawl goes on writing.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from fastwarc.warc import WarcRecord, WarcRecordType
from sqlite_utils import Database

from archive import index
from archive.announcements import digest_of_content
from archive.cells import broken_cells
from archive.errors import BrokenCaptureError
from archive.files.upkeep import faults_of_files
from archive.folder import ArchiveFolder
from archive.mentions import COLUMNS, MentionRow, mention_row, standing
from archive.model import full_text
from archive.version import software
from archive.vietnamese.documents import find_documents
from archive.warc import RecordPlace, Response, digest_of, is_intact, members, read_response, response_of

Watch = Callable[[int, int], None]
ANSWERS = (WarcRecordType.response, WarcRecordType.revisit, WarcRecordType.resource)
_UNPRINTED = """
SELECT a.uid, m.printed FROM mention m JOIN announcement a ON a.id = m.announcement
LEFT JOIN announcement_text t ON t.announcement = a.id LEFT JOIN file_text f ON f.file = m.file
WHERE CASE WHEN m.file IS NOT NULL THEN f.text IS NOT NULL AND instr(f.text, m.printed) = 0 ELSE
    instr(coalesce(a.title, '') || char(10) || coalesce(a.lead, '') || char(10) || coalesce(t.body, ''), m.printed) = 0
    AND NOT EXISTS (SELECT 1 FROM attachment p WHERE p.announcement = a.id AND instr(p.name, m.printed) > 0) END
"""
_UNSEEN = """
WITH unseen AS (
    SELECT portal, first_seen AS moment FROM announcement WHERE capture IS NOT NULL
    UNION SELECT portal, last_seen FROM announcement WHERE capture IS NOT NULL
    EXCEPT SELECT portal, substr(fetched_at, 1, 19) || 'Z' FROM capture
)
SELECT a.uid, u.moment FROM unseen u JOIN announcement a ON a.portal = u.portal
WHERE u.moment IN (a.first_seen, a.last_seen) AND a.capture IS NOT NULL
"""
_READ_BY = """
SELECT a.id, a.uid, a.title, a.lead, t.body, (SELECT json_group_array(name) FROM
    (SELECT name FROM attachment WHERE announcement = a.id AND name <> '' ORDER BY position))
FROM announcement a JOIN announcement_text t ON t.announcement = a.id
JOIN capture c ON c.id = a.capture JOIN run r ON r.id = c.run WHERE r.software = ?
"""
_OF_FILES = """
SELECT a.id, a.uid, x.file, x.mentions FROM attachment p JOIN file_text x ON x.file = p.file
JOIN announcement a ON a.id = p.announcement GROUP BY a.id, x.file
"""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it should be: which part of the archive, and what."""

    part: str
    what: str


class CaptureRow(NamedTuple):
    """What a capture's row says of its record; `digest` is for a revisit the one of the payload that it refers to."""

    offset: int
    length: int
    url: str
    fetched_at: str
    digest: str
    payload_digest: str | None
    is_revisit: bool


def verify(folder: ArchiveFolder, database: Database, watch: Watch) -> Iterator[Fault]:
    """Each fault of an archive; `watch` is told how many of how many captures were read."""
    began = not database.conn.in_transaction
    if began:
        database.execute("BEGIN")
    yield from _database(database)
    broken = list(broken_cells(database.conn))
    for cell in broken:
        yield Fault("database", str(cell))
    unreadable = {cell.of for cell in broken}
    yield from _captures(folder, database, watch)
    yield from _ledger(database)
    yield from _texts(database, unreadable)
    yield from _mentions(database, unreadable)
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
    for table, rowid, parent, _ in database.execute("PRAGMA foreign_key_check"):
        yield Fault("database", f"row {rowid} of {table} points at a row of {parent} that is not there")


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
        yield Fault("captures", f"no capture is known in {name}")


def rows_of_file(connection: sqlite3.Connection, file: str, start: int = 0) -> list[CaptureRow]:
    """The rows of the records that stand in a WARC file from `start` on."""
    return [
        CaptureRow(offset, length, url, fetched_at, digest, payload_digest, bool(is_revisit))
        for offset, length, url, fetched_at, digest, payload_digest, is_revisit in connection.execute(
            "SELECT c.offset, c.length, c.url, c.fetched_at, c.digest, o.digest, c.revisit_of IS NOT NULL "
            "FROM capture c LEFT JOIN capture o ON o.id = coalesce(c.revisit_of, c.id) "
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
    record = WarcRecord.from_bytes(content)
    if record.record_type in ANSWERS:
        yield Fault("captures", f"the record at {file}:{offset} has no row; the next job that writes adds it")
    record.freeze()
    if not is_intact(record):
        yield Fault("captures", f"the record at {file}:{offset} does not match its digest")


def _record(file: str, row: CaptureRow, content: bytes) -> Iterator[Fault]:
    try:
        record = WarcRecord.from_bytes(content)
        record.freeze()
        intact = is_intact(record)
        response = response_of(record)
    except ValueError as error:
        yield Fault("captures", f"{row.url}: the record at {file}:{row.offset} cannot be read ({error})")
        return
    if not intact:
        yield Fault("captures", f"{row.url}: the record at {file}:{row.offset} does not match its digest")
    yield from _payload(file, row, response)


def _payload(file: str, row: CaptureRow, response: Response) -> Iterator[Fault]:
    where = f"{file}:{row.offset}"
    if response.url != row.url:
        yield Fault("captures", f"the record at {where} is of {response.url}, not of {row.url}")
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


def _ledger(database: Database) -> Iterator[Fault]:
    """Every settled entry has an outcome and a time, every article that was read an announcement."""
    for url, state, outcome in database.execute(
        "SELECT url, state, outcome FROM ledger WHERE state NOT IN ('open', 'done', 'failed') "
        "OR (state <> 'open' AND (outcome IS NULL OR done_at IS NULL))"
    ):
        yield Fault("ledger", f"{url} is {state} with the outcome {outcome}")
    for (url,) in database.execute(
        "SELECT l.url FROM ledger l LEFT JOIN address d ON d.portal = l.portal AND d.key = l.key "
        "WHERE l.kind = 'article' AND l.outcome = 'read' AND l.capture IS NOT NULL AND d.key IS NULL"
    ):
        yield Fault("ledger", f"{url} was read, but no announcement stands at it")
    for uid, key in database.execute(
        "SELECT a.uid, d.key FROM address d JOIN announcement a ON a.id = d.announcement WHERE a.portal <> d.portal"
    ):
        yield Fault("ledger", f"{uid} has the address {key} of another portal")


def _texts(database: Database, unreadable: Collection[str]) -> Iterator[Fault]:
    """Every announcement has its text, and what is stored of it is what its digest was made of."""
    for (uid,) in database.execute(
        "SELECT uid FROM announcement a LEFT JOIN announcement_text t ON t.announcement = a.id "
        "WHERE t.announcement IS NULL"
    ):
        yield Fault("announcements", f"{uid} has no text")
    for uid, digest, captions, files, *content in database.execute(
        "SELECT a.uid, a.content_digest, t.captions, (SELECT json_group_array(url) FROM "
        "(SELECT url FROM attachment WHERE announcement = a.id ORDER BY position)), "
        "nullif(a.title, ''), a.published_at, a.byline_printed, a.lead, t.body "
        "FROM announcement a JOIN announcement_text t ON t.announcement = a.id"
    ):
        if uid in unreadable:
            continue
        if digest_of_content([*content, json.loads(captions), json.loads(files)]) != digest:
            yield Fault("announcements", f"{uid}: title, date, byline, text or attachments are not what was stored")
    for uid, url, fetched in database.execute(
        "SELECT a.uid, a.url, c.url FROM announcement a JOIN capture c ON c.id = a.capture WHERE c.url <> a.url"
    ):
        yield Fault("announcements", f"{uid}: its capture is of {fetched}, not of {url}")
    for uid, moment in database.execute(_UNSEEN):
        yield Fault("announcements", f"{uid} is said to be seen at {moment}, when nothing was captured")


def _mentions(database: Database, unreadable: Collection[str]) -> Iterator[Fault]:
    """Every mention stands, as it is printed, in the announcement or file that is said to hold it, and none is lost."""
    for uid, printed in database.execute(_UNPRINTED):
        yield Fault("mentions", f"{uid} does not print {printed!r}, which it is said to name")
    for identifier, uid, title, lead, body, names in database.execute(_READ_BY, (software(),)):
        documents = find_documents(full_text(title, lead, body))
        in_names = [mention for name in json.loads(names) for mention in find_documents(name)]
        found = enumerate(standing(title, lead, body, documents, in_names))
        read = [mention_row(identifier, one, at, place, None, sentence) for at, (one, place, _, sentence) in found]
        if _stored(database, identifier, None) != list(map(_without_document, read)):
            fault = f"{uid} names other papers, or names them otherwise, than is stored"
            yield Fault("mentions", f"{fault}; `kehoach reread` stores what it names")
    for identifier, uid, file, mentions in database.execute(_OF_FILES):
        if file in unreadable:
            continue
        told = [tuple(map(one.get, ("role", "subject", "number", "printed"))) for one in json.loads(mentions)]
        if [row[3:6] + row[12:13] for row in _stored(database, identifier, file)] != told:
            yield Fault("mentions", f"{uid}: its file names other papers, or names them otherwise, than is stored")


def _stored(database: Database, announcement: int, file: str | None) -> list[MentionRow]:
    """The rows of what an announcement's own text, or a file of it, names, but for their documents."""
    sql = f"SELECT {COLUMNS} FROM mention WHERE announcement = ? AND file IS ? ORDER BY position"  # noqa: S608
    return list(map(_without_document, database.execute(sql, (announcement, file))))


def _without_document(row: MentionRow) -> MentionRow:
    return row[:1] + row[2:]
