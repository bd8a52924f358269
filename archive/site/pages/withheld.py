"""The public log of what is withheld: ids, dates and reasons, and nothing of the contents."""

from __future__ import annotations

import sqlite3
from dataclasses import asdict

from datasette.app import Datasette
from datasette.utils.asgi import NotFound, Request, Response

from archive.site.page import read, render, trouble
from archive.withholding import log_of


async def log(request: Request, datasette: Datasette) -> Response:
    """The log as a page."""
    return await render(datasette, request, "withheld.html", {"entries": await read(datasette, log_of)})


async def log_as_json(request: Request, datasette: Datasette) -> Response:  # noqa: ARG001
    """The log as data."""
    return Response.json([asdict(entry) for entry in await read(datasette, log_of)])


async def or_withheld(request: Request, datasette: Datasette, missing: NotFound) -> Response:
    """The answer for an announcement that is not there: 410 where it is withheld; raises `missing` where it is not."""
    uid = request.url_vars["uid"]

    def is_withheld(connection: sqlite3.Connection) -> bool:
        return any(entry.id == uid and entry.released_at is None for entry in log_of(connection))

    if not await read(datasette, is_withheld):
        raise missing
    return await trouble(datasette, request, 410, "withheld")
