"""Where an announcement stands on its page: from its title to the heading of what else there is to read."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from scraper.reading.attachments import is_file
from scraper.reading.labelled_frame import FOOTER, RELATED
from scraper.reading.lines import Line, Printed
from scraper.reading.markup import Element

_HEADLINE = 24
_WHOLE = frozenset({"body", "form", "html"})
_LEVELS = 3
_ABOVE = 6
"""How far around an announcement's element, and how many lines above it, its date may stand."""
_FAR = 40
"""Headlines that may stand between a title and its text (a menu beside the article) before the text is another's."""


@dataclass(frozen=True, slots=True)
class Region:
    """The announcement's elements and lines.

    `root` holds title and text, `outer` also what stands around them and belongs to them. `head` is the first line that
    may tell of the announcement (above its title), `body` the first behind its title, `text_end` the one behind its
    text, `end` the one behind the last that belongs to it.
    """

    root: Element
    outer: Element
    head: int
    body: int
    text_end: int
    end: int


def prose(line: Line) -> int:
    """Characters of running text: what is no link, in lines of a sentence's length."""
    size = len(line.text) - line.linked
    if size >= 80:
        return size
    return size if size >= 40 and line.text.endswith((".", ";", "”", ":", "…", "!", "?")) else 0


def is_headline(line: Line) -> bool:
    """Whether a line is a link that reads like a title, and not one to a file."""
    return len(line.text) > _HEADLINE and line.is_link and not any(map(is_file, line.hrefs))


def find_region(printed: Printed, title_end: int, title_block: Element | None) -> Region:
    """The region of the announcement whose title ends before line `title_end`."""
    weights = [prose(line) for line in printed.lines]
    end = _end(printed.lines, weights, title_end)
    if title_block is None:
        return Region(printed.root, printed.root, 0, title_end, end, end)
    root = _root(printed, weights, title_block, title_end, end)
    outer, head, stop = _around(printed, root)
    text_end = max(title_end, min(end, printed.below(root)[1]))
    return Region(root, outer, min(head, title_end), title_end, text_end, max(text_end, min(end, stop)))


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


def _end(lines: list[Line], weights: list[int], begin: int) -> int:
    """The line at which the announcement that begins at `begin` is over."""
    homes: set[Element] = set()
    headlines = 0
    for line in lines[begin:]:
        if weights[line.index]:
            homes.add(line.block.getparent())
            headlines = 0
        elif is_headline(line) and line.cell is None:
            headlines += 1
            if headlines > (2 if homes else _FAR) and not _goes_on(lines, weights, line.index, homes):
                return line.index - headlines + 1
        elif _is_end(line) and not _goes_on(lines, weights, line.index, homes):
            return line.index
    return len(lines)


def _is_end(line: Line) -> bool:
    """Whether a line heads related items or belongs to the foot of the site."""
    return len(line.text) < 120 and bool(RELATED.fullmatch(line.folded) or FOOTER.match(line.folded))


def _goes_on(lines: list[Line], weights: list[int], index: int, homes: set[Element]) -> bool:
    """Whether the text goes on behind a box at `index`: paragraphs follow where paragraphs stood before."""
    return bool(homes) and any(
        weights[line.index] >= 80 and line.block.getparent() in homes for line in lines[index + 1 : index + 30]
    )


def _root(printed: Printed, weights: list[int], block: Element, begin: int, end: int) -> Element:
    """The smallest element around the title that holds the text; without any text, one that holds a few lines more."""
    before = [0, *accumulate(weights)]
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
