"""Who the crawler is, what it does and how to stop it: the page that its name in the portals' logs leads to."""

from __future__ import annotations

import os

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from archive.site.page import language, render
from archive.version import software


async def crawler(request: Request, datasette: Datasette) -> Response:
    """The page, with the operator's contact where KEHOACH_CONTACT or, in a published copy, its metadata name one."""
    contact = os.environ.get("KEHOACH_CONTACT") or datasette.metadata("contact") or ""
    context = {"software": software(), "contact": contact}
    return await render(datasette, request, f"crawler-{language(request)}.html", context)
