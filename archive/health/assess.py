"""The health of portals, worked out from the archive after each run and kept in the table `health`.

What a run found of a portal (`run.finding`) comes first; a portal that answers is judged by its rhythm on the day when
it was last looked at, so that crawls which do not run make no portal quiet. A change of state is kept for good.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlite_utils import Database

from archive.clock import VIETNAM, utc, vietnamese_day
from archive.health.evidence import Evidence, fact, pack, unpack
from archive.health.rhythm import DAYS_REMEMBERED, Rhythm, learn, quiet_from
from archive.health.states import State

ROWS_LOOKED_AT = 20 * DAYS_REMEMBERED
FIELDS = ("title", "date", "byline", "text")
NEWEST, PAST = 20, 300
"""How many announcements are held against how many before them."""


@dataclass(frozen=True, slots=True)
class _Look:
    """The last crawl that came to a finding."""

    at: str
    state: State
    evidence: Evidence

    @property
    def day(self) -> date:
        return vietnamese_day(self.at)


def refresh(database: Database, portals: Iterable[str], now: datetime) -> None:
    """Work out the health of these portals anew; the caller commits. `now` is when, in any zone."""
    for portal in portals:
        _refresh(database, portal, now.astimezone(VIETNAM))


def _refresh(database: Database, portal: str, now: datetime) -> None:
    facts = database.execute("SELECT state, successor FROM portal WHERE name = ?", (portal,)).fetchone()
    if facts is None:
        return
    look = _last_look(database, portal, now)
    days = _publication_days(database, portal, now.date())
    rhythm = learn(days)
    newest = max(days, default=None)
    quiet = quiet_from(rhythm, newest) if rhythm and newest else None
    pace = rhythm.after(newest) if rhythm and newest else None
    state, since, evidence = _judge(facts, look, rhythm, newest, quiet)
    before = database.execute("SELECT state, since FROM health WHERE portal = ?", (portal,)).fetchone()
    if before and before[0] == state:
        since = before[1]
    else:
        _keep_change(database, portal, before[0] if before else None, state, evidence, now)
    row = {
        "portal": portal,
        "state": state,
        "since": since or utc(now),
        "evidence": pack(evidence),
        "looked_at": look.at if look else None,
        "newest": newest.isoformat() if newest else None,
        "usual_pause": pace.usual if pace else None,
        "longest_pause": pace.limit if pace else None,
        "weekdays": json.dumps(rhythm.weekdays) if rhythm else "[]",
        "quiet_from": quiet.isoformat() if quiet else None,
        "fields": json.dumps(_fields(database, portal)),
        **numbers_of(database, portal),
    }
    marks = ", ".join(f":{name}" for name in row)
    database.execute(f"INSERT OR REPLACE INTO health ({', '.join(row)}) VALUES ({marks})", row)  # noqa: S608


def _judge(
    facts: tuple[str, str | None], look: _Look | None, rhythm: Rhythm | None, newest: date | None, quiet: date | None
) -> tuple[State, str | None, Evidence]:
    """The state, since when (None: since now), and why."""
    known, successor = facts
    follows = (fact("successor", successor=successor),) if successor else ()
    if known == "closed":
        return "closed", None, (fact("closed"), *follows)
    if known == "moved":
        return "moved", None, (fact("moved"), *follows)
    if look is None:
        return "untried", None, (fact("untried"),)
    if look.state != "ok":
        return look.state, look.at, look.evidence
    if rhythm is None or newest is None or quiet is None:
        return "ok", look.at, (*look.evidence, fact("young"))
    pace = rhythm.after(newest)
    told = [fact("newest", day=newest.isoformat())]
    if newest.weekday() in rhythm.of_weekday:
        told.append(fact("rhythm_of_weekday", weekday=newest.weekday(), usual=pace.usual, limit=pace.limit))
    else:
        told.append(fact("rhythm", usual=pace.usual, limit=pace.limit))
    if look.day >= quiet:
        return "quiet", quiet.isoformat(), tuple(told)
    return "ok", look.at, tuple(told)


def _last_look(database: Database, portal: str, now: datetime) -> _Look | None:
    """The newest crawl; one of the future, by a clock that was wrong, hides none of today."""
    row = database.execute(
        "SELECT started_at, finding, evidence FROM run WHERE portal = ? AND kind = 'crawl' AND finding IS NOT NULL "
        "AND started_at <= ? ORDER BY started_at DESC, id DESC LIMIT 1",
        (portal, utc(now + timedelta(days=1))),
    ).fetchone()
    return _Look(row[0], row[1], unpack(row[2])) if row else None


def _publication_days(database: Database, portal: str, today: date) -> list[date]:
    """The days on which it published: printed ones, and for undated announcements the day when they appeared.

    An undated announcement appeared when a later run than the portal's first found it. Dates of the future are
    mistakes of the portal.
    """
    printed = database.execute(
        "SELECT published_sort FROM announcement WHERE portal = ? AND published_sort > '' "
        "ORDER BY published_sort DESC LIMIT ?",
        (portal, ROWS_LOOKED_AT),
    )
    days = {date.fromisoformat(sort[:10]) for (sort,) in printed if len(sort) >= len("2026-01-31")}
    appeared = database.execute(
        "SELECT first_seen FROM announcement WHERE portal = ?1 AND published_sort = '' AND first_seen > "
        "(SELECT min(ended_at) FROM run WHERE portal = ?1 AND kind = 'crawl' AND ended_at IS NOT NULL)",
        (portal,),
    )
    days |= {vietnamese_day(seen) for (seen,) in appeared}
    return sorted(day for day in days if day <= today)


def _fields(database: Database, portal: str) -> dict[str, dict[str, float | None]]:
    """The share of the newest announcements that have each field, and of those before them; None where there are none.

    The newest are those that came last, whatever their day.
    """
    rows = database.execute(
        "SELECT a.title <> '', a.published_at IS NOT NULL, a.byline_printed IS NOT NULL, t.body <> '' "
        "FROM announcement a JOIN announcement_text t ON t.announcement = a.id WHERE a.portal = ? "
        "ORDER BY a.id DESC LIMIT ?",
        (portal, NEWEST + PAST),
    ).fetchall()

    def share(of: list[int]) -> float | None:
        return round(sum(of) / len(of), 2) if of else None

    columns = {name: [row[place] for row in rows] for place, name in enumerate(FIELDS)}
    return {name: {"newest": share(has[:NEWEST]), "before": share(has[NEWEST:])} for name, has in columns.items()}


def numbers_of(database: Database, portal: str) -> dict[str, int]:
    """How many announcements of a portal are kept, are plans, have no day; how many addresses wait or have failed."""
    announcements, plans, undated = database.execute(
        "SELECT count(*), total(is_plan), total(published_sort = '') FROM announcement WHERE portal = ?", (portal,)
    ).fetchone()
    waiting, failed = database.execute(
        "SELECT total(state = 'open'), total(state = 'failed') FROM ledger WHERE portal = ?", (portal,)
    ).fetchone()
    return {
        "announcements": int(announcements),
        "plans": int(plans),
        "undated": int(undated),
        "waiting": int(waiting),
        "failed": int(failed),
    }


def _keep_change(
    database: Database, portal: str, before: State | None, after: State, evidence: Evidence, now: datetime
) -> None:
    database.execute(
        "INSERT INTO health_change (portal, at, state_before, state_after, evidence) VALUES (?, ?, ?, ?, ?)",
        (portal, utc(now), before, after, pack(evidence)),
    )
