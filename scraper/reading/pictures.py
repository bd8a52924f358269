"""The images of a page: which are pictures, and where they are loaded from."""

from __future__ import annotations

import re

from scraper.reading.markup import Element

_ICON = re.compile(
    r"icon|logo|gosearch|spacer|blank|share|print|button|/btn|banner|avatar|emotion|loading|pixel|\.gif|/themes?/|/skins?/|/layout"
)
_ICON_WIDTH = 150
_SOURCES = ("data-src", "data-original", "data-lazy-src", "data-url", "src")


def is_picture(image: Element) -> bool:
    """Whether an image is larger than an icon, as far as its markup tells."""
    size = (image.get("width") or "").removesuffix("px")
    return not (size.isdigit() and int(size) < _ICON_WIDTH) and not _ICON.search(picture_address(image).lower())


def picture_address(image: Element) -> str:
    """Where an image is loaded from, which many pages name beside a placeholder until it is seen."""
    return next((address for name in _SOURCES if (address := image.get(name))), "")
