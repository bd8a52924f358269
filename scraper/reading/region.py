"""Where an announcement stands on its page: from its title to the heading of what else there is to read."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, takewhile

from scraper.reading.attachments import leads_to_files
from scraper.reading.ending import find_end
from scraper.reading.labelled import FILES
from scraper.reading.lines import Printed
from scraper.reading.markup import PAGE, Element
from scraper.reading.othersboxes import box_above, boxed_amid

_PARAGRAPHS = 2
"""Paragraphs of an `article` element that is a whole announcement."""
_LEVELS = 3
_ABOVE = 6
"""How far around an announcement's element, and how many lines above it, its date may stand."""


@dataclass(frozen=True, slots=True)
class Region:
    """The announcement's elements and lines.

    `root` holds title and text, `outer` also what stands around them and belongs to them. `head` is the first line that
    may tell of the announcement (above its title), `body` the first behind its title, `text_end` the one behind its
    text, `end` the one behind the last that belongs to it. `others` are the lines of boxes of other
    announcements above the text and amid it.
    """

    root: Element
    outer: Element
    head: int
    body: int
    text_end: int
    end: int
    others: frozenset[int] = frozenset()


def find_region(printed: Printed, title_end: int, title_block: Element | None) -> Region:
    """The region of the announcement whose title ends before line `title_end`."""
    above = box_above(printed, title_end)
    end = find_end(printed, title_end, above)
    if title_block is None:
        return Region(printed.root, printed.root, 0, title_end, end, end)
    root = _root(printed, title_block, title_end, end)
    outer, head, stop = _around(printed, root)
    stop += _files_behind(printed, outer, stop, end)
    text_end = max(title_end, min(end, printed.below(root)[1], _end_of_article(printed, title_block, title_end, end)))
    others = frozenset(above) | boxed_amid(printed, range(max(title_end, above.stop), text_end))
    return Region(root, outer, min(head, title_end), title_end, text_end, max(text_end, min(end, stop)), others)


def _end_of_article(printed: Printed, block: Element, begin: int, end: int) -> int:
    """The line behind the `article` element that has the title and most of the text; `end` where there is none such."""
    article = next(block.iterancestors("article"), None)
    stop = printed.below(article)[1] if article is not None else end
    if not begin < stop < end:
        return end
    inside = [line.prose for line in printed.lines[begin:stop] if line.prose]
    behind = sum(line.prose for line in printed.lines[stop:end])
    return stop if len(inside) >= _PARAGRAPHS and sum(inside) >= behind else end


def _files_behind(printed: Printed, outer: Element, stop: int, end: int) -> int:
    """How many lines right behind the announcement, in the element around it, name files and nothing else."""
    home = outer.getparent()
    behind = (line for line in printed.lines[stop:end] if home in line.block.iterancestors())
    return sum(1 for _ in takewhile(lambda line: leads_to_files(line) or FILES.fullmatch(line.folded), behind))


def _around(printed: Printed, root: Element) -> tuple[Element, int, int]:
    """What stands right around the announcement and belongs to it, as far as an element holds that and little else."""
    outer = root
    first, last = printed.below(root)
    for _ in range(_LEVELS):
        around = outer.getparent()
        if around is None or outer is printed.root or around.tag in PAGE:
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
        if element is printed.root or element.tag in PAGE:
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
