"""HTTP/1.1 as bytes: how a request is written, and how an answer is read as it comes in (RFC 9112).

Answers are taken as browsers take them: lines that end without a carriage return, lines of a head that are no header,
folded headers, a length told twice. Where it is not safe to say where an answer ends it is no HTTP.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from http import HTTPStatus
from typing import NamedTuple

Headers = tuple[tuple[bytes, bytes], ...]
MOST_HEADER_BYTES = 2**20
_LONGEST_CHUNK_LINE = 2**12
_HEAD_END = re.compile(rb"\n\r?\n")
_STATUS = re.compile(rb"(HTTP/\d(?:\.\d)?) +(\d{3})(?: .*)?")
_TOKEN = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_CHUNK_SIZE = re.compile(rb"([0-9A-Fa-f]{1,15})[ \t]*(?:;.*)?")
_WITHOUT_BODY = frozenset({HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED})


class NotHttpError(Exception):
    """What came is no answer of HTTP/1.1; the text says why."""


class CutError(Exception):
    """An answer ended before its end."""


class TooLargeError(Exception):
    """An answer has more bytes than are wanted."""


class Wire(NamedTuple):
    """What of an exchange went over the wire: the request, and the headers of the answer but those of its transfer."""

    sent: bytes
    headers: Headers


class Head(NamedTuple):
    """The head of an answer; names and values of its headers as they came, without the blanks around them."""

    protocol: str
    status: int
    headers: Headers

    def values(self, name: bytes) -> list[bytes]:
        """What all headers of that name list between commas, in small letters; `name` is in small letters too."""
        told = b",".join(value for key, value in self.headers if key.lower() == name)
        return [value.strip().lower() for value in told.split(b",")] if told else []

    def keeps_open(self) -> bool:
        """Whether the server lets the connection stand for another request."""
        told = self.values(b"connection")
        return b"close" not in told and (self.protocol != "HTTP/1.0" or b"keep-alive" in told)


def request_bytes(method: str, target: str, host: str, headers: Iterable[tuple[bytes, bytes]], body: bytes) -> bytes:
    """A request; `target` is path and query, `host` what the Host header says."""
    lines = [f"{method} {target} HTTP/1.1".encode("ascii"), b"Host: " + host.encode("ascii")]
    lines += [name + b": " + _one_line(value) for name, value in headers]
    if body or method == "POST":
        lines.append(b"Content-Length: %d" % len(body))
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


def _one_line(value: bytes) -> bytes:
    return value.replace(b"\r", b" ").replace(b"\n", b" ") if b"\r" in value or b"\n" in value else value


class HeadReader:
    """Collects the head of an answer."""

    def __init__(self) -> None:
        self._read = bytearray()
        self._dropped = 0

    def feed(self, data: bytes) -> tuple[Head, bytes] | None:
        """The head and what came behind it, once it is whole; raises NotHttpError. Interim answers are skipped."""
        start = max(0, len(self._read) - 2)
        read: bytes | bytearray = data
        if self._read:
            self._read += data
            read = self._read
        while (end := _HEAD_END.search(read, start)) is not None:
            head, rest = _head(bytes(read[: end.start()])), bytes(read[end.end() :])
            if head.status >= HTTPStatus.OK:
                return head, rest
            self._dropped += end.end()
            read, start = rest, 0
        if read is not self._read:
            self._read = bytearray(read)
        if self._dropped + len(self._read) > MOST_HEADER_BYTES:
            raise NotHttpError("headers without end")
        return None


def _head(block: bytes) -> Head:
    first, *lines = [line.removesuffix(b"\r") for line in block.split(b"\n")]
    status = _STATUS.fullmatch(first)
    if status is None:
        raise NotHttpError(f"{first[:80]!r} is no status line")
    headers: list[tuple[bytes, bytes]] = []
    for line in lines:
        name, colon, value = line.partition(b":")
        if line[:1] in b" \t" and line and headers:
            headers[-1] = (headers[-1][0], headers[-1][1] + b" " + line.strip())
        elif colon and _TOKEN.fullmatch(name := name.rstrip(b" \t")):
            headers.append((name, value.strip()))
    return Head(status[1].decode("ascii"), int(status[2]), tuple(headers))


class Body:
    """The body of an answer as it comes in, at most `most` bytes of it; this one ends with the connection."""

    reusable = False
    """Whether the connection may carry another answer behind this body."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._read: bytes | bytearray = b""
        self.is_whole = False

    def feed(self, data: bytes) -> None:
        """Take what came; raises TooLargeError and CutError."""
        self._keep(data)

    def closed(self) -> bytes:
        """The body, now that the connection ended; raises CutError where something is missing."""
        return self.content()

    def content(self) -> bytes:
        """What was read."""
        return bytes(self._read)

    def _keep(self, data: bytes) -> None:
        """Add what came; where that is all, it is copied nowhere."""
        if not self._read:
            self._read = data
        else:
            if isinstance(self._read, bytes):
                self._read = bytearray(self._read)
            self._read += data
        if len(self._read) > self._most:
            raise TooLargeError


class SizedBody(Body):
    """A body whose length was told."""

    def __init__(self, most: int, length: int) -> None:
        super().__init__(most)
        self._length = length
        self.reusable = True
        self.is_whole = length == 0
        if length > most:
            raise TooLargeError

    def feed(self, data: bytes) -> None:
        """Take what came; bytes behind the end show that the connection is out of step."""
        missing = self._length - len(self._read)
        self._keep(data[:missing])
        self.is_whole = len(data) >= missing
        self.reusable = len(data) <= missing

    def closed(self) -> bytes:
        """Always too early."""
        raise CutError


class ChunkedBody(Body):
    """A body in chunks, each with its length before it."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self._waiting = b""
        self._missing = 0
        self._at_end_of_chunk = False
        self._in_trailer = False
        self._trailer_bytes = 0

    def feed(self, data: bytes) -> None:
        """Take what came; what stands behind the last chunk and its headers is left."""
        data = self._waiting + data
        position = 0
        while not self.is_whole:
            if self._missing:
                piece = data[position : position + self._missing]
                self._keep(piece)
                self._missing -= len(piece)
                position += len(piece)
                if self._missing:
                    break
            end = data.find(b"\n", position)
            if end < 0:
                break
            self._line(data[position:end].removesuffix(b"\r"))
            position = end + 1
        self._waiting = data[position:]
        self.reusable = self.is_whole and not self._waiting
        if len(self._waiting) > _LONGEST_CHUNK_LINE and not self.is_whole:
            raise CutError

    def _line(self, line: bytes) -> None:
        if self._in_trailer:
            self._trailer_bytes += len(line)
            self.is_whole = not line
            if self._trailer_bytes > MOST_HEADER_BYTES:
                raise CutError
        elif self._at_end_of_chunk:
            self._at_end_of_chunk = False
            if line:
                raise CutError
        else:
            size = _CHUNK_SIZE.fullmatch(line.strip(b" \t"))
            if size is None:
                raise CutError
            self._missing = int(size[1], 16)
            self._in_trailer = self._missing == 0
            self._at_end_of_chunk = not self._in_trailer

    def closed(self) -> bytes:
        """Always too early."""
        raise CutError


def body_of(head: Head, method: str, most: int) -> Body:
    """The body that a head announces; raises NotHttpError, and TooLargeError where it is larger than `most` bytes."""
    if method == "HEAD" or head.status in _WITHOUT_BODY:
        return SizedBody(most, 0)
    codings = [coding for coding in head.values(b"transfer-encoding") if coding != b"identity"]
    if codings:
        if codings != [b"chunked"]:
            raise NotHttpError("an unknown coding of transfer")
        return ChunkedBody(most)
    lengths = head.values(b"content-length")
    if not lengths:
        return Body(most)
    if not all(length.isdigit() for length in lengths) or len(set(map(int, lengths))) > 1:
        raise NotHttpError("no length, or several")
    return SizedBody(most, int(lengths[0]))
