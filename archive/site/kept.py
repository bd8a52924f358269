"""Answers kept for a while: whoever asks for the same page within half a minute gets the same bytes.

They are forgotten when anything was written into what is served, so that what is withheld is gone at once. What may be
kept says so itself (`Cache-Control: public, …`); the visitor's language, and the address by which the site was reached,
are part of the question. Other cookies of his change nothing (see `archive.site.guard`), but a user of Datasette is
answered anew. Errors, redirects, files, whatever is larger than a page and answers to questions with words that no page
knows are not kept.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from sys import getsizeof
from urllib.parse import parse_qsl

from archive.site.address import FLAGS, PARAMETERS
from archive.site.asgi import Application, Message, Receive, Scope, Send

SECONDS = 30.0
MOST_BYTES = 64 * 2**20
LARGEST = 2**20
KNOWN = frozenset({*PARAMETERS.values(), *FLAGS.values(), "q", "xep", "trang", "ban-do"})
Question = tuple[str, bytes, str, str, str]
_OF_A_USER = (b"cookie", b"authorization")
_FRAME = 1_000
"""Bytes of the objects that hold an answer's parts together."""


class Memory:
    """The last answers with the time until which each is good; all are of one version of what is served."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._kept: OrderedDict[Question, tuple[float, list[Message]]] = OrderedDict()
        self._version = 0
        self.size = 0

    def get(self, question: Question, version: int) -> list[Message] | None:
        """The answer to a question, if it is still good; what is not is dropped."""
        now = time.monotonic()
        while self._kept and (version != self._version or next(iter(self._kept.values()))[0] <= now):
            self._drop(next(iter(self._kept)))
        self._version = version
        known = self._kept.get(question)
        return known[1] if known else None

    def put(self, question: Question, version: int, answer: list[Message]) -> None:
        """Keep an answer that was asked for at that version."""
        if version != self._version:
            return
        if question in self._kept:
            self._drop(question)
        self._kept[question] = (time.monotonic() + self._seconds, answer)
        self.size += _size(question, answer)
        while self.size > MOST_BYTES:
            self._drop(next(iter(self._kept)))

    def _drop(self, question: Question) -> None:
        self.size -= _size(question, self._kept.pop(question)[1])


def keeping(app: Application, version: Callable[[], int], memory: Memory | None = None) -> Application:
    """The application behind a memory of its last answers; `version` is that of what it answers from."""
    memory = memory or Memory(SECONDS)

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        if not _may_be_known(scope):
            await app(scope, receive, send)
            return
        question = (scope["path"], scope["query_string"], scope["language"], str(scope.get("scheme")), _host(scope))
        now = version()
        known = memory.get(question, now)
        if known is not None:
            for message in known:
                await send(message)
            return
        answer: list[Message] = []

        async def listening(message: Message) -> None:
            answer.append(message)
            await send(message)

        await app(scope, receive, listening)
        if _may_be_kept(answer):
            memory.put(question, now, answer)

    return application


def _may_be_known(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET" or any(name in _OF_A_USER for name, _ in scope["headers"]):
        return False
    names = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    return all(name in KNOWN for name, _ in names)


def _may_be_kept(answer: list[Message]) -> bool:
    if not answer or answer[0].get("status") != 200 or len(answer) != 2 or len(answer[1].get("body", b"")) > LARGEST:
        return False
    headers = {bytes(name).lower(): bytes(value) for name, value in answer[0].get("headers", [])}
    return b"public" in headers.get(b"cache-control", b"") and b"set-cookie" not in headers


def _size(question: Question, answer: list[Message]) -> int:
    """The memory that a kept answer takes, with its question and its headers."""
    headers = (part for message in answer for header in message.get("headers", ()) for part in header)
    bodies = (message.get("body", b"") for message in answer)
    return _FRAME + sum(map(getsizeof, (*question, *headers, *bodies)))


def _host(scope: Scope) -> str:
    return next((value.decode("latin-1") for name, value in scope.get("headers", []) if name == b"host"), "")
