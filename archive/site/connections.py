"""Connections that are not let to stand about: half requests, answers that nobody takes, more of them than we can hold.

uvicorn closes a connection that says nothing for five seconds after an answer, but waits for ever for the rest of a
request that has begun, and for a reader of an answer that has been written.
"""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

SECONDS = 10.0
"""How long a request may take to arrive, and an answer may lie without a byte being taken."""
MOST = 500
"""Connections at once; the one that has longest been without a request gives way to a new one."""


class Connection(H11Protocol):
    """A connection that is looked at every ten seconds."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take it, and make room for it where there are too many."""
        super().connection_made(transport)
        self._since = self.loop.time()
        self._left = 0
        self._has_asked = self._has_taken = False
        self._next_look = self.loop.call_later(SECONDS, self._look)
        if len(self.connections) >= MOST:
            self._make_room()

    def connection_lost(self, exc: Exception | None) -> None:
        """Look at it no longer."""
        self._next_look.cancel()
        super().connection_lost(exc)

    def handle_events(self) -> None:
        """Answer what was asked for, and remember that something was."""
        before = self.cycle
        super().handle_events()
        if self.cycle is not before:
            self._has_asked, self._since = True, self.loop.time()

    def resume_writing(self) -> None:
        """Go on with an answer that is being taken."""
        self._has_taken = True
        super().resume_writing()

    @property
    def is_idle(self) -> bool:
        """Whether it is open, and there is nothing that we do for it."""
        has_answer = self.cycle is None or self.cycle.response_complete
        return has_answer and not self.transport.is_closing() and not self.transport.get_write_buffer_size()

    def _make_room(self) -> None:
        idle = [other for other in self.connections if isinstance(other, Connection) and other.is_idle]
        if idle:
            min(idle, key=lambda other: other._since).transport.abort()

    def _look(self) -> None:
        left = self.transport.get_write_buffer_size()
        is_stuck = 0 < self._left <= left and not self._has_taken
        if is_stuck or (self.is_idle and not self._has_asked):
            self.transport.abort()
            return
        self._left, self._has_asked, self._has_taken = left, False, False
        self._next_look = self.loop.call_later(SECONDS, self._look)


LIMITS: dict[str, Any] = {"http": Connection, "limit_concurrency": MOST + 100, "timeout_keep_alive": 5}
"""What uvicorn is told: connections that are all at work may be some more, then new ones are answered with 503."""
