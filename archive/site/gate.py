"""Whose expensive page is made now: a few at once, the rest in turn, so that nobody stands in everybody's way.

The next place is for whoever has fewest requests running, visitors with as many come round by round, and where too
many wait, the newest of whoever has most of them is turned away. Nobody's requests take the last place, and nobody has
more than a few at all. What comes from one network counts together.
The pages that are cheap pass by: some threads of SQLite are never given to the others. A request has its place until
its answer begins, however slowly that is taken. One whose visitor has gone loses its turn.
"""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from collections.abc import Awaitable, Callable, Mapping
from contextlib import ExitStack
from typing import Any, Literal

from archive.site import allowance
from archive.site.asgi import Application, Message, Receive, Scope, Send
from archive.site.rate import household, is_expensive, network

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
        self._waiting: dict[str, deque[asyncio.Future[Verdict]]] = {}

    async def enter(self, visitor: str, receive: Receive) -> Verdict:
        """Wait for a place; whoever is "in" must leave. A visitor's requests are taken in the order they came in."""
        waiting = self._waiting.get(visitor, ())
        if self._limited and self._inside[visitor] + len(waiting) >= MOST_OF_A_VISITOR:
            return "too_many"
        turn: asyncio.Future[Verdict] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(visitor, deque()).append(turn)
        if sum(map(len, self._waiting.values())) > MOST_WAITING:
            self._turn_away()
        self._call()
        return turn.result() if turn.done() else await self._wait(turn, visitor, receive)

    def leave(self, visitor: str) -> None:
        """Give the place to whoever is next; whoever leaves is behind all who wait."""
        self._free += 1
        self._inside[visitor] -= 1
        if not self._inside[visitor]:
            del self._inside[visitor]
        if visitor in self._waiting:
            self._waiting[visitor] = self._waiting.pop(visitor)
        self._call()

    async def _wait(self, turn: asyncio.Future[Verdict], visitor: str, receive: Receive) -> Verdict:
        leaving = asyncio.ensure_future(_gone(receive))
        either: set[asyncio.Future[Any]] = {turn, leaving}
        verdict: Verdict = "gone"
        try:
            await asyncio.wait(either, timeout=SECONDS, return_when=asyncio.FIRST_COMPLETED)
            if not leaving.done():
                verdict = turn.result() if turn.done() else "crowded"
        finally:
            leaving.cancel()
            if not turn.done():
                self._forget(turn, visitor)
            elif verdict == "gone" and turn.result() == "in":
                self.leave(visitor)
        return verdict

    def _call(self) -> None:
        while self._free:
            networks = _by_network(self._inside)
            ready = [visitor for visitor in self._waiting if networks[network(visitor)] < self._most_at_once]
            if not ready:
                return
            visitor = min(ready, key=lambda one: (networks[network(one)], self._inside[one]))
            turn = self._waiting[visitor][0]
            self._forget(turn, visitor)
            self._free -= 1
            self._inside[visitor] += 1
            turn.set_result("in")

    def _turn_away(self) -> None:
        waiting = {visitor: len(turns) for visitor, turns in self._waiting.items()}
        networks = _by_network(waiting)
        visitor = max(reversed(waiting), key=lambda one: (networks[network(one)], waiting[one]))
        turn = self._waiting[visitor][-1]
        self._forget(turn, visitor)
        turn.set_result("crowded")

    def _forget(self, turn: asyncio.Future[Verdict], visitor: str) -> None:
        self._waiting[visitor].remove(turn)
        if not self._waiting[visitor]:
            del self._waiting[visitor]


def _by_network(numbers: Mapping[str, int]) -> Counter[str]:
    """What belongs to each visitor, added up by network."""
    sums: Counter[str] = Counter()
    for visitor, number in numbers.items():
        sums[network(visitor)] += number
    return sums


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
