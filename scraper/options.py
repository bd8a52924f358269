"""Options that several commands of the scraper share."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any, TypeVar

import click

from archive.contact import option_of_contact
from archive.database import open_for_reading
from archive.folder import ArchiveFolder
from scraper.facts import Portal, choose, load_demo_portals, load_portals, portal_folders

Command = TypeVar("Command", bound=Callable[..., Any])


def portals_option(command: Command) -> Command:
    """`--portals DIR`, on every command that knows portals."""
    return click.option(
        "--portals",
        "portal_dirs",
        metavar="DIR",
        multiple=True,
        type=click.Path(path_type=Path),
        help="A further folder of portal facts (repeatable; also KEHOACH_PORTALS).",
    )(command)


def fetching_options(command: Command) -> Command:
    """The options of every command that fetches."""
    command = click.option(
        "--allow-private",
        metavar="HOST:PORT",
        multiple=True,
        help="Open exactly this private address and port (repeatable).",
    )(command)
    return click.option(
        "--contact",
        envvar="KEHOACH_CONTACT",
        default="",
        callback=option_of_contact,
        metavar="MAIL|URL",
        help="Where a webmaster can write to you; it stands in the User-Agent. [env: KEHOACH_CONTACT]",
    )(command)


def known_portals(portal_dirs: tuple[Path, ...]) -> dict[str, Portal]:
    """Every portal that the command may name: packaged, of further folders, and the demo's."""
    return load_portals(portal_folders(portal_dirs)) | load_demo_portals()


def named_portals(
    portal_dirs: tuple[Path, ...], names: Collection[str], folder: ArchiveFolder | None = None
) -> list[Portal]:
    """The portals that are named; raises UnknownPortalError, which says where the archive in `folder` holds one.

    Files of other portals are not read.
    """
    folders = portal_folders(portal_dirs)
    portals = load_portals(folders, names) | load_demo_portals(names=names)
    if portals.keys() >= set(names):
        return choose(portals, names)
    return choose(known_portals(portal_dirs), names, archived_portals(folder) if folder else ())


def archived_portals(folder: ArchiveFolder) -> frozenset[str]:
    """The names of the portals that an archive holds; none where there is no archive."""
    if not folder.exists() or folder.is_only_read:
        return frozenset()
    database = open_for_reading(folder)
    names = frozenset(name for (name,) in database.execute("SELECT name FROM portal"))
    database.close()
    return names
