"""Jobs that are killed at a chosen moment, in a process of their own, and report what they committed."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path
from typing import Any

import archive.writer
from archive.folder import ArchiveFolder
from archive.warc import WarcWriter
from archive.writer import ArchiveWriter, writing
from scraper.ingest import Ingest
from scraper.reread import reread
from tests.scraper.passing_days import passing_days

JOBS = ("crawl", "second crawl", "ingest", "reread")


def do(job: str, folder: ArchiveFolder, material: Path) -> None:
    """Do a job to its end; doing it again ends in the same archive. `material` is a WARC file to take in."""
    days = passing_days(folder)
    if job == "crawl":
        days.crawl()
    elif job == "second crawl":
        days.later(62)
        days.crawl()
    else:
        with writing(folder) as writer:
            if job == "reread":
                reread(writer, {days.portal.name: days.portal}, None, lambda done, total: None)
            else:
                ingesting = Ingest(writer, {})
                ingesting.take_in(material, lambda source, done: None)
                ingesting.take_in_repeats(lambda source, done: None)
                ingesting.conclude()


class Moments:
    """Counts what a job does to its archive, and kills it at one of these moments: statements, commits, writes."""

    def __init__(self, fatal: int | None, reported: Path) -> None:
        self.passed = 0
        self._fatal = fatal
        self._reported = reported
        self._execute, self._commit, self._flush = ArchiveWriter.execute, ArchiveWriter.commit, WarcWriter.flush

    def install(self) -> None:
        moments = self

        def execute(writer: ArchiveWriter, sql: str, values: Any = ()) -> Any:
            moments.pass_one()
            return moments._execute(writer, sql, values)

        def commit(writer: ArchiveWriter) -> None:
            moments.pass_one()
            moments._commit(writer)
            moments.report(writer)
            moments.pass_one()

        def flush(warc: WarcWriter) -> None:
            if moments.is_next_fatal():
                waiting = b"".join(warc._waiting)
                if warc._file is not None:
                    warc._file.write(waiting[: len(waiting) * 2 // 3])
            moments.pass_one()
            moments._flush(warc)

        ArchiveWriter.execute, ArchiveWriter.commit = execute, commit  # type: ignore[method-assign]
        WarcWriter.flush = flush  # type: ignore[method-assign]

    def is_next_fatal(self) -> bool:
        return self._fatal is not None and self.passed + 1 >= self._fatal

    def pass_one(self) -> None:
        if self.is_next_fatal():
            os.kill(os.getpid(), signal.SIGKILL)
        self.passed += 1

    def report(self, writer: ArchiveWriter) -> None:
        """Say what is committed, as a command that printed it would have."""
        rows = writer.database.execute("SELECT uid, content_digest FROM announcement").fetchall()
        self._reported.write_text(json.dumps(rows))


def killed(job: str, folder: Path, material: Path, reported: Path, fatal: int | None, passed: Path) -> None:
    """Do a job until its fatal moment; where it gets to its end, `passed` gets the number of its moments."""
    archive.writer.MAX_BATCH_SECONDS = 3600.0  # so that a job has as many moments on a busy machine
    moments = Moments(fatal, reported)
    moments.install()
    do(job, ArchiveFolder(folder), material)
    passed.write_text(str(moments.passed))
