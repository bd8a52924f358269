"""A demo portal and an archive whose clock a test moves: real requests and answers, without Scrapy's engine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qsl, urljoin, urlsplit

from scrapy import Request as Asked
from scrapy.exceptions import DownloadConnectionRefusedError, IgnoreRequest
from scrapy.http import HtmlResponse

from archive.folder import ArchiveFolder
from archive.writer import ArchiveWriter, writing
from scraper.demo.content import PORTALS, articles
from scraper.demo.exchange import Request, Response
from scraper.demo.platforms import PLATFORMS
from scraper.demo.site import DemoSite
from scraper.evidence import EvidenceMiddleware
from scraper.facts import Portal, load_demo_portals
from scraper.origins import ForbiddenAddressError, check_request, opened_origins
from scraper.portal import ENTRY, spider_class
from scraper.session import CrawlSession, RunReport
from scraper.visit import Visit

SHOWN = 7
MOST_REDIRECTS = 5
FIRST_DAY = datetime(2019, 9, 1, 2, 0, tzinfo=UTC)


@dataclass
class PassingDays:
    """One portal; `moment` is the time of both clocks, `dead` a host that answers nothing."""

    folder: ArchiveFolder
    site: DemoSite
    portal: Portal
    moment: datetime = FIRST_DAY
    dead: bool = False
    asked: list[str] = field(default_factory=list)

    def now(self) -> datetime:
        return self.moment

    def later(self, days: float) -> None:
        self.moment += timedelta(days=days)

    @contextmanager
    def archive(self) -> Iterator[ArchiveWriter]:
        with writing(self.folder, clock=self.now) as writer:
            yield writer

    def query(self, sql: str, *values: Any) -> list[Any]:
        with self.archive() as writer:
            return writer.execute(sql, values).fetchall()

    def crawl(self, **options: Any) -> RunReport:
        """One run, to its end."""
        self.asked.clear()
        with self.archive() as writer, ExitStack() as resources:
            session = CrawlSession(writer, **options)
            visit = Visit(session, self.portal, retry_base=0.0)
            spider: Any = spider_class(self.portal)(session, visit, resources)
            evidence = EvidenceMiddleware(SimpleNamespace(spider=spider))  # type: ignore[arg-type]
            visit.begin()
            while spider.has_more():
                request = spider.next_request()
                if request is None:
                    break
                self._download(spider, evidence, request)
            if session.failure is not None:
                raise session.failure
            visit.conclude("finished")
        return visit.report

    def _download(self, spider: Any, evidence: EvidenceMiddleware, request: Asked) -> None:
        if self.dead:
            spider.unanswered(request.meta[ENTRY], DownloadConnectionRefusedError("refused"))
            return
        try:
            check_request(request.url, self.portal.family, opened_origins([self.site.origin]))
        except ForbiddenAddressError as error:
            spider.unanswered(request.meta[ENTRY], error)
            return
        evidence.process_request(request)
        answer = self._answer(request)
        response = HtmlResponse(
            request.url,
            status=answer.status,
            headers=dict(answer.headers) | {"Content-Type": answer.content_type},
            body=answer.body,
            request=request,
        )
        evidence.process_response(request, response)
        location, hops = answer.header("Location"), request.meta.get("redirect_times", 0)
        if location is None:
            spider.answered(response)
        elif hops == MOST_REDIRECTS:
            spider.unanswered(request.meta[ENTRY], IgnoreRequest("max redirections reached"))
        else:
            meta = request.meta | {"redirect_times": hops + 1}
            self._download(spider, evidence, request.replace(url=urljoin(request.url, location), meta=meta))

    def _answer(self, request: Asked) -> Response:
        parts = urlsplit(request.url)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        self.asked.append(target)
        headers = {name.decode().lower(): values[-1].decode() for name, values in request.headers.items()}
        form = dict(parse_qsl(request.body.decode(), keep_blank_values=True))
        return self.site.answer(Request(request.method, target, headers, form))


def passing_days(folder: ArchiveFolder, name: str = "demo-kon-tum", moment: datetime = FIRST_DAY) -> PassingDays:
    """A demo portal as it was in the summer of 2019, before anything was crawled."""
    days = PassingDays(folder, None, load_demo_portals()[name], moment)  # type: ignore[arg-type]
    shown = sorted(articles(name), key=lambda article: article.published)
    early = sum(article.published < moment.replace(tzinfo=None) for article in shown)
    days.site = DemoSite(name, PORTALS[name], PLATFORMS[name], shown[max(early - SHOWN, 0) : early + 3], days.now)
    days.site.port = 8610
    return days
