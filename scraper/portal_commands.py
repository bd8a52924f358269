"""The commands on portals: list, show, probe, check."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from shlex import join
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource
from rich.console import Console
from rich.progress import Progress

from archive.cli import FAILED, Commands, archive_option, json_option
from archive.clock import today
from archive.errors import UsageError
from archive.folder import ArchiveFolder
from scraper.facts import LEAST_DELAY_SECONDS, Portal, checked_delay, checked_name, checked_province, portal_folders
from scraper.options import fetching_options, known_portals, named_portals, portals_option
from scraper.recorded import RECORDED
from scraper.tries import Try, last_tries, remember

if TYPE_CHECKING:
    from scraper.check import CheckReport
    from scraper.fetch import Get
    from scraper.probe_report import ProbeReport

UNTRIED = "untried"


def _checked(check: Callable[[str], str]) -> Callable[[click.Context, click.Parameter, str | None], str | None]:
    """A callback that checks an option before anything is fetched."""
    return lambda _, __, value: None if value is None else check(value)


@click.group(cls=Commands)
def portals() -> None:
    """Show the portals that are known as facts, probe new ones, and try them."""


@portals.command("list")
@portals_option
@archive_option
@json_option
def list_portals(folder: ArchiveFolder, portal_dirs: tuple[Path, ...], as_json: bool) -> None:
    """Show every portal: province, platform, state, recorded pages, and the last live try.

    Recorded says whether the project's tests hold pages of the portal's platform with an expected result.

    Platform "labelled" means none of those that are known: its pages are read by what they print. State is what its
    owner did with it: active, moved (to the successor in its facts), closed, or unknown until somebody has looked.
    """
    known = known_portals(portal_dirs).values()
    tries = last_tries(folder, known)
    if as_json:
        click.echo(json.dumps([_listed(portal, tries) for portal in known], ensure_ascii=False, indent=2))
        return
    rows = [("NAME", "PROVINCE", "PLATFORM", "RECORDED", "STATE", "LAST LIVE TRY", "AGENCY")]
    for portal in known:
        recorded = "yes" if portal.platform in RECORDED else "no"
        tried = _tried(portal, tries)
        row = (portal.name, portal.province, portal.platform, recorded, portal.state, tried, portal.agency)
        rows.append(row)
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        click.echo("  ".join(cells).rstrip())


@portals.command()
@click.argument("name")
@portals_option
@json_option
def show(name: str, portal_dirs: tuple[Path, ...], as_json: bool) -> None:
    """Show the facts of one portal."""
    facts = _facts_json(named_portals(portal_dirs, [name])[0])
    if as_json:
        click.echo(json.dumps(facts, ensure_ascii=False, indent=2))
        return
    for key, value in facts.items():
        if value not in (None, [], ""):
            click.echo(f"{key}: {', '.join(value) if isinstance(value, list) else value}")


@portals.command()
@click.argument("address", metavar="URL")
@click.option("--write", metavar="FILE|DIR", type=click.Path(path_type=Path), help="Write the portal's facts there.")
@click.option("--name", callback=_checked(checked_name), help="The portal's name in the facts.")
@click.option("--agency", help="Whose site it is, where the site does not say so.")
@click.option("--province", callback=_checked(checked_province), help="The province, where the site does not name it.")
@click.option(
    "--delay",
    type=click.FloatRange(min=0.0),
    default=LEAST_DELAY_SECONDS,
    show_default=True,
    help="Seconds between pages; no less for a public host.",
)
@portals_option
@fetching_options
@json_option
def probe(
    address: str,
    write: Path | None,
    name: str | None,
    agency: str | None,
    province: str | None,
    delay: float,
    portal_dirs: tuple[Path, ...],
    allow_private: tuple[str, ...],
    contact: str,
    as_json: bool,
) -> None:
    """Look at an unknown portal: platform, listings, paging, and five articles as they would be read.

    Fetches about twenty pages, within robots.txt. Exit code 1 when nothing would come of a crawl; then --write writes
    nothing.
    """
    from scraper.fetch import Errand, run_errands
    from scraper.probe import Probe
    from scraper.probe_print import print_probe, probe_json
    from scraper.proposal import as_toml, known_as, propose, refuse_known, write_facts

    known = known_portals(portal_dirs)
    checked_delay(delay, address)
    if name in known:
        raise UsageError(f"There is a portal {name!r} already; give another name with --name.")
    if write is not None and name is None:
        refuse_known(address, known.values(), write)
    reports: list[ProbeReport] = []

    async def run(get: Get) -> None:
        looking = Probe(get, address)
        reports.append(looking.report)
        await looking.run()

    run_errands([Errand((address,), run, delay=delay)], contact=contact, allow_private=allow_private)
    [report] = reports
    result: dict[str, Any] = probe_json(report) | {"known_as": known_as(report.home, known.values())}
    if not as_json:
        folders = [word for folder in portal_dirs for word in ("--portals", str(folder))]
        show = join(["kehoach", "portals", "show", *result["known_as"][:1], *folders])
        print_probe(report, result["known_as"], show=show, written=write is not None)
    try:
        if write is not None:
            own = {"name": name, "agency": agency, "province": province}
            portal = propose(report, known=known, today=today(), delay=delay, **own)
            file = write_facts(portal, write)
            result |= {"written": str(file), "portal": portal.name}
            if not as_json:
                crawl = _crawl_command(portal, file.parent, allow_private)
                click.echo(f"\n{as_toml(portal)}\nWritten to {file}; crawl it: {crawl}")
    finally:
        if as_json:
            click.echo(json.dumps(result, ensure_ascii=False, indent=2))
    if not report.is_good:
        sys.exit(FAILED)


def _crawl_command(portal: Portal, folder: Path, allow_private: Sequence[str]) -> str:
    """The line that crawls what was probed, with the options that the probe itself needed."""
    words = ["kehoach", "crawl", portal.name]
    if folder.resolve() not in {one.resolve() for one in portal_folders()}:
        words += ["--portals", str(folder)]
    for origin in allow_private:
        words += ["--allow-private", origin]
    context = click.get_current_context()
    if context.get_parameter_source("contact") is ParameterSource.COMMANDLINE:
        words += ["--contact", context.params["contact"]]
    return join(words)


@portals.command()
@click.argument("names", nargs=-1, metavar="[NAME...]")
@click.option("--timeout", type=click.FloatRange(min=0.1), default=20.0, show_default=True, help="Seconds to wait.")
@portals_option
@fetching_options
@archive_option
@json_option
def check(
    folder: ArchiveFolder,
    names: tuple[str, ...],
    timeout: float,
    portal_dirs: tuple[Path, ...],
    allow_private: tuple[str, ...],
    contact: str,
    as_json: bool,
) -> None:
    """Try portals from here, and say what was found; exit code 1 when one is not good.

    Without NAME every portal is tried but the demo's and those that are closed. Fetches robots.txt, a listing and three
    articles of each.
    """
    from scraper.check import Check
    from scraper.fetch import Errand, run_errands

    if names:
        chosen = named_portals(portal_dirs, dict.fromkeys(names), folder)
    else:
        known = known_portals(portal_dirs).values()
        chosen = [portal for portal in known if portal.state != "closed" and not portal.demo]
    reports: list[CheckReport] = []

    def errand(portal: Portal, ended: Callable[[CheckReport], None]) -> Errand:
        async def run(get: Get) -> None:
            trying = Check(get, portal)
            await trying.run()
            reports.append(trying.report)
            ended(trying.report)

        return Errand(portal.start, run, portal, portal.delay, timeout)

    with Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task("portals", total=len(chosen))

        def ended(report: CheckReport) -> None:
            progress.advance(task)
            if not as_json:
                _print_check(report)

        errands = [errand(portal, ended) for portal in chosen]
        run_errands(errands, contact=contact, allow_private=allow_private)
    if not remember(folder, reports, today()):
        click.echo(f"There is no archive in {folder.path} yet, so `portals list` will not remember this.", err=True)
    if as_json:
        click.echo(json.dumps([_check_json(report) for report in reports], ensure_ascii=False, indent=2))
    if len(reports) < len(chosen) or not all(report.is_good for report in reports):
        sys.exit(FAILED)


def _print_check(report: CheckReport) -> None:
    click.echo(f"{report.portal}: {report.result}")
    for line in report.evidence:
        click.echo(f"  {line}")


def _check_json(report: CheckReport) -> dict[str, Any]:
    return {**asdict(report), "good": report.is_good}


def _listed(portal: Portal, tries: Mapping[str, Try]) -> dict[str, Any]:
    """A portal's facts with what the list says besides."""
    tried = tries.get(portal.name)
    recorded = portal.platform in RECORDED
    return {**_facts_json(portal), "recorded": recorded, "last_try": asdict(tried) if tried else None}


def _tried(portal: Portal, tries: Mapping[str, Try]) -> str:
    tried = tries.get(portal.name)
    return f"{tried.day} {tried.result}" if tried else "demo" if portal.demo else UNTRIED


def _facts_json(portal: Portal) -> dict[str, Any]:
    return {
        key: value.isoformat() if isinstance(value, date) else list(value) if isinstance(value, tuple) else value
        for key, value in asdict(portal).items()
    }
