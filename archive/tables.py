"""Tables for a terminal: what a person copies from them is never broken or cut."""

from __future__ import annotations

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table

_NO_END = 10_000
"""More columns than a table needs."""


def print_table(table: Table) -> None:
    """Print a table in which no word is broken: names, addresses, ids.

    Cells go over several lines at their spaces. A table that does not fit so is as wide as it must be, and the terminal
    goes on below with its lines. No cell is taken for markup.
    """
    console = Console(markup=False)
    for column in table.columns:
        cells = [str(cell) for cell in (column.header, *column.cells)]
        column.min_width = max(cell_len(word) for cell in cells for word in cell.split() or ("",))
        column.no_wrap = column.no_wrap or column.min_width == max(map(cell_len, cells))
    needed = table.__rich_measure__(console, console.options.update_width(_NO_END)).minimum
    console.width = max(console.width, needed)
    console.print(table, crop=False)
