"""What no visitor gets: debugging pages, other people's tables, scripts, frames; around every answer of Datasette."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from http.cookies import CookieError
from math import ceil
from urllib.parse import parse_qsl, urlencode

from datasette.utils.asgi import Request, Response

from archive.site import questions
from archive.site.asgi import Application, Message, Receive, Scope, Send
from archive.site.gate import Gate, gated
from archive.site.kept import keeping
from archive.site.rate import RateLimit, household
from archive.site.words import catalogue, language_of

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"strict-origin-when-cross-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)
_CLOSED_PATHS = re.compile(
    r"/-/(?!static(?:-plugins)?/).*|/_(?:internal|memory)(?:[/.].*)?|.*\.db|/[^/]*~.*|.*[\0\\].*", re.DOTALL
)
"""Datasette would read `~61rchive` as the database, and send `/\\evil.example/` to another host."""
_BEFORE_ALL = ("$null,-1", "~F4~8F~BF~BF,-1")  # of an ascending sort, of a descending one
_OF_DATASETTE = "ds_"
_METHODS = {"GET", "HEAD"}
_ALSO = {405: {"allow": "GET, HEAD"}}
Refused = Callable[[Scope, int, str], Awaitable[Response]]
"""Makes the answer to a request that is refused with a status and a kind."""
_HOST = re.compile(rb"(?:[A-Za-z0-9._-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?|")
"""A name or an address, with a port: what addresses in feeds and JSON are made of."""


def guarded(
    app: Application, version: Callable[[], int], refused: Refused, *, places: int = 1, limited: bool = True
) -> Application:
    """The application behind our rules: only GET and HEAD, closed paths 404, closed parameters 400, not too often.

    `version` tells whether what is served has changed since an answer was kept; `refused` makes the error pages;
    `places` are how many expensive pages may be made at once.
    """
    limit = RateLimit()

    async def refuse(scope: Scope, send: Send, status: int, kind: str, wait: float = 0.0) -> None:
        response = await _response(scope, status, kind, refused)
        response.headers |= {"cache-control": "no-store"} | _ALSO.get(status, {})
        if wait:
            response.headers["retry-after"] = str(ceil(wait))
        await response.asgi_send(send)

    answering = keeping(gated(app, Gate(places, limited=limited), refuse), version)

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        scope = _with_language(scope)
        send = _with_headers(send)
        refusal = _refusal(scope)
        if refusal is not None:
            await refuse(scope, send, *refusal)
        elif limited and (wait := limit.seconds_to_wait(household(scope), scope["path"])):
            await refuse(scope, send, 429, "too_many", wait)
        else:
            await answering(_mended(scope), receive, send)

    return application


async def _response(scope: Scope, status: int, kind: str, refused: Refused) -> Response:
    """An error page or JSON; for those who ask too often, a line that costs us nothing."""
    if kind == "too_many" and not scope["path"].endswith(".json"):
        return Response.text("\n".join(catalogue()["too_many_text"]), status=status)
    return await refused({**scope, "query_string": b"", "headers": []}, status, kind)


def _with_language(scope: Scope) -> Scope:
    """The request with the language that its cookies choose, and without cookies: no page reads anything else in them.

    Datasette would call every answer to a visitor with a cookie private. What it knows a user by stays.
    """
    try:
        cookies = Request(scope, None).cookies
    except CookieError:
        cookies = {}
    headers = [header for header in scope.get("headers", ()) if header[0] != b"cookie"]
    if any(name.startswith(_OF_DATASETTE) for name in cookies):
        headers = scope["headers"]
    return {**scope, "headers": headers, "language": language_of(cookies)}


def _refusal(scope: Scope) -> tuple[int, str] | None:
    if scope["method"] not in _METHODS:
        return 405, "read_only"
    if _CLOSED_PATHS.fullmatch(scope["path"]):
        return 404, "not_found"
    if any(name == b"host" and not _HOST.fullmatch(value) for name, value in scope.get("headers", ())):
        return 400, "bad_request"
    return questions.refusal(scope["path"], scope["query_string"])


def _mended(scope: Scope) -> Scope:
    """Faults of Datasette's table page are mended in its query string.

    Its search box sends `_search=` when nothing was typed, which would find nothing. Its first page of a sort is not
    ordered by key among equals although the next page counts on it, and rows are lost: a `_next` before everything
    makes the first page one like the others. On such pages its facets count only what is left to page through, row
    by row: they are left out unless they were asked for. The number in the index may be absent, which makes its second
    page a full scan: from old to new is by date.
    """
    if not re.search(rb"_search=|_sort|_next", scope["query_string"]):
        return scope
    pairs = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if name != "_search" or value.strip()]
    kept = [("_sort", "published_sort") if pair == ("_sort_desc", "search_row") else pair for pair in kept]
    names = dict(kept)
    if "_next" not in names and (names.get("_sort") or names.get("_sort_desc")):
        kept.append(("_next", _BEFORE_ALL[bool(names.get("_sort_desc"))]))
    if any(name == "_next" for name, _ in kept) and not any(name.startswith("_facet") for name in names):
        kept.append(("_nofacet", "1"))
    return {**scope, "query_string": urlencode(kept).encode()}


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            given = list(message.get("headers", []))
            names = {name.lower() for name, _ in given}
            message = {**message, "headers": given + [header for header in HEADERS if header[0] not in names]}
        await send(message)

    return sending
