"""`kehoach attachments`: what became of the files that announcements carry, and reading them."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import click
from rich.box import SIMPLE
from rich.table import Column, Table

from archive.cli import Commands, JobCommand, archive_option, json_option, note
from archive.database import open_for_reading, plain_errors
from archive.errors import UsageError
from archive.files.lane import Choice
from archive.files.pending import read_with_bar
from archive.folder import ArchiveFolder
from archive.naming import uid_of
from archive.search.known import known_portal
from archive.tables import print_table

_LIST = """
SELECT a.uid, a.title, f.url, f.name, f.outcome, f.file, x.kind, x.state, x.reason, x.method, x.pages, x.size, x.ocr,
    x.ocr_confidence, x.flags
FROM attachment f JOIN announcement a ON a.id = f.announcement LEFT JOIN file x ON x.digest = f.file
WHERE (?1 IS NULL OR a.portal = ?1) AND (?2 IS NULL OR coalesce(x.state, 'not fetched') = ?2)
    AND (?3 IS NULL OR a.uid = ?3)
ORDER BY a.id, f.position LIMIT ?4
"""
_TEXT = """
SELECT x.digest, x.state, x.reason, x.kind, x.method, x.pages, x.ocr, x.ocr_confidence, x.head, t.text
FROM file x LEFT JOIN file_text t ON t.file = x.digest
WHERE x.digest = ?1 OR x.digest = (SELECT file FROM file_address WHERE url = ?1)
"""
STATES = ("not fetched", "waiting", "read", "empty", "encrypted", "damaged", "too large", "unsupported", "tool missing")


@click.group(cls=Commands)
def attachments() -> None:
    """The files that announcements carry: list them, show their text, read them, recognise scans."""


@attachments.command("list")
@click.option("--portal", help="Only this portal.")
@click.option("--id", "uid", metavar="ID", help="Only this announcement (id or address).")
@click.option("--state", type=click.Choice(STATES), help="Only in this state.")
@click.option("--limit", type=click.IntRange(1), default=1000, show_default=True)
@json_option
@archive_option
def list_attachments(
    folder: ArchiveFolder, portal: str | None, uid: str | None, state: str | None, limit: int, as_json: bool
) -> None:
    """Show each file with what came of fetching and reading it."""
    with plain_errors(folder):
        database = open_for_reading(folder)
        uid = uid_of(database, uid) if uid else None
        cursor = database.execute(_LIST, (known_portal(database.conn, portal), state, uid, limit + 1))
        names = [column[0] for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor]
    if len(rows) > limit:
        rows.pop()
        click.echo(f"Only the first {limit} files are listed; --limit {10 * limit} lists more.", err=True)
    if as_json:
        click.echo(json.dumps([_as_json(row) for row in rows], ensure_ascii=False, indent=2))
        return
    table = Table(Column("announcement", no_wrap=True), "file", "state", "kind", "pages", "why", box=SIMPLE)
    for row in rows:
        state = row["state"] or "not fetched"
        recognised = f" (OCR {row['ocr_confidence']:.0f} %)" if row["ocr"] and row["ocr_confidence"] else ""
        pages = str(row["pages"] or "")
        why = row["reason"] or (row["outcome"] if not row["state"] else None) or ""
        table.add_row(row["uid"], row["name"] or row["url"], state + recognised, row["kind"], pages, why)
    print_table(table)
    counts = Counter(row["state"] or "not fetched" for row in rows)
    click.echo(", ".join(f"{number} {state}" for state, number in counts.items()) or "No attachments.")


def _as_json(row: dict[str, Any]) -> dict[str, Any]:
    row["state"] = row["state"] or "not fetched"
    return row | {"ocr": bool(row["ocr"]), "flags": json.loads(row["flags"] or "[]")}


@attachments.command()
@click.argument("file", metavar="URL|DIGEST")
@json_option
@archive_option
def show(folder: ArchiveFolder, file: str, as_json: bool) -> None:
    """Print the text of a file, by an address of it or by its digest."""
    with plain_errors(folder):
        row = open_for_reading(folder).execute(_TEXT, (file,)).fetchone()
    if row is None:
        raise UsageError(f"No file {file!r} was fetched; `kehoach attachments list` shows what there is.")
    names = ("digest", "state", "reason", "kind", "method", "pages", "ocr", "ocr_confidence", "head", "text")
    shown = dict(zip(names, row, strict=True))
    if as_json:
        shown |= {"ocr": bool(shown["ocr"]), "head": json.loads(shown["head"]) if shown["head"] else None}
        click.echo(json.dumps(shown, ensure_ascii=False, indent=2))
        return
    if shown["ocr"] and shown["ocr_confidence"] is not None:
        click.echo(f"Recognised in pictures (OCR, {shown['ocr_confidence']:.0f} % sure): not to be quoted.", err=True)
    click.echo(shown["text"] or f"{shown['state']}: {shown['reason'] or 'there is no text'}")


@attachments.command(cls=JobCommand)
@click.option("--ocr", is_flag=True, help="Recognise the letters of scans (tesseract, seconds a page).")
@click.option("--all", "everything", is_flag=True, help="Also what was read before.")
@click.option("--portal", help="Only this portal's files.")
@click.option("--limit", type=click.IntRange(1), help="At most so many files.")
@json_option
@archive_option
def read(
    folder: ArchiveFolder, ocr: bool, everything: bool, portal: str | None, limit: int | None, as_json: bool
) -> None:
    """Read the files that wait, beside whatever crawl is going on; safe to interrupt and to run again."""
    if ocr and everything:
        raise UsageError("--ocr takes what has no text; it cannot be joined with --all.")
    folder.require()
    folder.check_room()
    choice: Choice = "ocr" if ocr else "all" if everything else "missing tool"
    counts = read_with_bar(folder, choice, portal, limit)
    note(files=dict(counts))
    if as_json:
        click.echo(json.dumps(dict(counts)))
    else:
        click.echo(", ".join(f"{number} {state}" for state, number in counts.items()) or "No file waits.")
