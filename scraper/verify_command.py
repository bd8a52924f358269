"""`kehoach verify`: rows against each other, records against rows, and what is stored against what pages give again."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from functools import partial
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress

from archive.cli import FAILED, JobCommand, archive_option, json_option, note
from archive.coherence import Fault
from archive.counted import counted
from archive.database import open_for_reading, plain_errors
from archive.folder import ArchiveFolder
from archive.verify import verify as find_faults
from scraper.options import known_portals, portals_option

SOUND = (
    "No fault found: records agree with their digests and rows; announcements, earlier states, named papers and what "
    "lists say with what the captures give when they are read again; files with their digests; the index with the "
    "texts. Of the ledger, removals, times and what files say only contradictions were looked for."
)
_WHOSE = re.compile(r"(?:(?:the record|what stands) at )?(?:[a-z2-7]{16}|https?://\S+?|\S+\.warc\.gz:\d+)(?=:?\s)")
"""How a fault begins that is of an announcement, an address or a record."""


def lines_of(faults: Iterable[Fault]) -> list[str]:
    """A line for each record, address or announcement of which there are faults, with the first of them.

    One wrong cell contradicts several others, and each says so.
    """
    found: dict[str, list[Fault]] = {}
    for fault in faults:
        whose = _WHOSE.match(fault.what)
        found.setdefault(whose[0] if whose else fault.what, []).append(fault)
    return [
        f"{first.part}: {first.what}{f' (and {len(others)} more of it)' if others else ''}"
        for first, *others in found.values()
    ]


@click.command(cls=JobCommand)
@portals_option
@json_option
@archive_option
def verify(folder: ArchiveFolder, portal_dirs: tuple[Path, ...], as_json: bool) -> None:
    """Check that everything is what it says: records and rows, what pages give when they are read again, the index."""
    from scraper.proof import Proof

    portals = known_portals(portal_dirs)
    database = open_for_reading(folder)
    folder.refuse_public_copy(database.table_names())
    with plain_errors(folder), Progress(console=Console(stderr=True), transient=True) as progress:
        database.execute("BEGIN")
        proof = Proof(folder, database, portals)

        def found() -> Iterator[Fault]:
            for part, look in (("captures", partial(find_faults, folder, database)), ("pages", proof.faults)):
                task = progress.add_task(part, total=None)
                yield from look(lambda done, total, task=task: progress.update(task, completed=done, total=total))  # type: ignore[misc]

        faults, remarks = list(found()), list(proof.remarks())
        counts = {
            table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
            for table in ("capture", "announcement", "mention", "attachment")
        }
        database.execute("ROLLBACK")
    note(counts=counts, faults=len(faults), remarks=len(remarks))
    if as_json:
        told = {"counts": counts, "faults": [asdict(fault) for fault in faults], "remarks": remarks}
        click.echo(json.dumps(told, ensure_ascii=False))
    else:
        click.echo(", ".join(counted(number, table) for table, number in counts.items()) + " checked.")
        lines = lines_of(faults)
        for line in (*lines, *remarks):
            click.echo(line)
        more = f", told in {counted(len(lines), 'line')}; --json tells each" if len(lines) < len(faults) else ""
        click.echo(SOUND if not faults else f"{counted(len(faults), 'fault')} found{more}.")
    if faults:
        note(error=f"{counted(len(faults), 'fault')} found; the first: {faults[0].part}: {faults[0].what}")
        sys.exit(FAILED)
