"""The anchors of a page: where each leads, and what it prints of that."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

from lxml import etree

from scraper.reading.invitations import invites, is_more, loads_file, without_invitation
from scraper.reading.kept import kept_of_page
from scraper.reading.leaves import with_days_joined
from scraper.reading.page import Page
from scraper.reading.records import is_date_line, lines_of, one_line

_PICTURES = frozenset({"img", "picture", "video", "svg"})
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_RECORD_PARTS = frozenset({*HEADINGS, "p", "div", "li", "td"})
_LETTER = re.compile(r"[^\W\d_]{2}")
_BULLET = re.compile(r"^(?:[-–—•·●○▪■□◆◇►▶▸✓✔★☆➤➢»›>→*+|]\s*)+(?=\w|[\"'“‘(\[])")
_CLICKED = b'onclick="'
_CLICKABLE = etree.XPath(
    "//@onclick[contains(., 'location') or contains(., 'window.open')]/parent::*[not(self::a)][not(.//a[@href])]"
)
_SOME_PIECES = 2
_MOST_PIECES = 6
_ESCAPED = re.compile(r"\\(?:u([0-9a-f]{4})|x([0-9a-f]{2}))", re.I)
_OPENED = re.compile(
    r"(?:location(?:\.href)?\s*=|\b(?:open|assign|replace|refresh|load|get|go|ajax|more|xem|submit)\w*\s*\()"
    r"\s*(?:(?:this|event)\s*,\s*)?(?:\{?\s*url\s*:\s*)?['\"]([^'\"]*[/?.=][^'\"]*)['\"]",
    re.I,
)


@dataclass(slots=True, eq=False)
class Anchor:
    """An `a` element with what it prints: an address or a handler of clicks, and its text on one line.

    `title` is the text where it names something, None for "Xem tiếp", numbers and pictures. An `inviting` one says
    more than the title ("Đọc tiếp Về Kế hoạch…"). `day` is a day that it prints in an element of its own. A
    `leading` one has the title of its record, and no other link does.
    """

    element: Any
    address: str
    handler: str
    text: str
    title: str | None
    pictured: bool
    inviting: bool = False
    day: str | None = None
    leading: bool = False

    @property
    def label(self) -> str:
        """What one that is only a sign says to those who cannot see it."""
        spoken = self.element.get("title") or self.element.get("aria-label")
        image = next(self.element.iter("img"), None) if self.pictured and not spoken else None
        return spoken or (image.get("alt") if image is not None else "") or ""

    @property
    def loads_file(self) -> bool:
        """Whether it says that it loads a file, and names nothing."""
        return self.title is None and loads_file(self.text or self.label)


_READ = attrgetter("element", "address", "handler", "text", "title", "pictured", "inviting", "day")
"""What is read of an anchor alone."""


@dataclass(slots=True, eq=False)
class Link:
    """An address of a page with its anchors in page order, and the pattern behind the address."""

    url: str
    shape: str
    anchors: list[Anchor] = field(default_factory=list)

    @property
    def pictured(self) -> bool:
        """Whether one of the anchors shows a picture."""
        return any(anchor.pictured for anchor in self.anchors)


def anchors_of(page: Page) -> list[Anchor]:
    """The anchors of a page that lead anywhere, and other elements that open an address on a click, in page order.

    They are the caller's own: readers of lists name them anew.
    """
    return [Anchor(*_READ(anchor)) for anchor in read_anchors(page)]


@kept_of_page
def read_anchors(page: Page) -> list[Anchor]:
    """The same, not to be changed: kept, since each reader of lists asks."""
    elements = page.tree.iter("a")
    if _CLICKED in page.data and (clicked := set(_CLICKABLE(page.tree))):
        elements = (element for element in page.tree.iter() if element.tag == "a" or element in clicked)
    return [anchor for element in elements if (anchor := _anchor(element, page)) is not None]


def _anchor(element: Any, page: Page) -> Anchor | None:
    address, handler = element.get("href") or "", ""
    if not address or address[0] == "#" or address[:11].lower() == "javascript:":
        handler = element.get("onclick") or address
        address = opened_address(handler) or _told_address(element) or page.openings.address(handler)
        if not handler and not address:
            return None
    if not len(element):
        text = one_line(element.text or "")
        title = title_of(_completed(text, element))
        return Anchor(element, address, handler, text, title, not text and _is_painted(element), invites(text))
    first = element[0]
    if len(element) == 1 and not len(first) and first.tag not in _RECORD_PARTS:
        text = spoken = one_line(f"{element.text or ''}{first.text or ''}{first.tail or ''}")
        pictured = first.tag in _PICTURES or (not text and (_is_painted(element) or _is_painted(first)))
    else:
        text = one_line("".join(element.itertext()))
        tags = {child.tag for child in element.iter()}
        spoken = text if tags.isdisjoint(_RECORD_PARTS) else one_line(_spoken(element, tags))
        pictured = not tags.isdisjoint(_PICTURES)
    named, day = _apart(element, _without_rank(spoken, element))
    return Anchor(element, address, handler, text, title_of(named), pictured, invites(text), day)


def _is_painted(element: Any) -> bool:
    """Whether a picture is the background of an element ("background-image: url(…)")."""
    return "url(" in (element.get("style") or "")


def _told_address(element: Any) -> str:
    """The address that an anchor without one keeps for its script (`data-href`); empty where it keeps none."""
    told = element.get("data-href") or element.get("data-url") or element.get("data-link") or ""
    return told if told[:1] in {"/", "?"} or told.startswith("http") else ""


def _apart(element: Any, spoken: str) -> tuple[str, str | None]:
    """The name and the day of an anchor that prints each in a piece of its own, whichever tags those are."""
    if len(element) < _SOME_PIECES:
        return spoken, None
    pieces = [text for child in element if (text := one_line("".join(child.itertext())))]
    told = [piece for piece in pieces if not is_more(piece)]
    if len(told) < len(pieces) and len(told) == 1:
        return told[0], None  # a sign beside the name ("MỚI")
    days = [piece for piece in pieces if is_date_line(piece)]
    if not days or len(days) == len(pieces) or len(pieces) > _MOST_PIECES or (element.text or "").strip():
        return spoken, None
    names = [piece for piece in pieces if piece not in days]
    return next((piece for piece in names if piece.count(" ") > 1), names[0]), days[0]


def _completed(text: str, element: Any) -> str:
    """A text that ends in dots, with the rest where the element's label prints all of it."""
    if text.endswith(("...", "…")):
        whole = one_line(element.get("title") or "")
        if whole.startswith(cut := text.rstrip(". …")) and len(whole.rstrip(". …")) > len(cut):
            return whole
    return text


def _without_rank(text: str, element: Any) -> str:
    """A text without the number of its place in the list, where the element's label prints it without ("61 Đoàn …")."""
    if text[:1].isdigit():
        rank, _, rest = text.partition(" ")
        if rank.isdigit() and rest and one_line(element.get("title") or "") == rest:
            return rest
    return text


def _spoken(element: Any, tags: set[Any]) -> str:
    """What names an anchor that holds a whole record: its heading, else its first line of several words."""
    if not tags.isdisjoint(HEADINGS):
        headings = ("".join(heading.itertext()) for heading in element.iter(*HEADINGS))
        return next((text for text in headings if _LETTER.search(text)), "") or first_line([element])
    return first_line([element])


def first_line(elements: list[Any]) -> str:
    """The first line of several words among those that tell no day."""
    lines = [line for line in with_days_joined(lines_of(elements)) if not is_date_line(line)]
    return next((line for line in lines if line.count(" ") > 1), lines[0] if lines else "")


def title_of(text: str) -> str | None:
    """A link's text where it names something."""
    if len(text) < 2 or not _LETTER.search(text) or is_more(text) or (len(text) < 40 and is_date_line(text, besides=2)):
        return None
    if not text[0].isalnum() and text[0] not in "\"'“‘(":
        text = _BULLET.sub("", text)
    return without_invitation(text)


def opened_address(handler: str) -> str:
    """The address that a handler of clicks opens, where it stands there to be read; empty where it does not."""
    opened = _OPENED.search(handler)
    if opened is None:
        return ""
    return _ESCAPED.sub(lambda code: chr(int(code[1] or code[2], 16)), opened[1]) if "\\" in opened[1] else opened[1]
