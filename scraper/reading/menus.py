"""The short links around a text: menus, tags, ways to other pages."""

from __future__ import annotations

import re

from scraper.reading.attachments import leads_to_any_file
from scraper.reading.headlines import BEFORE_SUMMARY, is_headline, is_summary
from scraper.reading.labelled import RECORD
from scraper.reading.labelled_frame import FILED, SECTION
from scraper.reading.lines import Line
from scraper.reading.markup import Element
from scraper.reading.tables import DATA_ROWS, data_rows

_MENU, _ENTRY = 3, 30
_LISTS = frozenset({"ul", "ol"})
_WITHIN = re.compile(r"\W*(?:trong|thuoc|in|muc)\s?:?\s")
_TAG = re.compile(
    r"/(?:tags?|hashtags?|tu-?khoa|keywords?|label|chu-?de)/[^/?]|[?&](?:tags?|tu_?-?khoa|keywords?)=[^&]"
    r"|/(?:tim-?kiem|search)(?:/?\.?\w*)\?[^#]*?(?<=[?&])(?:q|s|key|query|text|tukhoa)=[^&]|^(?:[^?]*/)?\?s=[^&\d]",
    re.IGNORECASE,
)
"""Where a tag leads: to all that bears it."""


def without_menus(lines: list[Line]) -> list[Line]:
    """The lines without the short links, some in a row, that stand before or behind the text.

    Behind it one is enough that stands where no paragraph stands.
    """
    first, last = 0, len(lines)
    while first < last and _is_entry(lines[first]):
        first += 1
    while last > first and _is_entry(lines[last - 1]):
        last -= 1
    first = first if first >= _MENU else 0
    if 0 < len(lines) - last < _MENU:
        text = _places(lines)
        last = next((place + 1 for place in range(len(lines) - 1, last - 1, -1) if _is_of(lines[place], text)), last)
    return lines[first:last] if any(line.prose for line in lines[first:last]) else lines


def without_entries(printed: list[Line], lines: list[Line]) -> list[Line]:
    """The lines without the first entries of a list behind the text: headlines, with a summary below each."""
    first, headlines = len(lines), 0
    for place in range(len(lines) - 1, 0, -1):
        line = lines[place]
        if is_headline(line) and not data_rows(line):
            first, headlines = place, headlines + 1
        elif line.prose:
            named = any(map(is_headline, lines[max(0, place - BEFORE_SUMMARY) : place]))
            homes = {above.block.getparent() for above in lines[:place] if above.prose} if named else None
            if not homes or not is_summary(printed, line, homes):
                break
    return lines[:first] if headlines > 1 else lines


def labels_section(line: Line) -> bool:
    """Whether a line is the label of the section of the site; in the record of a paper it labels the paper's kind."""
    if SECTION.fullmatch(line.folded) is None:
        return False
    return data_rows(line) < DATA_ROWS or RECORD.fullmatch(line.folded.strip(" :")) is None


def _places(lines: list[Line]) -> set[tuple[Element, str]]:
    """Where paragraphs stand: in which element, and as what."""
    return {(line.block.getparent(), line.block.tag) for line in lines if line.prose}


def _is_of(line: Line, text: set[tuple[Element, str]]) -> bool:
    """Whether a line stands where a paragraph of the text stands, or in a list among them."""
    block = line.block
    home = block.getparent()
    if (home, block.tag) in text:
        return True
    return home is not None and home.tag in _LISTS and any(home.getparent() is place for place, _ in text)


def _is_entry(line: Line) -> bool:
    """Whether a line is a short link, as those of menus are, and leads to no file."""
    return line.is_link and len(line.text) < _ENTRY and not data_rows(line) and not leads_to_any_file(line)


def is_tag(line: Line) -> bool:
    """Whether a line is nothing but links to what bears the same keyword, by their addresses or their relation."""
    if not line.is_link:
        return False
    related = [link.get("rel") or "" for link in line.block.iter("a")]
    return all(map(_TAG.search, line.hrefs)) or (bool(related) and all("tag" in rel.split() for rel in related))


def links_section(line: Line) -> bool:
    """Whether a line is links to sections behind the label of one ("Chuyên mục Tin tức", "trong Tin tức")."""
    if not line.linked:
        return False
    label = SECTION.match(line.folded) or FILED.match(line.folded) or _WITHIN.match(line.folded)
    between = 2 * (len(set(line.hrefs)) - 1)
    return label is not None and line.linked + label.end() + between >= len(line.text)
