"""Moving older WARC files to another disk: copied, compared, and left in place as links that all readers follow."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from archive.checksum import checksum
from archive.clock import utc
from archive.database import open_for_reading, plain_errors
from archive.errors import ArchiveError, UsageError
from archive.folder import ArchiveFolder

UNFINISHED = ".part"


class NotTheSameError(ArchiveError):
    """A copy differs from its original; the original stays."""


@dataclass(frozen=True, slots=True)
class Moved:
    """How many files and bytes were moved."""

    files: int
    bytes: int


def move_older(
    folder: ArchiveFolder, destination: Path, *, days: int, now: datetime, watch: Callable[[int, int], None]
) -> Moved:
    """Move the WARC files whose newest capture is older than `days` days; the one that is written to never moves.

    `watch` is told how many of how many files are done. Interrupted and run again it goes on.
    """
    folder.require()
    inside = destination.resolve()
    if inside == folder.path.resolve() or folder.path.resolve() in inside.parents:
        raise UsageError(f"{destination} lies in the archive itself; name a folder on another disk.")
    try:
        destination.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{destination} cannot be made ({error.strerror}); name another folder.") from error
    open_for_reading(folder).close()  # an older schema is migrated first, under the lock that is taken next
    with folder.writing(), plain_errors(ArchiveFolder(inside)):
        files = [file for file in _older(folder, utc(now - timedelta(days=days))) if not file.is_symlink()]
        size = 0
        for number, file in enumerate(files, 1):
            size += file.stat().st_size
            _move(file, inside / file.name)
            watch(number, len(files))
    return Moved(len(files), size)


def _older(folder: ArchiveFolder, moment: str) -> list[Path]:
    database = open_for_reading(folder)
    rows = database.execute(
        "SELECT file FROM capture GROUP BY file HAVING max(fetched_at) < ? ORDER BY file", (moment,)
    ).fetchall()
    database.close()
    newest = max((path.name for path in folder.warcs.glob("*.warc.gz")), default="")
    paths = (folder.warcs / name for (name,) in rows if name != newest)
    return [path for path in paths if path.is_file()]


def _move(file: Path, target: Path) -> None:
    unfinished = target.with_name(target.name + UNFINISHED)
    shutil.copy2(file, unfinished)
    with unfinished.open("rb") as copy:
        os.fsync(copy.fileno())
    if checksum(unfinished) != checksum(file):
        unfinished.unlink()
        raise NotTheSameError(f"The copy of {file.name} differs from it; is the disk sound? Nothing was removed.")
    unfinished.replace(target)
    link = file.with_name(file.name + UNFINISHED)
    link.unlink(missing_ok=True)
    link.symlink_to(target)
    link.replace(file)
