"""A limit for the headers of an answer, which Scrapy does not have: it would collect them until the time is over."""

from __future__ import annotations

from typing import Any

from scrapy.core.downloader.handlers import http11
from twisted.web._newclient import ParseError

MOST_HEADER_BYTES = 2**20
_PARSER = "_LenientHTTPClientParser"
_Lenient: Any = getattr(http11, _PARSER)


class BoundedParser(_Lenient):  # type: ignore[misc]
    """Scrapy's parser of one answer; ends it with a ParseError when its headers go on and on."""

    header_bytes = 0

    def lineReceived(self, line: bytes) -> None:  # noqa: N802 - Twisted's name
        """One line of the status or the headers."""
        self.header_bytes += len(line)
        if self.header_bytes > MOST_HEADER_BYTES:
            raise ParseError("headers without end", line[:80])  # type: ignore[no-untyped-call]
        super().lineReceived(line)


def bound_headers() -> None:
    """Let Scrapy's HTTP client use the bounded parser in this process; its own is named in a private place only."""
    setattr(http11, _PARSER, BoundedParser)
