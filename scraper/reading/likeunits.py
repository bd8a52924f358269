"""Units that are made alike, as the pieces of one list are."""

from __future__ import annotations

import re
from typing import Any

from scraper.reading.records import lines_of
from scraper.reading.shapes import kin_of
from scraper.reading.units import Unit

_MOST = 0.5
_BETWEEN = re.compile(r"[/?&]")


def is_alike(unit: Unit, main: Unit) -> bool:
    """Whether the addresses of two units are of one form."""
    forms = main.forms
    if unit.forms <= forms:
        return True
    return sum(kin_of(member.link.shape) in forms for member in unit.members) * 2 > len(unit.members)


def is_continued(main: Unit, unit: Unit) -> bool:
    """Whether a unit is a further piece of the main list: of the same make, in the same kind of place."""
    return unit.place == main.place and unit.decorated == main.decorated and is_alike(unit, main)


def is_of_other_section(unit: Unit, main: Unit, own: str) -> bool:
    """Whether the addresses of a unit are of no section that all of the main list and the page's own tell alike.

    Sections are directories and parameters ("/tin-tuc/", "op=tin-tuc/", "catid=7").
    """
    told = _pieces(own).intersection(*(_pieces(member.link.url) for member in main.members))
    return not any(told <= _pieces(member.link.url) for member in unit.members)


def _pieces(url: str) -> set[str]:
    return set(_BETWEEN.split(url.partition("//")[2]))


def common_block(one: Unit, other: Unit) -> Any:
    """The nearest element that holds two units."""
    around = set(other.members[0].chain)
    return next((element for element in one.members[0].chain if element in around), None)


def tells_less(unit: Unit, main: Unit) -> bool:
    """Whether the announcements of a unit have no summaries, or no days, where those of the main list have."""
    return (unit.summed < _MOST <= main.summed) or (unit.dated < _MOST <= main.dated)


def is_headed_by_picture(unit: Unit, main: Unit) -> bool:
    """Whether a picture that is not its own stands for a name over a unit, in an element without the main list."""
    home, own = common_block(unit, main), {anchor.element for one in unit.members for anchor in one.link.anchors}
    for element in unit.members[0].chain:
        if element is home or element.getparent() is home:
            return False
        for before in element.itersiblings(preceding=True):
            if lines_of([before]):
                return False
            if next(before.iter("img"), None) is not None and own.isdisjoint(before.iter("a")):
                return True
    return False
