"""No room, no lock: each job ends with a sentence, keeps what was committed, and goes on later."""

from __future__ import annotations

import errno
import resource
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from archive.database import open_for_reading
from archive.errors import DiskFullError
from archive.folder import ArchiveFolder
from archive.verify import verify
from archive.warc import WarcWriter, digest_of, members
from archive.writer import writing
from scraper.session import CrawlSession, Nobody, RunReport
from tests.command import PROJECT, kehoach, started
from tests.scraper.passing_days import FIRST_DAY, passing_days

WRITE_PAGES = """
    import resource, sys
    from pathlib import Path
    from archive.cli import SentenceGroup
    import click
    from archive.folder import ArchiveFolder
    from archive.writer import writing
    from tests.scraper.passing_days import passing_days

    days = passing_days(ArchiveFolder(Path(sys.argv[1])))
    room = int(sys.argv[2])

    @click.group(cls=SentenceGroup)
    def group(): pass

    @group.command()
    def crawl():
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        days.crawl()

    group(["crawl"])
"""


def crawl_with_room(folder: ArchiveFolder, room: int) -> subprocess.CompletedProcess[str]:
    """A crawl in a process whose files may only grow to `room` bytes."""
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(WRITE_PAGES), str(folder.path), str(room)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )


@pytest.mark.parametrize("more", [3_000, 30_000, 90_000])
def test_a_crawl_without_room_stops_cleanly_and_goes_on_later(folder: ArchiveFolder, more: int) -> None:
    days = passing_days(folder)
    days.crawl()
    before = {uid for (uid,) in open_for_reading(folder).execute("SELECT uid FROM announcement")}
    largest = max(path.stat().st_size for path in (folder.database, *folder.warcs.iterdir()))
    days.later(62)
    stopped = crawl_with_room(folder, largest + more)
    assert "Traceback" not in stopped.stderr
    with days.archive() as writer:
        assert list(verify(folder, writer.database, lambda done, total: None)) == []
    assert days.crawl().state == "passed"
    assert before <= {uid for (uid,) in open_for_reading(folder).execute("SELECT uid FROM announcement")}


def test_a_file_that_may_not_grow_is_a_sentence(tmp_path: Path) -> None:
    done = crawl_with_room(ArchiveFolder(tmp_path / "archive"), 20_000)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "Free some space and run the same command again" in done.stderr


class Watch(Nobody):
    """Keeps the report of the crawl."""

    report = RunReport("")

    def started(self, report: RunReport) -> None:
        self.report = report


def test_what_found_no_room_is_not_counted(folder: ArchiveFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archive.writer.MAX_BATCH", 3)
    flush, watch = WarcWriter.flush, Watch()

    def flush_while_there_is_room(writer: WarcWriter) -> None:
        if watch.report.counts.get("articles", 0) > 4:
            raise OSError(errno.ENOSPC, "No space left on device")
        flush(writer)

    monkeypatch.setattr(WarcWriter, "flush", flush_while_there_is_room)
    with pytest.raises(DiskFullError):
        passing_days(folder).crawl(watcher=watch)
    (stored,) = open_for_reading(folder).execute("SELECT count(*) FROM announcement").fetchone()
    assert watch.report.counts["articles"] == stored > 0


def test_what_sqlite_drops_itself_where_the_disk_is_full_is_not_counted(folder: ArchiveFolder) -> None:
    report = RunReport("thu-nghiem")
    with writing(folder) as writer:
        session = CrawlSession(writer, reports=[report])

        def fill_the_disk() -> None:
            writer.rollback()  # as SQLite does with the whole transaction after SQLITE_FULL
            raise sqlite3.OperationalError("database or disk is full")

        report.count("articles")
        session.commit(writer.commit)
        report.count("articles")
        with pytest.raises(sqlite3.OperationalError):
            session.commit(fill_the_disk)
        session.fail(DiskFullError("full"))
    assert report.counts == {"articles": 1}


def test_a_record_that_found_no_room_is_cut_off_again(tmp_path: Path) -> None:
    writer = WarcWriter(tmp_path, software="kehoach/test", settings="")
    body = bytes(range(256)) * 400
    digest = digest_of(body)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    def write(number: int) -> None:
        writer.response(
            f"http://127.0.0.1/{number}", FIRST_DAY, status=200, headers=(), body=body, digest=digest, portal="a"
        )
        writer.flush()

    write(1)
    (file,) = tmp_path.iterdir()
    whole = file.stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (whole + 300, hard))
    try:
        with pytest.raises(OSError, match="File too large"):
            write(2)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert file.stat().st_size == whole
    assert max(offset + length for offset, length, _ in members(file)) == whole
    writer.close()


def test_jobs_that_meet_queue_for_the_lock(folder: ArchiveFolder, tmp_path: Path) -> None:
    days = passing_days(folder)
    days.crawl()
    with days.archive():
        refused = kehoach("reread", "--archive", folder.path, cwd=tmp_path)
        assert (refused.code, refused.err.count("\n")) == (1, 1)
        assert "--wait SECONDS" in refused.err
        queued = started("reread", "--archive", folder.path, "--wait", "60", cwd=tmp_path)
    out, err = queued.communicate(timeout=300)
    assert queued.returncode == 0, err
    assert "reread" in out


def test_a_database_that_another_program_holds_is_a_sentence(
    folder: ArchiveFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archive.database.BUSY_TIMEOUT_SECONDS", 0.1)
    days = passing_days(folder)
    days.crawl()
    other = sqlite3.connect(folder.database)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Exception, match="locked by another program"):
        days.crawl()
    other.rollback()
    other.close()
    assert days.crawl().state == "passed"
