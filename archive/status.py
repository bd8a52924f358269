"""How each portal of the archive fares, from what arrived."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class PortalStatus:
    """One portal: its last run, what it brought in all, and its newest announcement's printed day."""

    portal: str
    title: str
    demo: bool
    run_state: str
    run_ended_at: str | None
    reason: str | None
    announcements: int
    plans: int
    undated: int
    newest: str | None
    waiting: int
    failed: int
    checks: list[dict[str, object]]


_SQL = """
SELECT p.name, p.title, p.demo, r.state, r.ended_at, r.reason, coalesce(r.checks, '[]'),
    (SELECT count(*) FROM announcement a WHERE a.portal = p.name),
    (SELECT count(*) FROM announcement a WHERE a.portal = p.name AND a.is_plan = 1),
    (SELECT count(*) FROM announcement a WHERE a.portal = p.name AND a.published_sort = ''),
    (SELECT max(published_sort) FROM announcement a WHERE a.portal = p.name),
    (SELECT count(*) FROM ledger l WHERE l.portal = p.name AND l.state = 'open'),
    (SELECT count(*) FROM ledger l WHERE l.portal = p.name AND l.state = 'failed')
FROM portal p
LEFT JOIN run r ON r.id = (SELECT max(id) FROM run WHERE portal = p.name AND kind = 'crawl')
ORDER BY p.name
"""


def portal_statuses(database: Database) -> list[PortalStatus]:
    """The status of every portal in the archive, by name."""
    return [
        PortalStatus(
            portal=name,
            title=title,
            demo=bool(demo),
            run_state=state or "untried",
            run_ended_at=ended_at,
            reason=reason,
            announcements=announcements,
            plans=plans,
            undated=undated,
            newest=newest or None,
            waiting=waiting,
            failed=failed,
            checks=json.loads(checks),
        )
        for name, title, demo, state, ended_at, reason, checks, announcements, plans, undated, newest, waiting, failed
        in database.execute(_SQL)
    ]
