"""A tree as printed lines, in reading order."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from scraper.reading.markup import Element

_INLINE = frozenset({"a", "b", "strong", "i", "em", "u", "span", "font", "sup", "sub", "o:p", "label", "small", "big"})
_SILENT = frozenset({"script", "style", "noscript", "head", "template", "select", "textarea", "option"})


@dataclass(slots=True)
class Line:
    """One printed line."""

    text: str
    tag: str


def read_lines(root: Element) -> list[Line]:
    """The lines below an element."""
    lines: list[Line] = []
    pieces: list[str] = []
    silent: Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if silent is not None:
            if event == "end" and silent is element:
                silent = None
                pieces.append(element.tail or "")
            continue
        if event == "start" and tag in _SILENT:
            silent = element
            continue
        if tag not in _INLINE:
            text = " ".join("".join(pieces).split())
            if text:
                lines.append(Line(text, tag if event == "end" else element.getparent().tag))
            pieces.clear()
        pieces.append((element.text if event == "start" else element.tail) or "")
    return lines
