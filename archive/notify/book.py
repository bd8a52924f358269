"""The address book of an archive, `notify.db`: targets, what they follow, and what they were told.

It lies apart from `archive.db`, so that messages go out while a crawl writes, and since addresses of mail and chat
services are secrets: its owner alone may read it, and a copy of the archive carries it only where that is asked for.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime, time
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from archive.clock import utc
from archive.errors import ArchiveLockedError, BrokenDatabaseError, NoAccessError, UsageError
from archive.folder import ArchiveFolder
from archive.search.filters import Filters
from archive.site.words import LANGUAGES, Language

OWNER_ONLY = 0o600
BUSY_TIMEOUT_SECONDS = 20.0
WANTS = ("states", "digest", "ping")
migrations = Migrations("kehoach-notify")


@migrations()
def first(db: Database) -> None:
    """Targets, follows and deliveries."""
    for statement in (
        """CREATE TABLE target (
            id INTEGER PRIMARY KEY, url TEXT NOT NULL UNIQUE, wants TEXT NOT NULL, quiet TEXT NOT NULL DEFAULT '',
            language TEXT NOT NULL DEFAULT 'vi', added_at TEXT NOT NULL
        )""",
        """CREATE TABLE follow (
            id INTEGER PRIMARY KEY, target INTEGER NOT NULL REFERENCES target(id) ON DELETE CASCADE,
            query TEXT NOT NULL, filters TEXT NOT NULL DEFAULT '{}', added_at TEXT NOT NULL,
            UNIQUE (target, query, filters)
        )""",
        """CREATE TABLE delivery (
            target INTEGER NOT NULL REFERENCES target(id) ON DELETE CASCADE, key TEXT NOT NULL, at TEXT NOT NULL,
            PRIMARY KEY (target, key)
        ) WITHOUT ROWID""",
    ):
        db.execute(statement)


@migrations()
def failures(db: Database) -> None:
    """Scheduled jobs that failed."""
    db.execute("CREATE TABLE failure (id INTEGER PRIMARY KEY, job TEXT NOT NULL, at TEXT NOT NULL, why TEXT NOT NULL)")


@dataclass(frozen=True, slots=True)
class Failure:
    """A scheduled job that failed: its name, when (UTC), and why."""

    id: int
    job: str
    at: str
    why: str


@dataclass(frozen=True, slots=True)
class Target:
    """Somebody to tell: an address as Apprise writes it, what he wants to hear, and when not (Vietnamese time)."""

    id: int
    url: str
    wants: tuple[str, ...]
    quiet: tuple[time, time] | None
    language: Language
    added_at: str

    def is_asleep(self, now: time) -> bool:
        """Whether it is within the quiet hours, which may pass midnight."""
        if self.quiet is None:
            return False
        begin, end = self.quiet
        return begin <= now < end if begin <= end else now >= begin or now < end


@dataclass(frozen=True, slots=True)
class Follow:
    """A search that a target follows."""

    id: int
    target: int
    query: str
    filters: Filters
    added_at: str


class Book:
    """An open address book."""

    def __init__(self, database: Database, file: Path) -> None:
        self._database = database
        self._file = file

    def _execute(self, sql: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
        with _errors_named(self._file):
            return self._database.execute(sql, values)

    def add_target(
        self, url: str, wants: Iterable[str] = (), quiet: str | None = None, language: Language | None = None
    ) -> Target:
        """Add a target, or give a known one these wishes too, and hours and language where they are given.

        Raises UsageError for hours that are none, and for one that would be pinged and told.
        """
        quiet_hours(quiet or "")
        known = self.find_target(url)
        together = tuple(dict.fromkeys((*(known.wants if known else ()), *wants)))
        if "ping" in together and (len(together) > 1 or (known and self.follows(known.id))):
            raise UsageError("An address is either pinged or told something; use another one for the other.")
        if known is None:
            self._execute(
                "INSERT INTO target (url, wants, quiet, language, added_at) VALUES (?, ?, ?, ?, ?)",
                (url, ",".join(together), quiet or "", language or LANGUAGES[0], utc(datetime.now(UTC))),
            )
        else:
            self._execute(
                "UPDATE target SET wants = ?1, quiet = coalesce(?2, quiet), language = coalesce(?3, language) "
                "WHERE id = ?4",
                (",".join(together), quiet, language, known.id),
            )
        found = self.find_target(url)
        assert found is not None
        return found

    def find_target(self, url: str) -> Target | None:
        """The target of that address, or of that number in the list."""
        return next((target for target in self.targets() if url in (target.url, str(target.id))), None)

    def targets(self) -> list[Target]:
        """Everybody, in the order in which they were added."""
        rows = self._execute("SELECT id, url, wants, quiet, language, added_at FROM target ORDER BY id")
        return [
            Target(number, url, tuple(filter(None, wants.split(","))), quiet_hours(quiet), language, added_at)
            for number, url, wants, quiet, language, added_at in rows
        ]

    def remove_target(self, number: int) -> bool:
        """Forget a target with what it follows; whether there was one."""
        return self._execute("DELETE FROM target WHERE id = ?", (number,)).rowcount > 0

    def add_follow(self, target: Target, query: str, filters: Filters) -> None:
        """Let a target follow a search, from now on."""
        packed = json.dumps({name: value for name, value in asdict(filters).items() if value}, ensure_ascii=False)
        self._execute(
            "INSERT OR IGNORE INTO follow (target, query, filters, added_at) VALUES (?, ?, ?, ?)",
            (target.id, query, packed, utc(datetime.now(UTC))),
        )

    def follows(self, target: int | None = None) -> list[Follow]:
        """What is followed, by everybody or by one target."""
        known = {entry.name for entry in fields(Filters)}
        rows = self._execute(
            "SELECT id, target, query, filters, added_at FROM follow WHERE ?1 IS NULL OR target = ?1 ORDER BY id",
            (target,),
        )
        return [
            Follow(
                number,
                owner,
                query,
                Filters(**{name: value for name, value in json.loads(packed).items() if name in known}),
                at,
            )
            for number, owner, query, packed, at in rows
        ]

    def remove_follow(self, number: int) -> bool:
        """End a follow; whether there was one."""
        return self._execute("DELETE FROM follow WHERE id = ?", (number,)).rowcount > 0

    def add_failure(self, job: str, why: str, at: datetime) -> None:
        """Note that a scheduled job failed, to be told with what is due."""
        self._execute("INSERT INTO failure (job, at, why) VALUES (?, ?, ?)", (job, utc(at), why))

    def failures(self, since: str) -> list[Failure]:
        """The failures after a moment (UTC), oldest first."""
        rows = self._execute("SELECT id, job, at, why FROM failure WHERE at > ? ORDER BY id", (since,))
        return [Failure(*row) for row in rows]

    def was_told(self, target: int, keys: Iterable[str]) -> set[str]:
        """Those of the keys that the target was told of."""
        packed = json.dumps(list(keys))
        rows = self._execute(
            "SELECT key FROM delivery WHERE target = ? AND key IN (SELECT value FROM json_each(?))", (target, packed)
        )
        return {key for (key,) in rows}

    def note(self, target: int, keys: Iterable[str], at: datetime) -> None:
        """Write down that the target was told, at once."""
        rows = [(target, key, utc(at)) for key in keys]
        with _errors_named(self._file), self._database.atomic():
            self._database.conn.executemany("INSERT OR IGNORE INTO delivery VALUES (?, ?, ?)", rows)


def copy_book(source: ArchiveFolder, target: ArchiveFolder) -> bool:
    """Copy the address book as it is at one moment, for its owner's eyes alone; whether there is one."""
    if not source.address_book.is_file():
        return False
    unfinished = target.address_book.with_name(f"{target.address_book.name}.part")
    unfinished.unlink(missing_ok=True)
    unfinished.touch(OWNER_ONLY)
    original, copy = sqlite3.connect(source.address_book, timeout=BUSY_TIMEOUT_SECONDS), sqlite3.connect(unfinished)
    try:
        with _errors_named(source.address_book):
            original.backup(copy)
    finally:
        copy.close()
        original.close()
    unfinished.replace(target.address_book)
    return True


@contextmanager
def open_book(folder: ArchiveFolder, *, only_to_read: bool = False) -> Iterator[Book]:
    """The archive's address book, made where there is none; one that is only read stays unmade, and is empty then.

    Raises BrokenDatabaseError where it is damaged, ArchiveLockedError where another program holds it.
    """
    file = folder.address_book
    if not file.is_file():
        folder.require()
        if file.exists():
            raise NoAccessError(f"The address book {file} is no file, so nobody can be told; move it away.")
    if not only_to_read:
        with _errors_named(file):
            file.touch(OWNER_ONLY)
            file.chmod(OWNER_ONLY)
    place = file if file.is_file() else ":memory:"
    connection = sqlite3.connect(place, timeout=BUSY_TIMEOUT_SECONDS, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    database = Database(connection, execute_plugins=False)
    try:
        with _errors_named(file):
            answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            if answer != "ok":
                raise sqlite3.DatabaseError(f"malformed: {answer}")
            migrations.apply(database)
        yield Book(database, file)
    finally:
        database.close()


@contextmanager
def _errors_named(file: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise NoAccessError(f"The address book {file} cannot be written to ({error.strerror}).") from error
    except sqlite3.DatabaseError as error:
        text = str(error)
        if "readonly" in text or "unable to open" in text:
            raise NoAccessError(f"The address book {file} cannot be used ({error}).") from error
        if "locked" in text or "busy" in text:
            raise ArchiveLockedError(
                f"The address book {file} is held by another program; run this again when it is free."
            ) from error
        if "malformed" not in text and "not a database" not in text:
            raise
        raise BrokenDatabaseError(
            f"The address book {file} is damaged ({error}). Put back the one of a backup, or move it "
            "away and add everybody again with `kehoach notify add` and `kehoach follow add`."
        ) from error


def quiet_hours(text: str) -> tuple[time, time] | None:
    """`22:00-06:00` as two times, None for an empty text; raises UsageError."""
    if not text:
        return None
    try:
        begin, end = (time.fromisoformat(part.strip().zfill(5)) for part in text.split("-"))
    except ValueError as error:
        raise UsageError(f"{text!r} are no quiet hours; write for example 22:00-06:00.") from error
    return begin, end
