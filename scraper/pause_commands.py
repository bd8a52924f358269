"""`kehoach portals pause` and `resume`: hold a portal back, as its webmaster may ask for."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from archive.cli import archive_option, wait_option
from archive.clock import utc
from archive.errors import UsageError
from archive.folder import ArchiveFolder
from archive.writer import writing
from scraper.options import named_portals, portals_option
from scraper.session import portal_row


@click.command()
@click.argument("name")
@click.option("--reason", required=True, help="Why; it is shown wherever the portal's state is.")
@portals_option
@wait_option
@archive_option
def pause(folder: ArchiveFolder, name: str, reason: str, portal_dirs: tuple[Path, ...], wait: float) -> None:
    """Crawl a portal no more until `resume`; what is archived stays."""
    portal = named_portals(portal_dirs, [name], folder)[0]
    reason = " ".join("".join(sign if sign.isprintable() else " " for sign in reason).split())
    if not reason:
        raise UsageError("Say why with --reason; it stands wherever the portal's state does.")
    with writing(folder, wait=wait) as writer:
        writer.put_portal(portal_row(portal))
        writer.execute("INSERT OR REPLACE INTO pause VALUES (?, ?, ?)", (name, utc(datetime.now(UTC)), reason))
    click.echo(f"{name} is held back: {reason}")


@click.command()
@click.argument("name")
@portals_option
@wait_option
@archive_option
def resume(folder: ArchiveFolder, name: str, portal_dirs: tuple[Path, ...], wait: float) -> None:
    """Crawl a portal again that was held back."""
    named_portals(portal_dirs, [name], folder)
    with writing(folder, wait=wait) as writer:
        held = writer.execute("DELETE FROM pause WHERE portal = ?", (name,)).rowcount
    click.echo(f"{name} is crawled again." if held else f"{name} was not held back.")
