"""The commands that need only the archive: search, export, serve, status, verify."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import cast

import click
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from archive.cli import FAILED, archive_option, cli, json_option
from archive.database import open_for_reading, plain_errors
from archive.export import Format, Selection
from archive.export import export as write_export
from archive.folder import ArchiveFolder
from archive.status import portal_statuses
from archive.verify import verify as find_faults

DAY = click.DateTime(formats=["%Y-%m-%d"])


@cli.command()
@click.option("--format", "form", type=click.Choice(["jsonl", "json", "csv"]), default="jsonl", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="A file. [default: the terminal]")
@click.option("--portal", help="Only this portal.")
@click.option("--province", help='Only this province, by its name then or now: "Kon Tum".')
@click.option("--since", type=DAY, help="Only published on or after this day (undated ones are left out).")
@click.option("--until", type=DAY, help="Only published on or before this day (undated ones are left out).")
@click.option("--plans", is_flag=True, help="Only what is about a plan.")
@archive_option
def export(
    folder: ArchiveFolder, form: str, output: Path | None, portal: str | None, province: str | None, **limits: object
) -> None:
    """Write announcements as JSON lines, JSON or CSV; the number of rows goes to standard error."""
    days = {name: f"{limits[name]:%Y-%m-%d}" if limits[name] else None for name in ("since", "until")}
    selection = Selection(portal=portal, province=province, plans=bool(limits["plans"]), **days)
    database = open_for_reading(folder)
    with plain_errors(folder):
        if output is None:
            count = write_export(database, sys.stdout, cast(Format, form), selection)
        else:
            unfinished = output.with_name(output.name + ".part")
            with unfinished.open("w", encoding="utf-8", newline="") as stream:
                count = write_export(database, stream, cast(Format, form), selection)
            unfinished.replace(output)
    click.echo(f"{count} announcements", err=True)


@cli.command()
@json_option
@click.option("--check", is_flag=True, help="Exit with 1 when the last run of a portal failed.")
@archive_option
def status(folder: ArchiveFolder, as_json: bool, check: bool) -> None:
    """Show how each portal fares: its last run, what it brought, what is still to be fetched."""
    with plain_errors(folder):
        statuses = portal_statuses(open_for_reading(folder))
    if as_json:
        click.echo(json.dumps([asdict(portal) for portal in statuses], ensure_ascii=False, indent=2))
    else:
        table = Table("portal", "last run", "ended", "announcements", "plans", "undated", "newest", "waiting", "failed")
        for portal in statuses:
            table.add_row(
                portal.portal,
                portal.run_state,
                portal.run_ended_at or "",
                *map(str, (portal.announcements, portal.plans, portal.undated)),
                (portal.newest or "")[:10],
                *map(str, (portal.waiting, portal.failed)),
            )
        Console().print(table)
        for portal in statuses:
            if portal.reason:
                click.echo(f"{portal.portal}: {portal.reason}")
    if check and any(portal.run_state == "failed" for portal in statuses):
        sys.exit(FAILED)


@cli.command()
@json_option
@archive_option
def verify(folder: ArchiveFolder, as_json: bool) -> None:
    """Check that everything is what it says: records and digests, references, the index against the text."""
    database = open_for_reading(folder)
    with plain_errors(folder), Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("captures", total=None)
        faults = list(
            find_faults(folder, database, lambda done, total: progress.update(task, completed=done, total=total))
        )
        counts = {
            table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
            for table in ("capture", "announcement", "mention", "attachment")
        }
    if as_json:
        click.echo(json.dumps({"counts": counts, "faults": [asdict(fault) for fault in faults]}, ensure_ascii=False))
    else:
        click.echo(", ".join(f"{number} {table}s" for table, number in counts.items()) + " checked.")
        for fault in faults:
            click.echo(f"{fault.part}: {fault.what}")
        click.echo("Everything is what it says it is." if not faults else f"{len(faults)} fault(s) found.")
    if faults:
        sys.exit(FAILED)
