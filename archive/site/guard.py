"""What no visitor gets: debugging pages, other people's tables, scripts, frames; around every answer of Datasette."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import parse_qsl, urlencode

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

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
_CLOSED_PATHS = re.compile(r"/-/(?!static(?:-plugins)?/).*|/_(?:internal|memory)(?:[/.].*)?|.*\.db")
_CLOSED_PARAMETERS = re.compile(r"_fts_table|_fts_pk|_where|_searchmode|_search_.*|_trace|_context|_through|_json|sql")
_METHODS = {"GET", "HEAD"}


def guarded(app: Application) -> Application:
    """The application behind our rules: GET and HEAD only, closed paths 404, closed parameters 400, safe headers."""

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        refused = _refusal(scope)
        if refused:
            await _refuse(refused, _with_headers(send))
            return
        await app(_without_empty_search(scope), receive, _with_headers(send))

    return application


def _refusal(scope: Scope) -> int | None:
    if scope["method"] not in _METHODS:
        return 405
    if _CLOSED_PATHS.fullmatch(scope["path"]):
        return 404
    names = (name for name, _ in parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True))
    return 400 if any(map(_CLOSED_PARAMETERS.fullmatch, names)) else None


def _without_empty_search(scope: Scope) -> Scope:
    """Datasette's search box sends `_search=` when nothing was typed, and would find nothing."""
    if b"_search=" not in scope["query_string"]:
        return scope
    pairs = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if name != "_search" or value.strip()]
    return {**scope, "query_string": urlencode(kept).encode()}


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            given = list(message.get("headers", []))
            names = {name.lower() for name, _ in given}
            message = {**message, "headers": given + [header for header in HEADERS if header[0] not in names]}
        await send(message)

    return sending


async def _refuse(status: int, send: Send) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store")]
    if status == 405:
        headers.append((b"allow", b"GET, HEAD"))
    words = {400: "Yêu cầu không hợp lệ. Bad request.", 404: "Không có trang này. Not found."}
    body = words.get(status, "Chỉ được đọc. Read only.").encode()
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
