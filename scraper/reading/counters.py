"""Counters around a text: of visits, remarks and shares, in any of the ways in which pages print them."""

from __future__ import annotations

import re

from archive.vietnamese.spelling import fold
from scraper.reading.labelled import COUNTER, NOT_PUBLISHED, RECORD
from scraper.reading.labelled_frame import REMARKED, REMARKS_BESIDE, SECTION_NAME
from scraper.reading.lines import Line, clean
from scraper.reading.moments import is_stamp
from scraper.reading.region import Region
from scraper.reading.tables import DATA_ROWS, data_rows

_FACTS = 80
"""Characters of a line that counts remarks, perhaps beside links to sections."""
_VIEWED = re.compile(r"\W*\d[\d.,]*\s?luot\W*")
"""A view counter without its word: "51 lượt"."""
_COUNTS = re.compile(
    r"(?:\d[\d.,]*\s?[km]?\+?\s?(?:luot\s)?"
    r"(?:xem|doc|chia se|thich|binh luan|phan hoi|shares?|views?|likes?|comments?)\W*){1,5}"
)
"""Several counters in a row, each before what it counts, perhaps without a space ("0CHIA SẺ12LƯỢT XEM")."""
_COUNT = re.compile(r"\d{1,3}(?:[.,]\d{3})*|\d+")
_THOUSANDS = re.compile(r"\d+(?:[.,]\d)?\s?[kKmM]\+?")
"""A count in short: "1.2K"."""


def counts_alone(folded: str) -> bool:
    """Whether a line is one or several counts and what they count, and nothing else."""
    return _VIEWED.fullmatch(folded) is not None or _COUNTS.fullmatch(folded) is not None


def counts_beside_section(line: Line) -> bool:
    """Whether a line is the name of a section and a count of visits, each in an element of its own."""
    parts = [fold(clean("".join(part.itertext()))) for part in line.block] if line.folded[-1:].isdigit() else []
    if len(parts) < 2 or " ".join(parts) != line.folded or _COUNT.fullmatch(parts[-1]) is None:
        return False
    return SECTION_NAME.fullmatch(" ".join(parts[:-1])) is not None


def counts_remarks(lines: list[Line], line: Line, region: Region) -> bool:
    """Whether a short line above all paragraphs says how many remarks there are, perhaps beside links to sections."""
    if line.prose or len(line.text) > _FACTS or any(other.prose for other in lines[region.body : line.index]):
        return False
    if REMARKED.search(line.folded):
        return True
    return line.linked * 3 >= len(line.text) and REMARKS_BESIDE.search(line.folded) is not None


def is_counter(lines: list[Line], line: Line) -> bool:
    """Whether a line says nothing in letters and is no cell of a table, or counts what the line above names.

    A day behind the label of another day than that of posting is a field of a record.
    """
    text = line.text
    if any(map(str.isalpha, text)) and not (text[0].isdigit() and (_THOUSANDS.fullmatch(text) or is_stamp(text))):
        return False
    above = lines[line.index - 1].folded if line.index else ""
    if line.may_date and (
        RECORD.fullmatch(above.rstrip(" :")) or (above.endswith(":") and NOT_PUBLISHED.search(above))
    ):
        return False
    return data_rows(line) < DATA_ROWS or (len(above) < 40 and COUNTER.fullmatch(above) is not None)
