"""Bringing an archive to today's schema beside itself: copy, migrate the copy, check it, swap, and a way back.

The old database stays whole until the new one has passed its checks, and lies beside it afterwards, until the next
upgrade, as `archive.db.before`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from archive import index
from archive.database import PAGE_BYTES, connect, open_for_writing, plain_errors, refuse_strangers
from archive.doubles import join_doubles
from archive.errors import ArchiveError, UsageError
from archive.folder import ArchiveFolder
from archive.schema import migrations

BEFORE, BESIDE = ".before", ".upgrade"
COUNTED = ("portal", "run", "capture", "announcement", "announcement_text", "revision", "document", "mention")


class UpgradeError(ArchiveError):
    """The migrated copy is not sound; the archive is as it was."""


@dataclass(frozen=True, slots=True)
class Upgraded:
    """What an upgrade did: the migrations that it applied, none where nothing was to do."""

    migrations: tuple[str, ...]


def upgrade(folder: ArchiveFolder, *, wait: float | None = 0.0) -> Upgraded:
    """Bring an archive to today's schema; raises UpgradeError, and leaves it as it was, where the copy is not sound."""
    folder.require()
    with folder.writing(wait=wait), plain_errors(folder):
        pending = _pending(folder)
        if not pending:
            return Upgraded(())
        folder.check_room(2 * folder.database.stat().st_size)
        with _copy_beside(folder) as copy:
            counts = _counts(copy.database)
            open_for_writing(copy).close()
            _check(copy, counts)
            with closing(connect(copy.database.resolve().as_uri())) as connection:
                join_doubles(Database(connection, execute_plugins=False))
            _swap(folder, copy.database)
        return Upgraded(tuple(pending))


def roll_back(folder: ArchiveFolder, *, wait: float | None = 0.0) -> None:
    """Put back the database as it was before the last upgrade; what was stored since lies in `archive.db.upgrade`."""
    before = _beside(folder, BEFORE)
    if not before.is_file():
        raise UsageError(f"There is no {before.name} in {folder.path}; nothing was upgraded here.")
    with folder.writing(wait=wait):
        _checkpoint(folder.database)
        folder.database.replace(_beside(folder, BESIDE))
        before.replace(folder.database)


def _pending(folder: ArchiveFolder) -> list[str]:
    connection = sqlite3.connect(f"{folder.database.resolve().as_uri()}?mode=ro", uri=True)
    try:
        database = Database(connection, execute_plugins=False)
        refuse_strangers(folder, database)
        return [migration.name for migration in migrations.pending(database)]
    finally:
        connection.close()


@contextmanager
def _copy_beside(folder: ArchiveFolder) -> Iterator[ArchiveFolder]:
    """A folder within the archive's own with a copy of its database; gone at the end."""
    beside = ArchiveFolder(_beside(folder, BESIDE + "-folder"))
    _remove(beside)
    beside.create()
    original, copy = sqlite3.connect(folder.database), sqlite3.connect(beside.database)
    try:
        original.backup(copy)
        original.close()
        copy.close()
        yield beside
    finally:
        original.close()
        copy.close()
        _remove(beside)


def _check(copy: ArchiveFolder, before: dict[str, int]) -> None:
    """Raise UpgradeError where the migrated copy has lost rows, references or its form."""
    connection = sqlite3.connect(copy.database, isolation_level=None)
    database = Database(connection, execute_plugins=False)
    try:
        if not index.is_current(database):
            index.rebuild(database)
        _pack(connection)
        faults = [row[0] for row in database.execute("PRAGMA integrity_check") if row[0] != "ok"]
        faults += [f"row {row[1]} of {row[0]} points nowhere" for row in database.execute("PRAGMA foreign_key_check")]
        after = _counts(copy.database)
        faults += [f"{table} had {count} rows, now {after.get(table)}" for table, count in before.items()
                   if after.get(table) != count]  # fmt: skip
    finally:
        connection.close()
    if faults:
        raise UpgradeError(f"The migrated copy is not sound ({faults[0]}); the archive is as it was.")


def _pack(connection: sqlite3.Connection) -> None:
    """Write the database anew without its holes, in pages of today's size."""
    for statement in ("journal_mode = DELETE", f"page_size = {PAGE_BYTES}", "auto_vacuum = INCREMENTAL"):
        connection.execute(f"PRAGMA {statement}")
    connection.execute("VACUUM")


def _counts(file: Path) -> dict[str, int]:
    connection = sqlite3.connect(file)
    try:
        tables = set(Database(connection, execute_plugins=False).table_names()) & set(COUNTED)
        return {
            table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
            for table in sorted(tables)
        }
    finally:
        connection.close()


def _swap(folder: ArchiveFolder, migrated: Path) -> None:
    _checkpoint(folder.database)
    before = _beside(folder, BEFORE)
    before.unlink(missing_ok=True)
    before.hardlink_to(folder.database)
    migrated.replace(folder.database)


def _checkpoint(file: Path) -> None:
    """Let nothing of a database be outside its file."""
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()


def _beside(folder: ArchiveFolder, ending: str) -> Path:
    return folder.database.with_name(folder.database.name + ending)


def _remove(folder: ArchiveFolder) -> None:
    if folder.path.is_dir():
        for path in sorted(folder.path.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        folder.path.rmdir()
