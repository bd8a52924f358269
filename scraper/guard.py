"""The guard before every request of the crawler: robots.txt, pages, redirects, errands.

It stands first among the downloader middlewares and sees what redirects lead to as well. What it lets through is
resolved by `scraper.resolver`, which looks at what names lead to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from scrapy.exceptions import CannotResolveHostError

from scraper.headers import bound_headers
from scraper.origins import ForbiddenAddressError, check_request, opened_origins, origin_of
from scraper.resolver import GuardedResolver

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler


class GuardMiddleware:
    """Refuses requests outside the portal's hosts or to private addresses, before they and their redirects leave."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._opened = opened_origins(crawler.settings.getlist("KEHOACH_ALLOW_PRIVATE"))
        bound_headers()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's constructor."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Raise ForbiddenAddressError, which ends the request with that outcome."""
        portal = getattr(self._crawler.spider, "portal", None)
        check_request(request.url, portal.family if portal is not None else None, self._opened)
        for key in ("proxy", "bindaddress"):
            request.meta.pop(key, None)

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Tell a name that leads to a private address from one that leads nowhere."""
        if isinstance(exception, CannotResolveHostError):
            host = origin_of(request.url).host
            private = GuardedResolver.refused.get(host)
            if private:
                raise ForbiddenAddressError(f"{host} leads to the private address {private}") from exception
