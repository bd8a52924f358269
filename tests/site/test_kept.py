from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from archive.site import kept


def asked(*questions: dict[str, Any], cache: bytes = b"public, max-age=60", status: int = 200, **options: Any) -> int:
    """How often the application itself was asked."""
    calls: list[str] = []

    async def app(scope: Any, receive: Any, send: Callable[[Any], Any]) -> None:
        calls.append(scope["path"])
        await send({"type": "http.response.start", "status": status, "headers": [[b"Cache-Control", cache]]})
        await send({"type": "http.response.body", "body": options.get("body", b"x")})

    async def visit() -> None:
        keeping = kept.keeping(app, options.get("version", lambda: 0), options.get("seconds", 30.0))
        for question in questions:
            answer: list[Any] = []

            async def send(message: Any, answer: list[Any] = answer) -> None:
                answer.append(message)

            scope = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": []} | question
            await keeping(scope, None, send)  # type: ignore[arg-type]
            assert [message["type"] for message in answer] == ["http.response.start", "http.response.body"]

    asyncio.run(visit())
    return len(calls)


ENGLISH = {"headers": [(b"cookie", b"a=b; lang=en")]}


def test_the_same_page_is_made_once() -> None:
    assert asked({}, {}, {}) == 1


@pytest.mark.parametrize(
    "other",
    [{"path": "/b"}, {"query_string": b"q=a"}, ENGLISH, {"headers": [(b"host", b"other.example")]}, {"method": "HEAD"}],
)
def test_another_question_is_another_page(other: dict[str, Any]) -> None:
    assert asked({}, other) == 2


@pytest.mark.parametrize(
    "options", [{"status": 503}, {"cache": b"no-store"}, {"seconds": -1.0}, {"body": b"x" * (kept.LARGEST + 1)}]
)
def test_errors_what_is_private_what_is_old_and_what_is_large_are_not_kept(options: dict[str, Any]) -> None:
    assert asked({}, {}, **options) == 2


def test_what_was_written_meanwhile_is_told_at_once() -> None:
    versions = iter((1, 1, 2, 2))
    assert asked({}, {}, {}, {}, version=lambda: next(versions)) == 2


def test_the_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST_BYTES", 10)
    first, second = {"path": "/a"}, {"path": "/b"}
    assert asked(first, second, second, first, body=b"xxxxxxx") == 3
