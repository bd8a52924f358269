"""The commands that need the scraper beside `crawl`: ingest, read, reread, verify, demo, and those on portals."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click
from rich.console import Console
from rich.progress import Progress

from archive.announcements import as_json as announcement_json
from archive.announcements import understand
from archive.cli import FAILED, JobCommand, archive_option, cli, json_option, note, wait_option
from archive.commands import serve_site
from archive.errors import BrokenCaptureError, UsageError
from archive.files.pending import read_all_files, read_new_files
from archive.files.upkeep import adopt_captured_files
from archive.folder import ArchiveFolder
from archive.search.known import known_portal
from archive.writer import writing
from scraper import pause_commands, portal_commands
from scraper.crawl_command import refuse_mixture
from scraper.demo import DEFAULT_PORT
from scraper.explain import as_data as explained_data
from scraper.explain import explained
from scraper.facts import load_demo_portals
from scraper.options import fetching_options, known_portals, named_portals, portals_option
from scraper.verify_command import verify

PORTS_TRIED = 10
_MEANS = {"worse": " (these pages lack what is known of them, which stays)"}
"""What is said beside a count whose name does not say it."""


@cli.command()
@click.argument("source", metavar="FILE|URL")
@click.option("--url", help="The address that the file was saved from.")
@click.option("--portal", "portal_name", help="Read with this portal's facts.")
@click.option("--explain", is_flag=True, help="Say on standard error what was considered for each field, and why.")
@click.option("--json", "told", is_flag=True, help="Only with --explain: say it in the JSON, as `explanation`.")
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
    from archive.addresses import canonical_address
    from scraper.reading import read_page

    if url is not None and canonical_address(url) is None:
        raise UsageError(f"{url!r} is no address of a page; give one that begins with https:// or http://.")
    if told and not explain:
        raise UsageError("--json says how --explain is told; a page is printed as JSON without it.")
    portal = named_portals(portal_dirs, [portal_name])[0] if portal_name else None
    if source.startswith(("http://", "https://")):
        from scraper.fetch import fetch_one

        body, address, content_type, fetched_at = fetch_one(source, contact=contact, allow_private=allow_private)
    else:
        path = Path(source)
        if path.is_dir():
            raise UsageError(f"{source} is a folder; name a page in it, or take all of them in with `kehoach ingest`.")
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
    if reading.announcement is None or reading.outcome != "read":
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
        from scraper.advice import advice_on_page

        kind = f" ({', '.join(reading.flags)})" if reading.flags else ""
        outcome = f"{reading.outcome}{kind}"
        advice = advice_on_page(outcome, addressed=not reading.url.startswith("file:"))
        click.echo(f"This page was not read: {outcome}{f'; {advice}' if advice else ''}.", err=True)
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
    """Take in WARC and WACZ files, or folders of pages that others saved; safe to repeat.

    Files of the archive's own warc/ are not copied: what has no row there gets one.
    """
    from scraper.hosts import Hosts
    from scraper.ingest import NOT_TAKEN_IN, Ingest, kinds_of, sources

    found = list(sources(paths))
    portals = known_portals(portal_dirs)
    refuse_mixture(folder, kinds_of(folder, found, Hosts(portals)))
    with writing(folder, wait=wait) as writer, bar() as progress:
        ingesting = Ingest(writer, portals)
        for source in found:
            task = progress.add_task(source.name, total=None if source.is_dir() else source.stat().st_size)
            ingesting.take_in(source, lambda _, done, task=task: progress.update(task, completed=done))  # type: ignore[misc]
            progress.remove_task(task)
        task = progress.add_task("what came again", total=None)
        ingesting.take_in_repeats(lambda _, done: progress.update(task, completed=done))
        ingesting.take_in_papers()
        if files := adopt_captured_files(writer):
            ingesting.counts["attachments"] = files
        ingesting.conclude()
    read_new_files(folder)
    note(counts=dict(ingesting.counts))
    print_counts(dict(ingesting.counts), as_json, ingesting.remarks())
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
    """Read the captures, pages and files, again with today's readers; no portal is touched.

    The counts say what the captures were, and how many announcements were changed by it.
    """
    from scraper.hosts import taken_as_stored
    from scraper.reread import reread as read_again
    from scraper.reread import without_facts

    folder.require()
    if missing := folder.missing_captures():
        raise BrokenCaptureError(missing)
    with writing(folder, wait=wait) as writer, bar() as progress:
        task = progress.add_task("captures", total=None)
        portals, portal = known_portals(portal_dirs), known_portal(writer.database.conn, portal)
        counts = read_again(
            writer, portals, portal, lambda done, total: progress.update(task, completed=done, total=total)
        )
        unknown = without_facts(writer, portals, portal)
    counts.update({f"files {state}": number for state, number in read_all_files(folder, portal).items()})
    note(counts=dict(counts))
    print_counts(dict(counts), as_json, [taken_as_stored(unknown)] if unknown else [])


@cli.command()
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8001, show_default=True, help="Where the archive is served."
)
@click.option(
    "--demo-port",
    type=click.IntRange(0, 65535),
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
    from scraper.demo.days import play_days
    from scraper.demo.server import play_on_one_of

    folder = ArchiveFolder(path)
    with ExitStack() as stack:
        ports = [demo_port] if demo_port is not None else ports_of_demo(folder)
        try:
            playing = play_on_one_of(ports, stack)
        except OSError as error:
            raise UsageError(
                f"The demo portals need port {ports[0]} on 127.0.0.2 to 127.0.0.6 ({error.strerror}); "
                "end what holds it, or choose another with --demo-port and a new folder with --archive "
                f"(make demo DEMO_PORT={ports[0] + PORTS_TRIED} ARCHIVE={path}-2 PORT={port + 1})."
            ) from error
        portals = list(load_demo_portals(playing.port).values())
        refuse_mixture(folder, {portal.demo for portal in portals})
        click.echo(f"Five demo portals play on {', '.join(playing.origins)}. Nothing in them is real.")
        if not play_days(folder, playing):
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


def print_counts(counts: dict[str, int], as_json: bool, remarks: list[str]) -> None:
    """What was done, as numbers; remarks on it go to standard error and, where there are any, into the JSON."""
    for remark in remarks:
        click.echo(f"{remark}.", err=True)
    if as_json:
        click.echo(json.dumps(counts | ({"remarks": remarks} if remarks else {}), ensure_ascii=False))
    else:
        told = (f"{what}: {number}{_MEANS.get(what, '')}" for what, number in counts.items())
        click.echo(", ".join(told) or "Nothing was found.")


for command in (pause_commands.pause, pause_commands.resume):
    portal_commands.portals.add_command(command)
cli.add_command(portal_commands.portals)
cli.add_command(verify)
