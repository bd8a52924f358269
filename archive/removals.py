"""Removals: announcements whose own address gives nothing any more, with the captures that prove it.

A look that finds an address gone is noted (`gone_look`) and counts only in a run that passed its checks. Such looks on
two days, with no sight of the announcement since, are a removal (`removed_at` is when the second confirmed it); one
of them is a suspicion (`suspected_at`). An announcement that is
seen again has returned: the removal stays on record with the capture that shows the return.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from archive.clock import utc, vietnamese_day
from archive.writer import ArchiveWriter


@dataclass(frozen=True, slots=True)
class Removal:
    """One removal: since when the address gives nothing, why we say so, and the captures that prove it.

    `confirmed_at` is None for a suspicion that a second look has not confirmed; `returned_at` is when the
    announcement was seen again. Times are UTC in ISO 8601, captures are ids.
    """

    uid: str
    portal: str
    url: str
    title: str
    reason: str
    last_seen: str
    first_missed: str
    first_capture: int | None
    confirmed_at: str | None
    confirming_capture: int | None
    returned_at: str | None
    returned_capture: int | None


def note_gone(
    writer: ArchiveWriter, announcement: int, *, run: int, capture: int | None, seen_at: datetime, reason: str
) -> datetime:
    """Note that a look found the address gone; returns when it was first missed since it was last seen."""
    writer.insert(
        "gone_look",
        announcement=announcement,
        run=run,
        capture=capture,
        seen_at=utc(seen_at),
        day=vietnamese_day(utc(seen_at)).isoformat(),
        reason=reason,
    )
    first = writer.execute(
        "SELECT min(g.seen_at) FROM gone_look g JOIN announcement a ON a.id = g.announcement "
        "WHERE g.announcement = ? AND g.seen_at > a.last_seen",
        (announcement,),
    ).fetchone()[0]
    return datetime.fromisoformat(first) if first else seen_at


def conclude_looks(writer: ArchiveWriter, run: int) -> int:
    """Draw the conclusions from the gone looks of a run that has passed; returns how many removals are new."""
    missed = writer.execute("SELECT DISTINCT announcement FROM gone_look WHERE run = ?", (run,)).fetchall()
    return sum(_conclude(writer, announcement) for (announcement,) in missed)


def note_return(writer: ArchiveWriter, announcement: int, capture: int | None, seen_at: str) -> None:
    """The announcement is there again: end its suspicion or its removal."""
    writer.update("announcement", announcement, removed_at=None, suspected_at=None)
    writer.execute(
        "UPDATE removal SET returned_at = ?, returned_capture = ? WHERE announcement = ? AND returned_at IS NULL",
        (seen_at, capture, announcement),
    )


def removals(database: Database, *, portal: str | None = None, suspicions: bool = False) -> list[Removal]:
    """Every removal on record, newest first; with `suspicions` also what a second look has still to confirm."""
    rows = database.execute(
        "SELECT a.uid, a.portal, a.url, a.title, r.reason, r.last_seen, r.first_missed, r.first_capture, "
        "r.confirmed_at, r.confirming_capture, r.returned_at, r.returned_capture "
        "FROM removal r JOIN announcement a ON a.id = r.announcement WHERE ?1 IS NULL OR a.portal = ?1 "
        "ORDER BY r.confirmed_at DESC, r.id DESC",
        (portal,),
    ).fetchall()
    if suspicions:
        rows += database.execute(
            "SELECT a.uid, a.portal, a.url, a.title, g.reason, a.last_seen, a.suspected_at, g.capture, "
            "NULL, NULL, NULL, NULL FROM announcement a "
            "JOIN gone_look g ON g.announcement = a.id AND g.seen_at = a.suspected_at "
            "WHERE a.suspected_at IS NOT NULL AND (?1 IS NULL OR a.portal = ?1) ORDER BY a.suspected_at DESC",
            (portal,),
        ).fetchall()
    return [Removal(*row) for row in rows]


def _conclude(writer: ArchiveWriter, announcement: int) -> bool:
    last_seen, removed_at = writer.execute(
        "SELECT last_seen, removed_at FROM announcement WHERE id = ?", (announcement,)
    ).fetchone()
    looks = writer.execute(
        "SELECT g.seen_at, g.day, g.capture, g.reason FROM gone_look g JOIN run r ON r.id = g.run "
        "WHERE g.announcement = ? AND r.state = 'passed' AND g.seen_at > ? ORDER BY g.seen_at, g.id",
        (announcement, last_seen),
    ).fetchall()
    if not looks or removed_at is not None:
        return False
    first_missed, day, capture, reason = looks[0]
    second = next((look for look in looks if look[1] != day), None)
    if second is None:
        writer.update("announcement", announcement, suspected_at=first_missed)
        return False
    writer.update("announcement", announcement, removed_at=second[0], suspected_at=None)
    writer.insert(
        "removal",
        announcement=announcement,
        reason=reason,
        last_seen=last_seen,
        first_missed=first_missed,
        first_capture=capture,
        confirmed_at=second[0],
        confirming_capture=second[2],
    )
    return True
