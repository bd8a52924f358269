"""What a site prints where a title would stand: the name of a section, its motto, and a poll."""

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
_DASH = re.compile(r"\s[-–—]\s")
_MOTTO = range(2, 5)
"""Words of each part of a motto."""
_OVER, _TITLE = 30, range(25, 160)
"""Characters of a section's name over a title, and of that title."""
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
    if not spelt and _is_motto(line.text):
        return "a motto"
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


def _is_motto(text: str) -> bool:
    """Whether the parts of a line are as long as each other ("Vì nước quên thân - Vì dân phục vụ")."""
    words = [len(part.split()) for part in _DASH.split(text)]
    return len(words) > 1 and words[0] in _MOTTO and len(set(words)) == 1 and not any(map(str.isdigit, text))


def stands_over_title(lines: list[Line], line: Line) -> bool:
    """Whether a short heading stands over a longer line above day or text, as the name of a section over a title."""
    if not line.heading or len(line.text) >= _OVER or line.index + 2 >= len(lines):
        return False
    title, below = lines[line.index + 1 : line.index + 3]
    if len(title.text) not in _TITLE or title.prose or title.text[0].islower() or title.text.endswith(":"):
        return False
    if title.is_link or title.may_date or title.picture is not None:
        return False
    return (below.prose > 0 or below.may_date) and not below.is_link


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
