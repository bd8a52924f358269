"""Opening archives: new ones, old ones, newer ones, and folders that are none."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlite_utils import Database, hookimpl
from sqlite_utils.plugins import pm

from archive import schema
from archive.cli import cli, load_commands
from archive.database import open_for_reading, open_for_writing
from archive.errors import ArchiveLockedError, BrokenDatabaseError, DiskFullError, NewerSchemaError, NotAnArchiveError
from archive.folder import ArchiveFolder
from archive.upgrade import upgrade
from archive.writer import writing
from tests.archive.examples import PORTAL


def test_a_new_archive_is_wal_with_foreign_keys(folder: ArchiveFolder) -> None:
    database = open_for_writing(folder)
    assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert database.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_plugins_of_sqlite_utils_have_no_part_in_an_archive(folder: ArchiveFolder) -> None:
    class Plugin:
        @hookimpl
        def prepare_connection(self, conn: sqlite3.Connection) -> None:
            conn.execute("CREATE TABLE by_a_plugin (a)")

    plugin = Plugin()
    pm.register(plugin)
    try:
        open_for_writing(folder).close()
        open_for_reading(folder).close()
    finally:
        pm.unregister(plugin)
    assert "by_a_plugin" not in open_for_reading(folder).table_names()


def test_every_column_that_the_site_sorts_by_is_never_null(folder: ArchiveFolder) -> None:
    columns = {column.name: column.notnull for column in open_for_writing(folder)["announcement"].columns}
    assert all(columns[name] for name in ("published_sort", "year", "month", "first_seen", "title"))


def test_a_database_of_a_newer_version_is_refused_and_left_alone(folder: ArchiveFolder) -> None:
    database = open_for_writing(folder)
    database["_sqlite_migrations"].insert({"migration_set": "kehoach", "name": "from_the_future", "applied_at": "2030"})
    database.close()
    before = folder.database.read_bytes()
    for job in (open_for_writing, upgrade):
        with pytest.raises(NewerSchemaError, match="newer version"):
            job(folder)
    assert folder.database.read_bytes() == before


def test_an_older_database_is_migrated_and_keeps_its_rows(
    folder: ArchiveFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    with writing(folder) as writer:
        writer.put_portal(PORTAL)
    migrations = type(schema.migrations)("kehoach")
    migrations._migrations = [*schema.migrations._migrations]

    @migrations()
    def second(database: Database) -> None:
        database.execute("ALTER TABLE portal ADD COLUMN note TEXT")

    monkeypatch.setattr("archive.database.migrations", migrations)
    database = open_for_reading(folder)
    assert database.execute("SELECT name, note FROM portal").fetchall() == [(PORTAL["name"], None)]


def test_a_failed_migration_changes_nothing(folder: ArchiveFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    open_for_writing(folder).close()
    migrations = type(schema.migrations)("kehoach")
    migrations._migrations = [*schema.migrations._migrations]

    @migrations()
    def broken(database: Database) -> None:
        database.execute("ALTER TABLE portal ADD COLUMN note TEXT")
        raise sqlite3.OperationalError("no such thing")

    with monkeypatch.context() as patch:
        patch.setattr("archive.database.migrations", migrations)
        with pytest.raises(sqlite3.OperationalError):
            open_for_writing(folder)
    assert "note" not in {column.name for column in open_for_reading(folder)["portal"].columns}


@pytest.mark.parametrize("name", ["report.docx", "other.db"])
def test_a_folder_with_other_peoples_files_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine")
    with pytest.raises(NotAnArchiveError, match="not an archive of ours"), writing(ArchiveFolder(tmp_path)):
        pass
    assert sorted(path.name for path in tmp_path.iterdir()) == [name]


def test_an_archive_whose_database_was_moved_away_is_made_anew_beside_its_captures(tmp_path: Path) -> None:
    folder = ArchiveFolder(tmp_path)
    with writing(folder):
        folder.address_book.touch()
        folder.public_database.parent.mkdir(exist_ok=True)
    folder.database.rename(tmp_path / "archive.db.damaged")
    with writing(folder):
        assert folder.exists()
    shutil.rmtree(folder.warcs)
    folder.database.unlink()
    with pytest.raises(NotAnArchiveError, match="not an archive of ours"), writing(folder):
        pass


def test_another_programs_database_is_refused(folder: ArchiveFolder) -> None:
    folder.path.mkdir()
    with sqlite3.connect(folder.database) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.raises(NotAnArchiveError, match="some other program"):
        open_for_writing(folder)


@pytest.mark.parametrize("mode", ["delete", "wal"])
@pytest.mark.parametrize(
    "words",
    [["ingest", "saved"], ["reread"], ["upgrade"], ["verify"], ["backup", "copy"], ["crawl", "demo-kon-tum"]],
    ids=lambda words: words[0],
)
def test_not_a_byte_is_written_into_a_folder_with_another_programs_database(
    folder: ArchiveFolder, monkeypatch: pytest.MonkeyPatch, words: list[str], mode: str
) -> None:
    folder.path.mkdir()
    monkeypatch.chdir(folder.path.parent)
    Path("saved").mkdir()
    with closing(sqlite3.connect(folder.database)) as other:
        other.execute(f"PRAGMA journal_mode = {mode}")
        other.execute("CREATE TABLE recipes (name TEXT)")
    before = folder.database.read_bytes()
    load_commands()
    done = CliRunner().invoke(cli, [*words, "--archive", str(folder.path)])
    assert (done.exit_code, done.stderr) == (
        2, f"Error: {folder.database} is some other program's database; name another folder.\n"
    )  # fmt: skip
    assert folder.database.read_bytes() == before
    assert list(folder.path.iterdir()) == [folder.database]


@pytest.mark.parametrize(
    ("words", "code"), [(["ingest", "saved"], 2), (["reread"], 2), (["verify"], 1), (["crawl", "demo-kon-tum"], 2)]
)
def test_nothing_is_written_beside_a_file_of_another_kind(
    folder: ArchiveFolder, monkeypatch: pytest.MonkeyPatch, words: list[str], code: int
) -> None:
    folder.path.mkdir()
    monkeypatch.chdir(folder.path.parent)
    Path("saved").mkdir()
    folder.database.write_text("My recipes, by name\n" * 100)
    load_commands()
    assert CliRunner().invoke(cli, [*words, "--archive", str(folder.path)]).exit_code == code
    assert list(folder.path.iterdir()) == [folder.database]
    with pytest.raises(NotAnArchiveError, match="no database of an archive"), writing(folder):
        pass


def test_a_file_that_is_no_database_is_refused_with_a_way_out(folder: ArchiveFolder) -> None:
    folder.path.mkdir()
    folder.database.write_bytes(b"this is not a database at all, " * 100)
    with pytest.raises(BrokenDatabaseError, match="kehoach ingest"):
        open_for_reading(folder)


def test_reading_where_nothing_is_says_how_to_begin(folder: ArchiveFolder) -> None:
    with pytest.raises(NotAnArchiveError, match="kehoach crawl"):
        open_for_reading(folder)


def test_a_second_writer_is_sent_away(folder: ArchiveFolder) -> None:
    with writing(folder), pytest.raises(ArchiveLockedError, match="--wait"), writing(folder):
        pass


def test_a_disk_without_room_stops_the_writer_before_it_begins(
    folder: ArchiveFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 1000})())
    with pytest.raises(DiskFullError, match="nothing stored is lost"), writing(folder):
        pass


def test_a_disk_that_fills_up_while_writing_costs_nothing_committed(folder: ArchiveFolder) -> None:
    with writing(folder) as writer:
        for name in ("mot", "hai", "ba"):
            writer.put_portal(PORTAL | {"name": name})
    pages = open_for_reading(folder).execute("PRAGMA page_count").fetchone()[0]
    with pytest.raises(DiskFullError, match="what was committed is kept"), writing(folder) as writer:
        writer.database.execute(f"PRAGMA max_page_count = {pages + 2}")
        for number in range(3, 2000):
            writer.insert("pointer", portal="mot", key="k" * 500 + str(number), kind="listing", seen_at="2020")
    assert open_for_reading(folder).execute("SELECT count(*) FROM portal").fetchone() == (3,)
