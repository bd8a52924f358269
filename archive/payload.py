"""The payload of a capture without its content coding, within a limit that no bomb passes."""

from __future__ import annotations

import zlib
from collections.abc import Callable

import brotli
from backports import zstd

from archive.errors import BrokenCaptureError

MOST_BYTES = 64 * 2**20
_BLOCK = 1 << 16


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
            body = _bounded(brotli.Decompressor().process, body)
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


def _bounded(decompress: Callable[[bytes], bytes], body: bytes) -> bytes:
    """Feed a decompressor block by block and stop at the limit."""
    parts: list[bytes] = []
    size = 0
    try:
        for start in range(0, len(body), _BLOCK):
            parts.append(decompress(body[start : start + _BLOCK]))
            size += len(parts[-1])
            if size > MOST_BYTES:
                raise BrokenCaptureError(f"The payload is larger than {MOST_BYTES // 2**20} MiB when decoded.")
    except (brotli.error, zstd.ZstdError, EOFError) as error:
        raise BrokenCaptureError(f"The payload is not what its content coding says ({error}).") from error
    return b"".join(parts)
