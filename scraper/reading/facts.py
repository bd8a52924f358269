"""The facts of an announcement in rows of a table, as old portals print them: a label in a cell, its value in the next.

Above a text such rows are "Ngày đăng | 05/03/2014", "Chuyên mục | Tin hoạt động", "Số lần xem | 3962".
"""

from __future__ import annotations

from scraper.reading.labelled import CREDIT_ALONE, POSTER, PUBLISHED, VIEWS
from scraper.reading.labelled_frame import SECTION
from scraper.reading.lines import Line

_LABEL, _VALUE = 30, 80
"""Characters of a label and of a value at most."""
_MOST = 12
"""Lines of facts that are looked at."""
_SIGNS = " :.-–*•"


def is_label(line: Line) -> bool:
    """Whether a line is nothing but the label of a fact, in a cell."""
    if line.cell is None or len(line.text) > _LABEL or line.linked:
        return False
    words = line.folded.strip(_SIGNS)
    return any(label.fullmatch(words) for label in (PUBLISHED, SECTION, CREDIT_ALONE, VIEWS, POSTER))


def is_value(lines: list[Line], line: Line) -> bool:
    """Whether a line is the value of a fact: the cell right before it is the label."""
    if line.cell is None or not line.index or len(line.text) > _VALUE:
        return False
    label = lines[line.index - 1]
    return label.cell is not None and label.cell.getnext() is line.cell and is_label(label)


def facts_below(lines: list[Line], index: int) -> int:
    """How many facts with values stand one below the other from a line on, 0 to 6."""
    stop = index
    while stop + 1 < min(index + _MOST, len(lines)) and is_label(lines[stop]) and is_value(lines, lines[stop + 1]):
        stop += 2
    return (stop - index) // 2


def facts_above(lines: list[Line], index: int) -> int:
    """The first line of the facts that end right above a line: its own index where none do."""
    start = index
    while start > max(1, index - _MOST) and is_value(lines, lines[start - 1]):
        start -= 2
    return start
