"""The further pages of a listing.

Three signs make a pager: numbers that lead to the pages of their number, words for what follows (Trang sau, Tiếp, »,
`rel=next`), and buttons that load more (Xem thêm). The days of a calendar, a choice of how many rows to show and
years to choose from are numbers too: they are told apart by where their number stands in the address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from scraper.reading.addresses import canonical_address
from scraper.reading.anchors import Anchor
from scraper.reading.calendars import are_days, is_calendar, table_around
from scraper.reading.loadmore import fragments_of
from scraper.reading.page import Page
from scraper.reading.pagenumbers import (
    FIRST_YEAR,
    WIDEST_STEP,
    has_cursor,
    holds_date,
    is_of,
    page_number,
    patterns_of,
)
from scraper.reading.pagersteps import Step, steps_of
from scraper.reading.postbacks import PostingStep, posted_pages
from scraper.reading.result import Follow

_OLDER = re.compile(r"\W*(?:(?:cac )?(?:tin|muc|bai)(?: viet| dang)? cu hon|older (?:posts|news|entries))\W*")
"""What leads on to older entries, whatever its address is."""


def find_pages(page: Page, anchors: list[Anchor]) -> tuple[tuple[Follow, ...], list[Any]]:
    """The pages that the pagers of a listing lead to, in page order, and the elements that lead there.

    The page itself is none of them, nor is the first one: a walk begins there, mostly under an address without a
    number, and its number would lead there again.
    """
    own = page.own_address
    leading = [(step, table_around(step.element)) for step in steps_of(page, anchors) if step.number != 1]
    calendars = {table for table in {table for _, table in leading} if table is not None and is_calendar(table)}
    steps = [step for step, table in leading if table not in calendars]
    counted = _counted(steps)
    turning = [step for step in steps if step.url and (is_of(step.url, counted) or _turns_page(step, own))]
    posting: list[PostingStep] = [step for step in steps if step.postback is not None]
    posted = tuple(posted_pages(posting, page.url))
    fragments = list(fragments_of(page, anchors))
    follows: dict[tuple[str, str], Follow] = {}
    for follow in (
        *(Follow(step.url) for step in turning if step.url is not None),
        *(Follow(url) for url in _declared(page, anchors) if page_number(url, own) is not None),
        *posted,
        *(Follow(url) for url, _ in fragments),
    ):
        if follow.key or follow.url != own:
            follows.setdefault((follow.url, follow.key), follow)
    pager = [step.element for step in turning] + [step.element for step in posting if posted]
    return tuple(follows.values()), pager + [element for _, element in fragments]


def _counted(steps: list[Step]) -> set[str]:
    """The addresses of pagers with an open place for the number, whatever that is called.

    Numbers lead to addresses that are alike but for a number, which counts the pages on (2, 3), from zero perhaps
    (1, 2), or their first rows (10, 20). As many numbers as a month has days are a calendar.
    """
    patterns: dict[tuple[str, int], set[int]] = {}
    for step in steps:
        number, url = step.number, step.url
        if url is None or number is None or not 1 < number < FIRST_YEAR or holds_date(url):
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


def _turns_page(step: Step, own: str) -> bool:
    """Whether a step with an address leads to another page of the listing."""
    number, url = step.number, step.url or ""
    if _OLDER.fullmatch(step.words):
        return True
    turned = page_number(url, own, number)
    if turned is None or (holds_date(url) and not has_cursor(url)):
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
