"""Which jobs there are, when they run, and what each of them calls."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

GIB = 2**30
LIMITS = {"KEHOACH_LEAST_FREE": "10"}
"""Percent of the disk below which jobs that nobody watches stop writing."""
PUBLISHING_PATIENCE = "3600"
"""How many seconds a publication queues for another one."""
FIRST_PAGES_HOURS, SECOND_LOOKS_HOURS = 8, 10
SCANS_AT_ONCE = "500"
"""How many scanned files a job takes: at some seconds a page they are read before the next job begins."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the jobs run: the program, the archive, who we are, and where copies go (None: not made)."""

    program: Path
    archive: Path
    contact: str
    portals: tuple[Path, ...] = ()
    publish: Path | None = None
    backup: Path | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """One job: a name, what it is for, the words after `kehoach`, when (systemd calendar and cron), and its limits.

    What stands in `afterwards` runs whether the job succeeded or not, and after it what is due is told, that the job
    failed too. `writes` are the folders beside the archive that it writes to. `hours` is how long it may take, `memory`
    is in bytes; an idle job takes only what others leave.
    """

    name: str
    what: str
    words: tuple[str, ...]
    calendar: str
    cron: str
    afterwards: tuple[tuple[str, ...], ...] = ()
    writes: tuple[Path, ...] = ()
    hours: int = 6
    memory: int = 2 * GIB
    spread_minutes: int = 20
    is_idle: bool = False

    @property
    def told(self) -> tuple[str, ...]:
        """The words after `kehoach` that tell what is due."""
        return ("notify", "send", "--job", self.name)


def jobs(place: Place) -> list[Job]:
    """The jobs of an archive. Those that write queue for each other (`--wait`)."""
    publish: tuple[tuple[str, ...], ...] = ()
    published: tuple[Path, ...] = ()
    if place.publish:
        publish = (("publish", "--tell", "--wait", PUBLISHING_PATIENCE, str(place.publish)),)
        published = (place.publish,)
    found = [
        Job(
            "first-pages",
            "what is new on the first pages of every portal",
            ("crawl", "--all", "--first-pages", "--wait", _patience(FIRST_PAGES_HOURS)),
            "*-*-* 07,12,18:10:00",
            "10 7,12,18 * * *",
            publish,
            published,
            hours=FIRST_PAGES_HOURS,
        ),
        Job(
            "second-looks",
            "every listing to its end, and second looks at what is known",
            ("crawl", "--all", "--wait", _patience(SECOND_LOOKS_HOURS)),
            "*-*-* 00:40:00",
            "40 0 * * *",
            publish,
            published,
            hours=SECOND_LOOKS_HOURS,
        ),
        Job(
            "slow-lane",
            "texts of scanned attachments",
            ("attachments", "read", "--ocr", "--limit", SCANS_AT_ONCE),
            "*-*-* 03,14:30:00",
            "30 3,14 * * *",
            publish,
            published,
            is_idle=True,
        ),
        Job("digest", "the day's digest", ("notify", "send", "--digest"), "*-*-* 07:45:00", "45 7 * * *", hours=1),
        Job("verify", "every record, digest and reference", ("verify",), "Sun *-*-* 04:20:00", "20 4 * * 0", hours=12),
    ]
    if place.backup:
        found.append(
            Job(
                "backup",
                "a consistent copy, with the addresses of those who are told",
                ("backup", "--with-notify", str(place.backup)),
                "Sun *-*-* 02:20:00",
                "20 2 * * 0",
                writes=(place.backup,),
            )
        )
    return found


def _patience(hours: int) -> str:
    """How many seconds a crawl of so many hours queues for the one before it: half of them are left to crawl in."""
    return str(hours * 3600 // 2)
