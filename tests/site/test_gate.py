from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from datasette.utils.asgi import Response

from archive.site import gate
from archive.site.asgi import Message, Receive, Scope, Send
from archive.site.gate import MOST_OF_A_VISITOR, MOST_WAITING
from archive.site.guard import guarded
from tests.site.conftest import Site

ATTACKER, READER = "203.0.113.7", "198.51.100.2"
HEAVY, LIGHT = "/tra-cuu", "/tin/abc"


class Crowd:
    """Visitors of an application that answers nothing before `open` is set; `started` are those it works for."""

    def __init__(self, **options: Any) -> None:
        self.open = asyncio.Event()
        self.started: list[str] = []
        self.answers: list[tuple[str, int, bytes | None]] = []
        self._site = guarded(self._app, lambda: 0, self._refused, **options)

    def come(self, visitor: str, path: str = HEAVY, *, receive: Receive | None = None) -> asyncio.Task[None]:
        scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "client": (visitor, 1)}

        async def send(message: Message) -> None:
            if message["type"] == "http.response.start":
                wait = dict(message["headers"]).get(b"retry-after")
                self.answers.append((visitor, message["status"], wait))

        return asyncio.ensure_future(self._site(scope, receive or waiting_client, send))

    def statuses(self, visitor: str) -> Counter[int]:
        return Counter(status for who, status, _ in self.answers if who == visitor)

    async def _app(self, scope: Scope, _receive: Receive, send: Send) -> None:
        self.started.append(scope["client"][0])
        if scope["path"] == HEAVY:
            await self.open.wait()
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async def _refused(self, _scope: Scope, status: int, kind: str) -> Response:
        return Response.text(kind, status=status)


async def waiting_client() -> Message:
    await asyncio.Event().wait()
    return {}


async def settle() -> None:
    for _ in range(300):
        await asyncio.sleep(0)


def run(visit: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(visit())  # type: ignore[arg-type]


def test_one_visitors_searches_leave_a_place_to_others_and_never_stop_the_cheap_pages() -> None:
    async def visit() -> None:
        crowd = Crowd(places=3)
        for _ in range(50):
            crowd.come(ATTACKER)
        await settle()
        assert crowd.started == [ATTACKER, ATTACKER]
        assert crowd.statuses(ATTACKER) == {429: 50 - MOST_OF_A_VISITOR}
        assert all(wait == b"2" for _, _, wait in crowd.answers)
        crowd.come(READER, LIGHT)
        crowd.come(READER)
        await settle()
        assert crowd.statuses(READER) == {200: 1} and crowd.started[2:] == [READER, READER]
        crowd.open.set()
        await settle()
        assert crowd.statuses(ATTACKER)[200] == MOST_OF_A_VISITOR and crowd.statuses(READER) == {200: 2}

    run(visit)


@pytest.mark.parametrize(
    ("attackers", "before"),
    [
        (("203.0.113.1", "203.0.113.2"), 3),
        (tuple(f"203.0.113.{number}" for number in range(1, 10)), 9),
        (tuple(f"2001:db8:1:{number:x}00::1" for number in range(1, 20)), 2),
    ],
    ids=["two", "more than may wait", "a network"],
)
def test_the_requests_of_others_cost_a_visitor_one_round_however_many_they_are(
    attackers: tuple[str, ...], before: int
) -> None:
    async def visit() -> None:
        crowd = Crowd(places=3)
        for _ in range(MOST_OF_A_VISITOR):
            for attacker in attackers:
                crowd.come(attacker)
        await settle()
        crowd.come(READER)
        await settle()
        crowd.open.set()
        await settle()
        assert crowd.statuses(READER) == {200: 1}
        assert crowd.started.index(READER) == before

    run(visit)


def test_where_too_many_wait_the_newest_of_whoever_has_most_is_turned_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "MOST_WAITING", 4)

    async def visit() -> None:
        crowd = Crowd(places=2)
        for visitor in (ATTACKER, ATTACKER, ATTACKER, "198.51.100.3", "198.51.100.3", READER):
            crowd.come(visitor)
        await settle()
        assert crowd.started == [ATTACKER, "198.51.100.3"] and not crowd.answers
        crowd.come("198.51.100.4")
        await settle()
        assert crowd.answers == [(ATTACKER, 503, b"2")]
        crowd.open.set()
        await settle()
        assert crowd.started[2:] == [READER, "198.51.100.4", ATTACKER, "198.51.100.3"]

    run(visit)


def test_a_network_never_takes_the_last_place() -> None:
    async def visit() -> None:
        crowd = Crowd(places=3)
        for number in range(5):
            crowd.come(f"2001:db8:1:{number:x}00::1")
        await settle()
        assert len(crowd.started) == 2
        crowd.come("2001:db8:2::1")
        await settle()
        assert crowd.started[2:] == ["2001:db8:2::1"]
        crowd.open.set()
        await settle()

    run(visit)


def test_who_waits_is_served_in_turn_and_beyond_a_bound_turned_away() -> None:
    async def visit() -> None:
        crowd = Crowd(places=2)
        visitors = [f"198.51.100.{number}" for number in range(MOST_WAITING + 5)]
        for visitor in visitors:
            crowd.come(visitor)
        await settle()
        assert crowd.started == visitors[:2]
        assert crowd.answers == [(visitor, 503, b"2") for visitor in visitors[-3:]]
        crowd.open.set()
        await settle()
        assert crowd.started == visitors[:-3]

    run(visit)


def test_nobody_waits_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "SECONDS", 0.0)

    async def visit() -> None:
        crowd = Crowd()
        crowd.come(ATTACKER)
        await crowd.come(READER)
        assert crowd.statuses(READER) == {503: 1} and crowd.started == [ATTACKER]
        crowd.open.set()
        await settle()
        await crowd.come(READER)
        assert crowd.statuses(READER) == {503: 1, 200: 1}

    run(visit)


@pytest.mark.parametrize("at_once", [False, True], ids=["gone before his turn", "gone as his turn comes"])
def test_what_waits_for_a_visitor_who_has_gone_is_never_made(at_once: bool) -> None:
    async def visit() -> None:
        crowd = Crowd()
        gone = asyncio.Event()

        async def receive() -> Message:
            await gone.wait()
            return {"type": "http.disconnect"}

        crowd.come(ATTACKER)
        leaver = crowd.come(READER, receive=receive)
        await settle()
        gone.set()
        if not at_once:
            await leaver
        crowd.open.set()
        await settle()
        assert leaver.done() and crowd.started == [ATTACKER] and not crowd.statuses(READER)
        await crowd.come(READER)
        assert crowd.statuses(READER) == {200: 1}

    run(visit)


def test_a_request_that_is_given_up_gives_its_turn_to_the_next() -> None:
    async def visit() -> None:
        crowd = Crowd()
        first, second, third = crowd.come(ATTACKER), crowd.come(READER), crowd.come("198.51.100.3")
        await settle()
        second.cancel()
        first.cancel()
        await settle()
        assert crowd.started == [ATTACKER, "198.51.100.3"]
        crowd.open.set()
        await third

    run(visit)


def test_a_slow_reader_keeps_nobody_waiting() -> None:
    async def visit() -> None:
        crowd = Crowd()
        crowd.open.set()
        scope = {"type": "http", "method": "GET", "path": HEAVY, "query_string": b"", "headers": []}

        async def stuck(_message: Message) -> None:
            await asyncio.Event().wait()

        reading = asyncio.ensure_future(crowd._site({**scope, "client": (ATTACKER, 1)}, waiting_client, stuck))
        await settle()
        await crowd.come(READER)
        assert crowd.statuses(READER) == {200: 1} and not reading.done()
        reading.cancel()

    run(visit)


def test_without_a_limit_visitors_are_not_told_apart() -> None:
    async def visit() -> None:
        crowd = Crowd(places=3, limited=False)
        for _ in range(20):
            crowd.come(READER)
        await settle()
        assert len(crowd.started) == 3
        crowd.open.set()
        await settle()
        assert crowd.statuses(READER) == {200: 20}

    run(visit)


@pytest.mark.parametrize(("language", "words"), [("vi", "cùng một lúc"), ("en", "at the same time")])
def test_a_crowd_is_told_in_the_visitors_language(
    site: Site, monkeypatch: pytest.MonkeyPatch, language: str, words: str
) -> None:
    monkeypatch.setattr(gate, "MOST_WAITING", 0)
    site.cookies["lang"] = language
    page, data = site.get("/tra-cuu?q=a", "/tra-cuu.json?q=a")
    assert page.status_code == 503 and words in page.text and page.headers["retry-after"] == "2"
    assert data.json() == {"ok": False, "status": 503, "error": "crowded"}
