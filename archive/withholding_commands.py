"""The command that takes things out of what the public sees, and back."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime

import click

from archive.cli import archive_option, json_option, wait_option
from archive.clock import day_shown
from archive.database import open_for_reading, plain_errors
from archive.errors import UsageError
from archive.folder import ArchiveFolder
from archive.public import refresh
from archive.withholding import Part, find_part, log_of, parts_of, release, withhold
from archive.writer import writing


@click.command("withhold")
@click.argument("identifier", metavar="[ID]", required=False)
@click.option("--reason", help="Why; it stands in the public log.")
@click.option("--undo", "--release", "undo", is_flag=True, help="Show again what was withheld.")
@click.option("--list", "listing", is_flag=True, help="Show the log of what is and was withheld.")
@click.option("--parts", is_flag=True, help="Show the ids of an announcement's earlier states and files.")
@wait_option
@json_option
@archive_option
def withhold_command(
    folder: ArchiveFolder,
    identifier: str | None,
    reason: str | None,
    undo: bool,
    listing: bool,
    parts: bool,
    wait: float,
    as_json: bool,
) -> None:
    """Take an announcement, an earlier state or a file out of everything that the public sees.

    ID is an announcement's id or its address, the portal's or the site's; --parts ID shows the ids of its earlier
    states and files.
    Rows and captures are kept, sealed. The site, feeds, dumps and WACZ lose it at once; a log says that, when and why.
    """
    if listing:
        _show_log(folder, as_json)
    elif identifier is None:
        raise UsageError("Name what to withhold by its id, or say --list.")
    elif parts:
        found = parts_of(open_for_reading(folder), find_part(open_for_reading(folder), identifier).uid)
        _say(found, as_json, [f"{part.id}  {part.kind}  {part.title}" for part in found])
    else:
        _change(folder, identifier, reason, undo, wait, as_json)


def _change(folder: ArchiveFolder, identifier: str, reason: str | None, undo: bool, wait: float, as_json: bool) -> None:
    if not undo and not reason:
        raise UsageError("Say why with --reason; it stands in the public log.")
    part = find_part(open_for_reading(folder), identifier)
    now = datetime.now(UTC)
    with writing(folder, wait=wait) as writer:
        done = release(writer, part, now) if undo else withhold(writer, part, reason or "", now)
    if folder.public_database.exists():
        refresh(folder)
    state = "released" if undo else "withheld"
    words = f"{part.id} is {state}." if done else f"{part.id} {'was not withheld' if undo else 'is withheld already'}."
    if as_json:
        click.echo(json.dumps({"id": part.id, "kind": part.kind, "state": state, "changed": done}, ensure_ascii=False))
    else:
        click.echo(words)


def _show_log(folder: ArchiveFolder, as_json: bool) -> None:
    with plain_errors(folder):
        entries = log_of(open_for_reading(folder))
    lines = [
        f"{day_shown(entry.withheld_at)}  {entry.id}  {entry.reason}"
        + (f"  (released {day_shown(entry.released_at)})" if entry.released_at else "")
        for entry in entries
    ]
    if as_json:
        click.echo(json.dumps([asdict(entry) for entry in entries], ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(lines) or "Nothing is withheld.")


def _say(parts: list[Part], as_json: bool, lines: list[str]) -> None:
    if as_json:
        click.echo(json.dumps([asdict(part) for part in parts], ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(lines))
