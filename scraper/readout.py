"""An article as the crawler would read it, with how surely each field is right and why.

What the list says of an article and what its page prints are two witnesses: where they agree a field is sure, where
they differ it is not. A field with one witness is as sure as the reader's best candidate stands above its second.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from archive.addresses import address_key
from archive.announcements import understand
from archive.model import Announcement
from archive.vietnamese.dates import read_date
from archive.vietnamese.spelling import fold
from scraper.fetch import Answer
from scraper.outcomes import UNADDRESSED
from scraper.reading import read_page
from scraper.reading.labelled import RECORD
from scraper.reading.paperlist import PAGE_IS_FILE
from scraper.reading.result import Context, Entry, Pointer, Reading, Reason

AGREED = 0.98
DISPUTED = 0.3
FROM_LIST = 0.8
ONLY_ISSUED = "only an issue day is printed, the paper's own"
_RECORD_LINES, _RECORD_LABELS = 12, 2
LONG_TEXT = 300
"""Characters of body from which on a text is surely one."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field as it would be read: `confidence` from 0 to 1, None where there is nothing to be sure of."""

    name: str
    value: str | None
    confidence: float | None
    why: str


@dataclass(frozen=True, slots=True)
class Readout:
    """One article as the crawler would read it; `outcome` is "read" or why it was not.

    `is_paper` is the page of a paper, which has the paper's day and seldom one of its own.
    """

    url: str
    outcome: str
    platform: str | None = None
    fields: tuple[Field, ...] = ()
    flags: tuple[str, ...] = ()
    is_paper: bool = False

    @property
    def is_undrawn(self) -> bool:
        """Whether only a script would draw the page."""
        return self.outcome.startswith("undrawn: drawn")

    def field(self, name: str) -> Field | None:
        """The field of that name."""
        return next((field for field in self.fields if field.name == name), None)


def read_out(answer: Answer, entry: Entry) -> Readout:
    """Read the answer to an article's address as a crawl would, and once more without what the list said."""
    if answer.failure is not None or answer.moved_to is not None:
        outcome = answer.failure.outcome if answer.failure else f"moved to {answer.moved_to}"
        return Readout(entry.url, outcome)
    if entry.form and address_key(answer.url) == address_key(entry.url):
        return Readout(entry.url, UNADDRESSED.outcome)
    pointer = Pointer("listing", entry.title, entry.date_line)
    told = read_page(
        answer.body,
        answer.url,
        content_type=answer.content_type,
        fetched_at=answer.fetched_at,
        context=Context((pointer,), expected="article"),
    )
    alone = read_page(
        answer.body, answer.url, content_type=answer.content_type, fetched_at=answer.fetched_at, explain=True
    )
    if told.announcement is None or told.outcome != "read":
        outcome = told.outcome if told.outcome != "read" else "no article"
        return Readout(entry.url, f"{outcome}: {', '.join(told.flags) or told.kind}", told.platform)
    announcement = understand(told.announcement, portal=None, fetched_at=answer.fetched_at)
    fields = (
        _title(announcement, entry, alone.reasons),
        _date(announcement, entry, alone),
        _byline(announcement, alone.reasons),
        _body(announcement),
        _attachments(announcement),
    )
    return Readout(entry.url, "read", told.platform, fields, tuple(announcement.flags), _is_paper(announcement))


def _is_paper(announcement: Announcement) -> bool:
    """Whether a page is the record of a paper: it gives one out, and its first lines are labels of one."""
    first = announcement.body_text.splitlines()[:_RECORD_LINES]
    labels = sum(RECORD.match(fold(line)) is not None for line in first)
    return labels >= _RECORD_LABELS and any(document.role == "issues" for document in announcement.documents)


def doubt_constants(readouts: Sequence[Readout]) -> list[Readout]:
    """The same, less sure of what is the same on every article: a site's name as title, an account as byline."""
    read = [readout for readout in readouts if readout.outcome == "read"]
    constant = {
        name
        for name in ("title", "date", "byline")
        if len(read) > 2 and len(Counter(_value(readout, name) for readout in read)) == 1 and _value(read[0], name)
    }
    return [
        replace(readout, fields=tuple(_doubted(field, constant) for field in readout.fields)) for readout in readouts
    ]


def _value(readout: Readout, name: str) -> str | None:
    field = readout.field(name)
    return field.value if field else None


def _doubted(field: Field, constant: set[str]) -> Field:
    if field.name not in constant or field.confidence is None:
        return field
    return replace(field, confidence=min(field.confidence, 0.5), why=f"{field.why}; the same on every article")


def _title(announcement: Announcement, entry: Entry, reasons: tuple[Reason, ...]) -> Field:
    title = announcement.title
    if title is None:
        return Field("title", None, 0.0, "no title was found")
    if PAGE_IS_FILE in announcement.flags:
        return Field("title", title, FROM_LIST, "only the list prints it")
    if entry.title:
        said, printed = fold(entry.title).rstrip(" .…"), fold(title)
        if said == printed or (len(said) > 20 and (printed.startswith(said) or said.startswith(printed))):
            return Field("title", title, AGREED, "the list says the same")
        return Field("title", title, DISPUTED, f"the list says {entry.title!r}")
    return Field("title", title, *_stands_out(reasons, "title"))


def _date(announcement: Announcement, entry: Entry, alone: Reading) -> Field:
    value = announcement.published_at
    listed = read_date(entry.date_line) if entry.date_line else None
    day = listed.iso[:10] if listed and listed.iso else None
    own = alone.announcement.date_line if alone.announcement else None
    if value is None:
        issued = entry.issued or any(paper.role == "issues" and paper.dated for paper in announcement.documents)
        why = ONLY_ISSUED if issued else "neither the page nor the list prints one"
        return Field("date", None, None if day is None else 0.0, why)
    shown = f"{value} ({announcement.published_printed})"
    if announcement.published_source != "page" or own is None:
        return Field("date", shown, FROM_LIST, "only the list prints it")
    if day is None:
        return Field("date", shown, *_stands_out(alone.reasons, "date"))
    if value.startswith(day) or day.startswith(value):
        return Field("date", shown, AGREED, "the list prints the same day")
    return Field("date", shown, 0.5, f"the list prints {day}")


def _byline(announcement: Announcement, reasons: tuple[Reason, ...]) -> Field:
    if announcement.byline_printed is None:
        return Field("byline", None, None, "none is printed")
    return Field("byline", announcement.byline_printed, *_stands_out(reasons, "byline"))


def _body(announcement: Announcement) -> Field:
    length = len(announcement.body_text)
    begin = " ".join(announcement.body_text.split())[:80]
    shown = f"{length} characters: {begin}…" if length else None
    if length >= LONG_TEXT:
        return Field("body", shown, 0.95, "running text")
    if "body-is-image" in announcement.flags:
        return Field("body", shown, 0.6, "a picture of a paper")
    if announcement.attachments:
        return Field("body", shown, 0.7, "its text is in a file")
    return Field("body", shown, 0.5 if length else 0.0, "little text" if length else "no text was found")


def _attachments(announcement: Announcement) -> Field:
    names = ", ".join(file.name or file.url for file in announcement.attachments)
    count = len(announcement.attachments)
    return Field("attachments", f"{count}: {names}" if count else None, None, "as the page links them")


def _stands_out(reasons: tuple[Reason, ...], field: str) -> tuple[float, str]:
    """How far the best candidate of a field stands above the best one with another value, and its reason."""
    own = [reason for reason in reasons if reason.field == field]
    if not own:
        return 0.5, "the platform's own place for it"
    best = own[0]
    second = max((reason.score for reason in own if reason.value != best.value), default=0.0)
    lead = best.score - max(second, 0.0)
    return round(min(0.95, max(0.2, 0.5 + lead / 10)), 2), best.why or "the best candidate"
