"""Captures read back from the WARC files, as bytes and as harmless text."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from lxml import etree, html

from archive.disclosure import is_clean, shown_lines
from archive.errors import BrokenCaptureError
from archive.folder import ArchiveFolder
from archive.markup import bounded
from archive.masking import BLOCK
from archive.payload import decoded
from archive.vietnamese.encodings import decode_page
from archive.warc import RecordPlace, Response, read_response

_COLUMNS = "id, portal, url, method, fetched_at, status, media_type, digest, file, offset, length, revisit_of"
_UNSEEN = frozenset({"script", "style", "noscript", "template", "head", "textarea", "select", "svg", "math"})
_INLINE = frozenset(
    {
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i"),
        *("ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup"),
        *("time", "tt", "u", "var", "wbr"),
    }
)
MOST_TEXT = 2_000_000
"""Characters of a payload that are looked at; of a longer one nobody knows whether it may be handed out."""
_LONGEST = 4
"""Bytes of a character."""
QUICKLY = 400_000
"""Characters that are looked through for what is masked or withheld within a part of a second."""


@dataclass(frozen=True, slots=True)
class Capture:
    """One response that the archive holds: where it came from and where it lies."""

    id: int
    portal: str
    url: str
    method: str
    fetched_at: str
    status: int
    media_type: str | None
    digest: str
    file: str
    offset: int
    length: int
    revisit_of: int | None

    @property
    def place(self) -> RecordPlace:
        """Where its record stands."""
        return RecordPlace(self.file, self.offset, self.length)

    @property
    def sealed(self) -> bool:
        """Whether the public database keeps its place to itself."""
        return not self.file

    @property
    def is_text(self) -> bool:
        """Whether its payload can be shown as text."""
        kind = self.media_type or ""
        return not kind or kind.startswith("text/") or kind.endswith(("json", "xml", "javascript"))


def find_capture(connection: sqlite3.Connection, identifier: int) -> tuple[Capture, Capture] | None:
    """The capture, and the one that holds its payload (itself, unless it is a revisit); None where there is none."""
    capture = _capture(connection, identifier)
    if capture is None:
        return None
    holder = _capture(connection, capture.revisit_of) if capture.revisit_of else capture
    return capture, holder or capture


@dataclass(frozen=True, slots=True)
class Opened:
    """A payload: its bytes, its source where it is text, the words that may be shown, whether it may be handed out.

    A line that is None says that something is left out. `free` is None where there is more text than was to be looked
    through; `whole`: the words are not its first alone.
    """

    body: bytes
    source: str
    lines: list[str | None]
    free: bool | None
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Rules:
    """What is to be kept from view in a capture: lines with these titles, and the whole file where `file` says why.

    A file `waits` to be read, or has `numbers` that are masked.
    """

    sealed_titles: frozenset[str]
    sealed_file: Literal["waits", "numbers"] | None


def open_capture(folder: ArchiveFolder, holder: Capture, rules: Rules, most: int = MOST_TEXT) -> Opened:
    """What may be seen of a capture, looking through so many characters at most; raises BrokenCaptureError."""
    response, body = payload(folder, holder)
    if not holder.is_text:
        return Opened(body, "", [], rules.sealed_file is None)
    source = as_text(response, body)
    if "\0" in source:
        return Opened(body, "", [], free=False)
    lines = visible_words(source) if "html" in (holder.media_type or "html") else source.splitlines()
    if len(source) >= most:
        first = _first(lines, most)
        return Opened(body, source, shown_lines(first, rules.sealed_titles), None, whole=len(first) == len(lines))
    shown = shown_lines(lines, rules.sealed_titles)
    return Opened(body, source, shown, shown == lines and is_clean(source, rules.sealed_titles))


def _first(lines: list[str], most: int) -> list[str]:
    """The lines that hold so many characters together, whole ones."""
    sums = accumulate(len(line) for line in lines)
    return [line for line, characters in zip(lines, sums, strict=True) if characters <= most]


def rules_for(connection: sqlite3.Connection, holder: Capture) -> Rules:
    """A file is sealed while its text is unknown, and where something in its text is masked."""
    titles = frozenset(digest for (digest,) in connection.execute("SELECT digest FROM sealed_title"))
    file = connection.execute(
        "SELECT CASE WHEN f.state = 'waiting' THEN 'waits' WHEN instr(x.text, ?) > 0 THEN 'numbers' END FROM file f "
        "LEFT JOIN file_text x ON x.file = f.digest WHERE f.capture = ?",
        (BLOCK, holder.id),
    ).fetchone()
    return Rules(titles, file[0] if file else None)


def payload(folder: ArchiveFolder, holder: Capture) -> tuple[Response, bytes]:
    """The response and its payload without content coding; raises BrokenCaptureError."""
    if "/" in holder.file or "\\" in holder.file:
        raise BrokenCaptureError(f"{holder.file} is no file of this archive.")
    response = read_response(folder.warcs, holder.place)
    return response, decoded(response.body, response.header("content-encoding"))


def as_text(response: Response, body: bytes) -> str:
    """The payload as every reader of the archive decodes it; two million characters at most."""
    return decode_page(body[: MOST_TEXT * _LONGEST], response.header("content-type") or "").text[:MOST_TEXT]


def visible_words(source: str) -> list[str]:
    """The lines that a reader of the page would see, roughly: tags, scripts and styles are dropped, nothing is run."""
    try:
        data = bounded(source.encode("utf-8", "replace"))
        root = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))
    except etree.ParserError:
        return []
    lines = (" ".join(line.split()) for line in "".join(_words(root)).split("\n"))
    return [line for line in lines if line]


def _words(root: html.HtmlElement) -> Iterator[str]:
    """The text in document order, with a line end wherever something other than a run of text begins or ends."""
    unseen = None
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            yield (element.tail or "") if unseen is None else ""
            continue
        if unseen is None and event == "start" and element.tag in _UNSEEN:
            unseen = element
        if unseen is None:
            yield "" if element.tag in _INLINE else "\n"
            yield (element.text or "") if event == "start" else (element.tail or "")
        elif event == "end" and element is unseen:
            unseen = None
            yield element.tail or ""


def _capture(connection: sqlite3.Connection, identifier: int) -> Capture | None:
    row = connection.execute(f"SELECT {_COLUMNS} FROM capture WHERE id = ?", (identifier,)).fetchone()  # noqa: S608
    return Capture(*row) if row else None
