"""Where an announcement stands on its page: from its title to the heading of what else there is to read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate, takewhile

from scraper.reading.ending import find_end
from scraper.reading.headlines import is_headline
from scraper.reading.labelled_frame import RELATED
from scraper.reading.lines import Line, Printed
from scraper.reading.markup import Element

_WHOLE = frozenset({"body", "form", "html"})
_LEVELS = 3
_ABOVE = 6
"""How far around an announcement's element, and how many lines above it, its date may stand."""
_BEGINS, _MOST = 8, 40
"""Lines behind a title among which a box of others begins above the text, and how many it has at most."""
_HEADING, _PARAGRAPH = 40, 80
"""Characters of a heading at most, and of a paragraph at least."""
_LEAD = re.compile(
    r"(?<![a-z])(?:lead|sapo|chapeau|summary|abstract|intro|tom-?tat|trich-?(?:dan|yeu))(?![a-z])", re.IGNORECASE
)
"""What the element of a lead is called."""
_FEW = 6
"""Lines at most of a box of others that has no heading."""


@dataclass(frozen=True, slots=True)
class Region:
    """The announcement's elements and lines.

    `root` holds title and text, `outer` also what stands around them and belongs to them. `head` is the first line that
    may tell of the announcement (above its title), `body` the first behind its title, `text_end` the one behind its
    text, `end` the one behind the last that belongs to it. A box of others may stand `above` the text.
    """

    root: Element
    outer: Element
    head: int
    body: int
    text_end: int
    end: int
    above: range = range(0)


def find_region(printed: Printed, title_end: int, title_block: Element | None) -> Region:
    """The region of the announcement whose title ends before line `title_end`."""
    above = _box_above(printed, title_end)
    end = find_end(printed, title_end, above)
    if title_block is None:
        return Region(printed.root, printed.root, 0, title_end, end, end)
    root = _root(printed, title_block, title_end, end)
    outer, head, stop = _around(printed, root)
    text_end = max(title_end, min(end, printed.below(root)[1]))
    return Region(root, outer, min(head, title_end), title_end, text_end, max(text_end, min(end, stop)), above)


def _box_above(printed: Printed, begin: int) -> range:
    """The lines of a box of links to others between a title that ends before line `begin` and its text; mostly none.

    A lead may stand above it; right below what is dressed as one, a box of few links needs no heading. Two paragraphs
    follow the links in what holds title and box, outside of the box, with nothing between.
    """
    lines = printed.lines[begin : begin + _BEGINS]
    lead = next((line for line in lines if line.prose), None)
    headings = takewhile(lambda line: not line.prose or line is lead, lines)
    head = next((line for line in headings if len(line.text) < _HEADING and RELATED.fullmatch(line.folded)), None)
    above = head or lead
    if not begin or above is None or (head is None and not _is_lead(above)):
        return range(0)
    start, first = above.index + (head is None), above.index + 1
    around = printed.lines[begin - 1].block.iterancestors()
    holder = next((one for one in around if printed.below(one)[1] > start), printed.root)
    following = printed.lines[first : min(printed.below(holder)[1], first + _MOST)]
    box = list(takewhile(lambda line: is_headline(line) or (line.may_date and not line.prose), following))
    text = following[len(box) : len(box) + 2]
    if not box or len(text) < 2 or any(line.prose < _PARAGRAPH or line.linked for line in text):
        return range(0)
    home, other = (line.block.getparent() for line in text)
    amid = lead is not None and lead.index < first and lead.block.getparent() is home
    apart = home is other and not amid and home not in box[0].block.iterancestors()
    return range(start, text[0].index) if apart and (head is not None or len(box) <= _FEW) else range(0)


def _is_lead(line: Line) -> bool:
    """Whether running text is dressed as a lead: a heading, in bold, or in what is called after leads."""
    named = _LEAD.search(line.block.get("class") or "") is not None
    return named or bool(line.heading) or line.bold * 10 >= len(line.text) * 9


def _around(printed: Printed, root: Element) -> tuple[Element, int, int]:
    """What stands right around the announcement and belongs to it, as far as an element holds that and little else."""
    outer = root
    first, last = printed.below(root)
    for _ in range(_LEVELS):
        around = outer.getparent()
        if around is None or outer is printed.root or around.tag in _WHOLE:
            break
        start, stop = printed.below(around)
        if first - start > _ABOVE:
            break
        outer, first, last = around, start, stop
    return outer, first, last


def _root(printed: Printed, block: Element, begin: int, end: int) -> Element:
    """The smallest element around the title that holds the text; without any text, one that holds a few lines more."""
    before = [0, *accumulate(line.prose for line in printed.lines)]
    whole = before[end] - before[begin]
    root = block
    for element in [block, *block.iterancestors()]:
        root = element
        start, stop = printed.below(element)
        if element is printed.root or element.tag in _WHOLE:
            break
        held = before[min(stop, end)] - before[begin] if stop > begin else 0
        if whole:
            if held * 10 >= whole * 9:
                break
        elif stop - start > 3 or _has_images(printed, start, stop):
            break
    return root


def _has_images(printed: Printed, start: int, stop: int) -> bool:
    return stop > start + 1 and any(start < index <= stop for index, _ in printed.images)
