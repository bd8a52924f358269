"""Where the demo portals play: on the next port when theirs is taken, but where an archive knows them."""

from __future__ import annotations

import re
import shlex
import subprocess
from contextlib import ExitStack
from pathlib import Path

import pytest

from archive.folder import ArchiveFolder
from archive.writer import writing
from scraper.commands import ports_of_demo
from scraper.demo import DEFAULT_PORT, serve
from scraper.demo.server import play_on_one_of
from tests.archive.examples import FIRST_DAY, PORTAL, exchange
from tests.command import PROJECT, kehoach


def test_the_first_port_that_can_be_had_is_taken() -> None:
    with serve(0) as holder, ExitStack() as stack:
        assert play_on_one_of([holder.port, 0], stack).port != holder.port
        with pytest.raises(OSError, match="in use"):
            play_on_one_of([holder.port, holder.port], stack)


def test_an_archive_goes_on_under_the_addresses_that_it_knows(folder: ArchiveFolder) -> None:
    assert DEFAULT_PORT in ports_of_demo(folder)
    with writing(folder) as writer:
        writer.put_portal(PORTAL)
        page = exchange(b"<h1>Trang</h1>", url="http://127.0.0.2:8613/", moment=FIRST_DAY)
        writer.put_capture(page, portal=PORTAL["name"], run=None)
    assert ports_of_demo(folder) == [8613]


def test_a_port_that_is_held_is_named_in_one_sentence(tmp_path: Path) -> None:
    with serve(0) as holder:
        done = kehoach("demo", "--demo-port", holder.port, "--archive", tmp_path / "demo", "--no-serve", cwd=tmp_path)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert f"port {holder.port} on 127.0.0.2" in done.err
    (words,) = re.findall(r"\(make (demo .*)\)", done.err)
    advised = ["make", "--dry-run", *shlex.split(words)]
    printed = subprocess.run(advised, cwd=PROJECT, capture_output=True, text=True, check=True).stdout
    assert f'kehoach demo --archive "{tmp_path / "demo"}-2" --port 8002 --demo-port {holder.port + 10}' in printed
