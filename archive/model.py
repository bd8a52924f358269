"""The nouns of the archive, typed.

A page is read into a `PrintedAnnouncement` (what stands there, untouched but for white space and Unicode form)
and normalised into an `Announcement` (what it means). Both are plain data without behaviour.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NamedTuple

from archive.vietnamese.documents import DocumentMention

DateSource = Literal["page", "listing", "feed"]
PlanReason = Literal["issues", "attachment", "title", "body"]


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that an announcement carries. `url` is absolute, `name` the link's or the file's printed name."""

    url: str
    name: str | None = None
    media_type: str | None = None


MONTH_FIRST = "month-first"
"""The flag of a page that prints its days with the month first, which `read_date` is told then."""


@dataclass(frozen=True, slots=True)
class PrintedAnnouncement:
    """An announcement as its page prints it; absent is None or empty, never a guess.

    `date_line` is the whole printed line ("Ngày đăng: 10:06 | 16/09/2020 Lượt xem: 85"), `date_source` where it
    stands. `body_text` holds paragraphs separated by one newline each, tables row by row with ` | ` between cells.
    `flags` name oddities of the page in kebab-case ("body-is-image", "charset-lied", "half-a-page",
    "no-title", "title-from-head", "month-first": the other days of the page tell how its own is to be read,
    "page-is-file": a list announces a file that has no page).
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


APART = "\n\n"


def full_text(title: str | None, lead: str | None, body: str) -> str:
    """Title, lead and body, an empty line between them: documents are looked for in all of it at once.

    A plan issued in the headline is the subject of "Thực hiện Kế hoạch số …"; no sentence goes over an empty line.
    """
    return APART.join((title or "", lead or "", body))


@dataclass(slots=True)
class Announcement:
    """An announcement with its values normalised beside the printed ones; the shape of `kehoach read`.

    The offsets of `documents` count in `full_text` of it, those of `attachment_documents` in the attachment's name.
    """

    url: str
    portal: str | None
    platform: str
    title: str | None
    title_printed: str | None
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
    attachment_documents: list[DocumentMention]
    is_plan: bool
    plan_reason: PlanReason | None
    flags: list[str]
    captions: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Exchange:
    """One answer of a portal, as it came: what a capture is made of. `body` still has its content coding.

    `saved` is a page that somebody saved to disk: what the server's headers were is not known, and `headers` holds
    only the media type. `unchanged_since` is the capture whose validators the request carried, where the portal
    answered that nothing changed since. `tls` says what of the connection was not in order and accepted by the
    portal's facts. `cut` is the reason, in the words of WARC-Truncated, where `body` is only a part of the answer.
    """

    url: str
    fetched_at: datetime
    status: int
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes
    method: str = "GET"
    request: bytes | None = None
    protocol: str = "HTTP/1.1"
    address: str | None = None
    saved: bool = False
    unchanged_since: int | None = None
    tls: str | None = None
    cut: str | None = None

    def header(self, name: bytes) -> str | None:
        """The first header of that name (given in lower case) as text."""
        return next((value.decode("latin-1") for key, value in self.headers if key.lower() == name), None)


class Capture(NamedTuple):
    """A kept exchange: the id of its row, and when it was fetched."""

    id: int
    fetched_at: datetime


@dataclass(frozen=True, slots=True)
class Check:
    """One check of a run: what was asked, whether it passed, and the evidence in words."""

    name: str
    passed: bool
    evidence: str
