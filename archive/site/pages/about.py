"""What is collected and how, what is missing, how to ask for a correction."""

from __future__ import annotations

import os

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from archive.site.page import language, render


async def about(request: Request, datasette: Datasette) -> Response:
    """About the archive, in the visitor's language, with the operator's contact where KEHOACH_CONTACT names one."""
    context = {"contact": os.environ.get("KEHOACH_CONTACT", "")}
    return await render(datasette, request, f"about-{language(request)}.html", context)
