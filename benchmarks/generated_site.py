"""A generated archive with its index, and a Datasette over it, for the benchmarks of the site."""

from __future__ import annotations

import argparse
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError

from archive import index
from archive.database import open_for_writing
from archive.folder import ArchiveFolder
from archive.schema import READERS
from archive.site.rate import SETTING
from benchmarks.large_archive import make

WAITING_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Server:
    """A Datasette that answers on loopback."""

    port: int
    pid: int


def arguments(description: str | None) -> argparse.ArgumentParser:
    """A command line that names an archive to generate, or the folder of one that was."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--folder", type=Path)
    return parser


@contextmanager
def generated(options: argparse.Namespace) -> Iterator[ArchiveFolder]:
    """The archive of those options, built where its folder does not exist."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = ArchiveFolder((options.folder or Path(temporary)) / "public")
        if not folder.exists():
            build(folder, options.rows)
        yield folder


def build(folder: ArchiveFolder, rows: int) -> None:
    """Make the archive and its index, and say how fast and how large."""
    size = make(folder, rows)
    database = open_for_writing(folder)
    started, cpu = time.perf_counter(), time.process_time()
    index.rebuild(database)
    spent, cpu = time.perf_counter() - started, time.process_time() - cpu
    for indexed in READERS:
        database.execute(f"CREATE INDEX IF NOT EXISTS {indexed}")
    database.execute("ANALYZE")
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    stored = folder.database.stat().st_size
    print(
        f"{rows:,} rows, {size / rows:,.0f} bytes of text each: index {rows / spent:,.0f} rows/s "
        f"({rows / cpu:,.0f} per CPU second); database {stored / size:.2f} times the text"
    )


@contextmanager
def served(*command: str) -> Iterator[Server]:
    """A Datasette with this command on a free port, which answers as often as it is asked."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "datasette", *command, "--port", str(port)],
        env=os.environ | {SETTING: "off"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/")
        yield Server(port, process.pid)
    finally:
        process.terminate()
        process.wait()


def _wait_for(address: str) -> None:
    end = time.monotonic() + WAITING_SECONDS
    while True:
        try:
            urllib.request.urlopen(address, timeout=WAITING_SECONDS).read()
        except HTTPError:
            return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
        else:
            return
