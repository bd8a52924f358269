"""The way of a plan: what a paper carries out, up to the directive, and who carried it out, down to the last office."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MOST_LEVELS = 4
MOST_NODES = 80
_COLUMNS = """o.document, s.document, o.role, o.subject, o.sentence, a.uid, a.title,
    coalesce(a.title_printed, a.title), a.published_at, a.posted_by, a.province"""
# Who does something with a paper: the paper that an announcement issues, or the announcement itself.
_BELOW = f"""
SELECT {_COLUMNS} FROM (SELECT o.* FROM json_each(?) wanted CROSS JOIN mention o ON o.document = wanted.value
    WHERE o.role NOT IN ('cites', 'issues') LIMIT 400) o
CROSS JOIN announcement a ON a.id = o.announcement
LEFT JOIN mention s ON s.announcement = o.announcement AND s.number = o.subject AND s.role = 'issues'
WHERE o.document IS NOT s.document
ORDER BY o.role <> 'implements', s.document IS NULL, coalesce(s.dated, a.published_sort), a.id LIMIT 200
"""  # noqa: S608
_ABOVE = f"""
SELECT {_COLUMNS} FROM json_each(?) wanted CROSS JOIN mention s ON s.document = wanted.value AND s.role = 'issues'
CROSS JOIN mention o ON o.announcement = s.announcement AND o.subject = s.number
CROSS JOIN announcement a ON a.id = o.announcement
WHERE o.document IS NOT NULL AND o.document <> s.document
ORDER BY o.role <> 'implements', a.published_sort, a.id LIMIT 200
"""  # noqa: S608
_PAPERS = """
SELECT d.id, d.number, d.type, coalesce(d.issued_by, d.issuer), d.dated FROM document d
WHERE d.id IN (SELECT value FROM json_each(?))
"""

Key = int | str
"""A document by its id, an announcement by its uid."""


@dataclass(frozen=True, slots=True)
class Edge:
    """That `subject` carries out, amends, … `object`: the sentence that says so, and the announcement it stands in."""

    object: int
    subject: Key
    role: str
    number: str | None
    sentence: str | None
    uid: str
    title: str
    title_printed: str
    published_at: str | None
    posted_by: str
    province: str


@dataclass(frozen=True, slots=True)
class Node:
    """A paper, or an announcement that acts without a numbered paper of its own; `edges` lead to what it acts on."""

    key: Key
    label: str
    type: str | None
    issuer: str | None
    dated: str | None
    edges: tuple[Edge, ...]

    @property
    def link(self) -> str:
        """Its page."""
        return f"/van-ban/{self.key}" if isinstance(self.key, int) else f"/tin/{self.key}"


@dataclass(frozen=True, slots=True)
class Chain:
    """The nodes around one paper, and whether these are all."""

    nodes: dict[Key, Node]
    complete: bool


def chain_of(connection: sqlite3.Connection, identifier: int) -> Chain:
    """What the paper stands on, level by level, and what stands on it; four levels and eighty nodes at most."""
    edges: dict[tuple[int, Key, str], Edge] = {}
    complete = True
    for sql, onwards in ((_ABOVE, "object"), (_BELOW, "subject")):
        known: set[Key] = {identifier}
        level: set[Key] = {identifier}
        for _ in range(MOST_LEVELS):
            following: set[Key] = set()
            for edge in _edges(connection, sql, level):
                if len(known) >= MOST_NODES and getattr(edge, onwards) not in known:
                    complete = False
                    continue
                following.add(getattr(edge, onwards))
                known.add(getattr(edge, onwards))
                edges.setdefault((edge.object, edge.subject, edge.role), edge)
            level = following - level
            if not level:
                break
    return Chain(_nodes(connection, identifier, edges.values()), complete)


def _edges(connection: sqlite3.Connection, sql: str, keys: Iterable[Key]) -> Iterator[Edge]:
    wanted = json.dumps([key for key in keys if isinstance(key, int)])
    for above, below, role, number, *rest in connection.execute(sql, (wanted,)):
        yield Edge(above, rest[1] if below is None else below, role, number, *rest)


def _nodes(connection: sqlite3.Connection, identifier: int, edges: Iterable[Edge]) -> dict[Key, Node]:
    acts: defaultdict[Key, list[Edge]] = defaultdict(list)
    ids = {identifier}
    for edge in edges:
        acts[edge.subject].append(edge)
        ids |= {key for key in (edge.object, edge.subject) if isinstance(key, int)}
    nodes: dict[Key, Node] = {}
    for key, label, kind, issuer, dated in connection.execute(_PAPERS, (json.dumps(sorted(ids)),)):
        nodes[key] = Node(key, label, kind, issuer, dated, tuple(acts[key]))
    for uid, own in acts.items():
        if isinstance(uid, str):
            act = own[0]
            dated = (act.published_at or "")[:10] or None
            nodes[uid] = Node(uid, act.number or act.title_printed, None, act.posted_by, dated, tuple(own))
    return nodes
