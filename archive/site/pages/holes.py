"""Numbers that are missing from dense series, with what stands around them; as a page, JSON and CSV."""

from __future__ import annotations

import csv
import io
import sqlite3

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response
from sqlite_utils import Database

from archive.holes import Stretch, find_holes
from archive.holes_commands import COLUMNS, hole_rows
from archive.site.page import read, render
from archive.site.remember import remembered

SECONDS = 10.0


async def holes(request: Request, datasette: Datasette) -> Response:
    """Every dense series with what is missing from it."""
    stretches = await remembered(datasette, "holes", stretches_of)
    return await render(datasette, request, "holes.html", {"stretches": stretches})


async def data(request: Request, datasette: Datasette) -> Response:
    """The same, one row a missing number."""
    rows = list(hole_rows(await read(datasette, stretches_of, SECONDS)))
    if request.url_vars["form"] == "json":
        return Response.json({"holes": rows, "count": len(rows)})
    stream = io.StringIO()
    writer = csv.DictWriter(stream, COLUMNS)
    writer.writeheader()
    writer.writerows(rows)
    headers = {"Content-Disposition": 'attachment; filename="so-khuyet.csv"'}
    return Response("\ufeff" + stream.getvalue(), headers=headers, content_type="text/csv; charset=utf-8")


def stretches_of(connection: sqlite3.Connection) -> list[Stretch]:
    """The stretches of the archive that is served."""
    return find_holes(Database(connection, recursive_triggers=False, execute_plugins=False))
