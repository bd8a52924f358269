"""Pages that others saved: which address and time a file says it was saved from."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from html import unescape
from pathlib import Path

from archive.errors import UsageError

HEAD_BYTES = 20_000
PAGE_ENDINGS = frozenset({".html", ".htm", ".aspx", ".php", ".jsp", ".phtml", ".shtml", ".xhtml", ""})
INDEX_ENDINGS = {".tsv": "\t", ".csv": ","}

# HTTrack: "Mirrored from HOST/PATH by HTTrack …, Sat, 27 Aug 2022 04:10:20 GMT"
_MIRRORED = re.compile(
    rb"<!--\s*Mirrored from (\S+) by HTTrack[^>]{0,80}?,\s*(\w{3}, \d{1,2} \w{3} \d{4} [\d:]{8} GMT)"
)
# Internet Explorer and Chrome: "saved from url=(0018)http://host/"
_SAVED = re.compile(rb"<!--\s*saved from url=\(\d+\)\s*(https?://[^\s<>]+)", re.I)
_LINK = re.compile(rb"<link\b[^>]{0,500}>", re.I)
_META = re.compile(rb"<meta\b[^>]{0,1000}>", re.I)
_HREF = re.compile(rb"\b(?:href|content)\s*=\s*[\"']?\s*(https?://[^\"'\s>]+)", re.I)


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page on disk with the address that it was saved from; `saved_at` only where the file itself says so."""

    file: Path
    url: str
    saved_at: datetime | None


def saved_pages(folder: Path) -> Iterator[SavedPage | Path]:
    """Each page below a folder in the order of names; a bare Path has no address, or is in an index but not there.

    The address comes from an index file in the folder (columns `file` and `original_url`), a mirroring tool's
    comment, `<link rel=canonical>` or `og:url`, in that order.
    """
    index = read_index(folder)
    for file in sorted(folder.rglob("*")):
        if not file.is_file() or file.suffix.lower() not in PAGE_ENDINGS or file.name.startswith("."):
            continue
        with file.open("rb") as stream:
            head = stream.read(HEAD_BYTES)
        url = index.get(file.relative_to(folder).as_posix()) or address_of_page(head)
        yield SavedPage(file, url, time_of_page(head)) if url else file
    yield from (folder / name for name in index if not (folder / name).is_file())


def read_index(folder: Path) -> dict[str, str]:
    """File name to address, from the index file of a folder; empty where there is none."""
    addresses: dict[str, str] = {}
    for file in sorted(folder.iterdir()):
        separator = INDEX_ENDINGS.get(file.suffix.lower())
        if separator is None or not file.is_file():
            continue
        with file.open(encoding="utf-8-sig", newline="") as stream:
            try:
                rows = csv.DictReader(stream, delimiter=separator)
                if rows.fieldnames and {"file", "original_url"} <= set(rows.fieldnames):
                    pairs = ((row["file"], row["original_url"]) for row in rows)
                    addresses |= {name: url for name, url in pairs if name and url}
            except (UnicodeDecodeError, csv.Error) as error:
                raise UsageError(f"{file} cannot be read as an index of pages: {error}.") from error
    return addresses


def address_of_page(head: bytes) -> str | None:
    """The address that a saved page names, from its beginning; None where it names none."""
    if mirrored := _MIRRORED.search(head):
        return "http://" + _text(mirrored[1])
    if saved := _SAVED.search(head):
        return _text(saved[1])
    for pattern, wanted in ((_LINK, b"canonical"), (_META, b"og:url")):
        for tag in pattern.finditer(head):
            if wanted in tag[0].lower() and (address := _HREF.search(tag[0])):
                return _text(address[1])
    return None


def time_of_page(head: bytes) -> datetime | None:
    """When a mirroring tool says that it saved the page."""
    mirrored = _MIRRORED.search(head)
    if not mirrored:
        return None
    try:
        return parsedate_to_datetime(mirrored[2].decode("ascii")).astimezone(UTC)
    except ValueError:
        return None


def _text(raw: bytes) -> str:
    return unescape(raw.decode("utf-8", "replace")).strip()
