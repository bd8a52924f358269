"""Units that are made alike, as the pieces of one list are."""

from __future__ import annotations

from typing import Any

from scraper.reading.records import lines_of
from scraper.reading.shapes import kin_of
from scraper.reading.units import Unit

_MOST = 0.5


def is_alike(unit: Unit, main: Unit) -> bool:
    """Whether the addresses of two units are of one form."""
    kin = {kin_of(member.link.shape) for member in main.members}
    return sum(kin_of(member.link.shape) in kin for member in unit.members) * 2 > len(unit.members)


def is_continued(main: Unit, unit: Unit) -> bool:
    """Whether a unit is a further piece of the main list: of the same make, in the same kind of place."""
    return unit.place == main.place and unit.decorated == main.decorated and is_alike(unit, main)


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
