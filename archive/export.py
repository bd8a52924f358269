"""Every announcement as JSON lines, JSON or CSV: streamed, memory flat, with a count at the end."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, TextIO

from sqlite_utils import Database

from archive.announcements import DOCUMENT_FIELDS, distinct_documents

Format = Literal["jsonl", "json", "csv"]

COLUMNS = (
    "url",
    "portal",
    "platform",
    "title",
    "published_at",
    "published_precision",
    "published_label",
    "published_source",
    "published_printed",
    "authors",
    "organisation",
    "source",
    "byline_printed",
    "lead",
    "body_text",
    "documents",
    "attachments",
    "is_plan",
    "plan_reason",
    "flags",
    "captions",
    "id",
    "province",
    "province_now",
    "posted_by",
    "first_seen",
    "last_seen",
    "changed_at",
    "removed_at",
    "capture",
    "demo",
)
_SELECT = """
SELECT a.id, a.url, a.portal, a.platform, nullif(a.title, ''), a.published_at, a.published_precision,
    a.published_label, a.published_source, a.published_printed, a.authors, a.organisation, a.source,
    a.byline_printed, a.lead, t.body, a.is_plan, a.plan_reason, a.flags, t.captions, a.uid, a.province,
    a.province_now, a.posted_by, a.first_seen, a.last_seen, a.changed_at, a.removed_at,
    c.fetched_at, c.digest, c.file, c.offset, c.length, a.demo
FROM announcement a
JOIN announcement_text t ON t.announcement = a.id
LEFT JOIN capture c ON c.id = a.capture
{where} ORDER BY a.id
"""
_MENTIONS = """
SELECT m.announcement, m.number, m.type, m.issuer, m.dated, m.role, m.subject, m.printed
FROM mention m JOIN announcement a ON a.id = m.announcement {where} ORDER BY m.announcement, m.position
"""
_ATTACHMENTS = """
SELECT f.announcement, f.url, f.name, f.media_type
FROM attachment f JOIN announcement a ON a.id = f.announcement {where} ORDER BY f.announcement, f.position
"""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_JOINED = ("authors", "flags", "captions")


@dataclass(frozen=True, slots=True)
class Selection:
    """Which announcements to export; None means no limit. Days are ISO dates, `until` is included."""

    portal: str | None = None
    province: str | None = None
    since: str | None = None
    until: str | None = None
    plans: bool = False

    def where(self) -> tuple[str, list[str]]:
        """The condition on `a` and its values."""
        terms: list[tuple[str, str | None]] = [
            ("a.portal = ?", self.portal),
            ("? IN (a.province, a.province_now)", self.province),
            ("a.published_sort >= ?", self.since),
            ("a.published_sort <> '' AND substr(a.published_sort, 1, 10) <= ?", self.until),
        ]
        chosen = [(term, value) for term, value in terms if value is not None]
        conditions = [term for term, _ in chosen] + (["a.is_plan = 1"] if self.plans else [])
        return ("WHERE " + " AND ".join(conditions) if conditions else "", [value for _, value in chosen])


def announcements(database: Database, selection: Selection) -> Iterator[dict[str, Any]]:
    """Each announcement as a dictionary with COLUMNS as keys, in the order in which they came into the archive."""
    where, values = selection.where()

    def rows(sql: str) -> sqlite3.Cursor:
        cursor: sqlite3.Cursor = database.conn.execute(sql.format(where=where), values)
        return cursor

    mentions = _Groups(rows(_MENTIONS))
    attachments = _Groups(rows(_ATTACHMENTS))
    for row in rows(_SELECT):
        (*head, authors, organisation, source, byline, lead, body, is_plan, reason, flags, captions) = row[1:20]
        files = attachments.of(row[0])
        documents = [dict(zip(DOCUMENT_FIELDS, mention[1:], strict=True)) for mention in mentions.of(row[0])]
        capture = dict(zip(("fetched_at", "digest", "file", "offset", "length"), row[28:33], strict=True))
        yield dict(
            zip(
                COLUMNS,
                (
                    *head,
                    json.loads(authors),
                    organisation,
                    source,
                    byline,
                    lead,
                    body,
                    distinct_documents(documents),
                    [{"url": url, "name": name, "media_type": media_type} for _, url, name, media_type in files],
                    bool(is_plan),
                    reason,
                    json.loads(flags),
                    json.loads(captions),
                    *row[20:28],
                    capture if capture["file"] else None,
                    bool(row[33]),
                ),
                strict=True,
            )
        )


def export(database: Database, stream: TextIO, form: Format, selection: Selection) -> int:
    """Write the selected announcements to a text stream (open it with newline="" for CSV); returns how many."""
    writers: dict[Format, Callable[[Iterator[dict[str, Any]], TextIO], int]] = {
        "jsonl": _write_lines,
        "json": _write_json,
        "csv": _write_csv,
    }
    database.execute("BEGIN")
    try:
        return writers[form](announcements(database, selection), stream)
    finally:
        database.execute("ROLLBACK")


def _write_lines(rows: Iterator[dict[str, Any]], stream: TextIO) -> int:
    count = 0
    encode = json.JSONEncoder(ensure_ascii=False).encode
    for row in rows:
        stream.write(encode(row) + "\n")
        count += 1
    return count


def _write_json(rows: Iterator[dict[str, Any]], stream: TextIO) -> int:
    count = 0
    encode = json.JSONEncoder(ensure_ascii=False).encode
    stream.write("[")
    for row in rows:
        stream.write(("," if count else "") + "\n" + encode(row))
        count += 1
    stream.write("\n]\n")
    return count


def _write_csv(rows: Iterator[dict[str, Any]], stream: TextIO) -> int:
    """CSV as spreadsheets open it: a UTF-8 mark, lists joined with "; ", and no cell that runs as a formula."""
    count = 0
    stream.write("\ufeff")
    table = csv.writer(stream)
    table.writerow(COLUMNS)
    for row in rows:
        table.writerow([_cell(name, value) for name, value in row.items()])
        count += 1
    return count


def _cell(name: str, value: Any) -> Any:
    if value is None or isinstance(value, bool):
        return "" if value is None else int(value)
    if name in _JOINED:
        value = "; ".join(value)
    elif name == "documents":
        value = "; ".join(document["number"] for document in value)
    elif name == "attachments":
        value = "; ".join(attachment["url"] for attachment in value)
    elif name == "capture":
        value = f"{value['file']}:{value['offset']} {value['digest']}"
    return "'" + value if value.startswith(_FORMULA) else value


class _Groups:
    """Rows sorted by their first column, handed out group by group beside another sorted stream."""

    def __init__(self, rows: Iterator[tuple[Any, ...]]) -> None:
        self._rows = rows
        self._next = next(rows, None)

    def of(self, key: int) -> list[tuple[Any, ...]]:
        """The rows of one key; keys are asked for in rising order."""
        group = []
        while self._next is not None and self._next[0] <= key:
            if self._next[0] == key:
                group.append(self._next)
            self._next = next(self._rows, None)
        return group
