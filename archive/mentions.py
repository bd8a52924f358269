"""The documents that an announcement and its files name, as rows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from archive.model import APART, full_text
from archive.vietnamese.documents import DocumentMention, number_alias
from archive.writer import ArchiveWriter

SENTENCE_REACH = 300
COLUMNS = (
    "announcement, document, position, stands_in, role, subject, number, alias, type, issuer, unit, year, dated, "
    "printed, sentence, flags, file"
)
MentionRow = tuple[Any, ...]
"""The values of COLUMNS."""


def mention_row(
    announcement: int,
    mention: DocumentMention,
    position: int,
    place: str,
    document: int | None,
    sentence: str | None,
    file: str | None = None,
) -> MentionRow:
    """The row of a mention; `place` says where it stands, `file` in which attachment's content."""
    return (
        announcement, document, position, place, mention.role, mention.subject, mention.number,
        number_alias(mention.number), mention.type, mention.issuer, mention.unit, mention.year, mention.dated,
        mention.printed, sentence, json.dumps(mention.flags) if mention.flags else "[]", file,
    )  # fmt: skip


def standing(
    title: str | None,
    lead: str | None,
    body: str,
    documents: Iterable[DocumentMention],
    in_names: Iterable[DocumentMention],
) -> Iterator[tuple[DocumentMention, str, str, str | None]]:
    """Each mention of an announcement, where it stands, the text that its offsets count in, and the sentence around it.

    `documents` are those of title, lead and body, `in_names` those of the names of its files.
    """
    text = full_text(title, lead, body)
    title_end = len(title or "")
    lead_end = title_end + len(APART) + len(lead or "")
    for mention in documents:
        place = "title" if mention.start <= title_end else "lead" if mention.start <= lead_end else "body"
        yield mention, place, text, sentence_around(text, mention.start, mention.end)
    for mention in in_names:
        yield mention, "attachment", mention.printed, None


def insert_mentions(writer: ArchiveWriter, rows: Iterable[MentionRow]) -> None:
    """Insert rows of mentions."""
    marks = ", ".join("?" * len(COLUMNS.split(", ")))
    writer.execute_many(f"INSERT INTO mention ({COLUMNS}) VALUES ({marks})", rows)  # noqa: S608


def mentions_of(writer: ArchiveWriter, announcement: int) -> list[MentionRow]:
    """The rows of an announcement's mentions, in their order."""
    sql = f"SELECT {COLUMNS} FROM mention WHERE announcement = ? ORDER BY position"  # noqa: S608
    return writer.execute(sql, (announcement,)).fetchall()


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence around a mention, cut at line ends and at full stops before a capital."""
    left = max(text.rfind("\n", 0, start) + 1, start - SENTENCE_REACH)
    before = text.rfind(". ", left, start)
    begin = left if before < 0 else before + 2
    right = text.find("\n", end)
    right = min(len(text) if right < 0 else right, end + SENTENCE_REACH)
    full_stop = text.find(". ", end, right)
    return text[begin : full_stop + 1 if full_stop >= 0 else right].strip()
