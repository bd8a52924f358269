"""The spider that any portal becomes, and the loader that makes one of each portal's facts."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import ExitStack, suppress
from datetime import UTC, date, datetime
from functools import cached_property, partial
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar

from scrapy import FormRequest, Request, Spider, signals
from scrapy.http import Response

from archive.addresses import is_plain
from archive.database import plain_errors
from archive.errors import ArchiveError, UsageError
from archive.folder import ArchiveFolder, default_folder
from archive.model import Capture, Exchange
from archive.writer import writing
from scraper.browser import DRAWING, NO_BROWSER, browser_path, drawing_settings
from scraper.cookies import cookie_settings
from scraper.drawing import Drawer
from scraper.drawnlist import DrawnList
from scraper.evidence import CAPTURE, DRAWN, UNCHANGED_SINCE, ask_whether_changed
from scraper.facts import Portal, load_demo_portals, load_portals
from scraper.identity import own_name
from scraper.ledger import MOST_IN_FLIGHT, LedgerEntry
from scraper.origins import origin_of
from scraper.outcomes import failure_of_error, failure_of_status
from scraper.rests import RestingError, asked_rest
from scraper.session import CrawlSession, about_crawl, not_ahead
from scraper.settings import DOWNLOAD_MAXSIZE
from scraper.tls import tls_settings
from scraper.visit import Visit

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.settings import BaseSettings

log = logging.getLogger(__name__)
ENTRY = "kehoach_entry"
LISTED = "kehoach_listed"
LONGEST_IDLE_SECONDS = 1.0
T = TypeVar("T")


class NoContactError(UsageError):
    """A portal on the open internet may only be crawled under a name that can be written to."""


class PortalSpider(Spider):
    """Carries requests and answers between Scrapy and a `Visit`, which knows what they mean."""

    portal: Portal

    def __init__(self, session: CrawlSession, visit: Visit, resources: ExitStack) -> None:
        super().__init__(self.portal.name)
        self.visit = visit
        self._session = session
        self._resources = resources
        self._drawer: Drawer | None = None
        self._file_limits: dict[str, float] = {}
        self._moved = asyncio.Event()
        self._ended = False

    @classmethod
    def from_crawler(cls, crawler: Crawler, *, session: CrawlSession | None = None, **kwargs: Any) -> Self:
        """Scrapy's constructor; whoever starts the spider without a session gets one of its own."""
        resources = ExitStack()
        session = session or own_session(crawler.settings, resources, **kwargs)
        retry_base = crawler.settings.getfloat("KEHOACH_RETRY_BASE_SECONDS")
        spider = cls(session, Visit(session, cls.portal, retry_base=retry_base), resources)
        spider._set_crawler(crawler)
        spider._file_limits = {
            "download_maxsize": crawler.settings.getint("KEHOACH_FILE_MAXSIZE"),
            "download_timeout": crawler.settings.getfloat("KEHOACH_FILE_TIMEOUT"),
        }
        crawler.signals.connect(spider._begin, signal=signals.spider_opened)
        crawler.signals.connect(spider._end, signal=signals.spider_closed)
        crawler.signals.connect(spider._robots_parsed, signal=signals.robots_parsed)
        return spider

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """Scrapy's hook: the portal's facts become settings; raises NoContactError."""
        super().update_settings(settings)
        facts = {
            "DOWNLOAD_DELAY": cls.portal.delay,
            **cookie_settings(cls.portal),
            **tls_settings(cls.portal),
            "USER_AGENT": user_agent(
                cls.portal, settings["KEHOACH_CONTACT"], settings.getlist("KEHOACH_ALLOW_PRIVATE")
            ),
        }
        settings.setdict(facts | (drawing_settings() if cls.portal.script else {}), priority="spider")

    async def start(self) -> AsyncIterator[Any]:
        """Fetch what the ledger gives to the end; Scrapy's own queue stays empty.

        What is being fetched when Scrapy stops comes to its end first.
        """
        lanes = [asyncio.ensure_future(self._fetch()) for _ in range(MOST_IN_FLIGHT)]
        await asyncio.wait(lanes)
        for lane in lanes:
            lane.result()
        requests: tuple[Request, ...] = ()
        for request in requests:
            yield request

    async def _fetch(self) -> None:
        """One request of the ledger after the other; waits where none is due, and where Scrapy is closing."""
        engine = self.crawler.engine
        assert engine is not None
        try:
            while not self._ended:
                request = None if engine.needs_backout() else self.next_request()
                if request is not None:
                    await self._carry(request)
                    self._moved.set()
                elif self.has_more():
                    self._moved.clear()
                    with suppress(TimeoutError):
                        await asyncio.wait_for(self._moved.wait(), LONGEST_IDLE_SECONDS)
                else:
                    return
        finally:
            self._moved.set()

    async def _carry(self, request: Request) -> None:
        """A request to its outcome, through redirects and the drawing of its page."""
        engine = self.crawler.engine
        assert engine is not None
        entry: LedgerEntry = request.meta[ENTRY]
        following: Request | None = request
        try:
            while following is not None:
                try:
                    response = await engine.download_async(following)
                except RestingError as error:
                    self._attempt(partial(self.visit.put_off, entry, error.seconds))
                    return
                except Exception as error:  # noqa: BLE001 - its name becomes the outcome
                    self.unanswered(entry, error)
                    return
                following = self.answered(response)
        except BaseException:
            self.visit.release(entry)
            raise

    def next_request(self) -> Request | None:
        """The next request of the ledger, or None when nothing is due."""
        entry = self._attempt(self.visit.next_entry)
        if entry is None:
            return None
        if entry.form:
            return FormRequest(entry.url, formdata=list(entry.form), meta={ENTRY: entry})
        request = Request(entry.url, meta={ENTRY: entry, "verbatim_url": is_plain(entry.url)})
        if entry.is_file:
            request.headers["Accept"] = "*/*"
            request.meta.update(self._file_limits)
        elif self.portal.script:
            return request
        return request if entry.last is None else ask_whether_changed(request, entry.last)

    def _robots_parsed(self, robotparser: Any) -> None:
        """Walk the site maps that a robots.txt names (Protego reads them, Scrapy does not pass them on)."""
        addresses = list(robotparser.rp.sitemaps)
        self._attempt(lambda: self.visit.walk.map_out(addresses))

    def has_more(self) -> bool:
        """Whether the ledger still has something for this run."""
        return bool(self._attempt(self.visit.has_more))

    def now(self) -> datetime:
        """The time by the archive's clock."""
        return self._session.writer.now()

    def keep(self, exchange: Exchange) -> Capture | None:
        """Write an answer to the archive; None where the archive failed."""
        return self._attempt(lambda: self.visit.keep(exchange))

    def answered(self, response: Response) -> Request | None:
        """An answer came; where only a script draws its page, the request that has it drawn."""
        entry: LedgerEntry = response.meta[ENTRY]
        capture: Capture | None = response.meta.get(CAPTURE)
        if response.status == HTTPStatus.NOT_MODIFIED and UNCHANGED_SINCE in response.meta and capture is not None:
            self._attempt(lambda: self.visit.unchanged(entry, capture))
            return None
        failure = failure_of_status(response)
        if failure:
            self._attempt(lambda: self.visit.failed(entry, failure, asked_rest(response, datetime.now(UTC)), capture))
            return None
        content_type = (response.headers.get("Content-Type") or b"").decode("latin-1")
        if capture is None:
            return None
        drawn = DRAWN in response.flags
        rest = response.meta[LISTED].rest() if drawn else None
        if drawn and response.meta[DRAWING].is_cut:
            self.visit.report.counts["ceiling"] = 1
        url = response.request.url if drawn and response.request else response.url
        if entry.is_title and response.request is not None and response.request.method == "POST":
            url = entry.url  # where a redirect had the form sent on, nothing is known to answer to the address alone
        final = drawn or not self.portal.script or entry.kind == "attachment"
        done = self._attempt(
            lambda: self.visit.page(entry, response.body, url, content_type, capture, final=final, rest=rest)
        )
        return self._draw(entry, response) if done is False else None

    def _draw(self, entry: LedgerEntry, response: Response) -> Request | None:
        if browser_path() is None:
            self._attempt(lambda: self.visit.failed(entry, NO_BROWSER))
            return None
        self._drawer = self._drawer or Drawer(self.crawler)
        most = self.portal.max_pages - 1 if entry.kind == "listing" else 0
        listed = DrawnList(self.visit.walk, entry, response.url, until_known=self._session.first_pages)
        request = self._drawer.request(response, most_loads=most, goes_on=listed.goes_on)
        request.meta.update({ENTRY: entry, LISTED: listed})
        return request

    def unanswered(self, entry: LedgerEntry, error: BaseException) -> None:
        """No answer came."""
        limits = self._file_limits if entry.is_file else {}
        limit = int(limits.get("download_maxsize", DOWNLOAD_MAXSIZE))
        self._attempt(lambda: self.visit.failed(entry, failure_of_error(error, limit)))

    def _begin(self) -> None:
        self._attempt(self.visit.begin)

    def _end(self, reason: str) -> None:
        self._ended = True
        self._moved.set()
        report = self.visit.report
        self._attempt(lambda: self.visit.conclude(reason))
        if self._session.failure is not None:
            report.state, report.reason = "failed", str(self._session.failure)
        self._session.watcher.ended(report)
        self._resources.close()

    def _attempt(self, action: Callable[[], T]) -> T | None:
        """Do something with the archive. Once it cannot be written nothing more is, and the entries stay open."""
        session = self._session
        if session.failure is not None:
            return None
        try:
            with plain_errors(session.writer.folder):
                return action()
        except (ArchiveError, OSError) as error:
            session.fail(error if isinstance(error, ArchiveError) else ArchiveError(f"Writing failed: {error}."))
            log.error("%s", session.failure)
            return None


class PortalLoader:
    """Scrapy's spider loader: a spider class for each portal, made from its facts."""

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> Self:
        """Scrapy's constructor."""
        del settings
        return cls()

    @cached_property
    def _portals(self) -> dict[str, Portal]:
        """Every packaged portal, those of KEHOACH_PORTALS, and the demo's; a crawl of given portals asks for none."""
        return load_portals() | load_demo_portals()

    def load(self, spider_name: str) -> type[Spider]:
        """The spider class of a portal; raises KeyError, as Scrapy expects."""
        return spider_class(self._portals[spider_name])

    def list(self) -> list[str]:
        """The names of all portals."""
        return sorted(self._portals)

    def find_by_request(self, request: Request) -> list[str]:  # type: ignore[valid-type]
        """The portals that an address belongs to."""
        host = origin_of(request.url).host
        return [name for name, portal in sorted(self._portals.items()) if host in portal.family]


def spider_class(portal: Portal) -> type[PortalSpider]:
    """The spider of one portal."""
    return type("PortalSpider", (PortalSpider,), {"name": portal.name, "portal": portal, "__module__": __name__})


def user_agent(portal: Portal, contact: str, allow_private: Iterable[str]) -> str:
    """How we name ourselves to a portal; raises UsageError where nobody could write to us."""
    agent = own_name(portal.start, contact, allow_private)
    if agent is not None:
        return agent
    raise NoContactError(
        f"To crawl {portal.name} the crawler must say who it is: name a mail or web address with --contact or "
        "KEHOACH_CONTACT, so that the portal's webmaster can write to you."
    )


def own_session(
    settings: BaseSettings,
    resources: ExitStack,
    *,
    archive: str | None = None,
    since: str | None = None,
    max_pages: str | None = None,
    **others: str,
) -> CrawlSession:
    """A session for one spider that nobody else brought one for, from `-a name=value`; raises UsageError."""
    if others:
        raise UsageError(f"A crawl takes archive, since and max_pages, not {', '.join(others)}.")
    try:
        day = date.fromisoformat(since) if since else None
        pages = int(max_pages) if max_pages else None
    except ValueError as error:
        raise UsageError(f"since is a day like 2020-01-31, max_pages a number ({error}).") from error
    day = not_ahead(day)
    writer = resources.enter_context(writing(folder_of(settings, archive), settings=about_crawl(settings)))
    return CrawlSession(writer, since=day, max_pages=pages)


def folder_of(settings: BaseSettings, archive: str | None) -> ArchiveFolder:
    """The archive that is named, else that of the settings."""
    return ArchiveFolder(Path(archive or settings["KEHOACH_ARCHIVE"] or default_folder()))
