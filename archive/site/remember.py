"""What was counted over the whole archive, kept while nothing is written, or for half a minute, but never over a seal.

While a crawl writes, numbers may be half a minute old; a line in the public log makes them be counted anew at once.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

from datasette.app import Datasette

from archive.site.page import archive_database, read

Result = TypeVar("Result")
SECONDS = 30.0
_remembered: dict[tuple[str, str], tuple[float, int, Any, Any]] = {}


async def remembered(datasette: Datasette, name: str, counting: Callable[[sqlite3.Connection], Result]) -> Result:
    """What `counting` gave last under that name, while it is fresh or nothing was written since."""
    path = archive_database(datasette).path
    now = version_of(path)
    kept = _remembered.get((path, name))
    if kept is not None and now == kept[1]:
        return cast(Result, kept[3])
    log = await read(datasette, _log)
    if kept is not None and log == kept[2] and time.monotonic() < kept[0]:
        return cast(Result, kept[3])
    found = await read(datasette, counting, 10.0)
    _remembered[path, name] = (time.monotonic() + SECONDS, now, log, found)
    return found


def version_of(path: str) -> int:
    """A number that is another one after every commit to the database."""
    return int(_watching(path).execute("PRAGMA data_version").fetchone()[0])


@cache
def _watching(path: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{Path(path).resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)


def _log(connection: sqlite3.Connection) -> Any:
    """How many things were ever withheld, and how many of them are released."""
    return tuple(connection.execute("SELECT count(*), count(released_at) FROM withheld").fetchone())
