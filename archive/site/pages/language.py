"""The switch between Vietnamese and English; the choice stays for a year."""

from __future__ import annotations

from datasette.utils.asgi import Request, Response

from archive.site.words import COOKIE

A_YEAR = 365 * 24 * 3600


async def choose(request: Request) -> Response:
    """Remember the language and go back to the page of this site that the visitor came from."""
    back = request.args.get("ve") or "/"
    if not back.startswith("/") or back.startswith(("//", "/\\")) or not back.isprintable():
        back = "/"
    response = Response.redirect(back)
    response.set_cookie(COOKIE, request.url_vars["language"], max_age=A_YEAR, httponly=True)
    return response
