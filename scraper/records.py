"""The responses of WARC and WACZ files of any origin; broken records are passed over and counted."""

from __future__ import annotations

import logging
import re
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from typing import IO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from archive.errors import UsageError
from archive.model import Exchange
from archive.warc import members

log = logging.getLogger(__name__)
WARC_ENDINGS = (".warc", ".warc.gz", ".warc.zst")
ZIP_ENDINGS = (".wacz", ".zip")
LARGEST_PAYLOAD = 64 * 2**20
_RECORD_START = re.compile(rb"\x1f\x8b\x08|WARC/1\.[01]\r\n")
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class BrokenRecord:
    """A place where a record could not be read: the file's name, the offset, and the reader's words."""

    file: str
    offset: int
    why: str


Found = tuple[int, Exchange | BrokenRecord]


def is_capture_file(path: Path) -> bool:
    """Whether a file's name says that it holds WARC records."""
    return path.name.lower().endswith(WARC_ENDINGS + ZIP_ENDINGS)


def responses(path: Path) -> Iterator[Found]:
    """Each HTTP response of a file with its offset, streamed; revisits, requests and other records are left out."""
    return _zipped(path) if path.name.lower().endswith(ZIP_ENDINGS) else _plain(path, path.name)


def _zipped(path: Path) -> Iterator[Found]:
    """The WARC files of a WACZ: each is copied out first, since after a broken record it must be searched."""
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError) as error:
        raise UsageError(f"{path} is no readable WACZ file: {error}.") from error
    with archive, tempfile.TemporaryDirectory() as folder:
        for member in archive.infolist():
            if not member.filename.lower().endswith(WARC_ENDINGS):
                continue
            copy = Path(folder, Path(member.filename).name)
            try:
                with archive.open(member) as packed, copy.open("wb") as stream:
                    shutil.copyfileobj(packed, stream, _BLOCK)
            except (zipfile.BadZipFile, zlib.error, EOFError) as error:
                yield member.header_offset, BrokenRecord(f"{path.name}/{member.filename}", 0, str(error))
            for position, found in _plain(copy, f"{path.name}/{member.filename}"):
                yield member.header_offset + min(position, member.compress_size), found
            copy.unlink()


def _plain(path: Path, name: str) -> Iterator[Found]:
    """A file on disk: after a broken record the next record's beginning is sought."""
    start: int | None = 0
    last = 0
    mending = False
    with path.open("rb") as stream:
        while start is not None:
            stream.seek(start)
            broken = None
            for position, found in _stream(stream, name, start):
                if isinstance(found, BrokenRecord):
                    broken = found
                    break
                last, mending = position, False
                yield position, found
            if broken is None:
                break
            if not mending:
                yield broken.offset, broken
            mending = True
            start = _next_start(path, max(broken.offset, start) + 1)
    if not mending and path.suffix == ".gz":
        yield from _torn_end(path, name, last)


def _torn_end(path: Path, name: str, last: int) -> Iterator[Found]:
    """A last gzip member that ends in the middle."""
    end = last
    for offset, length, _ in members(path, last):
        end = offset + length
    if end < path.stat().st_size:
        yield end, BrokenRecord(name, end, "the last record is torn")


def _stream(stream: IO[bytes], name: str, base: int = 0) -> Iterator[Found]:
    position = base
    try:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response | WarcRecordType.resource):
            position = record.stream_pos
            exchange = _exchange(record)
            if exchange is not None:
                yield position, exchange
    except (OSError, ValueError) as error:
        yield position, BrokenRecord(name, position, str(error))


def _exchange(record: WarcRecord) -> Exchange | None:
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    if not url.startswith(("http://", "https://")):
        return None
    if record.content_length > LARGEST_PAYLOAD or record.record_date is None:
        log.warning("%s: a record that is too large, or has no date, was passed over.", url)
        return None
    record.parse_http(auto_decode="transfer")
    http = record.http_headers if record.is_http_parsed else None
    headers: tuple[tuple[bytes, bytes], ...]
    status = 200
    if http is not None:
        words = (http.status_line or "").split()
        status = int(words[1]) if len(words) > 1 and words[1].isdigit() else 0
        headers = tuple((_bytes(name), _bytes(value)) for name, value in http.items())
    else:
        headers = ((b"Content-Type", _bytes(record.headers.get("Content-Type") or "text/html")),)
    return Exchange(
        url=url,
        fetched_at=record.record_date.astimezone(UTC),
        status=status,
        headers=tuple(header for header in headers if header[0].lower() != b"transfer-encoding"),
        body=record.reader.read() if record.reader else b"",
        saved=http is None,
    )


def _bytes(text: str) -> bytes:
    return text.encode("latin-1", "replace")


def _next_start(path: Path, offset: int) -> int | None:
    """The next place from `offset` on that looks like the beginning of a record."""
    with path.open("rb") as stream:
        stream.seek(offset)
        tail = b""
        while block := stream.read(_BLOCK):
            window = tail + block
            if found := _RECORD_START.search(window):
                return offset - len(tail) + found.start()
            offset += len(block)
            tail = window[-10:]
    return None
