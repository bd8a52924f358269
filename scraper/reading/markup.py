"""From decoded markup to a tree, whatever the markup is like."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from lxml import etree

from archive.markup import bounded

Element = Any
"""An lxml element; lxml ships no types."""

CLICKED = frozenset({"a", "button"})
"""What is clicked to load a file."""
ICON = "mat-icon"
"""Angular's element for a picture that a font draws from its name."""

PAGE = frozenset({"body", "form", "html"})
"""Elements that hold all of a page; servers of ASP.NET put it in a form."""
IMAGES = ("img", "amp-img")
"""Elements that are a picture; the second is that of pages made for AMP."""
INLINE = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "dfn", "em", "font", "i", "input", "ins"}
    | {*IMAGES, "kbd", "label", "mark", "nobr", "o:p", "q", "s", "samp", "small", "span"}
    | {"st1:city", "st1:place", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "button"}
)
"""Elements that break no line."""

_drawn = etree.XPath("descendant::mat-icon | descendant::*/@class[contains(., 'material-')]/..")
_ICON_FONT = re.compile(r"(?<!\S)(?:\w+-)?material-(?:icons|symbols)(?![a-z])")
_ICON_SIGN = re.compile(rb"mat-icon|material-")
_GLYPH = re.compile(r"\s*[a-z][a-z0-9_]*\s*")
"""The name by which a font draws a picture."""
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_HIDING = frozenset({"hidden", "d-none"})
_SHOWN = re.compile(r"(?:^|\s)(?:(?:sm|md|lg|xl|2xl|print):|visible-|d-(?:sm|md|lg|xl|xxl|print)-(?!none))")
"""Names of elements that a wider window shows, though a narrow one hides them."""
_OF_WORD = re.compile(rb"&lt;/?o:p\s*/?&gt;")
"""Markup of Word that an editor took for text, at the end of its paragraphs."""
_WORD_SIGN = re.compile(rb"&lt;o:p")
_PARSER = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, collect_ids=False)
_ENDS = re.compile(rb"</(?:[Bb][Oo][Dd][Yy]|[Hh][Tt][Mm][Ll])\s*>")


def parse(text: str | bytes) -> Element:
    """The root element of a page, given as text or in UTF-8.

    It is an `html` element with an empty `body` where the text holds no markup at all. End tags of `body` and `html`
    are dropped first: the parser stops at them, while browsers, and the portals that print a page inside a page, go on.
    Nesting deeper than 2,048 elements is cut by the parser, in linear time. A page made to be costly is cut too, and a
    tag of it loses its attributes. Names from which a font draws a picture ("attach_file") are dropped: nobody sees
    them as words. So is the mark of paragraphs that Word writes, where a page prints it as text.
    """
    data = text.encode("utf-8", "replace") if isinstance(text, str) else text
    if b"\0" in data:
        data = data.replace(b"\0", b"")
    if _WORD_SIGN.search(data) is not None:
        data = _OF_WORD.sub(b"", data)
    root = etree.fromstring(_ENDS.sub(b"", bounded(data)), _PARSER)
    if root is None:
        return etree.fromstring("<html><body></body></html>", _PARSER)
    for icon in _drawn(root) if _ICON_SIGN.search(data) else ():
        if icon.text and _GLYPH.fullmatch(icon.text) and _is_drawn(icon):
            icon.text = None
    return root


def _is_drawn(element: Element) -> bool:
    """Whether an icon font draws what an element holds."""
    return element.tag == ICON or _ICON_FONT.search(element.get("class")) is not None


def has_children(element: Element, besides: int = 0) -> bool:
    """Whether an element has any children besides some; `len` would count all of them, each time that it is asked."""
    return next(islice(element.iterchildren(), besides, None), None) is not None


def is_hidden(element: Element) -> bool:
    """Whether an element's own style, or a name that common style sheets give to such, keeps it out of sight."""
    attributes = element.keys()
    if "style" in attributes and "none" in (style := element.get("style")) and _HIDDEN.search(style):
        return True
    if "class" in attributes:
        names = element.get("class")
        if "hidden" in names or "d-none" in names or "modal" in names:
            told = names.split()
            return (not _HIDING.isdisjoint(told) and not _SHOWN.search(names)) or ("modal" in told and "fade" in told)
    return "hidden" in attributes
