"""Further pieces of a list that its page hides until a button shows them ("Xem thêm"), unlike tabs of another list."""

from __future__ import annotations

from itertools import islice
from typing import Any

from scraper.reading.headings import is_ordered, is_titled
from scraper.reading.invitations import is_more
from scraper.reading.likeunits import is_alike
from scraper.reading.page import Page
from scraper.reading.records import lines_of
from scraper.reading.shapes import words_in
from scraper.reading.standing import hides
from scraper.reading.units import Unit

_PLACE = 3
"""Tags around the links of two pieces of a list that are the same."""
_NEAR = 3
"""Elements around a hidden block, with itself, behind which a button that shows it stands."""
_TABS = (2, 6)
_LONGEST_TAB = 4


def hidden_pieces(units: list[Unit], listed: list[Unit], page: Page) -> list[Unit]:
    """The hidden units that go on with one of those listed, in an element right behind its last entry."""
    ending: dict[Any, list[Unit]] = {}
    for one in listed:
        for element in one.members[-1].chain:
            ending.setdefault(element, []).append(one)
    known = set(listed)
    hidden = [unit for unit in units if unit.hidden and unit not in known and not is_titled(unit)]
    return [unit for unit in hidden if _goes_on(unit, ending, page)]


def _goes_on(unit: Unit, ending: dict[Any, list[Unit]], page: Page) -> bool:
    """Whether a hidden unit is made like one of those `ending` in the element before it, and no tab leads to it."""
    block = next((element for element in reversed(unit.members[0].chain) if hides(element)), None)
    before = block.getprevious() if block is not None else None
    while before is not None and not lines_of([before]):
        before = before.getprevious()
    if before is None or not any(_is_like(unit, one) for one in ending.get(before, ())):
        return False
    if any(block in member.chain for member in unit.members[1:]) and not _is_shown_by_button(block):
        return False
    return not _is_tab(block, page) and not _has_tabs_over(before)


def _is_like(unit: Unit, one: Unit) -> bool:
    """Whether a hidden unit is made like another one, which is in no order of its own."""
    if unit.decorated != one.decorated or unit.place[:_PLACE] != one.place[:_PLACE]:
        return False
    return is_alike(unit, one) and not is_ordered(one)


def _is_shown_by_button(block: Any) -> bool:
    """Whether what stands right behind a block with several entries invites to see more, and leads to no other page."""
    for around in islice((block, *block.iterancestors()), _NEAR):
        for behind in around.itersiblings():
            if lines := lines_of([behind]):
                return is_more(lines[0]) and not any(_leads_on(link.get("href") or "") for link in behind.iter("a"))
    return False


def _leads_on(href: str) -> bool:
    return bool(href) and not href.startswith(("#", "javascript:"))


def _is_tab(block: Any, page: Page) -> bool:
    """Whether something on the page leads to a block by its name."""
    name = block.get("id")
    return block.get("role") == "tabpanel" or (bool(name) and f"#{name}".encode() in page.data)


def _has_tabs_over(shown: Any) -> bool:
    """Whether a few short lines stand over the blocks of which one is shown."""
    first, make, blocks = shown, (shown.tag, shown.get("class")), 1
    while (before := first.getprevious()) is not None and (before.tag, before.get("class")) == make:
        first, blocks = before, blocks + 1
        if blocks > _TABS[1]:
            return False
    over = before if before is not None else first.getparent().getprevious()
    lines = lines_of([over]) if over is not None else []
    return _TABS[0] <= len(lines) <= _TABS[1] and max(map(words_in, lines)) <= _LONGEST_TAB
