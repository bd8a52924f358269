"""Scrapy's download handler of the project: for each request a connection, the answer or a named error.

A connection stands for the next request of its origin. It is made to an address that `scraper.resolver` has checked,
so a name cannot lead elsewhere in between. Scrapy's signals of bytes and headers on their way are not sent.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
import time
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.exceptions import (
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)
from scrapy.http import Headers as ScrapyHeaders
from scrapy.responsetypes import responsetypes
from scrapy.utils.httpobj import urlparse_cached

from scraper.client.connection import Answer, ClosedError, Connection
from scraper.client.wire import CutError, Headers, NotHttpError, TooLargeError, Wire, request_bytes
from scraper.origins import DEFAULT_PORTS, Origin, opened_origins, origin_of
from scraper.resolver import addresses_to_connect
from scraper.rests import Rests
from scraper.tls import client_context

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

IDLE_SECONDS = 240.0
"""How long a connection stands without a request."""
PATIENCE_SECONDS = 4.0
"""How long an address of several may be silent before the next one is tried."""
SAFE_TO_REPEAT = frozenset({"GET", "HEAD"})
WIRE = "kehoach_wire"
"""Where a request's meta holds the `Wire` of its exchange."""
_OF_TRANSFER = frozenset({b"transfer-encoding", b"trailer"})


class Server(NamedTuple):
    """Where requests go."""

    scheme: str
    host: str
    port: int

    @property
    def named(self) -> str:
        """As the Host header names it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"


class ClientHandler(BaseDownloadHandler):
    """Fetches over HTTP/1.1, for both schemes."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        settings = crawler.settings
        self._timeout = settings.getfloat("DOWNLOAD_TIMEOUT")
        self._most = settings.getint("DOWNLOAD_MAXSIZE")
        self._most_at_once = settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN")
        self._opened = opened_origins(settings.getlist("KEHOACH_ALLOW_PRIVATE"))
        self._rests = Rests()
        self._turns: defaultdict[Origin, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(self._most_at_once))
        self._idle: dict[Server, list[Connection]] = {}

    async def download_request(self, request: Request) -> Response:
        """The answer; raises Scrapy's exceptions of downloads, and ForbiddenAddressError for a private address.

        RestingError where the origin asked to be left alone, be it after the request was put into Scrapy's queue. An
        origin is asked no more than `CONCURRENT_REQUESTS_PER_DOMAIN` at once: Scrapy starts all that it has in its
        queue where a portal has no delay, since it counts a transfer only when its task runs.
        `download_timeout` and `download_maxsize` in the request's meta are its own limits, in seconds and bytes.
        """
        patience = float(request.meta.get("download_timeout") or self._timeout)
        origin = origin_of(request.url)
        async with self._turns[origin]:
            self._rests.check(origin)
            try:
                async with asyncio.timeout(patience):
                    response = await self._fetch(request)
            except TimeoutError as error:
                raise DownloadTimeoutError(f"Getting {request.url} took longer than {patience:g} seconds.") from error
            except CutError as error:
                raise ResponseDataLossError(f"{request.url} ended too early") from error
            except TooLargeError as error:
                raise DownloadCancelledError(f"{request.url} is too large") from error
            except ConnectionRefusedError as error:
                raise DownloadConnectionRefusedError(str(error)) from error
            except (ClosedError, NotHttpError, OSError) as error:
                raise DownloadFailedError(str(error)) from error
            self._rests.note(origin, response)
            return response

    async def close(self) -> None:
        """Close what stands idle."""
        for connections in self._idle.values():
            for connection in connections:
                connection.close()
        self._idle.clear()

    async def _fetch(self, request: Request) -> Response:
        parts, origin = urlparse_cached(request), origin_of(request.url)
        server = Server(parts.scheme, origin.host, origin.port)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        told = [(name, value) for name, values in request.headers.items() for value in values]
        sent = request_bytes(request.method, target, server.named, told, request.body)
        most = request.meta.get("download_maxsize", self._most)
        asked_at = time.monotonic()
        connection = self._standing(server)
        repeat = connection is not None and request.method in SAFE_TO_REPEAT
        connection = connection or await self._connect(server)
        try:
            answer = await connection.exchange(sent, request.method, most)
        except ClosedError as error:
            if not (repeat and error.silent):  # a server may close what stands idle at any time
                raise
            connection = await self._connect(server)
            answer = await connection.exchange(sent, request.method, most)
        request.meta["download_latency"] = answer.answered_at - asked_at
        self._let_stand(server, connection)
        headers = tuple(header for header in answer.head.headers if header[0].lower() not in _OF_TRANSFER)
        request.meta[WIRE] = Wire(sent, headers)
        return _response(request, answer, headers, connection)

    def _standing(self, server: Server) -> Connection | None:
        idle = self._idle.get(server, [])
        while idle:
            connection = idle.pop()
            if connection.is_open and time.monotonic() - connection.idle_since < IDLE_SECONDS:
                return connection
            connection.close()
        return None

    def _let_stand(self, server: Server, connection: Connection) -> None:
        idle = self._idle.setdefault(server, [])
        if len(idle) < self._most_at_once:
            idle.append(connection)
        else:
            connection.close()

    async def _connect(self, server: Server) -> Connection:
        """A connection to the first of the server's addresses that takes it."""
        over_tls: dict[str, Any] = {}
        if server.scheme == "https":
            over_tls = {"ssl": self._tls, "server_hostname": server.host}
        *first, last = await addresses_to_connect(server.host, server.port, self._opened)
        for address in first:
            try:
                return await _connect_to(address, server.port, over_tls, PATIENCE_SECONDS)
            except ssl.SSLError:
                raise
            except OSError:
                continue
        return await _connect_to(last, server.port, over_tls, None)

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        return client_context(
            verified=self.crawler.settings.getbool("DOWNLOAD_VERIFY_CERTIFICATES"),
            old=self.crawler.settings.getbool("KEHOACH_OLD_TLS"),
        )


async def _connect_to(address: str, port: int, over_tls: dict[str, Any], patience: float | None) -> Connection:
    """A connection to one address; TimeoutError where that is silent for so long before TLS begins."""
    loop = asyncio.get_running_loop()
    reached = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
    try:
        reached.setblocking(False)
        async with asyncio.timeout(patience):
            await loop.sock_connect(reached, (address, port))
        return (await loop.create_connection(Connection, sock=reached, **over_tls))[1]
    except BaseException:
        reached.close()
        raise


def _response(request: Request, answer: Answer, headers: Headers, connection: Connection) -> Response:
    told = ScrapyHeaders(headers)
    url = request.url.partition("#")[0]
    made: type[Response] = responsetypes.from_args(headers=told, url=url, body=answer.body)
    return made(
        url=url,
        status=answer.head.status,
        headers=told,
        body=answer.body,
        ip_address=connection.address,
        protocol=answer.head.protocol,
    )
