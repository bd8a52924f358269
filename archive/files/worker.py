"""The process that reads files for others, each in a child of its own: `python -m archive.files.worker`.

A line of JSON comes in for each file and one goes out. What a child can lose is only itself: its memory and time are
limited, its folder is thrown away, and a crash is one answer.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

from archive.files.extract import read_file
from archive.files.reading import FileText
from archive.files.sandbox import confine

ANSWER = "answer.json"
_LOOK_SECONDS = 0.005
_LONGEST_LOOK = 0.1


def serve() -> None:
    """Answer until standard input ends."""
    for line in sys.stdin:
        job = json.loads(line)
        with tempfile.TemporaryDirectory(prefix="kehoach-file-", ignore_cleanup_errors=True) as folder:
            print(_answer(job, Path(folder)), flush=True)  # noqa: T201


def _answer(job: dict[str, Any], scratch: Path) -> str:
    child = os.fork()
    if child == 0:
        _read(job, scratch)
    status = _wait(child, job["seconds"])
    if status is None:
        return _failure("too large", f"Reading it took more than {job['seconds']} seconds.")
    answer = scratch / ANSWER
    if status == 0 and answer.is_file():
        return answer.read_text("utf-8")
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU:
        return _failure("too large", f"Reading it took more than {job['seconds']} seconds.")
    return _failure("damaged", "The program that reads it broke down over it.")


def _read(job: dict[str, Any], scratch: Path) -> None:
    """In the child: read within limits, leave the answer, and be gone."""
    code = 1
    try:
        confine(job["seconds"])
        os.chdir(scratch)
        try:
            found = read_file(Path(job["path"]), scratch, served_as=job["served_as"], ocr=job["ocr"])
        except MemoryError:
            found = FileText("too large", reason="Reading it takes more memory than a file may cost.")
        except Exception as error:  # noqa: BLE001  a file may be anything, and its readers know nothing of ours
            found = FileText("damaged", reason=f"It cannot be read ({type(error).__name__}).")
        (scratch / ANSWER).write_text(json.dumps(asdict(found), ensure_ascii=True), "ascii")
        code = 0
    finally:
        os._exit(code)


def _wait(child: int, seconds: float) -> int | None:
    """The exit status of the child; None where it had to be killed, with all that it started."""
    deadline = time.monotonic() + seconds
    look = _LOOK_SECONDS
    while True:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            _kill(child)
            return status
        if time.monotonic() > deadline:
            _kill(child)
            os.waitpid(child, 0)
            return None
        time.sleep(look)
        look = min(look * 1.5, _LONGEST_LOOK)


def _kill(group: int) -> None:
    try:
        os.killpg(group, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return


def _failure(state: str, reason: str) -> str:
    return json.dumps({"state": state, "reason": reason})


if __name__ == "__main__":
    serve()
