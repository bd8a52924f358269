"""What several readers of a page ask for again, kept until the next page is read.

A cache that outlived its page would hold the page's tree: each new one would be built in memory that no cache of the
processor has, which takes longer than all that is remembered.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

_P = ParamSpec("_P")
_T = TypeVar("_T")
_MOST = 512
"""Answers of one kind that are kept, for callers who read lines without reading pages."""
_PAGES = 4
"""Pages of which answers are kept, each with its markup and its tree: a few may be drawn from one."""
_clearing: list[Callable[[], None]] = []


def kept(function: Callable[_P, _T]) -> Callable[_P, _T]:
    """A function of lines or elements of one page that answers each question once."""
    return _kept(function, _MOST)


def kept_of_page(function: Callable[_P, _T]) -> Callable[_P, _T]:
    """A function of a page that answers each question once."""
    return _kept(function, _PAGES)


def _kept(function: Callable[_P, _T], most: int) -> Callable[_P, _T]:
    cached = lru_cache(maxsize=most)(function)
    _clearing.append(cached.cache_clear)
    return cast(Callable[_P, _T], cached)


def forget() -> None:
    """Drop what was kept of the page before."""
    for clear in _clearing:
        clear()
