"""The forms around a text, in which readers write."""

from __future__ import annotations

from scraper.reading.lines import Line
from scraper.reading.markup import Element

_WRITTEN = frozenset({"text", "email", "tel", "url", "number", "password"})
"""The types of a field in which words are written."""


def names_field(line: Line) -> bool:
    """Whether a line is the name of a field in which somebody writes: before it, or in the cell before its cell."""
    if line.prose or line.linked:
        return False
    if any(map(_is_field, line.block)):
        return True
    beside = None if line.cell is None else line.cell.getnext()
    return beside is not None and any(map(_is_field, beside.iter())) and not "".join(beside.itertext()).strip()


def _is_field(element: Element) -> bool:
    """Whether an element is a field in which words are written."""
    is_input = element.tag == "input" and (element.get("type") or "text").lower() in _WRITTEN
    return is_input or element.tag == "textarea"
