"""Bad answers, by name: what a server sends, byte for byte, and the outcome that each must have in the ledger."""

from __future__ import annotations

import asyncio
import gzip
import ssl
import zlib
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Thread

import brotli
from backports import zstd

from tests.scraper.portals import article

Sender = Callable[[str], AsyncIterator[bytes]]
GOOD = 5
"""The number of the article that a good answer is."""
BODY = article(GOOD).body
HALF = BODY[: len(BODY) // 2]
OVER = 21 * 2**20
BOMB_SIZE = 200 * 2**20


@dataclass(frozen=True)
class Fault:
    """What is sent, and how its outcome begins; `tries` is how often a crawl asks (at most 2 in the tests)."""

    sent: bytes | Sender
    outcome: str
    tries: int = 1


def answer(body: bytes = BODY, *headers: str, status: str = "200 OK", length: int | str | None = None) -> bytes:
    """An answer whose Content-Length is right unless it is given, and text/html unless that is."""
    lines = [f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body) if length is None else length}"]
    if not any(line.lower().startswith("content-type") for line in headers):
        lines.insert(1, "Content-Type: text/html; charset=utf-8")
    return "\r\n".join(lines).encode() + b"\r\nConnection: close\r\n\r\n" + body


def unsized(body: bytes, *headers: str) -> bytes:
    """An answer that ends when the connection does, or as its headers say."""
    return "\r\n".join(["HTTP/1.1 200 OK", "Content-Type: text/html", *headers, "", ""]).encode() + body


def chunked(*parts: bytes) -> bytes:
    return unsized(b"".join(parts), "Transfer-Encoding: chunked")


def redirect(location: str, status: str = "302 Found") -> bytes:
    return answer(b"", f"Location: {location}", status=status)


def endless(head: bytes, piece: bytes, pause: float = 0.0) -> Sender:
    async def send(path: str) -> AsyncIterator[bytes]:
        yield head
        while True:
            yield piece
            await asyncio.sleep(pause)

    return send


def stuck(head: bytes) -> Sender:
    async def send(path: str) -> AsyncIterator[bytes]:
        yield head
        await asyncio.sleep(60)

    return send


async def around(path: str) -> AsyncIterator[bytes]:
    yield redirect(path + "x" if not path.endswith("x") else path[:-1])


async def onwards(path: str) -> AsyncIterator[bytes]:
    yield redirect(path + "y")


async def itself(path: str) -> AsyncIterator[bytes]:
    yield redirect(path)


async def refreshing(path: str) -> AsyncIterator[bytes]:
    yield answer(f'<html><head><meta http-equiv="refresh" content="0;url={path}"></head></html>'.encode())


def raw_deflate(data: bytes) -> bytes:
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    return deflate.compress(data) + deflate.flush()


def _status(code: int, outcome: str, tries: int = 1) -> tuple[str, Fault]:
    return f"status-{code}", Fault(answer(status=f"{code} Reason"), outcome, tries)


CUT, LARGE, TIMEOUT = "cut", "too large: over the limit of 20 MiB", "unreachable: no answer in time"
CLOSED = "unreachable: the connection was closed without an answer"
NOT_HTTP, MISCODED = "broken answer: no HTTP", "broken answer: the body is not coded as its header says"
NO_ADDRESS = "refused: a redirect to no address"
FAULTS: dict[str, Fault] = dict(
    [
        *(_status(code, f"refused: HTTP {code}") for code in (400, 402, 405, 406, 418, 600, 999)),
        *(_status(code, f"blocked: HTTP {code}") for code in (401, 403, 451)),
        *(_status(code, f"gone: HTTP {code}") for code in (404, 410)),
        *(_status(code, f"unreachable: HTTP {code}", 2) for code in (408, 425, 429, 500, 501, 502, 503, 504, 520)),
        *(_status(code, f"refused: HTTP {code}") for code in (300, 305)),
    ]
) | {
    "unasked-304": Fault(answer(b"", status="304 Not Modified"), "refused: HTTP 304"),
    "empty-204": Fault(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n", "empty: no-bytes"),
    "part-206": Fault(answer(HALF, "Content-Range: bytes 0-100/5000", status="206 Partial Content"), CUT, 2),
    "no-reason": Fault(answer(status="200"), "read"),
    "strange-version": Fault(answer().replace(b"HTTP/1.1", b"HTTP/9.9"), "read"),
    "icy": Fault(answer().replace(b"HTTP/1.1", b"ICY"), NOT_HTTP, 2),
    "no-status-line": Fault(BODY, CLOSED, 2),
    "nothing": Fault(b"", CLOSED, 2),
    "only-line-ends": Fault(b"\r\n\r\n\r\n", NOT_HTTP, 2),
    "header-without-colon": Fault(answer(BODY, "Content-Type: text/html", "this is no header"), "read"),
    "header-too-long": Fault(answer(BODY, "Content-Type: text/html", "X: " + "a" * 200_000), "read"),
    "headers-too-many": Fault(answer(BODY, "Content-Type: text/html", *["X-Filler: a"] * 60_000), "read"),
    "headers-endless": Fault(endless(b"HTTP/1.1 200 OK\r\n", b"X-Filler: " + b"a" * 1000 + b"\r\n"), NOT_HTTP, 2),
    "header-with-nul": Fault(answer(BODY, "Content-Type: text/html", "X: a\x00b"), "read"),
    "header-not-ascii": Fault(answer(BODY, "Content-Type: text/html", "X-Tên: Đảng"), "read"),
    "header-folded": Fault(answer(BODY, "Content-Type: text/html;\r\n charset=utf-8"), "read"),
    "bare-line-feeds": Fault(answer().replace(b"\r\n", b"\n"), "read"),
    "length-twice": Fault(answer(BODY, "Content-Type: text/html", f"Content-Length: {len(BODY)}"), "read"),
    "lengths-differ": Fault(answer(BODY, "Content-Type: text/html", "Content-Length: 7"), NOT_HTTP, 2),
    "length-negative": Fault(answer(length=-5), NOT_HTTP, 2),
    "length-in-words": Fault(answer(length="many"), NOT_HTTP, 2),
    "length-99-gigabytes": Fault(answer(length=99 * 2**30), LARGE),
    "length-too-small": Fault(answer(length=len(HALF)), CUT, 2),
    "length-too-large": Fault(answer(length=len(BODY) + 50), CUT, 2),
    "length-and-chunks": Fault(chunked(b"%x\r\n" % len(BODY), BODY, b"\r\n0\r\n\r\n"), "read"),
    "no-length": Fault(unsized(BODY), "read"),
    "no-length-cut": Fault(unsized(HALF), CUT, 2),
    "chunk-cut": Fault(chunked(b"%x\r\n" % len(BODY), HALF), CUT, 2),
    "chunk-size-bad": Fault(chunked(b"zz\r\n", BODY), CUT, 2),
    "chunk-size-negative": Fault(chunked(b"-5\r\n", BODY), CUT, 2),
    "chunk-size-endless": Fault(endless(chunked(), b"f" * 1000), CUT, 2),
    "chunk-last-missing": Fault(chunked(b"%x\r\n" % len(BODY), BODY, b"\r\n"), CUT, 2),
    "gzip-on-plain-text": Fault(answer(BODY, "Content-Encoding: gzip"), MISCODED, 2),
    "gzip-corrupt": Fault(answer(gzip.compress(BODY)[:40] + b"\x00" * 40, "Content-Encoding: gzip"), MISCODED, 2),
    "gzip-cut": Fault(answer(gzip.compress(BODY)[:-60], "Content-Encoding: gzip"), CUT, 2),
    "gzip-twice": Fault(answer(gzip.compress(gzip.compress(BODY)), "Content-Encoding: gzip, gzip"), "read"),
    "deflate-raw": Fault(answer(raw_deflate(BODY), "Content-Encoding: deflate"), "read"),
    "brotli-on-plain-text": Fault(answer(BODY, "Content-Encoding: br"), MISCODED, 2),
    "zstd-garbage": Fault(answer(b"\x28\xb5\x2f\xfd" + b"\xff" * 90, "Content-Encoding: zstd"), MISCODED, 2),
    "coding-unknown": Fault(answer(BODY, "Content-Encoding: aws-chunked"), "read"),
    "charset-unknown": Fault(answer(BODY, "Content-Type: text/html; charset=x-vn-99"), "read"),
    "charset-lies": Fault(answer(BODY, "Content-Type: text/html; charset=iso-8859-1"), "read"),
    "utf-16": Fault(answer(BODY.decode().encode("utf-16"), "Content-Type: text/html; charset=utf-16"), "read"),
    "nul-bytes": Fault(answer(BODY.replace(b"<p>", b"<p>\x00\x00")), "read"),
    "binary": Fault(answer(bytes(range(256)) * 40), "not_a_page"),
    "redirect-to-itself": Fault(itself, "refused: more than 5 redirects"),
    "redirect-around": Fault(around, "refused: more than 5 redirects"),
    "redirect-onwards": Fault(onwards, "refused: more than 5 redirects"),
    "redirect-nowhere": Fault(answer(b"", status="302 Found"), "refused: HTTP 302"),
    "redirect-empty": Fault(redirect(""), "refused: more than 5 redirects"),
    "redirect-to-ftp": Fault(redirect("ftp://127.0.0.1/x"), "refused: HTTP 302"),
    "redirect-to-file": Fault(redirect("file:///etc/passwd"), "refused: HTTP 302"),
    "redirect-to-script": Fault(redirect("javascript:alert(1)"), NO_ADDRESS),
    "redirect-inside": Fault(redirect("http://169.254.169.254/latest/meta-data/"), "forbidden address"),
    "redirect-to-another-host": Fault(redirect("http://example.vn/"), "forbidden address"),
    "redirect-malformed": Fault(redirect("http://[::1"), NO_ADDRESS),
    "refresh-to-itself": Fault(refreshing, "empty: nothing-read"),
    "pdf-as-html": Fault(answer(b"%PDF-1.4\n" + b"\xe2\xe3\xcf\xd3 0 obj" * 50), "read"),
    "html-as-pdf": Fault(answer(BODY, "Content-Type: application/pdf"), "read"),
    "html-as-octets": Fault(answer(BODY, "Content-Type: application/octet-stream"), "read"),
    "html-without-type": Fault(answer(BODY, "Content-Type:"), "read"),
    "picture-as-html": Fault(answer(b"\x89PNG\r\n\x1a\n" + b"\x00" * 500), "not_a_page: image-called-html"),
    "zip-as-html": Fault(answer(b"PK\x03\x04" + b"\x00" * 500), "read"),
    "json-as-html": Fault(answer(b'{"error": "not found"}'), "empty"),
    "empty-page": Fault(answer(b""), "empty: no-bytes"),
    "one-byte": Fault(answer(b"x"), "empty: nothing-read"),
    "half-a-page": Fault(answer(HALF), CUT, 2),
    "deep-page": Fault(answer(b"<html><body>" + b"<div>" * 300_000 + b"</body></html>"), "empty"),
    "no-answer": Fault(stuck(b""), TIMEOUT, 2),
    "stuck-in-the-headers": Fault(stuck(b"HTTP/1.1 200 OK\r\nContent-"), TIMEOUT, 2),
    "stuck-in-the-body": Fault(stuck(answer(HALF, length=len(BODY))), TIMEOUT, 2),
    "dripping": Fault(endless(unsized(b""), b" ", 0.1), TIMEOUT, 2),
    "dripping-headers": Fault(endless(b"HTTP/1.1 200 OK\r\nX: ", b"a", 0.1), TIMEOUT, 2),
    "too-large": Fault(answer(b"", length=OVER), LARGE),
}  # fmt: skip


def bomb(coding: str, size: int = BOMB_SIZE) -> bytes:
    """An answer of a few kilobytes that has this size when it is decoded."""
    zeros = bytes(2**20)
    if coding in ("gzip", "gzip, gzip"):
        deflate = zlib.compressobj(9, zlib.DEFLATED, 31)
    elif coding == "deflate":
        deflate = zlib.compressobj(9)
    else:
        one = brotli.Compressor(quality=5) if coding == "br" else zstd.ZstdCompressor(level=3)
        feed = one.process if coding == "br" else one.compress
        body = b"".join(feed(zeros) for _ in range(size // len(zeros))) + (
            one.finish() if coding == "br" else one.flush()
        )
        return answer(body, f"Content-Encoding: {coding}")
    body = b"".join(deflate.compress(zeros) for _ in range(size // len(zeros))) + deflate.flush()
    return answer(gzip.compress(body) if coding == "gzip, gzip" else body, f"Content-Encoding: {coding}")


BOMBS = ("gzip", "deflate", "br", "zstd", "gzip, gzip")
ENDLESS = {
    "endless-body": Fault(endless(unsized(b"<html>"), b"a" * 65536), LARGE),
    "endless-chunks": Fault(endless(chunked(), b"10000\r\n" + b"a" * 65536 + b"\r\n"), LARGE),
}


@contextmanager
def serving(routes: Callable[[str], bytes | Sender], tls: ssl.SSLContext | None = None) -> Iterator[int]:
    """A server that sends to each path what `routes` says, and closes; yields its port on 127.0.0.1."""
    loop = asyncio.new_event_loop()

    async def answered(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            head = await reader.readuntil(b"\r\n\r\n")
            sent = routes(head.split(b" ", 2)[1].decode())
            if isinstance(sent, bytes):
                writer.write(sent)
                await writer.drain()
            else:
                async for piece in sent(head.split(b" ", 2)[1].decode()):
                    writer.write(piece)
                    await writer.drain()
        writer.close()

    server = loop.run_until_complete(asyncio.start_server(answered, "127.0.0.1", 0, ssl=tls))
    thread = Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        server.close()
        loop.close()
