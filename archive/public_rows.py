"""Writing the public form of an announcement into the public database, in the place of what stood there."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlite_utils import Database

from archive import index
from archive.public_form import PublicForm, Row
from archive.vietnamese.spelling import FOLD_VERSION

_PARTS = ("announcement_text", "attachment", "mention", "revision", "removal")
_POINTED_AT = """
    EXISTS (SELECT 1 FROM announcement WHERE capture = ?1) OR EXISTS (SELECT 1 FROM attachment WHERE capture = ?1)
    OR EXISTS (SELECT 1 FROM removal WHERE ?1 IN (first_capture, confirming_capture, returned_capture))
    OR EXISTS (SELECT 1 FROM revision WHERE capture = ?1) OR EXISTS (SELECT 1 FROM capture WHERE revisit_of = ?1)
    OR EXISTS (SELECT 1 FROM file WHERE capture = ?1)
"""
_SAME_ID = "SELECT id FROM announcement WHERE uid = ? AND id <> ?"
"""Where two announcements became one, it may have the id of the other."""

Indexed = tuple[str, str, str, str]
"""Sort key, portal, title and text, as they stand in the index."""


def publish(
    source: Database, target: Database, form: PublicForm | None, announcement: int, *, indexed: bool = True
) -> None:
    """Make the form what the public sees of an announcement; None takes it away.

    Where it is not `indexed` the caller rebuilds the index when all is written.
    """
    for (other,) in target.execute(_SAME_ID, (form.announcement["uid"], announcement)).fetchall() if form else ():
        publish(source, target, None, other, indexed=indexed)
    before = _standing(target, announcement)
    after = _searchable(form) if form and indexed else None
    if indexed and before is not None and before != after:
        index.remove(target, announcement, *before[1:])
    captures, documents, files = _clear(target, announcement) if before else (set(), set(), set())
    _write_files(target, form, files, announcement, indexed=indexed)
    if form is None:
        target.execute("DELETE FROM announcement WHERE id = ?", (announcement,))
    else:
        _write(source, target, form, fold_version=FOLD_VERSION if indexed else 0)
        if after is not None and before != after:
            index.add(target, announcement, *after[1:])
    _write_former_ids(source, target, announcement)
    _drop_orphans(target, captures, documents)


def columns_of(target: Database, table: str) -> list[str]:
    """The names of a table's columns."""
    return [column.name for column in target[table].columns]


def _standing(target: Database, announcement: int) -> Indexed | None:
    row = target.execute("SELECT published_sort FROM announcement WHERE id = ?", (announcement,)).fetchone()
    return (row[0], *index.texts_of(target, announcement)) if row else None


def _searchable(form: PublicForm) -> Indexed:
    names = [file["name"] for file in form.attachments if file["name"]]
    row, text = form.announcement, form.text
    files = [file["text"] for file in form.file_texts]
    body = index.searchable_body(row["lead"], text["body"], json.loads(text["captions"]), names, files)
    return row["published_sort"], row["portal"], row["title"], body


def _clear(target: Database, announcement: int) -> tuple[set[int], set[int], set[str]]:
    """Remove what hangs on an announcement; returns the captures, documents and files that it pointed at."""
    captures = target.execute(
        "SELECT capture FROM announcement WHERE id = ?1 UNION SELECT capture FROM attachment WHERE announcement = ?1 "
        "UNION SELECT capture FROM revision WHERE announcement = ?1 UNION SELECT x.capture FROM attachment f "
        "JOIN file x ON x.digest = f.file WHERE f.announcement = ?1 "
        "UNION SELECT first_capture FROM removal WHERE announcement = ?1 "
        "UNION SELECT confirming_capture FROM removal WHERE announcement = ?1 "
        "UNION SELECT returned_capture FROM removal WHERE announcement = ?1",
        (announcement,),
    ).fetchall()
    documents = target.execute("SELECT document FROM mention WHERE announcement = ?", (announcement,)).fetchall()
    files = target.execute(
        "SELECT file FROM attachment WHERE announcement = ? AND file IS NOT NULL", (announcement,)
    ).fetchall()
    for table in _PARTS:
        target.execute(f"DELETE FROM {table} WHERE announcement = ?", (announcement,))  # noqa: S608
    return (
        {number for (number,) in captures if number},
        {number for (number,) in documents if number},
        {digest for (digest,) in files},
    )


def _write_files(
    target: Database, form: PublicForm | None, before: set[str], announcement: int, *, indexed: bool
) -> None:
    """Make the contents of files what they are in the form; other announcements that show one are indexed anew."""
    texts = {row["file"]: row for row in form.file_texts} if form else {}
    contents = {row["digest"]: row for row in form.files} if form else {}
    for digest in before | contents.keys():
        row = target.execute("SELECT text FROM file_text WHERE file = ?", (digest,)).fetchone()
        others = target.execute(
            "SELECT DISTINCT announcement FROM attachment WHERE file = ? AND announcement <> ?", (digest, announcement)
        ).fetchall()
        if digest not in contents and others:
            continue
        text = texts.get(digest)
        is_other = indexed and (row and row[0]) != (text and text["text"])
        changed = [other for (other,) in others] if is_other else []
        for other in changed:
            index.remove(target, other, *index.texts_of(target, other))
        target.execute("DELETE FROM file_text WHERE file = ?", (digest,))
        target.execute("DELETE FROM file WHERE digest = ?", (digest,))
        _insert(target, "file", [contents[digest]] if digest in contents else [])
        _insert(target, "file_text", [text] if text else [])
        for other in changed:
            index.add(target, other, *index.texts_of(target, other))


def _write(source: Database, target: Database, form: PublicForm, *, fold_version: int) -> None:
    columns = {name: value for name, value in form.announcement.items() if name != "search_row"}
    updates = ", ".join(f"{name} = excluded.{name}" for name in columns if name != "id")
    marks = ", ".join("?" * len(columns))
    target.execute(
        f"INSERT INTO announcement ({', '.join(columns)}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {updates}",  # noqa: S608
        list(columns.values()),
    )
    _insert(target, "announcement_text", [form.text | {"fold_version": fold_version}])
    _insert(target, "attachment", form.attachments)
    _insert(target, "mention", form.mentions)
    _insert(target, "revision", form.revisions)
    _insert(target, "removal", form.removals)
    _insert(target, "document", _of_archive(source, "document", form.documents))
    _insert(target, "capture", _captures(source, form))


def _write_former_ids(source: Database, target: Database, announcement: int) -> None:
    """What an announcement was called before, also of one that is withheld: its pages say so under each of its ids."""
    rows = source.execute(
        "SELECT f.uid, f.now FROM former_id f JOIN announcement a ON a.uid = f.now WHERE a.id = ?", (announcement,)
    )
    target.conn.executemany("INSERT OR REPLACE INTO former_id VALUES (?, ?)", rows.fetchall())


def _captures(source: Database, form: PublicForm) -> Iterable[Row]:
    """The captures with those that hold their payloads; sealed ones without their place, their runs left out."""
    rows = list(_of_archive(source, "capture", form.captures))
    rows += _of_archive(source, "capture", {row["revisit_of"] for row in rows if row["revisit_of"]} - form.captures)
    sealed = {"file": "", "length": 0}
    return [row | sealed | {"offset": -row["id"]} if form.sealed else row for row in rows]


def _of_archive(source: Database, table: str, numbers: Iterable[int | None]) -> Iterable[Row]:
    for number in numbers:
        cursor = source.execute(f"SELECT * FROM {table} WHERE id = ?", (number,))  # noqa: S608
        names = [column[0] for column in cursor.description]
        yield from (dict(zip(names, row, strict=True)) for row in cursor)


def _insert(target: Database, table: str, rows: Iterable[Row]) -> None:
    for row in rows:
        marks = ", ".join("?" * len(row))
        sql = f"INSERT OR REPLACE INTO {table} ({', '.join(row)}) VALUES ({marks})"  # noqa: S608
        target.execute(sql, list(row.values()))


def _drop_orphans(target: Database, captures: Iterable[int], documents: Iterable[int]) -> None:
    """Captures and documents that nothing public points at any longer go, and a revisit's holder with it."""
    for number in documents:
        sql = "DELETE FROM document WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM mention WHERE document = ?1)"
        target.execute(sql, (number,))
    for number in captures:
        held = target.execute("SELECT revisit_of FROM capture WHERE id = ?", (number,)).fetchone()
        sql = f"DELETE FROM capture WHERE id = ?1 AND NOT ({_POINTED_AT})"  # noqa: S608
        gone = target.execute(sql, (number,)).rowcount
        if gone and held and held[0]:
            _drop_orphans(target, [held[0]], [])
