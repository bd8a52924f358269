"""Keeping the served form of the archive up to date while a crawl writes into the archive."""

from __future__ import annotations

import logging
import threading

from archive.folder import ArchiveFolder
from archive.public import refresh

log = logging.getLogger(__name__)


def keep_fresh(folder: ArchiveFolder, seconds: float) -> threading.Event:
    """Refresh the public form every so many seconds until the process ends or the returned event is set.

    In a thread of its own: Datasette starts up on another event loop than the one it serves on.
    """
    stopped = threading.Event()
    threading.Thread(target=_refreshing, args=(folder, seconds, stopped), name="refresh", daemon=True).start()
    return stopped


def _refreshing(folder: ArchiveFolder, seconds: float, stopped: threading.Event) -> None:
    while not stopped.wait(seconds):
        try:
            refresh(folder)
        except Exception:
            log.exception("What the site shows could not be brought up to date; the next try is in %g seconds", seconds)
