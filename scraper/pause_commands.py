"""`kehoach portals pause` and `resume`: hold a portal back, as its webmaster may ask for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import click

from archive.cli import archive_option, wait_option
from archive.clock import utc
from archive.database import open_for_reading
from archive.errors import UsageError
from archive.folder import ArchiveFolder
from archive.writer import writing
from scraper.facts import choose
from scraper.options import known_portals, portals_option
from scraper.portal_commands import portals
from scraper.session import portal_row


@portals.command()
@click.argument("name")
@click.option("--reason", required=True, help="Why; it is shown wherever the portal's state is.")
@portals_option
@wait_option
@archive_option
def pause(folder: ArchiveFolder, name: str, reason: str, portal_dirs: tuple[Path, ...], wait: float) -> None:
    """Crawl a portal no more until `resume`; what is archived stays."""
    portal = choose(known_portals(portal_dirs), [name])[0]
    reason = " ".join("".join(sign if sign.isprintable() else " " for sign in reason).split())
    if not reason:
        raise UsageError("Say why with --reason; it stands wherever the portal's state does.")
    with writing(folder, wait=wait) as writer:
        writer.put_portal(portal_row(portal))
        writer.execute("INSERT OR REPLACE INTO pause VALUES (?, ?, ?)", (name, utc(datetime.now(UTC)), reason))
    click.echo(f"{name} is held back: {reason}")


@portals.command()
@click.argument("name")
@portals_option
@wait_option
@archive_option
def resume(folder: ArchiveFolder, name: str, portal_dirs: tuple[Path, ...], wait: float) -> None:
    """Crawl a portal again that was held back."""
    choose(known_portals(portal_dirs), [name])
    with writing(folder, wait=wait) as writer:
        held = writer.execute("DELETE FROM pause WHERE portal = ?", (name,)).rowcount
    click.echo(f"{name} is crawled again." if held else f"{name} was not held back.")


def held_back(folder: ArchiveFolder, names: Iterable[str]) -> dict[str, str]:
    """Those of the portals that are held back, and why."""
    if not folder.exists():
        return {}
    database = open_for_reading(folder)
    held = dict(database.execute("SELECT portal, reason FROM pause").fetchall())
    database.close()
    return {name: held[name] for name in names if name in held}
