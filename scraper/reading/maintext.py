"""Where most of a page's running text stands, and the lines above it, of which one may be its title."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from scraper.reading.aroundtitles import announces_files, credits_someone
from scraper.reading.datewords import names_period
from scraper.reading.facts import facts_above
from scraper.reading.headlines import is_headline
from scraper.reading.labelled import LETTERHEAD, PUBLISHED, RECORD, prints_views
from scraper.reading.labelled_frame import CONTACT, FOOTER
from scraper.reading.lines import Line, Printed
from scraper.reading.markup import Element
from scraper.reading.phrases import labels
from scraper.reading.schedules import is_scheduled

_LEAST = 100
"""Characters of running text that a text has at least."""
_HALF = 5
_ABOVE, _LEADS = 8, 3
"""Lines above a text among which its title is, and those of them that may be running text before it."""
NEAREST, _STEP = 1.6, 0.4
_LETTERHEAD, _LONGEST = 80, 220
_STOPS = (".", ";", ":", "…", "!", "”", ",")


def main_text(printed: Printed) -> range:
    """The lines of the smallest element that holds most of the page's running text; none where there is little.

    The range begins with the first line of running text in that element. The rows of a schedule are none where there is
    other text.
    """
    before = [0, *accumulate(0 if _is_row(printed.lines, line) else _weight(line) for line in printed.lines)]
    if before[-1] < _LEAST:
        before = [0, *accumulate(map(_weight, printed.lines))]
    if before[-1] < _LEAST:
        return range(0)
    start, stop = 0, len(printed.lines)
    element = printed.root
    while element is not None:
        element, held = _heaviest(printed, before, element)
        if element is None or held * 10 < (before[stop] - before[start]) * _HALF:
            break
        first, last = printed.below(element)
        if last - first < 2:
            break
        start, stop = first, last
    begin = next((index for index in range(start, stop) if before[index + 1] > before[index]), stop)
    return range(begin, stop) if before[stop] - before[begin] >= _LEAST else range(0)


def _is_row(lines: list[Line], line: Line) -> bool:
    """Whether a line of running text is a row of a schedule."""
    return line.prose > 0 and line.may_date and is_scheduled(lines, line.index, line.index + 1)


def _weight(line: Line) -> int:
    """The running text of a line that may be the announcement's."""
    return line.prose if line.prose and not (line.hidden or FOOTER.match(line.folded)) else 0


def _heaviest(printed: Printed, before: list[int], around: Element) -> tuple[Element | None, int]:
    """The block directly below an element that holds most running text, and how much."""
    best, most = None, 0
    for block in _blocks(printed, around):
        start, stop = printed.spans[block]
        if before[stop] - before[start] > most:
            best, most = block, before[stop] - before[start]
    return best, most


def _blocks(printed: Printed, around: Element) -> Iterator[Element]:
    """The blocks directly below an element, also those that inline elements hold."""
    for child in around:
        if child in printed.spans:
            yield child
        elif len(child):
            yield from _blocks(printed, child)


def title_places(printed: Printed, text: range) -> dict[int, float]:
    """Points for each line that stands where the title of the main text stands: close above it, the nearest most.

    Facts in the rows of a table between the two are passed over.
    """
    places: dict[int, float] = {}
    below: dict[int, float] = {}
    leads = 0
    facts = facts_above(printed.lines, text.start)
    near = printed.lines[max(0, facts - _ABOVE) : facts] + printed.lines[text.start : text.start + bool(text)]
    for line in reversed(near):
        heads = len(line.text) < 100 and line.is_related and not any(map(str.isdigit, line.text))
        if heads or is_headline(line):
            break
        letterhead = len(line.text) < _LETTERHEAD and LETTERHEAD.search(line.folded) is not None
        told = line.prose and not line.text.endswith("?")
        if letterhead or (told and not _is_set_apart(printed.lines, line)):
            leads += not letterhead
            if leads > _LEADS:
                break
            places, below = {}, {} if letterhead else places or below
        elif not _is_beside(line):
            places[line.index] = max(0.0, NEAREST - _STEP * len(places))
    return places or below


def _is_set_apart(lines: list[Line], line: Line) -> bool:
    """Whether a long line is none of the text below it: no sentence before longer ones, or with a date between."""
    below = lines[line.index + 1 : line.index + 3]
    if len(line.text) < _LONGEST and not line.text.endswith(_STOPS) and below and below[0].prose * 2 > line.prose:
        return True
    return any(map(_is_beside, below))


def _is_beside(line: Line) -> bool:
    """Whether a line is none of the text and its titles, but a date, a button, a counter or a credit."""
    folded = line.folded
    return bool(
        (line.may_date and len(folded) < 80 and not names_period(line))
        or line.facts
        or line.is_tool
        or not any(map(str.isalpha, folded))
        or (len(folded) < 80 and (prints_views(folded) or announces_files(line) or credits_someone(line)))
        or (len(folded) < 40 and (RECORD.match(folded) or labels(CONTACT, folded)))
        or PUBLISHED.fullmatch(folded.rstrip(" :"))
    )
