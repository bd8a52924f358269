"""`runs.jsonl` in the archive's folder, for whoever reads logs with programs; rotated by size.

A line for each run of a job (`job`: the command; `state`: passed, failed, interrupted; `error`: the sentence that it
ended with) and one for each portal that a crawl visited (`portal`).
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from logging.handlers import RotatingFileHandler
from typing import Any

from archive.clock import system_clock, utc
from archive.folder import ArchiveFolder

NAME = "runs.jsonl"
MOST_BYTES = 5_000_000
KEPT = 5
INVOCATION = "INVOCATION_ID"
"""The environment variable by which systemd names one run of a unit, the same for all that the unit starts."""
log = logging.getLogger(__name__)


class _Handler(RotatingFileHandler):
    """The library's handler prints a traceback for a line that found no room; this one raises."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # the library's name
        """Let the error out that `emit` has caught."""
        del record
        raise


def log_runs(folder: ArchiveFolder, runs: Iterable[Mapping[str, Any]]) -> None:
    """Append a line for each run; five older files of five megabytes are kept.

    Where it fails there is a warning, unless the run failed too and its own sentence tells why.
    """
    runs, file = list(runs), folder.path / NAME
    lines = [json.dumps(run, ensure_ascii=False) for run in runs]
    try:
        with closing(_Handler(file, maxBytes=MOST_BYTES, backupCount=KEPT, encoding="utf-8")) as handler:
            for line in lines:
                handler.emit(logging.LogRecord(NAME, logging.INFO, __file__, 0, line, None, None))
    except OSError as error:
        level = logging.INFO if any("error" in run for run in runs) else logging.WARNING
        log.log(level, "%s could not be written to (%s).", file, error.strerror)


@contextmanager
def logged(folder: ArchiveFolder, job: str) -> Iterator[dict[str, Any]]:
    """Log what runs within, however it ends, where there is an archive; what is put into the dictionary is added."""
    begun = system_clock()
    told: dict[str, Any] = {}
    state, error = "interrupted", None
    try:
        yield told
        state = "passed"
    except SystemExit as end:
        state = "failed" if end.code else "passed"
        raise
    except Exception as failure:
        state, error = "failed", str(failure) or type(failure).__name__
        raise
    finally:
        ended = system_clock()
        seconds = round((ended - begun).total_seconds(), 1)
        line: dict[str, Any] = {"ended_at": utc(ended), "job": job, "state": state, "seconds": seconds}
        line |= {"error": error} if error else {}
        line |= {"invocation": os.environ[INVOCATION]} if INVOCATION in os.environ else {}
        _append(folder, line | told)


def error_of_invocation(folder: ArchiveFolder, invocation: str) -> str | None:
    """The first sentence with which a job of this invocation failed; None where none is known."""
    try:
        lines = (folder.path / NAME).read_text("utf-8", "replace").splitlines()
    except OSError:
        return None
    runs = (_run(line) for line in lines if invocation in line)
    return next((run["error"] for run in runs if run.get("invocation") == invocation and "error" in run), None)


def _run(line: str) -> dict[str, Any]:
    """What a line tells; nothing where a full disk or a kill has torn it."""
    try:
        told = json.loads(line)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _append(folder: ArchiveFolder, line: Mapping[str, Any]) -> None:
    if folder.exists() and not folder.is_only_read:
        log_runs(folder, [line])
