"""What a record of another tool says: an answer as a server gave it, or that an earlier one came again.

Tools differ: chunks that are still in the body or no longer, status lines of HTTP/2, addresses in angle brackets, a
part of an answer in place of the whole, answers that were themselves had from the Wayback Machine. Whoever wrote the
record, what comes of it is one `Answer`, or one sentence why there is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from fastwarc.warc import WarcRecord, WarcRecordType

from archive.model import Exchange
from archive.warc import PORTAL_FIELD

LARGEST_PAYLOAD = 64 * 2**20
FIRST_YEAR = 1990
"""Before that there was no page to capture."""
UNNAMED_CUT = "unspecified"
"""WARC's word for a part of an answer of which nobody says why it is only a part."""
_STATUS = re.compile(rb"(HTTP/\d(?:\.\d)?|ICY|h[23]) +(\d{3})(?: .*)?", re.I)
_SPOKEN = frozenset({"HTTP/1.0", "HTTP/1.1"})
_CHUNK = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\n]*)?\r?")
_LONGEST_CHUNK_LINE = 1000
_DIGESTS = re.compile(r"(?:md5|sha1|sha256|sha512):", re.I)
_WAYBACK = re.compile(r"https?://web\.archive\.org(?::\d+)?/web/(\d{14})([a-z]{2}_)?/(https?:/{1,2}[^/].*)", re.I)
_AS_IT_WAS = "id_"
_REWRITTEN = re.compile(r"text/|.*(?:script|xml|json)")


@dataclass(frozen=True, slots=True)
class Reference:
    """Which answer a revisit repeats: by address and time, by the id of its record, or by its payload's digest."""

    url: str | None
    moment: datetime | None
    record: str | None
    digest: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer with the names that a revisit may call it by; `portal` is whose it is, where a record of ours says so.

    Where it `repeats` an earlier one its own exchange has no payload, and the status 0 where the record tells none.
    """

    exchange: Exchange
    record: str | None = None
    digest: str | None = None
    repeats: Reference | None = None
    portal: str | None = None


class RecordError(ValueError):
    """A record that cannot be taken in; its text says why, `kind` is the word under which it is counted."""

    def __init__(self, why: str, kind: str = "broken") -> None:
        super().__init__(why)
        self.kind = kind


def answer_of(record: WarcRecord) -> Answer | None:
    """What a response, resource or revisit says; None where it is of no http address.

    Raises RecordError, and OSError where the record is torn.
    """
    headers = record.headers
    url = (headers.get("WARC-Target-URI") or "").strip("<>")
    if not url.lower().startswith(("http://", "https://")):
        return None
    if headers.get("WARC-Segment-Number"):
        raise RecordError(f"{url} is spread over several records", "in segments")
    moment = record.record_date or _moment(headers.get("WARC-Date"))
    if moment is None or not FIRST_YEAR <= moment.year <= datetime.now(UTC).year + 1:
        raise RecordError(f"{url} has no time of capture")
    block = _block(record, url)
    cut = headers.get("WARC-Truncated")
    if record.record_type == WarcRecordType.resource:
        exchange = saved_exchange(url, moment, headers.get("Content-Type") or "", block, cut)
    elif record.record_type == WarcRecordType.revisit and not block:
        exchange = Exchange(url, moment.astimezone(UTC), 0, (), b"")
    else:
        exchange = http_exchange(url, moment, block, cut)
    return Answer(
        replace(exchange, address=headers.get("WARC-IP-Address")),
        record.record_id,
        headers.get("WARC-Payload-Digest"),
        _reference(record) if record.record_type == WarcRecordType.revisit else None,
        headers.get(PORTAL_FIELD),
    )


def saved_exchange(url: str, moment: datetime, media_type: str, body: bytes, cut: str | None = None) -> Exchange:
    """A page that somebody saved: nothing is known of the server but the media type."""
    headers = ((b"Content-Type", (media_type or "text/html").encode("latin-1", "replace")),)
    return Exchange(url, moment.astimezone(UTC), 200, headers, body, saved=True, cut=cut)


def http_exchange(url: str, moment: datetime, block: bytes, cut: str | None = None) -> Exchange:
    """An answer as it went over the wire, without its transfer coding; raises RecordError where it is none."""
    parsed = _head(block)
    while parsed is not None and 100 <= parsed[1] < 200 and block[parsed[3] :].startswith(b"HTTP/"):
        block = block[parsed[3] :]
        parsed = _head(block)
    if parsed is None:
        raise RecordError(f"{url} has no HTTP answer inside")
    protocol, status, headers, start = parsed
    body = block[start:]
    if any(name.lower() == b"transfer-encoding" and b"chunked" in value.lower() for name, value in headers):
        body, is_whole = dechunked(body)
        cut = cut or (None if is_whole else UNNAMED_CUT)
    kept = tuple(header for header in headers if header[0].lower() != b"transfer-encoding")
    exchange = Exchange(url, moment.astimezone(UTC), status, kept, body, protocol=protocol, cut=cut)
    return _before_the_wayback_machine(exchange)


@dataclass(frozen=True, slots=True)
class Archived:
    """Address and time of a page in the Wayback Machine, and whether it is given as it was captured."""

    url: str
    moment: datetime
    as_it_was: bool


def archived_at(url: str) -> Archived | None:
    """What an address of the Wayback Machine shows; None where it is another address."""
    found = _WAYBACK.fullmatch(url)
    if found is None:
        return None
    try:
        moment = datetime.strptime(found[1], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None
    return Archived(re.sub(r":/{1,2}", "://", found[3], count=1), moment, found[2] == _AS_IT_WAS)


def dechunked(body: bytes) -> tuple[bytes, bool]:
    """A body without its chunks, and whether it is whole; one that has none, although it is said, is as it came."""
    parts: list[bytes] = []
    position = 0
    while True:
        end = body.find(b"\n", position, position + _LONGEST_CHUNK_LINE)
        size = _CHUNK.fullmatch(body, position, end) if end >= 0 else None
        if size is None:
            return (b"".join(parts), False) if parts else (body, True)
        length = int(size[1], 16)
        if length == 0:
            return b"".join(parts), True
        parts.append(body[end + 1 : end + 1 + length])
        position = end + 1 + length
        if position > len(body):
            return b"".join(parts), False
        position += 2 if body[position : position + 2] == b"\r\n" else body[position : position + 1] == b"\n"


def _block(record: WarcRecord, url: str) -> bytes:
    """What stands in a record, all of it and undamaged."""
    told = record.content_length
    if told > LARGEST_PAYLOAD:
        raise RecordError(f"{url} has more than {LARGEST_PAYLOAD // 2**20} MiB", "too large")
    record.freeze()
    if record.content_length < told:
        raise OSError("the record is torn")
    if _DIGESTS.match(record.headers.get("WARC-Block-Digest") or "") and not record.verify_block_digest():
        raise RecordError(f"{url} does not match its digest")
    return record.reader.read() if record.reader else b""


def _reference(record: WarcRecord) -> Reference:
    headers = record.headers
    url = headers.get("WARC-Refers-To-Target-URI")
    return Reference(
        url.strip("<>") if url else None,
        _moment(headers.get("WARC-Refers-To-Date")),
        headers.get("WARC-Refers-To"),
        headers.get("WARC-Payload-Digest"),
    )


def _moment(text: str | None) -> datetime | None:
    """A time to the second or finer; the standard says that it is in UTC, also where a tool leaves the sign out."""
    if text is None or len(text) < len("2020-08-01T00:00:00"):
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _head(block: bytes) -> tuple[str, int, tuple[tuple[bytes, bytes], ...], int] | None:
    """Protocol, status and headers of an answer, and where its body begins; None where there is no status line."""
    line, end = _line(block, 0)
    status = _STATUS.fullmatch(line)
    if status is None:
        return None
    headers: list[tuple[bytes, bytes]] = []
    while end < len(block):
        line, end = _line(block, end)
        if not line:
            break
        name, colon, value = line.partition(b":")
        if line[:1] in b" \t" and headers:
            headers[-1] = (headers[-1][0], headers[-1][1] + b" " + line.strip())
        elif colon and name.strip():
            headers.append((name.strip(), value.strip()))
    protocol = status[1].decode().upper()
    return protocol if protocol in _SPOKEN else "HTTP/1.1", int(status[2]), tuple(headers), end


def _line(block: bytes, start: int) -> tuple[bytes, int]:
    end = block.find(b"\n", start)
    if end < 0:
        return block[start:], len(block)
    return block[start:end].rstrip(b"\r").replace(b"\r", b" "), end + 1


def _before_the_wayback_machine(exchange: Exchange) -> Exchange:
    """An answer that was had from the Wayback Machine as the portal gave it, at the portal's address and in its time.

    What the machine says of itself stays in the headers. Its page for readers, with a bar above and other links,
    is not what the portal said.
    """
    found = archived_at(exchange.url)
    if found is None or (exchange.status != 200 and exchange.header(b"memento-datetime") is None):
        return exchange
    if not found.as_it_was and _REWRITTEN.match((exchange.header(b"content-type") or "text/html").lower()):
        raise RecordError(
            f"{exchange.url} is the Wayback Machine's page for readers; the address with id_ behind the time gives the "
            "page itself",
            "rewritten",
        )
    return replace(exchange, url=found.url, fetched_at=found.moment)
