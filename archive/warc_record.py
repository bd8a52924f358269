"""One WARC 1.1 record as bytes: its fields, its block with the digest, in a gzip member of its own."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from http import HTTPStatus

from isal import isal_zlib

COMPRESSION_LEVEL = 1
GZIP_BITS = 31
"""The largest window, with the head and the checksum of gzip around it, as zlib numbers it."""
PIECE_BYTES = 2**20
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_PAIRS = [first + second for first in _LETTERS for second in _LETTERS]
_SHIFTS = range(250, -1, -10)

Fields = list[tuple[str, str]]
Headers = Iterable[tuple[bytes, bytes]]


def digest_of(*payload: bytes) -> str:
    """`sha256:` and the base32 digest of the parts together, as WARC writes it."""
    digest = hashlib.sha256()
    for part in payload:
        digest.update(part)
    number = int.from_bytes(digest.digest()) << 4  # 52 letters hold 260 bits; b32encode takes twice the time
    return f"sha256:{''.join([_PAIRS[number >> shift & 0x3FF] for shift in _SHIFTS])}===="


def warc_date(moment: datetime) -> str:
    """A UTC time to the microsecond, as WARC 1.1 allows."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"


def info_member(name: str, about: bytes) -> bytes:
    """A `warcinfo` record as a gzip member, the first of the file `name`."""
    return b"".join(member(info_fields(name), (about,)))


def info_fields(name: str) -> Fields:
    """The fields of the `warcinfo` record of the file `name`."""
    return [
        ("WARC-Type", "warcinfo"),
        ("WARC-Record-ID", f"<urn:uuid:{uuid.uuid4()}>"),
        ("WARC-Date", warc_date(datetime.now(UTC))),
        ("WARC-Filename", name),
        ("Content-Type", "application/warc-fields"),
    ]


def member(fields: Fields, block: Sequence[bytes]) -> Iterator[bytes]:
    """A record as a gzip member, in pieces: a large one is never whole in memory beside its payload."""
    size = sum(map(len, block))
    lines = ["WARC/1.1", *(f"{name}: {_one_line(value)}" for name, value in fields)]
    lines += [f"WARC-Block-Digest: {digest_of(*block)}", f"Content-Length: {size}"]
    head = "\r\n".join(lines).encode() + b"\r\n\r\n"
    packing = isal_zlib.compressobj(COMPRESSION_LEVEL, isal_zlib.DEFLATED, GZIP_BITS)
    for part in (head, *block, b"\r\n\r\n"):
        for start in range(0, len(part), PIECE_BYTES):
            if packed := packing.compress(part[start : start + PIECE_BYTES]):
                yield packed
    yield packing.flush()


def field(name: str, value: str | None) -> Fields:
    """A field that only some records have."""
    return [(name, value)] if value else []


def _one_line(value: str) -> str:
    return value if value.isprintable() else value.replace("\r", "%0D").replace("\n", "%0A")


def status_line(protocol: str, status: int) -> bytes:
    """The first line of an answer."""
    try:
        phrase = HTTPStatus(status).phrase
    except ValueError:
        phrase = "Unknown"
    return f"{protocol} {status} {phrase}\r\n".encode()


def header_block(headers: Headers) -> bytes:
    """The headers of an answer and the empty line behind them."""
    return b"".join(name + b": " + value + b"\r\n" for name, value in headers) + b"\r\n"
