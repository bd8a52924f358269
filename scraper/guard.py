"""The guard before every request of the crawler: robots.txt, pages, redirects, errands.

It stands first among the downloader middlewares and sees what redirects lead to as well. What names lead to is judged
by `scraper.resolver`, before the client connects.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from scraper.origins import check_request, opened_origins

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler


class GuardMiddleware:
    """Refuses requests outside the portal's hosts or to private addresses, before they and their redirects leave."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._opened = opened_origins(crawler.settings.getlist("KEHOACH_ALLOW_PRIVATE"))

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's constructor."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Raise ForbiddenAddressError, which ends the request with that outcome."""
        portal = getattr(self._crawler.spider, "portal", None)
        check_request(request.url, portal.family if portal is not None else None, self._opened)
