"""How the hits are spread over places, agencies, kinds and months."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from archive.search.hits import MOST_COUNTED

VALUES = ("province_now", "province", "posted_by", "portal", "system", "level", "document_type", "year", "month")
STATES = ("undated", "plans", "attachments", "changed", "removed")
_SQL = """
SELECT a.province_now, a.province, a.posted_by, a.portal, a.system, a.level, a.document_type, a.year, a.month,
    a.is_plan + 2 * (a.attachment_count > 0) + 4 * (a.changed_at IS NOT NULL) + 8 * (a.removed_at IS NOT NULL), count(*)
FROM json_each(?) h CROSS JOIN announcement a ON a.search_row = h.value
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
"""


@dataclass(frozen=True, slots=True)
class Facets:
    """Counts of each value (most first; years and months in order) and of each state, over `counted` hits."""

    values: dict[str, dict[str, int]]
    states: dict[str, int]
    counted: int


def count_facets(connection: sqlite3.Connection, rows: Sequence[int]) -> Facets:
    """Count the facets of the given rows of the index, the newest 20,000 of them at most."""
    rows = rows[:MOST_COUNTED]
    counts: dict[str, Counter[str]] = {name: Counter() for name in VALUES}
    states: Counter[str] = Counter()
    for *values, bits, count in connection.execute(_SQL, (json.dumps(rows),)):
        for name, value in zip(VALUES, values, strict=True):
            if value:
                counts[name][value] += count
        for bit, name in enumerate(STATES[1:]):
            if bits & 1 << bit:
                states[name] += count
        if not values[VALUES.index("year")]:
            states["undated"] += count
    return Facets(
        values={name: _in_order(name, counter) for name, counter in counts.items()},
        states={name: states[name] for name in STATES},
        counted=len(rows),
    )


def _in_order(name: str, counter: Counter[str]) -> dict[str, int]:
    if name in {"year", "month"}:
        return dict(sorted(counter.items(), reverse=name == "year"))
    return dict(sorted(counter.items(), key=lambda item: (-item[1], item[0])))
