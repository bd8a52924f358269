"""Units that have a block of the page to themselves with the main list: pieces of one list in several markups.

A section prints its newest story large, a row of others, a stream with summaries and older ones as bare titles; what
stands beside the list has a name of its own, or a block of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from archive.vietnamese.dates import read_date
from scraper.reading.anchors import Anchor
from scraper.reading.headings import OwnName, is_titled
from scraper.reading.kept import kept
from scraper.reading.likeunits import is_alike, is_headed_by_picture, tells_less
from scraper.reading.markup import PAGE
from scraper.reading.order import Order, stands_between
from scraper.reading.unitnames import is_beside, is_named, is_older
from scraper.reading.units import Unit

_SOME = 2
"""Days that are in order by chance."""
_NEVER = "9999-99-99"
_MENU = 5
"""How many links to anything else make a menu, which no column of announcements has."""


def run_around(
    units: list[Unit], main: Unit, name: OwnName, names: list[float], anchors: list[Anchor], order: Order
) -> list[Unit]:
    """The units that are alone with the main list in the largest block that has nothing but such: alike and untitled.

    `names` is where among the anchors the page's own name stands: what is above that is of no list below it.
    """
    run: list[Unit] = []
    for block in main.members[0].chain:
        if block.tag in PAGE:
            break
        if not all(block in member.chain for member in main.members):
            continue
        inside = [unit for unit in units if unit is not main and any(block in one.chain for one in unit.members)]
        if len(inside) == len(run):
            continue
        if block.tag == "tr" and len(main.members) > 1:
            break  # another column
        is_headed = not is_titled(main) or _heads(inside, main)
        if not all(_goes_on(unit, main, name, names, order, is_headed=is_headed) for unit in inside):
            break
        if _has_menu(block, [main, *inside], anchors):
            break
        run = inside
    return run


def _goes_on(unit: Unit, main: Unit, name: OwnName, names: list[float], order: Order, *, is_headed: bool) -> bool:
    """Whether a unit may be a piece of the list that another is of: nothing names it, and its days are no newer.

    Above the other one only where what names that, if anything, `is_headed` by such pieces.
    """
    if not is_alike(unit, main) or is_beside(unit, name):
        return False
    if is_titled(unit) and not (is_older(unit) or is_named(unit, name)):
        return False
    first, begin = order.first(unit), order.first(main)
    if first < begin:
        return is_headed and not stands_between(names, first, begin)
    if tells_less(unit, main) and is_headed_by_picture(unit, main):
        return False
    return is_older(unit) or not is_newer(unit, main)


def _heads(run: list[Unit], main: Unit) -> bool:
    """Whether the line over the main list is a piece of a unit before it."""
    around = {main.head, *main.head.iterancestors()}
    return any(member.part in around or main.head in member.chain for unit in run for member in unit.members)


def is_newer(unit: Unit, above: Unit) -> bool:
    """Whether the days of a unit do not go on where those of one above it end, though these are in order."""
    told = next(_days(unit), None)
    return told is not None and told > _last_in_order(above)


@kept
def _last_in_order(unit: Unit) -> str:
    """The last of a unit's days where they are in order, else what is later than any; kept, since each below asks."""
    days = list(_days(unit))
    ordered = len(days) > _SOME and all(one >= other for one, other in pairwise(days))
    return days[-1] if ordered else _NEVER


def _days(unit: Unit) -> Iterator[str]:
    """The days of a unit's announcements, as far as they are printed and can be read."""
    read = (read_date(member.day) for member in unit.members if member.day)
    return (date.iso[:10] for date in read if date is not None and date.iso)


def _has_menu(block: Any, run: list[Unit], anchors: list[Anchor]) -> bool:
    """Whether a block has several links with names that are none of its announcements."""
    own = {anchor.address for unit in run for member in unit.members for anchor in member.link.anchors}
    inside = set(block.iter("a"))
    others = {one.address for one in anchors if one.element in inside and one.title and one.address not in own}
    return len(others) >= _MENU
