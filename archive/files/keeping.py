"""Files in the archive: a content is kept once under its digest, whatever addresses lead to it.

`file_address` says what came of an address, `file` and `file_text` what is inside. An attachment repeats what came of
its address, and what its file says becomes part of its announcement: words of the index, mentions, the kind of paper.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from itertools import count

from archive import index
from archive.documents import document_row
from archive.files.reading import FileText
from archive.mentions import insert_mentions, mention_row, sentence_around
from archive.model import Attachment, Capture
from archive.plans import names_plan
from archive.version import READER
from archive.vietnamese.documents import DocumentMention
from archive.warc import digest_of
from archive.writer import ArchiveWriter, utc

FETCHED = "fetched"
PLACE = "attachment"
DESCRIBED = ("abstract", "signer", "signer_title", "effective", "period")


def insert_attachments(writer: ArchiveWriter, announcement: int, attachments: Sequence[Attachment]) -> list[str]:
    """Insert the rows of an announcement's files with what is known of them; returns their texts, each once."""
    for position, attachment in enumerate(attachments):
        known = writer.execute(
            "SELECT outcome, file, capture FROM file_address WHERE url = ?", (attachment.url,)
        ).fetchone() or (None, None, None)
        state = dict(zip(("outcome", "file", "capture"), known, strict=True))
        writer.insert("attachment", announcement=announcement, position=position, **asdict(attachment), **state)
    return [text for _, text, _ in _texts(writer, announcement)] if attachments else []


def note_outcome(writer: ArchiveWriter, url: str, outcome: str, seen_at: datetime) -> None:
    """Note that an address gave no file, and why; a file that it gave before stays with it."""
    writer.execute(
        "INSERT INTO file_address (url, outcome, seen_at) VALUES (?, ?, ?) "
        "ON CONFLICT (url) DO UPDATE SET outcome = excluded.outcome, seen_at = excluded.seen_at",
        (url, outcome, utc(seen_at)),
    )
    writer.execute("UPDATE attachment SET outcome = ?1 WHERE url = ?2 AND outcome IS NOT ?1", (outcome, url))


def content_of(writer: ArchiveWriter, url: str) -> str | None:
    """The digest of what an address gave the last time; None where it gave nothing yet."""
    row = writer.execute("SELECT file FROM file_address WHERE url = ?", (url,)).fetchone()
    return row[0] if row else None


def keep_file(writer: ArchiveWriter, url: str, content: bytes, capture: Capture) -> None:
    """Keep what an address gave, its content decoded."""
    digest = digest_of(content)
    writer.execute(
        "INSERT OR IGNORE INTO file (digest, capture, size) VALUES (?, ?, ?)", (digest, capture.id, len(content))
    )
    before = content_of(writer, url)
    writer.execute(
        "INSERT OR REPLACE INTO file_address (url, outcome, file, capture, seen_at) VALUES (?, ?, ?, ?, ?)",
        (url, FETCHED, digest, capture.id, utc(capture.fetched_at)),
    )
    if before == digest:
        writer.execute("UPDATE attachment SET outcome = ?, capture = ? WHERE url = ?", (FETCHED, capture.id, url))
        return
    with _reindexed(writer, _told_by(writer, url, before, digest)):
        writer.execute(
            "UPDATE attachment SET outcome = ?, file = ?, capture = ? WHERE url = ?", (FETCHED, digest, capture.id, url)
        )


def _told_by(writer: ArchiveWriter, url: str, *files: str | None) -> list[int]:
    """The announcements that carry an address, where one of its contents has a text."""
    marks = ", ".join("?" * len(files))
    if not writer.execute(f"SELECT 1 FROM file_text WHERE file IN ({marks})", files).fetchone():  # noqa: S608
        return []
    rows = writer.execute("SELECT announcement FROM attachment WHERE url = ?", (url,))
    return [identifier for (identifier,) in rows]


def keep_text(writer: ArchiveWriter, digest: str, found: FileText, read_at: datetime) -> None:
    """Write what a file gave into the archive and into every announcement that carries it; the caller commits."""
    if not writer.execute("SELECT 1 FROM file WHERE digest = ?", (digest,)).fetchone():
        return
    carrying = writer.execute("SELECT DISTINCT announcement FROM attachment WHERE file = ?", (digest,)).fetchall()
    announcements = [identifier for (identifier,) in carrying]
    with _reindexed(writer, announcements):
        writer.execute("DELETE FROM file_text WHERE file = ?", (digest,))
        unsaid = ", ".join(f"{name} = NULL" for name in DESCRIBED)
        told = "SELECT document FROM file WHERE digest = ?"
        writer.execute(f"UPDATE document SET {unsaid} WHERE id = ({told})", (digest,))  # noqa: S608
        if found.text:
            mentions = json.dumps(found.mentions, ensure_ascii=False)
            writer.insert("file_text", file=digest, text=found.text, mentions=mentions)
        head = json.dumps(found.head, ensure_ascii=False) if found.head else None
        writer.execute(
            "UPDATE file SET kind = ?, state = ?, reason = ?, method = ?, pages = ?, ocr = ?, ocr_confidence = ?, "
            "head = ?, flags = ?, reader = ?, read_at = ?, document = NULL WHERE digest = ?",
            (
                found.kind, found.state, found.reason, found.method, found.pages, int(found.ocr), found.confidence,
                head, json.dumps(found.flags), READER, utc(read_at), digest,
            ),
        )  # fmt: skip
        # The rows of the attachments are touched, so that what watches them sees that something became of their file.
        writer.execute("UPDATE attachment SET file = file WHERE file = ?", (digest,))


def add_findings(writer: ArchiveWriter, announcement: int) -> None:
    """Give an announcement the mentions of its files, and the plan and the kind of paper that they make it carry."""
    portal = writer.execute("SELECT portal FROM announcement WHERE id = ?", (announcement,)).fetchone()[0]
    facts = writer.facts_of(portal)
    start = writer.execute(
        "SELECT coalesce(max(position) + 1, 0) FROM mention WHERE announcement = ?", (announcement,)
    ).fetchone()[0]
    positions = count(start)
    for digest, text, mentions in _texts(writer, announcement):
        for fields in json.loads(mentions):
            mention = DocumentMention(**fields | {"flags": tuple(fields["flags"])})
            document = document_row(writer, mention, text, facts)
            sentence = sentence_around(text, mention.start, mention.end)
            row = mention_row(announcement, mention, next(positions), PLACE, document, sentence, digest)
            insert_mentions(writer, [row])
            if document is not None:
                _describe(writer, digest, mention, document)
    _carry(writer, announcement)


def _carry(writer: ArchiveWriter, announcement: int) -> None:
    """What the papers attached to an announcement say about it, where it does not say so itself."""
    before = writer.execute(
        "SELECT document_type, plan_reason FROM announcement WHERE id = ?", (announcement,)
    ).fetchone()
    after = carried(writer.database.conn, announcement, *before)
    if after != before:
        document_type, plan_reason = after
        writer.update(
            "announcement",
            announcement,
            document_type=document_type,
            is_plan=int(plan_reason is not None),
            plan_reason=plan_reason,
        )


def carried(
    connection: sqlite3.Connection, announcement: int, document_type: str | None, plan_reason: str | None
) -> tuple[str | None, str | None]:
    """The kind of paper and the reason why it is about a plan, with what the papers attached to it say."""
    rows = connection.execute(
        "SELECT DISTINCT json_extract(x.head, '$.type'), json_extract(x.head, '$.abstract') "
        "FROM attachment f JOIN file x ON x.digest = f.file WHERE f.announcement = ? AND x.head IS NOT NULL "
        "ORDER BY f.position",
        (announcement,),
    ).fetchall()
    kinds = [kind for kind, _ in rows if kind]
    is_plan = "KH" in kinds or any(names_plan(abstract) for _, abstract in rows)
    carries = is_plan and plan_reason != "issues"
    return document_type or next(iter(kinds), None), "attachment" if carries else plan_reason


def _describe(writer: ArchiveWriter, digest: str, mention: DocumentMention, document: int) -> None:
    """Give a document what its own paper prints of itself, where the mention is the number of the paper's head."""
    (text,) = writer.execute("SELECT head FROM file WHERE digest = ?", (digest,)).fetchone()
    head = json.loads(text) if text else {}
    if mention.role != "issues" or not head.get("number") or head["number"] != mention.number:
        return
    if head.get("dated") and mention.dated and head["dated"] != mention.dated:
        return
    writer.execute("UPDATE file SET document = ? WHERE digest = ?", (document, digest))
    known = {name: head[name] for name in DESCRIBED if head.get(name)}
    if known:
        writer.update("document", document, **known)


def _texts(writer: ArchiveWriter, announcement: int) -> list[tuple[str, str, str]]:
    """Digest, text and mentions of each file of an announcement that has a text, in their order."""
    return writer.execute(
        "SELECT x.file, x.text, x.mentions FROM attachment f JOIN file_text x ON x.file = f.file "
        "WHERE f.announcement = ? GROUP BY f.file ORDER BY min(f.position)",
        (announcement,),
    ).fetchall()


@contextmanager
def _reindexed(writer: ArchiveWriter, announcements: Sequence[int]) -> Iterator[None]:
    """Take announcements out of the index and bring them back with the texts that their files have then."""
    for identifier in announcements:
        writer.index.remove(identifier, *index.texts_of(writer.database, identifier))
        writer.execute("DELETE FROM mention WHERE announcement = ? AND file IS NOT NULL", (identifier,))
    yield
    for identifier in announcements:
        writer.index.add(identifier, *index.texts_of(writer.database, identifier))
        add_findings(writer, identifier)
