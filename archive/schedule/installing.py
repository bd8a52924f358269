"""Putting the jobs where systemd or cron finds them, and taking them away again."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from archive.errors import ArchiveError
from archive.schedule.cron import ours_of, without_ours
from archive.schedule.units import PREFIX

SYSTEM_UNITS = Path("/etc/systemd/system")
SYSTEM_CRON = Path("/etc/cron.d/kehoach")
USER_UNITS = Path(".config/systemd/user")
SECONDS = 60


class ScheduleError(ArchiveError):
    """systemd or cron refused."""


@dataclass(frozen=True, slots=True)
class Manager:
    """Whose units they are: the system's or a user's own; `root` is another system's file tree."""

    is_system: bool
    root: Path | None = None

    @property
    def folder(self) -> Path:
        """Where the unit files lie."""
        if not self.is_system:
            return Path.home() / USER_UNITS
        return (self.root / SYSTEM_UNITS.relative_to("/")) if self.root else SYSTEM_UNITS

    def systemctl(self, *words: str) -> None:
        """Call systemctl; raises ScheduleError with what it said."""
        scope = [f"--root={self.root}"] if self.root else [] if self.is_system else ["--user"]
        run(["systemctl", *scope, *words])


def install_units(manager: Manager, files: Mapping[str, str]) -> list[Path]:
    """Write the units, enable the timers and start them where a systemd runs; returns the files.

    Units of ours that are no longer among them are removed.
    """
    remove_units(manager, keep=files)
    manager.folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in files.items():
        file = manager.folder / name
        file.write_text(text, "utf-8")
        written.append(file)
    timers = [name for name in files if name.endswith(".timer")]
    if manager.root or not is_running():
        manager.systemctl("enable", *timers)
    else:
        manager.systemctl("daemon-reload")
        manager.systemctl("enable", "--now", *timers)
    return written


def make_folders(paths: Iterable[Path | None], user: str, root: Path | None) -> None:
    """Make those of the folders that are missing, in another system's file tree where `root` is one, for the user.

    Raises ScheduleError where one cannot be made. A user whom this machine does not know owns none.
    """
    for path in filter(None, paths):
        folder = root / path.relative_to("/") if root else path
        if folder.is_dir():
            continue
        try:
            folder.mkdir(parents=True)
            if os.geteuid() == 0 and _is_known(user):
                shutil.chown(folder, user, pwd.getpwnam(user).pw_gid)
        except OSError as error:
            raise ScheduleError(f"{folder} is missing and cannot be made ({error.strerror}).") from error


def _is_known(user: str) -> bool:
    return any(entry.pw_name == user for entry in pwd.getpwall())


def remove_units(manager: Manager, keep: Container[str] = ()) -> list[Path]:
    """Disable our timers and delete our units but those to keep; returns the files that were there."""
    files = [file for file in installed_units(manager) if file.name not in keep]
    timers = [file.name for file in files if file.suffix == ".timer"]
    if timers:
        manager.systemctl("disable", *([] if manager.root or not is_running() else ["--now"]), *timers)
    for file in files:
        file.unlink()
    if files and not manager.root and is_running():
        manager.systemctl("daemon-reload")
    return files


def installed_units(manager: Manager) -> list[Path]:
    """Our unit files, as they lie there."""
    return sorted(manager.folder.glob(f"{PREFIX}*.service")) + sorted(manager.folder.glob(f"{PREFIX}*.timer"))


def install_cron(lines: str, *, is_system: bool, root: Path | None) -> str:
    """Put our lines into /etc/cron.d or the user's crontab in place of older ones; returns where they are."""
    if is_system:
        file = (root / SYSTEM_CRON.relative_to("/")) if root else SYSTEM_CRON
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(lines, "utf-8")
        return str(file)
    run(["crontab", "-"], text=without_ours(_crontab()) + lines)
    return "your crontab"


def remove_cron(*, is_system: bool, root: Path | None) -> bool:
    """Take our lines away; whether there were any."""
    if is_system:
        file = (root / SYSTEM_CRON.relative_to("/")) if root else SYSTEM_CRON
        existed = file.is_file()
        file.unlink(missing_ok=True)
        return existed
    before = _crontab()
    after = without_ours(before)
    if after != before:
        run(["crontab", "-"], text=after)
    return after != before


def installed_cron(*, is_system: bool, root: Path | None) -> str:
    """Our lines as they stand in /etc/cron.d or the user's crontab; empty where there are none."""
    if is_system:
        file = (root / SYSTEM_CRON.relative_to("/")) if root else SYSTEM_CRON
        return file.read_text("utf-8") if file.is_file() else ""
    return ours_of(_crontab())


def has_systemd() -> bool:
    """Whether the machine has systemd's tools."""
    return shutil.which("systemctl") is not None


def is_running() -> bool:
    """Whether systemd is in charge of this machine (sd_booted)."""
    return Path("/run/systemd/system").is_dir()


def run(words: Sequence[str], *, text: str | None = None) -> str:
    """Run a program of the system; raises ScheduleError with what it said."""
    try:
        done = subprocess.run(words, input=text, capture_output=True, text=True, timeout=SECONDS, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ScheduleError(f"{words[0]} could not be run ({error}).") from error
    if done.returncode:
        raise ScheduleError(f"{' '.join(words[:3])} failed: {(done.stderr or done.stdout).strip()}")
    return done.stdout


def _crontab() -> str:
    if shutil.which("crontab") is None:
        return ""
    done = subprocess.run(["crontab", "-l"], capture_output=True, text=True, timeout=SECONDS, check=False)  # noqa: S607
    return done.stdout if done.returncode == 0 else ""
