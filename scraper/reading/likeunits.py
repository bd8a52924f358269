"""Units that are made alike, as the pieces of one list are."""

from __future__ import annotations

from typing import Any

from scraper.reading.shapes import kin_of
from scraper.reading.units import Unit


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
