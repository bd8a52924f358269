"""The address of a site, its own or another one's, alone on the line where the source of a text stands."""

from __future__ import annotations

import re

from archive.vietnamese.bylines import read_byline
from scraper.reading.alignment import stands_right
from scraper.reading.labelled_frame import CONTACT, RELATED, TAGS
from scraper.reading.lines import Line, Printed
from scraper.reading.namelines import Credit, is_cell
from scraper.reading.writermarks import is_called_source, names_writer

_PAGE = re.compile(r".{0,40}\bhttps?://\S+\W*$")
"""A line that prints the address of a page: "Link bài gốc https://…"."""
_SITE = re.compile(r"[\s(\[*–-]*(?:https?://)?(?:[a-z\d-]+\.)+[a-z]{2,}/?[\s.)\]*–-]*", re.IGNORECASE)
_STOPS = (".", "!", "?", "…", "/", "”", '"', ")")
"""How the last sentence of a text ends."""
_LEADS_THERE = re.compile(
    r"\b(?:chi tiet|dia chi|truy cap|dang k[yi]|lien he|lien ket|website|trang web|duong (?:dan|link)|link|(?:xem|tai)"
    r" (?:them|tai|ve)|tham khao|truc tuyen|(?:cong|trang) (?:dich vu|thong tin|ttdt))\b"
)
"""What a last sentence says before the address that it leads to."""
_LAST = 80
_SCORE = 2.55
"""Less than that of a person, wherever that is named, and more than that of an account."""


def is_address(line: Line) -> bool:
    """Whether a line is the address of a site, or ends with that of a page."""
    text = line.text
    return "." in text and (("://" in text and _PAGE.match(text) is not None) or _is_of_site(text))


def credited_address(printed: Printed, line: Line) -> list[Credit]:
    """The site whose address is the source of the text above it, right below that or in an element called so.

    None in the foot of a page, where one reaches its owner, beside another, or to which the last sentence leads.
    """
    if not line.index or not _is_of_site(line.text) or is_cell(line):
        return []
    if next(line.block.iterancestors("footer"), None) is not None or _is_among_contacts(printed, line):
        return []
    if not (is_called_source(line) or names_writer(line) or _is_right_below(printed, line)):
        return []
    return [Credit(line.text, line.index, line.index + 1, _SCORE, why="the address of a site as its source")]


def _is_of_site(text: str) -> bool:
    """Whether a text is the address of a site and nothing else, in which initials with a name may look alike: X.Mai."""
    return _SITE.fullmatch(text) is not None and read_byline(text).source is not None


def _is_among_contacts(printed: Printed, line: Line) -> bool:
    """Whether the line before or behind is the address of another site, or tells how to reach somebody."""
    beside = printed.lines[line.index - 1 : line.index] + printed.lines[line.index + 1 : line.index + 2]
    return any(not other.prose and (is_address(other) or CONTACT.match(other.folded) is not None) for other in beside)


def _is_right_below(printed: Printed, line: Line) -> bool:
    """Whether a line follows the last sentence of a text in what holds that, to the right, or before what is beside it.

    An address that is a link leads somewhere.
    """
    above = printed.lines[line.index - 1]
    if line.linked or not above.prose or not above.text.endswith(_STOPS) or _LEADS_THERE.search(above.folded[-_LAST:]):
        return False
    if above.block in (line.block, line.block.getprevious()) or stands_right(line.block):
        return True
    below = printed.lines[line.index + 1 : line.index + 2]
    return any(other.is_tool or RELATED.fullmatch(other.folded) or TAGS.fullmatch(other.folded) for other in below)
