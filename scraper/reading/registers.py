"""Rows of a register: what the head of its table says of each column, and what a row tells of its document there."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from scraper.reading.records import column_heads, is_date_line, one_line

_TELLING = re.compile(
    r"\b(?:so|ky) (?:ky )?hieu|\bso (?:van ban|hieu)|^so$|so/ky hieu"  # its number
    r"|trich yeu|noi dung|^ten\b|tieu de"  # its subject
)
_HEAD_AND_TWO = 3
_ROW_HEIGHT = 5
"""Elements between a link and the row of a register that it stands in, at most."""


def tells_papers(row: Any) -> bool:
    """Whether the head of a row's table names a column of numbers or of subjects."""
    return any(map(_TELLING.search, column_heads(row)))


def told_in_row(row: Any) -> list[str]:
    """What a row prints of its document below such heads: the number and the subject, in the order of the columns."""
    heads = column_heads(row)
    cells = list(row.iterchildren("td", "th")) if heads else []
    told = (
        one_line("".join(cell.itertext())) for head, cell in zip(heads, cells, strict=False) if _TELLING.search(head)
    )
    return [text for text in told if text and not is_date_line(text)]


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


def is_one_of_papers(element: Any) -> bool:
    """Whether an element stands in a row of a register of several documents."""
    row = row_around(element)
    table = next(row.iterancestors("table"), None) if row is not None else None
    rows = islice(table.iter("tr"), _HEAD_AND_TWO) if table is not None else ()
    return sum(1 for _ in rows) == _HEAD_AND_TWO
