"""Every announcement as JSON lines, JSON or CSV: streamed, memory flat, with a count at the end.

SQLite itself writes the JSON of a row, so that a text of five thousand characters passes through Python as bytes.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, BinaryIO, Literal

from sqlite_utils import Database

from archive.announcements import DOCUMENT_FIELDS

Format = Literal["jsonl", "json", "csv"]

_TEXT = (
    "url", "portal", "platform", "title", "title_printed", "published_at", "published_precision", "published_label",
    "published_source", "published_printed", "organisation", "source", "byline_printed", "lead",
    "plan_reason", "province", "province_now", "posted_by", "first_seen", "last_seen", "changed_at",
    "removed_at",
)  # fmt: skip
_DISTINCT_MENTIONS = """
    SELECT *, min(position) AS place FROM mention m WHERE m.announcement = a.id AND m.file IS NULL
    AND NOT (m.role = 'cites' AND EXISTS (
        SELECT 1 FROM mention o WHERE o.announcement = a.id AND o.number = m.number AND o.role <> 'cites'
        AND o.file IS NULL AND (m.dated IS NULL OR o.dated IS m.dated)))
    AND NOT EXISTS (
        SELECT 1 FROM mention o WHERE o.announcement = a.id AND o.number = m.number AND o.role = m.role
        AND o.subject IS m.subject AND o.file IS NULL AND length(o.dated) > coalesce(length(m.dated), 0)
        AND (m.dated IS NULL OR o.dated LIKE m.dated || '-%'))
    GROUP BY m.number, m.role, m.subject, m.dated ORDER BY place"""
"""One entry a document, role and subject, as `archive.announcements.distinct_documents` has them. What only the text of
an attachment names is no part of it."""
_FILES = (
    "SELECT f.*, x.kind, coalesce(x.state, 'not fetched') AS state, x.pages, x.ocr, x.ocr_confidence, x.head "
    "FROM attachment f LEFT JOIN file x ON x.digest = f.file WHERE f.announcement = a.id {shown} "
    "ORDER BY f.position"
)
_PAPER = ", ".join(f"'{name}', head ->> '{name}'" for name in ("number", "type", "dated", "abstract", "signer"))
_FILE = (
    "'url', url, 'name', name, 'media_type', media_type, 'digest', file, 'state', state, 'outcome', outcome, 'kind', "
    "kind, 'pages', pages, 'ocr', json(iif(ocr, 'true', 'false')), 'ocr_confidence', ocr_confidence, 'paper', "
    f"iif(head IS NULL, NULL, json_object({_PAPER}))"
)
"""An attachment: what came of it, and in `paper` what its own head says (null where no words of its own were read)."""
_NOT_WITHHELD = """AND NOT EXISTS (
    SELECT 1 FROM withheld w WHERE w.kind = 'attachment' AND w.part = f.url AND w.released_at IS NULL)"""
_DOCUMENT = ", ".join(f"'{name}', {name}" for name in DOCUMENT_FIELDS)

JSON: dict[str, str] = {
    **{name: f"a.{name}" for name in _TEXT},
    "title": "nullif(a.title, '')",
    "title_printed": "coalesce(a.title_printed, nullif(a.title, ''))",
    "authors": "json(a.authors)",
    "body_text": "t.body",
    "documents": f"(SELECT json_group_array(json_object({_DOCUMENT})) FROM ({_DISTINCT_MENTIONS}))",  # noqa: S608
    "attachments": f"(SELECT json_group_array(json_object({_FILE})) FROM ({_FILES}))",  # noqa: S608
    "is_plan": "json(iif(a.is_plan, 'true', 'false'))",
    "flags": "json(a.flags)",
    "captions": "json(t.captions)",
    "id": "a.uid",
    "capture": "iif(c.id, json_object('fetched_at', c.fetched_at, 'digest', c.digest, 'file', c.file, "
    "'offset', c.offset, 'length', c.length), NULL)",
    "demo": "json(iif(a.demo, 'true', 'false'))",
}
"""SQL of each member of an announcement's object."""
CSV: dict[str, str] = JSON | {
    "authors": "a.authors",
    "documents": f"(SELECT json_group_array(number) FROM (SELECT DISTINCT number FROM ({_DISTINCT_MENTIONS})))",  # noqa: S608
    "attachments": f"(SELECT json_group_array(url) FROM ({_FILES}))",  # noqa: S608
    "is_plan": "a.is_plan",
    "flags": "a.flags",
    "captions": "t.captions",
    "capture": "c.file || ':' || c.offset || ' ' || c.digest",
    "demo": "a.demo",
}
"""SQL of each cell of a CSV row; lists come as JSON and are joined with "; "."""
_LISTS = ("authors", "documents", "attachments", "flags", "captions")
COLUMNS = (
    "url", "portal", "platform", "title", "title_printed", "published_at", "published_precision", "published_label",
    "published_source", "published_printed", "authors", "organisation", "source", "byline_printed", "lead",
    "body_text", "documents", "attachments", "is_plan", "plan_reason", "flags", "captions", "id", "province",
    "province_now", "posted_by", "first_seen", "last_seen", "changed_at", "removed_at", "capture", "demo",
)  # fmt: skip
SPREADSHEET_MARK = codecs.BOM_UTF8
_FORMULA = frozenset({"=", "+", "-", "@", "\t", "\r"})
_FORMULA_BYTES = frozenset(mark.encode() for mark in _FORMULA)
_TO_QUOTE = re.compile(rb'[",\r\n]')
_ROWS = """
SELECT {columns} FROM announcement a
JOIN announcement_text t ON t.announcement = a.id
LEFT JOIN capture c ON c.id = a.capture {where} ORDER BY a.id"""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which announcements to export; None means no limit. Days are ISO dates, `until` is included.

    What is withheld is left out, as are withheld files; with `withheld` the announcements that have something
    withheld are exported instead, as a whole.
    """

    portal: str | None = None
    province: str | None = None
    since: str | None = None
    until: str | None = None
    plans: bool = False
    withheld: bool = False

    def where(self) -> tuple[str, list[str]]:
        """The condition on `a` and its values."""
        terms: list[tuple[str, str | None]] = [
            ("a.portal = ?", self.portal),
            ("? IN (a.province, a.province_now)", self.province),
            ("a.published_sort >= ?", self.since),
            ("a.published_sort <> '' AND substr(a.published_sort, 1, 10) <= ?", self.until),
        ]
        chosen = [(term, value) for term, value in terms if value is not None]
        sealed = "SELECT announcement_uid FROM withheld WHERE released_at IS NULL"
        sealed = f"IN ({sealed})" if self.withheld else f"NOT IN ({sealed} AND kind = 'announcement')"
        conditions = [f"a.uid {sealed}", *(term for term, _ in chosen), *(["a.is_plan = 1"] if self.plans else [])]
        return "WHERE " + " AND ".join(conditions), [value for _, value in chosen]

    def columns(self, expressions: str) -> str:
        """SQL expressions with the files that are to be exported."""
        return expressions.format(shown="" if self.withheld else _NOT_WITHHELD)


def export(database: Database, stream: BinaryIO, form: Format, selection: Selection) -> int:
    """Write the selected announcements in UTF-8, in the order in which they came; returns how many."""
    writers: dict[Format, Callable[[Database, BinaryIO, Selection], int]] = {
        "jsonl": _write_lines,
        "json": _write_json,
        "csv": _write_csv,
    }
    database.execute("BEGIN")
    try:
        return writers[form](database, stream, selection)
    finally:
        database.execute("ROLLBACK")


def _write_lines(database: Database, stream: BinaryIO, selection: Selection) -> int:
    count = 0
    with _objects(database, selection) as rows:
        for (row,) in rows:
            stream.write(row)
            stream.write(b"\n")
            count += 1
    return count


def _write_json(database: Database, stream: BinaryIO, selection: Selection) -> int:
    count = 0
    stream.write(b"[")
    with _objects(database, selection) as rows:
        for (row,) in rows:
            stream.write(b",\n" if count else b"\n")
            stream.write(row)
            count += 1
    stream.write(b"\n]\n")
    return count


def _write_csv(database: Database, stream: BinaryIO, selection: Selection) -> int:
    """CSV as spreadsheets open it: a UTF-8 mark, and no cell that runs as a formula."""
    count = 0
    expressions = ", ".join(CSV[name] for name in COLUMNS)
    lists = [COLUMNS.index(name) for name in _LISTS]
    where, values = selection.where()
    stream.write(SPREADSHEET_MARK + ",".join(COLUMNS).encode() + b"\r\n")
    with _in_bytes(database) as connection:
        for row in connection.execute(_ROWS.format(columns=selection.columns(expressions), where=where), values):
            cells = list(row)
            for place in lists:
                cells[place] = "; ".join(json.loads(row[place])).encode() if row[place] != b"[]" else b""
            stream.write(b",".join(map(_packed, cells)) + b"\r\n")
            count += 1
    return count


def _packed(value: bytes | int | None) -> bytes:
    """A value as bytes of a CSV row, in quotes where it needs them (RFC 4180)."""
    if not isinstance(value, bytes):
        return b"" if value is None else str(value).encode()
    text = b"'" + value if value[:1] in _FORMULA_BYTES else value
    return b'"' + text.replace(b'"', b'""') + b'"' if _TO_QUOTE.search(text) else text


def cell(value: Any) -> Any:
    """A value as a cell of CSV: a text that a spreadsheet would run as a formula begins with an apostrophe."""
    return f"'{value}" if isinstance(value, str) and value[:1] in _FORMULA else value


@contextmanager
def _objects(database: Database, selection: Selection) -> Iterator[Iterator[tuple[bytes]]]:
    """The JSON objects as UTF-8 bytes."""
    members = selection.columns(", ".join(f"'{name}', {JSON[name]}" for name in COLUMNS))
    where, values = selection.where()
    with _in_bytes(database) as connection:
        yield connection.execute(_ROWS.format(columns=f"json_object({members})", where=where), values)


@contextmanager
def _in_bytes(database: Database) -> Iterator[Any]:
    """The connection, giving texts as UTF-8 bytes."""
    connection: Any = database.conn
    connection.text_factory = bytes
    try:
        yield connection
    finally:
        connection.text_factory = str
