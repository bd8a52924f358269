"""How the hits are spread over places, agencies, kinds and months."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from archive.search.hits import MOST_COUNTED

OF_THE_PORTAL = ("province_now", "province", "agency", "system", "level")
STATES = ("undated", "plans", "attachments", "changed", "removed")
_HITS = """
SELECT a.portal, a.document_type, a.year, a.month, a.is_plan + 2 * (a.attachment_count > 0)
    + 4 * (a.changed_at IS NOT NULL) + 8 * (a.removed_at IS NOT NULL)
FROM json_each(?) h CROSS JOIN announcement a ON a.search_row = h.value
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
    rows = rows[:MOST_COUNTED]
    found = Counter(map(tuple, connection.execute(_HITS, (json.dumps(rows),))))
    portals: Counter[str] = Counter()
    counts: dict[str, Counter[str]] = {name: Counter() for name in ("document_type", "year", "month")}
    states: Counter[str] = Counter()
    for (portal, document_type, year, month, bits), count in found.items():
        portals[portal] += count
        for name, value in (("document_type", document_type), ("year", year), ("month", month)):
            if value:
                counts[name][value] += count
        for bit, name in enumerate(STATES[1:]):
            if bits & 1 << bit:
                states[name] += count
        if not year:
            states["undated"] += count
    counts |= _of_portals(connection, portals)
    return Facets(
        values={name: _in_order(name, counter) for name, counter in counts.items()},
        states={name: states[name] for name in STATES},
        counted=len(rows),
    )


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
