"""Ids that announcements had before, and which they have now: the table `former_id`.

An id is made of a key, and keys were once cut within the names of hosts: "m." was dropped wherever it stood, so that
"quangnam.gov.vn" became "quangnagov.vn", and an address with and without "www." had two keys, two ids and two
announcements. New archives know the ids of cut keys too: one that is made anew from its captures answers to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sqlite_utils import Database

from archive.naming import announcement_uid

FORMER = (
    "CREATE TABLE former_id (uid TEXT PRIMARY KEY, now TEXT NOT NULL) WITHOUT ROWID",
    "CREATE INDEX former_id_now ON former_id(now)",
)
_CUT = re.compile(r"(?:w{3,4}\d?|m|mobile|wap|amp)\.(?=[^.]+\.)")
"""What was cut out of hosts for their keys, wherever it stood; only the beginning of a host tells a twin of a page."""
_WITHIN = "portal = ?1 AND substr(key, 1, ?2) = ?3 AND substr(key, ?2 + 1, 1) IN ('', '/', '?', '#')"


def cut_key(key: str) -> str | None:
    """The key that was made before of the same address; None where nothing was cut within its host's name."""
    host, slash, rest = key.partition("/")
    cut = _CUT.search(host)
    if cut is None or not cut.start():
        return None
    return host[: cut.start()] + host[cut.end() :] + slash + rest


def former_uid(portal: str, key: str) -> str | None:
    """The id that was made before of the same address, where that was another one."""
    cut = cut_key(key)
    return announcement_uid(portal, cut) if cut else None


def cut_hosts(db: Database) -> list[tuple[str, str, str]]:
    """Portals with their hosts whose names were cut in keys, and what was left of these."""
    urls = db.execute("SELECT portal, url FROM ledger UNION SELECT portal, url FROM address")
    hosts = {(portal, url.partition("://")[2].partition("/")[0]) for portal, url in urls}
    return [(portal, host, cut) for portal, host in sorted(hosts) if (cut := cut_key(host))]


def put_ids_right(db: Database) -> None:
    """Make ids of whole keys, and end what cut ones are left beside whole ones.

    Where each had an announcement of its own, the id of the cut one is a former id of the other: `archive.doubles`
    joins them.
    """
    for portal, host, cut in cut_hosts(db):
        _join_ledger(db, portal, host, cut)
        _join_pointers(db, portal, host, cut)
        _join_addresses(db, portal, host, cut)
        rows = "SELECT d.key, a.uid FROM address d JOIN announcement a ON a.id = d.announcement WHERE d."
        for key, uid in db.execute(rows + _WITHIN, (portal, len(host), host)).fetchall():
            before, now = announcement_uid(portal, cut + key[len(host) :]), announcement_uid(portal, key)
            if uid == before and not db.execute("SELECT 1 FROM announcement WHERE uid = ?", (now,)).fetchone():
                _rename(db, uid, now)
            elif uid != before:
                db.execute("INSERT OR IGNORE INTO former_id VALUES (?, ?)", (before, uid))


def move_seals(db: Database, before: str, now: str) -> None:
    """What is withheld of an announcement is told by its new id."""
    db.execute(
        "UPDATE withheld SET announcement_uid = ?2, subject = ?2 || substr(subject, length(?1) + 1) "
        "WHERE announcement_uid = ?1",
        (before, now),
    )


def _rename(db: Database, before: str, now: str) -> None:
    db.execute("UPDATE announcement SET uid = ? WHERE uid = ?", (now, before))
    move_seals(db, before, now)
    db.execute("UPDATE former_id SET now = ?2 WHERE now = ?1", (before, now))
    db.execute("UPDATE former_id SET uid = ?2 WHERE uid = ?1", (before, now))
    db.execute("INSERT INTO former_id VALUES (?, ?)", (before, now))


def _cut_rows(db: Database, table: str, columns: str, portal: str, host: str, cut: str) -> Iterator[tuple[str, Any]]:
    """The whole keys of rows that have a cut one, and the rows, which begin with the cut one."""
    sql = f"SELECT key, {columns} FROM {table} WHERE {_WITHIN}"  # noqa: S608
    for row in db.execute(sql, (portal, len(cut), cut)).fetchall():
        yield host + row[0][len(cut) :], row


def _join_ledger(db: Database, portal: str, host: str, cut: str) -> None:
    """Of two entries the one that was read stays, of two that were the one of the later look."""
    for whole, (key, *_) in _cut_rows(db, "ledger", "id", portal, host, cut):
        (kept, found_at), *others = db.execute(
            "SELECT id, min(found_at) OVER () FROM ledger WHERE portal = ? AND key IN (?, ?) "
            "ORDER BY outcome IS 'read' DESC, coalesce(done_at, '') DESC",
            (portal, key, whole),
        ).fetchall()
        for other, _ in others:
            db.execute("DELETE FROM ledger WHERE id = ?", (other,))
        db.execute("UPDATE ledger SET key = ?, found_at = ? WHERE id = ?", (whole, found_at, kept))


def _join_pointers(db: Database, portal: str, host: str, cut: str) -> None:
    """The newest word stands."""
    for whole, (key, kind, seen_at) in _cut_rows(db, "pointer", "kind, seen_at", portal, host, cut):
        db.execute(
            "DELETE FROM pointer WHERE portal = ? AND key = ? AND kind = ? AND seen_at < ?",
            (portal, whole, kind, seen_at),
        )
        db.execute(
            "UPDATE OR IGNORE pointer SET key = ? WHERE portal = ? AND key = ? AND kind = ?", (whole, portal, key, kind)
        )
        db.execute("DELETE FROM pointer WHERE portal = ? AND key = ? AND kind = ?", (portal, key, kind))


def _join_addresses(db: Database, portal: str, host: str, cut: str) -> None:
    """A cut key leaves what has a whole one; of two announcements the one is noted as the other."""
    for whole, (key, one) in _cut_rows(db, "address", "announcement", portal, host, cut):
        db.execute("UPDATE OR IGNORE address SET key = ? WHERE portal = ? AND key = ?", (whole, portal, key))
        db.execute("DELETE FROM address WHERE portal = ? AND key = ?", (portal, key))
        db.execute(
            "INSERT OR IGNORE INTO former_id SELECT one.uid, other.uid FROM address d "
            "JOIN announcement other ON other.id = d.announcement JOIN announcement one ON one.id = ?1 "
            "WHERE d.portal = ?2 AND d.key = ?3 AND other.id <> one.id",
            (one, portal, whole),
        )
