"""The first page: one search box, what is new, the state of the sources."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response
from sqlite_utils import Database

from archive.search import Filters, Hit, search
from archive.site.address import SearchAddress
from archive.site.page import read, render
from archive.site.pages.results import period_link
from archive.site.plots import Timeline, timeline

NEWEST_PLANS = 6
NEW_HERE = 8


@dataclass(frozen=True, slots=True)
class FrontPage:
    """What the first page tells."""

    announcements: int
    portals: int
    last_run: str | None
    plans: tuple[Hit, ...]
    new: list[tuple[str, str, str, str | None, str | None]]
    months: Timeline


async def home(request: Request, datasette: Datasette) -> Response:
    """The first page."""
    context = {
        "front": await read(datasette, front_page),
        "months_link": lambda label: period_link(SearchAddress(order="newest"), label),
    }
    return await render(datasette, request, "home.html", context)


def front_page(connection: sqlite3.Connection) -> FrontPage:
    """The numbers, the newest plans, what the archive got last, and the months."""
    database = Database(connection, recursive_triggers=False, execute_plugins=False)
    (announcements,) = connection.execute("SELECT count(*) FROM announcement").fetchone()
    (portals,) = connection.execute("SELECT count(*) FROM portal").fetchone()
    (last_run,) = connection.execute("SELECT max(started_at) FROM run").fetchone()
    new = connection.execute(
        "SELECT uid, title, posted_by, published_at, first_seen FROM announcement "
        "ORDER BY first_seen DESC, id DESC LIMIT ?",
        (NEW_HERE,),
    ).fetchall()
    months = connection.execute("SELECT month, count(*) FROM announcement WHERE month > '' GROUP BY month").fetchall()
    plans = search(database, "", filters=Filters(plans=True), order="newest", limit=NEWEST_PLANS).hits
    return FrontPage(announcements, portals, last_run, plans, [tuple(row) for row in new], timeline(dict(months)))
