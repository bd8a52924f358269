"""`kehoach status` after real crawls of the demo portals in several moods, and for programs that read it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import click
import pytest

from archive.cli import ScheduledCommand, archive_option
from archive.clock import day_shown
from archive.folder import ArchiveFolder
from archive.health import healths, refresh
from archive.health.evidence import fact, pack
from archive.health.states import STATES
from archive.store import Sighting, store
from archive.writer import ArchiveWriter, writing
from scraper.demo import DemoServer, serve
from scraper.demo.site import VIETNAM
from scraper.tries import Try, last_tries
from tests.archive.examples import PORTAL, announcement
from tests.command import Done, kehoach

NOW = datetime(2026, 3, 20, 9, 0, tzinfo=UTC)


def publish(writer: ArchiveWriter, day: date) -> None:
    url = f"http://127.0.0.1:8000/{day}.html"
    read = announcement(url=url, date_line=f"Ngày đăng: {day:%d/%m/%Y}")
    store(writer, read, Sighting(PORTAL["name"], url, None, NOW))


@pytest.fixture(scope="module")
def server() -> Iterator[DemoServer]:
    with serve(0, clock=lambda: datetime(2021, 11, 22, 9, 0, tzinfo=VIETNAM)) as running:
        yield running


def crawl(server: DemoServer, folder: Path, *words: object) -> Done:
    opened = [word for origin in server.origins for word in ("--allow-private", origin)]
    place = {"cwd": folder.parent, "KEHOACH_DEMO_PORT": str(server.port), "KEHOACH_RETRY_BASE_SECONDS": "0.01"}
    return kehoach("crawl", *words, *opened, "--archive", folder, **place)


@pytest.mark.parametrize(
    ("mood", "state", "evidence"),
    [
        ("empty", "empty", "without items"),
        ("refused", "blocked", "HTTP 403"),
        ("wall", "blocked", "blocked"),
        ("broken", "unreachable", "robots.txt answered 500"),
    ],
)
def test_a_portal_in_trouble_has_a_state_with_evidence_and_keeps_what_it_brought(
    server: DemoServer, tmp_path: Path, mood: str, state: str, evidence: str
) -> None:
    folder = tmp_path / "archive"
    assert crawl(server, folder, "demo-quang-nam", "--max-pages", 12).code == 0
    kept = kehoach("export", "--archive", folder, cwd=tmp_path).out.splitlines()
    site = server.sites["demo-quang-nam"]
    site.mood = mood
    try:
        assert crawl(server, folder, "demo-quang-nam", "--first-pages").code == 1
    finally:
        site.mood = "well"
    told = kehoach("status", "--json", "--archive", folder, cwd=tmp_path).json[0]
    assert told["state"] == state
    assert evidence in told["evidence"]
    assert kehoach("status", "--check", "--archive", folder, cwd=tmp_path).code == 1
    assert set(kept) <= set(kehoach("export", "--archive", folder, cwd=tmp_path).out.splitlines())


def test_a_portal_that_answers_and_publishes_nothing_becomes_quiet_by_its_own_rhythm(folder: ArchiveFolder) -> None:
    with writing(folder) as writer:
        writer.put_portal(PORTAL)
        for number in range(60):
            publish(writer, date(2025, 12, 1) + timedelta(days=number))
        for at, quiet in (("2026-01-30T02:00:00Z", False), ("2026-03-19T02:00:00Z", True)):
            run = writer.start_run(PORTAL["name"], "crawl")
            writer.update("run", run, started_at=at, finding="ok", evidence=pack([fact("items", entries=3, pages=1)]))
            refresh(writer.database, [PORTAL["name"]], datetime.fromisoformat(at))
            writer.commit()
            health = healths(writer.database, NOW)[0]
            assert (health.state == "quiet") is quiet, health.evidence
        changes = writer.execute("SELECT state_before, state_after FROM health_change ORDER BY id").fetchall()
    assert changes == [(None, "ok"), ("ok", "quiet")]


def test_a_portal_that_nobody_looks_at_is_overdue_and_not_quiet(folder: ArchiveFolder) -> None:
    with writing(folder) as writer:
        writer.put_portal(PORTAL)
        for number in range(30):
            publish(writer, date(2026, 1, 1) + timedelta(days=number))
        run = writer.start_run(PORTAL["name"], "crawl")
        writer.update("run", run, started_at="2026-01-30T02:00:00Z", finding="ok")
        refresh(writer.database, [PORTAL["name"]], NOW)
        health = healths(writer.database, NOW)[0]
    assert (health.state, health.overdue) == ("ok", True)


@pytest.mark.parametrize(
    ("looked_at", "day"),
    [("2026-01-30T16:59:59Z", "2026-01-30"), ("2026-01-30T17:00:00Z", "2026-01-31")],
)
def test_the_days_of_a_status_and_of_the_last_try_are_those_in_vietnam(
    folder: ArchiveFolder, tmp_path: Path, looked_at: str, day: str
) -> None:
    with writing(folder) as writer:
        writer.put_portal(PORTAL)
        run = writer.start_run(PORTAL["name"], "crawl")
        writer.update("run", run, started_at=looked_at, finding="blocked", state="failed")
        refresh(writer.database, [PORTAL["name"]], datetime.fromisoformat(looked_at))
        writer.commit()
        (found,) = healths(writer.database, datetime.fromisoformat(looked_at))
    assert (found.looked_at, found.day_shown) == (looked_at, day)
    told = kehoach("status", "--archive", folder.path, cwd=tmp_path).out
    assert f"blocked  {day}  {day}" in told
    assert f"blocked since {day}: " in told
    assert f"nobody has looked at it since {day}; " in told
    assert last_tries(folder, []) == {PORTAL["name"]: Try(day, "crawl failed")}


@pytest.mark.parametrize(
    ("stored", "day"),
    [
        ("2026-12-01T19:46:29Z", "2026-12-02"),
        ("2026-12-01T16:59:59.999999Z", "2026-12-01"),
        ("2026-12-02T02:46:29+07:00", "2026-12-02"),
        ("2026-12-01", "2026-12-01"),
        (None, ""),
    ],
)
def test_a_stored_time_is_shown_as_the_day_that_it_was_in_vietnam(stored: str | None, day: str) -> None:
    assert day_shown(stored) == day


def test_a_crawl_of_a_wrong_clock_hides_none_of_today(folder: ArchiveFolder) -> None:
    with writing(folder) as writer:
        writer.put_portal(PORTAL)
        for at, finding in (("2030-01-01T00:00:00Z", "ok"), ("2026-03-20T08:00:00Z", "unreachable")):
            run = writer.start_run(PORTAL["name"], "crawl")
            writer.update("run", run, started_at=at, finding=finding)
        refresh(writer.database, [PORTAL["name"]], NOW)
        (found,) = healths(writer.database, NOW)
    assert (found.state, found.looked_at) == ("unreachable", "2026-03-20T08:00:00Z")


def test_prometheus_reads_one_state_a_portal(server: DemoServer, tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    crawl(server, folder, "demo-hue", "--max-pages", 5)
    file = tmp_path / "kehoach.prom"
    assert kehoach("status", "--prometheus", file, "--archive", folder, cwd=tmp_path).code == 0
    lines = [line for line in file.read_text("utf-8").splitlines() if line.startswith("kehoach_portal_state{")]
    assert len(lines) == len(STATES)
    assert sum(line.endswith(" 1") for line in lines) == 1


def test_a_file_for_prometheus_that_cannot_be_written_is_named(folder: ArchiveFolder) -> None:
    with writing(folder):
        pass
    file = folder.path / "nowhere" / "kehoach.prom"
    done = kehoach("status", "--prometheus", file, "--archive", folder.path, cwd=folder.path.parent)
    why = f"Error: {file} cannot be written (No such file or directory); name another file.\n"
    assert (done.code, done.err) == (2, why)


def test_the_share_of_announcements_with_each_field_stands_beside_that_of_the_past(folder: ArchiveFolder) -> None:
    with writing(folder) as writer:
        writer.put_portal(PORTAL)
        for number in range(45):
            publish(writer, date(2026, 1, 1) + timedelta(days=number))
        writer.execute("UPDATE announcement SET published_at = NULL WHERE id > 35")
        writer.execute("UPDATE announcement SET byline_printed = NULL")
        refresh(writer.database, [PORTAL["name"]], NOW)
        writer.commit()
    (told,) = kehoach("status", "--json", "--archive", folder.path, cwd=folder.path.parent).json
    assert told["fields"]["date"] == {"newest": 0.5, "before": 1.0}
    assert told["fields"]["byline"] == {"newest": 0.0, "before": 0.0}
    assert told["fields"]["title"] == told["fields"]["text"] == {"newest": 1.0, "before": 1.0}


@pytest.mark.parametrize("words", [["khong-co"], ["khong-co", "--check"], [PORTAL["name"], "khong-co", "--json"]])
def test_a_portal_that_the_archive_does_not_hold_is_wrong_usage(folder: ArchiveFolder, words: list[str]) -> None:
    with writing(folder) as writer:
        writer.put_portal(PORTAL)
    done = kehoach("status", *words, "--archive", folder.path, cwd=folder.path.parent)
    assert (done.code, done.out) == (2, "")
    assert done.err == "Error: There is no portal 'khong-co' in this archive; `kehoach status` shows them.\n"


def test_a_crawl_that_could_not_run_is_told_from_one_whose_portal_failed(server: DemoServer, tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    with writing(ArchiveFolder(folder)):
        busy = crawl(server, folder, "demo-hue", "--first-pages")
    assert (busy.code, busy.err.count("\n")) == (2, 1)
    assert crawl(server, folder, "khong-co").code == 2
    (folder / "archive.db").write_bytes(b"no database" * 999)
    broken = crawl(server, folder, "demo-hue", "--first-pages")
    assert (broken.code, "Traceback" in broken.err) == (2, False)


def test_an_unexpected_error_of_a_scheduled_command_is_no_finding(
    folder: ArchiveFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    @click.command("crawl", cls=ScheduledCommand)
    @archive_option
    def broken(folder: ArchiveFolder) -> None:
        raise ZeroDivisionError("unexpected")

    with pytest.raises(SystemExit) as ended:
        broken.main(["--archive", str(folder.path)], standalone_mode=False)
    assert ended.value.code == 2
    assert "ZeroDivisionError: unexpected" in capsys.readouterr().err
