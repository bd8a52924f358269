"""Taking an announcement, an earlier state of one, or an attached file out of everything that the public sees.

Nothing is deleted: the rows and captures stay, sealed, and can be released again. Ids are an announcement's `UID`,
`UID.rN` for an earlier state and `UID.aXXXXXXXX` for a file; a file is withheld wherever it hangs.
"""

from __future__ import annotations

import base64
import hashlib
import re
import sqlite3
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from archive.errors import ArchiveError, UsageError
from archive.naming import UID, todays_uid, uid_of
from archive.writer import ArchiveWriter, utc

LONGEST_REASON = 500
_SUBJECT = re.compile(rf"(?P<uid>{UID})(?:\.(?P<kind>[ra])(?P<part>[a-z0-9]{{1,20}}))?")
_SAME_FILE = """
    SELECT f.announcement, f.url FROM attachment f LEFT JOIN capture c ON c.id = f.capture
    WHERE f.url = ?1 OR c.digest IN (
        SELECT d.digest FROM attachment g JOIN capture d ON d.id = g.capture WHERE g.url = ?1)
"""


class NotInArchiveError(ArchiveError):
    """Nothing of the archive has that id."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something that can be withheld: `kind` is announcement, revision or attachment, `title` says what it is.

    `part` is the number of the revision or the address of the file.
    """

    id: str
    kind: str
    uid: str
    title: str
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Withheld:
    """A line of the log; times are UTC. What was released has `released_at`."""

    id: str
    kind: str
    reason: str
    withheld_at: str
    released_at: str | None


@dataclass(frozen=True, slots=True)
class Seals:
    """What is withheld now: announcements by uid, revisions by number, files by address and by digest."""

    announcements: frozenset[str]
    revisions: frozenset[int]
    files: frozenset[str]
    digests: frozenset[str]


def attachment_id(uid: str, url: str) -> str:
    """The id of a file: by its address, since rows come and go when a page is read again."""
    return f"{uid}.a{base64.b32encode(hashlib.sha256(url.encode()).digest())[:8].decode().lower()}"


def parts_of(database: Database, uid: str) -> list[Part]:
    """An announcement, its earlier states and its files; raises NotInArchiveError."""
    found = database.execute("SELECT id, title FROM announcement WHERE uid = ?", (uid,)).fetchone()
    if found is None:
        raise NotInArchiveError(f"There is no announcement {uid!r}; `kehoach search` and its page show the id.")
    announcement, title = found
    parts = [Part(uid, "announcement", uid, title)]
    parts += [
        Part(f"{uid}.r{number}", "revision", uid, f"as it was until {until}", str(number))
        for number, until in database.execute(
            "SELECT id, seen_until FROM revision WHERE announcement = ? ORDER BY seen_until", (announcement,)
        )
    ]
    parts += [
        Part(attachment_id(uid, url), "attachment", uid, name or url, url)
        for url, name in database.execute(
            "SELECT url, name FROM attachment WHERE announcement = ? ORDER BY position", (announcement,)
        )
    ]
    return parts


def find_part(database: Database, text: str) -> Part:
    """The part that an id or an address of an announcement names; raises UsageError, NotInArchiveError."""
    named = _SUBJECT.fullmatch(text.strip().lower())
    if named is None:
        if "/" in text:
            return parts_of(database, uid_of(database, text))[0]
        raise UsageError(f"{text!r} is no id; write an announcement's id or address, or an id that --parts ID shows.")
    uid = todays_uid(database, named["uid"]) or named["uid"]
    for part in parts_of(database, uid):
        if part.id == uid + named[0].removeprefix(named["uid"]):
            return part
    raise NotInArchiveError(f"{uid} has no part {text!r}; `kehoach withhold --parts {uid}` shows them.")


def withhold(writer: ArchiveWriter, part: Part, reason: str, moment: datetime) -> bool:
    """Seal a part and note it in the public log; False where it is sealed already. The caller commits."""
    reason = " ".join(reason.split())
    if not reason or len(reason) > LONGEST_REASON:
        raise UsageError(f"A reason of 1 to {LONGEST_REASON} characters is needed; it stands in the public log.")
    if _open_entry(writer, part):
        return False
    writer.insert(
        "withheld",
        subject=part.id,
        kind=part.kind,
        announcement_uid=part.uid,
        part=part.part,
        reason=reason,
        withheld_at=utc(moment),
    )
    _touch(writer, part)
    return True


def release(writer: ArchiveWriter, part: Part, moment: datetime) -> bool:
    """Unseal a part; False where it was not sealed. The caller commits."""
    if not _open_entry(writer, part):
        return False
    writer.execute(
        "UPDATE withheld SET released_at = ? WHERE subject = ? AND released_at IS NULL", (utc(moment), part.id)
    )
    _touch(writer, part)
    return True


def log_of(database: Database | sqlite3.Connection) -> list[Withheld]:
    """The log, newest first."""
    return [
        Withheld(*row)
        for row in database.execute(
            "SELECT subject, kind, reason, withheld_at, released_at FROM withheld ORDER BY withheld_at DESC, id DESC"
        )
    ]


def seals_of(database: Database) -> Seals:
    """What is withheld at this moment."""
    rows = database.execute("SELECT kind, announcement_uid, part FROM withheld WHERE released_at IS NULL").fetchall()
    files = {part for kind, _, part in rows if kind == "attachment"}
    digests = {
        digest
        for url in files
        for (digest,) in database.execute(
            "SELECT c.digest FROM attachment f JOIN capture c ON c.id = f.capture WHERE f.url = ?", (url,)
        )
    }
    return Seals(
        announcements=frozenset(uid for kind, uid, _ in rows if kind == "announcement"),
        revisions=frozenset(int(part) for kind, _, part in rows if kind == "revision"),
        files=frozenset(files),
        digests=frozenset(digests),
    )


def showing(database: Database, kind: str, uid: str, part: str | None) -> set[int]:
    """The announcements that a line of the log is about: the one named, and those that carry the same file."""
    found = database.execute("SELECT id, NULL FROM announcement WHERE uid = ?", (uid,)).fetchall()
    if kind == "attachment":
        found += database.execute(_SAME_FILE, (part,)).fetchall()
    return {announcement for announcement, _ in found}


def _open_entry(writer: ArchiveWriter, part: Part) -> bool:
    row = writer.execute("SELECT 1 FROM withheld WHERE subject = ? AND released_at IS NULL", (part.id,)).fetchone()
    return row is not None


def _touch(writer: ArchiveWriter, part: Part) -> None:
    """Have every announcement that shows the part made public anew."""
    for announcement in showing(writer.database, part.kind, part.uid, part.part):
        writer.execute("INSERT OR REPLACE INTO changed (announcement) VALUES (?)", (announcement,))
