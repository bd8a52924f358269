"""Of the units of a page that announce something the list that the page is there for, and what belongs to it."""

from __future__ import annotations

import re
from itertools import islice
from operator import itemgetter
from typing import Any

from scraper.reading.anchors import Anchor
from scraper.reading.frontlists import blocks_of, is_block
from scraper.reading.headings import OwnName, is_ordered, is_titled
from scraper.reading.likeunits import (
    common_block,
    is_alike,
    is_continued,
    is_headed_by_picture,
    is_of_other_section,
    tells_less,
)
from scraper.reading.page import Page
from scraper.reading.paging import Pager
from scraper.reading.runs import is_newer, run_around
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
_ENDING = re.compile(r"\.\w+$")


def main_list(
    units: list[Unit], page: Page, name: OwnName, *, anchors: list[Anchor], pagers: list[Pager], paged: bool
) -> list[Unit]:
    """Of a page's units the one that the page is there for, with those that belong to it.

    Several lists with `pagers` of their own are all of the page. What stands around the links of a unit counts for more
    than their number, since the last page of a list may hold one.
    """
    if not units:
        return units
    places = {id(anchor.element): place for place, anchor in enumerate(anchors)}
    before = units_before_pagers(units, anchors, pagers)
    elsewhere = _without_sections(units, page.own_address)
    units = [unit for unit in units if unit in elsewhere or unit in before]
    own = page.own_address
    main = max(units, key=lambda unit: _weight(unit, name, own, is_paged=unit in before))
    main = next((unit for unit in before if _is_of_newest(main, unit, before[unit], units)), main)
    if is_surely_beside(main, name) and not (paged or is_ordered(main)):
        only = [unit for unit in units if is_surely_beside(unit, name) and may_be_only(unit)]
        if not only:
            return []  # the list itself is empty, and what is left stands on every page
        main = main if main in only else only[0]
    if main.boxed and not paged:
        return blocks_of(units, name)
    top = main
    if main not in before:
        main = stream_below(main, units, name, places)
    names = places_of_name(page, units, name, anchors, places)
    begun = [*_begun(units, main, name, names, places), *run_around(units, main, name, names, anchors, places)]
    stream = stream_above(main, units, page, name, anchors, places) if main in before else None
    if stream is not None and _is_in_next_column(stream, main, before[main], units):
        stream = None
    begun += [stream] if stream is not None else []
    parted = _parted(units, main, places, anchors)
    story_parts = parts_of_section(units, stream or main, page, name, anchors, places, paged=paged)
    parted = [unit for unit in parted if unit not in story_parts or _place(unit, places) > _place(main, places)]
    if main is not top:
        parted += [unit for unit in units if _place(unit, places) < _place(top, places)]
    if main in before:
        end = max(_place_of(element, places) for element in before[main].elements)
        parted += [unit for unit in units if _place(unit, places) > end]

    def is_of_newest(unit: Unit) -> bool:
        return main in before and _is_of_newest(unit, main, before[main], units)

    def is_above_name(unit: Unit) -> bool:
        return any(_place(unit, places) < place < _place(main, places) for place in names)

    def belongs(unit: Unit) -> bool:
        if unit is main or (unit in before and not is_most_read(unit)):
            return True
        is_behind = _place(unit, places) > _place(main, places)
        if is_older(unit) and (not unit.members[0].stand.aside or main.members[0].stand.aside):
            return main not in before or not _is_in_next_column(unit, main, before[main], units)
        if unit in parted:
            return False
        if unit in begun:
            return True
        if not is_behind and is_of_other_section(unit, main, own):
            return False
        if unit in story_parts:
            return True
        if is_surely_beside(unit, name):
            return is_block(unit, main, units, name)
        if paged and _is_named_again(unit, main, name) and (is_named(main, name) or is_of_newest(unit)):
            return False
        beside, within = is_beside(unit, name), is_within(unit, own)
        if is_behind and not is_titled(unit) and not is_continued(main, unit) and is_newer(unit, main):
            return False
        if _is_other_box(unit, main, name, is_behind=is_behind):
            if is_named(main, name) and not is_continued(main, unit):
                return False
            return not paged and (is_block(unit, main, units, name) or (within and not beside))
        if paged and _has_box(unit, main) and not is_named(unit, name):
            return False
        if is_behind and not within and tells_less(unit, main) and is_headed_by_picture(unit, main):
            return False
        if is_continued(main, unit):
            return True
        return not beside and (within or (_is_near(unit, main) and not is_above_name(unit)))

    chosen = [unit for unit in units if belongs(unit)]
    left = [unit for unit in units if unit not in chosen]
    boxes = [unit for unit in left if is_titled(unit) or is_surely_beside(unit, name)]
    beside = [box for box in boxes if is_surely_beside(box, name)] if not _is_one_of_blocks(main, name) else []
    kept = {main, *begun, *before}
    chosen = [
        unit
        for unit in chosen
        if unit in kept or not (_is_rest_of_box(unit, main, boxes, places) or _is_in_column(unit, main, beside))
    ]
    further = [unit for unit in units if unit not in chosen and not is_surely_beside(unit, name)]
    amid = [unit for unit in further if is_alike(unit, main) and _is_amid(unit, chosen, units, places)]
    return [unit for unit in units if unit in chosen or unit in amid]


def _parted(units: list[Unit], main: Unit, places: dict[int, int], anchors: list[Anchor]) -> list[Unit]:
    """The units that a menu parts from the main list: several links between them that announce nothing."""
    groups: list[list[Unit]] = [[]]
    end = 0
    for (first, last), unit in sorted(((_span(unit, places), unit) for unit in units), key=lambda one: one[0]):
        between = {anchor.address for anchor in anchors[end + 1 : first] if anchor.title}
        if len(between) >= _MENU:
            groups.append([])
        groups[-1].append(unit)
        end = max(end, last)
    return [unit for group in groups if main not in group for unit in group]


def _span(unit: Unit, places: dict[int, int]) -> tuple[int, int]:
    """The places of the first and the last anchor of a unit."""
    elements = [id(member.anchor.element) for member in unit.members]
    found = [places[element] for element in elements if element in places]
    return (min(found), max(found)) if found else (0, 0)


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
    foreign = is_titled(unit) and not named
    paged = _PAGED / 2 if foreign else _PAGED
    within = unit.decorated and is_within(unit, own)
    beside = _BOXED * weight_as_box(unit, name) + _FOREIGN * foreign
    return unit.score + size + paged * is_paged + _NAMED * named + _WITHIN * within - beside


def units_before_pagers(units: list[Unit], anchors: list[Anchor], pagers: list[Pager]) -> dict[Unit, Pager]:
    """The units that stand closest before pagers, in a common element; each with its pager, that of the last first."""
    places = {id(anchor.element): place for place, anchor in enumerate(anchors)}
    ends = [max(((_place_of(one, places), one) for one in pager.elements), key=itemgetter(0)) for pager in pagers]
    found: dict[Unit, Pager] = {}
    for (place, last), pager in sorted(zip(ends, pagers, strict=True), key=lambda one: -one[0][0]):
        unit = _unit_before(units, place, last, places)
        if unit is not None:
            found.setdefault(unit, pager)
    return found


def _unit_before(units: list[Unit], limit: float, last: Any, places: dict[int, int]) -> Unit | None:
    """The unit that stands closest before the last element of a pager, in a common element; None where none does."""
    above = islice((one for one in last.iterancestors() if one.tag not in _ROWS), _PAGER_HEIGHT)
    around = {element for element in above if element.tag not in {"body", "html", "form"}}
    best, nearest = None, -1
    for unit in units:
        for member in unit.members:
            place = places.get(id(member.anchor.element), -1)
            if nearest < place < limit and not around.isdisjoint(member.chain):
                best, nearest = unit, place
    return best


def _place_of(element: Any, places: dict[int, int]) -> float:
    """Where an element stands among the anchors of its page, in page order."""
    place = places.get(id(element))
    if place is not None:
        return place
    before = reversed(element.xpath("preceding::a|ancestor::a|preceding::*[@onclick]"))
    return next((places[id(one)] + 0.5 for one in before if id(one) in places), -1.0)


def _place(unit: Unit, places: dict[int, int]) -> int:
    return min(places.get(id(member.anchor.element), 0) for member in unit.members)


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


def _is_rest_of_box(unit: Unit, main: Unit, boxes: list[Unit], places: dict[int, int]) -> bool:
    """Whether a unit without a title stands behind one of some boxes in an element that the main list is not in."""
    if is_titled(unit) or is_older(unit):
        return False
    apart = set(unit.members[0].chain).difference(main.members[0].chain)
    before = (box for box in boxes if _place(box, places) < _place(unit, places))
    return any(not apart.isdisjoint(box.members[0].chain) for box in before)


def _is_one_of_blocks(main: Unit, name: OwnName) -> bool:
    """Whether a list has a title that is not the page's: others with titles may be lists of the page as well."""
    return is_titled(main) and not is_named(main, name)


def _is_in_column(unit: Unit, main: Unit, boxes: list[Unit]) -> bool:
    """Whether a unit with a title is made as one of some boxes, in an element with it that the main list is not in."""
    if not is_titled(unit) or is_older(unit):
        return False
    around = main.members[0].chain
    return any(is_continued(box, unit) and common_block(box, unit) not in around for box in boxes)


def _is_of_newest(unit: Unit, paged: Unit, pager: Pager, units: list[Unit]) -> bool:
    """Whether a unit is a box of the newest of a longer list with a pager that it stands beside."""
    if unit is paged or len(unit.members) >= len(paged.members) or not is_alike(unit, paged):
        return False
    return _has_box(unit, paged) and _is_in_next_column(unit, paged, pager, units)


def _is_in_next_column(unit: Unit, main: Unit, pager: Pager, units: list[Unit]) -> bool:
    """Whether a unit stands beside the column that has the main list and its pager, which knows what is older there.

    Columns are cells of a row; other elements are where the unit stands among further lists (PHP-Nuke's blocks).
    """
    home = common_block(unit, main)
    column, own = (
        next((one for one in part.members[0].chain if one.getparent() is home), None) for part in (unit, main)
    )
    if column is None or own is None or not all(own in element.iterancestors() for element in pager.elements):
        return False
    return column.tag == "td" or any(column in other.members[0].chain for other in units if other is not unit)


def _sections(unit: Unit) -> set[str]:
    """The first directories of the addresses of a unit."""
    parts = (member.link.url.partition("?")[0].split("/", 4) for member in unit.members)
    return {path[3] if len(path) > 4 else "" for path in parts}


def _begun(units: list[Unit], main: Unit, name: OwnName, names: list[float], places: dict[int, int]) -> list[Unit]:
    """The units before the main list that are its beginning, featured apart.

    Those above a list of others ("Tin khác"), up to the first with a title or the page's own name; else those over
    which that stands, and none over the main list, and what is said to be pinned there.
    """
    begin = _place(main, places)
    before = [unit for unit in units if _place(unit, places) < begin and is_alike(unit, main)]
    before = [unit for unit in before if not is_beside(unit, name)]
    if not is_older(main):
        pinned = [unit for unit in before if is_pinned(unit)]
        return pinned if is_titled(main) else [unit for unit in before if unit in pinned or is_named(unit, name)]
    before.sort(key=lambda unit: -_place(unit, places))
    titled = next((count for count, unit in enumerate(before, start=1) if is_titled(unit)), len(before))
    named = max((place for place in names if place < begin), default=-1.0)
    return [unit for unit in before[:titled] if _place(unit, places) > named]


def _is_amid(unit: Unit, chosen: list[Unit], units: list[Unit], places: dict[int, int]) -> bool:
    """Whether a unit without a title stands between announcements of the list, in one block with some and no others."""
    spans = [_span(other, places) for other in chosen]
    first, last = _span(unit, places)
    if is_titled(unit) or not min(spans)[0] < first <= last < max(end for _, end in spans):
        return False
    if any(unit.holder in member.chain for other in chosen for member in other.members):
        return True
    others = [other.members[0].chain for other in units if other is not unit and other not in chosen]
    blocks = {common_block(unit, other) for other in chosen}
    return any(all(block not in chain for chain in others) for block in blocks)


def is_within(unit: Unit, own: str) -> bool:
    """Whether all links of a unit lead below the page's own address."""
    section = _ENDING.sub("", own.partition("?")[0]).rstrip("/") + "/"
    return section.count("/") > 3 and all(member.link.url.startswith(section) for member in unit.members)


def _is_near(unit: Unit, main: Unit) -> bool:
    """Whether a unit of like addresses stands in the column of the main list: close by, and in the same cell."""
    if not is_alike(unit, main):
        return False
    around = []
    for element in [_holder(main), *_holder(main).iterancestors()][:_COLUMN_HEIGHT]:
        around.append(element)
        if element.tag == "td":
            break
    holder = _holder(unit)
    return any(element in around for element in [holder, *holder.iterancestors()][:_BLOCK_HEIGHT])


def _holder(unit: Unit) -> Any:
    return unit.holder if unit.holder is not None else unit.members[0].part
