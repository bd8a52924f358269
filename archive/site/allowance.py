"""The time of one table page: what its rows and their count leave of it is shared by its facets."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from time import monotonic
from typing import Any

SECONDS = 1.5
"""Rows and count are stopped by Datasette after a second each, so a page is done in little more than two."""
_ends: ContextVar[float] = ContextVar("ends")


def begin() -> None:
    """The time of a request begins."""
    _ends.set(monotonic() + SECONDS)


def sharing(execute: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
    """`Database.execute` of Datasette, whose queries with a time limit of their own (facets) get no more than is left.

    A facet that gets none is one that timed out.
    """

    async def limited(*arguments: Any, **options: Any) -> Any:
        asked = options.get("custom_time_limit")
        if asked:
            left = (_ends.get(float("inf")) - monotonic()) * 1000
            options["custom_time_limit"] = max(1, min(asked, left))
        return await execute(*arguments, **options)

    return limited
