"""Cells that hold JSON, broken by another program: verify names each once, and no backup of it is called checked."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from archive.backup import BrokenCopyError, back_up
from archive.cells import COLUMNS
from archive.database import open_for_reading
from archive.files.keeping import keep_file, keep_text
from archive.files.reading import FileText
from archive.folder import ArchiveFolder
from archive.model import Capture
from archive.store import Sighting, store
from archive.verify import verify
from archive.warc import digest_of
from archive.writer import writing
from tests.archive.examples import FIRST_DAY, PORTAL, PRINTED, announcement, exchange

CONTENT = b"a file"
URL = PRINTED.attachments[0].url


@pytest.fixture
def archive(folder: ArchiveFolder) -> ArchiveFolder:
    with writing(folder) as writer:
        writer.put_portal(PORTAL)
        store(writer, announcement(), Sighting(PORTAL["name"], "tin", None, FIRST_DAY))
        run = writer.start_run(PORTAL["name"], "ingest")
        capture = writer.put_capture(exchange(CONTENT, url=URL), portal=PORTAL["name"], run=run)
        keep_file(writer, URL, CONTENT, Capture(capture, FIRST_DAY))
        keep_text(writer, digest_of(CONTENT), FileText("read", "txt", text="Tệp"), FIRST_DAY)
        writer.end_run(run, "passed", None, {}, [])
    return folder


def break_cell(folder: ArchiveFolder, table: str, column: str, value: str) -> None:
    connection = sqlite3.connect(folder.database)
    connection.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = (SELECT min(rowid) FROM {table})", (value,))
    connection.commit()
    connection.close()


@pytest.mark.parametrize("value", ["x", '"x"', "[1]"])
@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("announcement", "authors"),
        ("announcement", "flags"),
        ("announcement_text", "captions"),
        ("mention", "flags"),
        ("file", "head"),
        ("file_text", "mentions"),
        ("run", "counts"),
        ("run", "checks"),
    ],
)
def test_a_broken_cell_is_one_named_fault_and_no_copy_of_it_is_a_backup(
    archive: ArchiveFolder, tmp_path: Path, table: str, column: str, value: str
) -> None:
    assert list(verify(archive, open_for_reading(archive), lambda done, total: None)) == []
    break_cell(archive, table, column, value)
    (fault,) = verify(archive, open_for_reading(archive), lambda done, total: None)
    assert f"{table}.{column} is not the JSON that it should be" in fault.what
    with pytest.raises(BrokenCopyError, match=f"{table}.{column} is not the JSON"):
        back_up(archive, tmp_path / "copy", lambda done, total: None)
    assert not (tmp_path / "copy" / "archive.db").exists()


def test_every_column_of_the_archive_that_defaults_to_json_is_looked_at(archive: ArchiveFolder) -> None:
    database = open_for_reading(archive)
    of_json = {
        (table.name, column.name)
        for table in database.tables
        for column in table.columns
        if column.default_value in ("'[]'", "'{}'")
    }
    assert of_json <= {(column.table, column.name) for column in COLUMNS}
