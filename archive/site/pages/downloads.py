"""Whole-archive dumps, where this is a published copy that holds them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from datasette.app import Datasette
from datasette.utils.asgi import AsgiFileDownload, NotFound, Request, Response

from archive.dumps import SUMS
from archive.publication import DOWNLOADS
from archive.site.page import archive_database, render

_TYPES = {".json": "application/json", ".gz": "application/gzip", ".zip": "application/zip"}


async def downloads(request: Request, datasette: Datasette) -> Response:
    """What can be had as a whole, with row counts and checksums, and how a search is taken along."""
    return await render(datasette, request, "downloads.html", {"manifest": _manifest(datasette), "sums": SUMS})


async def download(request: Request, datasette: Datasette) -> AsgiFileDownload:
    """One of the files that the manifest names, the manifest, or the checksums."""
    manifest, name = _manifest(datasette), request.url_vars["name"]
    if manifest is None or name not in {SUMS, "manifest.json", *(file["name"] for file in manifest["files"])}:
        raise NotFound("no such dump")
    kind = _TYPES.get(Path(name).suffix, "application/octet-stream")
    headers = {"Cache-Control": "public, max-age=300"}
    return AsgiFileDownload(str(_folder(datasette) / name), filename=name, content_type=kind, headers=headers)


def _folder(datasette: Datasette) -> Path:
    return Path(archive_database(datasette).path).parent / DOWNLOADS


def _manifest(datasette: Datasette) -> dict[str, Any] | None:
    file = _folder(datasette) / "manifest.json"
    return dict(json.loads(file.read_text("utf-8"))) if file.is_file() else None
