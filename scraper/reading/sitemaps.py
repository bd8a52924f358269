"""Site maps: the standard's XML and text, and the pages by day and month that Vietnamese newspapers call site map."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote

from archive.addresses import canonical_address
from archive.vietnamese.spelling import fold
from scraper.reading.anchors import anchors_of
from scraper.reading.page import Page
from scraper.reading.result import Entry, Follow
from scraper.reading.shapes import has_shape
from scraper.reading.xmltext import local_name, parse_xml, plain_text, unpacked

_MAX_LINES = 50_000
"""As many addresses as one file may hold by the standard."""
_SITE_MAP = re.compile(r"site-?map|so-do|archive|luu-tru|tin-theo-ngay|xem-theo-ngay", re.I)
_MONTH = re.compile(r"(?:thang )?\d{1,2}\W+(?:nam )?(?:19|20)\d\d|(?:19|20)\d\d\W+\d{1,2}|(?:nam )?(?:19|20)\d\d")
_DAY_OR_MONTH = re.compile(r"(?:(?:ngay|thang) )?\d{1,2}(?:\W\d{1,2}(?:\W(?:19|20)\d\d)?)?")
_DATED = re.compile(r"(?:19|20)\d\d[/_.=&a-z-]{0,8}\d{1,2}|\d{1,2}[/_.=&a-z-]{0,8}(?:19|20)\d\d|(?:19|20)\d\d", re.I)


def read_sitemap(data: bytes, url: str) -> tuple[tuple[Entry, ...], tuple[Follow, ...]]:
    """The pages and the further site maps that a site map names, in its order.

    `lastmod` says when the file was touched, which is no day of publication: the date line is only ever the
    `publication_date` of a news site map.
    """
    root = parse_xml(data)
    if root is None:
        return _lines(unpacked(data)), ()
    entries: dict[str, Entry] = {}
    follow: dict[str, Follow] = {}
    for element in root.iter():
        name = local_name(element)
        if name not in {"url", "sitemap"}:
            continue
        parts = {local_name(part): part for part in element}
        address = canonical_address(plain_text(parts["loc"]) or "", url) if "loc" in parts else None
        if address is None:
            continue
        touched = plain_text(parts["lastmod"]) if "lastmod" in parts else None
        if name == "sitemap":
            follow.setdefault(address, Follow(address, kind="sitemap", touched=touched))
        elif _may_be_announcement(address):
            entries.setdefault(address, _entry(address, parts, touched))
    return tuple(entries.values()), tuple(follow.values())


def _entry(url: str, parts: dict[str, Any], touched: str | None) -> Entry:
    """A page of a site map; title and day only from a news site map."""
    if "news" not in parts:
        return Entry(url, touched=touched)
    news = {local_name(part): plain_text(part) for part in parts["news"].iterdescendants()}
    return Entry(url, news.get("title"), news.get("publication_date"), touched=touched)


def _may_be_announcement(url: str) -> bool:
    """Whether an address can be an announcement's: the front page, files and services cannot."""
    return url.count("/") > 2 and not url.endswith("//") and url.split("/", 3)[3] != "" and has_shape(url)


def _lines(data: bytes) -> tuple[Entry, ...]:
    """A site map of plain addresses, one a line; nothing where the bytes are something else."""
    if b"<" in data[:2000]:
        return ()
    entries: dict[str, Entry] = {}
    for line in data.decode("utf-8", "replace").splitlines()[:_MAX_LINES]:
        address = canonical_address(line) if line.strip().startswith("http") else None
        if address is not None and _may_be_announcement(address):
            entries.setdefault(address, Entry(address))
    return tuple(entries.values())


def month_pages(page: Page) -> tuple[Follow, ...]:
    """The pages by year, month and day that an HTML site map leads to; none on a page that is no site map."""
    own = page.own_address
    if not _SITE_MAP.search(own):
        return ()
    base, stem = page.base, unquote(own).split("/", 3)[3].partition("/")[0].partition(".")[0]
    follow: dict[str, Follow] = {}
    for anchor in anchors_of(page):
        words = fold(anchor.text)
        if not anchor.address or not (_MONTH.fullmatch(words) or _DAY_OR_MONTH.fullmatch(words)):
            continue
        url = canonical_address(anchor.address, base)
        if url is not None and url != own and _SITE_MAP.search(url) and stem[:4] in url and _DATED.search(url):
            follow.setdefault(url, Follow(url, kind="sitemap"))
    return tuple(follow.values())
