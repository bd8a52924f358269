"""The payload of a capture without its content coding, within a limit that no bomb passes."""

from __future__ import annotations

import zlib
from collections.abc import Callable

import brotli
from backports import zstd

from archive.errors import BrokenCaptureError

MOST_BYTES = 48 * 2**20
_BLOCK = 1 << 16

Decompress = Callable[[bytes, int], bytes]
"""Decompresses some bytes into at most so many, and goes on with what it holds back when it is given none."""


def decoded(body: bytes, content_encoding: str | None) -> bytes:
    """Undo gzip, deflate, br and zstd, last coding first; raises BrokenCaptureError.

    A body that is not coded although its header says so is returned as it is: many portals lie.
    """
    for coding in reversed([part.strip().lower() for part in (content_encoding or "").split(",") if part.strip()]):
        if coding in ("gzip", "x-gzip"):
            body = _inflate(body, 31) if body[:2] == b"\x1f\x8b" else body
        elif coding == "deflate":
            body = _inflate(body, 15 if body[:1] == b"\x78" else -15)
        elif coding == "br":
            body = _bounded(_brotli(), body)
        elif coding == "zstd":
            body = _bounded(zstd.ZstdDecompressor().decompress, body)
        elif coding != "identity":
            raise BrokenCaptureError(f"The content coding {coding!r} is unknown.")
    return body


def _inflate(body: bytes, wbits: int) -> bytes:
    inflate = zlib.decompressobj(wbits)
    try:
        plain = inflate.decompress(body, MOST_BYTES)
    except zlib.error as error:
        raise BrokenCaptureError(f"The payload is not what its content coding says ({error}).") from error
    if inflate.unconsumed_tail:
        raise BrokenCaptureError(f"The payload is larger than {MOST_BYTES // 2**20} MiB when decoded.")
    return plain


def _brotli() -> Decompress:
    decompressor = brotli.Decompressor()
    return lambda data, most: decompressor.process(data, output_buffer_limit=most)


def _bounded(decompress: Decompress, body: bytes) -> bytes:
    """Decompress block by block and stop at the limit."""
    plain = bytearray()
    try:
        for start in range(0, len(body), _BLOCK):
            part = decompress(body[start : start + _BLOCK], _BLOCK)
            while part:
                plain += part
                if len(plain) > MOST_BYTES:
                    raise BrokenCaptureError(f"The payload is larger than {MOST_BYTES // 2**20} MiB when decoded.")
                part = decompress(b"", _BLOCK) if len(part) >= _BLOCK else b""
    except (brotli.error, zstd.ZstdError, EOFError) as error:
        raise BrokenCaptureError(f"The payload is not what its content coding says ({error}).") from error
    return bytes(plain)
