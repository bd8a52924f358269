"""Running text above and below a line that may be a title."""

from __future__ import annotations

from collections.abc import Iterator

from scraper.reading.headlines import is_headline
from scraper.reading.lines import Line

HEADLINES_BELOW = "headlines below it"
_PARAGRAPH = 100
"""Characters of running text that a paragraph has more of."""
_MUCH, _MUCH_LINES = 600, 8
"""Characters of running text in some lines that only an announcement has."""
_FEW, _SOME = 6, 3
"""Lines above a heading of which some are running text where the heading stands within a text."""


def text_below(lines: list[Line], last: int, below: list[Line], behind: list[Line]) -> Iterator[tuple[float, str]]:
    """Points for running text `behind` title and date, and against links `below` the title."""
    links = [line for line in below if line.is_link]
    if _told(behind):
        yield 1.0, "text below it"
        if sum(line.prose for line in lines[last : last + _MUCH_LINES]) >= _MUCH and not any(map(is_headline, links)):
            yield 0.5, "much of it"
    elif len(links) > 2 and links[:3] == below[:3] and all(len(line.text) < 30 for line in links[:3]):
        yield -2.5, "a menu below it"
    elif sum(map(is_headline, links)) > 1 and not (
        (below[0].tells and below[0].text.endswith(".")) or any(line.is_related for line in below)
    ):
        yield -1.5, HEADLINES_BELOW
    elif any(
        not any(between.linked or between.heading for between in lines[last : line.index])
        for line in _told(lines[last + 4 : last + 9])
    ):
        yield 0.7, "text further below"


def _told(lines: list[Line]) -> list[Line]:
    """The paragraphs of running text among some lines."""
    return [line for line in lines if line.prose > _PARAGRAPH]


def text_above(lines: list[Line], first: int) -> Iterator[tuple[float, str]]:
    """Points against running text just above a line, most against that of the block in which the line stands itself.

    A summary of another announcement is none; above a heading within a text stands more of it.
    """
    line, above = lines[first], _told(lines[max(0, first - 2) : first])
    if above and _is_amid(line, above):
        yield -2.5, "amid the text"
    elif line.heading:
        further = lines[max(0, first - _FEW) : first]
        if len(_told(further)) >= _SOME and not any(other.linked for other in further):
            yield -1.5, "behind the text"
    elif any(not (other.index and is_headline(lines[other.index - 1])) for other in above):
        yield -1.5, "behind the text"


def _is_amid(line: Line, above: list[Line]) -> bool:
    """Whether one of the paragraphs above a line stands in the same block, as above a heading within a text."""
    home = line.block.getparent()
    return any(other.block.getparent() is home and other.block is not home for other in above)
