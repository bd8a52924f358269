"""Whose expensive page is made now: a few at once, the rest in turn, so that nobody stands in everybody's way.

A visitor's requests never take the last place, wait for each other, and are turned away where he has too many of them.
The pages that are cheap pass by: some threads of SQLite are never given to the others. A request has its place until
its answer begins, however slowly that is taken. One whose visitor has gone loses its turn.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from typing import Literal

from archive.site import allowance
from archive.site.asgi import Application, Message, Receive, Scope, Send
from archive.site.rate import household, is_expensive

THREADS_KEPT = 2
"""Threads of SQLite for pages that are cheap."""
MOST_OF_A_VISITOR = 8
MOST_WAITING = 64
SECONDS = 5.0
"""How long anybody waits for his turn."""
AGAIN = 2.0
"""After how many seconds who was turned away may come again."""
Verdict = Literal["in", "too_many", "crowded", "gone"]
Refuse = Callable[[Scope, Send, int, str, float], Awaitable[None]]
"""Sends the answer to a request that is refused: status, kind, seconds to wait."""
_STATUS = {"too_many": 429, "crowded": 503}


class Gate:
    """Places for requests, and who waits for one; `limited` is False where visitors are not told apart."""

    def __init__(self, places: int, *, limited: bool = True) -> None:
        self._free = places
        self._limited = limited
        self._most_at_once = max(1, places - 1) if limited else places
        self._inside: Counter[str] = Counter()
        self._waiting: dict[asyncio.Future[None], str] = {}

    async def enter(self, visitor: str, receive: Receive) -> Verdict:
        """Wait for a place; whoever is "in" must leave. Requests are taken in the order in which they came."""
        waiting = sum(other == visitor for other in self._waiting.values())
        if self._limited and self._inside[visitor] + waiting >= MOST_OF_A_VISITOR:
            return "too_many"
        if len(self._waiting) >= MOST_WAITING:
            return "crowded"
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting[turn] = visitor
        self._call()
        return "in" if turn.done() else await self._wait(turn, visitor, receive)

    def leave(self, visitor: str) -> None:
        """Give the place to whoever is next."""
        self._free += 1
        self._inside[visitor] -= 1
        if not self._inside[visitor]:
            del self._inside[visitor]
        self._call()

    async def _wait(self, turn: asyncio.Future[None], visitor: str, receive: Receive) -> Verdict:
        leaving = asyncio.ensure_future(_gone(receive))
        try:
            await asyncio.wait({turn, leaving}, timeout=SECONDS, return_when=asyncio.FIRST_COMPLETED)
        except asyncio.CancelledError:
            if turn.done():
                self.leave(visitor)
            raise
        finally:
            self._waiting.pop(turn, None)
            has_gone = leaving.done()
            leaving.cancel()
        if turn.done() and not has_gone:
            return "in"
        if turn.done():
            self.leave(visitor)
        return "gone" if has_gone else "crowded"

    def _call(self) -> None:
        for turn, visitor in list(self._waiting.items()):
            if not self._free:
                return
            if self._inside[visitor] < self._most_at_once:
                del self._waiting[turn]
                self._free -= 1
                self._inside[visitor] += 1
                turn.set_result(None)


def gated(app: Application, gate: Gate, refuse: Refuse) -> Application:
    """The application whose expensive pages are made in turn; the time that one is given begins with its turn."""

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        if not is_expensive(scope["path"]):
            await app(scope, receive, send)
            return
        visitor = household(scope)
        verdict = await gate.enter(visitor, receive)
        if verdict in _STATUS:
            await refuse(scope, send, _STATUS[verdict], verdict, AGAIN)
        if verdict != "in":
            return
        with ExitStack() as place:
            place.callback(gate.leave, visitor)

            async def sending(message: Message) -> None:
                place.close()
                await send(message)

            allowance.begin()
            await app(scope, receive, sending)

    return application


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
