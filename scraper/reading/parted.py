"""A title that shares its line with the lead behind it: each in an inline element of its own."""

from __future__ import annotations

from itertools import islice

from scraper.reading.clues import TELLING, Clues
from scraper.reading.lines import Line, Printed, clean, letters
from scraper.reading.markup import Element

_INLINE = ("span", "b", "strong", "font", "em", "i", "u", "a", "big", "label")
_LINES, _MOST = 3, 12
"""Lines that begin with the title, and elements of one among which that of the title is sought."""


def title_in_line(printed: Printed, clues: Clues, found: str) -> Element | None:
    """The element that prints the title which the head names, at the beginning of a line of text.

    None where `found` is that title, and where a line prints nothing else: there is nothing to part.
    """
    named = tuple(key for key in (*clues.meta, letters(clues.told)) if len(key) >= TELLING)
    if not named or letters(found) in named or any(line.key in named and not line.is_link for line in printed.lines):
        return None
    lines = (line for line in printed.lines if line.prose and not line.is_link and line.key.startswith(named))
    return next((element for line in islice(lines, _LINES) if (element := _opening(line, named)) is not None), None)


def _opening(line: Line, named: tuple[str, ...]) -> Element | None:
    """The element of a line that holds one of the titles, where a sentence of its own begins behind it."""
    for element in islice(line.block.iter(*_INLINE), _MOST):
        text = clean("".join(element.itertext()))
        if letters(text) in named and line.text.startswith(text):
            return element if line.text[len(text) :].lstrip()[:1].isupper() else None
    return None
