from __future__ import annotations

import asyncio
import csv
import gzip
import hashlib
import io
import json
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from datasette.app import Datasette
from sqlite_utils import Database

from archive.commands import cli
from archive.database import open_for_writing
from archive.errors import ArchiveLockedError, NotAnArchiveError
from archive.folder import ArchiveFolder, held
from archive.publication import LOCK, PublicationError, publish
from archive.warc import WarcWriter
from archive.writer import writing
from tests.command import kehoach
from tests.site.library import ITEMS, Item, make_archive, put


@pytest.fixture
def folder(tmp_path: Path) -> ArchiveFolder:
    return make_archive(tmp_path / "data", ITEMS)


def visit(version: Path, *paths: str) -> list[Any]:
    async def fetch() -> list[Any]:
        datasette = Datasette(config_dir=version, settings={"num_sql_threads": 1})
        await datasette.invoke_startup()
        return [await datasette.client.get(path) for path in paths]

    return asyncio.run(fetch())


def test_a_publication_is_a_folder_that_datasette_serves_with_our_site_and_never_changes(
    folder: ArchiveFolder, tmp_path: Path
) -> None:
    made = publish(folder, tmp_path / "out", contact="toa-soan@example.org")
    current = tmp_path / "out" / "current"
    assert current.resolve() == made.version
    assert made.tables["announcement"] == len(ITEMS)
    home, found, sql, file, crawler = visit(
        current, "/", "/tra-cuu.json?q=ke+hoach", "/archive.json?sql=select+1", "/archive.db", "/trinh-thu-thap"
    )
    assert "<strong>toa-soan@example.org</strong>" in crawler.text
    assert f"{len(ITEMS)} tin của 5 nguồn" in home.text
    assert found.json()["count"] == 6
    assert (sql.status_code, file.status_code) == (400, 404)
    assert "archive" in json.loads((current / "inspect-data.json").read_text())


def test_a_public_copy_is_not_said_to_have_lost_what_stays_with_its_archive(
    folder: ArchiveFolder, tmp_path: Path
) -> None:
    publish(folder, tmp_path / "out")
    done = kehoach("verify", "--archive", tmp_path / "out" / "current", cwd=tmp_path)
    assert (done.code, "is a public copy of an archive" in done.err) == (2, True), done.out


def test_the_dumps_hold_every_row_and_their_checksums(folder: ArchiveFolder, tmp_path: Path) -> None:
    made = publish(folder, tmp_path / "out")
    downloads = made.version / "downloads"
    manifest = json.loads((downloads / "manifest.json").read_text("utf-8"))
    assert [(file["name"], file["rows"]) for file in manifest["files"]] == [
        ("tin.jsonl.gz", len(ITEMS)), ("tin.csv.zip", len(ITEMS)), ("kehoach.sqlite3", len(ITEMS)),
        ("so-khuyet.jsonl", 0), ("so-khuyet.csv", 0),
    ]  # fmt: skip
    for file in manifest["files"]:
        assert hashlib.sha256((downloads / file["name"]).read_bytes()).hexdigest() == file["sha256"]
    lines = gzip.decompress((downloads / "tin.jsonl.gz").read_bytes()).splitlines()
    assert {json.loads(line)["title"] for line in lines} == {item.title for item in ITEMS}
    with zipfile.ZipFile(downloads / "tin.csv.zip") as archive:
        cells = archive.read("tin.csv").decode("utf-8-sig")
    assert len(list(csv.DictReader(io.StringIO(cells)))) == len(ITEMS)


def test_the_page_of_downloads_hands_out_what_it_names_and_nothing_else(folder: ArchiveFolder, tmp_path: Path) -> None:
    made = publish(folder, tmp_path / "out")
    page, file, sums, other = visit(
        made.version, "/tai-ve", "/tai-ve/tin.jsonl.gz", "/tai-ve/SHA256SUMS", "/tai-ve/..%2Farchive.db"
    )
    assert made.dumps[0].sha256 in page.text
    assert len(gzip.decompress(file.content).splitlines()) == len(ITEMS)
    assert sums.text.count("\n") == 5
    assert other.status_code == 404


def test_publishing_again_swaps_at_once_and_keeps_the_version_before(folder: ArchiveFolder, tmp_path: Path) -> None:
    out = tmp_path / "out"
    versions = [publish(folder, out).version]
    database = open_for_writing(folder)
    with database.atomic():
        put(database, WarcWriter(folder.warcs, software="test", settings=""), 99, Item("Tin mới", "Mới."), {})
    database.close()
    (out / ".unfinished").mkdir()
    (out / ".unfinished" / "archive.db").write_text("what a crash left behind")
    for _ in range(2):
        versions.append(publish(folder, out).version)
        assert (out / "current").resolve() == versions[-1]
    assert sorted((out / "versions").iterdir()) == versions[-2:]
    assert not (out / ".unfinished").exists()
    assert visit(out / "current", "/tra-cuu.json")[0].json()["count"] == len(ITEMS) + 1


def test_what_is_withheld_is_in_no_part_of_a_publication(folder: ArchiveFolder, tmp_path: Path) -> None:
    (uid,) = open_for_writing(folder).execute("SELECT uid FROM announcement WHERE id = 9").fetchone()
    runner = CliRunner()
    result = runner.invoke(cli, ["withhold", uid, "--reason", "yêu cầu", "--archive", str(folder.path)])
    assert result.exit_code == 0, result.output
    made = publish(folder, tmp_path / "out")
    assert made.tables["announcement"] == len(ITEMS) - 1
    secret = ITEMS[8].title.encode()
    for file in made.version.rglob("*"):
        data = file.read_bytes() if file.is_file() else b""
        data = gzip.decompress(data) if file.suffix == ".gz" else data
        assert secret not in data, file


def test_a_copy_that_is_not_whole_is_not_published(folder: ArchiveFolder, tmp_path: Path) -> None:
    out = tmp_path / "out"
    before = publish(folder, out).version
    database = Database(folder.public_database)
    database.execute("PRAGMA foreign_keys = OFF")
    database.execute("UPDATE announcement SET portal = 'no-such-portal' WHERE id = 1")
    database.conn.commit()
    database.close()
    with pytest.raises(PublicationError, match="not whole"):
        publish(folder, out)
    assert (out / "current").resolve() == before


def test_a_clock_that_ran_ahead_costs_no_version(folder: ArchiveFolder, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = publish(folder, out).version
    for name in ("29990101T000000.000000Z", "29990102T000000.000000Z", "notes"):
        (out / "versions" / name).mkdir()
    second = publish(folder, out).version
    assert (out / "current").resolve() == second
    assert {child.name for child in second.parent.iterdir()} == {first.name, second.name, "notes"}


@pytest.mark.parametrize(
    ("name", "stands", "told"),
    [
        ("current", "folder", "no link to a version"), ("current", "file", "no link to a version"),
        ("current", "link", "no link to a version"), ("current.new", "folder", "no link"),
        (".unfinished", "file", "no folder"), (".unfinished", "link", "no folder"), ("versions", "file", "no folder"),
    ],
)  # fmt: skip
def test_what_stands_in_the_place_of_ours_is_named_before_any_work(
    folder: ArchiveFolder, tmp_path: Path, name: str, stands: str, told: str
) -> None:
    out, theirs = tmp_path / "out", tmp_path / "theirs"
    publish(folder, out)
    theirs.mkdir()
    if (out / name).exists():
        (out / name).rename(tmp_path / "ours")
    match stands:
        case "folder":
            (out / name).mkdir()
        case "file":
            (out / name).touch()
        case _:
            (out / name).symlink_to(theirs)
    before = sorted(out.rglob("*"))
    with pytest.raises(PublicationError, match=f"{name} is {told}"):
        publish(folder, out)
    assert sorted(out.rglob("*")) == before


@pytest.mark.parametrize("command", ["serve", "publish"])
@pytest.mark.parametrize("of", ["publication", "public form"])
def test_a_public_copy_is_only_read(folder: ArchiveFolder, tmp_path: Path, command: str, of: str) -> None:
    version = publish(folder, tmp_path / "out").version
    copy = version if of == "publication" else folder.public_database.parent
    before = sorted(copy.rglob("*"))
    destination = [str(tmp_path / "elsewhere")] if command == "publish" else []
    result = CliRunner().invoke(cli, [command, *destination, "--archive", str(copy)])
    assert result.exit_code == 2, result.output
    assert "is a public copy of an archive" in result.output
    assert not (tmp_path / "elsewhere").exists()
    with pytest.raises(NotAnArchiveError, match="is a public copy"):
        open_for_writing(ArchiveFolder(copy))
    with pytest.raises(NotAnArchiveError, match="is a public copy"), writing(ArchiveFolder(copy)):
        pass
    assert {path for path in copy.rglob("*") if path.name != "runs.jsonl"} == set(before)
    assert CliRunner().invoke(cli, ["search", "--archive", str(copy), "kế hoạch"]).exit_code == 0


def test_a_folder_that_cannot_be_made_is_named(folder: ArchiveFolder, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(PublicationError, match=r"file/out cannot be made \(Not a directory\)"):
        publish(folder, tmp_path / "file" / "out")


def test_of_two_publications_to_one_place_the_second_waits_or_is_refused(folder: ArchiveFolder, tmp_path: Path) -> None:
    out = tmp_path / "out"
    publish(folder, out)
    with held(out / LOCK, 0, "taken"), pytest.raises(ArchiveLockedError, match="Another job is publishing"):
        publish(folder, out)
    with ThreadPoolExecutor() as pool:
        with held(out / LOCK, 0, "taken"):
            second = pool.submit(publish, folder, out, wait=30)
            with pytest.raises(TimeoutError):
                second.result(timeout=0.5)
        assert second.result(timeout=30).version == (out / "current").resolve()


def test_a_folder_of_others_is_left_alone(folder: ArchiveFolder, tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "letter.txt").write_text("x")
    result = CliRunner().invoke(cli, ["publish", str(tmp_path / "theirs"), "--archive", str(folder.path)])
    assert result.exit_code == 1
    assert "holds other files" in result.output
    assert [child.name for child in (tmp_path / "theirs").iterdir()] == ["letter.txt"]
    assert LOCK not in {child.name for child in (tmp_path / "theirs").iterdir()}
