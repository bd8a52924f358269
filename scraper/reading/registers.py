"""Rows of a register: what the head of its table says of each column, and what a row tells of its document there.

Registers without a table have labels in each record.
"""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import Any

from archive.vietnamese.spelling import fold
from scraper.reading.labelled import NUMBER, RECORD, SUBJECT
from scraper.reading.records import column_heads, is_date_line, lines_of, one_line

_TELLING = re.compile(
    rf"\b{NUMBER}|\bk[yi] hieu|\bso van ban|^so$"  # its number
    r"|trich yeu|noi dung|^ten\b|tieu de"  # its subject
)
_NUMBER = re.compile(rf"\W*{NUMBER}(?: van ban)?\W*|\W*so(?: van ban)?\W*")
"""The label of a paper's number."""
_LONGEST_LABEL = 30
_NUMBER_AND_SUBJECT, _LABEL_AND_VALUE = 2, 2
_MOST_ELEMENTS = 60
"""Elements that the record of one document has at most."""
_HEAD_AND_TWO = 3
_ROW_HEIGHT = 5
"""Elements between a link and the row of a register that it stands in, at most."""


def tells_papers(row: Any) -> bool:
    """Whether the head of a row's table names a column of numbers or of subjects."""
    return any(map(_TELLING.search, column_heads(row)))


def told_in_row(row: Any) -> list[str]:
    """What a row prints of its document below such heads: the number and the subject, in the order of the columns.

    A table of the fields of one document has a value beside its first label, and no heads.
    """
    heads = column_heads(row)
    if len(heads) == _LABEL_AND_VALUE and any(map(str.isdigit, heads[1])):
        return []
    cells = list(row.iterchildren("td", "th")) if heads else []
    told = (
        one_line("".join(cell.itertext())) for head, cell in zip(heads, cells, strict=False) if _TELLING.search(head)
    )
    return [text for text in told if text and not is_date_line(text)]


def told_by_labels(record: Any) -> list[str]:
    """The number and the subject that a record prints behind labels of its own or on the lines below these."""
    found: list[str] = []
    awaited = ""
    for line in lines_of([record]):
        label, _, value = (part.strip() for part in line.partition(":"))
        folded = fold(label) if len(label) <= _LONGEST_LABEL else ""
        if SUBJECT.fullmatch(folded) or _NUMBER.fullmatch(folded):
            awaited = folded
        else:
            value = line if not RECORD.fullmatch(folded) else ""
        if awaited and value:
            if SUBJECT.fullmatch(awaited) or any(map(str.isdigit, value)):
                found.append(value)
            awaited = ""
    return found


def told_around(element: Any) -> list[str]:
    """The number and the subject that the labels of the one record around a link tell; nothing without both."""
    above = takewhile(_is_small, islice(element.iterancestors(), _ROW_HEIGHT))
    found = next((texts for around in above if len(texts := told_by_labels(around)) > 1), [])
    return found if len(found) == _NUMBER_AND_SUBJECT else []


def _is_small(element: Any) -> bool:
    return next(islice(element.iter(), _MOST_ELEMENTS, None), None) is None


def row_around(element: Any, known: dict[Any, bool] | None = None) -> Any:
    """The row of a table with such heads that an element stands in; None where it stands in none.

    `known` are the tables that were looked at before, and whether they have them.
    """
    row = next((above for above in islice((element, *element.iterancestors()), _ROW_HEIGHT) if above.tag == "tr"), None)
    table = next(row.iterancestors("table"), None) if row is not None else None
    known = {} if known is None else known
    if table not in known:
        known[table] = row is not None and tells_papers(row)
    return row if known[table] else None


def record_of(part: Any, known: dict[Any, bool] | None = None) -> Any:
    """The record of a document that a part of a list stands in: the row of a register, else the part itself."""
    row = row_around(part, known)
    return part if row is None else row


def is_one_of_papers(element: Any) -> bool:
    """Whether an element stands in a row of a register of several documents."""
    row = row_around(element)
    table = next(row.iterancestors("table"), None) if row is not None else None
    rows = islice(table.iter("tr"), _HEAD_AND_TWO) if table is not None else ()
    return sum(1 for _ in rows) == _HEAD_AND_TWO
