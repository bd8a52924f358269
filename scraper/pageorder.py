"""The further pages of lists in a run that may end a list before its last page: each waits for the one before it.

A numbered pager names many pages at once. Where a page says that nothing behind it is wanted, those that wait for it
are left; where one could not be had, the walk goes on behind it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from archive.addresses import page_key
from scraper.reading.result import Follow


class PageOrder:
    """Gives the pages of each list to `add` one after the other."""

    def __init__(self, add: Callable[[Iterable[Follow]], None]) -> None:
        self._add = add
        self._behind: dict[str, list[Follow]] = {}
        self._turned: set[str] = set()
        self._ended: set[str] = set()

    def turn(self, key: str, pages: Iterable[Follow] = ()) -> None:
        """The walk goes on behind the page of that key: to the pages it leads to, and to those that wait for it."""
        if key in self._ended:
            return
        self._turned.add(key)
        lists: dict[str, dict[str, Follow]] = defaultdict(dict)
        for page in (*pages, *self._behind.pop(key, ())):
            own_key = page_key(page.url, page.key)
            lists[page.pager or own_key].setdefault(own_key, page)
        for one in lists.values():
            self._release(one)

    def end(self, key: str) -> None:
        """Nothing behind the page of that key is wanted."""
        self._ended.add(key)
        self._behind.pop(key, None)

    def leads_on(self, key: str, pages: Iterable[Follow]) -> bool:
        """Whether any of the pages that the page of that key leads to, or that wait for it, was not turned yet."""
        return any(page_key(page.url, page.key) not in self._turned for page in (*pages, *self._behind.get(key, ())))

    def _release(self, pages: dict[str, Follow]) -> None:
        """Add the first page of a list that was not turned yet; the rest waits for it."""
        waiting = [key for key in pages if key not in self._turned]
        if waiting and waiting[0] not in self._ended:
            first, *rest = waiting
            self._behind.setdefault(first, []).extend(pages[key] for key in rest)
            self._add([pages[first]])
