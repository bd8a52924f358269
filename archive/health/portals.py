"""The health of every portal of the archive, as it stands in its tables."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlite_utils import Database

from archive.clock import day_shown
from archive.health.assess import numbers_of
from archive.health.evidence import Evidence, evidence_words, fact, unpack
from archive.health.states import TROUBLED, Shown, State
from archive.site.words import Language

OVERDUE_DAYS = 3
"""A portal that is crawled by schedule and was not looked at for longer: the schedule does not run."""
_UNENDED = ("running", "interrupted")
"""The last run did not come to its end, where it would have counted what is kept."""
_SQL = """
SELECT p.name AS portal, p.title, p.province_now, p.demo, coalesce(h.state, 'untried') AS state, h.since,
    h.evidence, h.looked_at, h.newest, h.usual_pause,
    h.longest_pause, h.quiet_from, coalesce(h.announcements, 0) AS announcements, coalesce(h.plans, 0) AS plans,
    coalesce(h.undated, 0) AS undated, coalesce(h.waiting, 0) AS waiting, coalesce(h.failed, 0) AS failed,
    b.reason AS paused, coalesce(r.state, 'untried') AS run_state, r.ended_at AS run_ended_at, r.reason AS run_reason,
    coalesce(r.checks, '[]') AS checks, coalesce(h.fields, '{{}}') AS fields,
    (SELECT state FROM run WHERE portal = p.name ORDER BY id DESC LIMIT 1) AS last_state
FROM portal p LEFT JOIN health h ON h.portal = p.name LEFT JOIN pause b ON b.portal = p.name
LEFT JOIN run r ON r.id = (SELECT max(id) FROM run WHERE portal = p.name AND kind = 'crawl')
{where} ORDER BY p.name
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalHealth:
    """One portal: its state, since when and why, its rhythm, its last run, and what the archive holds of it.

    Pauses are in the portal's own active days. `paused` is why the operator holds it back, `overdue` whether nobody
    has looked at it for three days although it is not held back. `fields` gives the shares of the newest
    announcements with a title, a date, a byline and a text (`newest`), and of those before them (`before`).
    """

    portal: str
    title: str
    province_now: str
    demo: bool
    state: State
    since: str | None
    evidence: Evidence
    looked_at: str | None
    newest: str | None
    usual_pause: float | None
    longest_pause: int | None
    quiet_from: str | None
    announcements: int
    plans: int
    undated: int
    waiting: int
    failed: int
    paused: str | None
    overdue: bool
    run_state: str
    run_ended_at: str | None
    run_reason: str | None
    checks: list[dict[str, Any]]
    fields: dict[str, dict[str, float | None]]

    @property
    def is_troubled(self) -> bool:
        """Whether somebody should look at it."""
        return self.state in TROUBLED or self.overdue

    @property
    def shown(self) -> Shown:
        """What to call it: a trouble or an end by its name; else whether it is held back, or not looked at for days."""
        if self.state in TROUBLED or self.state == "closed":
            return self.state
        if self.paused is not None:
            return "paused"
        return "overdue" if self.overdue else self.state

    def why(self, language: Language) -> str:
        """Why it is called so, in words without a full stop."""
        if self.shown == "paused":
            return self.paused or ""
        if self.shown == "overdue":
            return evidence_words(language, (fact("overdue", day=self.looked_at),))
        return evidence_words(language, self.evidence)

    @property
    def told(self) -> str:
        """The state in a word; of a portal that no crawl has judged yet, what was done of it."""
        if self.state != "untried":
            return self.state
        if self.run_state in _UNENDED:
            return self.run_state
        return "ingested" if self.announcements else self.state

    @property
    def shown_since(self) -> str | None:
        """Since when that is so; of a portal that nobody looks at, when it was last looked at. None where unknown."""
        if self.shown == "paused":
            return None
        return self.looked_at if self.shown == "overdue" else self.since

    @property
    def day_shown(self) -> str:
        """The day in Vietnam since when that is so; empty where unknown."""
        return day_shown(self.shown_since)


def healths(database: Database, now: datetime, portal: str | None = None, *, fresh: bool = False) -> list[PortalHealth]:
    """The health of every portal, or of one, by name; `fresh` counts anew what runs without an end have kept."""
    where, values = ("WHERE p.name = ?", (portal,)) if portal else ("", ())
    long_ago = (now.astimezone(UTC) - timedelta(days=OVERDUE_DAYS)).isoformat()
    cursor = database.execute(_SQL.format(where=where), values)
    names = [column[0] for column in cursor.description]
    rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    for row in rows:
        if row.pop("last_state") in _UNENDED and fresh:
            row |= numbers_of(database, row["portal"])
    return [_health(row, long_ago) for row in rows]


def _health(row: dict[str, Any], long_ago: str) -> PortalHealth:
    looked_at = row["looked_at"]
    expected = row["paused"] is None and row["state"] not in ("closed", "moved")
    row |= {
        "demo": bool(row["demo"]),
        "checks": json.loads(row["checks"]),
        "fields": json.loads(row["fields"]),
        "evidence": unpack(row["evidence"]) or (fact("untried"),),
        "overdue": expected and looked_at is not None and looked_at < long_ago,
    }
    return PortalHealth(**row)
