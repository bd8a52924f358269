"""Rows on their way into the full-text index.

FTS5 writes out what it has collected whenever a row comes with a smaller number than the one before, and a newer
announcement has a smaller one. So rows wait for the end of their transaction and go in sorted, in less than half the
time. A row that leaves and comes back with the same words stays where it is: most of what is read again.
"""

from __future__ import annotations

from sqlite_utils import Database

from archive import index

Leaving = tuple[str, str, str, str]
"""Portal, title and text as they were added, and what the place in the index depends on."""
Coming = tuple[int | None, str, str, str]
"""The row in the index where there is one already, portal, title and text."""
Waiting = tuple[dict[int, Leaving], dict[int, Coming]]


class IndexQueue:
    """What the open transaction changes in the index; `flush` before it is committed, `clear` when it is not."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._leaving: dict[int, Leaving] = {}
        self._coming: dict[int, Coming] = {}

    def add(self, announcement: int, portal: str, title: str, body: str, row: int | None = None) -> None:
        """Index an announcement that is not in the index; `row` is its `search_row` where it has one already."""
        known = self._leaving.get(announcement)
        if known is not None and known == (portal, title, body, self._published(announcement)):
            del self._leaving[announcement]
        else:
            self._coming[announcement] = (row, portal, title, body)

    def remove(self, announcement: int, portal: str, title: str, body: str) -> None:
        """Take an announcement out of the index; `portal`, `title` and `body` are those that it was added with."""
        came = self._coming.pop(announcement, None)
        if came is None:
            index.check_removable(self._database, announcement)
            self._leaving[announcement] = (portal, title, body, self._published(announcement))
        elif came[0] is not None:
            self._database.execute("UPDATE announcement SET search_row = NULL WHERE id = ?", (announcement,))

    def flush(self) -> None:
        """Write what waits."""
        for announcement, (portal, title, body, _) in self._leaving.items():
            index.remove(self._database, announcement, portal, title, body)
        self._leaving.clear()
        if self._coming:
            rows = (
                (index.place(self._database, announcement) if row is None else row, portal, title, body)
                for announcement, (row, portal, title, body) in self._coming.items()
            )
            index.add_all(self._database, rows)
            self._coming.clear()

    def waiting(self) -> Waiting:
        """What waits at this moment, for `restore`."""
        return dict(self._leaving), dict(self._coming)

    def restore(self, waiting: Waiting) -> None:
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
