"""What is said while a crawl goes on: on a terminal bars, from which log lines stand apart, in a log plain lines."""

from __future__ import annotations

import io
import os
import pty
import re
import sys
from contextlib import suppress
from pathlib import Path
from subprocess import Popen

import pytest

from archive.folder import ArchiveFolder
from scraper.progress import Lines
from scraper.session import RunReport
from tests.command import PROJECT
from tests.loopback import Answer, Loopback
from tests.scraper.portals import facts, path_of, small_portal

_CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def on_terminal(*words: object, cwd: Path) -> str:
    """What `kehoach` writes to a terminal of 200 columns, without colours; lines end where the cursor goes back."""
    ours, theirs = pty.openpty()
    program = [sys.executable, "-c", "from archive.start import main; main()", *map(str, words)]
    environment = os.environ | {"PYTHONPATH": str(PROJECT), "COLUMNS": "200", "TERM": "xterm"}
    with Popen(program, cwd=cwd, env=environment, stdin=theirs, stdout=theirs, stderr=theirs):
        os.close(theirs)
        written = bytearray()
        with suppress(OSError):  # Linux says so when the other end is closed
            while part := os.read(ours, 65536):
                written += part
    os.close(ours)
    return _CONTROL.sub("", written.decode("utf-8"))


def test_on_a_terminal_no_number_is_unknown_and_a_warning_has_a_line_of_its_own(
    loopback: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    small_portal(loopback, 3)
    loopback.routes[path_of(1)] = Answer(b"", status=403)
    portals = facts(tmp_path / "portals", loopback.url("/tin-tuc"))
    options = ("--portals", portals, "--archive", folder.path, "--allow-private", loopback.origin)
    written = on_terminal("crawl", "thu-nghiem", *options, cwd=tmp_path)
    assert "None" not in written
    assert re.search(r"\d of \d requests, \d pages?, \d announcements?, 1 error ", written)
    assert "1 pages" not in written
    assert "1 errors" not in written
    warnings = [line for line in re.split(r"[\r\n]+", written) if "WARNING" in line]
    assert warnings
    assert all(line.startswith("WARNING") for line in warnings), warnings


@pytest.mark.parametrize(
    ("waiting", "line"),
    [
        (0, "a: goes on; 1 page, 0 announcements, 2 errors"),
        (1, "a: 1 address waiting; 1 page, 0 announcements, 2 errors"),
        (2, "a: 2 addresses waiting; 1 page, 0 announcements, 2 errors"),
    ],
)
def test_a_line_of_a_log_says_how_many_addresses_wait_where_some_do(
    monkeypatch: pytest.MonkeyPatch, waiting: int, line: str
) -> None:
    monkeypatch.setattr("scraper.progress.SECONDS_BETWEEN_LINES", 0.0)
    report, stream = RunReport("a", counts={"pages": 1, "failed": 2}), io.StringIO()
    with Lines(stream) as lines:
        lines.started(report)
        lines.moved(report, waiting)
    assert stream.getvalue().splitlines()[-1] == line
