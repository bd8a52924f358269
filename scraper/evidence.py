"""Every answer goes into the WARC file before anything is made of it.

The middleware stands at 605: below decompression (590) and redirection (600), so the payload has its content coding
and redirects are seen. What asks a portal whether a page has changed comes from our own captures: a cache that
decides by itself how long a page is fresh would freeze the listings.
"""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Self

from archive.model import Exchange
from scraper.client.handler import WIRE
from scraper.tls import tls_note

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from scraper.client.wire import Wire
    from scraper.ledger import Validators

CAPTURE = "kehoach_capture"
DRAWN = "playwright"
"""The flag of a response that is a drawn document, as scrapy-playwright sets it."""
UNCHANGED_SINCE = "kehoach_unchanged_since"
LONGEST_VALIDATOR = 500
CONDITIONS = ("If-None-Match", "If-Modified-Since")


class EvidenceMiddleware:
    """Hands each answer to the spider's archive, and leaves the capture in the request's meta."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's constructor."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Where a redirect leads to another page the question whether this one has changed is meaningless."""
        if request.meta.get("redirect_times"):
            request.meta.pop(UNCHANGED_SINCE, None)
            for name in CONDITIONS:
                request.headers.pop(name, None)

    def process_response(self, request: Request, response: Response) -> Response:
        """Keep the answer; the response goes on unchanged."""
        spider: Any = self._crawler.spider
        if hasattr(spider, "keep"):
            exchange = exchange_of(request, response, spider.now(), tls_note(spider.portal))
            request.meta[CAPTURE] = spider.keep(exchange)
        return response


def ask_whether_changed(request: Request, last: Validators) -> Request:
    """Make a request conditional on the last good capture, where that is one of the same address."""
    if last.url == request.url:
        request.meta[UNCHANGED_SINCE] = last.capture
        for name, value in zip(CONDITIONS, (last.etag, last.last_modified), strict=True):
            if value and len(value) <= LONGEST_VALIDATOR:
                request.headers[name] = value
    return request


def exchange_of(request: Request, response: Response, moment: datetime, tls: str | None) -> Exchange:
    """The exchange behind a response, as it went over the wire but for the coding of transfer.

    A document that a browser drew is kept beside the answers that it was drawn from, as a page without headers.
    """
    if DRAWN in response.flags:
        page = ((b"Content-Type", b"text/html; charset=utf-8"),)
        return Exchange(request.url, moment, response.status, page, response.body, saved=True)
    unchanged = response.status == HTTPStatus.NOT_MODIFIED
    wire: Wire | None = request.meta.get(WIRE)
    return Exchange(
        url=request.url,
        fetched_at=moment,
        status=response.status,
        headers=wire.headers if wire else _headers(response),
        body=response.body,
        method=request.method,
        request=wire.sent if wire else None,
        protocol=response.protocol or "HTTP/1.1",
        address=str(response.ip_address) if response.ip_address else None,
        unchanged_since=request.meta.get(UNCHANGED_SINCE) if unchanged else None,
        tls=tls if request.url.startswith("https:") else None,
    )


def _headers(response: Response) -> tuple[tuple[bytes, bytes], ...]:
    """The headers of an answer that another client than ours fetched, as far as Scrapy still knows them."""
    return tuple((name, value) for name, values in response.headers.items() for value in values)
