"""What keeps an archive running for years: upgrades with a way back, files moved to another disk, the doctor."""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from archive import upgrade as upgrading
from archive.addresses import address_key
from archive.database import PAGE_BYTES, open_for_reading
from archive.doctor import days_left, examine
from archive.errors import ArchiveError, DiskFullError
from archive.folder import ArchiveFolder
from archive.notify import open_book
from archive.notify.jobs import failure_of_job
from archive.runlog import log_runs
from archive.schema import migrations
from archive.search import search
from archive.store import Sighting, store
from archive.upgrade import UpgradeError, roll_back, upgrade
from archive.writer import utc, writing
from scraper.readers import PageToRead, read
from scraper.reading.result import Context
from scraper.session import portal_of_row
from tests.archive.examples import FIRST_DAY, PORTAL, exchange
from tests.command import kehoach

PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>Cổng thử nghiệm</title></head><body>
<h1>Kế hoạch phòng, chống hạn hán năm 2020</h1><p>Ngày đăng: 10/02/2020 08:30</p>
<div><p>Sở Nội vụ tỉnh ban hành Kế hoạch số 12/KH-SNV ngày 07/02/2020 về phòng, chống hạn hán.</p>
<p>Thực hiện Kế hoạch số 189/KH-UBND ngày 20/01/2020 của UBND tỉnh, các phòng phối hợp thực hiện.</p></div>
</body></html>"""


def fill(folder: ArchiveFolder, moment: datetime = FIRST_DAY, *, pages: int = 3) -> None:
    with writing(folder) as writer:
        writer.put_portal(PORTAL)
        for number in range(pages):
            url = f"http://127.0.0.1:8000/{moment:%Y%m%d}-{number}.html"
            page = exchange(PAGE.encode(), url=url, moment=moment)
            found = read(PageToRead(portal_of_row(PORTAL), Context(expected="article"), page))
            capture = writer.put_capture(page, portal=PORTAL["name"], run=None)
            assert found.announcement is not None
            store(writer, found.announcement, Sighting(PORTAL["name"], address_key(url), capture, moment))


def columns(folder: ArchiveFolder, table: str) -> set[str]:
    connection = sqlite3.connect(folder.database)
    names = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
    connection.close()
    return names


NO_ROOM = """
import archive.commands
def full(*_): raise OSError(28, "No space left on device")
archive.commands.write_export = full
"""
STOPPED = """
import archive.cli
def stop(_): raise KeyboardInterrupt
archive.cli.load_commands = stop
"""
STOPPED_EARLIER = """
import sys
class Stop:
    def find_spec(self, name, *_):
        if name == "click": raise KeyboardInterrupt
sys.meta_path.insert(0, Stop())
"""
FULL = "import os; os.dup2(os.open('/dev/full', os.O_WRONLY), 1)"


@pytest.fixture
def old(folder: ArchiveFolder) -> ArchiveFolder:
    """An archive of the first schema, with a portal, a run and an announcement."""
    folder.create()
    connection = sqlite3.connect(folder.database, isolation_level=None)
    database = Database(connection)
    migrations.apply(database, stop_before=migrations._migrations[1].name)
    marks = ", ".join("?" * len(PORTAL))
    connection.execute(f"INSERT INTO portal ({', '.join(PORTAL)}) VALUES ({marks})", list(PORTAL.values()))
    connection.execute(
        "INSERT INTO run (portal, kind, started_at, state, software) VALUES (?, 'crawl', '2020-02-10T03:00:00Z', "
        "'passed', 'kehoach/0.1.0')",
        (PORTAL["name"],),
    )
    connection.close()
    return folder


OLD_ANNOUNCEMENT = """
INSERT INTO announcement (id, uid, search_row, portal, url, platform, title, published_sort, year, month, province,
    province_now, posted_by, system, level, content_digest, reader, first_seen, last_seen)
VALUES (1, 'u1', 9, ?, 'https://a.vn/1', 'joomla', 'Kế hoạch tuyên truyền', '2020-02-10', '2020', '2020-02', 'Huế',
    'Huế', 'Sở', 'other', 'province', '', '1', '2020-02-10T03:00:00Z', '2020-02-10T03:00:00Z')
"""


@pytest.mark.parametrize("way", ["upgrade", "read"])
def test_an_index_of_the_first_kind_is_made_anew_and_found_in(old: ArchiveFolder, way: str) -> None:
    database = Database(sqlite3.connect(old.database, isolation_level=None))
    database.execute(OLD_ANNOUNCEMENT, (PORTAL["name"],))
    database.execute("INSERT INTO announcement_text VALUES (1, 'Nội dung của tin', '[]', 1)")
    words = ("Nội dung của tin", "Kế hoạch tuyên truyền", "noi dung cua tin", "ke hoach tuyen truyen")
    columns = "rowid, body, title, body_folded, title_folded"
    database.execute(f"INSERT INTO announcement_fts ({columns}) VALUES (9, ?, ?, ?, ?)", words)
    database.close()
    if way == "upgrade":
        upgrade(old)
    database = open_for_reading(old)
    assert [search(database, query).count for query in ("kế hoạch", "ke hoach", "kề hoạch")] == [1, 1, 0]
    assert "announcement_fts_old" not in database.table_names()
    if way == "upgrade":
        assert database.execute("PRAGMA page_size").fetchone()[0] == PAGE_BYTES


def test_an_archive_of_the_previous_schema_is_upgraded_and_can_be_put_back(old: ArchiveFolder) -> None:
    before = old.database.read_bytes()
    assert "finding" not in columns(old, "run")
    done = upgrade(old)
    assert "health" in done.migrations
    assert "finding" in columns(old, "run")
    fill(old)
    assert kehoach("verify", "--archive", old.path, cwd=old.path.parent).code == 0
    assert upgrade(old).migrations == ()
    roll_back(old)
    assert old.database.read_bytes() == before


def test_an_upgrade_that_fails_its_checks_leaves_the_archive_as_it_was(
    old: ArchiveFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = old.database.read_bytes()
    counts = iter(({"portal": 2}, {"portal": 1}))
    monkeypatch.setattr(upgrading, "_counts", lambda _: next(counts))
    with pytest.raises(UpgradeError, match="portal had 2 rows, now 1"):
        upgrade(old)
    assert old.database.read_bytes() == before
    assert sorted(path.name for path in old.path.iterdir()) == ["archive.db", "warc", "writer.lock"]


def test_nothing_is_rolled_back_that_was_not_upgraded(folder: ArchiveFolder) -> None:
    fill(folder)
    with pytest.raises(ArchiveError, match="nothing was upgraded"):
        roll_back(folder)


def test_older_warc_files_move_to_another_disk_and_stay_readable(folder: ArchiveFolder, tmp_path: Path) -> None:
    fill(folder)
    recent = folder.warcs / "kehoach-99999999000000-00001.warc.gz"
    (first,) = folder.warcs.glob("*.warc.gz")
    recent.touch()
    moved = kehoach("captures", "move", tmp_path / "far", "--archive", folder.path, "--json", cwd=tmp_path)
    assert moved.json["files"] == 1, moved.err
    assert first.is_symlink()
    assert first.resolve().parent == tmp_path / "far"
    assert not recent.is_symlink()
    again = kehoach("captures", "move", tmp_path / "far", "--archive", folder.path, "--json", cwd=tmp_path)
    assert again.json["files"] == 0
    recent.unlink()
    assert kehoach("verify", "--archive", folder.path, cwd=tmp_path).code == 0
    fill(folder, FIRST_DAY + timedelta(days=9))
    assert kehoach("verify", "--archive", folder.path, cwd=tmp_path).code == 0


def test_a_disk_that_is_not_mounted_is_named_in_one_sentence_and_crawls_go_on(
    folder: ArchiveFolder, tmp_path: Path
) -> None:
    fill(folder)
    (folder.warcs / "kehoach-99999999000000-00001.warc.gz").touch()
    place = {"cwd": tmp_path}
    assert kehoach("captures", "move", tmp_path / "far", "--archive", folder.path, **place).code == 0
    (tmp_path / "far").rename(tmp_path / "unmounted")
    for words in (("backup", tmp_path / "copy"), ("reread",)):
        done = kehoach(*words, "--archive", folder.path, **place)
        assert (done.code, done.err.count("\n")) == (1, 1)
        assert f"1 WARC file cannot be read, kehoach-000001.warc.gz leads to {tmp_path / 'far'}" in done.err
    assert "mount the disk again" in kehoach("status", "--archive", folder.path, **place).out
    assert kehoach("status", "--check", "--archive", folder.path, **place).code == 1
    (captures,) = (found for found in examine(folder, "localhost") if found.check == "captures")
    assert captures.grade == "problem"
    fill(folder, FIRST_DAY + timedelta(days=9))
    (tmp_path / "unmounted").rename(tmp_path / "far")
    assert kehoach("verify", "--archive", folder.path, **place).code == 0
    assert kehoach("backup", tmp_path / "copy", "--archive", folder.path, **place).code == 0


def test_captures_of_an_archive_of_the_previous_schema_can_be_moved(old: ArchiveFolder, tmp_path: Path) -> None:
    done = kehoach("captures", "move", tmp_path / "far", "--archive", old.path, "--json", cwd=tmp_path)
    assert (done.code, done.json["files"]) == (0, 0)


def test_a_file_that_is_written_to_never_moves(folder: ArchiveFolder, tmp_path: Path) -> None:
    fill(folder)
    moved = kehoach("captures", "move", tmp_path / "far", "--archive", folder.path, "--json", cwd=tmp_path)
    assert moved.json["files"] == 0


def test_captures_are_not_moved_into_the_archive_itself(folder: ArchiveFolder) -> None:
    fill(folder)
    done = kehoach("captures", "move", folder.warcs, "--archive", folder.path, cwd=folder.path.parent)
    assert (done.code, "another disk" in done.err) == (2, True)


def test_a_folder_that_cannot_be_made_for_captures_is_named(folder: ArchiveFolder) -> None:
    fill(folder)
    far = folder.path.parent / "file" / "far"
    far.parent.touch()
    done = kehoach("captures", "move", far, "--archive", folder.path, cwd=folder.path.parent)
    assert (done.code, done.err) == (2, f"Error: {far} cannot be made (Not a directory); name another folder.\n")


def test_jobs_stop_before_the_last_tenth_of_a_disk(folder: ArchiveFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(folder)
    monkeypatch.setenv("KEHOACH_LEAST_FREE", "100")
    with pytest.raises(DiskFullError, match="are free"), writing(folder):
        pass


@pytest.mark.parametrize("job", [("backup", "copy"), ("publish", "public"), ("attachments", "read", "--ocr")])
def test_jobs_that_write_stop_before_the_last_tenth_of_a_disk_and_it_is_told(
    folder: ArchiveFolder, tmp_path: Path, job: tuple[str, ...]
) -> None:
    fill(folder)
    (tmp_path / "copy").mkdir()
    run = {"KEHOACH_LEAST_FREE": "100", "INVOCATION_ID": "a1"}
    done = kehoach(*job, "--archive", folder.path, cwd=tmp_path, **run)
    assert (done.code, done.err.count("\n")) == (1, 1)
    assert "MiB are free" in done.err
    ended = run | {"SERVICE_RESULT": "exit-code", "EXIT_STATUS": "1"}
    assert failure_of_job(folder, "backup", ended) == done.err.removeprefix("Error: ").strip()


def test_a_failed_job_is_told_even_where_a_full_disk_tore_the_line_of_its_run(folder: ArchiveFolder) -> None:
    fill(folder)
    line = json.dumps({"invocation": "a1", "error": "Hết chỗ."}, ensure_ascii=False).encode()
    (folder.path / "runs.jsonl").write_bytes(line[: line.index("ế".encode()) + 1] + b"\n")
    ended = {"INVOCATION_ID": "a1", "SERVICE_RESULT": "exit-code", "EXIT_STATUS": "1"}
    assert failure_of_job(folder, "backup", ended)


def test_the_forecast_goes_by_what_was_written_in_the_last_month(folder: ArchiveFolder) -> None:
    fill(folder)
    assert days_left(folder, 10**9) is None
    fill(folder, datetime.now(UTC))
    left = days_left(folder, 10**9)
    assert left is not None
    assert left > days_left(folder, 10**8)  # type: ignore[operator]


def test_the_doctor_names_what_is_amiss_and_what_to_do(folder: ArchiveFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(folder, datetime.now(UTC) + timedelta(days=3))
    monkeypatch.setenv("PATH", "")
    found = {finding.check: finding for finding in examine(folder, "khong-co.invalid")}
    assert (found["clock"].grade, found["names"].grade) == ("problem", "problem")
    assert "apt-get install -y tesseract-ocr" in found["tesseract"].words
    assert found["messages"].grade == "warning"


def test_the_doctor_knows_an_address_book_that_is_empty_one_that_is_damaged_and_one_that_is_sound(
    folder: ArchiveFolder,
) -> None:
    fill(folder)

    def messages() -> tuple[str, str]:
        (found,) = (finding for finding in examine(folder, "localhost") if finding.check == "messages")
        return found.grade, found.words

    with open_book(folder):
        pass
    assert messages()[0] == "warning"
    with open_book(folder) as book:
        book.add_target("json://127.0.0.1:9/")
    assert messages()[0] == "good"
    folder.address_book.write_text("garbage\n")
    grade, words = messages()
    assert grade == "problem"
    assert "notify.db is damaged" in words


def test_the_doctor_of_a_sound_machine_ends_well(folder: ArchiveFolder) -> None:
    fill(folder)
    done = kehoach("doctor", "--host", "localhost", "--json", "--archive", folder.path, cwd=folder.path.parent)
    grades = {finding["check"]: finding["grade"] for finding in done.json}
    assert (grades["rights"], grades["names"], grades["clock"]) == ("good", "good", "good")


def test_each_run_is_one_json_line(folder: ArchiveFolder) -> None:
    fill(folder)
    log_runs(folder, [{"portal": "một", "state": "passed"}, {"portal": "hai", "state": "failed"}])
    log_runs(folder, [{"portal": "một", "state": "passed", "at": utc(FIRST_DAY)}])
    lines = (folder.path / "runs.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["portal"] for line in lines] == ["một", "hai", "một"]


@pytest.mark.parametrize(
    ("words", "state"),
    [
        (("verify",), "passed"),
        (("backup", "copy"), "passed"),
        (("publish", "public"), "passed"),
        (("reread",), "passed"),
        (("attachments", "read", "--ocr"), "passed"),
        (("notify", "send", "--digest"), "passed"),
        (("upgrade",), "passed"),
        (("captures", "move", "far"), "passed"),
        (("backup", "archive"), "failed"),
        (("crawl", "--all", "--max-pages", "1"), "failed"),
    ],
)
def test_each_job_leaves_a_line_that_says_how_it_ended(
    folder: ArchiveFolder, tmp_path: Path, words: tuple[str, ...], state: str
) -> None:
    fill(folder)
    done = kehoach(*words, "--archive", folder.path, cwd=tmp_path)
    (line,) = map(json.loads, (folder.path / "runs.jsonl").read_text("utf-8").splitlines())
    assert (line["state"], (done.code == 0)) == (state, state == "passed"), done.err
    assert " ".join(words).startswith(line["job"])
    assert ("error" in line) is (state == "failed")


def test_a_verification_that_found_a_fault_says_which_in_its_line(folder: ArchiveFolder) -> None:
    fill(folder)
    (file,) = folder.warcs.glob("*.warc.gz")
    file.write_bytes(file.read_bytes()[:-40])
    assert kehoach("verify", "--archive", folder.path, cwd=folder.path.parent).code == 1
    (line,) = map(json.loads, (folder.path / "runs.jsonl").read_text("utf-8").splitlines())
    assert (line["state"], line["faults"] > 0) == ("failed", True)
    assert "1 fault found; the first: captures: " in line["error"]


def test_an_archive_of_the_previous_schema_is_backed_up_restored_and_upgraded(
    old: ArchiveFolder, tmp_path: Path
) -> None:
    place = {"cwd": tmp_path}
    assert kehoach("backup", tmp_path / "copy", "--archive", old.path, **place).code == 0
    back = tmp_path / "back"
    assert kehoach("restore", tmp_path / "copy", "--archive", back, **place).code == 0
    assert kehoach("upgrade", "--archive", back, **place).code == 0
    assert kehoach("verify", "--archive", back, **place).code == 0
    connection = sqlite3.connect(back / "archive.db")
    assert connection.execute("SELECT state FROM run").fetchall() == [("passed",)]
    connection.close()


@pytest.mark.parametrize(
    ("words", "prelude", "code", "told"),
    [
        (("export", "-o", "nowhere/x.jsonl"), "", 1, "nowhere/x.jsonl could not be written (No such file"),
        (("export", "-o", "x.jsonl"), NO_ROOM, 1, "x.jsonl could not be written (No space left on device)"),
        (("serve", "--port", "99999"), "", 2, "99999 is not in the range"),
        (("status",), FULL, 1, "The output could not be read or written (No space left on device)"),
        (("export",), FULL, 1, "The output could not be read or written (No space left on device)"),
        (("export",), STOPPED, 130, "Interrupted."),
        (("export",), STOPPED_EARLIER, 130, "Interrupted."),
    ],
    ids=["no folder", "no room", "no port", "full output", "full export", "Ctrl-C", "Ctrl-C earlier"],
)
def test_what_the_system_refuses_is_a_sentence(
    folder: ArchiveFolder, tmp_path: Path, words: tuple[str, ...], prelude: str, code: int, told: str
) -> None:
    fill(folder)
    done = kehoach(*words, "--archive", folder.path, cwd=tmp_path, prelude=prelude)
    assert (done.code, told in done.err, "Traceback" in done.err) == (code, True, False), done.err
    assert list(tmp_path.iterdir()) == [folder.path]


def test_an_export_to_a_device_leaves_it_in_its_place(folder: ArchiveFolder, tmp_path: Path) -> None:
    fill(folder)
    (tmp_path / "full").symlink_to("/dev/full")
    done = kehoach("export", "-o", "full", "--archive", folder.path, cwd=tmp_path)
    assert (done.code, done.err) == (1, "Error: full could not be written (No space left on device).\n")
    assert (tmp_path / "full").is_symlink()
