"""What a page is likely to be, however its lines are set: by its address among those it links to, its menu, its head.

Evidence is counted in natural logarithms of odds, roughly as stored pages and made-up ones gave them: what speaks for
an announcement is positive, what speaks for a list negative. `kind` weighs how the lines are set in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archive.addresses import canonical
from scraper.reading.article import Sighting
from scraper.reading.clues import REWORDED, SPELT
from scraper.reading.headlines import names_paper
from scraper.reading.invitations import is_more
from scraper.reading.lines import clean
from scraper.reading.page import Page
from scraper.reading.pagenumbers import counts_pages, page_number, printed_number
from scraper.reading.shapes import has_id, is_numbered, shape_of
from scraper.reading.title import ENOUGH
from scraper.reading.within import count_below

_NAMED, _LONG = 25, 40
"""Characters of a link that names an announcement, and no section, and of a title that no section has."""
_SOME, _TIMES = 3, 10
"""From so many links an address is like theirs, and how many times as many as those of the other sort these are."""
_BESIDE = 2
"""Lines from one entry of a menu to the next, at most one less."""
_ROOTED = ("/", "http:", "https:")
"""How links begin that say where they lead themselves; others lead below the address of a page that was moved."""
_LONG_NUMBER = r"(?<!\d)(?!(?:19|20)\d\d(?!\d))\d{4,}"
_NUMBER = re.compile(_LONG_NUMBER)
_OWN_NUMBER = re.compile(rf"{_LONG_NUMBER}|[^\W\d_][-_.][a-z]{{0,5}}\d{{3,}}(?!\d)|(?<!\d)\d{{3,}}[-_.][^\W\d_]")
"""The number of an announcement, alone or beside its words; a small one or a year may as well tell a section."""
_TURNED_PATH = re.compile(r"/(?:trang|page|paged)[-_/]0*\d{1,4}/?(?:\.\w{3,5})?$")
_NUMBERED_AMONG_TITLES, _AMONG_TITLES, _WORDED_AMONG_TITLES, _NUMBERED = 4.5, 3.5, 2.5, 1.0
_AMONG_SECTIONS, _PLAIN_AMONG_SECTIONS, _NUMBERED_AMONG_SECTIONS = -3.5, -2.5, -2.0
_IN_MENU, _CALLED_AS_ENTRY, _ABOVE_TITLES, _ALL_BELOW = -2.5, -2.0, -3.5, -5.0
_STEPS = re.compile(r"\b(?:tin|bai)(?: viet)? truoc\b.{0,60}\b(?:tin|bai)(?: viet)? (?:sau|tiep|ke tiep)\b")
"""Steps to the announcements before and behind one; lists turn pages."""
SETTLED = 6.0
"""The points of what nothing else outweighs."""
_TURNED, _SPELT_OTHERWISE = -2.5, -2.0
_DECLARED, _CALLED_AT_LENGTH, _STEPPING, _SOUGHT = 1.0, 1.0, 3.0, 3.0


@dataclass(frozen=True, slots=True)
class Leaning:
    """How much more likely a page is an announcement than a list, and why."""

    points: float
    why: str = ""

    def __add__(self, other: Leaning) -> Leaning:
        return Leaning(self.points + other.points, ", ".join(filter(None, (self.why, other.why))))


_NONE = Leaning(0)


@dataclass(slots=True)
class _Links:
    """The links of a page, as far as they tell what it is.

    To how many addresses of the shape of its own they lead, with long names and with short ones; whether a number leads
    to another page of its own address, and a short name beside others to the page itself; what short links say; how
    many long names lead below the page's own address.
    """

    named: int = 0
    short: int = 0
    turn: bool = False
    lead_here: bool = False
    below: int = 0
    entries: frozenset[str] = frozenset()


def leaning_of(page: Page, sighting: Sighting) -> Leaning:
    """What a page is likely to be before one looks at how its lines are set."""
    return sum(_evidence(page, sighting), _NONE)


def _evidence(page: Page, sighting: Sighting) -> Iterator[Leaning]:
    """What speaks for an announcement and for a list; of what tells the pages of a menu only the strongest does.

    Nobody seeks those: one that was sought as an announcement is where the portal leads when that is gone.
    """
    links, title = _links(page, sighting), sighting.title
    address = _of_address(page.own_address, links)
    of_menu = [address] if address.points < 0 else []
    if links.lead_here:
        of_menu.append(Leaning(_IN_MENU, "a menu leads to it"))
    if links.below >= _SOME and page.context.expected != "article":
        told = any(line.prose for line in sighting.printed.lines[sighting.region.body : sighting.region.text_end])
        of_menu.append(Leaning(_ABOVE_TITLES if told else _ALL_BELOW, "announcements stand below its address"))
    if title is not None and title.text.lower() in links.entries:
        of_menu.append(Leaning(_CALLED_AS_ENTRY, "it is called as an entry of a menu"))
    if address.points > 0 and not links.lead_here:
        yield address
    if of_menu:
        yield min(of_menu, key=lambda one: one.points)
    if links.turn or _is_turned(page.own_address):
        yield Leaning(_TURNED, "it is one of several pages")
    if title is not None and title.score >= ENOUGH and len(title.text) >= _LONG:
        yield Leaning(_CALLED_AT_LENGTH, "its title is long")
    around = sighting.printed.lines[max(0, sighting.region.text_end - 1) : sighting.region.text_end + _BESIDE]
    if _STEPS.search(" ".join(line.folded for line in around)):
        yield Leaning(_STEPPING, "steps to the announcements before and behind it stand below")
    yield from _of_head(sighting)
    if page.context.expected == "article" and not links.lead_here:
        yield Leaning(_SOUGHT, "it was sought as an announcement")


def _links(page: Page, sighting: Sighting) -> _Links:
    own, title, lines = page.own_address, sighting.title, sighting.printed.lines
    shape, here = shape_of(own), own.partition("://")[2].rstrip("/")
    at_title = range(title.start - 1, title.end + 1) if title else range(0)
    found, entries, alike, titles = _Links(), set(), dict[str, bool](), set[str]()
    last, at_own = -_BESIDE, -_BESIDE
    for index, anchor in sighting.printed.links:
        href = anchor.get("href") or ""
        url = canonical(href, page.base) if href[:1] != "#" else None
        text = clean("".join(anchor.itertext())) if url is not None else ""
        if url is None or not text:
            continue
        is_own = url.rstrip("/").endswith(here)
        if not is_own and shape is not None and shape_of(url) == shape and not is_more(text):
            alike[url] = alike.get(url, False) or len(text) >= _NAMED or names_paper(text)
        if len(text) >= _NAMED and href.startswith(_ROOTED):
            titles.add(url)
        if len(text) >= _NAMED or index in at_title:
            continue
        entries.add(text.lower())
        number = printed_number(text)
        if number is not None:
            found.turn = found.turn or (number > 1 and page_number(url, own, number) is True)
        elif is_own and not any(map(str.isdigit, text)):
            if index == len(lines) or not lines[index].is_tool:
                at_own = index
                found.lead_here = found.lead_here or index - last < _BESIDE
        else:
            found.lead_here = found.lead_here or index - at_own < _BESIDE
            last = index
    found.named = sum(alike.values())
    found.short = len(alike) - found.named
    found.below = count_below(titles, own) if _may_be_section(own, shape) else 0
    found.entries = frozenset(entries)
    return found


def _may_be_section(own: str, shape: str | None) -> bool:
    """Whether an address may be a directory of announcements: without a parameter, the number of an item or a tab."""
    return "?" not in own and "/tabid/" not in own.lower() and (shape is None or not is_numbered(shape))


def _is_turned(own: str) -> bool:
    """Whether an address counts pages in a parameter or at its end; what is called by one letter may be anything."""
    if _TURNED_PATH.search(own) is not None:
        return True
    pairs = (pair.partition("=") for pair in own.partition("?")[2].split("&"))
    return any(value.isdigit() and len(name) > 1 and counts_pages(name) for name, _, value in pairs)


def _of_address(own: str, links: _Links) -> Leaning:
    """What the address of a page says, beside those of its shape with long names and with short ones."""
    shape = shape_of(own)
    if shape is None:
        return _NONE
    numbered = _OWN_NUMBER.search(own.split("/", 3)[3]) is not None and not _is_turned(own)
    if links.named >= _SOME and links.named >= _TIMES * links.short and has_id(shape):
        points = _NUMBERED_AMONG_TITLES if numbered else _AMONG_TITLES if is_numbered(shape) else _WORDED_AMONG_TITLES
        return Leaning(points, "its address is like those of announcements")
    if links.short >= _SOME and links.short >= _TIMES * links.named:
        points = _AMONG_SECTIONS if has_id(shape) else _PLAIN_AMONG_SECTIONS
        is_long = _NUMBER.search(own.split("/", 3)[3]) is not None
        return Leaning(_NUMBERED_AMONG_SECTIONS if is_long else points, "its address is like those of sections")
    return Leaning(_NUMBERED, "its address is numbered") if numbered else _NONE


def _of_head(sighting: Sighting) -> Iterator[Leaning]:
    """What the head of a page declares, and whether its address spells another title than is printed."""
    clues, title = sighting.clues, sighting.title
    if clues is None:
        return
    if clues.is_article:
        yield Leaning(_DECLARED, "its head declares an article")
    if clues.is_spelt and not (title is not None and (SPELT in title.why or REWORDED in title.why)):
        yield Leaning(_SPELT_OTHERWISE, "its address spells a title that is not printed")
