"""Boxes that stand like records in a list: each with its name above a first announcement and further ones."""

from __future__ import annotations

from itertools import dropwhile
from typing import Any

from scraper.reading.anchors import Link
from scraper.reading.headings import OwnName, heading_of, is_titled
from scraper.reading.invitations import is_more
from scraper.reading.records import lines_in, lines_of, tells_day
from scraper.reading.shapes import TELLING_NUMBER, has_id, kin_of, words_in
from scraper.reading.units import Member, Unit
from scraper.reading.within import count_below

_LONGEST_NAME = 6
"""Words of the name of a box."""
_LABEL = 4
_SIGNS = 8
"""Characters beside the name of a box in its element: arrows, the number of its entries."""
_FURTHER = 2
"""Announcements that a box has besides the one that stands where a record has its title."""


def with_boxes_apart(units: list[Unit], links: list[Link], name: OwnName) -> list[Unit]:
    """The units without what begins or names a box in place of a record; each such link is a unit of its own.

    What begins the list below the page's own name is one as well, and no box.
    """
    shown = {anchor.element: link for link in links for anchor in link.anchors if anchor.title}
    found: list[Unit] = []
    for unit in units:
        lines = {member: _line_over_box(member, shown) for member in unit.members if unit.holder is not None}
        boxed = {member: line for member, line in lines.items() if line is not None}
        if not boxed:
            found.append(unit)
            continue
        unit.leave_to([member for member in unit.members if member not in boxed])
        found += [unit] if unit.members else []
        found += [Unit(None, unit.place, [one], boxed=not name.is_of_page(line)) for one, line in boxed.items()]
    return found


def without_own_heads(units: list[Unit], name: OwnName) -> list[Unit]:
    """The units without a first link that is their heading: nothing but a short name, over others.

    Others that show more stand below one with the name of the page, or with an address of no form of theirs; any below
    one that leads to their section, or without an id in an element of its own make.
    """
    for unit in units:
        first, *further = unit.members
        if not further or first.words > _LONGEST_NAME:
            continue
        is_over = _leads_to_section(unit, first, further) or _is_of_other_make(first, further, name)
        if _is_set_apart(first, further) or (is_over and _is_bare(first)):
            unit.leave_to(further)
    return units


def _is_of_other_make(first: Member, further: list[Member], name: OwnName) -> bool:
    """Whether most of some others show more than a link called as the page, or one with an address of another form."""
    if len(further) < _FURTHER or sum(map(_is_bare, further)) * 2 >= len(further):
        return False
    return name.is_of_page(first.title) or kin_of(first.link.shape) not in {kin_of(one.link.shape) for one in further}


def _is_set_apart(first: Member, further: list[Member]) -> bool:
    """Whether a link without an id in its address stands over others with one, in an element made as none of theirs.

    What seems to be its summary may be that of a story which stands between them.
    """
    if (
        len(further) < _FURTHER
        or first.dated
        or first.link.pictured
        or not all(has_id(one.link.shape) for one in further)
    ):
        return False
    if sum(map(len, lines_of([first.part]))) > len(first.title) + _SIGNS:
        return False
    path = first.link.url.partition("//")[2].partition("/")[2]
    if has_id(first.link.shape) and TELLING_NUMBER.search(path) is not None:
        return False
    if kin_of(first.link.shape) in {kin_of(one.link.shape) for one in further}:
        return False
    made = (first.part.tag, first.part.get("class"))
    return made not in {(one.part.tag, one.part.get("class")) for one in further}


def _leads_to_section(unit: Unit, first: Member, further: list[Member]) -> bool:
    """Whether the address of a link is what most of some others are below, or what "Xem tiếp" behind these leads to."""
    if count_below((member.link.url for member in further), first.link.url) * 2 > len(further):
        return True
    more = {anchor.element for anchor in first.link.anchors if is_more(anchor.text)}
    if not more:
        return False
    behind = dropwhile(lambda element: element is not further[-1].anchor.element, unit.holder.iter("a"))
    return not more.isdisjoint(behind)


def without_announced_heads(units: list[Unit]) -> list[Unit]:
    """The units without titles over them that are announcements of their form, featured with nothing but pictures.

    The name of a section may be as long as a title ("Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh").
    """
    shown = {member.anchor.element: member.link for unit in units for member in unit.members}
    for unit in units:
        if not is_titled(unit) or not unit.linked:
            continue
        link = next((shown[anchor] for anchor in unit.head.iter("a") if anchor in shown), None)
        if link is None or not (has_id(link.shape) and link.pictured):
            continue
        if kin_of(link.shape) in unit.forms and words_in(heading_of(unit)) > _LABEL:
            unit.heading, unit.titled = "", False
    return units


def without_heads_of_boxes(units: list[Unit]) -> list[Unit]:
    """The lists of a page without links in the rows of one that are the headings of the others, as tables have them.

    They have nothing but a short name, over links whose addresses are of no form of theirs.
    """
    heads = {
        anchor: {kin_of(member.link.shape) for member in unit.members}
        for unit in units
        if is_titled(unit) and unit.linked
        for anchor in unit.head.iter("a")
    }
    for unit in units:
        kept = [member for member in unit.members if not _is_head(member, heads)]
        if len(kept) < len(unit.members):
            if unit.members[0] not in kept:
                unit.heading = None
            unit.leave_to(kept)
    return [unit for unit in units if unit.members]


def _is_head(member: Member, heads: dict[Any, set[str]]) -> bool:
    below = heads.get(member.anchor.element, {kin_of(member.link.shape)})
    return kin_of(member.link.shape) not in below and member.words <= _LONGEST_NAME and _is_bare(member)


def _is_bare(member: Member) -> bool:
    """Whether a link shows neither a day nor a summary nor a picture."""
    return not (member.dated or member.summary or member.link.pictured)


def _line_over_box(member: Member, shown: dict[Any, Link]) -> str | None:
    """The first line of the part of a link that is a box: its name, with further announcements below; else None."""
    inside = [shown[element] for element in member.part.iter("a") if element in shown]
    if len(inside) <= _FURTHER:
        return None
    further = [link for link in inside if link is not member.link]
    alike = {link.url for link in further if kin_of(link.shape) == kin_of(further[-1].shape) and has_id(link.shape)}
    if len(alike) < _FURTHER:
        return None
    first = next(iter(lines_in(member.part)), "")
    if words_in(first) > _LONGEST_NAME or tells_day(first):
        return None
    if first == member.title:
        return None if has_id(member.link.shape) else first
    return first if kin_of(member.link.shape) == kin_of(further[-1].shape) else None
