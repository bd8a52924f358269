"""Boxes of other announcements above the text of one or amid it, behind which that goes on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from itertools import islice, takewhile

from scraper.reading.attachments import leads_to_any_file
from scraper.reading.captions import is_caption
from scraper.reading.ending import names_others
from scraper.reading.headlines import is_headline
from scraper.reading.labelled_frame import CONTACT, FOOTER
from scraper.reading.lines import Line, Printed
from scraper.reading.markup import Element

_BEGINS, _MOST = 8, 40
"""Lines behind a title among which a box of others begins above the text, and how many it has at most."""
_PARAGRAPH, _ENOUGH = 80, 250
"""Characters of a paragraph at least, and of one that is a text alone."""
_LEAD = re.compile(
    r"(?<![a-z])(?:lead|sapo|chapeau|summary|abstract|intro|tom-?tat|trich-?(?:dan|yeu))(?![a-z])", re.IGNORECASE
)
"""What the element of a lead is called."""
_FEW = 6
"""Lines at most of a box of others that has no heading."""
_CARD = 4
"""Lines of a card at most: headline, day, section, summary."""
_ENTRY_HEAD = 3
"""Lines of an entry above its headline at most, and the heading of its box."""
_NEWS = re.compile(r"\W*(?:cac |nhung )?(?:tin|bai|xem|doc|moi|co the ban|quang cao|advertisement)\b")
"""What heads others of a newspaper, or its advertising, and neither remarks of readers nor counts of visits."""


def box_above(printed: Printed, begin: int) -> range:
    """The lines of a box of links to others between a title that ends before line `begin` and its text; mostly none.

    A lead may stand above it; right below what is dressed as one, a box of few links needs no heading. A heading of
    news or of advertising needs no links: a script may load them. Two paragraphs, or a long one, follow in what holds
    title and box, with nothing but the caption of a picture between; those right beside a link are its summary.
    """
    lines = printed.lines[begin : begin + _BEGINS]
    lead = next((line for line in lines if line.prose), None)
    headings = takewhile(lambda line: not line.prose or line is lead, lines)
    head = next(filter(names_others, headings), None)
    above = head or lead
    if not begin or above is None or (head is None and not _is_lead(above)):
        return range(0)
    start, first = above.index + (head is None), above.index + 1
    around = printed.lines[begin - 1].block.iterancestors()
    holder = next((one for one in around if printed.below(one)[1] > start), printed.root)
    last = printed.below(holder)[1]
    box = list(takewhile(_is_of_box, printed.lines[first : min(last, first + _MOST)]))
    captions = takewhile(is_caption, printed.lines[first + len(box) : last])
    home = _home_of_text(printed, first + len(box) + sum(1 for _ in captions), last, alone=head is not None)
    amid = lead is not None and lead.index < first and lead.block.getparent() is home
    summed = any(line.block.getparent() is home for line in box if not names_others(line))
    if home is not None and not (amid or summed):
        listed = 0 < len(box) <= _FEW if head is None else bool(box) or _NEWS.match(head.folded)
        return range(start, first + len(box)) if listed else range(0)
    return _element_above(printed, head, last) if head is not None else range(0)


def _element_above(printed: Printed, head: Line, last: int) -> range:
    """The lines of an element that begins with a heading of others and has links, with the text right behind it."""
    for element in (head.block, *head.block.iterancestors()):
        first, stop = printed.below(element)
        if first < head.index or stop >= last:
            break
        if any(map(is_headline, printed.lines[first:stop])) and _home_of_text(printed, stop, last) is not None:
            return range(first, stop)
    return range(0)


def _home_of_text(printed: Printed, index: int, last: int, *, alone: bool = True) -> Element | None:
    """What holds the two paragraphs that stand at a line and behind it, before a last line.

    A long one may stand `alone`.
    """
    text = printed.lines[index : min(index + 2, last)]
    if not text or not _is_paragraph(text[0]):
        return None
    home = text[0].block.getparent()
    if alone and text[0].prose >= _ENOUGH:
        return home
    return home if len(text) > 1 and _is_paragraph(text[1]) and text[1].block.getparent() is home else None


def boxed_amid(printed: Printed, text: range) -> frozenset[int]:
    """The lines amid a text that stand below a heading of others: headlines, and what stands in an element with it.

    That element has none of the paragraphs of the text, which are several in one.
    """
    lines = printed.lines
    boxed: set[int] = set()
    told: list[int] | None = None
    for line in lines[text.start : text.stop]:
        if line.index in boxed or not is_headline(line):
            continue
        near = takewhile(_is_short, reversed(lines[max(text.start, line.index - _ENTRY_HEAD) : line.index]))
        above = next((one for one in near if one.index in boxed or names_others(one)), None)
        if above is None:
            continue
        told = _paragraphs_of(lines[text.start : text.stop]) if told is None else told
        boxed.update(range(above.index + 1, max(line.index + 1, _end_of_box(printed, above, told))))
    return frozenset(boxed)


def _is_short(line: Line) -> bool:
    """Whether a line may stand between the heading of a box and its first headline: a day, a section, a place."""
    return not line.prose and (not is_headline(line) or names_others(line))


def _paragraphs_of(lines: list[Line]) -> list[int]:
    """The running text among some lines of which several stand in one element."""
    homes = Counter(line.block.getparent() for line in lines if line.prose)
    return [line.index for line in lines if line.prose and homes[line.block.getparent()] > 1]


def _end_of_box(printed: Printed, head: Line, told: list[int]) -> int:
    """The line at which the outermost element ends that begins with a heading and has none of the paragraphs `told`."""
    end = 0
    for element in (head.block, *head.block.iterancestors()):
        first, stop = printed.below(element)
        if first < head.index or bisect_left(told, first) < bisect_left(told, stop):
            break
        end = stop
    return end


def cards_within(printed: Printed, text: range) -> set[int]:
    """The lines of cards of others that stand within a text: a picture and a headline, both to one page, and a summary.

    Paragraphs of the text stand outside of each.
    """
    inside = ((index, image) for index, image in printed.images if text.start <= index < text.stop)
    linked = [(index, link) for index, image in inside for link in islice(image.iterancestors("a"), 1)]
    told = [line.index for line in printed.lines[text.start : text.stop] if line.prose] if linked else []
    within: set[int] = set()
    for index, link in linked:
        address = link.get("href")
        near = (line for line in printed.lines[index : min(text.stop, index + _CARD)] if is_headline(line))
        headline = next((line for line in near if address in line.hrefs), None)
        if headline is None:
            continue
        around = {headline.block, *headline.block.iterancestors()}
        card = next(element for element in (link, *link.iterancestors()) if element in around)
        first, last = printed.below(card)
        summed = bisect_left(told, last) - bisect_left(told, first)
        if last - first <= _CARD and summed <= 1 and len(told) > summed:
            within.update(range(first, last))
    return within


def _is_of_box(line: Line) -> bool:
    """Whether a line of a box leads to others or dates them."""
    return (line.is_link and not leads_to_any_file(line)) or names_others(line) or (line.may_date and not line.prose)


def _is_paragraph(line: Line) -> bool:
    """Whether a line is a paragraph, and none of the foot of the site."""
    return line.prose >= _PARAGRAPH and not (FOOTER.match(line.folded) or CONTACT.match(line.folded))


def _is_lead(line: Line) -> bool:
    """Whether running text is dressed as a lead: a heading, in bold, or in what is called after leads."""
    named = _LEAD.search(line.block.get("class") or "") is not None
    return named or bool(line.heading) or line.bold * 10 >= len(line.text) * 9
