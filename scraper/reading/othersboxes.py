"""Boxes of other announcements above the text of one or amid it, behind which that goes on."""

from __future__ import annotations

import re
from itertools import takewhile

from scraper.reading.ending import names_others
from scraper.reading.headlines import is_headline
from scraper.reading.labelled_frame import CONTACT, FOOTER
from scraper.reading.lines import Line, Printed

_BEGINS, _MOST = 8, 40
"""Lines behind a title among which a box of others begins above the text, and how many it has at most."""
_PARAGRAPH = 80
"""Characters of a paragraph at least."""
_LEAD = re.compile(
    r"(?<![a-z])(?:lead|sapo|chapeau|summary|abstract|intro|tom-?tat|trich-?(?:dan|yeu))(?![a-z])", re.IGNORECASE
)
"""What the element of a lead is called."""
_FEW = 6
"""Lines at most of a box of others that has no heading."""
_CARD = 4
"""Lines of a card at most: headline, day, section, summary."""
_NEWS = re.compile(r"\W*(?:cac |nhung )?(?:tin|bai|xem|doc|moi|co the ban|quang cao|advertisement)\b")
"""What heads others of a newspaper, or its advertising, and neither remarks of readers nor counts of visits."""


def box_above(printed: Printed, begin: int) -> range:
    """The lines of a box of links to others between a title that ends before line `begin` and its text; mostly none.

    A lead may stand above it; right below what is dressed as one, a box of few links needs no heading. A heading of
    news or of advertising needs no links: a script may load them. Two paragraphs follow in what holds title and box,
    with nothing between; those right beside a link are its summary.
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
    following = printed.lines[first : min(printed.below(holder)[1], first + _MOST)]
    box = list(takewhile(_is_of_box, following))
    text = following[len(box) : len(box) + 2]
    if len(text) < 2 or not all(map(_is_paragraph, text)):
        return range(0)
    if not (0 < len(box) <= _FEW if head is None else box or _NEWS.match(head.folded)):
        return range(0)
    home, other = (line.block.getparent() for line in text)
    amid = lead is not None and lead.index < first and lead.block.getparent() is home
    summed = any(line.block.getparent() is home for line in box if not names_others(line))
    return range(start, text[0].index) if home is other and not (amid or summed) else range(0)


def boxed_amid(lines: list[Line], text: range) -> frozenset[int]:
    """The headlines amid a text that stand below a heading of others, with their days between."""
    boxed: set[int] = set()
    for line in lines[text.start : text.stop]:
        if is_headline(line):
            above = lines[line.index - 1]
            while above.may_date and not (above.linked or above.prose) and above.index > text.start:
                above = lines[above.index - 1]
            if above.index in boxed or (names_others(above) and not is_headline(above)):
                boxed.add(line.index)
    return frozenset(boxed)


def cards_within(printed: Printed, text: range) -> set[int]:
    """The lines of cards of others that stand within a text: a picture and a headline, both to one page, and a summary.

    Paragraphs of the text stand outside of each.
    """
    lines = printed.lines[text.start : text.stop]
    told = [line.index for line in lines if line.prose]
    within: set[int] = set()
    for index, image in printed.images:
        if not text.start <= index < text.stop or (link := next(image.iterancestors("a"), None)) is None:
            continue
        address = link.get("href")
        near = (line for line in printed.lines[index : min(text.stop, index + _CARD)] if is_headline(line))
        headline = next((line for line in near if address in line.hrefs), None)
        if headline is None:
            continue
        around = {headline.block, *headline.block.iterancestors()}
        card = next(element for element in (link, *link.iterancestors()) if element in around)
        first, last = printed.below(card)
        summed = sum(first <= other < last for other in told)
        if last - first <= _CARD and summed <= 1 and len(told) > summed:
            within.update(range(first, last))
    return within


def _is_of_box(line: Line) -> bool:
    """Whether a line of a box leads to others or dates them."""
    return is_headline(line) or names_others(line) or (line.may_date and not line.prose)


def _is_paragraph(line: Line) -> bool:
    """Whether a line is a paragraph, and none of the foot of the site."""
    return line.prose >= _PARAGRAPH and not (FOOTER.match(line.folded) or CONTACT.match(line.folded))


def _is_lead(line: Line) -> bool:
    """Whether running text is dressed as a lead: a heading, in bold, or in what is called after leads."""
    named = _LEAD.search(line.block.get("class") or "") is not None
    return named or bool(line.heading) or line.bold * 10 >= len(line.text) * 9
