from __future__ import annotations

import json
import logging
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from archive.database import open_for_writing
from archive.folder import ArchiveFolder
from archive.site import fresh
from archive.warc import WarcWriter
from tests.site.conftest import free_port
from tests.site.library import ITEMS, Item, make_archive, put


@contextmanager
def served(folder: ArchiveFolder, *options: str) -> Iterator[str]:
    """`kehoach serve` as people start it, in a process of its own."""
    port = free_port()
    kehoach = str(Path(sys.executable).with_name("kehoach"))
    arguments = [kehoach, "serve", "--archive", str(folder.path), "--port", str(port), *options]
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)


def until(holds: Callable[[], bool], seconds: float = 60) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if holds():
            return True
        time.sleep(0.1)
    return False


def titles(site: str) -> list[str] | None:
    """Of all announcements; None while nothing answers."""
    try:
        with urlopen(f"{site}/tra-cuu.json", timeout=20) as answer:
            return [hit["title"] for hit in json.load(answer)["hits"]]
    except URLError:
        return None


def test_what_a_crawl_brings_while_the_site_is_served_appears_on_it(tmp_path: Path) -> None:
    folder = make_archive(tmp_path / "data", ITEMS[:2])
    with served(folder, "--refresh", "0.2") as site:
        assert until(lambda: titles(site) is not None)
        assert len(titles(site) or ()) == 2
        database = open_for_writing(folder)
        late = Item("Tin đến sau", "Được thu thập khi trang đang mở.", "2022-01-01")
        with database.atomic():
            put(database, WarcWriter(folder.warcs, software="test", settings=""), 3, late, {})
        database.close()
        assert until(lambda: "Tin đến sau" in (titles(site) or ()), 20)


def test_a_refresh_that_fails_is_told_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    tries: list[ArchiveFolder] = []

    def refresh(folder: ArchiveFolder) -> None:
        tries.append(folder)
        raise OSError("no space left")

    monkeypatch.setattr(fresh, "refresh", refresh)
    with caplog.at_level(logging.ERROR):
        stop = fresh.keep_fresh(ArchiveFolder(tmp_path), 0.01)
        assert until(lambda: len(tries) > 2, 20)
        stop.set()
    assert "could not be brought up to date" in caplog.text
    assert "no space left" in caplog.text
