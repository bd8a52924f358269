"""A chain of papers as a drawing: one row a paper in the order of time, lines from each to what carried it out."""

from __future__ import annotations

import heapq
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from archive.site.chains import Chain, Edge, Key, Node

STEP = 20
MARGIN = 12
MOST_LANES = 8


@dataclass(frozen=True, slots=True)
class Row:
    """A paper with where its dot stands, what is drawn beside it, and how long after `since` it came.

    `through` are lines from top to bottom, `from_above` where a line bends to the dot, `onwards` whether one goes on
    below; all in pixels from the left.
    """

    node: Node
    edge: Edge | None
    since: Node | None
    days: int | None
    x: int
    through: tuple[int, ...]
    from_above: tuple[int, ...]
    onwards: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """The rows from the oldest paper to the newest, and how many lanes their lines take."""

    rows: tuple[Row, ...]
    lanes: int
    complete: bool


def draw(chain: Chain) -> Drawing:
    """The chain in rows: what is carried out stands above what carries it out, even where a date contradicts."""
    order = _in_time(chain.nodes)
    waiting = {key: len(children) for key, children in _children(chain.nodes).items()}
    lanes: dict[Key, int] = {}
    rows, widest = [], 0
    for node in order:
        parents = [edge.object for edge in node.edges if edge.object in lanes]
        parents = list(dict.fromkeys(parents))
        taken = set(lanes.values())
        lane = _free(taken, after=max((lanes[parent] for parent in parents), default=-1))
        for parent in parents:
            waiting[parent] -= 1
        bends = tuple(_x(lanes[parent]) for parent in parents)
        lanes = {key: at for key, at in lanes.items() if waiting[key]}
        rows.append(_row(chain, node, _x(lane), tuple(map(_x, sorted(lanes.values()))), bends, bool(waiting[node.key])))
        if waiting[node.key]:
            lanes[node.key] = lane
        widest = max(widest, lane)
    return Drawing(tuple(rows), widest + 1, chain.complete)


def days_between(first: str | None, second: str | None) -> int | None:
    """The days from one ISO date to another; None where one of them is not known to the day."""
    try:
        return (date.fromisoformat((second or "")[:10]) - date.fromisoformat((first or "")[:10])).days
    except ValueError:
        return None


def _row(chain: Chain, node: Node, x: int, through: tuple[int, ...], from_above: tuple[int, ...], onwards: bool) -> Row:
    edge = max(node.edges, key=lambda edge: (edge.role == "implements", _dated(chain, edge)), default=None)
    since = chain.nodes[edge.object] if edge else None
    days = days_between(since.dated, node.dated) if since else None
    return Row(node, edge, since, days, x, through, from_above, onwards)


def _dated(chain: Chain, edge: Edge) -> str:
    return chain.nodes[edge.object].dated or ""


def _children(nodes: dict[Key, Node]) -> dict[Key, set[Key]]:
    children: dict[Key, set[Key]] = {key: set() for key in nodes}
    for node in nodes.values():
        for edge in node.edges:
            children[edge.object].add(node.key)
    return children


def _in_time(nodes: dict[Key, Node]) -> list[Node]:
    """The nodes by date, each after what it acts on; a circle is opened at its oldest node."""
    children = _children(nodes)
    missing = {key: len({edge.object for edge in node.edges}) for key, node in nodes.items()}
    latest: defaultdict[Key, str] = defaultdict(str)
    ready: list[tuple[str, str, Key]] = []
    done: dict[Key, Node] = {}
    for key, count in missing.items():
        if not count:
            heapq.heappush(ready, _place(nodes[key], ""))
    while len(done) < len(nodes):
        if not ready:
            left = [nodes[key] for key in nodes if key not in done]
            ready = [min(_place(node, latest[node.key]) for node in left)]
        when, _, key = heapq.heappop(ready)
        if key in done:
            continue
        done[key] = nodes[key]
        for child in children[key]:
            missing[child] -= 1
            latest[child] = max(latest[child], when)
            if missing[child] == 0:
                heapq.heappush(ready, _place(nodes[child], latest[child]))
    return list(done.values())


def _place(node: Node, after: str) -> tuple[str, str, Key]:
    return max(node.dated or after, after), f"{type(node.key).__name__}{node.key}", node.key


def _free(taken: set[int], *, after: int) -> int:
    return next((lane for lane in range(after + 1, MOST_LANES) if lane not in taken), MOST_LANES)


def _x(lane: int) -> int:
    return MARGIN + STEP * lane
