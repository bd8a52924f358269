"""Opening `archive.db`: connections, migrations, and refusal of what is not ours."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlite_utils import Database

from archive import index
from archive.doubles import join_doubles
from archive.errors import (
    ArchiveLockedError,
    BrokenDatabaseError,
    DiskFullError,
    NewerSchemaError,
    NoAccessError,
    NotAnArchiveError,
)
from archive.folder import APPLICATION_ID, ArchiveFolder
from archive.schema import migrations

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""No space on the disk, the user's quota used up, a file as large as the system allows."""
NO_ACCESS = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
"""No right to, or a disk that is mounted read only."""
BUSY_TIMEOUT_SECONDS = 20.0
MIGRATION_WAIT_SECONDS = 60.0
CACHE_KIB = 16 * 2**10
"""Of a writer: in SQLite's usual 2 MiB a batch of pages has no room, nor have the indexes that they go into."""
PAGE_BYTES = 2048
"""Of a new database. Texts of about 5 KB waste a sixth of their room at SQLite's usual 4096, a fifteenth at this."""


@contextmanager
def plain_errors(folder: ArchiveFolder) -> Iterator[None]:
    """Turn the system's and SQLite's own errors about disk, lock and damage into sentences."""
    try:
        yield
    except OSError as error:
        if error.errno in NO_ACCESS:
            raise NoAccessError(f"{error.filename or folder.path} cannot be used ({error.strerror}).") from error
        if error.errno not in NO_ROOM:
            raise
        raise DiskFullError(
            f"The disk that holds {folder.path} is full ({error.strerror}). "
            "Free some space and run the same command again: what was committed is kept."
        ) from error
    except sqlite3.DatabaseError as error:
        _tell(folder, error)
        raise


@contextmanager
def plain_database_errors(folder: ArchiveFolder) -> Iterator[None]:
    """Turn SQLite's own errors into sentences: for who only reads, and writes elsewhere."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        _tell(folder, error)
        raise


def _tell(folder: ArchiveFolder, error: sqlite3.DatabaseError) -> None:
    """Raise the sentence that an error about disk, lock and damage means."""
    text = str(error).lower()
    if "disk is full" in text or "disk i/o" in text:
        raise DiskFullError(
            f"The disk that holds {folder.path} is full or failing ({error}). "
            "Free some space and run the same command again: what was committed is kept."
        ) from error
    if "readonly database" in text or "unable to open" in text:
        why = f"{folder.database} cannot be used ({error}); look at its rights and its disk."
        raise NoAccessError(why) from error
    if "locked" in text or "busy" in text:
        raise ArchiveLockedError(f"{folder.database} is locked by another program; try again shortly.") from error
    if "malformed" in text or "not a database" in text:
        raise BrokenDatabaseError(
            f"{folder.database} is damaged ({error}). Restore a copy, or move it away and run "
            f"`kehoach ingest {folder.warcs} --archive {folder.path}`: the captures are the archive."
        ) from error


def open_for_writing(folder: ArchiveFolder) -> Database:
    """The archive's database, made or migrated to today's schema; the caller holds the writer's lock."""
    folder.create()
    with plain_errors(folder):
        connection = connect(f"file:{_quoted(folder)}")
        database = Database(connection, execute_plugins=False)
        refuse_strangers(folder, database)
        folder.refuse_public_copy(database.table_names())
        lay_out(connection)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        migrations.apply(database)
        connection.execute("PRAGMA foreign_keys = ON")
        return database


def open_for_reading(folder: ArchiveFolder) -> Database:
    """A read-only connection to today's schema; an older database is migrated first."""
    folder.require()
    with plain_errors(folder):
        database = Database(connect(f"file:{_quoted(folder)}?mode=ro"), execute_plugins=False)
        refuse_strangers(folder, database)
        if not migrations.pending(database):
            return database
    database.close()
    with folder.writing(wait=MIGRATION_WAIT_SECONDS):
        migrated = open_for_writing(folder)
        put_right(migrated)
        migrated.close()
    return open_for_reading(folder)


def put_right(database: Database) -> None:
    """Bring the index to today's folding, and join announcements that stand twice; for who holds the writer's lock."""
    if not index.is_current(database):
        index.rebuild(database)
    join_doubles(database)


def _quoted(folder: ArchiveFolder) -> str:
    return folder.database.resolve().as_uri().removeprefix("file://")


def connect(uri: str) -> sqlite3.Connection:
    """A connection in autocommit mode that waits for locks; `uri` is a `file:` address."""
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_TIMEOUT_SECONDS, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def lay_out(connection: sqlite3.Connection) -> None:
    """Give a database that is still empty our size of pages, and let what is freed be given back."""
    if not connection.execute("PRAGMA page_count").fetchone()[0]:
        connection.execute(f"PRAGMA page_size = {PAGE_BYTES}")
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")


def refuse_strangers(folder: ArchiveFolder, database: Database) -> None:
    """A database with tables but without our application id, or with a migration that we do not know, stays shut."""
    names = set(database.table_names())
    if not names:
        return
    application_id = database.execute("PRAGMA application_id").fetchone()[0]
    if application_id != APPLICATION_ID:
        raise NotAnArchiveError(f"{folder.database} is some other program's database; name another folder.")
    unknown = {applied.name for applied in migrations.applied(database)} - {
        migration.name for migration in migrations._migrations
    }
    if unknown:
        raise NewerSchemaError(
            f"{folder.database} was written by a newer version of kehoach (it knows {sorted(unknown)[0]!r}); "
            "upgrade this program, nothing was changed."
        )
