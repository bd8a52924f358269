"""`deploy/install` into another file tree: what it leaves is enabled, verified, and runs as its user."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command import PROJECT

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(os.geteuid() != 0, reason="only root can install for a user of its own"),
    pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed"),
]
USER = "nobody"


def run(*words: object, check: bool = True, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8"} | more
    done = subprocess.run([*map(str, words)], capture_output=True, text=True, env=environment, cwd="/")
    assert not check or done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that every user may enter, unlike pytest's own."""
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        yield Path(made)


def test_the_install_command_leaves_jobs_that_run_by_hand_as_their_user(place: Path) -> None:
    root, prefix, archive = place / "root", place / "opt", place / "var" / "kehoach"
    run(
        PROJECT / "deploy/install", "--root", root, "--prefix", prefix, "--archive", archive, "--user", USER,
        "--contact", "a@example.org", "--publish", place / "srv" / "public", "--backup", place / "far" / "copy",
    )  # fmt: skip
    units = root / "etc/systemd/system"
    for timer in units.glob("*.timer"):
        assert run("systemctl", f"--root={root}", "is-enabled", timer.name).stdout.strip() == "enabled"
    run("systemd-analyze", "verify", "--man=no", *units.glob("kehoach-*"))
    as_user = ("setpriv", "--reuid", USER, "--regid", "nogroup", "--clear-groups")
    demo = (prefix / "bin/kehoach", "demo", "--archive", archive, "--demo-port", "8655", "--no-serve")
    run(*as_user, *demo, HOME=str(archive))
    for service in sorted(units.glob("*.service")):
        text = service.read_text("utf-8")
        environment = dict(line.split("=", 1) for line in re.findall(r'^Environment="(.*)"$', text, re.M))
        for call in re.findall(r"^Exec(?:Start|StopPost)=-?(.*)$", text, re.M):
            done = run(*as_user, *shlex.split(call), check=False, HOME=str(archive), **environment)
            if " crawl " in call:
                assert "never share an archive" in done.stderr, done.stderr
            else:
                assert done.returncode == 0, f"{call}\n{done.stdout}{done.stderr}"
    assert (place / "srv" / "public").exists()
    assert (place / "far" / "copy" / "archive.db").is_file()
