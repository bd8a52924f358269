"""Is this machine fit to keep an archive unattended? Each check says what is amiss and what to do about it."""

from __future__ import annotations

import os
import shutil
import socket
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from archive.clock import utc
from archive.counted import counted
from archive.database import open_for_reading
from archive.errors import ArchiveError
from archive.folder import ArchiveFolder
from archive.notify.book import Target, open_book
from archive.schedule.installing import Manager, installed_cron, installed_units

Grade = Literal["good", "warning", "problem"]
LEAST_FREE = 0.1
FORECAST_DAYS = 30
DAYS_AHEAD = 90
SECONDS = 20
FIRST_YEAR = 2026
_TOOLS = (
    ("chromium", "chromium", "portals that only a script draws"),
    ("tesseract", "tesseract-ocr tesseract-ocr-vie", "the letters of scans"),
    ("antiword", "antiword", "DOC files"),
    ("soffice", "libreoffice-writer-nogui", "odd DOC files"),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One check: its name, how it went, and in words what was found and what to do."""

    check: str
    grade: Grade
    words: str


def examine(folder: ArchiveFolder, host: str | None = None) -> list[Finding]:
    """Every check. `host` is a name that must resolve; None takes that of the archive's first portal."""
    return [
        *_tools(),
        _clock(folder),
        _rights(folder),
        _disk(folder),
        _captures(folder),
        _dns(host or _first_host(folder)),
        _messages(folder),
        _schedule(),
    ]


def _tools() -> Iterable[Finding]:
    for program, packages, purpose in _TOOLS:
        if shutil.which(program):
            yield Finding(program, "good", f"{purpose}: installed")
        else:
            yield Finding(program, "warning", f"{purpose} cannot be read; run: sudo apt-get install -y {packages}")
    if shutil.which("tesseract") and "vie" not in _said("tesseract", "--list-langs").split():
        yield Finding("tesseract vie", "warning", "scans are read without Vietnamese; run: "
                      "sudo apt-get install -y tesseract-ocr-vie")  # fmt: skip


def _clock(folder: ArchiveFolder) -> Finding:
    now = datetime.now(UTC)
    if now.year < FIRST_YEAR:
        return Finding("clock", "problem", f"the clock says {now:%Y-%m-%d}; run: sudo timedatectl set-ntp true")
    newest = _ask(folder, "SELECT max(fetched_at) FROM capture")
    if newest and newest > utc(now + timedelta(minutes=10)):
        return Finding("clock", "problem", f"the newest capture is of {newest}, which is yet to come; set the clock")
    synchronised = _said("timedatectl", "show", "--property=NTPSynchronized", "--value").strip()
    if synchronised == "no":
        return Finding("clock", "warning", "the clock is not synchronised; run: sudo timedatectl set-ntp true")
    return Finding("clock", "good", f"{now:%Y-%m-%d %H:%M} UTC")


def _rights(folder: ArchiveFolder) -> Finding:
    place = folder.path if folder.path.exists() else folder.path.absolute().parent
    try:
        with tempfile.NamedTemporaryFile(dir=place):
            pass
    except OSError as error:
        return Finding("rights", "problem", f"{place} cannot be written to ({error.strerror}); give it to this user")
    return Finding("rights", "good", f"{place} can be written to")


def _disk(folder: ArchiveFolder) -> Finding:
    place = folder.path if folder.path.exists() else folder.path.absolute().parent
    usage = shutil.disk_usage(place)
    free = f"{usage.free / 2**30:.1f} GiB free ({usage.free / usage.total:.0%})"
    if usage.free < LEAST_FREE * usage.total:
        return Finding("disk", "problem", f"{free}; scheduled jobs stop below 10 %. Free some space, or move older "
                       "WARC files with `kehoach captures move`")  # fmt: skip
    days = days_left(folder, usage.free - LEAST_FREE * usage.total)
    if days is not None and days < DAYS_AHEAD:
        pace = f"at the pace of the last {FORECAST_DAYS} days it lasts {counted(round(days), 'day')}"
        return Finding("disk", "warning", f"{free}; {pace}")
    enough = "" if days is None else f"; enough for {counted(min(round(days), 9999), 'day')} at least"
    return Finding("disk", "good", free + enough)


def _captures(folder: ArchiveFolder) -> Finding:
    missing = folder.missing_captures()
    return Finding("captures", "problem" if missing else "good", missing or "no WARC file is a link to nowhere")


def days_left(folder: ArchiveFolder, room: float) -> float | None:
    """How many days so many bytes last at the pace of the last thirty; None where nothing was written in them."""
    since = utc(datetime.now(UTC) - timedelta(days=FORECAST_DAYS))
    written = _ask(folder, f"SELECT total(length) FROM capture WHERE fetched_at > '{since}'")  # noqa: S608
    everything = _ask(folder, "SELECT total(length) FROM capture")
    if not written or not everything:
        return None
    rows = folder.database.stat().st_size / float(everything)
    return max(room, 0.0) / (float(written) * (1 + rows) / FORECAST_DAYS)


def _dns(host: str | None) -> Finding:
    if host is None:
        return Finding("names", "good", "no portal is known yet, so no name was looked up")
    try:
        socket.getaddrinfo(host, 443)
    except OSError as error:
        return Finding("names", "problem", f"{host} has no address ({error}); check the network and /etc/resolv.conf")
    return Finding("names", "good", f"{host} has an address")


def _messages(folder: ArchiveFolder) -> Finding:
    try:
        targets = _targets(folder)
    except (ArchiveError, OSError, sqlite3.Error) as error:
        return Finding("messages", "problem", f"nobody can be told of trouble: {error}")
    if not targets:
        return Finding("messages", "warning", "nobody is told of trouble; add somebody with `kehoach notify add`")
    return Finding("messages", "good", "somebody is told of trouble; `kehoach notify test` tries it")


def _targets(folder: ArchiveFolder) -> list[Target]:
    if not folder.address_book.is_file() and not folder.exists():
        return []
    with open_book(folder, only_to_read=True) as book:
        return book.targets()


def _schedule() -> Finding:
    for is_system in (True, False):
        if installed_units(Manager(is_system)):
            return Finding("schedule", "good", "the jobs are installed as systemd timers")
        if installed_cron(is_system=is_system, root=None):
            return Finding("schedule", "good", "the jobs are installed as cron lines")
    return Finding("schedule", "warning", "no job is installed; see `kehoach schedule install --help`")


def _first_host(folder: ArchiveFolder) -> str | None:
    host = _ask(folder, "SELECT min(host) FROM portal WHERE state = 'active'")
    return str(host) if host else None


def _ask(folder: ArchiveFolder, question: str) -> str | None:
    """One value of the archive; None where there is none or no archive."""
    if not folder.exists():
        return None
    try:
        database = open_for_reading(folder)
    except ArchiveError:
        return None
    value = database.execute(question).fetchone()[0]
    database.close()
    return value  # type: ignore[no-any-return]


def _said(*words: str) -> str:
    """What a program printed; nothing where it is not there or failed."""
    if not shutil.which(words[0]):
        return ""
    environment = os.environ | {"LC_ALL": "C"}
    try:
        done = subprocess.run(words, capture_output=True, text=True, timeout=SECONDS, check=False, env=environment)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout if done.returncode == 0 else ""
