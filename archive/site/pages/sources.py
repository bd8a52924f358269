"""The portals that the archive knows, and one of them."""

from __future__ import annotations

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response
from sqlite_utils import Database

from archive.search import Filters, search
from archive.site.links import outward
from archive.site.page import find, read, render
from archive.site.pages.health import health_of
from archive.site.sources import portal_summaries

LATEST = 15


async def portals(request: Request, datasette: Datasette) -> Response:
    """All portals, by province."""
    summaries, health = await read(
        datasette, lambda connection: (portal_summaries(connection), health_of(connection)), 10.0
    )
    by_name = {one.portal: one for one in health}
    return await render(datasette, request, "portals.html", {"portals": summaries, "health": by_name})


async def portal(request: Request, datasette: Datasette) -> Response:
    """One portal: whose it is, what it brought, its latest announcements."""
    name = request.url_vars["name"]
    summary = await find(datasette, lambda connection: next(iter(portal_summaries(connection, name)), None))
    latest = await read(
        datasette,
        lambda connection: search(
            Database(connection, recursive_triggers=False, execute_plugins=False),
            "",
            filters=Filters(portal=name),
            order="newest",
            limit=LATEST,
        ),
    )
    (health,) = await read(datasette, lambda connection: health_of(connection, name))
    context = {"portal": summary, "hits": latest.hits, "successor": outward(summary.successor), "health": health}
    return await render(datasette, request, "portal.html", context)
