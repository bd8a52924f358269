"""ASP.NET controls: a server's name for a field stands at the end of the id that it gives ("dnn_ctr568_lblTieuDe")."""

from __future__ import annotations

import re

from lxml import etree

from scraper.platforms.layout import Spots
from scraper.reading.markup import PAGE, Element

_KIND = re.compile(r"^(?:lbl|lb|lit|ltr|ltl|span|div|pnl|h\d|txt)?(\w+?)\d*$")
_TITLES = frozenset(
    {"tieude", "tieudetin", "tieudebai", "tieudebaiviet", "title", "titlenews", "newstitle", "articletitle", "headline"}
    | {"tenbai", "tenbaiviet", "tentin", "tentintuc", "subject", "titledetail", "detailtitle"}
)
_BODIES = frozenset(
    {"noidung", "noidungtin", "noidungbai", "noidungchitiet", "content", "contents", "newscontent", "articlecontent"}
    | {"chitiet", "body", "detail", "contentdetail", "noidungbaiviet", "fulltext"}
)
_OF_SKIN = "dnnTITLE"
"""Where DotNetNuke puts the title of a module ("dnn_ctr402_dnnTITLE_lblTitle")."""
_named = etree.XPath("//@id/..")
_ENOUGH = 200


def names_title(control: str) -> bool:
    """Whether the id of a control says that it holds an announcement's title."""
    return _field(control) in _TITLES


def _field(control: str) -> str:
    """The field that the id of a control names; none where it is the skin's own, as the title of a module is."""
    skin, _, name = control.rpartition("_")
    kind = _KIND.match(name.lower())
    return kind[1] if kind is not None and not skin.endswith(_OF_SKIN) else ""


def control_spots(root: Element) -> Spots | None:
    """Where the controls of title and text stand, None where they have no telling names or hold no text."""
    titles: list[Element] = []
    bodies: list[Element] = []
    for element in _named(root):
        field = _field(element.get("id") or "")
        if field in _TITLES:
            titles.append(element)
        elif field in _BODIES and element.tag not in PAGE:
            bodies.append(element)
    body = next((element for element in bodies if _size(element) >= _ENOUGH), None)
    before = [element for element in titles if body is not None and _stands_before(element, body)]
    if len(before) > 1 and _is_headline_below(before[-1], before[-2]):
        del before[-1]
    title = before[-1] if before else None
    if title is None or body is None:
        return None
    return Spots(root, _common(title, body), title=title, body=body)


def _is_headline_below(control: Element, title: Element) -> bool:
    """Whether a "headline" stands below a title in the same control, where it is the lead."""
    (home, _, name), (other, _, _) = ((one.get("id") or "").rpartition("_") for one in (control, title))
    return home == other and name.lower().endswith("headline")


def _size(element: Element) -> int:
    return len("".join(element.itertext()).strip())


def _stands_before(title: Element, body: Element) -> bool:
    """Whether a title has text and shares a block of the page with a body that is no part of it."""
    return 8 <= _size(title) <= 400 and body not in title.iterancestors() and _common(title, body).tag not in PAGE


def _common(one: Element, other: Element) -> Element:
    """The smallest element around both."""
    around = set(one.iterancestors())
    return next(element for element in other.iterancestors() if element in around)
