"""Tables: those of data, and those that are a frame around text."""

from __future__ import annotations

from collections.abc import Collection
from itertools import accumulate, islice

from scraper.reading.kept import kept
from scraper.reading.lines import Line
from scraper.reading.markup import CLICKED, Element

_CELL = 600
"""Characters of a cell from which a table is taken for a frame around text."""
_LONG = 80
"""Characters of a paragraph at least."""
DATA_ROWS = 2
"""Rows of several cells from which a table is one of data."""
_ROWS, _COLUMNS = 3, 3
"""Rows and columns of a table from which its words are those of data, and no labels of facts."""


def table_of(line: Line) -> Element | None:
    """The table in which a line stands."""
    return None if line.cell is None else next(line.cell.iterancestors("table"), None)


def data_rows(line: Line) -> int:
    """How many rows of several cells the table has in which a line stands; 0 in a frame around text."""
    return 0 if line.cell is None else _data_rows_around(line.cell)


@kept
def _data_rows_around(cell: Element) -> int:
    if any(size > _CELL for size in accumulate(map(len, cell.itertext()))):
        return 0
    table = next(cell.iterancestors("table"), None)
    return _rows_of_several(table) if table is not None else 0


def is_of_data(line: Line) -> bool:
    """Whether a line is a cell of a table of several rows and columns in which there is nothing to click on."""
    if line.cell is None or data_rows(line) < _ROWS:
        return False
    table = table_of(line)
    return len(line.cell.getparent()) >= _COLUMNS and table is not None and not _is_clicked(table)


@kept
def _is_clicked(table: Element) -> bool:
    return next(table.iter(*CLICKED, "input"), None) is not None


def is_alone_in_row(line: Line) -> bool:
    """Whether a line's cell is the only one of its row: it stands over the columns of its table and in none."""
    if line.cell is None:
        return False
    sides = (line.cell.itersiblings("td", "th", preceding=before) for before in (True, False))
    return all(next(side, None) is None for side in sides)


@kept
def _rows_of_several(table: Element) -> int:
    return sum(len(row) > 1 for row in rows_of(table))


def rows_of(table: Element) -> list[Element]:
    """The rows of a table from above, without those of tables inside it."""
    return [row for part in table for row in ([part] if part.tag == "tr" else part.iterchildren("tr"))]


@kept
def holds_paragraphs(cell: Element) -> bool:
    """Whether a cell of a table holds several paragraphs, as one of data does not."""
    parts = (part.tail or "" if part.tag == "br" else "".join(part.itertext()) for part in cell.iter("p", "div", "br"))
    return len(list(islice((part for part in parts if len(part) >= _LONG), 2))) > 1


def columns_of(row: Element, told: Collection[Element]) -> list[Element]:
    """The cells of a row up to the last that tells something, without those of columns that are empty throughout."""
    cells = [cell for cell in row if cell.tag in ("td", "th")]
    while cells and cells[-1] not in told:
        cells.pop()
    if len(cells) == len(told):
        return cells
    filled, size = _filled_columns(row.getparent()), len(row)
    return [cell for place, cell in enumerate(cells) if cell in told or (size, place) in filled]


@kept
def _filled_columns(body: Element) -> frozenset[tuple[int, int]]:
    """Which columns of a table have text anywhere, each with the number of cells of its rows."""
    return frozenset(
        (size, place)
        for row in body.iterchildren("tr")
        for size in (len(row),)
        for place, cell in enumerate(row.iterchildren("td", "th"))
        if "".join(cell.itertext()).strip()
    )


@kept
def largest_of_several(row: Element) -> int:
    """The characters of the largest cell of a row, 0 where no other has any; kept, since each of its lines asks."""
    cells = list(row.iterchildren("td", "th"))
    if len(cells) < 2:
        return 0
    sizes = [size for cell in cells if (size := len("".join(cell.itertext()).strip()))]
    return max(sizes) if len(sizes) > 1 else 0


def rows_of_data(lines: list[Line]) -> dict[int, Element]:
    """The row of each line that stands in a table of data: several cells of moderate length."""
    cells: dict[Element, int] = {}
    rows: dict[Element, set[Element]] = {}
    for line in lines:
        if line.cell is not None:
            cells[line.cell] = cells.get(line.cell, 0) + len(line.text)
            rows.setdefault(line.cell.getparent(), set()).add(line.cell)
    data = {
        row
        for row, inside in rows.items()
        if len(inside) > 1 and max(cells[cell] for cell in inside) <= _CELL and not any(map(holds_paragraphs, inside))
    }
    if not data:
        return {}
    return {line.index: row for line in lines if line.cell is not None and (row := line.cell.getparent()) in data}
