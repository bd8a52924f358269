"""`scrapy crawl NAME` ends as `kehoach crawl NAME` does."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.command import PROJECT
from tests.loopback import Loopback
from tests.scraper.portals import facts, small_portal


def scrapy_crawl(*words: str, archive: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command to its end."""
    with started(*words, archive=archive, **environment) as process:
        out, err = process.communicate()
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def started(*words: str, archive: Path, **environment: str) -> subprocess.Popen[str]:
    """The command, running in the project, where Scrapy finds its settings."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("KEHOACH_")}
    return subprocess.Popen(
        [sys.executable, "-m", "scrapy", "crawl", *words, "-s", "LOG_LEVEL=INFO"],
        cwd=PROJECT,
        env=inherited
        | {"PYTHONPATH": str(PROJECT), "KEHOACH_ARCHIVE": str(archive), "KEHOACH_RETRY_BASE_SECONDS": "0.1"}
        | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize(
    ("words", "contact", "sentence"),
    [
        (("khong-co",), "a@example.vn", "There is no portal 'khong-co'"),
        (("quang-ninh-bao",), "", "KEHOACH_CONTACT"),
        (("quang-ninh-bao",), "nonsense", "'nonsense' is no contact"),
        (("quang-ninh-bao", "-a", f"archive={PROJECT}"), "a@example.vn", "is not an archive of ours"),
        (("quang-ninh-bao", "-a", "max_pages=x"), "a@example.vn", "max_pages a number"),
        (("quang-ninh-bao", "-a", "pages=1"), "a@example.vn", "not pages"),
    ],
)
def test_wrong_usage_is_one_sentence_and_exit_code_2(
    tmp_path: Path, words: tuple[str, ...], contact: str, sentence: str
) -> None:
    done = scrapy_crawl(*words, archive=tmp_path / "data", KEHOACH_CONTACT=contact)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert sentence in done.stderr.splitlines()[-1]


def test_it_ends_with_the_summary_and_with_1_where_the_checks_failed(loopback: Loopback, tmp_path: Path) -> None:
    small_portal(loopback)
    with Loopback() as closed:
        nowhere = closed.origin
    for origin, result, code in ((loopback.origin, "passed", 0), (nowhere, "failed", 1)):
        folder = facts(tmp_path / "portals", f"http://{origin}/tin-tuc")
        words = ("thu-nghiem", "-s", f"KEHOACH_ALLOW_PRIVATE={origin}")
        done = scrapy_crawl(*words, archive=tmp_path / result, KEHOACH_PORTALS=str(folder))
        assert (done.returncode, "Traceback" in done.stderr) == (code, False)
        assert f" {result} " in done.stdout
        assert "The archive holds" in done.stdout


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_it_with_its_code(loopback: Loopback, tmp_path: Path, number: signal.Signals, code: int) -> None:
    small_portal(loopback, 60)
    folder = facts(tmp_path / "portals", loopback.url("/tin-tuc"))
    words = ("thu-nghiem", "-s", f"KEHOACH_ALLOW_PRIVATE={loopback.origin}")
    with started(*words, archive=tmp_path / "archive", KEHOACH_PORTALS=str(folder)) as process:
        while len(loopback.asked) < 6 and process.poll() is None:
            time.sleep(0.005)
        process.send_signal(number)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, "Traceback" in err) == (code, False), err
    assert " interrupted " in out
