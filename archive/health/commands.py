"""`kehoach status`: the health of every portal in words, for programs and for Prometheus."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from archive.cli import FAILED, archive_option, cli, json_option
from archive.clock import day_shown
from archive.database import open_for_reading, plain_errors
from archive.errors import NoSuchPortalError, UsageError
from archive.folder import ArchiveFolder
from archive.health.evidence import evidence_words
from archive.health.portals import PortalHealth, healths
from archive.health.prometheus import exposition
from archive.health.states import KILLED, STATES, TROUBLED

_STYLES: dict[str, dict[str, Any]] = {
    "ok": {"fg": "green"},
    "untried": {"dim": True},
    "ingested": {"dim": True},
    "closed": {"dim": True},
}
_INGESTED = "its announcements were taken in from captures; it was never crawled from here"
_HEADINGS = ("portal", "state", "since", "looked at", "newest", "kept", "undated", "waiting", "failed")
LAST_WORD = _HEADINGS.index("newest")


@cli.command()
@click.argument("names", nargs=-1, metavar="[NAME...]")
@json_option
@click.option(
    "--check",
    is_flag=True,
    help="Exit with 1 when a portal is in trouble, overdue or failed its checks, or captures cannot be read.",
)
@click.option(
    "--prometheus",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write a text file for Prometheus' node exporter instead.",
)
@archive_option
def status(folder: ArchiveFolder, names: tuple[str, ...], as_json: bool, check: bool, prometheus: Path | None) -> None:
    """Show how each portal fares: its state, since when and why.

    States: ok, quiet (longer than its rhythm), empty (a listing without items), changed (fields that used to be there
    are missing), failed (as its first crawl did, in part or whole), blocked, unreachable, moved, closed, untried. Where
    no crawl has ended yet: running, interrupted (the next one goes on), ingested.
    """
    missing = folder.missing_captures()
    with plain_errors(folder):
        database = open_for_reading(folder)
        known = {health.portal: health for health in healths(database, datetime.now(UTC), fresh=True)}
        database.close()
    if not folder.is_written():
        known = {name: _as_killed(health) for name, health in known.items()}
    for name in names:
        if name not in known:
            raise NoSuchPortalError(name)
    found = [health for health in known.values() if not names or health.portal in names]
    if prometheus is not None:
        _write_whole(prometheus, exposition(found))
    elif as_json:
        rows = (json.dumps(_as_json(health), ensure_ascii=False) for health in found)  # indented it takes twice as long
        click.echo("[" + ",\n ".join(rows) + "]")
    else:
        _print(found)
        click.echo(missing or "", nl=bool(missing))
    if check and (missing or any(health.is_troubled or health.run_state == "failed" for health in found)):
        sys.exit(FAILED)


def _as_killed(health: PortalHealth) -> PortalHealth:
    """A run that has not ended and runs no more was killed; the next job to write says so in the archive."""
    if health.run_state != "running":
        return health
    return replace(health, run_state="interrupted", run_reason=KILLED)


def _as_json(health: PortalHealth) -> dict[str, Any]:
    told = {entry.name: getattr(health, entry.name) for entry in fields(health)}
    facts = [{"name": one.name, **one.values} for one in health.evidence]
    return told | {"state": health.told, "evidence": _why(health), "facts": facts}


def _why(health: PortalHealth) -> str:
    """Why it is called so; of a portal that no crawl has judged yet, what is known of what was done of it."""
    if health.told == "ingested":
        return _INGESTED
    if health.told == "interrupted" and health.run_reason:
        return health.run_reason
    return evidence_words("en", health.evidence)


def _print(found: Sequence[PortalHealth]) -> None:
    rows = [_HEADINGS, *map(_row, found)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for number, row in enumerate(rows):
        style = {"bold": True} if number == 0 else _STYLES.get(row[1], {"fg": "red", "bold": True})
        cells = [cell.rjust(width) if at > LAST_WORD else cell.ljust(width)
                 for at, (cell, width) in enumerate(zip(row, widths, strict=True))]  # fmt: skip
        cells[1] = click.style(cells[1], **style)
        click.echo("  ".join(cells).rstrip())
    for health in found:
        for line in _remarks(health):
            click.echo(f"{health.portal}: {line}")
    counts = Counter(health.told for health in found)
    order = sorted(counts, key=(*STATES, *sorted(counts)).index)
    click.echo(", ".join(f"{counts[state]} {state}" for state in order) or "No portals yet.")


def _row(health: PortalHealth) -> tuple[str, ...]:
    days = map(day_shown, (health.since, health.looked_at, health.newest))
    counted = (health.announcements, health.undated, health.waiting, health.failed)
    return health.portal, health.told, *days, *map(str, counted)


def _remarks(health: PortalHealth) -> list[str]:
    remarks = []
    if health.state in TROUBLED:
        remarks.append(f"{health.state} since {day_shown(health.since)}: {health.why('en')}")
    if health.paused is not None:
        remarks.append(f"held back: {health.paused}")
    if health.overdue:
        remarks.append(f"nobody has looked at it since {day_shown(health.looked_at)}; does the schedule run?")
    if health.told == "ingested":
        remarks.append(_INGESTED)
    if health.run_state not in ("passed", "untried", "running") and health.run_reason:
        remarks.append(f"last run {health.run_state}: {health.run_reason}")
    return remarks


def _write_whole(file: Path, text: str) -> None:
    """Write a file that its reader never sees half of; raises UsageError where it cannot be written."""
    scratch = file.with_name(file.name + ".part")
    try:
        scratch.write_text(text, "utf-8")
        scratch.replace(file)
    except OSError as error:
        raise UsageError(f"{file} cannot be written ({error.strerror}); name another file.") from error
