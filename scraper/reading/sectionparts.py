"""The parts of a newspaper's section that together are its list: the story on top, a row of others, the stream.

The newest stories of a section are printed larger than the others and so in another markup, above the stream or in
pieces that advertisements part (VCCorp, MasterCMS, VnExpress, VietNamNet). They have the form of address, the picture
and the kind of heading of the stream, the name of the section stands above them all, and none of a box over them.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from archive.addresses import canonical
from scraper.reading.anchors import HEADINGS, Anchor
from scraper.reading.headings import OwnName, is_titled
from scraper.reading.invitations import leads_home
from scraper.reading.likeunits import common_block, is_alike
from scraper.reading.order import Order, stands_between
from scraper.reading.page import Page
from scraper.reading.records import one_line
from scraper.reading.shapes import is_numbered, words_in
from scraper.reading.unitnames import is_beside, is_named
from scraper.reading.units import Unit

_MOST = 0.5
_SEVERAL = 2
"""Units around which an element is no record: what is taken for that of a single story may be the whole column."""
_STREAM = 3
"""Stories that make a stream."""
_LONGEST_NAME = 6
"""Words of the name of a box."""


def stream_below(main: Unit, units: list[Unit], name: OwnName, order: Order) -> Unit:
    """The stream that goes on below what stands right below the name of a section; this one where there is none."""
    if not is_named(main, name) or not _is_story(main):
        return main
    behind = [unit for unit in units if order.first(unit) > order.first(main)]
    streams = [unit for unit in behind if _is_stream(unit) and _is_part(unit, main, name)]
    return max([main, *streams], key=lambda unit: len(unit.members))


def stream_above(main: Unit, units: list[Unit], name: OwnName, names: list[float], order: Order) -> Unit | None:
    """The stories right above a list of bare titles without a name of its own, which are older ones of their section.

    NukeViet and others print the first of each page with pictures and texts, and the rest as bare titles. `names` is
    where the page's own name stands.
    """
    begin = order.first(main)
    above = max((unit for unit in units if order.first(unit) < begin), key=order.first, default=None)
    if above is None or _is_story(main) or not _is_part(above, main, name):
        return None
    if len(above.members) == 1 and not _is_featured(above):
        return None
    if is_titled(main) and not _is_of(main.head, above):
        return None
    return above if _begins_below_name(above, begin, names, order) else None


def _is_of(element: Any, unit: Unit) -> bool:
    """Whether an element is of the records of a unit."""
    around = {element, *element.iterancestors()}
    return any(member.part in around or element in member.chain for member in unit.members)


def parts_of_section(
    units: list[Unit], main: Unit, name: OwnName, names: list[float], order: Order, *, paged: bool
) -> list[Unit]:
    """The units that are parts of one section with the main list."""
    if not _is_story(main) or not is_numbered(main.members[0].link.shape) or len(main.members) < _STREAM:
        return []
    parts = [unit for unit in units if unit is not main and _is_part(unit, main, name)]
    begin = order.first(main)
    before = [unit for unit in parts if order.first(unit) < begin]
    below = [unit for unit in parts if unit not in before and _is_stream(unit)]
    if is_named(main, name) or (is_titled(main) and not paged):
        return below
    before = [unit for unit in before if _begins_below_name(unit, begin, names, order)]
    return before + below


def _is_story(unit: Unit) -> bool:
    """Whether a unit is of stories with their pictures or summaries."""
    return max(unit.pictured, unit.summed) >= _MOST


def _is_stream(unit: Unit) -> bool:
    """Whether a unit is one of several stories with pictures, each with a summary or a day, as boxes seldom are."""
    return len(unit.members) >= _STREAM and _is_story(unit) and max(unit.summed, unit.dated) >= _MOST


def _is_part(unit: Unit, main: Unit, name: OwnName) -> bool:
    """Whether a unit is made like the main list and has no name of a box over it."""
    if not _is_story(unit) or not is_alike(unit, main) or is_beside(unit, name):
        return False
    if unit.headed < main.headed and not _is_featured(unit):
        return False
    if is_titled(unit) and not is_named(unit, name) and not _is_label(unit):
        return False
    return not _has_name_apart(unit, main, name)


def _is_featured(unit: Unit) -> bool:
    """Whether a unit is a single story with its picture and its summary."""
    return len(unit.members) == 1 and min(unit.pictured, unit.summed) >= _MOST


def _is_label(unit: Unit) -> bool:
    """Whether the line over a single story is the name of its section, between the story's picture and its title."""
    if len(unit.members) > 1 or not unit.linked:
        return False
    pictures = {anchor.element for anchor in unit.members[0].link.anchors if anchor.pictured}
    over = (before for one in (unit.head, unit.head.getparent()) for before in one.itersiblings(preceding=True))
    return any(not pictures.isdisjoint(before.iter("a")) for before in over)


def _has_name_apart(unit: Unit, main: Unit, name: OwnName) -> bool:
    """Whether a short heading, not the page's own, stands above a unit in an element that has not the main list."""
    home = common_block(unit, main)
    for element in unit.members[0].chain:
        if element is home or element.getparent() is home:
            return False
        for before in element.itersiblings(preceding=True):
            if (heading := _heading_in(before)) is not None:
                line = one_line("".join(heading.itertext()))
                return words_in(line) <= _LONGEST_NAME and not name.is_of_page(line)
    return False


def _heading_in(element: Any) -> Any:
    """The last heading of an element that stands before a unit."""
    return next((one for one in reversed([*element.iter(*HEADINGS)]) if one_line("".join(one.itertext()))), None)


def places_of_name(page: Page, units: list[Unit], name: OwnName, anchors: list[Anchor], order: Order) -> list[float]:
    """Where among the anchors the page's own name stands: headings, links to itself and the ways to it."""
    around = Counter(element for unit in units for element in {*unit.members[0].chain})
    records = {member.part for unit in units for member in unit.members if around[member.part] < _SEVERAL}
    own, base, found = page.own_address, page.base, list[float]()
    known, last = {id(anchor.element): anchor for anchor in anchors}, -1
    for element in page.tree.iter("a", *HEADINGS[:3]):
        if element.tag != "a":
            if name.is_of_page(one_line("".join(element.itertext()))):
                found.append(last + 0.5)
            continue
        last = order.place(element, last)
        anchor = known.get(id(element))
        if anchor is None:
            continue
        is_own = canonical(anchor.address, base) == own and records.isdisjoint(element.iterancestors())
        if is_own or leads_home(anchor.text):
            found.append(last)
    return found


def _begins_below_name(unit: Unit, begin: int, names: list[float], order: Order) -> bool:
    """Whether the page's own name, if it has one, stands above a unit and not between it and the main list."""
    first = order.first(unit)
    return (not names or names[0] < first) and not stands_between(names, first, begin)
