"""WARC 1.1 files: appending records, reading one back, and mending a torn end.

Each record is a gzip member of its own, so that a record is read by offset and length alone. Payloads and headers are
kept as they came, with their content coding; the coding of transfer is undone by the HTTP client, and the headers that
tell it are left out: the `warcinfo` record says so.
"""

from __future__ import annotations

import os
import uuid
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from io import FileIO
from pathlib import Path
from typing import NamedTuple

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from archive.errors import BrokenCaptureError
from archive.warc_record import Fields, Headers, field, header_block, info_fields, member, status_line
from archive.warc_record import digest_of as digest_of
from archive.warc_record import info_member as info_member
from archive.warc_record import warc_date as warc_date

ROTATE_AT_BYTES = 512 * 2**20
READ_BLOCK = 1 << 20
GZIP_MAGIC = b"\x1f\x8b\x08"
MOST_WAITING_BYTES = 4 * 2**20
ABOUT = (
    "format: WARC File Format 1.1\r\n"
    "conformsTo: https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"
    "description: payloads keep their content coding; transfer coding is undone, its headers are left out\r\n"
)
PORTAL_FIELD = "Kehoach-Portal"
TLS_FIELD = "Kehoach-TLS"
CUT_FIELD = "WARC-Truncated"


class RecordPlace(NamedTuple):
    """Where a record stands: file name inside the WARC folder, offset and length in compressed bytes."""

    file: str
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Response:
    """A response read back from its record; `body` still has its content coding, `cut` says why it is only a part."""

    url: str
    fetched_at: datetime
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    digest: str
    portal: str | None
    revisit_of: str | None = None
    revisit_date: str | None = None
    saved: bool = False
    cut: str | None = None

    def header(self, name: str) -> str | None:
        """The first header of that name, letter case ignored."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)


class WarcWriter:
    """Appends records to the newest file of a folder and starts the next file when it is full.

    Records wait in memory for `flush`. What a full disk takes only in part is cut off again, so that a file ends with
    a whole record also then. Each job begins with a `warcinfo` record of its own: what software, with which settings.
    """

    def __init__(self, folder: Path, *, software: str, settings: str, rotate_at: int = ROTATE_AT_BYTES) -> None:
        self._folder = folder
        self._about = f"software: {software}\r\n{ABOUT}{settings}".encode()
        self._rotate_at = rotate_at
        self._file: FileIO | None = None
        self._name = ""
        self._end = 0
        self._waiting: list[bytes] = []
        self._waiting_bytes = 0

    def response(
        self,
        url: str,
        moment: datetime,
        *,
        status: int,
        headers: Headers,
        body: bytes,
        digest: str,
        portal: str,
        protocol: str = "HTTP/1.1",
        address: str | None = None,
        request: bytes | None = None,
        tls: str | None = None,
        cut: str | None = None,
    ) -> RecordPlace:
        """Append a response, and the request that it answers; returns the place of the response."""
        fields = [
            ("WARC-Type", "response"),
            ("WARC-Target-URI", url),
            ("WARC-Date", warc_date(moment)),
            ("WARC-Payload-Digest", digest),
            ("Content-Type", "application/http;msgtype=response"),
            (PORTAL_FIELD, portal),
            *field(TLS_FIELD, tls),
            *field(CUT_FIELD, cut),
        ]
        head = status_line(protocol, status) + header_block(headers)
        return self._with_request(fields, (head, body), address, request)

    def resource(
        self,
        url: str,
        moment: datetime,
        *,
        media_type: str,
        body: bytes,
        digest: str,
        portal: str,
        cut: str | None = None,
    ) -> RecordPlace:
        """Append a page that was not fetched but saved by others: bytes without the server's headers."""
        self._rotate()
        fields = [
            ("WARC-Type", "resource"),
            ("WARC-Target-URI", url),
            ("WARC-Date", warc_date(moment)),
            ("WARC-Payload-Digest", digest),
            ("Content-Type", media_type),
            (PORTAL_FIELD, portal),
            *field(CUT_FIELD, cut),
            ("WARC-Record-ID", f"<urn:uuid:{uuid.uuid4()}>"),
        ]
        return self._append(fields, (body,))

    def revisit(
        self,
        url: str,
        moment: datetime,
        *,
        status: int,
        headers: Headers,
        digest: str,
        portal: str,
        first_url: str,
        first_date: str,
        address: str | None = None,
        request: bytes | None = None,
        tls: str | None = None,
    ) -> RecordPlace:
        """Append a revisit: the payload is the one that `first_url` gave at `first_date`."""
        profile = "server-not-modified" if status == HTTPStatus.NOT_MODIFIED else "identical-payload-digest"
        fields = [
            ("WARC-Type", "revisit"),
            ("WARC-Target-URI", url),
            ("WARC-Date", warc_date(moment)),
            ("WARC-Payload-Digest", digest),
            ("WARC-Profile", f"http://netpreserve.org/warc/1.1/revisit/{profile}"),
            ("WARC-Refers-To-Target-URI", first_url),
            ("WARC-Refers-To-Date", first_date),
            ("Content-Type", "application/http;msgtype=response"),
            (PORTAL_FIELD, portal),
            *field(TLS_FIELD, tls),
        ]
        head = status_line("HTTP/1.1", status) + header_block(headers)
        return self._with_request(fields, (head,), address, request)

    def flush(self) -> None:
        """Hand everything to the operating system: a killed process loses nothing that was flushed."""
        if self._file is None or not self._waiting:
            return
        data = b"".join(self._waiting)
        self._waiting.clear()
        self._waiting_bytes = 0
        self._write([data])

    def _write(self, pieces: Iterable[bytes]) -> int:
        """Write at the file's end, all of it or nothing; returns how many bytes that made."""
        assert self._file is not None
        written = 0
        try:
            for piece in pieces:
                left = memoryview(piece)
                while left:
                    left = left[self._file.write(left) or 0 :]
                written += len(piece)
        except BaseException:
            self._file.truncate(self._end)
            raise
        self._end += written
        return written

    def close(self) -> None:
        """Flush to the disk itself and let go of the file."""
        if self._file is not None:
            try:
                self.flush()
                os.fsync(self._file.fileno())
            finally:
                self._file.close()
                self._file = None

    def _with_request(
        self, fields: Fields, block: Sequence[bytes], address: str | None, request: bytes | None
    ) -> RecordPlace:
        if address:
            fields.append(("WARC-IP-Address", address))
        identifier = f"<urn:uuid:{uuid.uuid4()}>"
        self._rotate()
        place = self._append([*fields, ("WARC-Record-ID", identifier)], block)
        if request is not None:
            shared = [field for field in fields if field[0] in {"WARC-Target-URI", "WARC-Date"}]
            self._append(
                [
                    ("WARC-Type", "request"),
                    ("WARC-Record-ID", f"<urn:uuid:{uuid.uuid4()}>"),
                    ("WARC-Concurrent-To", identifier),
                    *shared,
                    ("Content-Type", "application/http;msgtype=request"),
                ],
                (request,),
            )
        return place

    def _append(self, fields: Fields, block: Sequence[bytes]) -> RecordPlace:
        if self._file is None:
            self._open()
        if sum(map(len, block)) > MOST_WAITING_BYTES:
            self.flush()
            offset = self._end
            return RecordPlace(self._name, offset, self._write(member(fields, block)))
        whole = b"".join(member(fields, block))
        offset = self._end + self._waiting_bytes
        self._waiting.append(whole)
        self._waiting_bytes += len(whole)
        if self._waiting_bytes >= MOST_WAITING_BYTES:
            self.flush()
        return RecordPlace(self._name, offset, len(whole))

    def _rotate(self) -> None:
        """Let go of a full file; a response and its request stay together."""
        if self._file is not None and self._end + self._waiting_bytes >= self._rotate_at:
            self.close()

    def _open(self) -> None:
        newest = max((path.name for path in self._folder.glob("kehoach-*.warc.gz")), default=None)
        if newest is None or (self._folder / newest).stat().st_size >= self._rotate_at:
            newest = next_name(newest)
        self._name = newest
        self._file = (self._folder / newest).open("ab", buffering=0)
        self._end = self._file.tell()
        self._append(info_fields(newest), (self._about,))


def read_response(folder: Path, place: RecordPlace) -> Response:
    """Read one response or revisit record back; raises BrokenCaptureError where it is missing or damaged."""
    where = f"{place.file} at {place.offset}"
    try:
        with (folder / place.file).open("rb") as file:
            file.seek(place.offset)
            record = next(ArchiveIterator(file, parse_http=False), None)
            if record is None or record.stream_pos != place.offset:
                raise ValueError("no record begins there")
            record.freeze()
        intact = is_intact(record)
        response = response_of(record)
    except (OSError, ValueError) as error:
        raise BrokenCaptureError(f"The record in {where} cannot be read ({error}).") from error
    if not intact:
        raise BrokenCaptureError(f"The record in {where} does not match its digest.")
    return response


def is_intact(record: WarcRecord) -> bool:
    """Whether a frozen record matches its digest: of its block or, where another program made none, of its payload."""
    if record.headers.get("WARC-Block-Digest") is not None:
        return record.verify_block_digest()
    record.parse_http()
    return record.verify_payload_digest()


def response_of(record: WarcRecord) -> Response:
    """What a response, revisit or resource record holds; raises ValueError where it holds no answer.

    A resource, a page that others saved, counts as status 200 with its media type as the only header.
    """
    headers = record.headers
    saved = record.record_type == WarcRecordType.resource
    if not saved:
        record.parse_http()
    if record.record_date is None or not (saved or record.is_http_parsed):
        raise ValueError("no HTTP response inside")
    http = record.http_headers
    status = (http.status_line or "").split(" ", 2) if http else []
    return Response(
        url=headers["WARC-Target-URI"].strip("<>"),
        fetched_at=record.record_date.astimezone(UTC),
        status=200 if saved else int(status[1]) if len(status) > 1 and status[1].isdigit() else 0,
        headers=tuple(http.items()) if http else (("Content-Type", headers.get("Content-Type") or ""),),
        body=record.reader.read() if record.reader else b"",
        digest=headers.get("WARC-Payload-Digest") or "",
        portal=headers.get(PORTAL_FIELD),
        revisit_of=headers.get("WARC-Refers-To-Target-URI"),
        revisit_date=headers.get("WARC-Refers-To-Date"),
        saved=saved,
        cut=headers.get(CUT_FIELD),
    )


def members(path: Path, start: int = 0) -> Iterator[tuple[int, int, bytes]]:
    """Each gzip member from `start` on as offset, length and content; ends quietly before a torn last member."""
    with path.open("rb") as file:
        file.seek(start)
        buffer = b""
        offset = start
        while True:
            inflate = zlib.decompressobj(wbits=31)
            parts: list[bytes] = []
            consumed = 0
            while not inflate.eof:
                if not buffer:
                    buffer = file.read(READ_BLOCK)
                    if not buffer:
                        return
                try:
                    parts.append(inflate.decompress(buffer))
                except zlib.error:
                    return
                consumed += len(buffer) - len(inflate.unused_data)
                buffer = inflate.unused_data
            yield offset, consumed, b"".join(parts)
            offset += consumed


def next_member(path: Path, offset: int) -> int | None:
    """Where the next whole gzip member begins, from `offset` on; None where none does."""
    with path.open("rb") as file:
        file.seek(offset)
        window = b""
        while block := file.read(READ_BLOCK):
            window = window[-len(GZIP_MAGIC) + 1 :] + block
            begin = file.tell() - len(window)
            found = window.find(GZIP_MAGIC)
            while found >= 0:
                if next(members(path, begin + found), None) is not None:
                    return begin + found
                found = window.find(GZIP_MAGIC, found + 1)
    return None


def cut_torn_end(path: Path, good_end: int) -> int:
    """Cut what follows `good_end`, the end of the last whole member; returns how many bytes went."""
    excess = path.stat().st_size - good_end
    if excess > 0:
        with path.open("r+b") as file:
            file.truncate(good_end)
    return max(excess, 0)


def next_name(newest: str | None) -> str:
    """The name of the file after `newest`, or of the first."""
    number = int(newest.removeprefix("kehoach-").removesuffix(".warc.gz")) + 1 if newest else 1
    return f"kehoach-{number:06d}.warc.gz"
