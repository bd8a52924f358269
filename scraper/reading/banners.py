"""Linked pictures beside an announcement, as columns of banners are: what they lead to is none of its files."""

from __future__ import annotations

import re
from itertools import islice
from urllib.parse import urlsplit

from scraper.reading.attachments import is_file, offers_file
from scraper.reading.filetypes import is_picture_file
from scraper.reading.kept import kept
from scraper.reading.lines import Printed
from scraper.reading.markup import Element
from scraper.reading.pictures import is_picture, picture_address
from scraper.reading.region import Region

_NO_PAGE = re.compile(r"^(?:#|javascript:|mailto:|$)|share|print|in-?(?:trang|bai|tin)\b", re.IGNORECASE)
"""Where the buttons around an announcement lead, among which a file's may be."""
_SIGN = re.compile(r"icon|pdf|doc|word|excel|xls|attach|down|dinh-?kem|tai-?(?:ve|xuong)", re.IGNORECASE)
"""How a picture is called that is the sign of a file, and no banner."""
_SOME, _SEVERAL = 1, 2
"""Further banners beside one that stands apart, and beside one below the text."""
_AROUND, _BANNERS = 12, 48
"""Elements around a picture among which the column may be that it stands in, and links of a column that are looked at.

More would be looked at again for each of many pictures within each other.
"""


def is_banner(printed: Printed, region: Region, title: int, index: int, anchor: Element) -> bool:
    """Whether an anchor before line `index` stands apart from the announcement as banners and boxes beside it do.

    A picture does among others that lead to other pages, where all stand outside the element that holds title and text
    or above the `title`; below that, one among several that lead to more than one site does too, for what stands around
    a text leads about its own: tools, albums. Alone a picture does above all that belongs to the announcement, where it
    is no icon; beside title and text it may be the cover of what they are about. The sign of a file never does.
    Several words do outside that element above the title, where they offer no file.
    """
    if anchor.tag != "a" or (index > title and (anchor.text or "").strip()):
        return False
    words = "".join(anchor.itertext()).strip()
    picture = None if words else next(anchor.iter("img"), None)
    if not words and picture is None:
        return False
    start, stop = _lines_of(printed, region.root)
    outside = not start < index < stop and region.root not in anchor.iterancestors()
    if words:
        return outside and index < title and " " in words and not offers_file(words)
    if outside and index <= title and is_picture(picture) and region.outer not in anchor.iterancestors():
        return True
    if _SIGN.search(picture_address(picture).rpartition("/")[2]):
        return False
    beside = _SOME if outside or index <= title else _SEVERAL
    return _is_among_banners(printed, anchor, beside, headed=outside, sites=1 if index <= title else 2)


def leads_to_site(image: Element, url: str) -> bool:
    """Whether a picture is linked to a page of another site than that of the address `url`."""
    anchor = next(image.iterancestors("a"), None)
    if anchor is None or not _is_of_page(anchor):
        return False
    href = anchor.get("href") or ""
    return _site(href) not in ("", _site(url)) and not is_picture_file(href)


@kept
def _lines_of(printed: Printed, element: Element) -> tuple[int, int]:
    return printed.below(element)


def _is_among_banners(printed: Printed, anchor: Element, fewest: int, *, headed: bool, sites: int) -> bool:
    """Whether as many further pictures lead to pages of as many sites, and to no file, beside one and no word is there.

    But a heading, where the box may be `headed`.
    """
    own = _is_of_page(anchor)
    for box in islice(anchor.iterancestors(), _AROUND):
        span = printed.spans.get(box)
        if span is None:
            continue
        if span[1] - span[0] > headed or any(not line.heading for line in printed.lines[span[0] : span[1]]):
            return False
        led = _sites_led_to(box)
        if len(led) - own >= fewest and len(set(led)) >= sites:
            return True
    return False


@kept
def _sites_led_to(box: Element) -> tuple[str, ...]:
    """The site of each page to which a picture in a box leads, empty for the page's own; kept, since each asks."""
    anchors = filter(_is_of_page, islice(box.iter("a"), _BANNERS))
    return tuple(_site(anchor.get("href") or "") for anchor in anchors)


def _site(href: str) -> str:
    try:
        return urlsplit(href.strip()).netloc.lower()
    except ValueError:
        return ""


def _is_of_page(anchor: Element) -> bool:
    """Whether an anchor is a picture that leads to another page."""
    href = anchor.get("href") or ""
    return next(anchor.iter("img"), None) is not None and not _NO_PAGE.search(href) and not is_file(href)
