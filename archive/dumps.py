"""Whole-archive dumps as files with row counts and checksums: a streamed export can be cut without a sign."""

from __future__ import annotations

import gzip
import os
import zipfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

from sqlite_utils import Database

from archive.checksum import checksum
from archive.database import connect
from archive.export import Selection, export
from archive.holes import published_holes, write_holes

SUMS = "SHA256SUMS"
HIDDEN = (
    "announcement_fts", "sqlite_", "_sqlite", "ledger", "pointer", "address", "changed", "public_state", "sealed_title",
)  # fmt: skip
"""How the names of the tables begin that are not for readers."""


@dataclass(frozen=True, slots=True)
class Dump:
    """One file: its name, bytes, how many rows of which table of the copy it holds, and its SHA-256."""

    name: str
    table: str
    bytes: int
    rows: int
    sha256: str

    def facts(self) -> dict[str, Any]:
        """As the manifest has it."""
        return asdict(self)


def make_dumps(database: Path, folder: Path) -> tuple[Dump, ...]:
    """JSON lines, CSV and the SQLite file itself in a new folder, with their checksums beside.

    `tin` are the announcements, `so-khuyet` the numbers missing from dense series.
    """
    folder.mkdir()
    lines, table, whole = folder / "tin.jsonl.gz", folder / "tin.csv.zip", folder / "kehoach.sqlite3"
    hole_lines, hole_table = folder / "so-khuyet.jsonl", folder / "so-khuyet.csv"
    connection = Database(connect(f"{database.resolve().as_uri()}?mode=ro"), execute_plugins=False)
    rows: dict[Path, tuple[str, int]] = {}
    try:
        with gzip.open(lines, "wb", compresslevel=6) as stream:
            rows[lines] = "announcement", export(connection, cast(BinaryIO, stream), "jsonl", Selection())
        with (
            zipfile.ZipFile(table, "w", zipfile.ZIP_DEFLATED) as archive,
            archive.open("tin.csv", "w", force_zip64=True) as cells,
        ):
            rows[table] = "announcement", export(connection, cast(BinaryIO, cells), "csv", Selection())
        rows[whole] = "announcement", connection.execute("SELECT count(*) FROM announcement").fetchone()[0]
        holes = published_holes(connection)
    finally:
        connection.close()
    os.link(database, whole)
    with hole_lines.open("wb") as stream:
        rows[hole_lines] = "hole", write_holes(holes, stream, "jsonl")
    with hole_table.open("wb") as stream:
        rows[hole_table] = "hole", write_holes(holes, stream, "csv")
    dumps = tuple(Dump(file.name, of, file.stat().st_size, count, checksum(file)) for file, (of, count) in rows.items())
    (folder / SUMS).write_text("".join(f"{dump.sha256}  {dump.name}\n" for dump in dumps), "utf-8")
    return dumps
