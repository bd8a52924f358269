"""robots.txt and the pace of requests, stricter than Scrapy's own in the portal's favour."""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from scrapy import signals
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.extensions.throttle import AutoThrottle
from scrapy.utils.httpobj import urlparse_cached

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.core.downloader import Slot
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from scrapy.robotstxt import RobotParser

log = logging.getLogger(__name__)
LONGEST_CRAWL_DELAY = 60.0
SHORTEST_PAUSE = 0.005
"""A server that answers sooner is asked again at once where its portal's facts allow it: no rest, only a timer."""


class ForbiddenByRobotsError(IgnoreRequest):
    """robots.txt does not want this address fetched."""


class RobotsUnreachableError(IgnoreRequest):
    """robots.txt could not be had, so nothing may be fetched (RFC 9309, 2.3.1.4)."""


class RobotsMiddleware(RobotsTxtMiddleware):
    """Obeys robots.txt; a server error or no answer for it means that everything is forbidden for now.

    Requests that arrive while robots.txt is on its way wait for it one after the other: Scrapy lets them await one
    Deferred, of which only the first gets the rules and the others None, which would let them pass.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._reasons: dict[str, Exception] = {}

    async def robot_parser(self, request: Request) -> RobotParser | None:
        """The rules of the request's origin, or None where they could not be had."""
        async with self._turns[urlparse_cached(request).netloc]:
            return await super().robot_parser(request)

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        """Raise an error of our own, which tells the two cases apart."""
        if rp is None:
            reason = self._reasons.get(urlparse_cached(request).netloc)
            raise RobotsUnreachableError("robots.txt could not be fetched") from reason
        try:
            super().process_request_2(rp, request)
        except IgnoreRequest as error:
            raise ForbiddenByRobotsError("forbidden by robots.txt") from error

    def _robots_error(self, exc: Exception, netloc: str) -> None:
        self._reasons[netloc] = exc
        super()._robots_error(exc, netloc)

    async def _parse_robots(self, resp: Response, netloc: str, request: Request) -> None:
        if resp.status >= HTTPStatus.INTERNAL_SERVER_ERROR or resp.status == HTTPStatus.TOO_MANY_REQUESTS:
            raise RobotsUnreachableError(f"robots.txt answered {resp.status}")
        if resp.status >= HTTPStatus.BAD_REQUEST:
            resp = resp.replace(body=b"")
        await super()._parse_robots(resp, netloc, request)


class Pace(AutoThrottle):
    """AutoThrottle that never goes below the portal's delay, nor below the Crawl-delay of robots.txt."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._crawl_delay = 0.0
        crawler.signals.connect(self._robots_parsed, signal=signals.robots_parsed)

    def _start_delay(self) -> float:
        return float(self.mindelay)

    def _robots_parsed(self, robotparser: RobotParser, request: Request) -> None:
        asked = robotparser.crawl_delay(self.crawler.settings["USER_AGENT"])
        if not asked or asked <= self.mindelay:
            return
        self._crawl_delay = min(float(asked), LONGEST_CRAWL_DELAY)
        log.info("%s asks for %g seconds between requests.", request.url, asked)
        self.mindelay = self._crawl_delay
        downloader = self.crawler.engine.downloader if self.crawler.engine else None
        for slot in downloader.slots.values() if downloader else ():
            slot.delay = max(slot.delay, self._crawl_delay)

    def _adjust_delay(self, slot: Slot, latency: float, response: Response) -> Any:
        super()._adjust_delay(slot, latency, response)
        slot.delay = max(slot.delay if slot.delay >= SHORTEST_PAUSE else 0.0, self.mindelay)
