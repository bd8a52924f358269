"""kill -9 at seeded moments of a crawl, an ingest and a reread: nothing reported is lost, nothing comes twice."""

from __future__ import annotations

import json
import multiprocessing
import random
import shutil
import signal
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from archive.folder import ArchiveFolder
from archive.verify import verify
from archive.writer import writing
from tests.crash import jobs

PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.crash.jobs"])
IN_MAKE_TEST = range(10)
IN_MAKE_SOAK = range(10, 110)


@dataclass
class Job:
    """A job, the archive that it begins with, what comes of it undisturbed, and how many moments it has."""

    name: str
    before: Path
    result: dict[str, Any]
    moments: int


def in_process(name: str, folder: Path, work: Path, fatal: int | None) -> int:
    """Do a job in a process of its own; returns its exit code."""
    process = PROCESSES.Process(
        target=jobs.killed, args=(name, folder, work / "material.warc.gz", work / "reported", fatal, work / "passed")
    )
    process.start()
    process.join(120)
    return int(process.exitcode or 0)


def state(folder: Path) -> dict[str, Any]:
    """What an archive holds, after the next start has mended it."""
    with writing(ArchiveFolder(folder)) as writer:
        announcements = writer.execute("SELECT uid, title, content_digest, url FROM announcement ORDER BY uid")
        return {
            "announcements": announcements.fetchall(),
            "revisions": writer.execute("SELECT count(*) FROM revision").fetchone()[0],
            "open": writer.execute("SELECT count(*) FROM ledger WHERE state <> 'done'").fetchone()[0],
            "running": writer.execute("SELECT count(*) FROM run WHERE state = 'running'").fetchone()[0],
            "faults": list(verify(writer.folder, writer.database, lambda done, total: None)),
        }


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Job]:
    """Each job as it goes when nobody kills it."""
    work = tmp_path_factory.mktemp("undisturbed")
    empty, crawled = work / "empty", work / "crawled"
    empty.mkdir()
    assert in_process("crawl", crawled, work, None) == 0
    shutil.copy(next((crawled / "warc").iterdir()), work / "material.warc.gz")
    found = {}
    for name in jobs.JOBS:
        before = empty if name in ("crawl", "ingest") else crawled
        after = work / name.replace(" ", "-")
        shutil.copytree(before, after)
        assert in_process(name, after, work, None) == 0
        found[name] = Job(name, before, state(after), int((work / "passed").read_text()))
    return found


def die_and_go_on(job: Job, work: Path, fatal: int) -> None:
    folder = work / "archive"
    shutil.copytree(job.before, folder)
    shutil.copy(job.before.parent / "material.warc.gz", work)
    assert in_process(job.name, folder, work, fatal) == -signal.SIGKILL
    mended = state(folder)
    reported = work / "reported"
    if reported.exists():
        kept = {(uid, digest) for uid, _, digest, _ in mended["announcements"]}
        assert {(uid, digest) for uid, digest in json.loads(reported.read_text())} <= kept
    assert (mended["faults"], mended["running"]) == ([], 0)
    assert in_process(job.name, folder, work, None) == 0
    assert state(folder) == job.result


def moment_of(seed: int, undisturbed: dict[str, Job]) -> tuple[Job, int]:
    job = undisturbed[jobs.JOBS[seed % len(jobs.JOBS)]]
    return job, random.Random(seed).randint(1, job.moments)


@pytest.mark.parametrize("seed", IN_MAKE_TEST)
def test_a_killed_job_goes_on(undisturbed: dict[str, Job], tmp_path: Path, seed: int) -> None:
    job, fatal = moment_of(seed, undisturbed)
    die_and_go_on(job, tmp_path, fatal)


@pytest.mark.soak
@pytest.mark.parametrize("seed", IN_MAKE_SOAK)
def test_a_killed_job_goes_on_wherever_it_was(undisturbed: dict[str, Job], tmp_path: Path, seed: int) -> None:
    job, fatal = moment_of(seed, undisturbed)
    die_and_go_on(job, tmp_path, fatal)


def test_a_job_killed_again_and_again_ends_as_if_nothing_had_been(undisturbed: dict[str, Job], tmp_path: Path) -> None:
    job = undisturbed["crawl"]
    shutil.copy(job.before.parent / "material.warc.gz", tmp_path)
    for part in (0.2, 0.5, 0.9, 0.3):
        in_process("crawl", tmp_path / "archive", tmp_path, int(job.moments * part))
    assert in_process("crawl", tmp_path / "archive", tmp_path, None) == 0
    assert state(tmp_path / "archive") == job.result
