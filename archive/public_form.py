"""The public form of an announcement: what of its rows anybody may see.

Withheld things are absent, numbers of private persons are masked, and of a portal whose facts say `publish = "excerpt"`
(newspapers) only title, the beginning of the text and the links are left, with captures whose place in the WARC files
is not told. What no function here hands on is not public: new tables and columns stay in until they are named.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlite_utils import Database

from archive.masking import mask
from archive.withholding import Seals

Row = dict[str, Any]
EXCERPT_CHARACTERS = 600
LARGEST_SHARE = 3
"""An excerpt is never more than one third of the text."""
REMOVAL_CAPTURES = ("first_capture", "confirming_capture", "returned_capture")
_SENTENCE_ENDS = ("\n", ". ", "! ", "? ", "; ", ", ", " ")
_PLAIN = frozenset(
    {
        "uid", "portal", "url", "platform", "published_at", "published_precision", "published_label",
        "published_source", "published_sort", "year", "month", "plan_reason", "document_type", "flags", "province",
        "province_now", "posted_by", "system", "level", "reader", "first_seen", "last_seen", "changed_at",
        "removed_at", "media_type", "stands_in", "role", "type", "issuer", "dated", "alias", "number", "subject",
        "seen_from", "seen_until", "file", "outcome", "digest", "kind", "state", "method", "read_at",
    }
)  # fmt: skip
"""Columns whose text is ours or an address; any other text is masked."""


@dataclass(slots=True)
class PublicForm:
    """The public rows of one announcement, by table; `documents` and `captures` are ids of rows that they point at.

    `files` and `file_texts` are the contents of its attachments, none where `sealed`: what the captures hold is not
    public then.
    """

    announcement: Row
    text: Row
    attachments: list[Row] = field(default_factory=list)
    files: list[Row] = field(default_factory=list)
    file_texts: list[Row] = field(default_factory=list)
    mentions: list[Row] = field(default_factory=list)
    revisions: list[Row] = field(default_factory=list)
    removals: list[Row] = field(default_factory=list)
    documents: set[int] = field(default_factory=set)
    captures: set[int | None] = field(default_factory=set)
    sealed: bool = False


def public_form(database: Database, announcement: int, seals: Seals) -> PublicForm | None:
    """The public form of an announcement; None where it is withheld or gone."""
    row = next(_rows(database, "announcement", "id", announcement), None)
    text = next(_rows(database, "announcement_text", "announcement", announcement), None)
    if row is None or text is None or row["uid"] in seals.announcements:
        return None
    (publish,) = database.execute("SELECT publish FROM portal WHERE name = ?", (row["portal"],)).fetchone()
    form = PublicForm(_masked(row) | {"content_digest": ""}, _masked(text), sealed=publish == "excerpt")
    if form.sealed:
        form.announcement["lead"], form.text["body"] = excerpt(form.announcement["lead"], form.text["body"])
        form.text["captions"] = "[]"
    form.attachments = [_masked(file) for file in _files(database, announcement, seals)]
    form.announcement["attachment_count"] = len(form.attachments)
    _add_contents(database, form)
    form.mentions = [_masked(mention) for mention in _mentions(database, announcement, form)]
    form.revisions = list(_revisions(database, announcement, seals, form))
    pointing = (*form.mentions, *form.files)
    form.documents = {row["document"] for row in pointing if row["document"] is not None}
    form.removals = [_masked(removal) for removal in _rows(database, "removal", "announcement", announcement, "id")]
    rows = (form.announcement, *form.attachments, *form.files, *form.revisions)
    form.captures = {row["capture"] for row in rows} | {row[name] for row in form.removals for name in REMOVAL_CAPTURES}
    form.captures.discard(None)
    return form


def excerpt(lead: str | None, body: str) -> tuple[str | None, str]:
    """Lead and beginning of the body, together 600 characters and a third of the text at most, in whole sentences."""
    room = min(EXCERPT_CHARACTERS, (len(lead or "") + len(body)) // LARGEST_SHARE)
    lead = _beginning(lead, room) if lead else lead
    return lead or None, _beginning(body, room - len(lead or ""))


def _beginning(text: str, room: int) -> str:
    """At most `room` characters of a text, up to the end of a sentence, else of a clause, else of a word."""
    if room <= 0 or len(text) <= room:
        return text if room > 0 else ""
    kept = text[:room]
    ends = (kept.rfind(end) + len(end.rstrip(" \n")) for end in _SENTENCE_ENDS if kept.rfind(end) > room // 3)
    return kept[: next(ends, 0)].rstrip()


def _rows(database: Database, table: str, column: str, value: int | str, order: str = "1") -> Iterator[Row]:
    cursor = database.execute(f"SELECT * FROM {table} WHERE {column} = ? ORDER BY {order}", (value,))  # noqa: S608
    names = [column[0] for column in cursor.description]
    return (dict(zip(names, row, strict=True)) for row in cursor)


def _masked(row: Row) -> Row:
    texts = {name: mask(value) for name, value in row.items() if isinstance(value, str) and name not in _PLAIN}
    return row | texts


def _files(database: Database, announcement: int, seals: Seals) -> Iterator[Row]:
    for file in _rows(database, "attachment", "announcement", announcement, "position"):
        if file["url"] in seals.files:
            continue
        digest = database.execute("SELECT digest FROM capture WHERE id = ?", (file["capture"],)).fetchone()
        if digest is None or digest[0] not in seals.digests:
            yield file


def _add_contents(database: Database, form: PublicForm) -> None:
    """What is inside the files that are shown; an announcement of which only an excerpt is public shows none of it."""
    if form.sealed:
        form.attachments = [file | {"file": None} for file in form.attachments]
    for digest in dict.fromkeys(file["file"] for file in form.attachments if file["file"]):
        form.files += map(_masked, _rows(database, "file", "digest", digest))
        form.file_texts += map(_masked, _rows(database, "file_text", "file", digest))


def _mentions(database: Database, announcement: int, form: PublicForm) -> Iterator[Row]:
    """The documents that the public text names; those of a withheld file's name go with it."""
    shown = "\n".join(filter(None, (form.announcement["title"], form.announcement["lead"], form.text["body"])))
    names = "\n".join(file["name"] or "" for file in form.attachments)
    contents = {file["file"] for file in form.attachments}
    for mention in _rows(database, "mention", "announcement", announcement, "position"):
        if mention["file"] is not None:
            if mention["file"] in contents:
                yield mention
        elif mention["stands_in"] == "attachment":
            if mask(mention["printed"]) in names:
                yield mention
        elif not form.sealed:
            yield mention
        elif mention["printed"] in shown:
            sentence = mention["sentence"]
            yield mention | {"sentence": sentence if sentence and sentence in shown else None}


def _revisions(database: Database, announcement: int, seals: Seals, form: PublicForm) -> Iterator[Row]:
    for row in _rows(database, "revision", "announcement", announcement, "seen_until"):
        if row["id"] not in seals.revisions:
            yield row | {"content": json.dumps(_state(json.loads(row["content"]), seals, form), ensure_ascii=False)}


def _state(content: Row, seals: Seals, form: PublicForm) -> Row:
    """An earlier state in its public form."""
    content = _masked(content)
    if form.sealed:
        content["lead"], content["body_text"] = excerpt(content.get("lead"), content.get("body_text") or "")
        content["captions"] = []
    content["captions"] = [mask(caption) for caption in content.get("captions") or ()]
    content["attachments"] = [
        _masked(file) for file in content.get("attachments") or () if file.get("url") not in seals.files
    ]
    return content
