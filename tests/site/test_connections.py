"""Connections that stand about, on a server of its own with looks twenty times a second."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest
import uvicorn
from uvicorn.server import ServerState

from archive.site import connections
from archive.site.asgi import Receive, Scope, Send
from archive.site.connections import LIMITS, Connection

LOOK = 0.05
LONG_LOOK = 0.5
"""Seconds within which a busy machine lets a reader take his turn."""
REQUEST = b"GET /%s HTTP/1.1\r\nHost: a\r\n\r\n"
Visit = Callable[[int], Awaitable[None]]


async def app(scope: Scope, _receive: Receive, send: Send) -> None:
    if scope["path"] == "/slow":
        await asyncio.sleep(5 * LOOK)
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"x" * (2**24 if scope["path"] == "/large" else 1)})


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "SECONDS", LOOK)


def with_server(visit: Visit) -> None:
    async def serving() -> None:
        config = uvicorn.Config(app, log_level="error", **LIMITS)
        config.load()
        state = ServerState()
        server = await asyncio.get_running_loop().create_server(lambda: Connection(config, state, {}), "127.0.0.1", 0)
        await visit(server.sockets[0].getsockname()[1])
        server.close()
        for connection in state.connections:
            connection.transport.abort()

    asyncio.run(serving())


async def is_closed(reader: asyncio.StreamReader) -> bool:
    try:
        return await asyncio.wait_for(reader.read(), 10) == b""
    except ConnectionResetError:
        return True


@pytest.mark.parametrize(
    "begun", ["", "GET / HTTP/1.1\r\nHo", "GET / HTTP/1.1\r\nHost: a\r\n"], ids=["nothing", "half a name", "no end"]
)
def test_half_a_request_is_not_waited_for(begun: str) -> None:
    async def visit(port: int) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(begun.encode())
        assert await is_closed(reader)

    with_server(visit)


def test_a_request_that_comes_byte_by_byte_is_not_waited_for() -> None:
    async def visit(port: int) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        closed = asyncio.ensure_future(is_closed(reader))
        while not closed.done():
            writer.write(b"a")
            await asyncio.sleep(LOOK / 5)
        assert closed.result()

    with_server(visit)


def test_the_next_half_request_of_a_connection_is_not_waited_for_either() -> None:
    async def visit(port: int) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(REQUEST % b"")
        assert b"200 OK" in await reader.readuntil(b"\r\n\r\n")
        writer.write(b"GET / HTTP/1.1\r\n")
        rest = await asyncio.wait_for(reader.read(), 10)
        assert rest.endswith(b"0\r\n\r\n")

    with_server(visit)


def test_an_answer_that_takes_long_to_make_is_waited_for() -> None:
    async def visit(port: int) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(REQUEST % b"slow")
        assert b"200 OK" in await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 10)

    with_server(visit)


def test_a_reader_who_takes_his_time_gets_all_and_one_who_takes_nothing_is_let_go(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(connections, "SECONDS", LONG_LOOK)

    async def visit(port: int) -> None:
        slow, asking = await asyncio.open_connection("127.0.0.1", port, limit=2**20)
        asking.write(REQUEST % b"large")
        taken = 0
        while taken < 2**24:
            taken += len(await slow.readexactly(2**20))
            await asyncio.sleep(LONG_LOOK / 10)
        stuck, asking = await asyncio.open_connection("127.0.0.1", port, limit=2**10)
        asking.write(REQUEST % b"large")
        await asyncio.sleep(3 * LONG_LOOK)
        with pytest.raises((ConnectionResetError, asyncio.IncompleteReadError)):
            await stuck.readexactly(2**24)

    with_server(visit)


def test_half_requests_give_way_to_whoever_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "SECONDS", 60.0)
    monkeypatch.setattr(connections, "MOST", 3)

    async def visit(port: int) -> None:
        half = []
        for _ in range(6):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(b"GET / HT")
            half.append(reader)
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(REQUEST % b"")
        assert b"200 OK" in await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 10)
        assert [await is_closed(one) for one in half[:4]] == [True] * 4

    with_server(visit)
