"""What comes of reading a file, and the errors that name why there is no text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

State = Literal["waiting", "read", "empty", "encrypted", "damaged", "too large", "unsupported", "tool missing"]
MOST_CHARACTERS = 2_000_000
CELL = " | "
"""Between the cells of a table row, as in the bodies of announcements."""


class FileError(Exception):
    """A file without a text; the message says why in one sentence."""

    state: ClassVar[State] = "damaged"


class EncryptedFileError(FileError):
    """It opens with a password only."""

    state = "encrypted"


class DamagedFileError(FileError):
    """It is not what its first bytes say, or it was cut."""


class UnsupportedFileError(FileError):
    """Its kind has no reader."""

    state = "unsupported"


class MissingToolError(FileError):
    """A program that reads its kind is not installed; the message says how to install it."""

    state = "tool missing"


@dataclass(frozen=True, slots=True)
class Extract:
    """The text of a file as its reader found it.

    `method` names what read it, `pages` counts pages, sheets or members where the kind has them, `confidence` is
    the mean certainty of recognised words in percent. Flags in kebab-case: "cut" (the text is longer than two million
    characters, only these are kept), "scanned" (the pages are pictures), "scanned-pages" (some of them are), and those
    of `archive.vietnamese.encodings`.
    """

    text: str
    method: str
    pages: int | None = None
    flags: tuple[str, ...] = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class FileText:
    """What a file gave: its state with the reason in a sentence, its kind, its text and what stands in it.

    `head` has the fields of DocumentHead, `mentions` those of DocumentMention with offsets into `text`; both are
    empty where the words were recognised in pictures (`ocr`), since such words identify nothing.
    """

    state: State
    kind: str | None = None
    reason: str | None = None
    method: str | None = None
    pages: int | None = None
    text: str = ""
    ocr: bool = False
    confidence: float | None = None
    head: dict[str, Any] | None = None
    mentions: tuple[dict[str, Any], ...] = ()
    flags: tuple[str, ...] = ()


def file_text(fields: dict[str, Any]) -> FileText:
    """A FileText from its fields as JSON has them."""
    lists: dict[str, Any] = {name: tuple(fields[name]) for name in ("mentions", "flags") if name in fields}
    return FileText(**(fields | lists))
