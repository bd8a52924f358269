"""The documents that an announcement and its files name, as rows."""

from __future__ import annotations

import json

from archive.vietnamese.documents import DocumentMention, number_alias
from archive.writer import ArchiveWriter

SENTENCE_REACH = 300


def insert_mention(
    writer: ArchiveWriter,
    identifier: int,
    mention: DocumentMention,
    position: int,
    place: str,
    document: int | None,
    sentence: str | None,
    file: str | None = None,
) -> None:
    """Insert the row of a mention; `place` says where it stands, `file` in which attachment's content."""
    writer.insert(
        "mention",
        announcement=identifier,
        document=document,
        position=position,
        stands_in=place,
        role=mention.role,
        subject=mention.subject,
        number=mention.number,
        alias=number_alias(mention.number),
        type=mention.type,
        issuer=mention.issuer,
        unit=mention.unit,
        year=mention.year,
        dated=mention.dated,
        printed=mention.printed,
        sentence=sentence,
        flags=json.dumps(mention.flags),
        file=file,
    )


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence around a mention, cut at line ends and at full stops before a capital."""
    left = max(text.rfind("\n", 0, start) + 1, start - SENTENCE_REACH)
    stop = max(text.rfind(". ", left, start) + 2, left)
    right = text.find("\n", end)
    right = min(len(text) if right < 0 else right, end + SENTENCE_REACH)
    full_stop = text.find(". ", end, right)
    return text[stop : full_stop + 1 if full_stop >= 0 else right].strip()
