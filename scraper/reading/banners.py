"""Linked pictures beside an announcement, as columns of banners are: what they lead to is none of its files."""

from __future__ import annotations

import re

from scraper.reading.attachments import is_file
from scraper.reading.lines import Printed
from scraper.reading.markup import Element
from scraper.reading.pictures import is_picture
from scraper.reading.region import Region

_NO_PAGE = re.compile(r"^(?:#|javascript:|mailto:|$)|share|print|in-?(?:trang|bai|tin)\b", re.IGNORECASE)
"""Where the buttons around an announcement lead, among which a file's may be."""


def is_banner(printed: Printed, region: Region, title: int, index: int, anchor: Element) -> bool:
    """Whether an anchor before line `index` is a picture alone and stands apart from the announcement.

    So it does among pictures that lead to other pages, where these stand outside the element that holds title and text
    or above the `title`. Alone it does above all that belongs to the announcement, where it is no icon; beside title
    and text it may be the cover of what they are about. Nothing in the text is one.
    """
    start, stop = printed.below(region.root)
    if title < index < stop or anchor.tag != "a" or "".join(anchor.itertext()).strip():
        return False
    picture = next(anchor.iter("img"), None)
    if picture is None:
        return False
    outside = not start < index < stop and region.root not in anchor.iterancestors()
    if outside and index <= title and is_picture(picture) and region.outer not in anchor.iterancestors():
        return True
    return (outside or index <= title) and _is_among_banners(printed, anchor)


def _is_among_banners(printed: Printed, anchor: Element) -> bool:
    """Whether a further picture that leads to another page, and to no file, stands beside one and no word does."""
    for box in anchor.iterancestors():
        span = printed.spans.get(box)
        if span is None:
            continue
        if span[0] < span[1]:
            return False
        if any(_is_of_page(other) for other in box.iter("a") if other is not anchor):
            return True
    return False


def _is_of_page(anchor: Element) -> bool:
    """Whether an anchor is a picture that leads to another page."""
    href = anchor.get("href") or ""
    return next(anchor.iter("img"), None) is not None and not _NO_PAGE.search(href) and not is_file(href)
