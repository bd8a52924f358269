"""`kehoach crawl`, in a module of its own: it runs by schedule, several times a day, and loads nothing but this."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Mapping, Set
from datetime import UTC, datetime
from pathlib import Path
from signal import SIGINT
from typing import Any

import click
from rich.box import SIMPLE
from rich.table import Column, Table

from archive.cli import DAY, FAILED, ScheduledCommand, archive_option, cli, json_option, note, wait_option
from archive.clock import utc
from archive.counted import counted
from archive.database import open_for_reading
from archive.errors import UsageError
from archive.files.pending import read_new_files
from archive.folder import ArchiveFolder
from archive.runlog import log_runs
from archive.start import BY_SIGNAL
from archive.tables import print_table
from archive.writer import writing
from scraper.facts import Portal
from scraper.options import fetching_options, known_portals, named_portals, portals_option
from scraper.session import CrawlSession, RunReport, about_crawl, not_ahead

_ATTACHMENTS = """
SELECT coalesce(x.state, 'not fetched'), count(*), count(DISTINCT f.file)
FROM attachment f LEFT JOIN file x ON x.digest = f.file GROUP BY 1
"""


@cli.command(cls=ScheduledCommand)
@click.argument("names", nargs=-1, metavar="[NAME...]")
@click.option("--all", "everything", is_flag=True, help="Every active portal (never the demo's).")
@click.option("--since", type=DAY, help="Stop at listings older than this day, as in 2026-01-31.")
@click.option("--max-pages", type=click.IntRange(min=1), help="At most so many pages of each portal.")
@click.option("--first-pages", is_flag=True, help="End each listing at the first page whose last entry is known.")
@click.option("--no-attachments", is_flag=True, help="List the files of announcements without fetching them.")
@click.option("--no-revisits", is_flag=True, help="Look at nothing again that is known; only for what is new.")
@portals_option
@fetching_options
@wait_option
@json_option
@archive_option
def crawl(
    folder: ArchiveFolder,
    names: tuple[str, ...],
    everything: bool,
    since: datetime | None,
    max_pages: int | None,
    first_pages: bool,
    no_attachments: bool,
    no_revisits: bool,
    portal_dirs: tuple[Path, ...],
    allow_private: tuple[str, ...],
    contact: str,
    wait: float,
    as_json: bool,
) -> None:
    """Crawl portals into the archive; exit code 1 when one failed its checks, 2 when the crawl could not run,
    130 when Ctrl-C stopped it, 143 when SIGTERM did.

    NAME is a portal as `kehoach portals list` shows it.

    The table at the end counts the pages fetched, the announcements read, those of them that are new, changed or the
    same as before, those that are gone, and the addresses that failed.
    """
    from scraper.crawl import crawl as crawl_portals
    from scraper.crawl import settings_for
    from scraper.progress import watcher_for

    if everything == bool(names):
        raise UsageError("Name the portals to crawl, or say --all; `kehoach portals list` shows them.")
    day = not_ahead(since.date() if since else None)
    if everything:
        portals = known_portals(portal_dirs).values()
        chosen = [portal for portal in portals if portal.state == "active" and not portal.demo]
    else:
        chosen = named_portals(portal_dirs, dict.fromkeys(names), folder)
    refuse_mixture(folder, {portal.demo for portal in chosen})
    chosen = without_held_back(folder, chosen, everything)
    settings = settings_for(chosen, contact, allow_private)
    about = about_crawl(settings, attachments=not no_attachments)
    with writing(folder, settings=about, wait=wait) as writer, watcher_for() as watcher:
        session = CrawlSession(writer, day, max_pages, watcher, first_pages, not no_attachments)
        session.looks = not no_revisits
        crawl_portals(chosen, session, settings)
    note(portals=len(session.reports), states=dict(Counter(report.state for report in session.reports)))
    if code := conclude(folder, session, as_json=as_json):
        sys.exit(code)


def conclude(folder: ArchiveFolder, session: CrawlSession, *, as_json: bool = False) -> int:
    """Read the files that came, log and print what the crawls did; returns the exit code of it.

    That says whether all passed their checks, one did not, or a signal stopped one, and which.
    """
    reports = session.reports
    read = read_new_files(folder)
    log_reports(folder, reports)
    if as_json:
        click.echo(json.dumps([_report_json(report) for report in reports], ensure_ascii=False, indent=2))
    else:
        print_summary(reports)
        print_files(reports, read)
        print_holdings(folder)
    if any(report.stopped for report in reports):
        return BY_SIGNAL + (session.stopped_by or SIGINT)
    return 0 if all(report.state in ("passed", "skipped") for report in reports) else FAILED


def without_held_back(folder: ArchiveFolder, chosen: list[Portal], everything: bool) -> list[Portal]:
    """The portals that the operator does not hold back; raises UsageError where one of those was named."""
    held = _reasons_to_wait(folder)
    for name, reason in ((portal.name, held[portal.name]) for portal in chosen if portal.name in held):
        told = f"{name} is held back: {reason}"
        if not everything:
            raise UsageError(f"{told}. `kehoach portals resume {name}` lets it be crawled again.")
        click.echo(told, err=True)
    return [portal for portal in chosen if portal.name not in held]


def _reasons_to_wait(folder: ArchiveFolder) -> dict[str, str]:
    """Why portals are held back, by their names."""
    if not folder.exists():
        return {}
    database = open_for_reading(folder)
    held: dict[str, str] = dict(database.execute("SELECT portal, reason FROM pause").fetchall())
    database.close()
    return held


def refuse_mixture(folder: ArchiveFolder, kinds: Set[bool]) -> None:
    """Demo portals and real ones never share an archive; `kinds` are whether those that come are the demo's."""
    if folder.exists() and not folder.is_only_read:
        database = open_for_reading(folder)
        kinds |= {bool(demo) for (demo,) in database.execute("SELECT DISTINCT demo FROM portal")}
        database.close()
    if len(kinds) > 1:
        raise UsageError(f"Demo portals and real ones never share an archive; {folder.path} would hold both.")


def log_reports(folder: ArchiveFolder, reports: list[RunReport]) -> None:
    """Leave a line of each crawl in the archive's log of runs."""
    ended_at = utc(datetime.now(UTC))
    log_runs(folder, ({"ended_at": ended_at, **_report_json(report)} for report in reports))


def _report_json(report: RunReport) -> dict[str, Any]:
    return {
        "portal": report.portal,
        "state": report.state,
        "reason": report.reason,
        "counts": report.counts,
        "checks": [{"name": check.name, "passed": check.passed, "evidence": check.evidence} for check in report.checks],
    }


def print_summary(reports: list[RunReport]) -> None:
    """What the crawls did, a line a portal, and why one is not to be believed, in a sentence."""
    from scraper.verdict import no_network, verdict

    numbers = ("pages", "read", "new", "changed", "same", "gone", "errors")
    columns = (Column(name, justify="right", no_wrap=True) for name in numbers)
    names = (Column("portal"), Column("result", no_wrap=True))
    table = Table(*names, *columns, box=SIMPLE, collapse_padding=True, pad_edge=False)
    for report in sorted(reports, key=lambda report: report.portal):
        counted = ("pages", "articles", "new", "changed", "unchanged", "gone", "failed")
        table.add_row(report.portal, report.state, *(str(report.counts.get(name, 0)) for name in counted))
    print_table(table)
    if (told := no_network(reports)) is not None:
        click.echo(told)
        return
    for report in reports:
        if report.state == "failed":
            click.echo(f"{report.portal}: {verdict(report)}")
        elif report.reason:
            click.echo(f"{report.portal}: {report.reason}")
        for check in report.checks:
            if not check.passed and report.state == "interrupted":
                click.echo(f"{report.portal}: {check.name}: {check.evidence}")


def print_files(reports: list[RunReport], read: Mapping[str, int]) -> None:
    """What became of the announcements' files in these crawls, in a line; those of several announcements count once."""
    counts = Counter[str]()
    for report in reports:
        counts.update(report.counts)
    told = [f"{counted(sum(read.values()), 'new file')} ({_listed(read)})"] if read else []
    if unchanged := counts["files not modified"]:
        told.append(f"{unchanged} unchanged")
    if missed := counts["files failed"] + counts["files missing"]:
        told.append(f"{missed} that did not come")
    if told:
        click.echo(f"Attachments: {', '.join(told)}.")
    if read.get("empty"):
        click.echo("Scans have no text of their own; `kehoach attachments read --ocr` recognises their letters.")


def print_holdings(folder: ArchiveFolder) -> None:
    """How much the archive holds now, whatever this crawl added; attachments as `attachments list` counts them."""
    database = open_for_reading(folder)
    held, portals = database.execute("SELECT count(*), count(DISTINCT portal) FROM announcement").fetchone()
    attachments = database.execute(_ATTACHMENTS).fetchall()
    database.close()
    attached = ""
    if attachments:
        states = {state: number for state, number, _ in attachments}
        files = counted(sum(different for _, _, different in attachments), "different file")
        attached = f" and {counted(sum(states.values()), 'attachment')} of theirs, {files}: {_listed(states)}"
    click.echo(f"The archive holds {counted(held, 'announcement')} of {counted(portals, 'portal')}{attached}.")


def _listed(states: Mapping[str, int]) -> str:
    """What came of files, the most first."""
    return ", ".join(f"{number} {state}" for state, number in sorted(states.items(), key=lambda one: (-one[1], one[0])))
