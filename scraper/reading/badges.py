"""Badges on the line of a title: what kind of page it is, its section, that it is new, or a way back from it."""

from __future__ import annotations

import re
from itertools import islice

from archive.vietnamese.spelling import fold
from scraper.reading.labelled import SUBJECT
from scraper.reading.labelled_frame import SECTION_NAME, SITE
from scraper.reading.lines import Line, clean
from scraper.reading.markup import Element, has_children

_NEW = re.compile(r"\W*(?:moi|new|hot|nong|tin moi|tin nong|noi bat)\W*")
_MOST = 4
"""Elements of a line among which the first or the last may be a badge."""
_SHORTEST, _LONGEST = 16, 30
"""Characters of a title at least, and of a badge at most."""
_BETWEEN = " :|-–—»›[]()"
_SET = frozenset({"b", "strong", "a"})
_CLICKED = frozenset({"a", "button"})
_BACK = re.compile(r"\W*(?:(?:quay )?(?:tro )?(?:ve|lai)(?: (?:trang|danh sach) ?(?:truoc|tin|chu)?)?|back|go back)\W*")
"""What leads back to a list: "« Trở về", "Quay lại trang trước"."""


def without_badge(line: Line) -> tuple[str, bool]:
    """The text of a line without its badge, and whether that is sure; empty where there is none.

    "Thông báo" may begin a title, so that it is surely a badge only where both have an element with a name, or where it
    leads to its section.
    """
    if line.is_link or len(line.text) < _SHORTEST:
        return "", False
    block = line.block
    inside = list(islice(block, _MOST + 1))
    if not 0 < len(inside) <= _MOST:
        return "", False
    first, last = inside[0], inside[-1]
    opens, closes = not (block.text or "").strip(), not (last.tail or "").strip()
    if opens and closes and first is last:
        return "", False
    badge = _words(first) if opens else ""
    if badge and line.text.startswith(badge):
        rest, folded = line.text.removeprefix(badge).lstrip(_BETWEEN), fold(badge)
        leads_back = _leads_back(first, folded)
        if len(rest) >= _SHORTEST and not rest[0].islower() and (leads_back or _may_be_badge(badge)):
            is_told = leads_back or SUBJECT.fullmatch(folded) or _NEW.fullmatch(folded)
            return rest, bool(is_told) or _are_named(first, rest)
    badge = _words(last) if closes else ""
    if badge and line.text.endswith(badge) and (last.get("class") or _NEW.fullmatch(fold(badge))):
        rest = line.text.removesuffix(badge).rstrip(_BETWEEN)
        if len(rest) >= _SHORTEST and badge[0].isupper() and not rest.isupper() and _may_be_badge(badge):
            return rest, _NEW.fullmatch(fold(badge)) is not None
    return "", False


def _words(element: Element, longest: int = _LONGEST) -> str:
    """What an element prints, where it is as short as a badge and holds little else than words."""
    if has_children(element, 1) or any(map(has_children, element)):
        return ""
    words = clean("".join(element.itertext()))
    return words if len(words) <= longest else ""


def _may_be_badge(text: str) -> bool:
    """Whether a text is what badges say: new, a kind of page, a section, the label of a title."""
    folded = fold(text)
    return any(kind.fullmatch(folded) for kind in (_NEW, SUBJECT, SITE, SECTION_NAME))


def _leads_back(badge: Element, folded: str) -> bool:
    """Whether a badge is a link or a button that says that it leads back, in which no words of a title are set."""
    return badge.tag in _CLICKED and _BACK.fullmatch(folded) is not None


def _are_named(badge: Element, rest: str) -> bool:
    """Whether a badge leads to its section, or badge and whole title have an element each, with names or in bold."""
    if badge.tag == "a" and badge.get("href"):
        return True
    title = badge.getnext()
    if not badge.get("class") or title is None or not (title.get("class") or title.tag in _SET):
        return False
    return _words(title, len(rest)) == rest
