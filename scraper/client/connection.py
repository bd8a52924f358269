"""One connection to a server, over which one request after the other goes out and is answered."""

from __future__ import annotations

import asyncio
import ipaddress
import time
from typing import NamedTuple, cast

from scraper.client.wire import Body, CutError, Head, HeadReader, NotHttpError, TooLargeError, body_of


class ClosedError(Exception):
    """The connection was closed before a whole head had come; `silent` where nothing at all had."""

    def __init__(self, *, silent: bool) -> None:
        super().__init__("the connection was closed")
        self.silent = silent


class Answer(NamedTuple):
    """An answer without its coding of transfer; `answered_at` is when its head was whole, by `time.monotonic`."""

    head: Head
    body: bytes
    answered_at: float


class Connection(asyncio.Protocol):
    """Carries one exchange at a time."""

    def __init__(self) -> None:
        self.is_open = False
        self.idle_since = 0.0
        self.address: ipaddress.IPv4Address | ipaddress.IPv6Address | None = None
        self._transport: asyncio.Transport
        self._answer: asyncio.Future[Answer] | None = None

    async def exchange(self, sent: bytes, method: str, most: int) -> Answer:
        """Send a request and wait for its answer of at most so many bytes.

        Raises ClosedError, NotHttpError, CutError or TooLargeError, after which the connection is closed; it is too
        where the wait is cancelled.
        """
        self._method, self._most = method, most
        self._silent = True
        self._heading = HeadReader()
        self._body: Body | None = None
        self._answer = asyncio.get_running_loop().create_future()
        try:
            if not self.is_open:
                raise ClosedError(silent=True)
            self._transport.write(sent)
            return await self._answer
        except BaseException:
            self.close()
            raise
        finally:
            self._answer = None

    def close(self) -> None:
        """Close at once, whatever is on its way."""
        self.is_open = False
        self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The event loop's word for the beginning."""
        self._transport = cast(asyncio.Transport, transport)
        self.is_open = True
        peer = transport.get_extra_info("peername")
        self.address = ipaddress.ip_address(peer[0].split("%")[0]) if peer else None

    def data_received(self, data: bytes) -> None:
        """The event loop's word for bytes that came; those that nobody asked for close the connection."""
        if self._answer is None or self._answer.done():
            self.close()
            return
        self._silent = False
        try:
            self._read(data)
        except (NotHttpError, CutError, TooLargeError) as error:
            self._answer.set_exception(error)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        """The event loop's word for the end: for some answers it is theirs, for the others it comes too early."""
        self.is_open = False
        if self._answer is None or self._answer.done():
            return
        if self._body is None:
            self._answer.set_exception(ClosedError(silent=self._silent))
            return
        try:
            self._end(self._body.closed())
        except CutError as error:
            self._answer.set_exception(error)

    def _read(self, data: bytes) -> None:
        if self._body is None:
            read = self._heading.feed(data)
            if read is None:
                return
            self._head, data = read
            self._answered_at = time.monotonic()
            self._body = body_of(self._head, self._method, self._most)
        if data:
            self._body.feed(data)
        if self._body.is_whole:
            if not (self._body.reusable and self._head.keeps_open()):
                self.close()
            self._end(self._body.content())

    def _end(self, body: bytes) -> None:
        assert self._answer is not None
        self.idle_since = time.monotonic()
        self._answer.set_result(Answer(self._head, body, self._answered_at))
