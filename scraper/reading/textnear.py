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
    if _told(behind):
        yield 1.0, "text below it"
        if sum(line.prose for line in lines[last : last + _MUCH_LINES]) >= _MUCH and not any(map(is_headline, below)):
            yield 0.5, "much of it"
    elif len(below) > 2 and all(line.is_link and len(line.text) < 30 for line in below[:3]):
        yield -2.5, "a menu below it"
    elif sum(map(is_headline, below)) > 1 and not (
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


def amid_text(lines: list[Line], first: int) -> bool:
    """Whether a paragraph of the block in which a line stands is just above it, as above a heading within a text."""
    above = _told(lines[max(0, first - 2) : first])
    home = lines[first].block.getparent() if above else None
    return any(line.block.getparent() is home and line.block is not home for line in above)


def behind_text(lines: list[Line], first: int) -> int:
    """How many of the lines just above are running text that is not the summary of another announcement."""
    if lines[first].heading:
        above = lines[max(0, first - _FEW) : first]
        return 0 if any(line.linked for line in above) else len(_told(above)) // _SOME
    above = _told(lines[max(0, first - 2) : first])
    return sum(not (line.index and is_headline(lines[line.index - 1])) for line in above)
