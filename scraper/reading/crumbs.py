"""Breadcrumbs: the line or the list that leads to a page from the front page, and may end with its title."""

from __future__ import annotations

import re

from archive.vietnamese.spelling import fold
from scraper.reading.datewords import is_section
from scraper.reading.lines import Line

_CRUMBS = ("»", ">", "›", "/", "▸", "❯")
_DOWN = re.compile(r"\s?(?:>{1,2}|»|›|→)\s?")
CRUMB_LINE = re.compile(r"\W*(?:trang (?:chu|nhat)|home)\s?[>»/›|→]|\W*(?:ban dang (?:o|xem)|you are here)\b")


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
    before = lines[max(0, index - 2) : index]
    return (
        len(before) == 2
        and not lines[index].linked
        and not lines[index].heading
        and all(line.linked and line.text.endswith(_CRUMBS) and not line.text.startswith(_CRUMBS) for line in before)
    )
