"""Questions and answers: a page that tells both is of the day of the answer."""

from __future__ import annotations

from archive.vietnamese.dates import PrintedDate
from archive.vietnamese.spelling import fold
from scraper.reading.labelled import ANSWERED, ASKED, PUBLISHED
from scraper.reading.lines import Line
from scraper.reading.phrases import labels

_LABEL = 24
"""Characters before a day among which its label stands."""
_BELOW = 3
"""Lines below the day of an answer, of which one begins it."""


def is_of_answer(lines: list[Line], line: Line, date: PrintedDate, start: int) -> bool:
    """Whether a date stands behind the label of the answer's, above all text from line `start` on.

    Below the question, which a label tells, it stands on a line of its own over the only answer of the page: several
    are of several days.
    """
    label = fold(line.text.partition(date.printed)[0])[-_LABEL:]
    if ANSWERED.search(label) is None:
        return False
    above = lines[start : line.index]
    if not any(other.prose for other in above):
        return True
    is_field = ANSWERED.match(line.folded) is not None and _heads_text(lines, line) and _is_only(lines, line)
    return is_field and any(labels(ASKED, other.folded) for other in above)


def is_of_question(told: str) -> bool:
    """Whether what a folded line says of its day begins with the label of a question, and has none of posting."""
    return labels(ASKED, told) and PUBLISHED.search(told) is None


def _heads_text(lines: list[Line], line: Line) -> bool:
    """Whether running text stands close below a line."""
    return any(other.prose for other in lines[line.index + 1 : line.index + 1 + _BELOW])


def _is_only(lines: list[Line], line: Line) -> bool:
    """Whether no other line of a page prints the day of an answer."""
    return not any(other.may_date and ANSWERED.search(other.folded) for other in lines if other is not line)
