"""The commands about evidence: what changed, what was removed, copies of the archive."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn
from rich.text import Text
from sqlite_utils import Database

from archive.backup import Copied, Watch, back_up
from archive.backup import restore as bring_back
from archive.cli import JobCommand, archive_option, cli, json_option, note
from archive.counted import counted
from archive.database import open_for_reading, plain_errors
from archive.differences import Part
from archive.folder import ArchiveFolder
from archive.naming import uid_of
from archive.removals import Removal
from archive.removals import removals as find_removals
from archive.revisions import Change
from archive.revisions import history as find_changes
from archive.search.known import known_portal

FOLDER = click.Path(path_type=Path, file_okay=False)
STYLES = {"same": "", "gone": "red strike", "new": "green"}
MARKS = {"same": ("", ""), "gone": ("[-", "-]"), "new": ("{+", "+}")}
"""How parts are marked where there is no colour, as `git diff --word-diff` does."""


@cli.command()
@click.option("--portal", help="Only this portal.")
@click.option("--suspicions", is_flag=True, help="Also what a second look on another day has still to confirm.")
@json_option
@archive_option
def removals(folder: ArchiveFolder, portal: str | None, suspicions: bool, as_json: bool) -> None:
    """Show what portals have taken away, since when, and by which captures that is known."""
    with plain_errors(folder):
        database = open_for_reading(folder)
        found = find_removals(database, portal=known_portal(database.conn, portal), suspicions=suspicions)
    if as_json:
        click.echo(json.dumps([asdict(removal) for removal in found], ensure_ascii=False, indent=2))
        return
    for removal in found:
        click.echo(f"{removal.uid}  {removal.portal}  {removal.title}\n    {removal.url}\n    {_told(removal)}")
    confirmed = sum(removal.confirmed_at is not None for removal in found)
    back = sum(removal.confirmed_at is not None and removal.returned_at is not None for removal in found)
    told = [counted(confirmed - back, "removal"), f"{back} back again"] if back else [counted(confirmed, "removal")]
    click.echo(", ".join([*told, f"{len(found) - confirmed} unconfirmed"] if suspicions else told))


def _told(removal: Removal) -> str:
    words = [f"last seen {removal.last_seen}, missed since {removal.first_missed} ({removal.reason}"]
    words.append(f", capture {removal.first_capture})")
    if removal.confirmed_at:
        words.append(f", confirmed {removal.confirmed_at} (capture {removal.confirming_capture})")
    else:
        words.append(", not confirmed yet")
    if removal.returned_at:
        words.append(f", back since {removal.returned_at} (capture {removal.returned_capture})")
    return "".join(words)


@cli.command(cls=JobCommand)
@click.argument("destination", metavar="DEST", type=FOLDER)
@click.option("--with-notify", is_flag=True, help="Also who is told what: notify.db, whose addresses are secrets.")
@json_option
@archive_option
def backup(folder: ArchiveFolder, destination: Path, with_notify: bool, as_json: bool) -> None:
    """Copy the archive to DEST, also while a crawl runs; to the same DEST again only what is new.

    What was copied is checked at the end. DEST is an archive folder itself: every command reads it with --archive.
    With --with-notify only its owner can read the copied addresses; give such a copy to nobody.
    """
    with _bar() as watch:
        copied = back_up(folder, destination, watch, with_notify=with_notify)
    note(**asdict(copied))
    _print(copied, as_json)


@cli.command()
@click.argument("source", metavar="SRC", type=FOLDER)
@json_option
@archive_option
def restore(folder: ArchiveFolder, source: Path, as_json: bool) -> None:
    """Bring the backup SRC back into an archive folder that is empty or new, with its address book if it has one."""
    with _bar() as watch:
        copied = bring_back(source, folder, watch)
    _print(copied, as_json)


@cli.command()
@click.argument("identifier", metavar="ID")
@json_option
@archive_option
def history(folder: ArchiveFolder, identifier: str, as_json: bool) -> None:
    """Show what changed in an announcement, field by field and word by word, and when it was missing.

    ID is its id or its address.
    """
    with plain_errors(folder):
        database = open_for_reading(folder)
        announcement, row = _find(database, identifier)
        changes = find_changes(database.conn, announcement)
        gone = [removal for removal in find_removals(database, suspicions=True) if removal.uid == row["id"]]
    if as_json:
        found = row | {"changes": [asdict(change) for change in changes], "removals": [asdict(one) for one in gone]}
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    console = Console(highlight=False, soft_wrap=True)
    seen = f"first seen {row['first_seen']}, last seen {row['last_seen']}"
    console.print(f"{row['title']}\n{row['url']}\n{seen}", markup=False)
    for change in changes:
        _print_change(console, change)
    for removal in gone:
        console.print(_told(removal), markup=False)
    if not changes and not gone:
        console.print("Nothing has changed since it was first seen.")


def _find(database: Database, identifier: str) -> tuple[int, dict[str, str]]:
    found = database.execute(
        "SELECT id, uid, title, url, first_seen, last_seen FROM announcement WHERE uid = ?",
        (uid_of(database, identifier),),
    ).fetchone()
    return found[0], dict(zip(("id", "title", "url", "first_seen", "last_seen"), found[1:], strict=True))


def _print_change(console: Console, change: Change) -> None:
    captures = " and ".join(str(capture) for capture in change.captures if capture is not None)
    console.print(f"\nchanged between {change.after} and {change.by} (captures {captures})", style="bold")
    for field in change.fields:
        console.print(f"  {field.field}", style="dim")
        for line in field.lines:
            if any(part.kind != "same" for part in line):
                console.print(Text("    ").append_text(_line(line, coloured=console.color_system is not None)))
    for file in change.files:
        console.print(f"  file {file.kind}: {file.name or ''} {file.url}", markup=False)


def _line(parts: Sequence[Part], *, coloured: bool) -> Text:
    text = Text()
    for part in parts:
        before, after = ("", "") if coloured else MARKS[part.kind]
        text.append(before + part.text + after, STYLES[part.kind])
    return text


@contextmanager
def _bar() -> Iterator[Watch]:
    columns = (TextColumn("copying"), BarColumn(), DownloadColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task("copying", total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)


def _print(copied: Copied, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(asdict(copied)))
    else:
        click.echo(
            f"{counted(copied.captures, 'capture')} and {counted(copied.announcements, 'announcement')} in "
            f"{counted(copied.warc_files, 'WARC file')}; {counted(copied.bytes_copied, 'byte')} of them copied now and "
            "checked"
            f"{', and the address book with its secrets' if copied.address_book else ''}."
        )
