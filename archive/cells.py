"""The cells that hold JSON: whether each is what its column says, which no other program is held to."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Shape = Literal["texts", "objects", "lists", "numbers", "object"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column that holds JSON: a list of one kind, or one object; `named` is SQL for whose row it is."""

    table: str
    name: str
    shape: Shape
    named: str


_ANNOUNCED = "(SELECT uid FROM announcement WHERE id = t.announcement)"
COLUMNS = (
    Column("announcement", "authors", "texts", "t.uid"),
    Column("announcement", "flags", "texts", "t.uid"),
    Column("announcement_text", "captions", "texts", _ANNOUNCED),
    Column("revision", "content", "object", _ANNOUNCED),
    Column("mention", "flags", "texts", _ANNOUNCED),
    Column("file", "flags", "texts", "t.digest"),
    Column("file", "head", "object", "t.digest"),
    Column("file_text", "mentions", "objects", "t.file"),
    Column("run", "counts", "object", "'run ' || t.id"),
    Column("run", "checks", "objects", "'run ' || t.id"),
    Column("run", "evidence", "lists", "'run ' || t.id"),
    Column("health", "evidence", "lists", "t.portal"),
    Column("health", "weekdays", "numbers", "t.portal"),
    Column("health", "fields", "object", "t.portal"),
    Column("health_change", "evidence", "lists", "t.portal"),
)
_MEMBERS = {"texts": "text", "objects": "object", "lists": "array", "numbers": "integer"}


@dataclass(frozen=True, slots=True)
class BrokenCell:
    """A cell that is no JSON or JSON of another shape; `of` names its row: an announcement's uid, a file's digest."""

    table: str
    column: str
    of: str

    def __str__(self) -> str:
        return f"{self.of}: {self.table}.{self.column} is not the JSON that it should be"


def broken_cells(connection: sqlite3.Connection) -> Iterator[BrokenCell]:
    """Each broken cell of an archive."""
    for column in COLUMNS:
        for (of,) in connection.execute(_broken(column)):
            yield BrokenCell(column.table, column.name, str(of))


def _broken(column: Column) -> str:
    cell, member = f"t.{column.name}", _MEMBERS.get(column.shape)
    wrong = (
        f"json_type({cell}) <> 'array' OR EXISTS (SELECT 1 FROM json_each({cell}) WHERE type <> '{member}')"  # noqa: S608
        if member
        else f"json_type({cell}) <> 'object'"
    )
    return (
        f"SELECT {column.named} FROM {column.table} t WHERE {cell} IS NOT NULL AND {cell} <> '[]' "  # noqa: S608
        f"AND CASE WHEN json_valid({cell}) THEN {wrong} ELSE 1 END"
    )
