"""Earlier states of announcements: kept when a page or one of its files changes, and compared field by field."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from archive.differences import Part, compare
from archive.model import Announcement

if TYPE_CHECKING:
    from archive.writer import ArchiveWriter

FIELDS = ("title", "published_at", "published_printed", "byline_printed", "lead", "body_text", "captions")


@dataclass(frozen=True, slots=True)
class State:
    """What a page said for a while: times in UTC, the capture that shows it, and `content` with FIELDS and attachments.

    `content` has `title_printed` where that is not the title. An attachment is a dict with `url`, `name`, `media_type`,
    and the `digest` of its file where that is known.
    """

    seen_from: str
    seen_until: str
    capture: int | None
    content: dict[str, Any]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after, and `lines`: both word by word, as parts that are the same, gone or new."""

    field: str
    before: str | None
    after: str | None
    lines: tuple[tuple[Part, ...], ...]


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that was added, removed or exchanged at the same address; digests where they are known."""

    kind: str
    url: str
    name: str | None
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """What changed between two states: the earlier one was last seen `after`, the later one first seen `by`."""

    after: str
    by: str
    captures: tuple[int | None, int | None]
    fields: tuple[FieldChange, ...]
    files: tuple[FileChange, ...]


def keep_state(writer: ArchiveWriter, announcement: int) -> None:
    """Keep the current state as a revision, before it is replaced."""
    state = current_state(writer.database.conn, announcement)
    add_revision(writer, announcement, state.content, state.capture, state.seen_from, state.seen_until)


def add_revision(
    writer: ArchiveWriter, announcement: int, content: dict[str, Any], capture: int | None, since: str, until: str
) -> None:
    """Keep an earlier state; one that is known, with no other state between, is only seen longer."""
    text = json.dumps(content, ensure_ascii=False)
    known = writer.execute(
        "SELECT id FROM revision r WHERE announcement = ?1 AND content = ?2 AND NOT EXISTS ("
        "SELECT 1 FROM revision o WHERE o.announcement = ?1 AND o.content <> ?2 "
        "AND o.seen_from > min(r.seen_from, ?3) AND o.seen_from < max(r.seen_until, ?4))",
        (announcement, text, since, until),
    ).fetchone()
    if known:
        writer.execute(
            "UPDATE revision SET seen_from = min(seen_from, ?), seen_until = max(seen_until, ?) WHERE id = ?",
            (since, until, known[0]),
        )
        return
    writer.insert(
        "revision", announcement=announcement, seen_from=since, seen_until=until, capture=capture, content=text
    )


def content_of(announcement: Announcement) -> dict[str, Any]:
    """The content of a page that has just been read, as a revision keeps it."""
    content = {name: getattr(announcement, name) for name in FIELDS}
    content["attachments"] = [asdict(attachment) for attachment in announcement.attachments]
    is_otherwise = announcement.title_printed != announcement.title
    return content | ({"title_printed": announcement.title_printed} if is_otherwise else {})


def current_state(connection: sqlite3.Connection, announcement: int) -> State:
    """The state that an announcement is in now."""
    row = connection.execute(
        "SELECT coalesce(a.changed_at, a.first_seen), a.last_seen, a.capture, nullif(a.title, ''), a.published_at, "
        "a.published_printed, a.byline_printed, a.lead, t.body, t.captions, a.title_printed FROM announcement a "
        "JOIN announcement_text t ON t.announcement = a.id WHERE a.id = ?",
        (announcement,),
    ).fetchone()
    files = connection.execute(
        "SELECT url, name, media_type, file FROM attachment WHERE announcement = ? ORDER BY position", (announcement,)
    )
    content = dict(zip(FIELDS, (*row[3:9], json.loads(row[9])), strict=True))
    content["attachments"] = [
        {"url": url, "name": name, "media_type": media_type} | ({"digest": digest} if digest else {})
        for url, name, media_type, digest in files
    ]
    if row[10] is not None:
        content["title_printed"] = row[10]
    return State(row[0], row[1], row[2], content)


def states(connection: sqlite3.Connection, announcement: int) -> list[State]:
    """Every state of an announcement that the archive knows, oldest first; the last is the current one."""
    rows = connection.execute(
        "SELECT seen_from, seen_until, capture, content FROM revision WHERE announcement = ? ORDER BY seen_from, id",
        (announcement,),
    )
    earlier = [State(since, until, capture, json.loads(content)) for since, until, capture, content in rows]
    return [*earlier, current_state(connection, announcement)]


def history(connection: sqlite3.Connection, announcement: int) -> list[Change]:
    """What changed from state to state, oldest first; empty where nothing ever did."""
    changes = [change_between(earlier, later) for earlier, later in pairwise(states(connection, announcement))]
    return [change for change in changes if change.fields or change.files]


def change_between(earlier: State, later: State) -> Change:
    """The differences of two states, field by field and file by file."""
    fields = [_field_change(name, earlier.content.get(name), later.content.get(name)) for name in FIELDS]
    return Change(
        after=earlier.seen_until,
        by=later.seen_from,
        captures=(earlier.capture, later.capture),
        fields=tuple(change for change in fields if change is not None),
        files=tuple(_file_changes(earlier.content["attachments"], later.content["attachments"])),
    )


def _field_change(name: str, before: Any, after: Any) -> FieldChange | None:
    one, other = _text(before), _text(after)
    if one == other:
        return None
    lines = compare((one or "").splitlines(), (other or "").splitlines())
    return FieldChange(name, one, other, tuple(lines))


def _text(value: Any) -> str | None:
    return "\n".join(value) or None if isinstance(value, list) else value or None


def _file_changes(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> list[FileChange]:
    one, other = ({file["url"]: file for file in files} for files in (before, after))
    changes = []
    for url in dict.fromkeys((*one, *other)):
        was, now = one.get(url), other.get(url)
        digests = (was.get("digest") if was else None, now.get("digest") if now else None)
        name = (now or was or {}).get("name")
        if was is None or now is None:
            changes.append(FileChange("added" if was is None else "removed", url, name, *digests))
        elif None not in digests and digests[0] != digests[1]:
            changes.append(FileChange("exchanged", url, name, *digests))
    return changes
