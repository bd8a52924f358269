"""One announcement, as a page that a journalist can read, quote and check."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from functools import wraps
from typing import Any

from datasette.app import Datasette
from datasette.utils.asgi import NotFound, Request, Response

from archive.announcements import DOCUMENT_FIELDS
from archive.differences import compare, text_of
from archive.naming import id_after
from archive.search.excerpts import Highlighter
from archive.search.query import parse
from archive.site.bodies import blocks
from archive.site.links import outward
from archive.site.page import ASKED_AGAIN, as_json, find, read, render, site_of
from archive.site.pages.withheld import or_withheld
from archive.site.records import Record, announcement_record
from archive.site.structured import as_linked_data

Page = Callable[[Request, Datasette], Awaitable[Response]]
MOST_OF_FILE = 40_000
"""Characters of a file's text that its announcement's page shows."""
FIELDS = (
    "uid",
    "url",
    "portal",
    "platform",
    "title",
    "title_printed",
    "published_at",
    "published_precision",
    "published_label",
    "published_source",
    "published_printed",
    "organisation",
    "source",
    "byline_printed",
    "lead",
    "plan_reason",
    "document_type",
    "province",
    "province_now",
    "posted_by",
    "system",
    "level",
    "first_seen",
    "last_seen",
    "changed_at",
    "removed_at",
    "capture",
)


def _under_any_id(page: Page) -> Page:
    """Lead from an id that an announcement had before to that which it has now; relative, for a site below a path."""

    @wraps(page)
    async def answer(request: Request, datasette: Datasette) -> Response:
        try:
            return await page(request, datasette)
        except NotFound:
            uid = request.url_vars["uid"]
            now = await read(datasette, lambda connection: id_after(connection, uid))
            if now is None:
                raise
        behind = request.path.partition(f"/tin/{uid}")[2] + (f"?{request.query_string}" if request.query_string else "")
        address = "../" * behind.partition("?")[0].count("/") + now + behind
        return Response.redirect(address, status=301, headers={"Cache-Control": ASKED_AGAIN})

    return answer


@_under_any_id
async def by_uid(request: Request, datasette: Datasette) -> Response:
    """The page at its permanent address."""
    uid = request.url_vars["uid"]
    try:
        record = await find(datasette, lambda db: announcement_record(db, "uid", uid))
    except NotFound as missing:
        return await or_withheld(request, datasette, missing)
    return await _page(request, datasette, record)


async def by_id(request: Request, datasette: Datasette) -> Response:
    """The same page where Datasette has the row."""
    identifier = int(request.url_vars["id"])
    return await _page(request, datasette, await find(datasette, lambda db: announcement_record(db, "id", identifier)))


@_under_any_id
async def revision(request: Request, datasette: Datasette) -> Response:
    """An earlier state compared with today's."""
    uid, number = request.url_vars["uid"], int(request.url_vars["number"])
    record = await find(datasette, lambda db: announcement_record(db, "uid", uid))
    if not 1 <= number <= len(record.revisions) or is_excerpt(record):
        raise NotFound("no such revision")
    earlier = record.revisions[number - 1]
    today = {**record.row, "body_text": record.body}
    if any(file.get("digest") for file in earlier.content.get("attachments") or ()):
        today["attachments"] = [asdict(file) for file in record.attachments]
    before, after = text_of(earlier.content), text_of(today)
    lines = await asyncio.to_thread(compare, before, after)
    context = {"row": record.row, "revision": earlier, "lines": lines, "same": before == after}
    return await render(datasette, request, "revision.html", context)


@_under_any_id
async def data(request: Request, datasette: Datasette) -> Response:
    """The announcement as data."""
    uid = request.url_vars["uid"]
    record = await find(datasette, lambda db: announcement_record(db, "uid", uid))
    return as_json(announcement_json(record))


def is_excerpt(record: Record) -> bool:
    """Whether the portal's facts let us publish an excerpt only, as with newspapers."""
    return bool(record.row["publish"] == "excerpt")


def announcement_json(record: Record) -> dict[str, Any]:
    """What the archive knows of an announcement, in the names of `kehoach export`."""
    row = record.row
    return {
        **{name: row[name] for name in FIELDS},
        "title": row["title"] or None,
        "is_plan": bool(row["is_plan"]),
        "demo": bool(row["demo"]),
        "flags": json.loads(row["flags"]),
        "authors": list(record.authors),
        "body_text": record.body,
        "excerpt": is_excerpt(record),
        "removals": [asdict(removal) for removal in record.removals],
        "captions": list(record.captions),
        "documents": [{name: getattr(mention, name) for name in DOCUMENT_FIELDS} for mention in record.documents],
        "attachments": [
            {
                **{name: getattr(file, name) for name in ("url", "name", "media_type", "digest", "state", "pages")},
                "ocr": bool(file.ocr),
                "ocr_confidence": file.confidence,
                "text": file.text,
            }
            for file in record.attachments
        ],
    }


async def _page(request: Request, datasette: Datasette, record: Record) -> Response:
    context = {
        "record": record,
        "row": record.row,
        "blocks": blocks(record.body, record.mentions),
        "excerpt_only": is_excerpt(record),
        "comparable": not is_excerpt(record),
        "original": outward(record.row["url"]),
        "outward": outward,
        "most_of_file": MOST_OF_FILE,
        "marked": Highlighter(parse(request.args.get("q") or "")).mark,
        "linked_data": as_linked_data(record, site_of(request)),
        "address": f"{site_of(request)}/tin/{record.row['uid']}",
    }
    return await render(datasette, request, "announcement.html", context)
