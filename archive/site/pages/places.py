"""Places: the map and the list of provinces, and one province then or now."""

from __future__ import annotations

import sqlite3
from typing import Any, cast
from urllib.parse import quote

from datasette.app import Datasette
from datasette.utils.asgi import NotFound, Request, Response

from archive.health import PortalHealth
from archive.search import Filters, Hit, latest
from archive.site.page import read, render
from archive.site.pages.health import health_of
from archive.site.papers import Paper, issued_in
from archive.site.places import (
    MAP_HEIGHT,
    MAP_WIDTH,
    Calendar,
    areas,
    calendar,
    counts_by_province,
    members,
    place_link,
    place_rows,
    province_by_slug,
    successor_of,
)
from archive.site.remember import remembered
from archive.site.sources import portal_summaries

LATEST = 10
PAPERS = 12


async def places(request: Request, datasette: Datasette) -> Response:
    """All provinces: a map of the 34 of today or of the 63 before, and the list of both."""
    former = request.args.get("ban-do") == "cu"
    then, now = counts_by_province(await remembered(datasette, "portals", portal_summaries))
    shown = areas(then if former else now, former=former)
    context = {
        "rows": place_rows(then, now),
        "areas": shown,
        "most": max(area.count for area in shown),
        "former": former,
        "place_link": place_link,
        "map_width": MAP_WIDTH,
        "map_height": MAP_HEIGHT,
    }
    return await render(datasette, request, "places.html", context)


async def place(request: Request, datasette: Datasette) -> Response:
    """A province of today."""
    return await _place(request, datasette, former=False)


async def former_place(request: Request, datasette: Datasette) -> Response:
    """A province as it was before the mergers of 2025."""
    return await _place(request, datasette, former=True)


async def _place(request: Request, datasette: Datasette, *, former: bool) -> Response:
    province = province_by_slug(request.url_vars["slug"], former=former)
    if province is None:
        raise NotFound("no such province")
    column, parameter = ("province", "tinh-cu") if former else ("province_now", "tinh")
    portals = await remembered(datasette, "portals", portal_summaries)
    months, papers, hits, health = await read(datasette, lambda connection: _found(connection, province.name, column))
    context: dict[str, Any] = {
        "province": province,
        "former": former,
        "parameter": parameter,
        "of_place": f"{parameter}={quote(province.name)}",
        "successor": successor_of(province) if former else None,
        "members": () if former else members(province),
        "calendar": months,
        "portals": [portal for portal in portals if getattr(portal, column) == province.name],
        "health": {one.portal: one for one in health},
        "papers": papers,
        "hits": hits,
        "place_link": place_link,
    }
    return await render(datasette, request, "place.html", context)


def _found(
    connection: sqlite3.Connection, name: str, column: str
) -> tuple[Calendar, list[Paper], tuple[Hit, ...], list[PortalHealth]]:
    papers = issued_in(connection, column, name, PAPERS)
    newest = latest(connection, Filters(**cast(Any, {column: name})), LATEST)
    return calendar(connection, column, name), papers, newest, health_of(connection)
