"""One walk over a tree, which prints it as lines."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from lxml import etree

from archive.vietnamese.spelling import fold
from scraper.reading.fields import are_fields, field_starts, is_another, is_icon, stands_behind
from scraper.reading.leaves import joined
from scraper.reading.lines import Line, Printed, Sight, clean, cleaned
from scraper.reading.markup import ICON, IMAGES, INLINE, Element, is_hidden
from scraper.reading.moments import told_in_time
from scraper.reading.spread import drawn_together

_APART = frozenset({"time", "button", "label"})
"""Inline elements that are never a part of a word."""
_SILENT = frozenset(
    {"script", "style", "noscript", "head", "template", "select", "option", "textarea", "iframe", "object", "embed"}
    | {"svg", "canvas", "audio", "video", "map", ICON}
)
_FRAMES = frozenset({"iframe", "object", "embed"})
_PICTURES = frozenset({"svg", "canvas", ICON})
_BOLD = frozenset({"b", "strong"})
_ITALIC = frozenset({"i", "em"})
_CHOICES = frozenset({"radio", "checkbox"})
_CELLS = frozenset({"td", "th"})
_RECORDS = _CELLS | {"tr", "li"}
_OF_CARD = 2
"""Links without words that a card has above its title: its picture, its file; those of a strip of banners are more."""
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CLOSED = frozenset({"a", *_BOLD, *_ITALIC, *_APART})
"""Inline elements whose end changes how text goes on."""
_OPENED = _CLOSED | {"input", *IMAGES}
"""Inline elements that tell something where they begin, whatever stands before them."""
_TOLD_APART = _CELLS | _HEADINGS.keys()
"""Blocks of which their lines know."""
_DAY = 10
"""Characters of a day with its year."""
_LEAF = 28
"""Characters of all pieces of a leaf at most."""


class _Reached(NamedTuple):
    """How far a line has come: its pieces, its addresses, and its characters in links, bold and italic."""

    pieces: int = 0
    hrefs: int = 0
    linked: int = 0
    bolded: int = 0
    slanted: int = 0


class _Walk:
    """The state of one walk over a tree."""

    def __init__(self, root: Element) -> None:
        self.printed = Printed(root, [], {}, [], [], [])
        self.lines, self.spans = self.printed.lines, self.printed.spans
        self.pieces: list[str] = []
        self.heading = self.link = self.bold = self.italic = 0
        self.linked = self.bolded = self.slanted = 0
        self.hrefs: list[str] = []
        self.opened: list[str] = []
        self.seams: list[_Reached] = []
        self.loads = False
        self.picture: Element | None = None
        self.cells: list[Element] = []
        self.sight = Sight(root)

    def say(self, text: str) -> None:
        """Print a piece of text in the present manner, set apart where two fields meet without a space between them."""
        if self.pieces and are_fields(self.pieces[-1][-_DAY:], text):
            self.pieces.append(" ")
        self.pieces.append(text)
        if self.link or self.bold or self.italic:
            size = len(text.strip())
            self.linked += size if self.link else 0
            self.bolded += size if self.bold else 0
            self.slanted += size if self.italic else 0

    def end_line(self, block: Element) -> None:
        """Close the line that `block` holds, or the lines of its fields."""
        if self.pieces:
            starts = self.fields() if self.seams else []
            if starts:
                for start, end in pairwise([_Reached(), *starts, self.reached()]):
                    pieces, hrefs = self.pieces[start.pieces : end.pieces], self.hrefs[start.hrefs : end.hrefs]
                    linked, bold = end.linked - start.linked, end.bolded - start.bolded
                    self.print_line(block, pieces, hrefs, linked, bold, end.slanted - start.slanted, in_row=True)
            else:
                self.print_line(block, self.pieces, self.hrefs, self.linked, self.bolded, self.slanted)
            self.pieces.clear()
            self.seams.clear()
        self.linked = self.bolded = self.slanted = 0
        self.loads = False
        if self.hrefs:
            self.hrefs[:] = self.opened

    def fields(self) -> list[_Reached]:
        """Where fields of their own begin in the line."""
        edges = [0, *(seam.pieces for seam in self.seams), len(self.pieces)]
        texts = [clean("".join(self.pieces[start:end])) for start, end in pairwise(edges)]
        return [self.seams[index - 1] for index in field_starts(texts)]

    def reached(self) -> _Reached:
        """How far the line has come."""
        return _Reached(len(self.pieces), len(self.hrefs), self.linked, self.bolded, self.slanted)

    def print_line(
        self,
        block: Element,
        pieces: list[str],
        hrefs: list[str],
        linked: int,
        bold: int,
        italic: int,
        *,
        in_row: bool = False,
    ) -> None:
        """Make a line of pieces of text, so many characters of them `linked`, `bold` and `italic`."""
        text, folded = cleaned(joined(pieces, _LEAF) if len(pieces) > 1 else pieces[0])
        if " h " in folded:
            text = drawn_together(text)
            folded = fold(text)
        if text:
            line = Line(
                len(self.lines),
                text,
                folded,
                block,
                self.sight,
                self.heading,
                linked,
                bold,
                italic,
                tuple(hrefs),
                self.picture,
                self.cells[-1] if self.cells else None,
                in_row,
                self.loads,
            )
            self.lines.append(line)
            if self.picture is not None and not line.hidden:
                self.picture = None

    def open_inline(self, tag: str, element: Element) -> None:
        """Begin an inline element."""
        if self.pieces and not self.link and not self.heading and stands_behind(element):
            self.seams.append(self.reached())
        if tag == "a":
            self.printed.links.append((len(self.lines), element))
            href = element.get("href")
            if self.pieces and is_another(element, href):
                self.pieces.append(" ")
            if href:
                self.link += 1
                self.hrefs.append(href)
                self.opened.append(href)
                self.loads = self.loads or element.get("download") is not None
        elif tag == "span":
            if self.pieces and (is_icon(element) or (self.pieces[-1][-1:].isdigit() and stands_behind(element))):
                self.pieces.append(" ")
        elif tag in _BOLD:
            self.bold += 1
        elif tag in _ITALIC:
            self.italic += 1
            if self.pieces and element.text is None and not len(element):
                self.pieces.append(" ")
        elif tag == "input":
            if (element.get("type") or "").lower() in _CHOICES:
                self.printed.fields.append(element)
        elif tag in IMAGES:
            self.printed.images.append((len(self.lines), element))
            if not "".join(self.pieces).strip():
                self.picture = element
            else:
                self.pieces.append(" ")
        elif tag in _APART:
            self.pieces.append(" ")
            if tag == "button" and not self.link:
                self.printed.links.append((len(self.lines), element))

    def close_inline(self, tag: str, element: Element) -> None:
        """End an inline element."""
        if tag == "a":
            if element.get("href"):
                self.link -= 1
                self.opened.pop()
        elif tag in _BOLD:
            self.bold -= 1
        elif tag in _ITALIC:
            self.italic -= 1
        elif tag in _APART:
            self.pieces.append(" ")

    def pass_over(self, tag: str, element: Element) -> None:
        """Note a block that prints nothing, where it is a frame, a field or a picture."""
        if tag in _FRAMES:
            self.printed.links.append((len(self.lines), element))
        elif tag in _PICTURES and self.pieces:
            self.pieces.append(" ")
        elif tag == "textarea":
            self.printed.fields.append(element)

    def enter(self, tag: str, element: Element) -> None:
        """Begin a cell or a heading."""
        if tag in _CELLS:
            self.cells.append(element)
        else:
            self.heading = _HEADINGS[tag]

    def leave(self, tag: str) -> None:
        """End a cell or a heading."""
        if tag in _CELLS:
            self.cells.pop()
        else:
            self.heading = 0


def read_lines(root: Element, dropped: frozenset[Element] = frozenset(), *, parted: Element | None = None) -> Printed:
    """The lines below an element, without scripts, forms' choices, embedded objects and what is `dropped`.

    What follows the inline element `parted` stands on another line.
    """
    walk = _Walk(root)
    printed, pieces, lines = walk.printed, walk.pieces, walk.lines
    spans, say, end_line = walk.spans, walk.say, walk.end_line
    opened: list[int] = []
    walker = etree.iterwalk(root, events=("start", "end"))
    silent: Element | None = None
    for event, element in walker:
        tag = element.tag
        if event == "start":
            if tag in INLINE:
                if is_hidden(element) or element in dropped:
                    silent = element
                    walker.skip_subtree()
                    continue
                if pieces or tag in _OPENED:
                    walk.open_inline(tag, element)
                text = element.text if tag != "time" else told_in_time(element)
            elif tag in _SILENT or element in dropped:
                walk.pass_over(tag, element)
                silent = element
                walker.skip_subtree()
                continue
            elif tag == "br":
                end_line(element.getparent())
                continue
            else:
                if pieces:
                    end_line(element.getparent())
                if tag in _TOLD_APART:
                    walk.enter(tag, element)
                opened.append(len(lines))
                text = element.text
        else:
            if element is silent:
                silent = None
            elif tag in INLINE:
                if tag in _CLOSED:
                    walk.close_inline(tag, element)
                if parted is not None and element is parted:
                    end_line(element.getparent())
            elif tag != "br":
                if pieces:
                    end_line(element)
                elif walk.hrefs and (tag in _RECORDS or len({*walk.hrefs} - {*walk.opened}) > _OF_CARD):
                    walk.hrefs[:] = walk.opened  # a sign or picture that leads on is of its own cell, row or strip
                if tag in _TOLD_APART:
                    walk.leave(tag)
                spans[element] = (opened.pop(), len(lines))
            text = element.tail if element is not root else None
        if text and (pieces or not text.isspace()):
            say(text)
    return printed
