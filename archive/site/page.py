"""What every page needs: a connection to the archive, the visitor's language, the words around the content."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any, Literal, TypeVar, cast
from urllib.parse import quote

from datasette.app import Datasette
from datasette.database import Database as SiteDatabase
from datasette.utils.asgi import NotFound, Request, Response

from archive.folder import ArchiveFolder
from archive.search.hits import SearchTimeoutError, snapshot, time_limit
from archive.search.query import parse
from archive.site.asgi import Scope
from archive.site.dates import date_words, today_words
from archive.site.words import Language, catalogue, number_words, size_words, translator, word_for

Result = TypeVar("Result")
DemoShare = Literal["all", "some"]
SECONDS = 2.0
ASKED_AGAIN = "public, no-cache"
"""Browsers and proxies ask each time, so that what is withheld is gone at once; `archive.site.kept` answers quickly."""
_NAMED = """
SELECT a.uid, m.number FROM json_each(?) u CROSS JOIN announcement a ON a.uid = u.value
JOIN mention m ON m.announcement = a.id ORDER BY a.id, m.role <> 'issues', m.position
"""
MENU = (
    ("search", "/tra-cuu"),
    ("plans", "/tra-cuu?ke-hoach=1"),
    ("documents", "/van-ban"),
    ("places", "/dia-phuong"),
    ("sources", "/nguon"),
    ("downloads", "/tai-ve"),
    ("about", "/gioi-thieu"),
)


def archive_database(datasette: Datasette) -> SiteDatabase:
    """The database that is served: the public form of the archive, see `archive.public`."""
    return datasette.get_database()


def archive_folder(datasette: Datasette) -> ArchiveFolder:
    """The folder of the archive whose public form is served, with its captures."""
    return ArchiveFolder(Path(archive_database(datasette).path).parents[1])


async def read(
    datasette: Datasette, reading: Callable[[sqlite3.Connection], Result], seconds: float = SECONDS
) -> Result:
    """Run a function on a read-only connection, in a thread and for two seconds at most."""

    def limited(connection: sqlite3.Connection) -> Result:
        with snapshot(connection), time_limit(connection, seconds):
            return reading(connection)

    return cast(Result, await archive_database(datasette).execute_fn(limited))


async def find(datasette: Datasette, reading: Callable[[sqlite3.Connection], Result | None]) -> Result:
    """The same; NotFound where the function finds nothing."""
    found = await read(datasette, reading)
    if found is None:
        raise NotFound("not in the archive")
    return found


def language(request: Request | None) -> Language:
    """The visitor's language, which `archive.site.guard` reads from his cookies."""
    return cast(Language, request.scope["language"]) if request else "vi"


async def render(
    datasette: Datasette, request: Request, template: str, context: dict[str, Any], *, status: int = 200
) -> Response:
    """A page of the site."""
    html = await datasette.render_template(template, context, request=request, view_name="kehoach")
    headers = {"Cache-Control": ASKED_AGAIN, "Vary": "Cookie"} if status == 200 else {}
    return Response.html(html, status=status, headers=headers)


def as_json(data: Any, *, status: int = 200) -> Response:
    """An answer in JSON that people can read too: letters as they are."""
    body = json.dumps(data, ensure_ascii=False, indent=1)
    return Response(body, status=status, content_type="application/json; charset=utf-8")


async def trouble(
    datasette: Datasette, request: Request, status: int, kind: str, *, detail: str = "", **facts: str
) -> Response:
    """An answer other than what was asked for: a page in the visitor's language, or JSON where that was asked for.

    `detail` is what to say in place of the words of this kind; JSON has it as "message", with the facts beside it.
    """
    if request.path.endswith(".json"):
        told = {"message": detail, **facts} if detail else facts
        return as_json({"ok": False, "status": status, "error": kind, **told}, status=status)
    context = {"status": status, "kind": kind, "detail": detail}
    return await render(datasette, request, "error.html", context, status=status)


async def refused(datasette: Datasette, scope: Scope, status: int, kind: str) -> Response:
    """The same for a request that Datasette is never asked; it wants a token of forms, of which we have none."""
    await datasette.invoke_startup()
    return await trouble(datasette, Request({**scope, "csrftoken": str}, None), status, kind)


async def page_words(datasette: Datasette, request: Request | None) -> dict[str, Any]:
    """The variables of every template."""
    chosen = language(request)
    return {
        "lang": chosen,
        "t": translator(chosen),
        "word": partial(word_for, chosen),
        "number": partial(number_words, chosen),
        "bytes": partial(size_words, chosen),
        "date": partial(date_words, chosen),
        "today": partial(today_words, chosen),
        "menu": MENU,
        "here": request.path if request else "/",
        "switch": f"/ngon-ngu/{'en' if chosen == 'vi' else 'vi'}?ve={quote(_this_page(request))}",
        "most_rows": datasette.setting("max_returned_rows"),
        "demo": await demo_share(datasette),
        "documents_named": partial(documents_named, datasette),
        "is_wordless": lambda text: parse(text).is_wordless,
        "columns_described": partial(columns_described, chosen),
        "linked_tables": partial(linked_tables, datasette),
    }


async def documents_named(datasette: Datasette, rows: Iterable[Any]) -> dict[str, str]:
    """The numbers that each announcement of a table's page names, those that it issues first."""
    uids = json.dumps([row["uid"] for row in rows])
    named: dict[str, dict[str, None]] = defaultdict(dict)
    found = await read(datasette, lambda connection: connection.execute(_NAMED, (uids,)).fetchall())
    for announcement, number in found:
        named[announcement][number] = None
    return {announcement: "; ".join(filter(None, numbers)) for announcement, numbers in named.items()}


def columns_described(language: Language, table: str, columns: Iterable[str]) -> list[tuple[str, str]]:
    """The columns of a table that need a word, with it."""
    found = ((column, word_for(language, f"column_{table}", column)) for column in columns)
    return [(column, words) for column, words in found if words != column]


async def linked_tables(datasette: Datasette, table: str) -> dict[str, str]:
    """The columns of a table that point at rows of other tables that visitors may see, and these tables."""
    keys = await archive_database(datasette).foreign_keys_for_table(table)
    return {key["column"]: key["other_table"] for key in keys if f"tables_{key['other_table']}" in catalogue()}


async def demo_share(datasette: Datasette) -> DemoShare | None:
    """Whether all portals are of a demonstration, or some of them; then every page says so."""
    try:
        return await read(datasette, _demo_share)
    except (sqlite3.DatabaseError, SearchTimeoutError):
        return None


def _demo_share(connection: sqlite3.Connection) -> DemoShare | None:
    made_up = {bool(demo) for (demo,) in connection.execute("SELECT DISTINCT demo FROM portal")}
    return None if True not in made_up else "some" if False in made_up else "all"


def site_of(request: Request) -> str:
    """Our address without a path, as the visitor reached it."""
    return f"{request.scheme}://{request.host}"


def _this_page(request: Request | None) -> str:
    if request is None:
        return "/"
    query = request.query_string
    return f"{request.path}?{query}" if query else str(request.path)
