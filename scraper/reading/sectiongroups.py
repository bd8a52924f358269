"""The groups of a section's page, one for each of its sub-sections: a name, a story and bare titles, or only these.

The front of "Tin tức" shows the newest of "Chính trị", "Kinh tế" and "Văn hóa" (SharePoint in a web part each). None of
them is the main list, and none bears the page's own name; a list that does stands above boxes of other sections.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Any

from archive.addresses import canonical
from archive.vietnamese.spelling import fold
from scraper.reading.headings import OwnName, block_with_title, is_titled
from scraper.reading.likeunits import is_alike
from scraper.reading.order import Order
from scraper.reading.page import Page
from scraper.reading.records import lines_of
from scraper.reading.unitnames import is_beside, is_older
from scraper.reading.units import Unit
from scraper.reading.within import all_below, is_within

_SEVERAL = 3
"""Groups made alike that are a page's whatever they are of; one list beside another may be a box."""

_ABOVE = 3
"""Elements, and lines of them, that stand between a group and the name above it at most."""


@dataclass(slots=True, eq=False)
class _Group:
    """The unit right below a name, the smallest element that has both, and what else is below that name there."""

    first: Unit
    block: Any
    units: list[Unit]


def groups_of_section(units: list[Unit], main: Unit, page: Page, name: OwnName, order: Order) -> set[Unit]:
    """The units of all groups in the column of the main list, where that is of one of several made alike."""
    groups = _groups(units, name, order)
    around = next((group for group in groups if main in group.units), None)
    if around is None:
        return set()
    alike = [group for group in groups if _are_alike(group, around)]
    if is_within(around.first, page.own_address):
        alike = [group for group in alike if is_within(group.first, page.own_address)]
    if sum(name.is_told_over(group.first) for group in alike) == 1 or _is_named_apart(around, alike, name):
        return set()
    beside: list[_Group] = []
    for element in around.first.members[0].chain:
        inside = [group for group in alike if element in group.first.members[0].chain]
        if len(inside) == len(beside):
            continue
        if _are_of_page(beside, page) and not _has_only(element, inside, units):
            break
        beside = inside
    return {unit for group in beside for unit in group.units} if _are_of_page(beside, page) else set()


def _is_named_apart(group: _Group, alike: list[_Group], name: OwnName) -> bool:
    """Whether the page's own name stands over a group in an element that has none of the others, as in a column."""
    others = [other.first.members[0].chain for other in alike if other is not group]
    for element, around in pairwise([group.block, *group.block.iterancestors()]):
        if any(around in chain for chain in others):
            return False
        above = islice(element.itersiblings(preceding=True), _ABOVE)
        if any(name.holds(fold(line)) for line in islice(lines_of(above), _ABOVE)):
            return True
    return False


def _groups(units: list[Unit], name: OwnName, order: Order) -> list[_Group]:
    """Units by the names above them, without boxes that stand beside a list."""
    groups: list[_Group] = []
    last: _Group | None = None
    for unit in sorted(units, key=order.first):
        if is_titled(unit) and not is_older(unit):
            last = None if is_beside(unit, name) else _Group(unit, block_with_title(unit), [unit])
            groups += [last] if last is not None else []
        elif last is not None and last.block in unit.members[0].chain:
            last.units.append(unit)
    return groups


def _are_alike(group: _Group, other: _Group) -> bool:
    """Whether two groups have names in like elements, and announcements made alike in like places."""
    if group.first.head.tag != other.first.head.tag or group.block.tag != other.block.tag:
        return False
    return any(
        one.place == two.place and one.decorated == two.decorated and is_alike(one, two)
        for one in group.units
        for two in other.units
    )


def _are_of_page(groups: list[_Group], page: Page) -> bool:
    """Whether groups are a page's: several, or two that each have a story above titles or lead to a sub-section."""
    if len(groups) >= _SEVERAL:
        return True
    return len(groups) > 1 and all(len(group.units) > 1 or _leads_below(group, page) for group in groups)


def _leads_below(group: _Group, page: Page) -> bool:
    heads = [canonical(anchor.get("href") or "", page.base) or "" for anchor in group.first.head.iter("a")]
    return (heads != [] and all_below(heads, page.own_address)) or is_within(group.first, page.own_address)


def _has_only(element: Any, groups: list[_Group], units: list[Unit]) -> bool:
    """Whether an element has nothing that announces but some groups."""
    own = {unit for group in groups for unit in group.units}
    return all(unit in own for unit in units if element in unit.members[0].chain)
