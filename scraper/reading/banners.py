"""Linked pictures beside an announcement, as columns of banners are: what they lead to is none of its files."""

from __future__ import annotations

import re
from itertools import islice

from scraper.reading.attachments import is_file, offers_file
from scraper.reading.lines import Printed
from scraper.reading.markup import Element
from scraper.reading.pictures import is_picture
from scraper.reading.region import Region

_NO_PAGE = re.compile(r"^(?:#|javascript:|mailto:|$)|share|print|in-?(?:trang|bai|tin)\b", re.IGNORECASE)
"""Where the buttons around an announcement lead, among which a file's may be."""
_SOME, _SEVERAL = 1, 2
"""Further banners beside one that stands apart, and beside one below the text."""


def is_banner(printed: Printed, region: Region, title: int, index: int, anchor: Element) -> bool:
    """Whether an anchor before line `index` stands apart from the announcement as banners and boxes beside it do.

    A picture does among others that lead to other pages, where all stand outside the element that holds title and text
    or above the `title`; one among several of these does below the text too. Alone a picture does above all that
    belongs to the announcement, where it is no icon; beside title and text it may be the cover of what they are about.
    Several words do outside that element above the title, where they offer no file.
    """
    if anchor.tag != "a" or (index > title and (anchor.text or "").strip()):
        return False
    start, stop = printed.below(region.root)
    outside = not start < index < stop and region.root not in anchor.iterancestors()
    if words := "".join(anchor.itertext()).strip():
        return outside and index < title and " " in words and not offers_file(words)
    picture = next(anchor.iter("img"), None)
    if picture is None:
        return False
    if outside and index <= title and is_picture(picture) and region.outer not in anchor.iterancestors():
        return True
    beside = _SOME if outside or index <= title else _SEVERAL
    return _is_among_banners(printed, anchor, beside, headed=outside)


def _is_among_banners(printed: Printed, anchor: Element, fewest: int, *, headed: bool) -> bool:
    """Whether as many further pictures lead to other pages, and to no file, beside one and no word stands there.

    But a heading, where the box may be `headed`.
    """
    for box in anchor.iterancestors():
        span = printed.spans.get(box)
        if span is None:
            continue
        if span[1] - span[0] > headed or any(not line.heading for line in printed.lines[span[0] : span[1]]):
            return False
        others = (other for other in box.iter("a") if other is not anchor and _is_of_page(other))
        if next(islice(others, fewest - 1, None), None) is not None:
            return True
    return False


def _is_of_page(anchor: Element) -> bool:
    """Whether an anchor is a picture that leads to another page."""
    href = anchor.get("href") or ""
    return next(anchor.iter("img"), None) is not None and not _NO_PAGE.search(href) and not is_file(href)
