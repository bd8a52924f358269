"""From the announcement as printed to the announcement as understood; both stay."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from archive.model import MONTH_FIRST, Announcement, PrintedAnnouncement, full_text
from archive.plans import plan_reason
from archive.vietnamese.bylines import read_byline
from archive.vietnamese.dates import PrintedDate, read_date
from archive.vietnamese.documents import find_documents
from archive.vietnamese.spelling import normalise

CONTENT_FIELDS = ("title", "published_at", "byline_printed", "lead", "body_text", "captions")
_JSON = json.JSONEncoder(ensure_ascii=False)
DOCUMENT_FIELDS = ("number", "type", "issuer", "dated", "role", "subject", "printed")


def understand(printed: PrintedAnnouncement, *, portal: str | None, fetched_at: datetime | None) -> Announcement:
    """Normalise what a reader found on a page; `fetched_at` gives relative dates ("2 giờ trước") their anchor."""
    month_first = MONTH_FIRST in printed.flags
    published = (
        read_date(printed.date_line, fetched_at=fetched_at, month_first=month_first) if printed.date_line else None
    )
    byline = read_byline(printed.byline, portal=portal) if printed.byline else None
    title = _clean(printed.title)
    lead = _clean(printed.lead)
    body = "\n".join(filter(None, map(_one_spaced, normalise(printed.body_text).split("\n"))))
    documents = find_documents(full_text(title, lead, body))
    attachments = list({attachment.url: attachment for attachment in reversed(printed.attachments)}.values())[::-1]
    reason = plan_reason(title, "\n".join(filter(None, (lead, body))), documents, attachments)
    return Announcement(
        url=printed.url,
        portal=portal,
        platform=printed.platform,
        title=title,
        title_printed=printed.title if title else None,
        published_at=published.iso if published else None,
        published_precision=published.precision if published and published.iso else None,
        published_label=published.label if published and published.iso else None,
        published_source=printed.date_source if published and published.iso else None,
        published_printed=printed.date_line,
        authors=list(byline.people) if byline else [],
        organisation=byline.organisation if byline else None,
        source=byline.source if byline else None,
        byline_printed=printed.byline,
        lead=lead,
        body_text=body,
        documents=documents,
        attachments=attachments,
        attachment_documents=[found for file in attachments for found in find_documents(file.name or "")],
        is_plan=reason is not None,
        plan_reason=reason,
        flags=_flags(printed, published),
        captions=[caption for caption in map(_clean, printed.captions) if caption],
    )


def distinct_documents(documents: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """One entry a document, role and subject, in the order of first mentions, with the most exact date that one has.

    A number with two dates is two documents; without one it is any that has the number. A bare citation yields to any
    other role of its document. The entries have DOCUMENT_FIELDS as keys.
    """
    active = [(entry["number"], entry["dated"]) for entry in documents if entry["role"] != "cites"]
    places: dict[tuple[str, str, str | None], list[int]] = {}
    kept: list[dict[str, Any]] = []
    for entry in documents:
        number, dated = entry["number"], entry["dated"]
        if entry["role"] == "cites" and any(number == other and _is_within(day, dated) for other, day in active):
            continue
        alike = places.setdefault((number, entry["role"], entry["subject"]), [])
        place = next((place for place in alike if _same_day(kept[place]["dated"], dated)), None)
        if place is None:
            alike.append(len(kept))
            kept.append(entry)
        elif len(dated or "") > len(kept[place]["dated"] or ""):
            kept[place] = entry
    return kept


def _same_day(one: str | None, other: str | None) -> bool:
    """Whether two dates may be of one day: equal, one less exact than the other, or one unknown."""
    return _is_within(one, other) or _is_within(other, one)


def _is_within(date: str | None, wider: str | None) -> bool:
    """Whether a date is as exact as another or more, and does not contradict it; None is any time."""
    return (date or "").startswith(wider or "")


def as_json(announcement: Announcement) -> dict[str, Any]:
    """The object that `kehoach read` prints, in the order of the documentation."""
    result = asdict(announcement)
    del result["attachment_documents"]
    result["documents"] = distinct_documents(
        [
            {name: getattr(mention, name) for name in DOCUMENT_FIELDS}
            for mention in (*announcement.documents, *announcement.attachment_documents)
        ]
    )
    result["attachments"] = [asdict(attachment) for attachment in announcement.attachments]
    return result


def content_digest(announcement: Announcement) -> str:
    """A digest of what a reader would call the content: views, clocks and related items are no part of it."""
    content = [getattr(announcement, name) for name in CONTENT_FIELDS]
    content.append([attachment.url for attachment in announcement.attachments])
    return digest_of_content(content)


def digest_of_content(content: list[Any]) -> str:
    """The digest of the values of CONTENT_FIELDS, in their order, and of the attachments' addresses."""
    return hashlib.sha256(_JSON.encode(content).encode()).hexdigest()


def _clean(text: str | None) -> str | None:
    """The text as it is spelt usually, with one space for every run of white space; None where nothing is left."""
    return _one_spaced(normalise(text)) or None if text else None


def _one_spaced(text: str) -> str:
    if text.isprintable() and "  " not in text:  # no white space but single spaces
        return text.strip()
    return " ".join(text.split())


def _flags(printed: PrintedAnnouncement, published: PrintedDate | None) -> list[str]:
    flags = list(printed.flags)
    if published:
        flags += [flag for flag in published.flags if flag not in flags]
    return flags
