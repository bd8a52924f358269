"""`kehoach schedule`: install, show and remove the jobs of an archive."""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path
from typing import Any

import click

from archive.cli import archive_option, cli
from archive.contact import option_of_contact
from archive.counted import counted
from archive.errors import UsageError
from archive.folder import ArchiveFolder
from archive.schedule import installing
from archive.schedule.cron import cron_lines
from archive.schedule.installing import Manager
from archive.schedule.jobs import Place, jobs
from archive.schedule.units import units

FOLDER = click.Path(file_okay=False, path_type=Path)
USER_NAME = re.compile(r"[A-Za-z_][\w.-]*\$?", re.ASCII)
"""What systemd and cron take for a user."""


@cli.group()
def schedule() -> None:
    """Run the crawl and all that follows by itself: systemd timers, or cron where there is no systemd."""


def place_options(command: Any) -> Any:
    """What the jobs need to know, the same for installing and showing."""
    for option in (
        click.option(
            "--contact",
            envvar="KEHOACH_CONTACT",
            default="",
            callback=option_of_contact,
            help="Your address, for the User-Agent.",
        ),
        click.option("--publish", type=FOLDER, help="Publish a public copy there after each crawl."),
        click.option("--backup", type=FOLDER, help="Back the archive up there each week."),
        click.option("--portals", type=FOLDER, multiple=True, help="A further folder of portal facts."),
        click.option("--system/--user", "is_system", default=None, help="Whose units. [default: system for root]"),
        click.option("--as", "run_as", default="kehoach", show_default=True, help="The user that runs system units."),
        click.option("--cron", is_flag=True, help="cron lines, even where there is systemd."),
        click.option("--root", type=FOLDER, hidden=True, help="Another system's file tree."),
        archive_option,
    ):
        command = option(command)
    return command


@schedule.command()
@place_options
def install(folder: ArchiveFolder, is_system: bool | None, cron: bool, root: Path | None, **facts: Any) -> None:
    """Install and start the jobs: first pages three times a day, second looks at night, and what follows from them.

    Run again, it replaces the jobs that were there, also those that these options no longer ask for.
    """
    system = _is_system(is_system)
    manager = Manager(system, root)
    place, user = _place(folder, **facts)
    if system:
        installing.make_folders((place.archive, place.publish, place.backup), user, root)
    if cron or not installing.has_systemd():
        lines = cron_lines(place, jobs(place), user=user if system else None)
        if installing.has_systemd():
            installing.remove_units(manager)
        click.echo(f"The jobs stand in {installing.install_cron(lines, is_system=system, root=root)}.")
        return
    files = units(place, jobs(place), user=user if system else None)
    installing.remove_cron(is_system=system, root=root)
    for file in installing.install_units(manager, files):
        click.echo(str(file))
    timers = f"systemctl {'' if system else '--user '}list-timers 'kehoach-*'"
    click.echo(f"Enabled. `kehoach schedule show` prints them, `{timers}` says when they run.")
    if not system:
        click.echo("They run while you are logged in; `loginctl enable-linger` lets them run always.")


@schedule.command()
@place_options
def show(folder: ArchiveFolder, is_system: bool | None, cron: bool, root: Path | None, **facts: Any) -> None:
    """Print the jobs that are installed, or else those that `install` would install with these options."""
    system = _is_system(is_system)
    files = {str(file): file.read_text("utf-8") for file in installing.installed_units(Manager(system, root))}
    if lines := installing.installed_cron(is_system=system, root=root):
        files["crontab"] = lines
    if not files:
        facts["contact"] = facts["contact"] or "CONTACT"
        place, run_as = _place(folder, **facts)
        user = run_as if system else None
        by_cron = cron or not installing.has_systemd()
        files = (
            {"crontab": cron_lines(place, jobs(place), user=user)} if by_cron else units(place, jobs(place), user=user)
        )
        click.echo("# Not installed yet; this is what `kehoach schedule install` would install.\n")
    for name, text in files.items():
        click.echo(f"# {name}\n{text}")


@schedule.command()
@click.option("--system/--user", "is_system", default=None, help="Whose units. [default: system for root]")
@click.option("--root", type=FOLDER, hidden=True, help="Another system's file tree.")
def remove(is_system: bool | None, root: Path | None) -> None:
    """Stop and remove the jobs; the archive stays as it is."""
    system = _is_system(is_system)
    files = installing.remove_units(Manager(system, root)) if installing.has_systemd() else []
    had_cron = installing.remove_cron(is_system=system, root=root)
    click.echo(f"{counted(len(files), 'unit file')}{' and the cron lines' if had_cron else ''} removed.")


def _is_system(chosen: bool | None) -> bool:
    return os.geteuid() == 0 if chosen is None else chosen


def _place(
    folder: ArchiveFolder,
    contact: str,
    publish: Path | None,
    backup: Path | None,
    portals: tuple[Path, ...],
    run_as: str,
) -> tuple[Place, str]:
    if not contact:
        raise UsageError("Scheduled crawls must say who they are: name your address with --contact or KEHOACH_CONTACT.")
    if not USER_NAME.fullmatch(run_as):
        raise UsageError(f"{run_as!r} is no name of a user; name one with --as.")
    program = Path(shutil.which("kehoach", path=str(Path(sys.executable).parent)) or sys.argv[0]).resolve()
    resolved = [path.resolve() if path else None for path in (publish, backup)]
    further = tuple(path.resolve() for path in portals)
    place = Place(program, folder.path.resolve(), contact, further, *resolved)
    for value in map(str, filter(None, (program, place.archive, *further, *resolved))):
        if not value.isprintable():
            raise UsageError(
                f"{value!r} holds a line break or another control character; units and cron take one line."
            )
    if Path("/") in (place.archive, place.publish, place.backup):
        raise UsageError("The jobs may not write to all of /; name a folder of its own for each of them.")
    return place, run_as
