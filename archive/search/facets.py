"""How the hits are spread over places, agencies, kinds and months."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from archive.search.hits import MOST_COUNTED

OF_THE_PORTAL = ("province_now", "province", "agency", "system", "level")
STATES = ("undated", "plans", "attachments", "changed", "removed")
_HITS = """
SELECT json_group_array(json_array(a.portal, a.document_type, substr(a.published_sort, 1, 7), a.is_plan
    + 2 * (a.attachment_count > 0) + 4 * (a.changed_at IS NOT NULL) + 8 * (a.removed_at IS NOT NULL)))
FROM json_each(?) h CROSS JOIN announcement a ON a.search_row = h.value
"""
_ISSUERS = """
SELECT json_group_object(issuer, hits) FROM (
    SELECT d.issued_by AS issuer, count(DISTINCT a.id) AS hits
    FROM json_each(?) h CROSS JOIN announcement a ON a.search_row = h.value
    CROSS JOIN mention m ON m.announcement = a.id AND m.role = 'issues' CROSS JOIN document d ON d.id = m.document
    WHERE d.issued_by IS NOT NULL GROUP BY 1)
"""


@dataclass(frozen=True, slots=True)
class Facets:
    """Counts of each value (most first; years and months in order) and of each state, over `counted` hits."""

    values: dict[str, dict[str, int]]
    states: dict[str, int]
    counted: int


def count_facets(connection: sqlite3.Connection, rows: Sequence[int]) -> Facets:
    """Count the facets of the given rows of the index, the newest 20,000 of them at most.

    All that is read of a hit stands in the index `announcement_search`; what its portal is, is looked up once a portal.
    """
    wanted = json.dumps(rows[:MOST_COUNTED])
    found = Counter(map(tuple, _answer(connection, _HITS, wanted)))
    portals: Counter[str] = Counter()
    counts: dict[str, Counter[str]] = {name: Counter() for name in ("document_type", "year", "month")}
    states: Counter[str] = Counter()
    for (portal, document_type, month, bits), count in found.items():
        portals[portal] += count
        whole_month = month if len(month) == len("2020-02") else None
        for name, value in (("document_type", document_type), ("year", month[:4]), ("month", whole_month)):
            if value:
                counts[name][value] += count
        for bit, name in enumerate(STATES[1:]):
            if bits & 1 << bit:
                states[name] += count
        if not month:
            states["undated"] += count
    counts["issuer"] = Counter(_answer(connection, _ISSUERS, wanted))
    counts |= _of_portals(connection, portals)
    return Facets(
        values={name: _in_order(name, counter) for name, counter in counts.items()},
        states={name: states[name] for name in STATES},
        counted=min(len(rows), MOST_COUNTED),
    )


def _answer(connection: sqlite3.Connection, sql: str, value: str) -> Any:
    """The one JSON text that a query gives: much faster among threads than a row at a time."""
    return json.loads(connection.execute(sql, (value,)).fetchone()[0])


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
    if name in {"year", "month"}:
        return dict(sorted(counter.items(), reverse=name == "year"))
    return dict(sorted(counter.items(), key=lambda item: (-item[1], item[0])))
