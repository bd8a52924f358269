"""Whether something on a page stands among the announcements that the page lists."""

from __future__ import annotations

from itertools import chain, islice
from typing import Any

from scraper.reading.links import links_of
from scraper.reading.listing import listed_links, lists_of
from scraper.reading.page import Page
from scraper.reading.paging import find_pages
from scraper.reading.units import Unit, units_of

_FEW = 3
_RECORD_HEIGHT = 7


def stands_in_list(page: Page, elements: list[Any]) -> bool:
    """Whether one of some elements stands among the announcements that a page lists."""
    around = (islice((element, *element.iterancestors()), _RECORD_HEIGHT) for element in elements)
    if not any(map(_is_repeated, dict.fromkeys(chain.from_iterable(around)))):
        return False
    anchors, links = links_of(page)
    if not _are_among(elements, units_of(listed_links(page, links))):  # a list is some of these, or of their records
        return False
    further, pagers = find_pages(page)
    return _are_among(elements, lists_of(page, links, anchors, pagers, paged=bool(further)))


def _is_repeated(element: Any) -> bool:
    """Whether an element is one of several beside each other that are made alike, each with a link."""
    tag, size = element.tag, len(element)
    beside = chain(element.itersiblings(tag), element.itersiblings(tag, preceding=True))
    alike = (other for other in beside if len(other) == size and _is_made_alike(element, other) and _links(other))
    return next(islice(alike, _FEW - 2, None), None) is not None


def _is_made_alike(element: Any, other: Any) -> bool:
    """Whether two elements with as many children have the same ones."""
    return all(child.tag == counterpart.tag for child, counterpart in zip(element, other, strict=True))


def _links(element: Any) -> bool:
    """Whether an element is a link or holds one."""
    return element.tag == "a" or element.get("onclick") is not None or next(element.iter("a"), None) is not None


def _are_among(elements: list[Any], units: list[Unit]) -> bool:
    """Whether one of some elements stands in the records of a unit."""
    return any(_is_among(element, unit) for unit in units for element in elements)


def _is_among(element: Any, unit: Unit) -> bool:
    """Whether an element stands in one of several records of a unit, and not only before, between or behind them."""
    records = {member.part for member in unit.members}
    return len(records) >= _FEW and not records.isdisjoint((element, *element.iterancestors()))
