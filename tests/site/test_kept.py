from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from archive.site import kept
from archive.site.serve import datasette_for
from tests.site.conftest import Site


def asked(
    *questions: dict[str, Any],
    cache: bytes = b"public, max-age=60",
    status: int = 200,
    memory: Any = None,
    **options: Any,
) -> int:
    """How often the application itself was asked."""
    calls: list[str] = []

    async def app(scope: Any, receive: Any, send: Callable[[Any], Any]) -> None:
        calls.append(scope["path"])
        await send({"type": "http.response.start", "status": status, "headers": [[b"Cache-Control", cache]]})
        await send({"type": "http.response.body", "body": options.get("body", b"x")})

    async def visit() -> None:
        keeping = kept.keeping(app, options.get("version", lambda: 0), memory or kept.Memory(30.0))
        for question in questions:
            answer: list[Any] = []

            async def send(message: Any, answer: list[Any] = answer) -> None:
                answer.append(message)

            scope = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": [], "language": "vi"}
            scope |= question
            await keeping(scope, None, send)  # type: ignore[arg-type]
            assert [message["type"] for message in answer] == ["http.response.start", "http.response.body"]

    asyncio.run(visit())
    return len(calls)


def test_the_same_page_is_made_once() -> None:
    assert asked({}, {}, {}) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"path": "/b"}, {"query_string": b"q=a"}, {"language": "en"}, {"headers": [(b"host", b"other.example")]},
        {"method": "HEAD"}, {"scheme": "https"},
    ],
)  # fmt: skip
def test_another_question_is_another_page(other: dict[str, Any]) -> None:
    assert asked({}, other) == 2


@pytest.mark.parametrize("name", ["cookie", "authorization"])
def test_a_user_is_always_answered_anew(name: str) -> None:
    user = {"headers": [(name.encode(), b"x")]}
    assert asked({}, user, user) == 3


@pytest.mark.parametrize(
    ("cookie", "language"),
    [
        ("lang=en", "en"), ("a=b; lang=en", "en"), ('lang="en"', "en"), ("lang=vi; lang=en", "en"), ("_ga=1", "vi"),
        ("lang=en; lang=vi", "vi"), ("lang=e n", "vi"), ("lang=fr", "vi"), ("xlang=en", "vi"), ("Lang=en", "vi"),
        ("a,b=1; lang=en", "vi"), ("", "vi"),
    ],
)  # fmt: skip
def test_whatever_cookies_a_visitor_has_his_page_is_kept_for_all_of_his_language(
    site: Site, cookie: str, language: str
) -> None:
    async def visit() -> list[Any]:
        datasette = datasette_for(site.folder, num_sql_threads=1)
        await datasette.invoke_startup()
        made = []
        render = datasette.render_template

        async def counted(*args: Any, **options: Any) -> str:
            made.append(args)
            return str(await render(*args, **options))

        datasette.render_template = counted
        headers = [{"cookie": "lang=vi"}, {"cookie": "lang=en"}, {"cookie": cookie}]
        answers = [await datasette.client.get("/gioi-thieu", headers=one) for one in headers]
        assert len(made) == 2
        return answers

    vietnamese, english, his = asyncio.run(visit())
    assert his.text == (english if language == "en" else vietnamese).text
    assert f'<html lang="{language}">' in his.text and "private" not in his.headers["cache-control"]


def test_a_cookie_of_datasette_makes_an_answer_private(site: Site) -> None:
    site.cookies |= {"ds_actor": "x", "lang": "en"}
    page = site.page("/gioi-thieu")
    assert '<html lang="en">' in page.text and "private" in page.headers["cache-control"]


@pytest.mark.parametrize(
    "options",
    [{"status": 503}, {"cache": b"no-store"}, {"memory": kept.Memory(-1.0)}, {"body": b"x" * (kept.LARGEST + 1)}],
)
def test_errors_what_is_private_what_is_old_and_what_is_large_are_not_kept(options: dict[str, Any]) -> None:
    assert asked({}, {}, **options) == 2


def test_what_was_written_meanwhile_is_told_at_once() -> None:
    versions = iter((1, 1, 2, 2))
    assert asked({}, {}, {}, {}, version=lambda: next(versions)) == 2


@pytest.mark.parametrize(("query", "times"), [("q=a&tinh=b&trang=2", 1), ("x=1", 2), ("q=a&x=", 2), ("q=a&%78=b", 2)])
def test_answers_to_words_that_no_page_knows_are_not_kept(query: str, times: int) -> None:
    assert asked({"query_string": query.encode()}, {"query_string": query.encode()}) == times


def test_the_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST_BYTES", 2_000)
    first, second = {"path": "/a"}, {"path": "/b"}
    assert asked(first, second, second, first) == 3


def test_all_that_is_held_counts_and_what_is_old_or_of_another_version_is_let_go(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = [0.0]
    monkeypatch.setattr(kept.time, "monotonic", lambda: now[0])
    memory = kept.Memory(30.0)
    long = [{"query_string": b"q=" + b"a" * 5900 + b"%d" % number} for number in range(10)]
    asked(*long, memory=memory)
    assert 10 * 7_000 < memory.size < 10 * 8_000
    now[0] = 31.0
    asked({}, memory=memory)
    assert 1_000 < memory.size < 2_000
    asked({"path": "/b"}, {"path": "/c"}, memory=memory, version=lambda: 1)
    assert 2_000 < memory.size < 4_000
    now[0] = 62.0
    assert memory.get(("/", b"", "", "", ""), 1) is None and memory.size == 0
