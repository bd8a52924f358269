"""What `kehoach status` tells of portals that no crawl has judged: of a killed one, and of captures taken in."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from archive.folder import ArchiveFolder
from archive.health.portals import healths
from archive.writer import writing
from tests.archive.examples import PORTAL
from tests.command import kehoach, started
from tests.loopback import Answer, Loopback
from tests.scraper.portals import article, facts, path_of, small_portal


def count(folder: ArchiveFolder, tmp_path: Path) -> int:
    return len(kehoach("export", "--archive", folder.path, cwd=tmp_path).out.splitlines())


def slow(number: int, seconds: float) -> Callable[[str], Answer]:
    """An article that lets the crawler wait, which then commits what it has."""

    def answer(_: str) -> Answer:
        time.sleep(seconds)
        return article(number)

    return answer


def row(folder: ArchiveFolder, tmp_path: Path) -> list[str]:
    """The state of the only portal, then what is kept, undated, waiting and failed."""
    lines = kehoach("status", "--archive", folder.path, cwd=tmp_path).out.splitlines()
    words = lines[1].split()
    assert as_json(folder, tmp_path)["state"] == words[1]
    return [words[1], *words[-4:]]


def as_json(folder: ArchiveFolder, tmp_path: Path) -> dict[str, Any]:
    """The only portal as programs are told of it."""
    (told,) = kehoach("status", "--json", "--archive", folder.path, cwd=tmp_path).json
    return dict(told)


def test_a_killed_crawl_is_interrupted_with_what_it_kept_and_what_waits(
    loopback: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    small_portal(loopback, 30)
    loopback.routes |= {path_of(10): slow(10, 1.2), path_of(20): slow(20, 3.0)}
    words = ("--portals", facts(tmp_path / "portals", loopback.url("/tin-tuc")), "--allow-private", loopback.origin)
    with started("crawl", "thu-nghiem", *words, "--archive", folder.path, cwd=tmp_path) as process:
        while path_of(20) not in loopback.asked and process.poll() is None:
            time.sleep(0.005)
        assert row(folder, tmp_path)[0] == "running"
        process.kill()
    kept = count(folder, tmp_path)
    assert kept > 0
    assert row(folder, tmp_path) == ["interrupted", str(kept), "0", str(30 - kept), "0"]
    told = kehoach("status", "--archive", folder.path, cwd=tmp_path).out
    assert "last run interrupted: it was killed; started again, it goes on where it was" in told
    assert told.splitlines()[-1] == "1 interrupted"
    assert as_json(folder, tmp_path)["evidence"] == "it was killed; started again, it goes on where it was"
    with writing(folder):
        pass  # whoever writes next says so in the archive
    assert kehoach("status", "--archive", folder.path, cwd=tmp_path).out == told
    assert kehoach("crawl", "thu-nghiem", *words, "--archive", folder.path, cwd=tmp_path).code == 0
    assert row(folder, tmp_path)[1:] == ["30", "0", "0", "0"]
    assert "killed" not in as_json(folder, tmp_path)["evidence"]


def test_captures_that_were_taken_in_are_counted_and_told_apart_from_a_crawl(
    loopback: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    small_portal(loopback, 5)
    words = ("--portals", facts(tmp_path / "portals", loopback.url("/tin-tuc")))
    more = ("--allow-private", loopback.origin, "--archive", tmp_path / "crawled")
    assert kehoach("crawl", "thu-nghiem", *words, *more, cwd=tmp_path).code == 0
    done = kehoach("ingest", tmp_path / "crawled" / "warc", *words, "--archive", folder.path, cwd=tmp_path)
    assert done.code == 0, done.err
    assert row(folder, tmp_path) == ["ingested", "5", "0", "0", "0"]
    told = kehoach("status", "--archive", folder.path, cwd=tmp_path).out
    assert as_json(folder, tmp_path)["evidence"] in told
    assert "its announcements were taken in from captures; it was never crawled from here" in told
    assert kehoach("status", "--check", "--archive", folder.path, cwd=tmp_path).code == 0


@pytest.mark.parametrize("fresh", [False, True])
def test_runs_that_go_on_are_counted_anew_only_where_that_is_asked_for(folder: ArchiveFolder, *, fresh: bool) -> None:
    with writing(folder) as writer:
        writer.put_portal(PORTAL)
        writer.start_run(PORTAL["name"], "crawl")
        writer.insert(
            "ledger", portal=PORTAL["name"], key="a", url="http://a/", kind="article", found_at="2026-01-01T00:00:00Z"
        )
        (found,) = healths(writer.database, datetime.now(UTC), fresh=fresh)
    assert (found.told, found.waiting) == ("running", int(fresh))
