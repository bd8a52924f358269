"""The commands that need only the archive: search, export, serve."""

from __future__ import annotations

import json
import os
import socket
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, cast

import click
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from archive.cli import DAY, archive_option, cli, json_option
from archive.counted import counted
from archive.database import open_for_reading, plain_database_errors, plain_errors
from archive.errors import ArchiveError, UsageError
from archive.export import Format, Selection
from archive.export import export as write_export
from archive.files.commands import attachments
from archive.folder import ArchiveFolder
from archive.holes import holes_to_show, published_holes, write_holes
from archive.public import open_public
from archive.publish_command import publish_command
from archive.search import Filters, Order, SearchResults
from archive.search import search as find
from archive.search.excerpts import Piece
from archive.search.known import known_portal, province_ever, province_today
from archive.site.answers import answer_of, cut_words
from archive.site.rate import SETTING
from archive.site.sources import Coverage, coverage_of, coverage_words, portal_summaries
from archive.withholding import seals_of
from archive.withholding_commands import withhold_command


def _day(moment: datetime | None) -> str | None:
    return moment.date().isoformat() if moment else None


@cli.command()
@click.argument("words", nargs=-1, required=True, metavar="QUERY")
@click.option("--province", help='Only this province as it is called now: "Quảng Ngãi".')
@click.option("--portal", help="Only this portal.")
@click.option("--since", type=DAY, help="Only published on or after this day.")
@click.option("--until", type=DAY, help="Only published on or before this day.")
@click.option("--plans", is_flag=True, help="Only what is about a plan.")
@click.option("--by-date", is_flag=True, help="Newest first instead of best first.")
@click.option("--limit", type=click.IntRange(1, 500), default=20, show_default=True)
@click.option("--offset", type=click.IntRange(0), default=0, show_default=True)
@json_option
@archive_option
def search(
    folder: ArchiveFolder,
    words: tuple[str, ...],
    since: datetime | None,
    until: datetime | None,
    by_date: bool,
    limit: int,
    offset: int,
    as_json: bool,
    **limits: Any,
) -> None:
    """Search titles and texts in Vietnamese.

    Words with accents are meant as typed, words without find every accent. "a phrase", begin*, -without, 5408/KH-UBND;
    a query that begins with - stands behind --.
    The operator's full texts are searched, but for what is withheld.
    """
    order: Order = "newest" if by_date else "relevance"
    with plain_errors(folder):
        database = open_for_reading(folder)
        limits["not_withheld"] = bool(seals_of(database).announcements)
        province, portal = limits.pop("province"), limits.pop("portal")
        filters = Filters(
            since=_day(since),
            until=_day(until),
            province_now=province_today(database.conn, province),
            portal=known_portal(database.conn, portal),
            **limits,
        )
        found = find(database, " ".join(words), filters=filters, order=order, limit=limit, offset=offset)
        coverage = coverage_of(database.conn, portal_summaries(database.conn), filters)
    if as_json:
        click.echo(json.dumps(_search_json(found, coverage), ensure_ascii=False, indent=2))
        return
    console = Console(highlight=False)
    for number, hit in enumerate(found.hits, offset + 1):
        day = (hit.published_at or "undated")[:10]
        heading = Text(f"{number:>3}. ").append(_marked(hit.title_pieces))
        console.print(heading.append(f"  ({day}, {hit.posted_by})", "dim"))
        if hit.found_in:
            scan = "a scan, letters recognised by OCR" if hit.found_in == "ocr" else "an attachment"
            console.print(Padding(Text(f"in {scan}: {hit.found_file}", "italic"), (0, 0, 0, 5)))
        console.print(Padding(_marked(hit.excerpt), (0, 0, 0, 5)))
        console.print(Padding(Text(hit.url, "blue"), (0, 0, 1, 5)))
    if found.query.is_wordless:
        click.echo("Nothing was searched: the query holds no letter and no digit.")
        return
    some = "at least" if found.cut else "more than"
    count = counted(found.count, "announcement")
    suggestion = f"; did you mean: {found.suggestion}" if found.suggestion else ""
    click.echo((count if found.counted_all else f"{some} {count}") + suggestion)
    if found.cut:
        click.echo(cut_words("en", found))
    if not found.hits:
        click.echo(coverage_words("en", coverage))


def _marked(pieces: Sequence[Piece]) -> Text:
    text = Text()
    for piece in pieces:
        text.append(piece.text, "bold" if piece.found else "")
    return text


def _search_json(found: SearchResults, coverage: Coverage) -> dict[str, Any]:
    return {
        **answer_of("en", found, coverage),
        "hits": [
            {
                "id": hit.uid,
                "url": hit.url,
                "title": hit.title,
                "title_printed": hit.title_printed or None,
                "excerpt": "".join(piece.text for piece in hit.excerpt),
                "found_in": hit.found_in,
                "found_file": hit.found_file,
                "published_at": hit.published_at,
                "posted_by": hit.posted_by,
                "province": hit.province,
                "province_now": hit.province_now,
                "portal": hit.portal,
                "is_plan": hit.is_plan,
                "demo": hit.demo,
            }
            for hit in found.hits
        ],
    }


@cli.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Only this machine by default.")
@click.option("--port", type=click.IntRange(0, 65535), default=8001, show_default=True)
@click.option(
    "--refresh",
    type=click.FloatRange(min=0.1),
    default=60.0,
    show_default=True,
    help="After how many seconds what a crawl brought meanwhile is shown.",
)
@click.option(
    "--no-rate-limit",
    is_flag=True,
    help="Answer one address as often as it asks, for measurements; never where others can ask.",
)
@archive_option
def serve(folder: ArchiveFolder, host: str, port: int, refresh: float, no_rate_limit: bool) -> None:
    """Serve the archive with Datasette and our site until Ctrl-C."""
    if no_rate_limit:
        os.environ[SETTING] = "off"
    serve_site(folder, host, port, refresh)


def serve_site(folder: ArchiveFolder, host: str, port: int, refresh: float = 60.0) -> None:
    """Run Datasette in this process, refreshed every so many seconds; raises ArchiveError where the port is taken."""
    open_for_reading(folder).close()
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            why = f"Port {port} on {host} cannot be had ({error.strerror}); choose another with --port."
            raise ArchiveError(why) from None
    click.echo(f"The archive of {folder.path} is at http://{host}:{port}/ (Ctrl-C ends it).")
    from archive.site.serve import run

    run(folder, host, port, refresh)


@cli.command()
@click.option("--format", "form", type=click.Choice(["jsonl", "json", "csv"]), default="jsonl", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="A file. [default: the terminal]")
@click.option("--portal", help="Only this portal.")
@click.option("--province", help='Only this province, by its name then or now: "Kon Tum".')
@click.option("--since", type=DAY, help="Only published on or after this day (undated ones are left out).")
@click.option("--until", type=DAY, help="Only published on or before this day (undated ones are left out).")
@click.option("--plans", is_flag=True, help="Only what is about a plan.")
@click.option("--public", is_flag=True, help="Only what the public may see.")
@click.option("--withheld", is_flag=True, help="Only what has something withheld, as a whole.")
@click.option("--holes", is_flag=True, help="Instead of announcements, the numbers missing from dense series.")
@archive_option
def export(
    folder: ArchiveFolder,
    form: str,
    output: Path | None,
    since: datetime | None,
    until: datetime | None,
    public: bool,
    holes: bool,
    **limits: Any,
) -> None:
    """Write announcements as JSON lines, JSON or CSV; the number of rows goes to standard error.

    This is the operator's full form without what is withheld; --public writes what the site shows. With --holes, the
    numbers that are missing from agencies' series, each with the papers on both sides of it.
    """
    if public and limits["withheld"]:
        raise UsageError("Nothing that is withheld is public; say --public or --withheld.")
    selection = Selection(since=_day(since), until=_day(until), **limits)
    if holes and selection != Selection():
        raise UsageError("Missing numbers belong to agencies, not to portals or days; --holes goes with --public only.")
    database = open_public(folder) if public else open_for_reading(folder)
    selection = replace(
        selection,
        portal=known_portal(database.conn, selection.portal),
        province=province_ever(database.conn, selection.province),
    )

    def write(stream: BinaryIO) -> int:
        if holes:
            found = published_holes(database) if public else holes_to_show(database)
            return write_holes(found, stream, cast(Format, form))
        return write_export(database, stream, cast(Format, form), selection)

    with plain_database_errors(folder):
        count = write(sys.stdout.buffer) if output is None else _write_whole(output, write)
    click.echo(counted(count, "missing number" if holes else "announcement"), err=True)


def _write_whole(output: Path, write: Callable[[BinaryIO], int]) -> int:
    """Write a file that takes its place when it is whole; raises ArchiveError where the system does not let us.

    A device or a pipe keeps its place.
    """
    replaced = output.is_file() or not output.exists()
    unfinished = output.with_name(output.name + ".part") if replaced else output
    try:
        with unfinished.open("wb") as stream:
            count = write(stream)
        if replaced:
            unfinished.replace(output)
    except OSError as error:
        raise ArchiveError(f"{output} could not be written ({error.strerror}).") from error
    finally:
        if replaced:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
    return count


for command in (attachments, publish_command, withhold_command):
    cli.add_command(command)
