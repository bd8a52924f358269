"""How the sources fare, for machines and as a badge: `/healthz`, `/nguon/NAME.svg`."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from typing import Any
from xml.sax.saxutils import escape

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response
from sqlite_utils import Database

from archive.health import PortalHealth, healths
from archive.site.page import ASKED_AGAIN, find, language, read
from archive.site.words import word_for

_COLOURS = {"ok": "#2e6b3a", "untried": "#6b6b6b", "closed": "#6b6b6b", "paused": "#6b6b6b"}
_TROUBLE = "#a3341f"
_LABEL_WIDTH, _LETTER_WIDTH, _PADDING = 76, 6.6, 16


def health_of(connection: sqlite3.Connection, name: str | None = None) -> list[PortalHealth]:
    """The health of every portal, or of one, on a connection of the site."""
    database = Database(connection, recursive_triggers=False, execute_plugins=False)
    return healths(database, datetime.now(UTC), name)


async def healthz(request: Request, datasette: Datasette) -> Response:  # noqa: ARG001
    """Whether the site answers and anything can arrive: `ok` is false, with status 503, where no source is well.

    Sources that are held back or have closed are not counted; `sources_ok` says how many are well. An archive that
    knows none yet is ok.
    """
    try:
        found = await read(datasette, health_of)
    except sqlite3.DatabaseError as error:
        return Response.json({"ok": False, "error": str(error)}, status=503)
    troubled = sorted(health.portal for health in found if health.is_troubled)
    paused = [health.portal for health in found if health.paused is not None]
    looked_at = max((health.looked_at for health in found if health.looked_at), default=None)
    well = sum(health.shown == "ok" for health in found)
    ok = well > 0 or not troubled
    told: dict[str, Any] = {"ok": ok, "portals": len(found), "sources_ok": well, "sources_troubled": len(troubled)}
    told |= {"troubled": troubled, "paused": paused, "looked_at": looked_at}
    return Response.json(told, status=200 if ok else 503)


async def badge(request: Request, datasette: Datasette) -> Response:
    """The state of one portal as a small picture."""
    name = request.url_vars["name"]
    health = await find(datasette, lambda connection: next(iter(health_of(connection, name)), None))
    words = word_for(language(request), "health", health.shown)
    headers = {"Cache-Control": ASKED_AGAIN, "Vary": "Cookie"}
    return Response(
        _picture(words, _COLOURS.get(health.shown, _TROUBLE)), headers=headers, content_type="image/svg+xml"
    )


def _picture(words: str, colour: str) -> str:
    width = round(len(words) * _LETTER_WIDTH + _PADDING)
    text = escape(words)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_LABEL_WIDTH + width}" height="20" role="img" '
        f'aria-label="Kế hoạch: {text}"><rect width="{_LABEL_WIDTH}" height="20" fill="#333"/>'
        f'<rect x="{_LABEL_WIDTH}" width="{width}" height="20" fill="{colour}"/>'
        f'<g fill="#fff" font-family="Verdana,sans-serif" font-size="11"><text x="8" y="14">Kế hoạch</text>'
        f'<text x="{_LABEL_WIDTH + _PADDING // 2}" y="14">{text}</text></g></svg>'
    )
