"""Numbers that are missing from dense series, with what stands around them; as a page, JSON and CSV."""

from __future__ import annotations

import io
import sqlite3
from dataclasses import asdict
from itertools import groupby

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response
from sqlite_utils import Database

from archive.holes import Hole, published_holes, write_holes
from archive.site.page import read, render


async def holes(request: Request, datasette: Datasette) -> Response:
    """Every dense series with what is missing from it."""
    found = await read(datasette, holes_shown)
    series = [list(of_series) for _, of_series in groupby(found, key=lambda hole: hole.series)]
    return await render(datasette, request, "holes.html", {"series": series})


async def data(request: Request, datasette: Datasette) -> Response:
    """The same, one row a missing number."""
    found = await read(datasette, holes_shown)
    if request.url_vars["form"] == "json":
        return Response.json({"holes": [asdict(hole) for hole in found], "count": len(found)})
    stream = io.BytesIO()
    write_holes(found, stream, "csv")
    headers = {"Content-Disposition": 'attachment; filename="so-khuyet.csv"'}
    return Response(stream.getvalue(), headers=headers, content_type="text/csv; charset=utf-8")


def holes_shown(connection: sqlite3.Connection) -> list[Hole]:
    """The holes of the archive that is served."""
    return published_holes(Database(connection, recursive_triggers=False, execute_plugins=False))
