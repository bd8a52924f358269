"""Boxes of older announcements in the block of a list ("Các tin khác"), whose titles are too short for one elsewhere.

SharePoint's portals print the newest story of a section above its page numbers and all of a few more below, it again.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from scraper.reading.unitnames import is_older
from scraper.reading.units import Unit
from scraper.reading.weighing import weigh_known

_PAIR = 2


def take_older(units: list[Unit], accepted: float) -> None:
    """Accept the units of few words below a line that says that they go on with a list, where they stand with it alone.

    They repeat one of its announcements, or have days.
    """
    lists = [unit for unit in units if unit.score >= accepted and unit.decorated and not unit.hidden]
    within: Counter[Any] = Counter()
    for unit in units if lists else ():
        within.update(unit.members[0].chain)
    for above in lists:
        block = next((element for element in above.members[0].chain if within[element] == _PAIR), None)
        box = next((unit for unit in units if unit is not above and block in unit.members[0].chain), above)
        if box.score >= accepted or not _may_be_older(box) or not _are_alone(above, box, block, units):
            continue
        weigh_known(box, units)
        if box.dated or not _addresses(above).isdisjoint(_addresses(box)):
            box.score = max(box.score, accepted)


def _are_alone(one: Unit, other: Unit, block: Any, units: list[Unit]) -> bool:
    """Whether no further unit has an announcement in an element."""
    further = (unit for unit in units if unit is not one and unit is not other)
    return not any(block in member.chain for unit in further for member in unit.members)


def _may_be_older(unit: Unit) -> bool:
    stand = unit.members[0].stand
    return len(unit.members) > 1 and not (unit.hidden or stand.aside) and is_older(unit)


def _addresses(unit: Unit) -> set[str]:
    return {member.link.url for member in unit.members}
