"""Documents: a list, and one paper as a thing of its own."""

from __future__ import annotations

from datetime import date

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from archive.site.page import find, read, render
from archive.site.papers import paper_record, papers

PAGE_SIZE = 50
TYPES = ("KH", "CT", "NQ", "QĐ", "CTr", "CV", "TB", "BC", "HD", "TTr")


async def documents(request: Request, datasette: Datasette) -> Response:
    """Documents by date, of one type or of all."""
    page = request.args.get("trang") or "1"
    number = min(int(page), 10_000) if page.isascii() and page.isdigit() and len(page) < 6 and int(page) else 1
    kind = request.args.get("loai") or None
    found = await read(
        datasette,
        lambda connection: papers(connection, kind=kind, limit=PAGE_SIZE + 1, offset=(number - 1) * PAGE_SIZE),
    )
    shown, more = found[:PAGE_SIZE], len(found) > PAGE_SIZE
    context = {"papers": shown, "more": more, "page": number, "kind": kind, "types": TYPES}
    return await render(datasette, request, "documents.html", context)


async def document(request: Request, datasette: Datasette) -> Response:
    """One paper: who issued it, what it carries out, who carries it out, and who names it."""
    identifier = int(request.url_vars["id"])
    record = await find(datasette, lambda connection: paper_record(connection, identifier))
    context = {"record": record, "paper": record.paper, "days_between": days_between}
    return await render(datasette, request, "document.html", context)


def days_between(first: str | None, second: str | None) -> int | None:
    """The days from one ISO date to another; None where one of them is not known to the day."""
    try:
        return (date.fromisoformat((second or "")[:10]) - date.fromisoformat((first or "")[:10])).days
    except ValueError:
        return None
