"""From a page to an announcement as printed: labels lead the way, platforms shorten it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scraper.reading.reader import read_page

__all__ = ["read_page"]


def __getattr__(name: str) -> Any:
    """Platforms import parts of this package, so its entry point is loaded when it is first asked for."""
    if name == "read_page":
        from scraper.reading.reader import read_page

        return read_page
    raise AttributeError(name)
