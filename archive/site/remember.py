"""Numbers over the whole archive, kept for half a minute and then only counted again where something was written."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

from datasette.app import Datasette

from archive.site.page import archive_database, read

Result = TypeVar("Result")
SECONDS = 30.0
_remembered: dict[tuple[str, str], tuple[float, tuple[float, ...], Any]] = {}


async def remembered(datasette: Datasette, name: str, counting: Callable[[sqlite3.Connection], Result]) -> Result:
    """What `counting` gave last under that name, while it is fresh or nothing was written since."""
    path = Path(archive_database(datasette).path)
    key = (str(path), name)
    kept = _remembered.get(key)
    state = _state(path)
    if kept is not None and (time.monotonic() < kept[0] or state == kept[1]):
        return cast(Result, kept[2])
    found = await read(datasette, counting, 10.0)
    _remembered[key] = (time.monotonic() + SECONDS, state, found)
    return found


def _state(path: Path) -> tuple[float, ...]:
    """When the database and its write-ahead log were last written, and how long they are."""
    files = [file for file in (path, path.with_name(path.name + "-wal")) if file.exists()]
    return tuple(value for file in files for value in (file.stat().st_mtime, file.stat().st_size))
