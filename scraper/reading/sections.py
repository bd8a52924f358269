"""What a site prints where a title would stand: the name of a section, its motto, and a poll."""

from __future__ import annotations

import re
from itertools import takewhile
from urllib.parse import unquote, urlsplit

from scraper.reading.labelled import PUBLISHED, VIEWS
from scraper.reading.labelled_frame import ASKED, SECTION_NAME, SITE
from scraper.reading.lines import Line, Printed, letters
from scraper.reading.page import Page
from scraper.reading.phrases import has_label
from scraper.reading.shapes import TELLING_NUMBER

_LONGEST = 60
_SHORTEST = 4
_NUMBERED = re.compile(r"[-_.][a-z]{0,4}\d{3,}(?:\.\w{2,5})?$", re.IGNORECASE)
"""What an announcement's address has behind its words."""
_DASH = re.compile(r"\s[-–—]\s")
_MOTTO = range(2, 5)
"""Words of each part of a motto."""
_OVER, _TITLE = 30, range(25, 160)
"""Characters of a section's name over a title, and of that title."""
_FACT, _NEAR = 80, 6
"""Characters of a day between the two, and lines below the section's name among which the title is."""
_ANSWERS, _ANSWER = 5, 40
"""Lines below the question of a poll among which its answers are, and the characters of one at most."""


def why_section(printed: Printed, line: Line, page: Page, *, spelt: bool) -> str:
    """Why a line names a section of the site; empty where nothing says so.

    Sections have names of a kind, a directory of the page's address spells them, and the menu or the breadcrumb above
    leads to them. Where the page's address has `spelt` the line, or is the line and a number, two have to say so.
    """
    if len(line.key) < _SHORTEST or len(line.text) > _LONGEST:
        return ""
    spelt = spelt or _is_numbered(page.url, line.key)
    called = SECTION_NAME.fullmatch(line.folded) or SITE.fullmatch(line.folded)
    if called and not spelt:
        return "called as sections are"
    if not spelt and _is_motto(line.text) and not _stands_over_text(printed.lines, line):
        return "a motto"
    if line.key in _directories(page.url):
        return "a directory of the address" if called or not spelt else ""
    return "an entry of the menu" if not spelt and _is_entry(printed, line, page) else ""


def _is_numbered(url: str, key: str) -> bool:
    """Whether an address ends with some letters and a number, as that of an announcement with a short title does."""
    name = unquote(urlsplit(url).path.rstrip("/").rpartition("/")[2])
    words = _NUMBERED.sub("", name)
    return words != name and letters(words) == key


def why_directory_over_title(lines: list[Line], behind: int, key: str, page: Page) -> str:
    """Why a line with some letters is a section's name right over a longer title: a directory of the address has them.

    `behind` is the line below it; the title stands above text or day.
    """
    below = lines[behind : behind + 2]
    if len(below) < 2 or len(below[0].text) < len(key) or not _SHORTEST <= len(key) < _OVER:
        return ""
    title, text = below
    if not _may_be_title(title) or title.key == key or text.is_link or not (text.prose or text.may_date):
        return ""
    return "a directory of the address, over a title" if key in _directories(page.url) else ""


def _directories(url: str) -> set[str]:
    """The directories of an address as letters, without what the page itself is called: "/tin-buon/", "/tin-buon"."""
    address = urlsplit(url)
    parts = [letters(unquote(part)) for part in address.path.split("/")]
    own = (parts[-1] or ("" if address.query else parts[-2])) if len(parts) > 1 else ""
    return set(parts) - {own}


def _is_entry(printed: Printed, line: Line, page: Page) -> bool:
    """Whether a link above a line has its words and leads elsewhere, and to nothing with the page's own number."""
    said = line.text.lower()
    own = set(TELLING_NUMBER.findall(page.url))
    for index, anchor in printed.links:
        if index >= line.index:
            return False
        if said not in printed.lines[index].text.lower() or letters("".join(anchor.itertext())) != line.key:
            continue
        href = anchor.get("href") or ""
        if href[:1] == "#" and len(said) >= _OVER:
            continue  # the end of the way to the page, which leads nowhere
        if href and not page.is_own(href) and own.isdisjoint(TELLING_NUMBER.findall(href)):
            return True
    return False


def _is_motto(text: str) -> bool:
    """Whether the parts of a line are as long as each other ("Vì nước quên thân - Vì dân phục vụ")."""
    words = [len(part.split()) for part in _DASH.split(text)]
    return len(words) > 1 and words[0] in _MOTTO and len(set(words)) == 1 and not any(map(str.isdigit, text))


def _stands_over_text(lines: list[Line], line: Line) -> bool:
    """Whether a heading stands right above a paragraph, or above a day of posting, as the title of these does."""
    below = next((one for one in lines[line.index + 1 : line.index + _NEAR] if not one.is_tool), None)
    if below is None or not line.heading or below.linked:
        return False
    posted = has_label(PUBLISHED, below.folded) or VIEWS.search(below.folded) is not None
    return below.prose > 0 or (below.may_date and posted)


def stands_over_title(lines: list[Line], line: Line) -> bool:
    """Whether a short heading stands over a longer line above day or text, as the name of a section over a title."""
    if not line.heading or len(line.text) >= _OVER or line.index + 2 >= len(lines):
        return False
    title, below = lines[line.index + 1 : line.index + 3]
    return _may_be_title(title) and (below.prose > 0 or below.may_date) and not below.is_link


def dated_title_below(lines: list[Line], line: Line) -> Line | None:
    """The line below a short heading and a day that is longer and set as no paragraph of the text is.

    The day is that line's then. None where the text below it stands in an element of its own together with that line.
    """
    if not line.heading or len(line.text) >= _OVER:
        return None
    near = lines[line.index + 1 : line.index + _NEAR]
    facts = list(takewhile(_is_fact, near))
    title, text = (*near[len(facts) : len(facts) + 2], None, None)[:2]
    if not any(fact.may_date for fact in facts) or text is None or title is None or not text.prose:
        return None
    home = text.block.getparent()
    if title.block is text.block or (title.block.tag == text.block.tag and title.block.getparent() is home):
        return None
    day = facts[0].block
    is_above_text = home is day or home in day.iterancestors() or home not in title.block.iterancestors()
    return title if is_above_text and _may_be_title(title) else None


def _is_fact(line: Line) -> bool:
    """Whether a short line is a day, a counter of views or a button, as they stand around a title."""
    return (
        len(line.text) < _FACT
        and not (line.is_link and line.may_date)
        and (line.may_date or line.is_tool or VIEWS.search(line.folded) is not None)
    )


def _may_be_title(line: Line) -> bool:
    """Whether a line below a short heading is long enough for a title and neither a sentence, a link nor a caption."""
    if len(line.text) not in _TITLE or line.prose or line.text[0].islower() or line.text.endswith(":"):
        return False
    return not line.is_link and not line.may_date and line.picture is None


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
