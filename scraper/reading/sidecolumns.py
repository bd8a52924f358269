"""What stands beside the sections of a front page: registers of documents, and boxes that show its stories again.

The front pages of agencies and papers have a column of sections, each with a story or two and some bare titles. In the
columns beside it stand the newest documents of a register with pages of its own ("Văn bản mới", often as bare numbers),
the most read and the newest stories (NukeViet, VNPT's portals, WordPress, the tables of WebForms). Other boxes there
("Thông báo", "Văn bản mới" among the articles of Liferay) are listed as the sections are.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import chain
from typing import Any

from scraper.reading.frontlists import column_of
from scraper.reading.headings import OwnName, is_titled
from scraper.reading.records import lines_of
from scraper.reading.shapes import kin_of
from scraper.reading.unitnames import is_beside, is_most_read, is_newest, name_of_box
from scraper.reading.units import Unit

_PAPERS = re.compile(r"\b(?:van ban|vb|cong van|quyet dinh|nghi quyet|cong bao)\b")
_NOTICES = re.compile(r"\bthong bao\b")
_SECTIONS = 3
"""Lists with stories, made alike, of which a column is one of sections."""
_NUMBER = 4
"""Words of the number of a paper at most ("15/2024/QĐ-UBND")."""
_MOST = 0.5
_BOXES = 2
"""Boxes of stories shown again, by which a column is known that has nothing else."""


def without_side_columns(units: list[Unit], name: OwnName) -> list[Unit]:
    """The units of a front page, without the boxes in columns beside that of its sections, where it has several."""
    blocks = [unit for unit in units if not (is_beside(unit, name) or _is_of_papers(unit))]
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
    forms, directories = set[tuple[int, str]]().union(*map(_forms, sections)), _directories(sections)
    boxes: set[Unit] = set()
    for side, beside in sides.items():
        is_behind = not around.isdisjoint(side.itersiblings(preceding=True))
        found = _boxes(side, beside, forms, directories, is_behind=is_behind)
        boxes.update(_with_rests(found, beside, side))
    return [unit for unit in units if unit not in boxes]


def _boxes(
    side: Any, beside: list[Unit], forms: set[tuple[int, str]], directories: set[str], *, is_behind: bool
) -> list[Unit]:
    """Those of the units in an element beside the sections that are boxes, where it is a column.

    The newest and the featured above the sections are none: they are the page's first stories. Several boxes of stories
    shown again, which are most of a column, tell that its notices are too, where the sections' directories have them.
    """
    titled = [unit for unit in beside if is_titled(unit) and _is_in_column(unit, side)]
    again = [unit for unit in titled if is_most_read(unit) or (is_behind and _is_of_newest(unit))]
    if len(again) >= _BOXES and _count(again) > _MOST * _count(beside):
        again += [unit for unit in titled if _is_of_notices(unit) and not _directories([unit]).isdisjoint(directories)]
        return again + [unit for unit in titled if _is_of_papers(unit)]
    return again + [unit for unit in titled if _is_of_papers(unit) and _is_of_register(unit, forms)]


def _with_rests(boxes: list[Unit], beside: list[Unit], side: Any) -> list[Unit]:
    """Some boxes with the bare titles below the story of one, in the element that holds its name and no other."""
    named = Counter(element for unit in beside if is_titled(unit) for element in unit.members[0].chain)
    homes = {home for home in map(_block, boxes) if home is not side and named[home] == 1}
    return boxes + [unit for unit in beside if not (is_titled(unit) or homes.isdisjoint(unit.members[0].chain))]


def _block(unit: Unit) -> Any:
    """The smallest element that holds a unit and what is its title."""
    around = set(unit.head.iterancestors())
    return next(above for above in unit.members[-1].chain if above in around)


def _is_in_column(unit: Unit, side: Any) -> bool:
    """Whether a unit stands in a cell, aside by its markup, or in one element with other things than its title."""
    if side.tag == "td" or unit.members[0].stand.aside:
        return True
    block = _block(unit)
    while block is not side and side in block.iterancestors():
        others = chain(block.itersiblings(), block.itersiblings(preceding=True))
        if any(lines_of([one]) or next(one.iter("img"), None) is not None for one in others):
            return True
        block = block.getparent()
    return False


def _is_of_newest(unit: Unit) -> bool:
    """Whether a unit is called the newest stories; notices and documents are no stories."""
    return is_newest(unit) and not _is_of_notices(unit) and _PAPERS.search(name_of_box(unit)) is None


def _is_of_notices(unit: Unit) -> bool:
    return _NOTICES.search(name_of_box(unit)) is not None


def _is_of_papers(unit: Unit) -> bool:
    """Whether a unit is a box of documents: called so, or with nothing but their numbers for titles."""
    return is_titled(unit) and (_is_of_numbers(unit) or _PAPERS.search(name_of_box(unit)) is not None)


def _is_of_numbers(unit: Unit) -> bool:
    return unit.numbered > _MOST and all(member.words <= _NUMBER for member in unit.members)


def _is_of_register(unit: Unit, forms: set[tuple[int, str]]) -> bool:
    """Whether documents are shown by their bare numbers, or their addresses have none of some forms."""
    return _is_of_numbers(unit) or _forms(unit).isdisjoint(forms)


def _forms(unit: Unit) -> set[tuple[int, str]]:
    """The forms of the addresses of a unit, with the count of directories."""
    return {(shape.partition("?")[0].count("/"), kin_of(shape)) for shape in (one.link.shape for one in unit.members)}


def _directories(units: list[Unit]) -> set[str]:
    return {one.link.url.rpartition("/")[0] for unit in units for one in unit.members}


def _count(units: list[Unit]) -> int:
    return sum(len(unit.members) for unit in units)
