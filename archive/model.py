"""The nouns of the archive, typed.

A page is read into a `PrintedAnnouncement` (what stands there, untouched but for white space and Unicode form)
and normalised into an `Announcement` (what it means). Both are plain data without behaviour.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from archive.vietnamese.documents import DocumentMention

DateSource = Literal["page", "listing", "feed"]
PlanReason = Literal["issues", "attachment", "title", "body"]


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that an announcement carries. `url` is absolute, `name` the link's or the file's printed name."""

    url: str
    name: str | None = None
    media_type: str | None = None


@dataclass(frozen=True, slots=True)
class PrintedAnnouncement:
    """An announcement as its page prints it; absent is None or empty, never a guess.

    `date_line` is the whole printed line ("Ngày đăng: 10:06 | 16/09/2020 Lượt xem: 85"), `date_source` where it
    stands. `body_text` holds paragraphs separated by one newline each, tables row by row with ` | ` between cells.
    `flags` name oddities of the page in kebab-case ("body-is-image", "charset-lied", "half-a-page").
    """

    url: str
    platform: str
    title: str | None = None
    date_line: str | None = None
    date_source: DateSource | None = None
    byline: str | None = None
    lead: str | None = None
    body_text: str = ""
    captions: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(slots=True)
class Announcement:
    """An announcement with its values normalised beside the printed ones; the shape of `kehoach read`."""

    url: str
    portal: str | None
    platform: str
    title: str | None
    published_at: str | None
    published_precision: str | None
    published_label: str | None
    published_source: DateSource | None
    published_printed: str | None
    authors: list[str]
    organisation: str | None
    source: str | None
    byline_printed: str | None
    lead: str | None
    body_text: str
    documents: list[DocumentMention]
    attachments: list[Attachment]
    is_plan: bool
    plan_reason: PlanReason | None
    flags: list[str]
    captions: list[str] = field(default_factory=list)
