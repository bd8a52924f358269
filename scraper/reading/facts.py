"""The facts of an announcement in rows of a table, as old portals print them: a label in a cell, its value in the next.

Above a text such rows are "Ngày đăng | 05/03/2014", "Chuyên mục | Tin hoạt động", "Số lần xem | 3962".
"""

from __future__ import annotations

from scraper.reading.labelled import CREDIT_ALONE, PUBLISHED, VIEWS
from scraper.reading.labelled_frame import SECTION
from scraper.reading.lines import Line
from scraper.reading.posters import POSTER

_LABEL, _VALUE = 30, 80
"""Characters of a label and of a value at most."""
_MOST = 12
"""Lines of facts that are looked at."""
_SOME = 2
"""Facts that make the line above them a title."""
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


def head_of_facts(lines: list[Line]) -> int | None:
    """The line right above the only facts with values that stand one below the other on a page.

    None where there are none, and where several lines have some, as in a list.
    """
    head, behind = None, 1
    for line in lines:
        if line.cell is None or line.index < behind:
            continue
        behind = line.index
        while behind + 1 < len(lines) and is_value(lines, lines[behind + 1]):
            behind += 2
        if behind - line.index >= 2 * _SOME:
            if head is not None:
                return None
            head = line.index - 1
        behind += 1
    return head


def facts_above(lines: list[Line], index: int) -> int:
    """The first line of the facts that end right above a line: its own index where none do."""
    start = index
    while start > max(1, index - _MOST) and is_value(lines, lines[start - 1]):
        start -= 2
    return start
