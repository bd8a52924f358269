"""When a portal was last tried on the open internet, and what came of it.

Crawls leave their runs in the archive; checks leave a line in its folder. Without an archive nothing is remembered.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from archive.database import open_for_reading
from archive.folder import ArchiveFolder
from scraper.facts import Portal

if TYPE_CHECKING:
    from scraper.check import CheckReport

CHECKS = "checks.json"


@dataclass(frozen=True, slots=True, order=True)
class Try:
    """A day (ISO) and what came of the try then."""

    day: str
    result: str


def remember(folder: ArchiveFolder, reports: Iterable[CheckReport], today: date) -> bool:
    """Write the results of checks into an archive's folder; returns False where there is no archive."""
    if not folder.exists():
        return False
    file = folder.path / CHECKS
    tries = _checks(folder) | {report.portal: Try(today.isoformat(), report.result) for report in reports}
    lines = {name: {"day": tried.day, "result": tried.result} for name, tried in sorted(tries.items())}
    scratch = file.with_suffix(".tmp")
    scratch.write_text(json.dumps(lines, ensure_ascii=False, indent=1) + "\n", "utf-8")
    scratch.replace(file)
    return True


def last_tries(folder: ArchiveFolder, portals: Iterable[Portal]) -> dict[str, Try]:
    """The last try of each portal that was ever tried: by its facts, by a check, or by a crawl."""
    found = [{portal.name: Try(portal.tried.isoformat(), "tried") for portal in portals if portal.tried}]
    if folder.exists():
        found += [_checks(folder), _crawls(folder)]
    last: dict[str, Try] = {}
    for tries in found:
        for name, tried in tries.items():
            last[name] = max(tried, last.get(name, tried), key=lambda one: one.day)
    return last


def _checks(folder: ArchiveFolder) -> dict[str, Try]:
    file = folder.path / CHECKS
    if not file.is_file():
        return {}
    return {name: Try(line["day"], line["result"]) for name, line in json.loads(file.read_text("utf-8")).items()}


def _crawls(folder: ArchiveFolder) -> dict[str, Try]:
    database = open_for_reading(folder)
    rows = database.execute(
        "SELECT portal, date(started_at, '+7 hours'), state FROM run WHERE kind = 'crawl' ORDER BY started_at"
    ).fetchall()
    database.close()
    return {name: Try(day, f"crawl {state}") for name, day, state in rows}
