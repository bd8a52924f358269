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
_clearing: list[Callable[[], None]] = []


def kept(function: Callable[_P, _T]) -> Callable[_P, _T]:
    """A function of lines or elements of one page that answers each question once."""
    cached = lru_cache(maxsize=_MOST)(function)
    _clearing.append(cached.cache_clear)
    return cast(Callable[_P, _T], cached)


def forget() -> None:
    """Drop what was kept of the page before."""
    for clear in _clearing:
        clear()
