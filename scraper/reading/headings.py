"""The lines that stand over the units of a page, and what the page calls itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import Any

from archive.addresses import canonical
from archive.vietnamese.spelling import fold
from scraper.reading.anchors import HEADINGS, Anchor
from scraper.reading.crumbs import CRUMB_LINE
from scraper.reading.invitations import is_more
from scraper.reading.outcome import says_nothing_listed, says_nothing_shown
from scraper.reading.page import Page
from scraper.reading.records import is_date_line, is_group_line, lines_in, lines_of, one_line, tells_day
from scraper.reading.shapes import words_in
from scraper.reading.units import Unit

_PASSED = 12
"""Heads of columns and choices between a list and the line over it, at most."""
_HEIGHT = 5
_ROWS = frozenset({"tr", "tbody"})
"""What a table has between itself and its cells, which adds nothing to a height."""
_LONGEST = 60
_TABS = 6
_TABS_ABOVE, _MOST_TABS = 2, 20
"""Elements right before some panels of which one may hold their tabs, and how many links are read of each."""
_LEADS_TO_PANEL = ("href", "data-target", "data-bs-target")
"""Where tabs name the panel that they show (Bootstrap, jQuery UI)."""
_MOST_CRUMBS = 6
_WAYS = 3
"""Links to the front page, and elements around each, among which the ways to a page are sought."""
_SENTENCE = 4
_LONGEST_TAB = 6
_FRONT = re.compile(r"\W*(?:trang (?:chu|nhat|chinh|dau)|home(?:page)?)\W*")
"""Where the way to a page begins that stands over it: its last piece is the page's own name."""
_NEWEST = r"(?:(?:tin|bai) )?moi(?: nhat| cap nhat)?"
_MOST = r"(?:(?:tin|bai) )?(?:xem|doc|duoc quan tam) nhieu(?: nhat)?|noi bat"
_ORDERS = re.compile(rf"\W*(?:{_NEWEST}\W*(?:{_MOST})|(?:{_MOST})\W*{_NEWEST})(?:\W+(?:tat ca|cu nhat))?\W*")
_SHORTEST = 6
"""Characters of a name that is not part of another by chance."""
_MARKS = " :.»›>/|-"
_GOES_ON = (" - ", " – ", ", ", " va ", " & ")
"""What stands behind a name in one that names more with it."""
_PIECE = re.compile(r"\s+[-–|»]\s+")
_SIGNS = re.compile(r"[\W_]+")
_CALLED = re.compile(r"^(?:chuyen muc|danh muc|the|luu tru|category|tag|archives?)\s?: (?=\S{2})")
"""What themes of WordPress print before the name of an archive."""


def heading_of(unit: Unit) -> str:
    """The short line that stands before a unit, within its holder or above it; empty where there is none."""
    if unit.heading is None:
        found = _line_before(_first_part(unit), unit.holder)
        unit.heading, unit.head, unit.titled, unit.ordered, unit.linked, unit.placed = found
    return unit.heading


def heading_over(unit: Unit) -> str:
    """The title that stands over the heading of a unit, which is that of a group; empty where there is none."""
    line, _, titled, *_ = _line_before(unit.head, None) if heading_of(unit) else ("", None, False)
    return line if titled else ""


def is_titled(unit: Unit) -> bool:
    """Whether the line before a unit is a title of its own, and no piece of a record that stands above."""
    heading_of(unit)
    return unit.titled


def is_ordered(unit: Unit) -> bool:
    """Whether a unit stands behind a choice of orders ("Mới nhất | Xem nhiều"): it is the list that they are of."""
    heading_of(unit)
    return unit.ordered


def block_with_title(unit: Unit) -> Any:
    """The smallest element that holds a unit that has a title, and that title."""
    around = set(unit.head.iterancestors())
    return next(above for above in unit.members[-1].chain if above in around)


@dataclass(frozen=True, slots=True)
class OwnName:
    """What a page calls itself, folded, to tell its own heading from the heading of a box.

    `printed` is what its title, its one heading of the first level and its address say, `linked` what the links say
    that lead to itself: the title of a box may be such a link. `openings` are the words of its address, of its title
    and of those links before a sign that more follows, as in "Tin tức - Sự kiện" on /tin-tuc; `pieces` what dashes and
    bars part in its title and heading.
    """

    printed: str
    linked: str
    openings: tuple[str, ...]
    pieces: frozenset[str]

    def is_over(self, unit: Unit) -> bool:
        """Whether the page's own name stands over a unit."""
        heading = fold(heading_of(unit)).strip(_MARKS)
        return self.ends_way_to(unit) or heading in self.printed or (not unit.linked and heading in self.linked)

    def is_told_over(self, unit: Unit) -> bool:
        """Whether the title of a unit is a link to the page itself, a whole piece of its name, or no link and in that.

        The names of an office's sections are often words of its own: "Du lịch" of a "Sở Văn hóa, Thể thao và Du lịch".
        """
        heading = fold(heading_of(unit)).strip(_MARKS)
        if not unit.titled or len(heading) < _SHORTEST:
            return False
        return heading in self.pieces or heading in self.linked or (self.holds(heading) and not unit.linked)

    def ends_way_to(self, unit: Unit) -> bool:
        """Whether the way to the page ends over a unit; menus and banners begin alike and end with a link elsewhere."""
        return unit.placed and (not unit.linked or self.holds(fold(unit.heading or "").strip(_MARKS)))

    def is_of_page(self, line: str) -> bool:
        """Whether a printed line is the page's own name, long enough to be no other."""
        heading = fold(line).strip(_MARKS)
        return len(heading) >= _SHORTEST and self.holds(heading)

    def holds(self, heading: str) -> bool:
        """Whether a heading is of the page's own name, whatever says so."""
        heading = _CALLED.sub("", heading)
        if heading in self.printed or heading in self.linked or heading.startswith(self.openings):
            return True
        words = _SIGNS.sub(" ", heading)
        return words != heading and len(words) >= _SHORTEST and words in self.printed


def own_name(page: Page, anchors: list[Anchor]) -> OwnName:
    """What a page calls itself."""
    own, base = page.own_address, page.base
    heads = list(islice(page.tree.iter("h1"), 2))
    named = [*islice(page.tree.iter("title"), 1), *(heads if len(heads) == 1 else ())]  # of several each may be a box's
    words = [one_line("".join(element.itertext())) for element in named]
    linked = [fold(anchor.text) for anchor in anchors if anchor.text and canonical(anchor.address, base) == own]
    address = own.split("/", 3)[3].lower().replace("-", " ")
    begun = {address.partition("?")[0].rstrip("/").rpartition("/")[2].partition(".")[0], *linked}
    pieces = [_PIECE.split(fold(line)) for line in words]
    begun.update(first for first, *_ in pieces)
    openings = tuple(f"{name}{sign}" for name in begun if len(name) >= _SHORTEST for sign in _GOES_ON)
    return OwnName(f"{fold(' '.join(words))} {address}", " ".join(linked), openings, frozenset().union(*pieces))


def own_line_over(element: Any, name: OwnName, ways: list[str]) -> Any:
    """The element of the line over another where that is the way to the page or its own name; else None.

    The last piece of one of the `ways` is its name too. A heading above may say as well that nothing was found.
    """
    line, head, titled, _, _, placed = _line_before(element, None)
    if head is not None and head.tag in HEADINGS and says_nothing_listed(line):
        line, head, titled, _, _, placed = _line_before(head, None)
    if head is None or tells_day(line):
        return None
    heading = fold(line).strip(_MARKS)
    if placed or _way(head):
        linked = head.tag == "a" or line in [one_line("".join(anchor.itertext())) for anchor in head.iter("a")]
        return head if not linked or name.holds(heading) else None
    if not titled or len(heading) < _SHORTEST:
        return None
    return head if name.holds(heading) or any(way.endswith(heading) for way in ways) else None


def ways_to(tree: Any) -> list[str]:
    """The ways to a page that it prints, folded: each begins with a link to the front page."""
    home = (anchor for anchor in tree.iter("a") if _FRONT.fullmatch(fold("".join(anchor.itertext()))))
    return [
        way for anchor in islice(home, _WAYS) for above in islice(anchor.iterancestors(), _WAYS) if (way := _way(above))
    ]


def _way(element: Any) -> str:
    """The way to a page, folded, where an element prints that with signs between its pieces and little else."""
    lines = lines_of([element])
    said = fold(" ".join(lines))
    return said if len(lines) <= _MOST_CRUMBS and CRUMB_LINE.match(said) else ""


def _line_before(element: Any, holder: Any) -> tuple[str, Any, bool, bool, bool, bool]:
    """The line before a unit, its element; whether it is a title, offers orders, is a link, ends the way to it.

    The unit begins with an element, and an element holds it.
    """
    height = passed = 0
    while height < _HEIGHT:
        before = element.getprevious()
        height += element.tag not in _ROWS and (before is not None or element.getnext() is not None)
        while before is not None and passed < _PASSED:
            lines = lines_in(before)
            if lines:
                if before.tag == element.tag and (tab := _tab_of(element)) is not None:
                    return one_line("".join(tab.itertext())), tab, False, False, False, False
                if len(lines) > 1 and (heading := _heading_over_choice(before)) is not None:
                    return one_line("".join(heading.itertext())), heading, True, False, False, False
                if _is_way(lines):
                    last = next(reversed([one_line("".join(anchor.itertext())) for anchor in before.iter("a")]), "")
                    return lines[-1].strip(_MARKS), before, True, False, last == lines[-1], True
                if _begins_with_picture_of_home(before) and 0 < sum(map(_has_letters, lines)) <= _MOST_CRUMBS:
                    last = next(reversed([one_line("".join(anchor.itertext())) for anchor in before.iter("a")]))
                    line = last if last and lines[-1].endswith(last) else lines[-1]
                    return line.strip(_MARKS), before, True, False, True, True
                if not any(map(str.isalnum, "".join(lines))):
                    before = before.getprevious()  # the mark before the first entry
                    continue
                if before.getparent() is holder and len(lines) == 1 and tells_day(lines[0]):
                    before = before.getprevious()  # the day of the first entry
                    continue
                if _introduces(before, lines) or _asks(before):
                    before = before.getprevious()
                    continue
                if _heads_columns(before, lines) or _is_choice_below_heading(before, lines):
                    before, passed = before.getprevious(), passed + 1
                    continue
                line = lines[0] if len(lines) < _TABS and _is_choice(before, lines) else lines[-1]
                ordered = len(lines) < _TABS and _ORDERS.fullmatch(fold(" ".join(lines))) is not None
                if len(line) > _LONGEST:
                    return "", None, False, False, False, False
                linked = before.tag == "a" or next(before.iter("a"), None) is not None
                return line, before, _is_title(before, lines), ordered, linked, False
            before = before.getprevious()
        element = element.getparent()
        if element is None or element.tag == "body":
            break
    return "", None, False, False, False, False


def _is_way(lines: list[str]) -> bool:
    """Whether lines are the pieces of a way to the page, which begins with the front page and ends with a name."""
    if _FRONT.fullmatch(fold(lines[0])) is None or not 1 < sum(map(_has_letters, lines)) <= _MOST_CRUMBS:
        return False
    return not says_nothing_shown(lines[-1])


def _begins_with_picture_of_home(element: Any) -> bool:
    """Whether the first link of an element leads to the front page and says so with a picture alone."""
    first = next(element.iter("a"), None)
    if first is None or one_line("".join(first.itertext())):
        return False
    image = next(first.iter("img"), first)
    told = first.get("title") or first.get("aria-label") or image.get("alt") or ""
    return first.get("href") == "/" or _FRONT.fullmatch(fold(told)) is not None


def _introduces(element: Any, lines: list[str]) -> bool:
    """Whether an element says in a sentence what the list below is, right behind the heading of both."""
    if not lines[-1].endswith((".", ":")) or lines[-1].count(" ") < _SENTENCE or element.find(".//a") is not None:
        return False
    above = element.getprevious()
    return above is not None and above.tag in HEADINGS and above.find(".//a") is None


def _asks(element: Any) -> bool:
    """Whether an element is a form to seek in the list below, or to choose of it."""
    return element.find(".//a") is None and any(True for _ in element.iter("input", "select"))


def _is_title(element: Any, lines: list[str]) -> bool:
    """Whether an element prints a title and nothing else: one line of words, linked as a whole or not at all."""
    if len(lines) != 1 or not _has_letters(lines[0]):
        return False
    linked = [one_line("".join(anchor.itertext())) for anchor in element.iter("a")]
    head = lines[0]
    if linked not in ([], lines) or says_nothing_shown(head):
        return False
    return not (is_date_line(head) or is_group_line(head) or is_more(head))


def _has_letters(line: str) -> bool:
    return any(map(str.isalpha, line))


def _heads_columns(element: Any, lines: list[str]) -> bool:
    """Whether an element is the head of a table of several columns, or a table that has nothing else."""
    if element.tag == "table":
        return len(lines) > 1 and element.find(".//th") is not None and element.find(".//td") is None
    return len(lines) > 1 and element.tag in {"thead", "tr"} and element.find(".//a") is None


def _is_choice(element: Any, lines: list[str]) -> bool:
    """Whether an element offers several lists to choose from (tabs): the first one is the one that is shown."""
    return sum(1 for _ in element.iter("a", "button")) > 1 and max(map(words_in, lines)) <= _LONGEST_TAB


def _tab_of(panel: Any) -> Any:
    """The link or button among tabs above that shows an element, as scripts' libraries join them by its id; or None."""
    name, group = panel.get("id"), panel.getparent()
    if not name or group is None:
        return None
    rows = (group[0], *islice(group.itersiblings(preceding=True), _TABS_ABOVE))
    tabs = (tab for row in rows for tab in islice(row.iter("a", "button"), _MOST_TABS))
    return next((tab for tab in tabs if f"#{name}" in map(tab.get, _LEADS_TO_PANEL)), None)


def _is_choice_below_heading(element: Any, lines: list[str]) -> bool:
    """Whether tabs stand right behind a heading of what they choose from; an order to choose names no list."""
    above = element.getprevious()
    if above is None or above.tag not in HEADINGS or above.find(".//a") is not None or len(lines) >= _TABS:
        return False
    return _is_choice(element, lines) and _ORDERS.fullmatch(fold(" ".join(lines))) is None


def _heading_over_choice(element: Any) -> Any:
    """The heading of the first level behind which an element has but links to choose from, and what it is about."""
    heading = next(reversed([*element.iter("h1")]), None)
    if heading is None or next(heading.iter("a"), None) is not None or not _has_letters("".join(heading.itertext())):
        return None
    part, choices = heading, list[str]()
    while part is not element:
        if (part.tail or "").strip():
            return None
        for behind in part.itersiblings():
            linked = [one_line("".join(anchor.itertext())) for anchor in behind.iter("a")]
            told = [line for line in lines_of([behind]) if linked or not line.endswith(".")]
            if told != [text for text in linked if text]:
                return None
            choices += linked
        part = part.getparent()
    return heading if choices and max(map(words_in, choices)) <= _LONGEST_TAB else None


def _first_part(unit: Unit) -> Any:
    """Where a unit begins: at its link where it is one; of more the first may have stood earlier, in another one."""
    if len(unit.members) == 1:
        return unit.members[0].anchor.element
    parts = {member.part for member in unit.members}
    within = unit.holder if len(parts) > 1 else ()
    return next((child for child in within if child in parts), unit.members[0].part)
