"""The further pages of a listing.

Three signs make a pager: numbers that lead to the pages of their number, words for what follows (Trang sau, Tiếp, »,
`rel=next`), and buttons that load more (Xem thêm). The days of a calendar, a choice of how many rows to show and
years to choose from are numbers too: they are told apart by where their number stands in the address.

A page may have several lists, each with a pager of its own. Pagers are told apart by the parameter that counts their
pages, or by the control that is posted.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import unquote

from archive.addresses import canonical_address, is_copy
from scraper.reading.anchors import Anchor, read_anchors
from scraper.reading.calendars import are_days, is_calendar, table_around
from scraper.reading.kept import kept_of_page
from scraper.reading.loadmore import fragments_of
from scraper.reading.page import Page
from scraper.reading.pagenumbers import (
    FIRST_YEAR,
    WIDEST_STEP,
    begins_behind,
    counter_of,
    counts_pages,
    days_in,
    has_cursor,
    is_of,
    is_of_same_list,
    page_number,
    patterns_of,
)
from scraper.reading.pagersteps import OLDER, OLDER_YET, OTHERS, Step, steps_of
from scraper.reading.postbacks import by_list, posted_pages
from scraper.reading.result import Follow

_NUMBERS = re.compile(r"\d+")
_LONGEST_NUMBER = 18


@dataclass(slots=True)
class Pager:
    """The elements that lead to other pages of one list, their addresses, and the parameter that counts them.

    `first` is the number that it gives the first page: 0 or 1.
    """

    counter: str = ""
    first: int = 1
    elements: list[Any] = field(default_factory=list)
    urls: set[str] = field(default_factory=set)


@kept_of_page
def find_pages(page: Page) -> tuple[tuple[Follow, ...], list[Pager]]:
    """The pages that the pagers of a listing lead to, those of each in the order of their numbers, and the pagers.

    The page itself is none of them, nor is the first one: a walk begins there, mostly under an address without a
    number, and its number would lead there again; nor are those before the page, from which it was reached. Beside
    the pager of another list one counts that only leads back. Kept, since each reader of lists asks.
    """
    own, anchors = page.own_address, read_anchors(page)
    placed = [(step, table_around(step.element)) for step in steps_of(page, anchors)]
    calendars = {table for table in {table for _, table in placed} if table is not None and is_calendar(table)}
    all_steps = [step for step, table in placed if table not in calendars]
    steps = [step for step in all_steps if not step.leads_back]
    spans = _spans(steps, own)
    counted = _counted(steps, spans)
    turning = [step for step in steps if step.url and (is_of(step.url, counted) or _turns_page(step, own, spans))]
    controls = by_list([step for step in all_steps if step.postback and "alendar" not in step.postback[0]])
    posted = tuple(posted_pages(controls, page.url))
    fragments = list(fragments_of(page, anchors))
    follows: dict[tuple[str, str], Follow] = {}
    for follow in (
        *(Follow(step.url) for step in turning if step.url is not None and not _is_before(step.url, own)),
        *(Follow(url) for url in _declared(page, anchors) if page_number(url, own) is not None),
        *posted,
        *(Follow(url) for url, _ in fragments),
    ):
        if follow.key or (follow.url != own and is_copy(follow.url) <= is_copy(own)):
            pager = follow.pager or _pager(follow.url, own, counted)
            follows.setdefault((follow.url, follow.key), replace(follow, pager=pager))
    pagers = _by_counter(turning, own)
    for url, element in fragments:
        pagers.append(Pager(elements=[element], urls={url}))
    if pagers:
        ended = [step for step in all_steps if step.leads_back and step.url and _stays(step.url, own)]
        known = {pager.counter for pager in pagers}
        pagers += [pager for pager in _by_counter(ended, own) if pager.counter not in known]
    pagers += [Pager(elements=[step.element for step in group]) for group in controls if posted and group]
    return tuple(_in_order(follows.values())), pagers


def _in_order(follows: Iterable[Follow]) -> Iterator[Follow]:
    """The pages of each pager by their numbers: it may print them from the last one on, or the last one first."""
    lists: dict[str, list[Follow]] = defaultdict(list)
    for place, follow in enumerate(follows):
        lists[follow.pager or f"{place}"].append(follow)
    for pages in lists.values():
        yield from pages if any(has_cursor(page.url) for page in pages) else sorted(pages, key=_number_of)


def _number_of(follow: Follow) -> int:
    """The number that counts a page of a pager."""
    if follow.key:
        return int(next(reversed(_NUMBERS.findall(follow.key)), "0")[-_LONGEST_NUMBER:])
    return dict(patterns_of(follow.url)).get(follow.pager, 0)


def _pager(url: str, own: str, counted: set[str]) -> str:
    """What the addresses of one list's pages have in common: all but the number that counts them."""
    counter = counter_of(url, own)
    patterns = [pattern for pattern, _ in patterns_of(url)]
    named = (f"?{counter}=", f"&{counter}=") if counter else ()
    return next((one for one in patterns if one in counted or one.partition("\n")[0].endswith(named)), "")


def _is_before(url: str, own: str) -> bool:
    """Whether an address is the page's own but for a smaller number that counts pages or their rows.

    One that says behind which entry a page begins has smaller ones further on.
    """
    if has_cursor(url):
        return False
    here = dict(patterns_of(own))
    numbered = page_number(url, own) is not None
    return numbered and any(value < here.get(pattern, 0) for pattern, value in patterns_of(url))


def _stays(url: str, own: str) -> bool:
    """Whether an address is that of the page but for its parameters."""
    return url.partition("?")[0] == own.partition("?")[0] and url != own


def _by_counter(steps: list[Step], own: str) -> list[Pager]:
    """The pagers of steps that lead to addresses."""
    pagers: dict[tuple[str, str], Pager] = defaultdict(Pager)
    for step in steps:
        url = step.url or ""
        counter = counter_of(url, own, step.number)
        pager = pagers[counter, _NUMBERS.sub("", url.partition("?")[0])]
        pager.counter = counter
        pager.elements.append(step.element)
        pager.urls.add(url)
        if step.number is not None and f"{counter}={step.number - 1}" in unquote(url.partition("?")[2]).split("&"):
            pager.first = 0
    return list(pagers.values())


def _spans(steps: list[Step], own: str) -> set[str]:
    """The days between which a list is shown, and which no step chooses: each page of it has them in its address.

    They stand in the page's own address, or in all those that count pages with a parameter that is called so.
    """
    told: dict[tuple[str, str], list[frozenset[str]]] = defaultdict(list)
    for step in steps:
        if step.url and step.number is not None and counts_pages(counter := counter_of(step.url, own)):
            told[step.url.partition("?")[0], counter].append(days_in(step.url))
    return set(days_in(own)).union(*(frozenset.intersection(*days) for days in told.values()))


def _counted(steps: list[Step], spans: set[str]) -> set[str]:
    """The addresses of pagers with an open place for the number, whatever that is called.

    Numbers lead to addresses that are alike but for a number, which counts the pages on (2, 3), from zero perhaps
    (1, 2), or their first rows (10, 20). As many numbers as a month has days are a calendar.
    """
    patterns: dict[tuple[str, int], set[int]] = {}
    for step in steps:
        number, url = step.number, step.url
        if url is None or number is None or not 1 < number < FIRST_YEAR or days_in(url) - spans:
            continue
        for pattern, value in patterns_of(url):
            rows = 0 if value == number else value // (number - 1)
            if value == number or (0 < rows <= WIDEST_STEP and value == rows * (number - 1)):
                patterns.setdefault((pattern, rows), set()).add(number)
    return {
        pattern
        for (pattern, _), numbers in patterns.items()
        if not are_days(numbers) and any(number + 1 in numbers for number in numbers)
    }


def _turns_page(step: Step, own: str, spans: set[str]) -> bool:
    """Whether a step with an address leads to another page of the listing; days that it names are no `spans` there."""
    number, url = step.number, step.url or ""
    if OLDER.fullmatch(step.words) or (OLDER_YET.fullmatch(step.words) and begins_behind(url, own)):
        return True
    if OTHERS.fullmatch(step.words) and not is_of_same_list(url, own):
        return False
    turned = page_number(url, own, number)
    if turned is None or (days_in(url) - spans and not has_cursor(url)):
        return False
    return number is None or turned


def _declared(page: Page, anchors: list[Anchor]) -> Iterator[str]:
    """What the page itself declares to be next."""
    base = page.base
    for element in (*page.tree.iter("link"), *(anchor.element for anchor in anchors)):
        if element.get("rel") == "next":
            url = canonical_address(element.get("href") or "javascript:", base)
            if url is not None:
                yield url
