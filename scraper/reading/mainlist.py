"""Of the units of a page that announce something the list that the page is there for, and what belongs to it."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import islice, takewhile
from math import inf
from operator import itemgetter
from typing import Any

from scraper.reading.anchors import Anchor
from scraper.reading.frontlists import blocks_of, is_block, rows_of
from scraper.reading.headings import OwnName, is_ordered, is_titled
from scraper.reading.likeunits import (
    common_block,
    is_alike,
    is_continued,
    is_headed_by_picture,
    is_of_other_section,
    tells_less,
)
from scraper.reading.markup import PAGE
from scraper.reading.order import Order, stands_between
from scraper.reading.page import Page
from scraper.reading.paging import Pager
from scraper.reading.runs import is_newer, run_around
from scraper.reading.sectiongroups import groups_of_section
from scraper.reading.sectionparts import parts_of_section, places_of_name, stream_above, stream_below
from scraper.reading.shapes import is_numbered
from scraper.reading.unitnames import (
    is_beside,
    is_most_read,
    is_named,
    is_older,
    is_pinned,
    is_surely_beside,
    may_be_only,
    weight_as_box,
)
from scraper.reading.units import Unit
from scraper.reading.within import is_within

_COLUMN_HEIGHT = 2
_BLOCK_HEIGHT = 5
_PAGER_HEIGHT = 6
_ROWS = frozenset({"tr", "tbody"})
_MENU = 5
"""How many links make a menu."""
_MOST_COUNTED = 8
_DIRECTORY = 3
"""Slashes of an address without its last segment, from which on it is of a directory of the host."""
_PAGED = 5.0
"""What a pager behind a unit weighs; half as much behind one with a title that is not the page's."""
_NAMED = 3.0
"""What the page's own name over a unit weighs."""
_FOREIGN = 1.0
"""What another title over it takes from a unit."""
_WITHIN = 1.0
"""What it weighs that all links of a unit lead below the page's own address."""
_BOXED = 2.0
"""What the title of a box takes from a unit, and what being one for certain takes once more."""


def main_list(
    units: list[Unit], page: Page, name: OwnName, *, anchors: list[Anchor], pagers: list[Pager], paged: bool
) -> list[Unit]:
    """Of a page's units the one that the page is there for, with those that belong to it.

    Several lists with `pagers` of their own are all of the page. What stands around the links of a unit counts for more
    than their number, since the last page of a list may hold one.
    """
    if not units:
        return units
    order = Order(anchors)
    before = units_before_pagers(units, anchors, pagers)
    elsewhere = set(_without_sections(units, page.own_address))
    units = [unit for unit in units if unit in elsewhere or unit in before]
    own, around = page.own_address, Counter(element for unit in units for element in unit.members[0].chain)
    main = max(units, key=lambda unit: _weight(unit, name, own, is_paged=unit in before))
    main = next((unit for unit in before if _is_of_newest(main, unit, before[unit], around)), main)
    if is_surely_beside(main, name) and not (paged or is_ordered(main)):
        only = [unit for unit in units if is_surely_beside(unit, name) and may_be_only(unit)]
        if not only:
            return []  # the list itself is empty, and what is left stands on every page
        main = main if main in only else only[0]
    if main.boxed and not paged:
        return blocks_of(units, name, page.own_address)
    top = main
    if main not in before:
        main = stream_below(main, units, name, order)
    begin = order.first(main)
    names = places_of_name(page, units, name, anchors, order)
    begun = {*_begun(units, main, name, names, order), *run_around(units, main, name, names, anchors, order)}
    stream = stream_above(main, units, name, names, order) if main in before else None
    if stream is not None and _is_in_next_column(stream, main, before[main], around):
        stream = None
    begun.update([stream] if stream is not None else [])
    story_parts = set(parts_of_section(units, stream or main, name, names, order, paged=paged))
    behind_menus = _parted(units, main, order, anchors)
    parted = {unit for unit in behind_menus if unit not in story_parts or order.first(unit) > begin}
    if main is not top:
        parted.update(unit for unit in units if order.first(unit) < order.first(top))
    if main in before:
        end = max(map(order.place_of_any, before[main].elements))
        parted.update(unit for unit in units if order.first(unit) > end)
    grouped = groups_of_section(units, main, page, name, order) if not (paged or main in before) else set()
    rows = rows_of([one for one in units if is_titled(one) and not is_beside(one, name)])

    def is_of_newest(unit: Unit) -> bool:
        return main in before and _is_of_newest(unit, main, before[main], around)

    def belongs(unit: Unit) -> bool:
        if unit is main or unit in grouped or (unit in before and not is_most_read(unit)):
            return True
        is_behind = order.first(unit) > begin
        if is_older(unit) and (not unit.members[0].stand.aside or main.members[0].stand.aside):
            return main not in before or not _is_in_next_column(unit, main, before[main], around)
        if unit in parted:
            return False
        if unit in begun:
            return True
        if not is_behind and is_of_other_section(unit, main, own):
            return False
        if unit in story_parts:
            return True
        if is_surely_beside(unit, name):
            return is_block(unit, main, rows, name)
        if paged and _is_named_again(unit, main, name) and (is_named(main, name) or is_of_newest(unit)):
            return False
        beside, within = is_beside(unit, name), is_within(unit, own)
        if is_behind and not is_titled(unit) and not is_continued(main, unit) and is_newer(unit, main):
            return False
        if _is_other_box(unit, main, name, is_behind=is_behind):
            if is_named(main, name) and not is_continued(main, unit):
                return False
            return not paged and (is_block(unit, main, rows, name) or (within and not beside))
        if paged and _has_box(unit, main) and not is_named(unit, name):
            return False
        if is_behind and not within and tells_less(unit, main) and is_headed_by_picture(unit, main):
            return False
        if is_continued(main, unit):
            return True
        return not beside and (within or (_is_near(unit, main) and not stands_between(names, order.first(unit), begin)))

    chosen = {unit for unit in units if belongs(unit)}
    boxes = [unit for unit in units if unit not in chosen and (is_titled(unit) or is_surely_beside(unit, name))]
    beside = [box for box in boxes if is_surely_beside(box, name)] if not _is_one_of_blocks(main, name) else []
    chosen -= (_rests_of_boxes(chosen, main, boxes, order) | _in_columns(chosen, main, beside)) - {
        main,
        *begun,
        *before,
        *grouped,
    }
    further = [unit for unit in units if unit not in chosen and not is_surely_beside(unit, name)]
    amid = _amid([unit for unit in further if is_alike(unit, main)], chosen, units, order)
    return [unit for unit in units if unit in chosen or unit in amid]


def _parted(units: list[Unit], main: Unit, order: Order, anchors: list[Anchor]) -> list[Unit]:
    """The units that a menu parts from the main list: several links between them that announce nothing."""
    groups: list[list[Unit]] = [[]]
    end = 0
    for (first, last), unit in sorted(((order.span(unit), unit) for unit in units), key=itemgetter(0)):
        between = {anchor.address for anchor in anchors[end + 1 : first] if anchor.title}
        if len(between) >= _MENU:
            groups.append([])
        groups[-1].append(unit)
        end = max(end, last)
    return [unit for group in groups if main not in group for unit in group]


def _without_sections(units: list[Unit], own: str) -> list[Unit]:
    """The units without those of sections beside the page's own: bare names, all in the directory of its address.

    All units where there is nothing else: many portals have their announcements there.
    """
    directory = own.partition("?")[0].rpartition("/")[0]
    if directory.count("/") < _DIRECTORY:
        return units
    elsewhere = [unit for unit in units if unit.decorated or not _is_in(unit, directory)]
    return elsewhere or units


def _is_in(unit: Unit, directory: str) -> bool:
    """Whether the addresses of a unit are directly in a directory, and have no numbers."""
    return all(m.link.url.rpartition("/")[0] == directory and not is_numbered(m.link.shape) for m in unit.members)


def _weight(unit: Unit, name: OwnName, own: str, *, is_paged: bool) -> float:
    size = min(unit.grouped or len(unit.members), _MOST_COUNTED) / 6
    named = is_named(unit, name)
    foreign = is_titled(unit) and not (named or unit.grouped)
    paged = _PAGED / 2 if foreign else _PAGED
    within = unit.decorated and is_within(unit, own)
    beside = _BOXED * weight_as_box(unit, name) + _FOREIGN * foreign
    return unit.score + size + paged * is_paged + _NAMED * named + _WITHIN * within - beside


def units_before_pagers(units: list[Unit], anchors: list[Anchor], pagers: list[Pager]) -> dict[Unit, Pager]:
    """The units that stand closest before pagers, in a common element; each with its pager, that of the last first."""
    order = Order(anchors)
    ends = [max(((order.place_of_any(one), one) for one in pager.elements), key=itemgetter(0)) for pager in pagers]
    found: dict[Unit, Pager] = {}
    for (place, last), pager in sorted(zip(ends, pagers, strict=True), key=lambda one: -one[0][0]):
        unit = _unit_before(units, place, last, order)
        if unit is not None:
            found.setdefault(unit, pager)
    return found


def _unit_before(units: list[Unit], limit: float, last: Any, order: Order) -> Unit | None:
    """The unit that stands closest before the last element of a pager, in a common element; None where none does."""
    above = islice((one for one in last.iterancestors() if one.tag not in _ROWS), _PAGER_HEIGHT)
    around = {element for element in above if element.tag not in PAGE}
    best, nearest = None, -1
    for unit in units:
        for member in unit.members:
            place = order.place(member.anchor.element, -1)
            if nearest < place < limit and not around.isdisjoint(member.chain):
                best, nearest = unit, place
    return best


def _is_other_box(unit: Unit, main: Unit, name: OwnName, *, is_behind: bool) -> bool:
    """Whether a title of its own stands over a unit, which is not that of the page, nor of the list that follows."""
    if not is_titled(unit) or is_named(unit, name):
        return False
    if unit.boxed or is_behind or is_titled(main) or _has_box(unit, main):
        return True
    return _sections(unit).isdisjoint(_sections(main))


def _is_named_again(unit: Unit, main: Unit, name: OwnName) -> bool:
    """Whether the page's own name stands over a unit as over the main list: a box of the newest of its section."""
    return is_named(unit, name) and is_titled(unit) and unit.head is not main.head and _has_box(unit, main)


def _has_box(unit: Unit, main: Unit) -> bool:
    """Whether several links and their title stand in an element of their own; over the main list too it names both."""
    return len(unit.members) > 1 and is_titled(unit) and unit.head.getparent() not in main.members[0].chain


def _rests_of_boxes(units: set[Unit], main: Unit, boxes: list[Unit], order: Order) -> set[Unit]:
    """The units without a title that stand behind one of some boxes in an element that the main list is not in."""
    around, begun = set(main.members[0].chain), dict[Any, int]()
    for box in sorted(boxes, key=order.first, reverse=True):
        begun.update(dict.fromkeys(box.members[0].chain, order.first(box)))

    def is_rest(unit: Unit) -> bool:
        apart = takewhile(lambda element: element not in around, unit.members[0].chain)
        return any(begun.get(element, inf) < order.first(unit) for element in apart)

    return {unit for unit in units if not (is_titled(unit) or is_older(unit)) and is_rest(unit)}


def _is_one_of_blocks(main: Unit, name: OwnName) -> bool:
    """Whether a list has a title that is not the page's: others with titles may be lists of the page as well."""
    return is_titled(main) and not is_named(main, name)


def _in_columns(units: set[Unit], main: Unit, boxes: list[Unit]) -> set[Unit]:
    """The units with a title that are made as one of some boxes, in an element with it that the main list is not in."""
    around, made = set(main.members[0].chain), defaultdict[Any, dict[frozenset[str], Unit]](dict)
    for box in boxes:
        for element in takewhile(lambda one: one not in around, box.members[0].chain):
            made[element, box.place, box.decorated].setdefault(box.forms, box)

    def is_in_column(unit: Unit) -> bool:
        apart = takewhile(lambda element: element not in around, unit.members[0].chain)
        beside = (made.get((element, unit.place, unit.decorated), {}).values() for element in apart)
        return any(is_alike(unit, box) for some in beside for box in some)

    return {unit for unit in units if is_titled(unit) and not is_older(unit) and is_in_column(unit)}


def _is_of_newest(unit: Unit, paged: Unit, pager: Pager, around: Counter[Any]) -> bool:
    """Whether a unit is a box of the newest of a longer list with a pager that it stands beside."""
    if unit is paged or len(unit.members) >= len(paged.members) or not is_alike(unit, paged):
        return False
    return _has_box(unit, paged) and _is_in_next_column(unit, paged, pager, around)


def _is_in_next_column(unit: Unit, main: Unit, pager: Pager, around: Counter[Any]) -> bool:
    """Whether a unit stands beside the column that has the main list and its pager, which knows what is older there.

    Columns are cells of a row; other elements are where the unit stands among further lists (PHP-Nuke's blocks), of
    which as many as are counted stand `around` each.
    """
    home = common_block(unit, main)
    column, own = (
        next((one for one in part.members[0].chain if one.getparent() is home), None) for part in (unit, main)
    )
    if column is None or own is None or not all(own in element.iterancestors() for element in pager.elements):
        return False
    return column.tag == "td" or around[column] > 1


def _sections(unit: Unit) -> set[str]:
    """The first directories of the addresses of a unit."""
    parts = (member.link.url.partition("?")[0].split("/", 4) for member in unit.members)
    return {path[3] if len(path) > 4 else "" for path in parts}


def _begun(units: list[Unit], main: Unit, name: OwnName, names: list[float], order: Order) -> list[Unit]:
    """The units before the main list that are its beginning, featured apart.

    Those above a list of others ("Tin khác"), up to the first with a title or the page's own name; else those over
    which that stands, and none over the main list, and what is said to be pinned there.
    """
    begin = order.first(main)
    before = [unit for unit in units if order.first(unit) < begin and is_alike(unit, main)]
    before = [unit for unit in before if not is_beside(unit, name)]
    if not is_older(main):
        pinned = [unit for unit in before if is_pinned(unit)]
        return pinned if is_titled(main) else [unit for unit in before if unit in pinned or is_named(unit, name)]
    before.sort(key=order.first, reverse=True)
    titled = next((count for count, unit in enumerate(before, start=1) if is_titled(unit)), len(before))
    named = max((place for place in names if place < begin), default=-1.0)
    return [unit for unit in before[:titled] if order.first(unit) > named]


def _amid(units: list[Unit], chosen: set[Unit], every: list[Unit], order: Order) -> set[Unit]:
    """Of some units without a title those between announcements of the list, in one block with some and no others."""
    begin, end = min(order.first(unit) for unit in chosen), max(order.span(unit)[1] for unit in chosen)
    shown = {element for unit in chosen for member in unit.members for element in member.chain}
    listed = {element for unit in chosen for element in unit.members[0].chain}
    others = Counter(element for unit in every if unit not in chosen for element in unit.members[0].chain)

    def is_amid(unit: Unit) -> bool:
        first, last = order.span(unit)
        if is_titled(unit) or not begin < first <= last < end:
            return False
        block = next((element for element in unit.members[0].chain if element in listed), None)
        return unit.holder in shown or others[block] <= 1

    return {unit for unit in units if is_amid(unit)}


def _is_near(unit: Unit, main: Unit) -> bool:
    """Whether a unit of like addresses stands in the column of the main list: close by, and in the same cell.

    A table for layout that fills the only cell of a row of another is as near to what that holds as its row is.
    """
    if not is_alike(unit, main):
        return False
    around: list[Any] = []
    element, height = _holder(main), 0
    while element is not None and height < _COLUMN_HEIGHT:
        around.append(element)
        parent = element.getparent()
        fills = parent is not None and len(parent) == 1 and parent.tag not in PAGE
        height += not (fills or element.tag in _ROWS)
        element = parent if fills or element.tag != "td" else None
    holder = _holder(unit)
    return any(element in around for element in [holder, *holder.iterancestors()][:_BLOCK_HEIGHT])


def _holder(unit: Unit) -> Any:
    return unit.holder if unit.holder is not None else unit.members[0].part
