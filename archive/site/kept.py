"""Answers kept for a while: whoever asks for the same page within half a minute gets the same bytes.

They are forgotten when anything was written into what is served, so that what is withheld is gone at once. What may be
kept says so itself (`Cache-Control: public, …`); the visitor's language is part of the question. Errors, redirects,
files and whatever is larger than a page are not kept.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

from archive.site.asgi import Application, Message, Receive, Scope, Send
from archive.site.words import COOKIE, LANGUAGES

SECONDS = 30.0
MOST_BYTES = 64 * 2**20
LARGEST = 2**20
Question = tuple[str, bytes, str, str, int]


def keeping(app: Application, version: Callable[[], int], seconds: float = SECONDS) -> Application:
    """The application behind a memory of its last answers; `version` is that of what it answers from."""
    kept: OrderedDict[Question, tuple[float, list[Message]]] = OrderedDict()
    size = 0

    def forget_oldest() -> int:
        return _size(kept.popitem(last=False)[1][1])

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        nonlocal size
        if scope["type"] != "http" or scope["method"] != "GET":
            await app(scope, receive, send)
            return
        question = (scope["path"], scope["query_string"], _language(scope), _host(scope), version())
        known = kept.get(question)
        if known is not None and time.monotonic() < known[0]:
            for message in known[1]:
                await send(message)
            return
        answer: list[Message] = []

        async def listening(message: Message) -> None:
            answer.append(message)
            await send(message)

        await app(scope, receive, listening)
        if _may_be_kept(answer):
            if question in kept:
                size -= _size(kept.pop(question)[1])
            kept[question] = (time.monotonic() + seconds, answer)
            size += _size(answer)
            while size > MOST_BYTES:
                size -= forget_oldest()

    return application


def _may_be_kept(answer: list[Message]) -> bool:
    if not answer or answer[0].get("status") != 200 or len(answer) != 2 or _size(answer) > LARGEST:
        return False
    headers = {bytes(name).lower(): bytes(value) for name, value in answer[0].get("headers", [])}
    return b"public" in headers.get(b"cache-control", b"") and b"set-cookie" not in headers


def _size(answer: list[Message]) -> int:
    return sum(len(message.get("body", b"")) for message in answer)


def _language(scope: Scope) -> str:
    cookies = b"; ".join(value for name, value in scope.get("headers", []) if name == b"cookie").decode("latin-1")
    return next((chosen for chosen in LANGUAGES if f"{COOKIE}={chosen}" in cookies.replace(" ", "").split(";")), "")


def _host(scope: Scope) -> str:
    return next((value.decode("latin-1") for name, value in scope.get("headers", []) if name == b"host"), "")
