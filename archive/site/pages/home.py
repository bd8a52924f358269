"""The first page: one search box, what is new, the months, the map, the state of the sources."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import dataclass

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from archive.health.states import Shown
from archive.search import Filters, Hit, latest
from archive.site.address import SearchAddress
from archive.site.page import render
from archive.site.pages.health import health_of
from archive.site.pages.results import period_link
from archive.site.papers import Paper, most_named
from archive.site.places import MAP_HEIGHT, MAP_WIDTH, areas, counts_by_province
from archive.site.plots import Timeline, timeline
from archive.site.remember import remembered
from archive.site.sources import portal_summaries

NEWEST_PLANS = 5
NEW_HERE = 6
MOST_NAMED = 8
LOOKED_AT = 500
_NEW = """
WITH last AS (
    SELECT strftime('%Y-%m-%dT%H:%M:%SZ', max(first_seen), '-1 day') AS day_before FROM announcement
)
SELECT uid, coalesce(title_printed, title), posted_by, published_at FROM (
    SELECT * FROM (SELECT id, uid, title, title_printed, posted_by, published_at, published_sort, first_seen
        FROM announcement ORDER BY first_seen DESC LIMIT :looked_at)
    UNION
    SELECT * FROM (SELECT id, uid, title, title_printed, posted_by, published_at, published_sort, first_seen
        FROM announcement ORDER BY published_sort DESC LIMIT :looked_at)
) WHERE first_seen >= (SELECT day_before FROM last) ORDER BY published_sort DESC, id DESC LIMIT :limit
"""
"""What came within the last day of work, the newest first: a first crawl goes back in time and ends with the oldest."""


@dataclass(frozen=True, slots=True)
class FrontPage:
    """What the first page tells; `states`: how many sources are in which, the commonest first."""

    announcements: int
    undated: int
    portals: int
    last_run: str | None
    states: list[tuple[Shown, int]]
    plans: tuple[Hit, ...]
    new: list[tuple[str, str, str, str | None]]
    months: Timeline
    papers: list[tuple[Paper, int]]


async def home(request: Request, datasette: Datasette) -> Response:
    """The first page."""
    former = request.args.get("ban-do") == "cu"
    then, now = counts_by_province(await remembered(datasette, "portals", portal_summaries))
    shown = areas(then if former else now, former=former)
    context = {
        "front": await remembered(datasette, "front page", front_page),
        "months_link": lambda label: period_link(SearchAddress(order="newest"), label),
        "areas": shown,
        "most": max(area.count for area in shown),
        "former": former,
        "map_width": MAP_WIDTH,
        "map_height": MAP_HEIGHT,
    }
    return await render(datasette, request, "home.html", context)


def front_page(connection: sqlite3.Connection) -> FrontPage:
    """The numbers, the newest plans, what the archive got last, and the months."""
    months = dict(map(tuple, connection.execute("SELECT month, count(*) FROM announcement GROUP BY month")))
    (portals,) = connection.execute("SELECT count(*) FROM portal").fetchone()
    (last_run,) = connection.execute("SELECT max(started_at) FROM run").fetchone()
    return FrontPage(
        announcements=sum(months.values()),
        undated=connection.execute("SELECT count(*) FROM announcement WHERE published_sort = ''").fetchone()[0],
        portals=portals,
        last_run=last_run,
        states=Counter(health.shown for health in health_of(connection)).most_common(),
        plans=latest(connection, Filters(plans=True), NEWEST_PLANS),
        new=list(map(tuple, connection.execute(_NEW, {"looked_at": LOOKED_AT, "limit": NEW_HERE}))),
        months=timeline(months),
        papers=most_named(connection, MOST_NAMED),
    )
