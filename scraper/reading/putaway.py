"""Markup that stands in a page unseen until a script puts it where the text of an announcement belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from itertools import islice

from lxml import etree

from scraper.reading.literals import read_literal
from scraper.reading.markup import Element, parse
from scraper.reading.page import Page

_HIDING = frozenset({"textarea", "template", "noscript"})
_LEAST = 100
"""Characters of text from which on markup is that of an announcement."""
_BLOCK = re.compile(r"<(?:p|div|br|table|ul|span)\b", re.IGNORECASE)
_PLACE = re.compile(
    r"\{\{|<%|\$\{|\[\[|\bv-for\b|\bng-repeat\b|<(?:form|button|input|select|svg|iframe|nav)\b", re.IGNORECASE
)
"""What only a template or a part of the frame has."""
_TEXT_TYPES = frozenset({"text/template", "text/html", "text/plain", "text/x-template", "text/x-handlebars-template"})
_STRING = re.compile(r"[=(:,]\s*(?=[\"'`](?:\s|&lt;|\\u003[cC]|\\x3[cC]|<)*(?:[pPdDsStTuU]))")
_MOST = 100
_MARKED = re.compile(r"</(?:p|div|span|strong|table|ul)>|<br\s?/?>", re.IGNORECASE)
_TARGET = re.compile(r"(?:#|ById\(\s*[\"'])([\w-]{1,60})[\"']")
"""The element that a script puts something into."""


def is_markup(text: str) -> bool:
    """Whether a printed text is markup itself, which a script would have turned into what it says."""
    return "<" in text and "</" in text and len(_MARKED.findall(text)) > 1


def with_text_shown(page: Page) -> Page | None:
    """The page as it is when a script has put the longest text that it holds into it; None where it holds none."""
    if not any(_is_text(markup) for _, markup in _held(page.tree)):
        return None
    tree = parse(page.data)
    held = [(element, markup) for element, markup in _held(tree) if _is_text(markup)]
    if not held:
        return None
    holder, markup = max(held, key=lambda one: len(one[1]))
    place = _target(tree, holder) if holder.tag == "script" else holder
    shown = parse(f"<div>{markup}</div>".encode("utf-8", "replace")).find(".//div")
    if place.tag in _HIDING or place.tag in ("script", "input"):
        shown.tail = place.tail
        place.getparent().replace(place, shown)
    else:
        place.text = None
        place.insert(0, shown)
    return replace(page, text=etree.tostring(tree, encoding="unicode", method="html"), fetched=b"")


def _target(tree: Element, script: Element) -> Element:
    """The empty element that a script names, or the script itself where it names none."""
    names = set(_TARGET.findall(script.text or ""))
    named = (element for element in tree.iter("div", "section", "article", "td", "span") if element.get("id") in names)
    return next((element for element in named if not "".join(element.itertext()).strip()), script)


def _held(tree: Element) -> Iterator[tuple[Element, str]]:
    """The elements that hold markup unseen or as text, each with that."""
    for element in tree.iter():
        if element.tag == "script":
            yield from ((element, markup) for markup in _in_script(element))
        elif element.tag == "input":
            yield element, unescape(element.get("value") or "") if element.get("type") == "hidden" else ""
        elif element.tag in _HIDING:
            yield element, _inside(element)
        else:
            values = (str(value) for name, value in element.attrib.items() if str(name).startswith("data-"))
            yield from ((element, value) for value in values if len(value) >= _LEAST and "<" in value)
            if element.text and is_markup(element.text) and element.tag != "style":
                yield element, element.text


def _inside(element: Element) -> str:
    """The markup in an element, whether its tags were parsed or are text of it."""
    inner = "".join(etree.tostring(child, encoding="unicode", method="html") for child in element)
    return f"{element.text or ''}{inner}" if inner else unescape(element.text or "")


def _in_script(script: Element) -> Iterator[str]:
    """The markup that a script is, or that stands in its strings."""
    text = script.text or ""
    kind = (script.get("type") or "").lower()
    if kind in _TEXT_TYPES:
        yield text
    elif len(text) >= _LEAST and (not kind or "javascript" in kind or kind == "module"):
        for found in islice(_STRING.finditer(text), _MOST):
            try:
                value, _ = read_literal(text, found.end())
            except (ValueError, RecursionError):
                continue
            yield unescape(value) if isinstance(value, str) and len(value) >= _LEAST else ""


def _is_text(markup: str) -> bool:
    """Whether markup has paragraphs, few links and no places for data."""
    if len(markup) < _LEAST or _BLOCK.search(markup) is None or _PLACE.search(markup) is not None:
        return False
    tree = parse(f"<div>{markup}</div>".encode("utf-8", "replace"))
    text = sum(len(piece.strip()) for piece in tree.itertext())
    linked = sum(len("".join(link.itertext()).strip()) for link in tree.iter("a"))
    return text >= _LEAST and linked * 2 < text
