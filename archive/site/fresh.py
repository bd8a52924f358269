"""Keeping the served form of the archive up to date while a crawl writes into the archive."""

from __future__ import annotations

import asyncio
import logging
import sqlite3

from archive.errors import ArchiveError
from archive.folder import ArchiveFolder
from archive.public import refresh

log = logging.getLogger(__name__)
SECONDS = 60.0
_tasks: set[asyncio.Task[None]] = set()
"""The event loop itself holds tasks by weak references only."""


def keep_fresh(folder: ArchiveFolder, seconds: float = SECONDS) -> asyncio.Task[None]:
    """Refresh the public form now and then, in a thread, until the event loop ends."""
    task = asyncio.get_running_loop().create_task(_forever(folder, seconds))
    _tasks.add(task)
    task.add_done_callback(_tasks.discard)
    return task


async def _forever(folder: ArchiveFolder, seconds: float) -> None:
    while True:
        await asyncio.sleep(seconds)
        try:
            await asyncio.to_thread(refresh, folder)
        except (ArchiveError, sqlite3.Error) as error:
            log.warning("What the site shows could not be brought up to date: %s", error)
