"""What a site prints where a title would stand: the name of a section, and a poll."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from scraper.reading.labelled_frame import ASKED, SECTION_NAME, SITE
from scraper.reading.lines import Line, Printed, letters
from scraper.reading.page import Page

_LONGEST = 60
_SHORTEST = 4
_NUMBER = re.compile(r"\d{3,}")
"""What an address tells an announcement by."""
_ANSWERS, _ANSWER = 5, 40
"""Lines below the question of a poll among which its answers are, and the characters of one at most."""


def why_section(printed: Printed, line: Line, page: Page, *, spelt: bool) -> str:
    """Why a line names a section of the site; empty where nothing says so.

    Sections have names of a kind, a directory of the page's address spells them, and the menu or the breadcrumb above
    leads to them. Where the page's address has `spelt` the line, two of these have to say so.
    """
    if len(line.key) < _SHORTEST or len(line.text) > _LONGEST:
        return ""
    called = SECTION_NAME.fullmatch(line.folded) or SITE.fullmatch(line.folded)
    if called and not spelt:
        return "called as sections are"
    if line.key in (letters(unquote(directory)) for directory in urlsplit(page.url).path.split("/")[:-1]):
        return "a directory of the address" if called or not spelt else ""
    return "an entry of the menu" if not spelt and _is_entry(printed, line, page) else ""


def _is_entry(printed: Printed, line: Line, page: Page) -> bool:
    """Whether a link above a line has its words and leads elsewhere, and to nothing with the page's own number."""
    said = line.text.lower()
    own = set(_NUMBER.findall(page.url))
    for index, anchor in printed.links:
        if index >= line.index:
            return False
        if said not in printed.lines[index].text.lower() or letters("".join(anchor.itertext())) != line.key:
            continue
        href = anchor.get("href") or ""
        if href and not page.is_own(href) and own.isdisjoint(_NUMBER.findall(href)):
            return True
    return False


def why_poll(lines: list[Line], line: Line) -> str:
    """Why a line belongs to a poll: its question, or one of the short answers beside it or behind a button."""
    if line.heading:
        return ""
    if ASKED.fullmatch(line.folded):
        return "the question of a poll"
    above = lines[max(0, line.index - _ANSWERS) : line.index] if len(line.text) < _ANSWER else []
    asked = next((other for other in above if ASKED.fullmatch(other.folded)), None)
    if asked is None:
        return ""
    beside = asked.block.getparent() is line.block.getparent() or next(line.block.iter("input"), None) is not None
    return "an answer of a poll" if beside else ""
