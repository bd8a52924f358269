"""Fetching one page under the crawler's own rules: robots.txt, the guard, the limits."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response
from scrapy.settings import Settings

from archive.errors import ArchiveError, UsageError
from archive.version import software
from scraper import settings as project_settings
from scraper.guard import opened_origins, origin_of
from scraper.outcomes import failure_of_error, failure_of_status

if TYPE_CHECKING:
    from twisted.python.failure import Failure as TwistedFailure


class PageUnavailableError(ArchiveError):
    """The page could not be had; the text says why."""


class OnePage(Spider):
    """Fetches one address and leaves the answer, or why there is none, in `found`."""

    name = "one-page"

    def __init__(self, address: str, found: dict[str, Any]) -> None:
        super().__init__()
        self._address = address
        self._found = found

    async def start(self) -> AsyncIterator[Request]:
        """The one request."""
        yield Request(self._address, callback=self.answered, errback=self.unanswered)

    def answered(self, response: Response) -> None:
        """Keep the answer."""
        failure = failure_of_status(response)
        if failure:
            self._found["failure"] = failure.outcome
        else:
            self._found["response"] = response

    def unanswered(self, failure: TwistedFailure) -> None:
        """Keep the reason."""
        self._found["failure"] = failure_of_error(failure.value).outcome


def fetch_one(address: str, *, contact: str, allow_private: Iterable[str]) -> tuple[bytes, str, str, datetime]:
    """Body, final address, content type and time of one page; raises PageUnavailableError or UsageError."""
    opened = list(allow_private)
    if not contact and origin_of(address) not in opened_origins(opened):
        raise UsageError("Name a mail or web address with --contact or KEHOACH_CONTACT: a fetch says whose it is.")
    settings = Settings()
    settings.setmodule(project_settings, priority="project")
    agent = f"{software()} (+{contact})" if contact else software()
    own = {"USER_AGENT": agent, "KEHOACH_ALLOW_PRIVATE": opened, "LOG_INSTALL_ROOT_HANDLER": False}
    settings.setdict(own, priority="cmdline")
    found: dict[str, Any] = {}
    process = AsyncCrawlerProcess(settings)
    process.crawl(OnePage, address=address, found=found)
    process.start(stop_after_crawl=True)
    response: Response | None = found.get("response")
    if response is None:
        raise PageUnavailableError(f"{address} could not be read: {found.get('failure', 'the fetch was stopped')}.")
    content_type = (response.headers.get("Content-Type") or b"").decode("latin-1")
    return response.body, response.url, content_type, datetime.now(UTC)
