"""Sections without announcements, which say so where their list would stand: below their name or the way to them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from archive.vietnamese.spelling import fold
from scraper.reading.headings import OwnName, heading_of, is_titled, own_line_over, ways_to
from scraper.reading.outcome import says_nothing_shown, tells_emptiness
from scraper.reading.records import one_line
from scraper.reading.standing import Stand, stand_of
from scraper.reading.units import Unit

_SILENT = frozenset({"a", "button", "label", "option", "textarea", "script", "style", "title"})
_FIELDS = frozenset({"input", "select", "textarea", "button"})
_PIECES = 3
"""Elements at most in one that says nothing else."""
_LONGEST = 800
"""Characters of a notice at most, whose letters may have two marks each."""
_NEAR = 2
"""Elements around what the form for a search suggests, among which is the one with its fields."""


def is_empty_section(tree: Any, name: OwnName, units: list[Unit]) -> bool:
    """Whether a page says that there is nothing right below its own name or the way to it, a form for a search between.

    What stands beside the page, out of sight, or among the fields of the form says nothing of its list. Of the `units`
    those without a title of their own may be that list where they stand in the same element, and those below a title
    with which the way to the page ends are it.
    """
    if not tells_emptiness(tree):
        return False
    titled = tuple({fold(heading_of(unit)) for unit in units if is_titled(unit)})
    held = {element for unit in units if not is_titled(unit) for member in unit.members for element in member.chain}
    ways = ways_to(tree)
    for element in _notices(tree):
        head = own_line_over(element, name, ways)
        if head is None or fold(_said(head)).endswith(titled):
            continue
        around = set(head.iterancestors())
        block = next(above for above in element.iterancestors() if above in around)
        if block not in held:
            return True
    return False


def _notices(tree: Any) -> Iterator[Any]:
    """The elements that say nothing but that there is nothing, not beside the fields of a form as what it suggests."""
    stands: dict[Any, Stand] = {}
    asking = {field.getparent() for field in tree.iter(*_FIELDS)}
    for element in tree.iter("*"):
        if element.tag in _SILENT or len(element) > _PIECES or not (element.text and _says_nothing(element)):
            continue
        stand = stand_of(element, stands)
        is_suggested = not asking.isdisjoint(islice(element.iterancestors(), _NEAR))
        if not (stand.navigation or stand.aside or stand.hidden or is_suggested):
            yield element


def _says_nothing(element: Any) -> bool:
    """Whether an element says that there is nothing; what is longer than any notice is not read to its end."""
    size, pieces = 0, []
    for piece in element.itertext():
        size += sum(map(len, piece.split()))
        if size > _LONGEST:
            return False
        pieces.append(piece)
    return says_nothing_shown(one_line("".join(pieces)))


def _said(element: Any) -> str:
    return one_line("".join(element.itertext()))
