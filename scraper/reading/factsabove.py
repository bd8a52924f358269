"""The facts of an announcement above its text, among which stands what elsewhere ends one: a section, a counter."""

from __future__ import annotations

from archive.vietnamese.bylines import read_byline
from scraper.reading.datewords import beside_date, is_section
from scraper.reading.headlines import BEFORE_SUMMARY, is_headline
from scraper.reading.labelled import VIEWS
from scraper.reading.labelled_frame import FOOTER, RELATED
from scraper.reading.lines import Line, Printed
from scraper.reading.writermarks import leads_to_account, leads_to_writer

_FACTS = 12
"""Lines behind a counter or a section among which the text begins, where these stand above that."""
_BESIDE = 24
"""Lines of an element at most that holds nothing but facts."""
_PARAGRAPHS = 2
"""Paragraphs that stand above no facts; one may be the lead."""
_LONG = 80
"""Characters of a paragraph at least."""
_FACT = 60
"""Characters of a fact at most."""
_WITHIN = ("#", "javascript:", "mailto:")
"""How addresses begin that lead to no other page."""


def is_amid_facts(printed: Printed, line: Line, begin: int, told: int) -> bool:
    """Whether a line leads to the text, or is the section, or counts comments or visits above it.

    At most a lead has been `told` there. The announcement's title ends before line `begin`.
    """
    lines = printed.lines
    if told < _PARAGRAPHS:
        signs = (_opens_text(lines, line), _names_section(printed, line, begin))
        if all(signs) if told else any(signs):
            return True
    if line.heading or not any(map(str.isdigit, line.text)):
        return False
    if told > 1:
        return _counts_beside_day(lines, line)
    for below in lines[line.index + 1 : line.index + _FACTS]:
        heads = RELATED.fullmatch(below.folded) and not any(map(str.isdigit, below.text))
        if heads or is_headline(below) or FOOTER.match(below.folded):
            return False
        if below.prose >= _LONG:
            return True
        if told and below.may_date and read_byline(beside_date(below.text)).people:
            return False
    return False


def _opens_text(lines: list[Line], line: Line) -> bool:
    """Whether running text follows a line close behind, and nothing between leads elsewhere.

    Other facts may stand between, where the line is no heading: the day, counters, buttons, the account.
    """
    others = 0
    for below in lines[line.index + 1 : line.index + 1 + _FACTS]:
        if below.heading or _leads_elsewhere(below):
            return False
        if below.prose >= _LONG:
            return not FOOTER.match(line.folded)
        others += bool(line.heading) or not _is_fact(below)
        if others == BEFORE_SUMMARY:
            return False
    return False


def _names_section(printed: Printed, line: Line, begin: int) -> bool:
    """Whether a line leads to the section that an announcement belongs to, however short the text of that is.

    The smallest element that holds it and other lines has facts of the announcement beside it, or its title, and
    nothing else.
    """
    if not line.is_link or line.heading or len(set(line.hrefs)) != 1 or line.hrefs[0].startswith(_WITHIN):
        return False
    box = line.block
    while box is not printed.root and printed.spans.get(box, (0, 0)) in ((0, 0), (line.index, line.index + 1)):
        box = box.getparent()
    start, stop = printed.spans.get(box, (0, 0))
    if stop - max(start, begin) > _BESIDE:
        return False
    beside = [other for other in printed.lines[max(start, begin) : stop] if other is not line]
    return (start < begin or any(map(_is_fact, beside))) and all(map(_is_fact, beside))


def _is_fact(line: Line) -> bool:
    """Whether a short line prints a fact of an announcement: its day, a counter, a section, an account, a button."""
    if line.heading or line.prose or len(line.text) > _FACT or (line.may_date and line.is_link):
        return False
    return (
        line.is_tool
        or line.may_date
        or VIEWS.search(line.folded) is not None
        or is_section(line.folded)
        or leads_to_account(line)
        or leads_to_writer(line)
        or not any(map(str.isalpha, line.text))
    )


def _leads_elsewhere(line: Line) -> bool:
    """Whether a line leads to another page, and is no fact of an announcement."""
    return bool(line.hrefs) and not all(href.lower().startswith(_WITHIN) for href in line.hrefs) and not _is_fact(line)


def _counts_beside_day(lines: list[Line], line: Line) -> bool:
    """Whether a line counts comments or visits right above the day of the page, in a row with that."""
    below = lines[line.index + 1] if line.index + 1 < len(lines) else None
    if below is None or not below.may_date or below.linked or below.block.tag != line.block.tag:
        return False
    return below.block.getparent() is line.block.getparent() and not read_byline(beside_date(below.text)).people
