"""Archived captures: shown as text, handed out as bytes, never as a live page of this site."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from archive.errors import BrokenCaptureError
from archive.site.captures import MOST_TEXT, QUICKLY, Capture, Opened, find_capture, open_capture, rules_for
from archive.site.links import outward
from archive.site.page import ASKED_AGAIN, archive_folder, find, read, render, trouble

MOST_LINES = 5000
_DEAD = {"Content-Security-Policy": "sandbox; default-src 'none'", "Cache-Control": ASKED_AGAIN}


async def page(request: Request, datasette: Datasette) -> Response:
    """What the capture is, and the words of the page that it holds."""
    capture, holder = await _found(request, datasette)
    opened: Opened | None = None
    if not holder.sealed:
        with suppress(BrokenCaptureError):
            opened = await _opened(datasette, holder, QUICKLY)
    context: dict[str, Any] = {
        "capture": capture,
        "holder": holder,
        "lines": opened.lines[:MOST_LINES] if opened else None,
        "left_out": opened is not None and None in opened.lines,
        "broken": opened is None and not holder.sealed,
        "cut": opened is not None and (not opened.whole or len(opened.lines) > MOST_LINES),
        "free": opened is not None and opened.free is not False,
        "original": outward(capture.url),
    }
    return await render(datasette, request, "capture.html", context)


async def text(request: Request, datasette: Datasette) -> Response:
    """The source of the captured page, as plain text."""
    _, holder = await _found(request, datasette)
    opened = await _free(datasette, holder)
    if isinstance(opened, str):
        return await _refused(request, datasette, opened)
    return Response(opened.source, headers=dict(_DEAD), content_type="text/plain; charset=utf-8")


async def download(request: Request, datasette: Datasette) -> Response:
    """The payload, byte for byte without its content coding, as a file to save."""
    capture, holder = await _found(request, datasette)
    opened = await _free(datasette, holder)
    if isinstance(opened, str):
        return await _refused(request, datasette, opened)
    name = f"{capture.portal}-{capture.id}{_ending(capture)}"
    headers = {**_DEAD, "Content-Disposition": f'attachment; filename="{name}"'}
    return Response(opened.body, headers=headers, content_type="application/octet-stream")


async def _found(request: Request, datasette: Datasette) -> tuple[Capture, Capture]:
    identifier = int(request.url_vars["id"])
    return await find(datasette, lambda connection: find_capture(connection, identifier))


async def _opened(datasette: Datasette, holder: Capture, most: int = MOST_TEXT) -> Opened:
    rules = await read(datasette, lambda connection: rules_for(connection, holder))
    return await asyncio.to_thread(open_capture, archive_folder(datasette), holder, rules, most)


async def _free(datasette: Datasette, holder: Capture) -> Opened | str:
    """The payload, or the word for why it is not handed out."""
    if holder.sealed:
        return "capture_sealed"
    try:
        opened = await _opened(datasette, holder)
    except BrokenCaptureError:
        return "capture_unavailable"
    return opened if opened.free else "capture_sealed"


async def _refused(request: Request, datasette: Datasette, why: str) -> Response:
    return await trouble(datasette, request, 403 if why == "capture_sealed" else 404, why)


def _ending(capture: Capture) -> str:
    endings = {"text/html": ".html", "application/pdf": ".pdf", "application/json": ".json", "text/xml": ".xml"}
    return endings.get(capture.media_type or "", ".bin")
