"""`kehoach holes`: numbers that are missing from dense series."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import click

from archive.cli import archive_option, cli
from archive.database import open_for_reading, plain_errors
from archive.folder import ArchiveFolder
from archive.holes import Stretch, find_holes

COLUMNS = (
    "agency", "type", "period", "missing", "before", "before_dated", "behind", "behind_dated", "known", "density",
)  # fmt: skip


@cli.command()
@click.option("--agency", help='Only this issuing agency: "Ủy ban nhân dân tỉnh Kon Tum".')
@click.option("--period", help="Only this year, or congress term (2020-2025).")
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@archive_option
def holes(folder: ArchiveFolder, agency: str | None, period: str | None, form: str, as_json: bool) -> None:
    """List the numbers that are missing from an agency's papers, where its series is dense: 41, 42, 44 → 43.

    How an agency numbers is taken from the archive's own data; where a series is thin nothing is claimed.
    """
    with plain_errors(folder):
        database = open_for_reading(folder)
        stretches = find_holes(database, agency=agency, period=period)
        database.close()
    if as_json or form == "json":
        click.echo(json.dumps(list(hole_rows(stretches)), ensure_ascii=False, indent=2))
    elif form == "csv":
        writer = csv.DictWriter(sys.stdout, COLUMNS)
        writer.writeheader()
        writer.writerows(hole_rows(stretches))
    else:
        _print(stretches)


def hole_rows(stretches: Sequence[Stretch]) -> Iterator[dict[str, Any]]:
    """One row a missing number, with the known papers before and behind it."""
    for stretch in stretches:
        for place in stretch.missing:
            before, behind = stretch.neighbours(place)
            yield dict(
                zip(
                    COLUMNS,
                    (
                        stretch.agency, stretch.type, stretch.period, place, before.number, before.dated,
                        behind.number, behind.dated, len(stretch.known), round(stretch.density, 2),
                    ),
                    strict=True,
                )
            )  # fmt: skip


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
