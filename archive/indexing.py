"""Rows on their way into the full-text index.

FTS5 writes out what it has collected whenever a row comes with a smaller number than the one before, and a newer
announcement has a smaller one. So rows wait for the end of their transaction and go in sorted, in less than half the
time.
"""

from __future__ import annotations

from sqlite_utils import Database

from archive import index


class IndexQueue:
    """What the open transaction adds to the index; `flush` before it is committed, `clear` when it is not."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiting: dict[int, tuple[str, str]] = {}

    def add(self, announcement: int, title: str, body: str) -> None:
        """Index an announcement that is not in the index."""
        self._waiting[announcement] = (title, body)

    def remove(self, announcement: int, title: str, body: str) -> None:
        """Take an announcement out of the index; `title` and `body` are those that it was added with."""
        if self._waiting.pop(announcement, None) is None:
            index.remove(self._database, announcement, title, body)

    def flush(self) -> None:
        """Write what waits."""
        if self._waiting:
            index.add_all(self._database, ((key, *texts) for key, texts in self._waiting.items()))
            self._waiting.clear()

    def clear(self) -> None:
        """Forget what waits."""
        self._waiting.clear()
