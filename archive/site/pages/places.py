"""Places: the map and the list of provinces, and one province then or now."""

from __future__ import annotations

import sqlite3
from typing import Any

from datasette.app import Datasette
from datasette.utils.asgi import NotFound, Request, Response
from sqlite_utils import Database

from archive.search import Filters, SearchResults, search
from archive.site.page import read, render
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
from archive.site.sources import PortalSummary, portal_summaries
from archive.vietnamese.places import Province

LATEST = 10


async def places(request: Request, datasette: Datasette) -> Response:
    """All provinces: a map of the 34 of today or of the 63 before, and the list of both."""
    former = request.args.get("ban-do") == "cu"
    then, now = await remembered(datasette, "provinces", counts_by_province)
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
    months, portals, latest = await read(datasette, lambda connection: _found(connection, province, former))
    context: dict[str, Any] = {
        "province": province,
        "former": former,
        "parameter": "tinh-cu" if former else "tinh",
        "successor": successor_of(province) if former else None,
        "members": () if former else members(province),
        "calendar": months,
        "portals": portals,
        "latest": latest,
        "place_link": place_link,
    }
    return await render(datasette, request, "place.html", context)


def _found(
    connection: sqlite3.Connection, province: Province, former: bool
) -> tuple[Calendar, list[PortalSummary], SearchResults]:
    column = "province" if former else "province_now"
    portals = [portal for portal in portal_summaries(connection) if getattr(portal, column) == province.name]
    limits = Filters(province=province.name) if former else Filters(province_now=province.name)
    database = Database(connection, recursive_triggers=False, execute_plugins=False)
    latest = search(database, "", filters=limits, order="newest", limit=LATEST)
    return calendar(connection, column, province.name), portals, latest
