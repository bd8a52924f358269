"""What a platform says about its pages: signs by which it is known, and where its articles keep each field."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, islice
from typing import Protocol

from scraper.platforms.selectors import Elements, select
from scraper.reading.markup import PAGE, Element, parse
from scraper.reading.page import Page

Signs = tuple[tuple[bytes, float], ...]
"""What stands in the markup of a platform, and how much that says: most first, and of several the longest, which is
found or missed fastest.
"""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where one skin keeps an article, as CSS selectors; fields without one are read by their labels.

    `sign` stands in the markup of every article page of the skin: selectors are only tried where they may match. Where
    `begin` is given, only the markup from the last `begin` up to the sign to the next `end`, if any, is parsed.
    `article` finds the element that holds all the others, or one inside it: `around` is then a class of the element to
    climb to. Where `article` is empty, the article is what stands around `body` with little more text, and several
    with titles of their own make a list. `drop` finds
    what belongs to nobody: the poster's account, hidden copies of fields. `files` finds the list of files where that
    stands apart from the article. `until` is the last day on which any portal
    is known to have used the skin: captures of later days are read without it, those of earlier days with it for good.
    """

    sign: str
    article: str
    around: str = ""
    title: str = ""
    date: str = ""
    byline: str = ""
    lead: str = ""
    body: str = ""
    drop: str = ""
    files: str = ""
    begin: str = ""
    end: str = ""
    until: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Spots:
    """The elements of a page in which a platform prints each field; None where it leaves the search to the labels.

    `root` is the root of the tree in which they stand: the page, or the part of it that was parsed.
    """

    root: Element
    article: Element
    title: Element | None = None
    date: Element | None = None
    byline: Element | None = None
    lead: Element | None = None
    body: Element | None = None
    files: Element | None = None
    dropped: frozenset[Element] = frozenset()


class Platform(Protocol):
    """A module of this package: how a vendor's CMS is recognised and what its pages are like."""

    NAME: str

    def recognises(self, page: Page, least: float = 0.0) -> float:
        """How surely the page comes from this CMS, 0 to 1, by the page's own signs.

        Where that is less than `least`, anything less than it may be returned.
        """

    def article(self, page: Page) -> Spots | None:
        """Where the page prints an article, or None where no known skin fits."""


def signs_found(page: Page, signs: Signs, least: float = 0.0) -> float:
    """The sum of the weights of the signs that stand at the beginning of the markup, at most 1."""
    return _found(page, page.head, signs, least)


def signs_anywhere(page: Page, signs: Signs, least: float = 0.0) -> float:
    """The sum of the weights of the signs that stand anywhere in the markup, at most 1."""
    return _found(page, page.data, signs, least)


def _found(page: Page, data: bytes, signs: Signs, least: float) -> float:
    """The sum of the weights of the signs that stand in `data`; 0 where it turns out to be less than `least`."""
    total, left = 0.0, sum([weight for _, weight in signs])
    for sign, weight in signs:
        found = page.signs.get(sign)
        if found is None:
            found = page.signs[sign] = sign in data
        left -= weight
        if found:
            total += weight
            if total >= 1:
                return 1.0
        elif total + left < least:
            return 0.0
    return total


def address_of(page: Page, shape: re.Pattern[str]) -> bool:
    """Whether the page's own address has a shape, behind its host."""
    return shape.search(page.url.split("://", 1)[-1].partition("/")[2]) is not None


def spots(page: Page, layouts: Iterable[Layout]) -> Spots | None:
    """The elements of the first layout whose article, with its title, stands on the page."""
    sign, at = "", -1
    for layout in layouts:
        if layout.sign != sign:
            sign = layout.sign
            at = page.data.find(sign.encode())
        if at < 0 or _is_past(layout, page):
            continue
        part = _part(page.data, layout, at)
        found = _spots_below(parse(part), layout) if part else None
        if found is None:
            found = _spots_below(page.tree, layout)
        if found is not None:
            return found
    return None


def _is_past(layout: Layout, page: Page) -> bool:
    """Whether a page was fetched when its skin was in use no more."""
    return layout.until is not None and page.fetched_at is not None and page.fetched_at.date() > layout.until


def _part(data: bytes, layout: Layout, at: int) -> bytes:
    """The markup around the sign at `at` that holds the article: a tenth of a page takes a tenth of the time."""
    if not layout.begin:
        return b""
    begin, sign, end = layout.begin.encode(), layout.sign.encode(), layout.end.encode()
    if data.rfind(begin, 0, at + len(begin)) < 0:  # style sheets and scripts in the head may hold the sign too
        at = data.find(sign, data.find(begin, at))
        if at < 0:
            return b""
    start = data.rfind(b"<", 0, data.rfind(begin, 0, at + len(sign)) + 1)
    stop = data.find(end, at + len(sign)) if end else -1
    return data[start : stop if stop > 0 else len(data)] if start >= 0 else b""


def _spots_below(root: Element, layout: Layout) -> Spots | None:
    places = list(islice(select(root, layout.article or layout.body), 1 if layout.article else _TEXTS + 1))
    if not places or (not layout.article and len(places) > (1 if layout.title else _TEXTS)):
        return None
    inside = places[0]
    article = _grown(inside) if not layout.article else climb(inside, layout.around) if layout.around else inside
    if article is None:
        return None
    below = Elements(article)
    found = {name: below.first(getattr(layout, name)) for name in _FIELDS}
    dropped = below.every(layout.drop)
    title = found["title"]
    if layout.title and (title is None or not dropped.isdisjoint((title, *title.iterancestors()))):
        return None
    files = next(select(root, layout.files), None)
    return Spots(root, article, **found, files=files, dropped=dropped)


def _grown(body: Element) -> Element:
    """The largest element around a text that adds little to it: its title, date and byline, no menu.

    What stands beside it is read only until it is too much.
    """
    grown = body
    links = more = 0
    for around in body.iterancestors():
        if around.tag in PAGE:
            break
        beside = [part for part in around if part is not grown]
        beside_links = chain.from_iterable(part.iter("a") for part in beside)
        links += sum(1 for _ in islice(beside_links, _LINKS + 1)) + (around.tag == "a")
        if links > _LINKS:
            break
        tails = (part.tail or "" for part in around)
        for piece in chain([around.text or ""], tails, *(part.itertext() for part in beside)):
            more += len(piece)
            if more > _MORE:
                return grown
        grown = around
    return grown


_TEXTS = 3
"""Texts of one class that an article may have; a list shows one in each row."""
_LINKS = 12
_MORE = 1000
_FIELDS = ("title", "date", "byline", "lead", "body")


def climb(element: Element, name: str) -> Element | None:
    """The nearest element, `element` itself included, with a class of that name."""
    around = (element, *element.iterancestors())
    return next((outer for outer in around if name in (outer.get("class") or "").split()), None)
