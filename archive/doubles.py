"""Announcements that stand twice, since an address had two keys, are joined into one; nothing that was stored is lost.

They are those whose id is the former id of another one (`archive.former_ids`).
"""

from __future__ import annotations

import json
import logging
from typing import NamedTuple

from sqlite_utils import Database

from archive import index
from archive.counted import counted
from archive.former_ids import move_seals
from archive.revisions import current_state

log = logging.getLogger(__name__)
_PAIRS = """
SELECT a.id, b.id, b.uid FROM former_id f JOIN announcement a ON a.uid = f.uid JOIN announcement b ON b.uid = f.now
"""
_STANDING = """
SELECT id, uid, content_digest, first_seen, last_seen, changed_at, suspected_at FROM announcement WHERE id IN (?, ?)
ORDER BY last_seen DESC, coalesce(capture, 0) DESC
"""


class _Standing(NamedTuple):
    id: int
    uid: str
    digest: str
    first_seen: str
    last_seen: str
    changed_at: str | None
    suspected_at: str | None


def join_doubles(database: Database) -> None:
    """Make one announcement of each two; the caller holds the writer's lock, and the index is of today's folding."""
    joined = 0
    while pairs := database.execute(_PAIRS).fetchall():
        for one, other, uid in pairs:
            newer, *older = (_Standing(*row) for row in database.execute(_STANDING, (one, other)))
            if older:
                with database.atomic():
                    _join(database, newer, older[0], uid)
                joined += 1
    if joined:
        log.warning("%s stood under two ids: each is one now, and answers to both.", counted(joined, "announcement"))


def _join(database: Database, newer: _Standing, older: _Standing, uid: str) -> None:
    """What was seen last is what the announcement is now; the state of the other is an earlier one."""
    if newer.digest != older.digest:
        state = current_state(database.conn, older.id)
        database.execute(
            "INSERT INTO revision (announcement, seen_from, seen_until, capture, content) VALUES (?, ?, ?, ?, ?)",
            (older.id, state.seen_from, state.seen_until, state.capture, json.dumps(state.content, ensure_ascii=False)),
        )
    for table in ("revision", "gone_look", "removal", "address"):
        database.execute(f"UPDATE {table} SET announcement = ? WHERE announcement = ?", (newer.id, older.id))  # noqa: S608
    _take_out(database, older.id)
    for before in (newer.uid, older.uid):
        move_seals(database, before, uid)
        database.execute("UPDATE former_id SET now = ? WHERE now = ?", (uid, before))
        database.execute("INSERT OR REPLACE INTO former_id VALUES (?, ?)", (before, uid))
    database.execute("DELETE FROM former_id WHERE uid = now")
    removed_at = _settle_removals(database, newer)
    missed = [at for at in (newer.suspected_at, older.suspected_at) if at and at > newer.last_seen and not removed_at]
    first_seen, changed_at = min(newer.first_seen, older.first_seen), _changed_at(newer, older)
    database.execute(
        "UPDATE announcement SET uid = ?, first_seen = ?, changed_at = ?, removed_at = ?, suspected_at = ? "
        "WHERE id = ?",
        (uid, first_seen, changed_at, removed_at, min(missed, default=None), newer.id),
    )


def _changed_at(newer: _Standing, older: _Standing) -> str | None:
    """Since when it is what it is now, where it was something else before."""
    if newer.digest == older.digest:
        return max(filter(None, (newer.changed_at, older.changed_at)), default=None)
    if newer.changed_at and newer.changed_at > older.last_seen:
        return newer.changed_at
    return newer.first_seen if newer.first_seen > older.last_seen else newer.last_seen


def _take_out(database: Database, announcement: int) -> None:
    """Remove a row with what was read from its page, which hangs on the other too or is its earlier state."""
    index.remove(database, announcement, *index.texts_of(database, announcement))
    named = database.execute("SELECT DISTINCT document FROM mention WHERE announcement = ?", (announcement,)).fetchall()
    database.execute("DELETE FROM announcement WHERE id = ?", (announcement,))
    database.conn.executemany(
        "DELETE FROM document WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM mention WHERE document = ?1) "
        "AND NOT EXISTS (SELECT 1 FROM file WHERE document = ?1)",
        named,
    )


def _settle_removals(database: Database, newer: _Standing) -> str | None:
    """What was seen at one address has returned; what is gone at both is removed once. Returns since when it is."""
    found = database.execute(
        "SELECT id, first_missed, confirmed_at FROM removal WHERE announcement = ? AND returned_at IS NULL "
        "ORDER BY confirmed_at",
        (newer.id,),
    ).fetchall()
    removed_at: str | None = None
    for removal, first_missed, confirmed_at in found:
        if first_missed <= newer.last_seen:
            database.execute("UPDATE removal SET returned_at = ? WHERE id = ?", (newer.last_seen, removal))
        elif removed_at is None:
            removed_at = confirmed_at
        else:
            database.execute("DELETE FROM removal WHERE id = ?", (removal,))
    return removed_at
