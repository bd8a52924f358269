"""Archived captures: shown as text, handed out as bytes, never as a live page of this site."""

from __future__ import annotations

import asyncio
from typing import Any

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from archive.errors import BrokenCaptureError
from archive.site.captures import Capture, as_text, find_capture, payload, visible_words
from archive.site.links import outward
from archive.site.page import archive_folder, find, render, trouble
from archive.warc import Response as Recorded

MOST_LINES = 5000
_DEAD = {"Content-Security-Policy": "sandbox; default-src 'none'", "Cache-Control": "public, max-age=3600"}


async def page(request: Request, datasette: Datasette) -> Response:
    """What the capture is, and the words of the page that it holds."""
    capture, holder = await _found(request, datasette)
    lines: list[str] | None = None
    broken = False
    if holder.is_text:
        try:
            lines = (await asyncio.to_thread(_lines, datasette, holder))[:MOST_LINES]
        except BrokenCaptureError:
            broken = True
    context: dict[str, Any] = {"capture": capture, "holder": holder, "lines": lines, "broken": broken}
    context["original"] = outward(capture.url)
    return await render(datasette, request, "capture.html", context)


async def text(request: Request, datasette: Datasette) -> Response:
    """The source of the captured page, as plain text."""
    _, holder = await _found(request, datasette)
    try:
        recorded, body = await asyncio.to_thread(payload, archive_folder(datasette), holder)
    except BrokenCaptureError:
        return await _unavailable(request, datasette)
    return Response(as_text(recorded, body), headers=dict(_DEAD), content_type="text/plain; charset=utf-8")


async def download(request: Request, datasette: Datasette) -> Response:
    """The payload, byte for byte without its content coding, as a file to save."""
    capture, holder = await _found(request, datasette)
    try:
        _, body = await asyncio.to_thread(payload, archive_folder(datasette), holder)
    except BrokenCaptureError:
        return await _unavailable(request, datasette)
    name = f"{capture.portal}-{capture.id}{_ending(capture)}"
    headers = {**_DEAD, "Content-Disposition": f'attachment; filename="{name}"'}
    return Response(body, headers=headers, content_type="application/octet-stream")


async def _found(request: Request, datasette: Datasette) -> tuple[Capture, Capture]:
    identifier = int(request.url_vars["id"])
    return await find(datasette, lambda connection: find_capture(connection, identifier))


def _lines(datasette: Datasette, holder: Capture) -> list[str]:
    recorded: Recorded
    recorded, body = payload(archive_folder(datasette), holder)
    source = as_text(recorded, body)
    return visible_words(source) if "html" in (holder.media_type or "html") else source.splitlines()


async def _unavailable(request: Request, datasette: Datasette) -> Response:
    return await trouble(datasette, request, 404, "capture_unavailable")


def _ending(capture: Capture) -> str:
    endings = {"text/html": ".html", "application/pdf": ".pdf", "application/json": ".json", "text/xml": ".xml"}
    return endings.get(capture.media_type or "", ".bin")
