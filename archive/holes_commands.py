"""`kehoach holes`: numbers that are missing from dense series."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import cast

import click

from archive.cli import archive_option, cli
from archive.database import open_for_reading, plain_errors
from archive.export import Format
from archive.folder import ArchiveFolder
from archive.holes import Stretch, find_holes, holes_of, write_holes


@cli.command()
@click.option("--agency", help='Only this issuing agency: "Ủy ban nhân dân tỉnh Kon Tum".')
@click.option("--period", help="Only this year, or congress term (2020-2025).")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "jsonl", "csv"]), default="text", show_default=True
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@archive_option
def holes(folder: ArchiveFolder, agency: str | None, period: str | None, form: str, as_json: bool) -> None:
    """List the numbers that are missing from an agency's papers, where its series is dense: 41, 42, 44 → 43.

    How an agency numbers is taken from the archive's own data; where a series is thin nothing is claimed. For the
    operator's eyes: neighbours that are withheld are named; `kehoach export --holes` leaves them out.
    """
    with plain_errors(folder):
        database = open_for_reading(folder)
        stretches = find_holes(database, agency=agency, period=period)
        database.close()
    if as_json or form != "text":
        write_holes(holes_of(stretches), sys.stdout.buffer, "json" if as_json else cast(Format, form))
    else:
        _print(stretches)


def _print(stretches: Sequence[Stretch]) -> None:
    for stretch in stretches:
        series = stretch.type or "all types in one series"
        click.echo(
            f"{stretch.agency}, {series}, {stretch.period}: {stretch.first} to {stretch.last}, "
            f"{stretch.density:.0%} known, missing: {', '.join(map(str, stretch.missing))}"
        )
        for place in stretch.missing:
            before, behind = stretch.neighbours(place)
            days = f"{before.dated or 'undated'} and {behind.dated or 'undated'}"
            click.echo(f"  {place}: between {before.number} and {behind.number}, {days}")
    if not stretches:
        click.echo("No series is dense enough to say that a number is missing.")
