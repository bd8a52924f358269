"""Which announcement is meant: by its id, by the address of its page here, or by that which its portal gave it."""

from __future__ import annotations

import base64
import hashlib
import re
import sqlite3
from contextlib import suppress

from sqlite_utils import Database

from archive.addresses import address_key
from archive.errors import NoSuchAnnouncementError, UsageError

UID = r"[a-z2-7]{1,40}"
_PAGE = re.compile(rf"(?:[^?#]*/)?tin/(?P<uid>{UID})(?:\.json|/so-sanh/\d+)?/?(?:[?#].*)?")
"""The address of an announcement's page, its data or an earlier state, at whatever host and below whatever path."""
_BY_ADDRESS = """
SELECT uid FROM announcement WHERE url = ?1
UNION SELECT a.uid FROM address d JOIN announcement a ON a.id = d.announcement WHERE d.url = ?1 OR d.key = ?2
"""


def announcement_uid(portal: str, key: str) -> str:
    """The permanent opaque id: the same page gets the same id in every archive, so that archives can be merged."""
    digest = hashlib.sha256(f"{portal}\n{key}".encode()).digest()
    return base64.b32encode(digest[:10]).decode().lower()


def id_after(database: Database | sqlite3.Connection, uid: str) -> str | None:
    """The id of what had this id before (`archive.former_ids`); None where nothing had."""
    row = database.execute("SELECT now FROM former_id WHERE uid = ?", (uid,)).fetchone()
    return row[0] if row else None


def todays_uid(database: Database, uid: str) -> str | None:
    """The id of the announcement that has this id, or had it before; None where none has."""
    for named in (uid, id_after(database, uid)):
        if named and database.execute("SELECT 1 FROM announcement WHERE uid = ?", (named,)).fetchone():
            return named
    return None


def uid_of(database: Database, named: str) -> str:
    """The id of the announcement that is named, by any form of an address; raises NoSuchAnnouncementError.

    An address at which portals have several announcements names none: UsageError says their ids.
    """
    named = named.strip()
    page = _PAGE.fullmatch(named)
    for uid in (named.lower(), page["uid"] if page else None):
        if uid and (todays := todays_uid(database, uid)):
            return todays
    found = [uid for (uid,) in database.execute(_BY_ADDRESS, (named, _key(named)))]
    if not found:
        raise NoSuchAnnouncementError(named)
    if len(found) > 1:
        raise UsageError(f"{named} is the address of several announcements; name one of {', '.join(found)}.")
    return str(found[0])


def _key(address: str) -> str | None:
    for form in (address, f"https://{address.lstrip('/')}"):
        with suppress(ValueError):
            return address_key(form)
    return None
