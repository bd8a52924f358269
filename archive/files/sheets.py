"""XLSX and XLS: the cells that hold something, row by row."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

import openpyxl
import xlrd
from openpyxl.utils.exceptions import InvalidFileException

from archive.files.reading import CELL, MOST_CHARACTERS, DamagedFileError, EncryptedFileError, Extract

_BROKEN = (BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, AttributeError, IndexError, ParseError)


def read_xlsx(path: Path) -> Extract:
    """Each sheet under its name; formulas by their last values. Raises FileError."""
    try:
        with path.open("rb") as file:
            sheets = openpyxl.load_workbook(file, read_only=True, data_only=True).worksheets
            for sheet in sheets:
                sheet.reset_dimensions()
            lines = _lines((sheet.title, sheet.iter_rows(values_only=True)) for sheet in sheets)
            return _extract(lines, "openpyxl", len(sheets))
    except _BROKEN as error:
        raise DamagedFileError(f"The workbook cannot be opened ({type(error).__name__}).") from error


def read_xls(path: Path) -> Extract:
    """Each sheet of a workbook of Excel 2 to 2003. Raises FileError."""
    try:
        book = xlrd.open_workbook(str(path), logfile=io.StringIO(), on_demand=True, ignore_workbook_corruption=True)
        lines = _lines((sheet.name, _old_rows(book, sheet)) for sheet in map(book.sheet_by_index, range(book.nsheets)))
        return _extract(lines, "xlrd", book.nsheets)
    except xlrd.XLRDError as error:
        if "encrypted" in str(error).lower():
            raise EncryptedFileError("The file opens with a password only.") from error
        raise DamagedFileError(f"The workbook cannot be opened ({error}).") from error
    except (*_BROKEN, AssertionError) as error:
        raise DamagedFileError(f"The workbook cannot be opened ({type(error).__name__}).") from error


def _old_rows(book: xlrd.Book, sheet: Any) -> Iterator[list[Any]]:
    for number in range(sheet.nrows):
        yield [_old_value(book, cell) for cell in sheet.row(number)]


def _old_value(book: xlrd.Book, cell: Any) -> Any:
    if cell.ctype == xlrd.XL_CELL_DATE:
        try:
            return xlrd.xldate_as_datetime(cell.value, book.datemode)
        except (ValueError, OverflowError):
            return cell.value
    return None if cell.ctype in (xlrd.XL_CELL_ERROR, xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK) else cell.value


def _lines(sheets: Iterable[tuple[str, Iterable[Iterable[Any]]]]) -> Iterator[str]:
    for title, rows in sheets:
        yield title
        for row in rows:
            cells = [_printed(value) for value in row]
            if any(cells):
                yield CELL.join(filter(None, cells))


def _printed(value: Any) -> str:
    """A cell as a reader sees it: whole numbers without a point, days as they are written here."""
    if value is None:
        return ""
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    if isinstance(value, datetime):
        return value.strftime("%d/%m/%Y %H:%M")
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    return " ".join(str(value).split())


def _extract(lines: Iterator[str], method: str, sheets: int) -> Extract:
    kept: list[str] = []
    size = 0
    for line in lines:
        kept.append(line)
        size += len(line) + 1
        if size > MOST_CHARACTERS:
            return Extract("\n".join(kept), method, sheets, ("cut",))
    return Extract("\n".join(kept), method, sheets)
