"""Excel workbooks: text stays text (0156, =1+1), days are days, addresses are links."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from archive.clock import VIETNAM
from archive.site.links import outward

_IMPOSSIBLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST_CELL = 32_767
_LONGEST_LINK = 2_000
_OPTIONS = dict.fromkeys(("strings_to_formulas", "strings_to_numbers", "strings_to_urls"), False)

Cell = str | int | date | datetime | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, its heads, its rows, how wide its columns are (in characters), which columns are links."""

    name: str
    heads: Sequence[str]
    rows: Iterable[Sequence[Cell]]
    widths: Sequence[int]
    links: frozenset[int] = frozenset()


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """The file."""
    stream = io.BytesIO()
    with Workbook(stream, {"constant_memory": True, **_OPTIONS}) as book:
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "dd/mm/yyyy"})
        moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        for sheet in sheets:
            page = book.add_worksheet(sheet.name[:31])
            page.freeze_panes(1, 0)
            for place, width in enumerate(sheet.widths):
                page.set_column(place, place, width)
            for place, head in enumerate(sheet.heads):
                page.write_string(0, place, head, bold)
            for number, row in enumerate(sheet.rows, 1):
                for place, cell in enumerate(row):
                    _write(page, number, place, cell, day, moment, linked=place in sheet.links)
    return stream.getvalue()


def excel_date(iso: str | None) -> Cell:
    """A day, or a time as clocks in Vietnam show it, as a real date; a month or a year stays text, None stays empty."""
    if not iso or len(iso) < len("2020-01-01"):
        return iso
    if "T" not in iso:
        return date.fromisoformat(iso)
    return datetime.fromisoformat(iso).astimezone(VIETNAM).replace(tzinfo=None)


def _write(page: Worksheet, row: int, column: int, cell: Cell, day: object, moment: object, *, linked: bool) -> None:
    if isinstance(cell, date):
        page.write_datetime(row, column, cell, moment if isinstance(cell, datetime) else day)
    elif isinstance(cell, int):
        page.write_number(row, column, cell)
    elif cell is not None:
        text = _IMPOSSIBLE.sub("", cell)[:_LONGEST_CELL]
        address = outward(text) if linked and len(text) <= _LONGEST_LINK else None
        if address is None or page.write_url(row, column, address, string=text):
            page.write_string(row, column, text)
