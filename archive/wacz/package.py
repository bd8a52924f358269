"""Writing a WACZ 1.1.1 (specs.webrecorder.net/wacz/1.1.1): records as they stand in our WARC files, index, pages."""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive.clock import system_clock, utc
from archive.errors import ArchiveError, BrokenCaptureError
from archive.folder import ArchiveFolder
from archive.site.captures import Capture
from archive.version import software
from archive.wacz.selection import Chosen, Page, told
from archive.wacz.surt import surt
from archive.warc import info_member

WARC = "data.warc.gz"
BLOCK = 1 << 20
LONGEST_REQUEST = 1 << 16


@dataclass(frozen=True, slots=True)
class Written:
    """How many captures and pages a WACZ holds, its size in bytes, and how many stay sealed, also by reason."""

    captures: int
    pages: int
    sealed: int
    bytes: int
    reasons: dict[str, int]


def write_wacz(
    folder: ArchiveFolder, chosen: Chosen, output: Path, *, title: str, watch: Callable[[int, int], None]
) -> Written:
    """Write the chosen captures; raises ArchiveError where none of them may be handed out."""
    if missing := folder.missing_captures():
        raise BrokenCaptureError(missing)
    reasons = Counter[str](chosen.sealed.values())
    if not chosen.captures:
        raise ArchiveError(f"None of these captures may be handed out: {told(reasons)}.")
    captures = sorted(chosen.captures.values(), key=lambda capture: (capture.fetched_at, capture.id))
    unfinished = output.with_name(output.name + ".part")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_STORED) as package:
        bundle = _Bundle(package)
        places: list[tuple[Capture, int, int]] = []
        bundle.add(f"archive/{WARC}", _records(folder, captures, places, watch))
        bundle.add("indexes/index.cdx", [_index(places)])
        bundle.add("pages/pages.jsonl", [_pages(chosen.pages)])
        bundle.close(title, chosen.pages)
    unfinished.replace(output)
    return Written(len(captures), len(chosen.pages), len(chosen.sealed), output.stat().st_size, dict(reasons))


class _Bundle:
    """The members of a WACZ with their digests."""

    def __init__(self, package: zipfile.ZipFile) -> None:
        self._package = package
        self._resources: list[dict[str, Any]] = []

    def add(self, name: str, pieces: Iterable[bytes]) -> None:
        """Write a member piece by piece and note its digest."""
        digest, size = hashlib.sha256(), 0
        with self._package.open(name, "w", force_zip64=True) as member:
            for piece in pieces:
                member.write(piece)
                digest.update(piece)
                size += len(piece)
        file = name.rpartition("/")[2]
        self._resources.append({"name": file, "path": name, "hash": f"sha256:{digest.hexdigest()}", "bytes": size})

    def close(self, title: str, pages: list[Page]) -> None:
        """Write the description of the package, and the digest of that."""
        now = utc(system_clock())
        facts: dict[str, Any] = {
            "profile": "data-package",
            "wacz_version": "1.1.1",
            "title": title,
            "created": now,
            "modified": now,
            "software": software(),
            "resources": self._resources,
        }
        if pages:
            facts |= {"mainPageUrl": pages[0].url, "mainPageDate": pages[0].ts}
        described = json.dumps(facts, ensure_ascii=False, indent=2).encode()
        self._package.writestr("datapackage.json", described)
        digest = f"sha256:{hashlib.sha256(described).hexdigest()}"
        self._package.writestr("datapackage-digest.json", json.dumps({"path": "datapackage.json", "hash": digest}))


def _records(
    folder: ArchiveFolder,
    captures: list[Capture],
    places: list[tuple[Capture, int, int]],
    watch: Callable[[int, int], None],
) -> Iterator[bytes]:
    """The records byte for byte, each response with the request that stands behind it; `places` gets where they go."""
    info = info_member(WARC, f"software: {software()}\r\nformat: WARC File Format 1.1\r\n".encode())
    position = len(info)
    yield info
    for number, capture in enumerate(captures, 1):
        places.append((capture, position, capture.length))
        for piece in _with_request(folder.warcs / capture.file, capture):
            position += len(piece)
            yield piece
        watch(number, len(captures))


def _with_request(path: Path, capture: Capture) -> Iterator[bytes]:
    with path.open("rb") as file:
        file.seek(capture.offset)
        left = capture.length
        while left and (piece := file.read(min(left, BLOCK))):
            left -= len(piece)
            yield piece
        if left:
            raise ArchiveError(f"{path.name} is cut at {capture.offset}; `kehoach verify` names what is lost.")
        yield _request_at_beginning(file.read(LONGEST_REQUEST), capture)


def _request_at_beginning(data: bytes, capture: Capture) -> bytes:
    """The first gzip member of `data` where it holds the request of the capture, else nothing."""
    inflate = zlib.decompressobj(wbits=31)
    try:
        content = inflate.decompress(data)
    except zlib.error:
        return b""
    is_request = inflate.eof and _is_request_of(content, capture)
    return data[: len(data) - len(inflate.unused_data)] if is_request else b""


def _is_request_of(content: bytes, capture: Capture) -> bool:
    head = content.partition(b"\r\n\r\n")[0]
    return b"\r\nWARC-Type: request" in head and f"\r\nWARC-Target-URI: {capture.url}\r\n".encode() in head


def _index(places: Iterable[tuple[Capture, int, int]]) -> bytes:
    """The CDXJ, sorted by address and time."""
    return "".join(sorted(_index_line(*place) for place in places)).encode()


def _index_line(capture: Capture, offset: int, length: int) -> str:
    entry = {
        "url": capture.url,
        "mime": "warc/revisit" if capture.revisit_of is not None else capture.media_type or "unk",
        "status": str(capture.status),
        "digest": capture.digest,
        "length": str(length),
        "offset": str(offset),
        "filename": WARC,
    }
    return f"{surt(capture.url)} {_timestamp(capture.fetched_at)} {json.dumps(entry, ensure_ascii=True)}\n"


def _timestamp(moment: str) -> str:
    """Fourteen digits, as replay tools write a time."""
    return "".join(filter(str.isdigit, moment))[:14]


def _pages(pages: list[Page]) -> bytes:
    lines: list[dict[str, str]] = [{"format": "json-pages-1.0", "id": "pages", "title": "Pages"}]
    for number, page in enumerate(pages, 1):
        lines.append({"id": str(number), "url": page.url, "ts": page.ts, "title": page.title})
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()
