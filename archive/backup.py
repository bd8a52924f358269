"""Copies of an archive: made while a crawl writes, again and again to the same place, and brought back.

The database is copied first, as it is at one moment; its WARC files after it, each up to the last byte that this copy
knows. A commit comes after the bytes that it points at, so these are there. WARC files only grow: a further copy to the
same place adds what is new. The copy of the database takes its place at the end, so a copy that was interrupted leaves
the one before it whole.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import IO

from archive.cells import broken_cells
from archive.clock import system_clock, utc
from archive.database import open_for_reading, plain_errors
from archive.errors import ArchiveError, UsageError
from archive.folder import ArchiveFolder
from archive.notify.book import copy_book
from archive.verify import faults_of_file, rows_of_file
from archive.version import software
from archive.warc import members

LABEL = "backup.json"
TAIL_BYTES = 2**16
BLOCK = 2**20
UNFINISHED = ".part"

Watch = Callable[[int, int], None]


class BrokenCopyError(ArchiveError):
    """What was copied is not what stands in the archive."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy holds, and how much of it this run added; `address_book`: who is told what, `notify.db`, too."""

    captures: int
    announcements: int
    warc_files: int
    bytes_copied: int
    address_book: bool = False


def back_up(source: ArchiveFolder, destination: Path, watch: Watch, *, with_notify: bool = False) -> Copied:
    """Copy an archive to a folder, or renew the copy there; `watch` is told how many of how many bytes are copied.

    The address book, whose addresses are secrets, is copied too where `with_notify` asks for it. It is copied last, so
    that it knows of every message about what the copy holds, and nothing is told twice after a restore.

    Raises UsageError for a folder that holds anything else, BrokenCopyError where the copy is not sound,
    DiskFullError where there is no room for it.
    """
    source.require()
    target = ArchiveFolder(destination)
    _refuse_others(source, target)
    with plain_errors(target):
        target.check_room(source.database.stat().st_size)
        copied = _copy(source, target, watch)
        if with_notify:
            copied = replace(copied, address_book=copy_book(source, target))
        made = {"made_at": utc(system_clock()), "software": software(), "of": str(source.path.resolve())}
        label = made | asdict(copied)
        _write(destination / LABEL, json.dumps(label, ensure_ascii=False, indent=1) + "\n")
    return copied


def restore(source: Path, target: ArchiveFolder, watch: Watch) -> Copied:
    """Bring a copy back into a folder that holds no archive; raises UsageError where it holds one."""
    copy = ArchiveFolder(source)
    if not (source / LABEL).is_file() or not copy.exists():
        raise UsageError(f"{source} is no backup; name a folder that `kehoach backup` has written.")
    if target.exists() or (target.warcs.is_dir() and any(target.warcs.iterdir())):
        raise UsageError(f"{target.path} holds an archive; a backup is only restored to an empty or a new folder.")
    with target.writing(), plain_errors(target):
        return replace(_copy(copy, target, watch), address_book=copy_book(copy, target))


def _refuse_others(source: ArchiveFolder, target: ArchiveFolder) -> None:
    if target.path.resolve() == source.path.resolve():
        raise UsageError("An archive is not backed up into itself; name another folder.")
    if target.exists() and not (target.path / LABEL).is_file():
        raise UsageError(f"{target.path} holds an archive that is no backup; name another folder.")
    if (target.path / LABEL).is_file():
        target.warcs.mkdir(exist_ok=True)
    else:
        target.create()


def _copy(source: ArchiveFolder, target: ArchiveFolder, watch: Watch) -> Copied:
    unfinished = target.database.with_name(target.database.name + UNFINISHED)
    _copy_database(source, unfinished)
    copy = sqlite3.connect(unfinished)
    try:
        of_files = copy.execute("SELECT file, max(offset + length) FROM capture GROUP BY file").fetchall()
        ends: dict[str, int] = dict(of_files)
        if missing := source.missing_captures(sorted(ends)):
            raise BrokenCopyError(f"Nothing was copied: {missing}")
        had = {name: _size(target.warcs / name) for name in ends}
        total, done = sum(max(end - had[name], 0) for name, end in ends.items()), 0
        target.check_room(total)
        for name, end in sorted(ends.items()):
            had[name] = _append(source.warcs / name, target.warcs / name, end)
            done += max(end - had[name], 0)
            watch(done, total)
        _check(target, copy, had)
        captures, announcements = copy.execute(
            "SELECT (SELECT count(*) FROM capture), (SELECT count(*) FROM announcement)"
        ).fetchone()
    finally:
        copy.close()
    for file in source.path.glob("*.json"):
        if file.name != LABEL:
            shutil.copy2(file, target.path / file.name)
    for ending in ("-wal", "-shm"):
        target.database.with_name(target.database.name + ending).unlink(missing_ok=True)
    unfinished.replace(target.database)
    return Copied(captures, announcements, warc_files=len(ends), bytes_copied=done)


def _copy_database(source: ArchiveFolder, file: Path) -> None:
    """The database as it is at one moment, by SQLite's own means, in one file without a log."""
    file.unlink(missing_ok=True)
    original = open_for_reading(source)
    copy = sqlite3.connect(file)
    try:
        original.conn.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
    finally:
        copy.close()
        original.close()


def _append(source: Path, target: Path, end: int) -> int:
    """Bring `target` to the first `end` bytes of `source` and the request record after them; returns what it had."""
    had = _size(target)
    if had and not _same_tail(source, target, min(had, end)):
        had = 0
    end = _end_with_request(source, end)
    if had < end:
        with source.open("rb") as original, target.open("r+b" if had else "wb") as copy:
            original.seek(had)
            copy.seek(had)
            copy.truncate()
            _copy_bytes(original, copy, end - had)
            copy.flush()
            os.fsync(copy.fileno())
    return had


def _copy_bytes(original: IO[bytes], copy: IO[bytes], length: int) -> None:
    while length > 0:
        block = original.read(min(BLOCK, length))
        if not block:
            why = f"{original.name} is shorter than its database says; `kehoach verify` names what is lost."
            raise BrokenCopyError(why)
        copy.write(block)
        length -= len(block)


def _same_tail(source: Path, target: Path, end: int) -> bool:
    start = max(end - TAIL_BYTES, 0)
    tails = []
    for path in (source, target):
        with path.open("rb") as stream:
            stream.seek(start)
            tails.append(stream.read(end - start))
    return tails[0] == tails[1]


def _end_with_request(source: Path, end: int) -> int:
    """The end of the request that belongs to the last answer, which has no row of its own."""
    for offset, length, content in members(source, end):
        return offset + length if content[: content.find(b"\r\n\r\n")].find(b"WARC-Type: request") > 0 else end
    return end


def _check(target: ArchiveFolder, copy: sqlite3.Connection, had: dict[str, int]) -> None:
    """The database is sound, each of its cells holds what it should, and every record that this run copied too."""
    (answer,) = copy.execute("PRAGMA quick_check").fetchone()
    if answer != "ok":
        raise BrokenCopyError(f"The copy of the database is damaged ({answer}); run `kehoach verify` on the archive.")
    for cell in broken_cells(copy):
        raise BrokenCopyError(f"The database is not sound: {cell}. Run `kehoach verify` on the archive.")
    for name, before in had.items():
        for fault in faults_of_file(target, name, rows_of_file(copy, name, before), before):
            raise BrokenCopyError(f"What was copied is not sound: {fault.what}. Run `kehoach verify` on the archive.")


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _write(file: Path, text: str) -> None:
    scratch = file.with_suffix(UNFINISHED)
    scratch.write_text(text, "utf-8")
    scratch.replace(file)
