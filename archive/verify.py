"""Is everything in the archive what it says it is?"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from archive import index
from archive.errors import BrokenCaptureError
from archive.folder import ArchiveFolder
from archive.warc import RecordPlace, digest_of, read_response


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it should be: which part of the archive, and what."""

    part: str
    what: str


def verify(folder: ArchiveFolder, database: Database, watch: Callable[[int, int], None]) -> Iterator[Fault]:
    """Check the database, each WARC record with its digest, references, and the index against the text.

    `watch` is told how many of how many captures were read.
    """
    yield from _database(database)
    yield from _captures(folder, database, watch)
    yield from _texts(database)
    for what in index.differences(database):
        yield Fault("index", what)


def _database(database: Database) -> Iterator[Fault]:
    for (answer,) in database.execute("PRAGMA integrity_check"):
        if answer != "ok":
            yield Fault("database", answer)
    for table, rowid, parent, _ in database.execute("PRAGMA foreign_key_check"):
        yield Fault("database", f"row {rowid} of {table} points at a row of {parent} that is not there")


def _captures(folder: ArchiveFolder, database: Database, watch: Callable[[int, int], None]) -> Iterator[Fault]:
    total = database.execute("SELECT count(*) FROM capture").fetchone()[0]
    rows = database.execute("SELECT url, digest, file, offset, length, revisit_of FROM capture ORDER BY file, offset")
    for number, (url, digest, file, offset, length, revisit_of) in enumerate(rows, 1):
        try:
            response = read_response(folder.warcs, RecordPlace(file, offset, length))
        except BrokenCaptureError as error:
            yield Fault("captures", f"{url}: {error}")
        else:
            if response.url != url:
                yield Fault("captures", f"the record at {file}:{offset} is of {response.url}, not of {url}")
            if revisit_of is None and digest_of(response.body) != digest:
                yield Fault("captures", f"{url}: the payload at {file}:{offset} does not match its digest")
        watch(number, total)


def _texts(database: Database) -> Iterator[Fault]:
    for (uid,) in database.execute(
        "SELECT uid FROM announcement a LEFT JOIN announcement_text t ON t.announcement = a.id "
        "WHERE t.announcement IS NULL"
    ):
        yield Fault("announcements", f"{uid} has no text")
    for uid, authors, flags in database.execute("SELECT uid, authors, flags FROM announcement"):
        try:
            json.loads(authors), json.loads(flags)
        except ValueError:
            yield Fault("announcements", f"{uid} has a list that is no JSON")
