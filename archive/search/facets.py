"""How the hits are spread over places, agencies, kinds and months."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from archive.search.hits import MOST_COUNTED

OF_THE_PORTAL = ("province_now", "province", "agency", "system", "level")
STATES = ("undated", "plans", "attachments", "changed", "removed")
_HITS = """
SELECT json_group_array(a.portal), json_group_array(a.document_type), json_group_array(substr(a.published_sort, 1, 7)),
    json_group_array(a.is_plan + 2 * (a.attachment_count > 0) + 4 * (a.changed_at IS NOT NULL)
        + 8 * (a.removed_at IS NOT NULL))
FROM json_each(?) h CROSS JOIN announcement a INDEXED BY announcement_search ON a.search_row = h.value
"""
_ISSUERS = """
SELECT json_group_array(a.id), json_group_array(m.agency)
FROM json_each(?) h CROSS JOIN announcement a INDEXED BY announcement_search ON a.search_row = h.value
CROSS JOIN mention m INDEXED BY mention_issues ON m.announcement = a.id AND m.role = 'issues'
WHERE m.agency IS NOT NULL
"""
_AGENCIES = "SELECT id, name FROM agency WHERE id IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Facets:
    """Counts of each value (most first; years and months in order) and of each state, over `counted` hits."""

    values: dict[str, dict[str, int]]
    states: dict[str, int]
    counted: int


def count_facets(connection: sqlite3.Connection, rows: Sequence[int]) -> Facets:
    """Count the facets of the given rows of the index, the newest 20,000 of them at most.

    All that is read of a hit stands in the indexes `announcement_search` and `mention_issues`, which SQLite would not
    choose before it has counted rows; what its portal is, is looked up once a portal.
    SQLite hands over whole columns, which Python counts without looking at the hits one by one.
    """
    wanted = json.dumps(rows[:MOST_COUNTED])
    portals, types, months, states = map(Counter, _columns(connection, _HITS, wanted))
    counts: dict[str, Counter[str]] = {
        "document_type": types,
        "year": Counter(),
        "month": Counter({month: count for month, count in months.items() if len(month) == len("2020-02")}),
        "issuer": _issuers(connection, wanted),
    }
    for month, count in months.items():
        counts["year"][month[:4]] += count
    counts |= _of_portals(connection, portals)
    flags = {
        name: sum(count for bits, count in states.items() if bits & 1 << bit) for bit, name in enumerate(STATES[1:])
    }
    return Facets(
        values={name: _in_order(name, counter) for name, counter in counts.items()},
        states={"undated": months[""], **flags},
        counted=min(len(rows), MOST_COUNTED),
    )


def _columns(connection: sqlite3.Connection, sql: str, value: str) -> Iterator[list[Any]]:
    """The columns that a query gives, each as one JSON text: much faster among threads than a row at a time."""
    return map(json.loads, connection.execute(sql, (value,)).fetchone())


def _issuers(connection: sqlite3.Connection, wanted: str) -> Counter[str]:
    """How many announcements issue papers of each agency; two papers of one agency count once."""
    announcements, agencies = _columns(connection, _ISSUERS, wanted)
    if len(set(announcements)) == len(announcements):
        counts = Counter(agencies)
    else:
        counts = Counter(agency for _, agency in set(zip(announcements, agencies, strict=True)))
    names = dict(connection.execute(_AGENCIES, (json.dumps(list(counts)),)))
    return Counter({names[agency]: count for agency, count in counts.items()})


def _of_portals(connection: sqlite3.Connection, portals: Counter[str]) -> dict[str, Counter[str]]:
    """The counts of portals as counts of what the portals are."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in OF_THE_PORTAL}
    for name, *facts in connection.execute(f"SELECT name, {', '.join(OF_THE_PORTAL)} FROM portal"):  # noqa: S608
        if name in portals:
            for column, value in zip(OF_THE_PORTAL, facts, strict=True):
                counts[column][value] += portals[name]
    counts["posted_by"] = counts.pop("agency")
    counts["portal"] = portals
    return counts


def _in_order(name: str, counter: Counter[str]) -> dict[str, int]:
    counted = [(value, count) for value, count in counter.items() if value]
    if name in {"year", "month"}:
        return dict(sorted(counted, reverse=name == "year"))
    return dict(sorted(counted, key=lambda item: (-item[1], item[0])))
