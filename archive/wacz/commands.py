"""`kehoach captures`: what the archive holds of an address, one capture as it came, and captures as WACZ."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click
from rich.box import SIMPLE
from rich.console import Console
from rich.progress import Progress
from rich.table import Column, Table

from archive.cli import archive_option, cli, json_option
from archive.counted import counted
from archive.database import open_for_reading, plain_errors
from archive.errors import UsageError
from archive.folder import ArchiveFolder
from archive.naming import uid_of
from archive.search.known import known_portal
from archive.site.captures import as_text, find_capture, payload, visible_words
from archive.tables import print_table
from archive.wacz.package import write_wacz
from archive.wacz.selection import choose, told

FILE = click.Path(path_type=Path, dir_okay=False)
_LIST = """
SELECT c.id, c.fetched_at, c.status, c.media_type, c.method, c.url, c.portal, c.digest, c.revisit_of, c.file, c.offset,
    c.length
FROM capture c WHERE (?1 IS NULL OR c.portal = ?1) AND (?2 IS NULL OR c.url = ?2) AND (?3 IS NULL OR c.url IN (
    SELECT d.url FROM address d JOIN announcement a ON a.id = d.announcement WHERE a.uid = ?3
    UNION SELECT f.url FROM attachment f JOIN announcement a ON a.id = f.announcement WHERE a.uid = ?3))
ORDER BY c.fetched_at DESC, c.id DESC LIMIT ?4
"""


@cli.group()
def captures() -> None:
    """What was fetched, as it came: list and show captures, hand them out as WACZ, move their files."""


@captures.command("list")
@click.option("--portal", help="Only this portal.")
@click.option("--url", help="Only this address.")
@click.option("--id", "uid", metavar="ID", help="Only this announcement (id or address) and its files.")
@click.option("--limit", type=click.IntRange(1), default=100, show_default=True)
@json_option
@archive_option
def list_captures(
    folder: ArchiveFolder, portal: str | None, url: str | None, uid: str | None, limit: int, as_json: bool
) -> None:
    """Show captures, newest first."""
    with plain_errors(folder):
        database = open_for_reading(folder)
        uid = uid_of(database, uid) if uid else None
        cursor = database.execute(_LIST, (known_portal(database.conn, portal), url, uid, limit))
        names = [column[0] for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    table = Table(Column("id", justify="right"), "fetched", "status", "type", "address", box=SIMPLE)
    for row in rows:
        kind = "unchanged" if row["revisit_of"] else row["media_type"] or ""
        table.add_row(str(row["id"]), row["fetched_at"][:19] + "Z", str(row["status"]), kind, row["url"])
    print_table(table)


@captures.command()
@click.argument("number", type=int, metavar="ID")
@click.option("-o", "--output", type=FILE, help="Write the payload to this file, without its content coding.")
@archive_option
def show(folder: ArchiveFolder, number: int, output: Path | None) -> None:
    """Print one capture: status, headers, and the words of a page."""
    with plain_errors(folder):
        found = find_capture(open_for_reading(folder).conn, number)
    if found is None:
        raise UsageError(f"There is no capture {number}; `kehoach captures list` shows them.")
    capture, holder = found
    response, body = payload(folder, holder)
    if output is not None:
        output.write_bytes(body)
        click.echo(f"{counted(len(body), 'byte')} of {capture.url}", err=True)
        return
    click.echo(f"{capture.url}\n{capture.fetched_at}  {capture.digest}\nHTTP {capture.status}")
    if holder.id != capture.id:
        click.echo(f"unchanged since capture {holder.id} of {holder.fetched_at}")
    click.echo("".join(f"{name}: {value}\n" for name, value in response.headers))
    if holder.is_text:
        source = as_text(response, body)
        lines = visible_words(source) if "html" in (holder.media_type or "html") else source.splitlines()
        click.echo("\n".join(lines))
    else:
        click.echo(f"{counted(len(body), 'byte')}; -o FILE writes them.")


@captures.command("export")
@click.argument("uids", nargs=-1, metavar="[ID...]")
@click.option("--portal", help="Everything of this portal.")
@click.option("-o", "--output", type=FILE, required=True, help="The WACZ file to write.")
@json_option
@archive_option
def export_captures(
    folder: ArchiveFolder, uids: tuple[str, ...], portal: str | None, output: Path, as_json: bool
) -> None:
    """Write the captures that prove announcements as WACZ: pages, files, redirects, listings.

    ID is an announcement's id, as `kehoach search --json` and its page show it, or its address. What is withheld stays
    sealed.
    """
    if bool(uids) == bool(portal):
        raise UsageError("Name announcements by their ids, or a portal with --portal.")
    if output.suffix.lower() != ".wacz":
        raise UsageError(f"{output.name} does not end in .wacz, by which replay tools know it.")
    bar = Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty())
    with plain_errors(folder), bar as progress:
        task = progress.add_task("captures", total=None)
        chosen = choose(folder, uids, portal)
        several = f"Kế hoạch: {portal or f'{len(uids)} announcements'}"
        title = chosen.pages[0].title if len(chosen.pages) == 1 else several
        written = write_wacz(
            folder,
            chosen,
            output,
            title=title,
            watch=lambda done, total: progress.update(task, completed=done, total=total),
        )
    if as_json:
        click.echo(json.dumps(asdict(written)))
        return
    held = f"{counted(written.captures, 'capture')}, {counted(written.pages, 'page')}"
    click.echo(f"{held}, {counted(written.bytes, 'byte')} in {output}.")
    if written.sealed:
        click.echo(f"{counted(written.sealed, 'capture')} kept sealed: {told(written.reasons)}.", err=True)
    if written.pages == 0:
        click.echo("No page of an announcement is among them.", err=True)
        sys.exit(1)
