"""The archive's folder: `archive.db`, `warc/` and the writer's lock."""

from __future__ import annotations

import fcntl
import os
import shutil
import sqlite3
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from archive.counted import counted
from archive.errors import ArchiveLockedError, DiskFullError, NoAccessError, NotAnArchiveError

DATABASE = "archive.db"
WARCS = "warc"
PUBLIC = "public"
ADDRESS_BOOK = "notify.db"
LOCK = "writer.lock"
TELLING_LOCK = "notify.lock"
_LOCKS = Path("/proc/locks")
"""Linux lists all locks there; to try one would be to hold it for a moment."""
_OURS = (DATABASE, WARCS, LOCK, ".gitignore")
_BESIDE_CAPTURES = (PUBLIC, ADDRESS_BOOK, TELLING_LOCK, "runs.jsonl")
"""What is ours too in a folder with captures: there a damaged database was moved away, to be made anew."""
ROOM_NEEDED = 64 * 2**20
APPLICATION_ID = 0x4B48_4F41
"""By which the head of an SQLite database says that it is ours."""
_PLACE_OF_ID = slice(68, 72)
_SQLITE = b"SQLite format 3\0"


def default_folder() -> Path:
    """The folder named by KEHOACH_ARCHIVE, else ./data."""
    return Path(os.environ.get("KEHOACH_ARCHIVE") or "data")


@dataclass(frozen=True, slots=True)
class ArchiveFolder:
    """Where one archive lives. Nothing of an archive is outside its folder."""

    path: Path

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.path / DATABASE

    @property
    def warcs(self) -> Path:
        """The folder of WARC files."""
        return self.path / WARCS

    @property
    def public_database(self) -> Path:
        """What the public may see of the archive, made of it by `archive.public`."""
        return self.path / PUBLIC / DATABASE

    @property
    def address_book(self) -> Path:
        """Who is told what (`archive.notify.book`): addresses that are secrets, so only its owner may read it."""
        return self.path / ADDRESS_BOOK

    def missing_captures(self, names: Iterable[str] | None = None) -> str | None:
        """Which of these WARC files are not there, in a sentence, None where all are; of no names: links to nowhere."""
        files = [self.warcs / name for name in names] if names is not None else self._links()
        missing = [file for file in files if not file.is_file()]
        if not missing:
            return None
        links = [file for file in missing if file.is_symlink()]
        first = f"{links[0].name} leads to {links[0].readlink()}" if links else f"{missing[0]} is gone"
        advice = "mount the disk again" if links else "`kehoach verify` names what is lost"
        return f"{counted(len(missing), 'WARC file')} cannot be read, {first}; {advice}."

    def _links(self) -> list[Path]:
        return sorted(file for file in self.warcs.glob("*") if file.is_symlink())

    def exists(self) -> bool:
        """Whether an archive has been made here."""
        return self.database.is_file()

    @property
    def is_another_programs(self) -> bool:
        """Whether `archive.db` holds tables but not our mark; the look leaves no file and no byte behind."""
        head = self._head()
        return bool(head) and head[_PLACE_OF_ID] != APPLICATION_ID.to_bytes(4, "big") and bool(self.tables())

    @property
    def is_no_database(self) -> bool:
        """Whether `archive.db` is some other file."""
        head = self._head()
        return bool(head) and not head.startswith(_SQLITE)

    @property
    def is_only_read(self) -> bool:
        """Whether no job may leave a trace here: nothing of it is an archive of ours, or it was published."""
        foreign = self.is_another_programs or (self.is_no_database and not self.warcs.is_dir())
        return foreign or self.is_publication

    def _head(self) -> bytes:
        """The beginning of `archive.db`; empty where there is none, or no right to read it: who opens it says so."""
        try:
            with self.database.open("rb") as stream:
                return stream.read(_PLACE_OF_ID.stop)
        except OSError:
            return b""

    def tables(self) -> frozenset[str]:
        """The tables of `archive.db`, none where it is damaged."""
        try:
            with closing(sqlite3.connect(f"{self.database.resolve().as_uri()}?immutable=1", uri=True)) as database:
                return frozenset(name for (name,) in database.execute("SELECT name FROM sqlite_schema"))
        except sqlite3.DatabaseError:
            return frozenset()

    def refuse_another_programs(self) -> None:
        """Raise NotAnArchiveError where the database is somebody else's."""
        if self.is_another_programs:
            raise NotAnArchiveError(f"{self.database} is some other program's database; name another folder.")

    @property
    def is_publication(self) -> bool:
        """Whether `kehoach publish` made it."""
        return (self.path / "inspect-data.json").is_file()

    def refuse_public_copy(self, tables: Collection[str]) -> None:
        """Raise NotAnArchiveError where these are the tables that an archive shows to the public: it is only read."""
        if self.is_publication or "public_state" in tables:
            raise NotAnArchiveError(
                f"{self.path} is a public copy of an archive, which is only read; name the archive that it was made "
                "of (`datasette FOLDER` serves what `kehoach publish` made)."
            )

    def require(self) -> None:
        """Raise NotAnArchiveError where there is no archive of ours to read."""
        if not self.exists():
            raise NotAnArchiveError(
                f"There is no archive in {self.path}; name one with --archive, or make one with `kehoach crawl`."
            )
        self.refuse_another_programs()

    def create(self) -> None:
        """Make the folder; refuse one that holds other people's files."""
        if self.path.exists() and not self.path.is_dir():
            raise NotAnArchiveError(f"{self.path} is a file, not an archive folder; name a folder with --archive.")
        self.refuse_another_programs()
        if self.exists() and not self.warcs.is_dir():
            if self.is_no_database:
                raise NotAnArchiveError(f"{self.database} is no database of an archive; name another folder.")
            self.refuse_public_copy(self.tables())
        if self.path.is_dir() and not self.exists():
            ours = (*_OURS, *_BESIDE_CAPTURES) if self.warcs.is_dir() else _OURS
            strangers = sorted(child.name for child in self.path.iterdir() if not _belongs_to(child.name, ours))
            if strangers:
                raise NotAnArchiveError(
                    f"{self.path} is not an archive of ours: it holds {strangers[0]!r}. "
                    "Name an empty or a new folder with --archive."
                )
        try:
            self.warcs.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            why = f"{self.path} cannot be written to ({error.strerror}); name another folder."
            raise NotAnArchiveError(why) from error

    def check_room(self, needed: int = ROOM_NEEDED) -> None:
        """Raise DiskFullError when less than `needed` bytes, or KEHOACH_LEAST_FREE percent of the disk, are free."""
        usage = shutil.disk_usage(self.path)
        free = usage.free
        percent = os.environ.get("KEHOACH_LEAST_FREE", "")
        if percent.isdigit():
            needed = max(needed, usage.total * int(percent) // 100)
        if free < needed:
            raise DiskFullError(
                f"Only {free // 2**20} MiB are free in {self.path}; at least {needed // 2**20} MiB are needed. "
                "Free some space and run the same command again: nothing stored is lost."
            )

    @contextmanager
    def writing(self, *, wait: float | None = 0.0) -> Iterator[None]:
        """Hold the writer's lock; `wait` is how many seconds to queue for it, None for as long as it takes."""
        self.create()
        refusal = (
            f"Another job is writing to {self.path}; run this again when it has ended, or queue with --wait SECONDS."
        )
        with held(self.path / LOCK, wait, refusal):
            yield

    def is_written(self) -> bool:
        """Whether a job may be writing: False only where the system lists its locks, and the writer's is not held."""
        try:
            lock = f":{(self.path / LOCK).stat().st_ino} "
            return any("FLOCK" in line and lock in line for line in _LOCKS.read_text("ascii").splitlines())
        except OSError:
            return True

    @contextmanager
    def telling(self, *, wait: float) -> Iterator[None]:
        """Be the only one who sends messages; `wait` is how many seconds to queue for it."""
        refusal = (
            f"Another job has been sending the messages of {self.path} for {counted(round(wait), 'second')}; "
            "run this again later."
        )
        with held(self.path / TELLING_LOCK, wait, refusal):
            yield


@contextmanager
def held(lock: Path, wait: float | None, refusal: str) -> Iterator[None]:
    """Hold a lock file, queueing `wait` seconds for it; raises ArchiveLockedError with the refusal, NoAccessError."""
    try:
        handle = lock.open("a+b")
    except OSError as error:
        raise NoAccessError(f"{lock.parent} cannot be written to ({error.strerror}).") from error
    with handle:
        _acquire(handle.fileno(), wait, refusal)
        try:
            yield
        finally:
            fcntl.flock(handle, fcntl.LOCK_UN)


def _acquire(descriptor: int, wait: float | None, refusal: str) -> None:
    deadline = None if wait is None else time.monotonic() + wait
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if deadline is not None and time.monotonic() >= deadline:
                raise ArchiveLockedError(refusal) from None
            time.sleep(0.2)
        else:
            return


def _belongs_to(name: str, known: tuple[str, ...]) -> bool:
    """Whether a file is one of those known, or lies beside one: archive.db-wal, archive.db.damaged."""
    return any(name == one or name.startswith((f"{one}-", f"{one}.")) for one in known)
