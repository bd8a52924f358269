"""The commands that need the scraper: crawl, ingest, read, reread, demo, and those on portals."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click
from rich.box import SIMPLE
from rich.console import Console
from rich.progress import Progress
from rich.table import Column, Table

from archive.announcements import as_json as announcement_json
from archive.announcements import understand
from archive.cli import FAILED, JobCommand, ScheduledCommand, archive_option, cli, json_option, note, wait_option
from archive.clock import utc
from archive.commands import serve_site
from archive.errors import BrokenCaptureError, UsageError
from archive.files.commands import read_all_files, read_new_files
from archive.files.upkeep import adopt_captured_files
from archive.folder import ArchiveFolder
from archive.runlog import log_runs
from archive.writer import writing
from scraper import portal_commands
from scraper.demo import DEFAULT_PORT
from scraper.explain import as_data as explained_data
from scraper.explain import explained
from scraper.facts import Portal, choose, load_demo_portals, load_portals, portal_folders
from scraper.options import fetching_options, known_portals, portals_option
from scraper.pause_commands import held_back
from scraper.session import CrawlSession, RunReport, about_crawl

PORTS_TRIED = 10
DAY = click.DateTime(formats=["%Y-%m-%d"])


@cli.command(cls=ScheduledCommand)
@click.argument("names", nargs=-1, metavar="[NAME...]")
@click.option("--all", "everything", is_flag=True, help="Every active portal (never the demo's).")
@click.option("--since", type=DAY, help="Stop at listings older than this day.")
@click.option("--max-pages", type=click.IntRange(min=1), help="At most so many pages of each portal.")
@click.option("--first-pages", is_flag=True, help="End each listing at the first page with something known.")
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
    """Crawl portals into the archive; exit code 1 when one failed its checks, 2 when the crawl could not run.

    NAME is a portal as `kehoach portals list` shows it.
    """
    from scraper.crawl import crawl as crawl_portals
    from scraper.crawl import settings_for
    from scraper.progress import watcher_for

    portals = known_portals(portal_dirs)
    if everything == bool(names):
        raise UsageError("Name the portals to crawl, or say --all; `kehoach portals list` shows them.")
    if everything:
        chosen = [portal for portal in portals.values() if portal.state == "active" and not portal.demo]
    else:
        chosen = choose(portals, dict.fromkeys(names))
    refuse_mixture(folder, chosen)
    chosen = _without_held_back(folder, chosen, everything)
    settings = settings_for(chosen, contact, allow_private)
    about = about_crawl(settings, attachments=not no_attachments)
    with writing(folder, settings=about, wait=wait) as writer, watcher_for() as watcher:
        day = since.date() if since else None
        session = CrawlSession(writer, day, max_pages, watcher, first_pages, not no_attachments)
        session.looks = not no_revisits
        crawl_portals(chosen, session, settings)
    read = read_new_files(folder)
    _log(folder, session.reports)
    note(portals=len(session.reports), states=dict(Counter(report.state for report in session.reports)))
    if as_json:
        click.echo(json.dumps([_report_json(report) for report in session.reports], ensure_ascii=False, indent=2))
    else:
        print_summary(session.reports)
        print_files(session.reports, read)
    if any(report.state not in ("passed", "skipped") for report in session.reports):
        sys.exit(FAILED)


def _without_held_back(folder: ArchiveFolder, chosen: list[Portal], everything: bool) -> list[Portal]:
    """The portals that the operator does not hold back; raises UsageError where one of those was named."""
    held = held_back(folder, [portal.name for portal in chosen])
    for name, reason in held.items():
        told = f"{name} is held back: {reason}"
        if not everything:
            raise UsageError(f"{told}. `kehoach portals resume {name}` lets it be crawled again.")
        click.echo(told, err=True)
    return [portal for portal in chosen if portal.name not in held]


def refuse_mixture(folder: ArchiveFolder, portals: list[Portal]) -> None:
    """Demo portals and real ones never share an archive."""
    from archive.database import open_for_reading

    kinds = {portal.demo for portal in portals}
    if folder.exists():
        database = open_for_reading(folder)
        kinds |= {bool(demo) for (demo,) in database.execute("SELECT DISTINCT demo FROM portal")}
        database.close()
    if len(kinds) > 1:
        raise UsageError(f"Demo portals and real ones never share an archive; {folder.path} would hold both.")


def _log(folder: ArchiveFolder, reports: list[RunReport]) -> None:
    ended_at = utc(datetime.now(UTC))
    log_runs(folder, ({"ended_at": ended_at, **_report_json(report)} for report in reports))


def _report_json(report: RunReport) -> dict[str, Any]:
    return {
        "portal": report.portal,
        "state": report.state,
        "reason": report.reason,
        "counts": report.counts,
        "checks": [
            {"name": check.name, "passed": check.passed, "evidence": check.evidence} for check in report.checks
        ],
    }


def print_summary(reports: list[RunReport]) -> None:
    """What the crawls did, a line a portal, and why one is not to be believed."""
    numbers = ("pages", "found", "new", "changed", "same", "gone", "errors")
    columns = (Column(name, justify="right", no_wrap=True) for name in numbers)
    names = (Column("portal", overflow="fold"), Column("result", no_wrap=True))
    table = Table(*names, *columns, box=SIMPLE, collapse_padding=True, pad_edge=False)
    for report in sorted(reports, key=lambda report: report.portal):
        counted = ("requests", "articles", "new", "changed", "unchanged", "gone", "failed")
        table.add_row(report.portal, report.state, *(str(report.counts.get(name, 0)) for name in counted))
    Console().print(table)
    for report in reports:
        if report.reason:
            click.echo(f"{report.portal}: {report.reason}")
        for check in report.checks:
            if not check.passed and report.state == "interrupted":
                click.echo(f"{report.portal}: {check.name}: {check.evidence}")


def print_files(reports: list[RunReport], read: Mapping[str, int]) -> None:
    """What became of the announcements' files, in a line."""
    fetched = sum(report.counts.get("files", 0) for report in reports)
    if fetched or read:
        states = "".join(f", {number} {state}" for state, number in sorted(read.items()))
        click.echo(f"{fetched} attachments asked for{states}.")
    if read.get("empty"):
        click.echo("Scans have no text of their own; `kehoach attachments read --ocr` recognises their letters.")


@cli.command()
@click.argument("source", metavar="FILE|URL")
@click.option("--url", help="The address that the file was saved from.")
@click.option("--portal", "portal_name", help="Read with this portal's facts.")
@click.option("--explain", is_flag=True, help="Say on standard error what was considered for each field, and why.")
@click.option("--json", "told", is_flag=True, help="With --explain: say it in the JSON, as `explanation`.")
@portals_option
@fetching_options
def read(
    source: str,
    url: str | None,
    portal_name: str | None,
    explain: bool,
    told: bool,
    portal_dirs: tuple[Path, ...],
    allow_private: tuple[str, ...],
    contact: str,
) -> None:
    """Read one page and print it as JSON; nothing is stored."""
    from scraper.reading import read_page

    portal = choose(known_portals(portal_dirs), [portal_name])[0] if portal_name else None
    if source.startswith(("http://", "https://")):
        from scraper.fetch import fetch_one

        body, address, content_type, fetched_at = fetch_one(source, contact=contact, allow_private=allow_private)
    else:
        path = Path(source)
        if not path.is_file():
            raise UsageError(f"There is no file {source}; give a saved page or an address that starts with http.")
        from scraper.saved import address_of_page

        body, content_type, fetched_at = path.read_bytes(), "", None
        address = url or address_of_page(body) or path.resolve().as_uri()
    reading = read_page(
        body, url or address, content_type=content_type, fetched_at=fetched_at, portal=portal, explain=explain
    )
    if explain and not told:
        click.echo(explained(reading), err=True)
    if reading.announcement is None:
        result: dict[str, Any] = {
            "url": reading.url,
            "platform": reading.platform,
            "kind": reading.kind,
            "outcome": reading.outcome,
            "entries": [
                {"url": entry.url, "title": entry.title, "date_printed": entry.date_line} for entry in reading.entries
            ],
            "follow": [{"url": further.url, "key": further.key} for further in reading.follow],
            "flags": list(reading.flags),
        }
    else:
        result = announcement_json(understand(reading.announcement, portal=portal_name, fetched_at=fetched_at))
    if explain and told:
        result["explanation"] = explained_data(reading)
    click.echo(json.dumps(result, ensure_ascii=False, indent=2))
    if reading.outcome != "read":
        click.echo(f"This page was not read: {reading.outcome}.", err=True)
        sys.exit(FAILED)


@cli.command(cls=JobCommand)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path))
@portals_option
@wait_option
@json_option
@archive_option
def ingest(
    folder: ArchiveFolder, paths: tuple[Path, ...], portal_dirs: tuple[Path, ...], wait: float, as_json: bool
) -> None:
    """Take in WARC and WACZ files, or folders of pages that others saved; safe to repeat."""
    from scraper.ingest import NOT_TAKEN_IN, Ingest, sources

    found = list(sources(paths))
    with writing(folder, wait=wait) as writer, bar() as progress:
        ingesting = Ingest(writer, load_portals(portal_folders(portal_dirs)))
        for source in found:
            task = progress.add_task(source.name, total=None if source.is_dir() else source.stat().st_size)
            ingesting.take_in(source, lambda _, done, task=task: progress.update(task, completed=done))  # type: ignore[misc]
            progress.remove_task(task)
        task = progress.add_task("what came again", total=None)
        ingesting.take_in_repeats(lambda _, done: progress.update(task, completed=done))
        if files := adopt_captured_files(writer):
            ingesting.counts["attachments"] = files
        ingesting.conclude()
    read_new_files(folder)
    note(counts=dict(ingesting.counts))
    print_counts(dict(ingesting.counts), as_json)
    if any(ingesting.counts[kind] for kind in NOT_TAKEN_IN):
        sys.exit(FAILED)


@cli.command(cls=JobCommand)
@click.option("--portal", help="Only this portal's captures.")
@portals_option
@wait_option
@json_option
@archive_option
def reread(
    folder: ArchiveFolder, portal: str | None, portal_dirs: tuple[Path, ...], wait: float, as_json: bool
) -> None:
    """Read the captures, pages and files, again with today's readers; no portal is touched."""
    from scraper.reread import reread as read_again

    folder.require()
    if missing := folder.missing_captures():
        raise BrokenCaptureError(missing)
    with writing(folder, wait=wait) as writer, bar() as progress:
        task = progress.add_task("captures", total=None)
        counts = read_again(
            writer,
            known_portals(portal_dirs),
            portal,
            lambda done, total: progress.update(task, completed=done, total=total),
        )
    counts.update({f"files {state}": number for state, number in read_all_files(folder, portal).items()})
    note(counts=dict(counts))
    print_counts(dict(counts), as_json)


@cli.command()
@click.option("--port", default=8001, show_default=True, help="Where the archive is served.")
@click.option(
    "--demo-port",
    type=int,
    help=f"Where the demo portals are played. [default: where this archive knows them, else the first free from "
    f"{DEFAULT_PORT} on]",
)
@click.option("--no-serve", is_flag=True, help="End after the crawl.")
@click.option(
    "--archive",
    "path",
    default="data-demo",
    show_default=True,
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The demo's own archive.",
)
def demo(port: int, demo_port: int | None, no_serve: bool, path: Path) -> None:
    """Play five made-up portals on this machine, crawl them, and serve the archive of them."""
    from scraper.crawl import crawl as crawl_portals
    from scraper.crawl import settings_for
    from scraper.demo.server import play_on_one_of
    from scraper.progress import watcher_for

    folder = ArchiveFolder(path)
    with ExitStack() as stack:
        ports = [demo_port] if demo_port is not None else ports_of_demo(folder)
        try:
            playing = play_on_one_of(ports, stack)
        except OSError as error:
            raise UsageError(
                f"The demo portals need port {ports[0]} on 127.0.0.2 to 127.0.0.6 ({error.strerror}); "
                "end what holds it, or choose another with --demo-port and a new folder with --archive."
            ) from error
        portals = list(load_demo_portals(playing.port).values())
        refuse_mixture(folder, portals)
        click.echo(f"Five demo portals play on {', '.join(playing.origins)}. Nothing in them is real.")
        settings = settings_for(portals, "", playing.origins)
        with writing(folder, settings=about_crawl(settings)) as writer, watcher_for() as watcher:
            session = CrawlSession(writer, watcher=watcher)
            crawl_portals(portals, session, settings)
        read = read_new_files(folder)
        _log(folder, session.reports)
        print_summary(session.reports)
        print_files(session.reports, read)
        if any(report.state != "passed" for report in session.reports):
            sys.exit(FAILED)
        if not no_serve:
            serve_site(folder, "127.0.0.1", port)


def ports_of_demo(folder: ArchiveFolder) -> Sequence[int]:
    """Where the demo portals may play: an archive of them goes on under the addresses that it knows."""
    from archive.database import open_for_reading

    if folder.exists():
        database = open_for_reading(folder)
        known = database.execute("SELECT url FROM capture ORDER BY id LIMIT 1").fetchone()
        database.close()
        if known and (port := urlsplit(known[0]).port):
            return [port]
    return range(DEFAULT_PORT, DEFAULT_PORT + PORTS_TRIED)


def bar() -> Progress:
    """A progress bar on standard error that leaves no trace in a log."""
    return Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty())


def print_counts(counts: dict[str, int], as_json: bool) -> None:
    """What was done, as numbers."""
    if as_json:
        click.echo(json.dumps(counts, ensure_ascii=False))
    else:
        click.echo(", ".join(f"{number} {what}" for what, number in counts.items()) or "Nothing was found.")


cli.add_command(portal_commands.portals)
