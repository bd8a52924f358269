"""Holes as rows, one a missing number, with the known papers on both sides: listed, kept for the public, exported."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Container, Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from typing import BinaryIO

from sqlite_utils import Database

from archive.export import SPREADSHEET_MARK, Format, cell
from archive.holes.series import Stretch, find_holes
from archive.withholding import seals_of


@dataclass(frozen=True, slots=True)
class Hole:
    """A missing number, and what is known about its neighbours.

    `type` is None where one series serves all types; `before` and `behind` are the numbers of the papers on both
    sides as printed, with their days and the ids of their documents. `first`, `last`, `known` and `density` (the
    share of its numbers that are known) are those of the stretch from which it is missing.
    """

    agency: str
    type: str | None
    period: str
    missing: int
    before: str
    before_dated: str | None
    behind: str
    behind_dated: str | None
    known: int
    density: float
    first: int
    last: int
    before_document: int
    behind_document: int

    @property
    def series(self) -> tuple[str, str | None, str, int, int]:
        """What it has in common with the other holes of its stretch."""
        return self.agency, self.type, self.period, self.first, self.last


COLUMNS = tuple(column.name for column in fields(Hole))
TABLE = """
    CREATE TABLE IF NOT EXISTS hole (
        id INTEGER PRIMARY KEY, agency TEXT NOT NULL, type TEXT, period TEXT NOT NULL, missing INTEGER NOT NULL,
        before TEXT NOT NULL, before_dated TEXT, behind TEXT NOT NULL, behind_dated TEXT, known INTEGER NOT NULL,
        density REAL NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
        before_document INTEGER NOT NULL REFERENCES document(id),
        behind_document INTEGER NOT NULL REFERENCES document(id)
    );
"""
"""The table of the public database."""
_NAMES = ", ".join(COLUMNS)


def holes_of(stretches: Iterable[Stretch]) -> Iterator[Hole]:
    """One hole a missing number."""
    for stretch in stretches:
        for place in stretch.missing:
            before, behind = stretch.neighbours(place)
            yield Hole(
                stretch.agency, stretch.type, stretch.period, place, before.number, before.dated, behind.number,
                behind.dated, len(stretch.known), round(stretch.density, 2), stretch.first, stretch.last,
                before.id, behind.id,
            )  # fmt: skip


def holes_to_show(database: Database) -> list[Hole]:
    """The holes of an archive, told without the papers that only withheld announcements and files name."""
    seals = seals_of(database)
    rows = database.execute(
        "SELECT m.document, a.uid, m.file FROM mention m JOIN announcement a ON a.id = m.announcement "
        "WHERE m.document IS NOT NULL"
    )
    shown = {paper for paper, uid, file in rows if uid not in seals.announcements and file not in seals.digests}
    return _holes_between(database, shown)


def publish_holes(source: Database, target: Database) -> None:
    """Make the table `hole` of the public database `target` what the archive knows, told by public papers alone."""
    shown = {paper for (paper,) in target.execute("SELECT id FROM document")}
    holes = _holes_between(source, shown)
    if holes == published_holes(target):
        return
    marks = ", ".join("?" * len(COLUMNS))
    target.execute("DELETE FROM hole")
    target.conn.executemany(
        f"INSERT INTO hole ({_NAMES}) VALUES ({marks})",  # noqa: S608
        ([getattr(hole, name) for name in COLUMNS] for hole in holes),
    )


def drop_orphaned_holes(target: Database) -> None:
    """Take away the holes beside a paper that is no longer public, until all of them are worked out anew."""
    target.execute(
        "DELETE FROM hole WHERE before_document NOT IN (SELECT id FROM document) "
        "OR behind_document NOT IN (SELECT id FROM document)"
    )


def published_holes(database: Database) -> list[Hole]:
    """What the public database says is missing, by agency, period and type."""
    return [Hole(*row) for row in database.execute(f"SELECT {_NAMES} FROM hole ORDER BY id")]  # noqa: S608


def _holes_between(database: Database, shown: Container[int]) -> list[Hole]:
    """The holes of an archive whose neighbours are among the documents that may be shown."""
    return list(holes_of(filter(None, (stretch.shown(shown) for stretch in find_holes(database)))))


def write_holes(holes: Iterable[Hole], stream: BinaryIO, form: Format) -> int:
    """Write holes in UTF-8 as JSON lines, one JSON list, or CSV as spreadsheets open it; returns how many."""
    rows = [asdict(hole) for hole in holes]
    if form == "csv":
        text = io.StringIO(newline="")
        table = csv.writer(text)
        table.writerow(COLUMNS)
        table.writerows([cell(value) for value in row.values()] for row in rows)
        stream.write(SPREADSHEET_MARK + text.getvalue().encode())
    elif form == "json":
        stream.write(json.dumps(rows, ensure_ascii=False, indent=1).encode() + b"\n")
    else:
        for row in rows:
            stream.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")
    return len(rows)
