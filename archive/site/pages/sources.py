"""The portals that the archive knows, and one of them."""

from __future__ import annotations

from datasette.app import Datasette
from datasette.utils.asgi import NotFound, Request, Response

from archive.search import Filters, latest
from archive.site.links import outward
from archive.site.page import read, render
from archive.site.pages.health import health_of
from archive.site.papers import issued_in
from archive.site.places import calendar
from archive.site.remember import remembered
from archive.site.sources import portal_summaries

LATEST = 15
PAPERS = 12


async def portals(request: Request, datasette: Datasette) -> Response:
    """All portals, by province."""
    summaries = await remembered(datasette, "portals", portal_summaries)
    health = await read(datasette, health_of, 10.0)
    by_name = {one.portal: one for one in health}
    return await render(datasette, request, "portals.html", {"portals": summaries, "health": by_name})


async def portal(request: Request, datasette: Datasette) -> Response:
    """One portal: whose it is, what it brought and when, its papers, its latest announcements."""
    name = request.url_vars["name"]
    summaries = await remembered(datasette, "portals", portal_summaries)
    summary = next((portal for portal in summaries if portal.name == name), None)
    if summary is None:
        raise NotFound("no such portal")
    months, papers, hits, (health,) = await read(
        datasette,
        lambda connection: (
            calendar(connection, "portal", name),
            issued_in(connection, "portal", name, PAPERS),
            latest(connection, Filters(portal=name), LATEST),
            health_of(connection, name),
        ),
    )
    context = {
        "portal": summary,
        "calendar": months,
        "of_place": f"nguon={name}",
        "papers": papers,
        "hits": hits,
        "successor": outward(summary.successor),
        "health": health,
    }
    return await render(datasette, request, "portal.html", context)
