"""Reading what the archive has captured: the exchange behind a capture, and its page with today's readers."""

from __future__ import annotations

import logging
from datetime import datetime

from archive.errors import BrokenCaptureError
from archive.model import Exchange
from archive.payload import decoded
from archive.warc import RecordPlace, Response, read_response
from archive.writer import ArchiveWriter
from scraper.facts import Portal
from scraper.reading import read_page
from scraper.reading.result import Context, Reading

log = logging.getLogger(__name__)


def exchange_of_capture(writer: ArchiveWriter, capture: int) -> Exchange:
    """A capture with its payload, which for a revisit stands in an earlier record; raises BrokenCaptureError."""
    row = writer.execute(
        "SELECT c.fetched_at, o.file, o.offset, o.length FROM capture c "
        "JOIN capture o ON o.id = coalesce(c.revisit_of, c.id) WHERE c.id = ?",
        (capture,),
    ).fetchone()
    if row is None:
        raise BrokenCaptureError(f"There is no capture {capture}.")
    writer.flush_captures()
    fetched_at, file, offset, length = row
    response = read_response(writer.folder.warcs, RecordPlace(file, offset, length))
    return exchange_of_response(response, datetime.fromisoformat(fetched_at))


def exchange_of_response(response: Response, fetched_at: datetime) -> Exchange:
    """A record as the exchange that it was made of."""
    return Exchange(
        url=response.url,
        fetched_at=fetched_at,
        status=response.status,
        headers=tuple((name.encode("latin-1"), value.encode("latin-1")) for name, value in response.headers),
        body=response.body,
        saved=response.saved,
        cut=response.cut,
    )


def page_of(exchange: Exchange) -> tuple[bytes, str]:
    """The payload without its content coding, and its Content-Type; raises BrokenCaptureError."""
    body = decoded(exchange.body, exchange.header(b"content-encoding"))
    return body, exchange.header(b"content-type") or ""


def read_exchange(exchange: Exchange, portal: Portal | None, context: Context) -> Reading | None:
    """Read the page of a capture; None where the reader failed, which is logged; raises BrokenCaptureError."""
    body, content_type = page_of(exchange)
    return read_or_none(body, content_type, exchange.fetched_at, portal, exchange.url, context)


def read_or_none(
    body: bytes, content_type: str, fetched_at: datetime, portal: Portal | None, url: str, context: Context,
    *, at: str | None = None,
) -> Reading | None:  # fmt: skip
    """Read a page, as if it stood `at` another address where one is given; None where the reader failed.

    A page may be anything; its capture stays for a better reader.
    """
    try:
        return read_page(
            body, at or url, content_type=content_type, fetched_at=fetched_at, context=context, portal=portal
        )
    except Exception:
        log.exception("The reader failed on %s", url)
        return None
