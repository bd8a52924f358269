"""The archive's public form in a database of its own, `public/archive.db` in the archive's folder.

The site, publications, feeds, dumps and WACZ read nothing else, so a withheld announcement, a masked number or the
rest of a newspaper article cannot leak through search, counts, facets, table pages or JSON: it is not there. The
schema is the archive's own, so whatever reads an archive reads its public form. Captures that no public row points at
are absent, and those of an excerpt have no place in the WARC files.

`refresh` makes it or brings it up to date from the archive's table `changed`, some announcements a transaction; a
reader sees whole announcements only. A database made by other rules (FORM) is gone through again as a whole.
"""

from __future__ import annotations

import fcntl
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from archive import index
from archive.database import connect, lay_out, open_for_reading, plain_errors
from archive.disclosure import sealing_digests
from archive.folder import ArchiveFolder
from archive.holes import drop_orphaned_holes, publish_holes
from archive.holes.rows import TABLE
from archive.public_form import public_form
from archive.public_rows import columns_of, publish
from archive.schema import READERS, migrations
from archive.withholding import seals_of, showing

FORM = 6
"""Counted up when the rules of the public form or of masking change."""
BATCH = 200
LOCK = "refresh.lock"
_STATE = """
    CREATE TABLE IF NOT EXISTS public_state (form INTEGER NOT NULL, cursor INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS sealed_title (digest TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS attachment_capture ON attachment(capture);
    CREATE INDEX IF NOT EXISTS revision_capture ON revision(capture);
    CREATE INDEX IF NOT EXISTS capture_revisit ON capture(revisit_of) WHERE revisit_of IS NOT NULL;
"""
_TRIGGERS_OF_CHANGES = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name NOT LIKE 'agency%'"


def refresh(folder: ArchiveFolder) -> Path:
    """Bring the public database up to date; returns its file. Cheap where nothing changed, safe to run at any time."""
    with plain_errors(folder), closing(open_for_reading(folder)) as source:
        folder.refuse_public_copy(source.table_names())
        with _alone(folder), closing(_open(folder.public_database)) as target:
            _sync(source, target)
            is_first = target.execute("SELECT 1 FROM announcement").fetchone() is None
            while _step(source, target, indexed=not is_first):
                pass
            if is_first:
                index.rebuild(target)
    return folder.public_database


def open_public(folder: ArchiveFolder) -> Database:
    """A read-only connection to the refreshed public database."""
    return Database(connect(f"{refresh(folder).resolve().as_uri()}?mode=ro"), execute_plugins=False)


@contextmanager
def _alone(folder: ArchiveFolder) -> Iterator[None]:
    """One refresh at a time; a second one waits."""
    folder.public_database.parent.mkdir(exist_ok=True)
    with folder.public_database.with_name(LOCK).open("a+b") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _open(file: Path) -> Database:
    """The database to write to; one that is damaged or of a newer version is made anew."""
    try:
        return _prepared(file)
    except (sqlite3.DatabaseError, LookupError):
        for leftover in (file, file.with_name(f"{file.name}-wal"), file.with_name(f"{file.name}-shm")):
            leftover.unlink(missing_ok=True)
        return _prepared(file)


def _prepared(file: Path) -> Database:
    connection = connect(file.resolve().as_uri())
    lay_out(connection)
    for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "secure_delete = ON", "foreign_keys = OFF"):
        connection.execute(f"PRAGMA {pragma}")
    database = Database(connection, execute_plugins=False)
    if database.table_names() and migrations.applied(database):
        names = {migration.name for migration in migrations._migrations}
        if any(applied.name not in names for applied in migrations.applied(database)):
            connection.close()
            raise LookupError("made by a newer version")
    migrations.apply(database)
    for (trigger,) in connection.execute(_TRIGGERS_OF_CHANGES).fetchall():
        connection.execute(f"DROP TRIGGER {trigger}")
    connection.executescript(_STATE + TABLE)
    for indexed in READERS:
        connection.execute(f"CREATE INDEX IF NOT EXISTS {indexed}")
    if not connection.execute("SELECT 1 FROM public_state").fetchone():
        connection.execute("INSERT INTO public_state VALUES (?, 0)", (FORM,))
    if not index.is_current(database):
        index.rebuild(database)
    return database


def _step(source: Database, target: Database, *, indexed: bool) -> bool:
    """One transaction: the next changed announcements in their public form; False when these were the last.

    What was withheld meanwhile goes before them, however many wait. The first time all are indexed together at the end.
    With the last ones come the holes between the numbers of papers, which are a matter of them all.
    """
    source.execute("BEGIN")
    try:
        _take_out(source, target, indexed=indexed)
        cursor = _cursor(source, target)
        rows = source.execute(
            "SELECT number, announcement FROM changed WHERE number > ? ORDER BY number LIMIT ?", (cursor, BATCH + 1)
        ).fetchall()
        if not rows:
            return False
        with target.atomic():
            _copy_portals(source, target)
            seals = seals_of(source)
            batch = rows[:BATCH]
            for _, announcement in batch:
                publish(source, target, public_form(source, announcement, seals), announcement, indexed=indexed)
            target.execute("UPDATE public_state SET form = ?, cursor = ?", (FORM, batch[-1][0]))
            if len(rows) == len(batch):
                publish_holes(source, target)
            else:
                drop_orphaned_holes(target)
        return len(rows) > len(batch)
    finally:
        source.execute("ROLLBACK")


def _cursor(source: Database, target: Database) -> int:
    """The last change that was made public; 0, from the beginning, after a change of rules or of the archive."""
    form, cursor = target.execute("SELECT form, cursor FROM public_state").fetchone()
    last = source.execute("SELECT coalesce(max(number), 0) FROM changed").fetchone()[0]
    if form == FORM and cursor <= last:
        return int(cursor)
    with target.atomic():
        target.execute("UPDATE public_state SET form = ?, cursor = 0", (FORM,))
        known = {row[0] for row in source.execute("SELECT announcement FROM changed")}
        for (announcement,) in target.execute("SELECT id FROM announcement").fetchall():
            if announcement not in known:
                publish(source, target, None, announcement)
    return 0


def _sync(source: Database, target: Database) -> None:
    """Portals with their health, and runs, where they differ."""
    source.execute("BEGIN")
    try:
        with target.atomic():
            _copy_portals(source, target)
            _copy_where_different(source, target, "run", _unfinished(target))
            for table in ("health", "health_change", "pause"):
                _copy_where_different(source, target, table, None)
            _seal_titles(source, target)
    finally:
        source.execute("ROLLBACK")


def _take_out(source: Database, target: Database, *, indexed: bool) -> None:
    """Make the public log what it is in the archive, and in the same moment what its new lines are about."""
    told = set(target.execute("SELECT id, released_at, subject FROM withheld").fetchall())
    lines = source.execute("SELECT id, released_at, subject, kind, announcement_uid, part FROM withheld").fetchall()
    new = [line[3:] for line in lines if line[:3] not in told]
    if not new and len(lines) == len(told):
        return
    seals = seals_of(source)
    with target.atomic():
        for announcement in {each for line in new for each in showing(source, *line)}:
            publish(source, target, public_form(source, announcement, seals), announcement, indexed=indexed)
        _copy_where_different(source, target, "withheld", None)
        _seal_titles(source, target)


def _seal_titles(source: Database, target: Database) -> None:
    """Digests of how withheld announcements begin and began, to know them in captures of other pages."""
    sealed = "SELECT announcement_uid FROM withheld WHERE kind = 'announcement' AND released_at IS NULL"
    states = source.execute(
        f"SELECT a.title, a.lead, t.body FROM announcement a LEFT JOIN announcement_text t ON t.announcement = a.id "  # noqa: S608
        f"WHERE a.uid IN ({sealed}) UNION ALL "
        f"SELECT content ->> 'title', content ->> 'lead', content ->> 'body_text' FROM revision "
        f"WHERE announcement IN (SELECT id FROM announcement WHERE uid IN ({sealed}))"
    )
    digests = {digest for state in states for digest in sealing_digests(*state)}
    if digests != {digest for (digest,) in target.execute("SELECT digest FROM sealed_title")}:
        target.execute("DELETE FROM sealed_title")
        target.conn.executemany("INSERT INTO sealed_title VALUES (?)", [(digest,) for digest in digests])


def _unfinished(target: Database) -> int:
    """The first run that may still change."""
    return int(
        target.execute(
            "SELECT coalesce((SELECT min(id) FROM run WHERE ended_at IS NULL), (SELECT max(id) + 1 FROM run), 0)"
        ).fetchone()[0]
    )


def _copy_portals(source: Database, target: Database) -> None:
    _copy_where_different(source, target, "portal", None)


def _copy_where_different(source: Database, target: Database, table: str, first: int | None) -> None:
    """Make the rows of a small table, from the id `first` on, what they are in the archive."""
    where, values = ("WHERE id >= ?", (first,)) if first is not None else ("", ())
    columns = ", ".join(columns_of(target, table))
    question = f"SELECT {columns} FROM {table} {where} ORDER BY 1"  # noqa: S608
    ours = [_without_part(table, columns, row) for row in source.execute(question, values)]
    if ours == target.execute(question, values).fetchall():
        return
    target.execute(f"DELETE FROM {table} {where}", values)  # noqa: S608
    marks = ", ".join("?" * len(columns.split(", ")))
    target.conn.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", ours)  # noqa: S608


def _without_part(table: str, columns: str, row: tuple[Any, ...]) -> tuple[Any, ...]:
    """The log tells ids, not addresses of files."""
    if table != "withheld":
        return row
    return tuple(None if name == "part" else value for name, value in zip(columns.split(", "), row, strict=True))
