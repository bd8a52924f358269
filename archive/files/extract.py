"""From the bytes of a file to its text, its head and the papers that it names; runs inside a sandbox."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from archive.announcements import distinct_documents
from archive.files.doc import read_doc
from archive.files.kinds import Kind, kind_of
from archive.files.listings import list_rar, list_zip
from archive.files.pdf import read_pdf
from archive.files.reading import MOST_CHARACTERS, Extract, FileError, FileText, State, UnsupportedFileError
from archive.files.recognition import recognise
from archive.files.sheets import read_xls, read_xlsx
from archive.files.word import read_docx
from archive.files.written import read_html, read_mhtml, read_odf, read_pptx, read_rtf, read_text, read_xml
from archive.vietnamese.documents import find_documents
from archive.vietnamese.documents.head import read_document_head
from archive.vietnamese.encodings import repair
from archive.vietnamese.spelling import normalise

MOST_MENTIONS = 300
_READERS: dict[Kind, Callable[[Path], Extract]] = {
    "pdf": read_pdf,
    "docx": read_docx,
    "xlsx": read_xlsx,
    "xls": read_xls,
    "pptx": read_pptx,
    "odf": read_odf,
    "rtf": read_rtf,
    "mhtml": read_mhtml,
    "xml": read_xml,
    "text": read_text,
    "zip": list_zip,
    "rar": list_rar,
    "image": lambda _: Extract("", "none", 1, ("scanned",)),
}
_LISTINGS = ("zip", "rar")
_NAMES: dict[Kind, str] = {
    "ppt": "a presentation of PowerPoint 97",
    "7z": "a 7z archive",
    "media": "sound or film",
    "program": "a program",
}


def read_file(path: Path, scratch: Path, *, served_as: str = "", ocr: bool = False) -> FileText:
    """Read a file whatever its name; never raises FileError. `served_as` is the media type that the server gave."""
    kind: Kind | None = None
    try:
        kind = kind_of(path)
        found = _extract(path, kind, scratch, served_as)
        if not ocr:
            return _outcome(kind, found)
        return replace(_outcome(kind, recognise(path, kind, found.pages, scratch), plain=False), ocr=True)
    except FileError as error:
        return FileText(error.state, kind, str(error))


def _extract(path: Path, kind: Kind, scratch: Path, served_as: str) -> Extract:
    if kind == "doc":
        return read_doc(path, scratch)
    if kind == "html":
        return read_html(path, served_as)
    reader = _READERS.get(kind)
    if reader is None:
        raise UnsupportedFileError(f"It is {_NAMES.get(kind, 'of a kind that is not known')}, which is not read.")
    return reader(path)


def _outcome(kind: Kind, found: Extract, *, plain: bool = True) -> FileText:
    """The text tidied as bodies are; legacy fonts are put right first."""
    text, repaired = repair(found.text[:MOST_CHARACTERS])
    flags = (*found.flags, *repaired) + (("cut",) if len(found.text) > MOST_CHARACTERS else ())
    tidy = "\n".join(filter(None, (" ".join(normalise(line).split()) for line in text.splitlines())))
    state: State = "read" if any(map(str.isalnum, tidy)) and "scanned" not in flags else "empty"
    is_paper = plain and state == "read" and kind not in _LISTINGS
    return FileText(
        state=state,
        kind=kind,
        reason=_why_empty(state, flags),
        method=found.method,
        pages=found.pages,
        text=tidy,
        confidence=found.confidence,
        head=asdict(read_document_head(text)) if is_paper else None,
        mentions=tuple(_mentions(tidy)) if is_paper else (),
        flags=tuple(dict.fromkeys(flags)),
    )


def _why_empty(state: State, flags: tuple[str, ...]) -> str | None:
    if state != "empty":
        return None
    return "Its pages are pictures; OCR can recognise their letters." if "scanned" in flags else "It holds no text."


def _mentions(text: str) -> list[dict[str, Any]]:
    return distinct_documents([asdict(mention) for mention in find_documents(text)])[:MOST_MENTIONS]
