"""Buttons that load more of a list, and addresses that a script will fetch when the list ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree

from archive.addresses import canonical_address
from archive.vietnamese.spelling import fold
from scraper.reading.anchors import Anchor, opened_address
from scraper.reading.page import Page
from scraper.reading.pagenumbers import page_number
from scraper.reading.pagersteps import silent_words

_MORE = re.compile(
    r"\W*(?:(?:xem|tai|hien thi|doc) (?:them(?: .{0,20})?|tiep)"
    r"|them (?:tin|bai|thong bao|van ban|ket qua)(?: .{0,12})?|(?:load|show|view|see) more.{0,16})\W*"
)
_READING = re.compile(r"\W*doc\b")
"""How a button begins that leads on in a text, unless it counts the pages of its own list."""
_OPEN_NUMBER = re.compile(r"\{page\}|\{0\}|\[page\]|:page\b|__page__", re.I)
_LOADERS = etree.XPath(
    "//@data-next/..|//@data-next-url/.."
    "|(//@data-url|//@data-href|//@data-link)/parent::*[not(self::a or self::button)]"
)
_LOADING = re.compile(rb"data-(?:next|url|href|link)")
_SPOKEN = re.compile(r"(?:th[êÊ]m|ti[ếẾ]p|more)\b", re.I)
_SOME_ENTRIES = 3


def is_load_more(words: str) -> bool:
    """Whether a button says that it loads more of a list."""
    return _MORE.fullmatch(fold(words)) is not None


def fragments_of(page: Page, anchors: list[Anchor]) -> Iterator[tuple[str, Any]]:
    """The addresses behind buttons that load more of the list, or that a script will fetch when the list ends.

    Each comes with the button.
    """
    base, own = page.base, page.own_address
    told = ((anchor.element, anchor.text or silent_words(anchor)) for anchor in anchors)
    spoken = [(element, words) for element, words in told if _SPOKEN.search(words)]
    loaders = _LOADERS(page.tree) if _LOADING.search(page.data) else []
    following = {element for element in loaders if any("next" in name for name in element.attrib)}
    said = Counter(words for _, words in spoken)
    others = ((one, " ".join("".join(one.itertext()).split())) for one in (*page.tree.iter("button"), *loaders))
    for element, text in (*spoken, *others):
        if said[text] >= _SOME_ENTRIES:
            continue  # as many entries are read on
        if element not in following and (len(text) > 60 or not is_load_more(text)):
            continue
        for printed, meant in _loaded_addresses(element):
            url = canonical_address(printed, base)
            if url is None or url == own or (not meant and _READING.match(fold(text)) and not _is_beside(url, own)):
                continue
            if meant or page_number(url, own) is not None:
                yield url, element
                break


def _is_beside(url: str, own: str) -> bool:
    """Whether an address is that of the page but for its parameters."""
    return url.partition("?")[0] == own.partition("?")[0]


def _loaded_addresses(element: Any) -> Iterator[tuple[str, bool]]:
    """What a button prints as the address of the next fragment, its number filled in; whether only scripts read it."""
    number = next((value for name, value in element.items() if "page" in name and value.isdigit()), None)
    for name, value in element.items():
        if name.startswith("data-") and value[:1] in {"/", "?", "h"}:
            filled = _OPEN_NUMBER.sub(number or "", value)
            yield (value + number if number and filled == value and value.endswith("=") else filled), True
        elif name == "href" and value[:1] != "#":
            yield value, False
        elif name == "onclick" and (opened := opened_address(value)):
            yield opened, False
