"""Lines between the paragraphs of a text, and cells of data, that are text though frames use their words as well."""

from __future__ import annotations

import re
from collections.abc import Collection

from scraper.reading.labelled import COUNTER, FILES
from scraper.reading.labelled_frame import PART, REMARKS
from scraper.reading.lines import Line
from scraper.reading.ratings import RATING
from scraper.reading.region import Region
from scraper.reading.tables import is_of_data

_FAR = 12
"""Lines before and behind a line among which a paragraph is sought."""
_HASHED = re.compile(r"\W*#\w")


def is_of_text(lines: list[Line], line: Line, known: Collection[str], region: Region) -> bool:
    """Whether a line that may be of the frame is text by its place: a cell of data, or set as the paragraphs around it.

    Buttons, counters, links, stars and what is said once more are no text between paragraphs either.
    """
    if line.linked or line.key in known or not any(map(str.isalpha, line.text)):
        return False
    if line.cell is not None and is_of_data(line):
        return True
    if line.is_tool or not _is_between(lines, line, region):
        return False
    folded = line.folded
    if line.is_related and (REMARKS.fullmatch(folded) or not PART.fullmatch(folded) or lines[line.index + 1].linked):
        return False
    if "#" in folded and _HASHED.match(folded):
        return False
    return not (FILES.fullmatch(folded) or COUNTER.fullmatch(folded) or RATING.fullmatch(folded))


def _is_between(lines: list[Line], line: Line, region: Region) -> bool:
    """Whether paragraphs stand close before and behind a line, each beside it."""
    above = lines[max(region.body, line.index - _FAR) : line.index]
    below = lines[line.index + 1 : min(region.text_end, line.index + 1 + _FAR)]
    return any(other.prose and _is_beside(line, other) for other in reversed(above)) and any(
        other.prose and _is_beside(line, other) for other in below
    )


def _is_beside(line: Line, other: Line) -> bool:
    """Whether a paragraph stands in one element with a line and is set as that is; a heading or an item may be else."""
    block, paragraph = line.block, other.block
    if block is paragraph:
        return True
    home, around = block.getparent(), paragraph.getparent()
    if home is around:
        return bool(line.heading) or (block.tag, block.get("class")) == (paragraph.tag, paragraph.get("class"))
    return block.tag == "li" and home is not None and home.getparent() is around
