"""The crawler's HTTP client: answers in pieces of any size, connections that stand, what the wire carried."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Coroutine, Iterator
from contextlib import ExitStack, contextmanager, suppress
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy import Request
from scrapy.exceptions import DownloadFailedError
from scrapy.http import HtmlResponse
from scrapy.settings import Settings

from scraper.client.handler import WIRE, ClientHandler
from scraper.client.wire import Body, CutError, HeadReader, NotHttpError, TooLargeError, Wire, body_of, request_bytes

MOST = 100
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
INTERIM = b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"


def read(answer: bytes, step: int, method: str = "GET") -> tuple[int, bytes | None, bool]:
    """Status, body and whether the connection may stand, of an answer that comes in pieces and then ends."""
    reader, body, head = HeadReader(), None, None
    for start in range(0, len(answer), step):
        piece = answer[start : start + step]
        if body is None:
            found = reader.feed(piece)
            if found is None:
                continue
            head, piece = found
            body = body_of(head, method, MOST)
        if piece and not body.is_whole:
            body.feed(piece)
    assert isinstance(body, Body)
    assert head is not None
    content = body.content() if body.is_whole else body.closed()
    return head.status, content, body.reusable and head.keeps_open()


ANSWERS: list[tuple[bytes, bytes, bool]] = [
    (HEAD + b"Content-Length: 4\r\n\r\nabcd", b"abcd", True),
    (HEAD + b"Content-Length: 4, 4\r\n\r\nabcd", b"abcd", True),
    (HEAD + b"Content-Length: 0\r\n\r\n", b"", True),
    (HEAD + b"Content-Length: 4\r\nConnection: Close\r\n\r\nabcd", b"abcd", False),
    (HEAD + b"Connection: close\r\n\r\nabcd", b"abcd", False),
    (HEAD + b"\r\nabcd", b"abcd", False),
    (HEAD + b"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n1;x=y\r\nd\r\n0\r\n\r\n", b"abcd", True),
    (HEAD + b"Transfer-Encoding: Chunked\r\n\r\n04 \r\nabcd\r\n0\r\nX-Sum: 1\r\n\r\n", b"abcd", True),
    (HEAD + b"Transfer-Encoding: chunked\n\n4\nabcd\n0\n\n", b"abcd", True),
    (HEAD + b"Transfer-Encoding: identity\r\nContent-Length: 4\r\n\r\nabcd", b"abcd", True),
    (HEAD.replace(b"\r\n", b"\n") + b"Content-Length: 4\n\nabcd", b"abcd", True),
    (b"HTTP/1.0 200 OK\r\nContent-Length: 4\r\n\r\nabcd", b"abcd", False),
    (b"HTTP/1.0 200 OK\r\nContent-Length: 4\r\nConnection: keep-alive\r\n\r\nabcd", b"abcd", True),
    (INTERIM + HEAD + b"Content-Length: 4\r\n\r\nabcd", b"abcd", True),
]


@pytest.mark.parametrize("step", [1, 2, 3, 7, 1000])
@pytest.mark.parametrize(("answer", "body", "stands"), ANSWERS, ids=str)
def test_an_answer_is_the_same_in_pieces_of_any_size(answer: bytes, body: bytes, stands: bool, step: int) -> None:
    assert read(answer, step) == (200, body, stands)


@pytest.mark.parametrize("step", [1, 1000])
@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (HEAD + b"Content-Length: 5\r\n\r\nabcd", CutError),
        (HEAD + b"Content-Length: 101\r\n\r\n", TooLargeError),
        (HEAD + b"\r\n" + b"a" * 101, TooLargeError),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n65\r\n" + b"a" * 101, TooLargeError),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n", CutError),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n4\r\nabcdef\r\n0\r\n\r\n", CutError),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n-4\r\nabcd\r\n0\r\n\r\n", CutError),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n0x4\r\nabcd\r\n0\r\n\r\n", CutError),
        (HEAD + b"Transfer-Encoding: gzip, chunked\r\n\r\n", NotHttpError),
        (HEAD + b"Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd", NotHttpError),
        (HEAD + b"Content-Length: +4\r\n\r\nabcd", NotHttpError),
        (b"<html>\n\n", NotHttpError),
        (b"HTTP/1.1 2000 OK\r\n\r\n", NotHttpError),
    ],
    ids=str,
)
def test_what_does_not_end_where_it_says_is_no_answer(answer: bytes, error: type[Exception], step: int) -> None:
    with pytest.raises(error):
        read(answer, step)


@pytest.mark.parametrize(("method", "status"), [("HEAD", 200), ("GET", 204), ("GET", 304)])
def test_some_answers_have_no_body_whatever_their_length(method: str, status: int) -> None:
    told = b"HTTP/1.1 %d X\r\nContent-Length: 4\r\n\r\n" % status
    assert read(told, 1000, method) == (status, b"", True)


def test_a_request_is_one_head_whatever_its_values_hold() -> None:
    sent = request_bytes("POST", "/tim?q=1", "a.vn:81", [(b"Referer", b"x\r\nEvil: 1")], b"a=b")
    assert sent == b"POST /tim?q=1 HTTP/1.1\r\nHost: a.vn:81\r\nReferer: x  Evil: 1\r\nContent-Length: 3\r\n\r\na=b"


class Server:
    """Answers each request of a connection with the next of its answers; `closes` it unasked at the second one."""

    def __init__(self, answers: list[bytes], *, closes: bool) -> None:
        self.answers = iter(answers)
        self.closes = closes
        self.asked: list[bytes] = []
        self.connections = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        with suppress(asyncio.IncompleteReadError):
            while True:
                self.asked.append(await reader.readuntil(b"\r\n\r\n"))
                if self.closes and len(self.asked) == 2:
                    break
                writer.write(next(self.answers))
        writer.close()


Act = Callable[[ClientHandler, str], Coroutine[Any, Any, None]]


def exchange(answers: list[bytes], act: Act, *, closes: bool = False) -> Server:
    """Let the client of a crawl talk to a server with these answers."""

    async def both() -> Server:
        told = Server(answers, closes=closes)
        server = await asyncio.start_server(told.serve, "127.0.0.1", 0)
        origin = f"127.0.0.1:{server.sockets[0].getsockname()[1]}"
        settings = Settings({"KEHOACH_ALLOW_PRIVATE": [origin], "DOWNLOAD_TIMEOUT": 5.0})
        client = ClientHandler(SimpleNamespace(settings=settings))  # type: ignore[arg-type]
        try:
            await act(client, f"http://{origin}")
        finally:
            await client.close()
            server.close()
        return told

    return asyncio.run(both())


def ok(body: bytes, *more: bytes) -> bytes:
    lines = [b"HTTP/1.1 200 OK", b"content-TYPE: text/html", *more]
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


def sized(body: bytes) -> bytes:
    return ok(body, b"Content-Length: %d" % len(body))


def test_one_connection_carries_one_request_after_the_other() -> None:
    async def act(client: ClientHandler, origin: str) -> None:
        for number in range(3):
            request = Request(f"{origin}/{number}?a=b#part")
            response = await client.download_request(request)
            assert isinstance(response, HtmlResponse)
            assert (response.body, response.url) == (b"%d" % number, f"{origin}/{number}?a=b")
            assert str(response.ip_address) == "127.0.0.1"
            assert request.meta["download_latency"] > 0

    server = exchange([sized(b"0"), sized(b"1"), sized(b"2")], act)
    assert server.connections == 1
    assert [line.split(b" ")[1] for line in server.asked] == [b"/0?a=b", b"/1?a=b", b"/2?a=b"]


def test_a_connection_that_was_closed_while_it_stood_is_made_anew_for_what_may_be_repeated() -> None:
    async def get(client: ClientHandler, origin: str) -> None:
        await client.download_request(Request(f"{origin}/0"))
        assert (await client.download_request(Request(f"{origin}/1"))).body == b"1"

    async def post(client: ClientHandler, origin: str) -> None:
        await client.download_request(Request(f"{origin}/0"))
        with pytest.raises(DownloadFailedError):
            await client.download_request(Request(f"{origin}/1", method="POST", body=b"x"))

    assert exchange([sized(b"0"), sized(b"1")], get, closes=True).connections == 2
    assert exchange([sized(b"0"), sized(b"1")], post, closes=True).connections == 1


def test_a_connection_that_is_out_of_step_is_not_used_again() -> None:
    async def act(client: ClientHandler, origin: str) -> None:
        for _ in range(2):
            assert (await client.download_request(Request(origin))).body == b"0"

    assert exchange([sized(b"0") + b"smuggled", sized(b"0")], act).connections == 2


def test_an_address_that_is_silent_or_shut_costs_a_moment_and_the_next_one_answers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    silent, shut = "127.0.0.91", "127.0.0.92"
    monkeypatch.setattr("scraper.resolver.system_lookup", lambda host, port: [silent, shut, host])
    monkeypatch.setattr("scraper.client.handler.PATIENCE_SECONDS", 0.2)

    async def act(client: ClientHandler, origin: str) -> None:
        port = int(origin.rpartition(":")[2])
        with _never_accepting(silent, port):
            response = await client.download_request(Request(origin))
        assert (response.body, str(response.ip_address)) == (b"0", "127.0.0.1")

    assert exchange([sized(b"0")], act).connections == 1


@contextmanager
def _never_accepting(address: str, port: int) -> Iterator[None]:
    """Listen at an address whose queue is full, so that nobody who comes is answered."""
    with ExitStack() as open_sockets:
        listening = open_sockets.enter_context(socket.create_server((address, port), backlog=0))
        for _ in range(3):
            waiting = open_sockets.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(listening.getsockname())
        yield


def test_an_exchange_is_told_as_it_went_over_the_wire_but_for_its_chunks() -> None:
    async def act(client: ClientHandler, origin: str) -> None:
        request = Request(origin, headers={"Accept": "*/*"})
        response = await client.download_request(request)
        wire: Wire = request.meta[WIRE]
        assert wire.headers == ((b"content-TYPE", b"text/html"), (b"X-a", b"1"), (b"X-A", b"2"))
        assert wire.sent.startswith(b"GET / HTTP/1.1\r\nHost: 127.0.0.1:")
        assert wire.sent.endswith(b"\r\nAccept: */*\r\n\r\n")
        assert response.headers.getlist("x-a") == [b"1", b"2"]
        assert response.body == b"abc"

    exchange([ok(b"3\r\nabc\r\n0\r\n\r\n", b"X-a: 1", b"Transfer-Encoding: chunked", b"X-A: 2")], act)
