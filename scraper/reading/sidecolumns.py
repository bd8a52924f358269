"""Boxes in columns beside the sections of a front page that show its stories again.

The front pages of agencies and papers have a column of sections, each with a story or two and some bare titles. In the
columns beside it stand the most read and the newest stories (NukeViet, VNPT's portals, WordPress, the tables of
WebForms). Other boxes there ("Thông báo", "Văn bản mới") are listed as the sections are: what they show stands nowhere
else on the page.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import chain
from typing import Any

from scraper.reading.frontlists import column_of
from scraper.reading.headings import OwnName, block_with_title, is_titled
from scraper.reading.records import lines_of
from scraper.reading.unitnames import is_beside, is_most_read, is_newest, name_of_box
from scraper.reading.units import Unit

_NO_STORIES = re.compile(r"\b(?:van ban|vb|cong van|quyet dinh|nghi quyet|cong bao|thong bao)\b")
_SECTIONS = 3
"""Lists with stories, made alike, of which a column is one of sections."""


def without_side_columns(units: list[Unit], name: OwnName) -> list[Unit]:
    """The units of a front page, without the boxes in columns beside that of its sections, where it has several."""
    blocks = [unit for unit in units if not is_beside(unit, name)]
    if len(blocks) < _SECTIONS:
        return units
    column = column_of(blocks)
    around = {column, *column.iterancestors()}
    sections: list[Unit] = []
    sides: dict[Any, list[Unit]] = defaultdict(list)
    for unit in units:
        if column in unit.members[0].chain:
            sections.append(unit)
            continue
        side = next((above for above in reversed(unit.members[0].chain) if above not in around), None)
        if side is not None:
            sides[side].append(unit)
    makes = Counter(unit.place for unit in sections if unit.decorated)
    if max(makes.values(), default=0) < _SECTIONS:
        return units
    boxes: set[Unit] = set()
    for side, beside in sides.items():
        is_behind = not around.isdisjoint(side.itersiblings(preceding=True))
        found = _boxes(side, beside, is_behind=is_behind)
        boxes.update(_with_rests(found, beside, side))
    return [unit for unit in units if unit not in boxes]


def _boxes(side: Any, beside: list[Unit], *, is_behind: bool) -> list[Unit]:
    """Those of the units in an element beside the sections that show stories again, where it is a column.

    The newest and the featured above the sections are none: they are the page's first stories.
    """
    titled = (unit for unit in beside if is_titled(unit) and _is_in_column(unit, side))
    return [unit for unit in titled if is_most_read(unit) or (is_behind and _is_of_newest(unit))]


def _with_rests(boxes: list[Unit], beside: list[Unit], side: Any) -> list[Unit]:
    """Some boxes with the bare titles below the story of one, in the element that holds its name and no other."""
    named = Counter(element for unit in beside if is_titled(unit) for element in unit.members[0].chain)
    homes = {home for home in map(block_with_title, boxes) if home is not side and named[home] == 1}
    return boxes + [unit for unit in beside if not (is_titled(unit) or homes.isdisjoint(unit.members[0].chain))]


def _is_in_column(unit: Unit, side: Any) -> bool:
    """Whether a unit stands in a cell, aside by its markup, or in one element with other things than its title."""
    if side.tag == "td" or unit.members[0].stand.aside:
        return True
    block = block_with_title(unit)
    if block is side:
        own = {*unit.head.iterancestors(), unit.head, *unit.members[0].chain}
        return any(map(_shows, (one for one in side if one not in own)))
    while block is not side and side in block.iterancestors():
        others = chain(block.itersiblings(), block.itersiblings(preceding=True))
        if any(map(_shows, others)):
            return True
        block = block.getparent()
    return False


def _shows(element: Any) -> bool:
    """Whether an element has words or a picture."""
    return bool(lines_of([element])) or next(element.iter("img"), None) is not None


def _is_of_newest(unit: Unit) -> bool:
    """Whether a unit is called the newest stories; notices and documents are no stories."""
    return is_newest(unit) and _NO_STORIES.search(name_of_box(unit)) is None
