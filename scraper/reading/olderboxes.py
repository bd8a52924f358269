"""Boxes of older announcements in the block of a list ("Các tin khác"), whose titles are too short for one elsewhere.

SharePoint's portals print the newest story of a section above its page numbers and all of a few more below, it again.
"""

from __future__ import annotations

from collections import Counter, defaultdict
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
    begun: dict[Any, list[Unit]] = defaultdict(list)
    around: Counter[Any] = Counter()
    for unit in units if lists else ():
        for element in unit.members[0].chain:
            begun[element].append(unit)
        around.update({element for member in unit.members for element in member.chain})
    pairs: list[tuple[Unit, Unit]] = []
    for above in lists:
        block = next((element for element in above.members[0].chain if len(begun[element]) == _PAIR), None)
        box = next((unit for unit in begun[block] if unit is not above), above) if block is not None else above
        if box.score < accepted and _may_be_older(box) and around[block] == _PAIR:
            pairs.append((above, box))
    weigh_known([box for _, box in pairs], units)
    for above, box in pairs:
        if box.dated or not _addresses(above).isdisjoint(_addresses(box)):
            box.score = max(box.score, accepted)


def _may_be_older(unit: Unit) -> bool:
    stand = unit.members[0].stand
    return len(unit.members) > 1 and not (unit.hidden or stand.aside) and is_older(unit)


def _addresses(unit: Unit) -> set[str]:
    return {member.link.url for member in unit.members}
