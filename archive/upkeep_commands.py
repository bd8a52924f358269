"""`kehoach doctor`, `upgrade` and `captures move`: what keeps an archive running for years."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress

from archive.cli import FAILED, JobCommand, archive_option, cli, json_option, note, wait_option
from archive.counted import counted
from archive.doctor import examine
from archive.folder import ArchiveFolder
from archive.moving import move_older
from archive.upgrade import roll_back, upgrade
from archive.wacz.commands import captures


@cli.command()
@click.option("--host", help="A name that must resolve. [default: that of the archive's first portal]")
@json_option
@archive_option
def doctor(folder: ArchiveFolder, host: str | None, as_json: bool) -> None:
    """Check tools, clock, rights, disk, names, messages and schedule, and say what to install or to do.

    Exit code 1 when something keeps the jobs from working.
    """
    findings = examine(folder, host)
    if as_json:
        click.echo(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2))
    else:
        for finding in findings:
            click.echo(f"{finding.grade:8} {finding.check}: {finding.words}")
    if any(finding.grade == "problem" for finding in findings):
        sys.exit(FAILED)


@cli.command("upgrade", cls=JobCommand)
@click.option("--roll-back", "back", is_flag=True, help="Put back the database as it was before the last upgrade.")
@wait_option
@archive_option
def upgrade_command(folder: ArchiveFolder, back: bool, wait: float) -> None:
    """Bring the archive to the schema of this version: on a copy, which is checked before it takes its place.

    The old database stays beside it as archive.db.before.
    """
    if back:
        roll_back(folder, wait=wait)
        click.echo("The database is as it was before the last upgrade; the newer one lies in archive.db.upgrade.")
        return
    done = upgrade(folder, wait=wait)
    note(migrations=done.migrations)
    told = f"Upgraded: {', '.join(done.migrations)}." if done.migrations else "Nothing to do: the schema is today's."
    click.echo(told)


@captures.command("move", cls=JobCommand)
@click.argument("destination", type=click.Path(file_okay=False, path_type=Path))
@click.option("--older-than", "days", type=click.IntRange(min=1), default=365, show_default=True, metavar="DAYS")
@json_option
@archive_option
def move(folder: ArchiveFolder, destination: Path, days: int, as_json: bool) -> None:
    """Move older WARC files to DESTINATION, on another disk or mount; they stay readable where they were."""
    with Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task("WARC files", total=None)
        moved = move_older(
            folder,
            destination,
            days=days,
            now=datetime.now(UTC),
            watch=lambda done, total: progress.update(task, completed=done, total=total),
        )
    note(**asdict(moved))
    if as_json:
        click.echo(json.dumps(asdict(moved)))
    else:
        click.echo(f"{counted(moved.files, 'file')}, {moved.bytes / 2**20:.1f} MiB moved to {destination}.")
