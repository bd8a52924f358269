"""Rows on their way into the full-text index.

FTS5 writes out what it has collected whenever a row comes with a smaller number than the one before, and a newer
announcement has a smaller one. So rows wait for the end of their transaction and go in sorted, in less than half the
time. A row that leaves and comes back with the same words stays where it is: most of what is read again.
"""

from __future__ import annotations

from sqlite_utils import Database

from archive import index


class IndexQueue:
    """What the open transaction changes in the index; `flush` before it is committed, `clear` when it is not."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._leaving: dict[int, tuple[str, str, str]] = {}
        self._coming: dict[int, tuple[str, str]] = {}

    def add(self, announcement: int, title: str, body: str) -> None:
        """Index an announcement that is not in the index."""
        known = self._leaving.get(announcement)
        if known is not None and known == (title, body, self._published(announcement)):
            del self._leaving[announcement]
        else:
            self._coming[announcement] = (title, body)

    def remove(self, announcement: int, title: str, body: str) -> None:
        """Take an announcement out of the index; `title` and `body` are those that it was added with."""
        if self._coming.pop(announcement, None) is None:
            index.check_removable(self._database, announcement)
            self._leaving[announcement] = (title, body, self._published(announcement))

    def flush(self) -> None:
        """Write what waits."""
        for announcement, (title, body, _) in self._leaving.items():
            index.remove(self._database, announcement, title, body)
        self._leaving.clear()
        if self._coming:
            index.add_all(self._database, ((key, *texts) for key, texts in self._coming.items()))
            self._coming.clear()

    def waiting(self) -> tuple[dict[int, tuple[str, str, str]], dict[int, tuple[str, str]]]:
        """What waits at this moment, for `restore`."""
        return dict(self._leaving), dict(self._coming)

    def restore(self, waiting: tuple[dict[int, tuple[str, str, str]], dict[int, tuple[str, str]]]) -> None:
        """Go back to what waited at an earlier moment of the same transaction."""
        self._leaving, self._coming = waiting

    def clear(self) -> None:
        """Forget what waits."""
        self._leaving.clear()
        self._coming.clear()

    def _published(self, announcement: int) -> str:
        """What the place in the index depends on."""
        row = self._database.execute("SELECT published_sort FROM announcement WHERE id = ?", (announcement,)).fetchone()
        return str(row[0])
