"""The command that publishes a copy for others to serve."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import click

from archive.cli import JobCommand, archive_option, json_option, note, wait_option
from archive.clock import system_clock
from archive.contact import option_of_contact
from archive.counted import counted
from archive.database import plain_errors
from archive.errors import ArchiveError
from archive.folder import ArchiveFolder
from archive.notify.book import open_book


def _let_it_be_told(folder: ArchiveFolder, why: str) -> None:
    """Note the failure for `kehoach notify send`; an address book that cannot be written to hides it from nobody."""
    try:
        with open_book(folder) as book:
            book.add_failure("publish", why, system_clock())
    except (ArchiveError, OSError, sqlite3.Error) as error:
        click.echo(f"Nobody can be told of what follows: {error}", err=True)


@click.command("publish", cls=JobCommand)
@click.argument("destination", metavar="DEST", type=click.Path(path_type=Path))
@click.option(
    "--contact",
    envvar="KEHOACH_CONTACT",
    default="",
    callback=option_of_contact,
    help="Your address, for the page about the crawler.",
)
@click.option("--tell", is_flag=True, help="When it fails, let `kehoach notify send` say so.")
@wait_option
@json_option
@archive_option
def publish_command(
    folder: ArchiveFolder, destination: Path, contact: str, tell: bool, wait: float, as_json: bool
) -> None:
    """Make an immutable, checked copy of what the public may see, and swap it in at DEST/current.

    It holds the database, our site for Datasette (`datasette DEST/current`, where kehoach is installed) and dumps with
    row counts and checksums. Run it again as often as you like: readers see the old version or the new one.
    """
    from archive.publication import CURRENT, publish

    try:
        with plain_errors(folder):
            made = publish(folder, destination, contact=contact, wait=wait)
    except ArchiveError as error:
        if tell and folder.exists():
            _let_it_be_told(folder, str(error))
        raise
    note(version=made.version.name, announcements=made.tables["announcement"])
    if as_json:
        facts = {"version": str(made.version), "tables": made.tables, "dumps": [dump.facts() for dump in made.dumps]}
        click.echo(json.dumps(facts, ensure_ascii=False))
        return
    count = made.tables["announcement"]
    click.echo(f"{counted(count, 'announcement')} published as {destination / CURRENT} ({made.version.name}).")
    for dump in made.dumps:
        click.echo(f"  {dump.name}: {counted(dump.rows, 'row')}, {dump.bytes} bytes, sha256 {dump.sha256}")
