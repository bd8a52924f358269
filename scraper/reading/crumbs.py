"""Breadcrumbs: the line or the list that leads to a page from the front page, and may end with its title."""

from __future__ import annotations

import re
from itertools import islice

from archive.vietnamese.dates.folded import WEEKDAY
from archive.vietnamese.spelling import fold
from scraper.reading.datewords import is_section
from scraper.reading.lines import Line, Printed

_CRUMBS = ("»", ">", "›", "/", "▸", "❯")
_DOWN = re.compile(r"\s?(?:>{1,2}|»|›|→)\s?")
CRUMB_LINE = re.compile(r"\W*(?:trang (?:chu|nhat)|home)\s?[>»/›|→]|\W*(?:ban dang (?:o|xem)|you are here)\b")

_NAMED = re.compile(r"bread-?_?crumb|crumbs?(?![a-z])|pathway|duong-?_?dan|site-?map-?path", re.IGNORECASE)
"""What the element of a breadcrumb is called."""
_WEEKDAY = re.compile(rf"\b{WEEKDAY}\b")
_SECTIONS = 5
"""Lines of a breadcrumb at most."""


def bar_of_day(printed: Printed, day: Line) -> int | None:
    """The first line of a bar that prints nothing but a breadcrumb and, at its end, a day; None where none does.

    One with its weekday is the clock of the site there.
    """
    if _WEEKDAY.search(day.folded) is not None:
        return None
    for around in (day.block, *day.block.iterancestors()):
        start, stop = printed.spans.get(around, (day.index, day.index + 1))
        if start < day.index:
            crumbs = printed.lines[start : day.index]
            return start if stop == day.index + 1 and _are_crumbs(crumbs) else None
    return None


def _are_crumbs(lines: list[Line]) -> bool:
    """Whether lines are those of a breadcrumb, by what it opens with or by what its element is called."""
    if len(lines) > _SECTIONS or any(line.prose or line.may_date or line.heading for line in lines):
        return False
    if CRUMB_LINE.match(lines[0].folded) is not None:
        return True
    around = (lines[0].block, *islice(lines[0].block.iterancestors(), 2))
    named = any(_NAMED.search(f"{one.get('class') or ''} {one.get('id') or ''}") for one in around)
    return named and all(line.linked for line in lines)


def names_sections(line: Line) -> bool:
    """Whether a line with links is nothing but names of sections and signs of "further down" between them."""
    parts = _DOWN.split(line.text) if line.linked else []
    return len(parts) > 1 and all(is_section(fold(part)) for part in parts)


def ends_breadcrumb(lines: list[Line], index: int) -> bool:
    """Whether a line is the last of a breadcrumb, with signs between its links or as an item of a list."""
    line = lines[index]
    if not index or line.heading:
        return False
    if ends_crumbs(lines, index) or CRUMB_LINE.match(line.folded):
        return True
    above = lines[index - 1]
    in_list = line.block.tag == "li" and above.block.tag == "li" and above.block.getparent() is line.block.getparent()
    return in_list and above.is_link and not line.is_link


def ends_crumbs(lines: list[Line], index: int) -> bool:
    """Whether a line is the last of a breadcrumb: what is no link behind links that end in a sign of "further down"."""
    if index < 2 or lines[index].linked or lines[index].heading or not lines[index - 1].linked:
        return False
    before = lines[index - 2 : index]
    return all(line.linked and line.text.endswith(_CRUMBS) and not line.text.startswith(_CRUMBS) for line in before)
