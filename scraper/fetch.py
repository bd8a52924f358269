"""Errands: a few pages fetched one after the other for a report, under the crawler's own rules.

Robots.txt, the guard, the pace and the limits are those of a crawl; nothing is stored. An errand is a coroutine that
asks for one address after the other and decides by each answer what to ask for next.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, ClassVar, Protocol
from urllib.parse import urlsplit

from scrapy import FormRequest, Request, Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import HtmlResponse
from scrapy.settings import Settings

from archive.addresses import canonical_address
from archive.errors import ArchiveError, UsageError
from scraper import settings as project_settings
from scraper.browser import DRAWING, NO_BROWSER, browser_path, drawing_settings
from scraper.cookies import cookie_settings
from scraper.drawing import Drawer
from scraper.identity import own_name
from scraper.origins import ForbiddenAddressError, allowed, belongs, opened_origins, origin_of
from scraper.outcomes import Failure, failure_of_error, failure_of_status
from scraper.politeness import RobotsUnreachableError
from scraper.reading import read_page
from scraper.tls import tls_settings

if TYPE_CHECKING:
    from scrapy.http import Response

    from scraper.facts import Portal

AT_ONCE = 16
MOST_HOPS = 5
TIMEOUT_SECONDS = 30.0
Form = tuple[tuple[str, str], ...]
_REFRESH = re.compile(r"<meta(?=[^>]+http-equiv\s*=\s*[\"']?refresh)[^>]+content\s*=\s*([^>]+)", re.IGNORECASE)
_SOON = re.compile(r"[\"']?\s*(?:\d|1[0-5])\s*[;,]\s*url\s*=\s*[\"']?([^\"' ]+)", re.IGNORECASE)
"""A page that shows itself for more than some seconds has something to show."""
_SCRIPT = re.compile(r"<script\b[^>]*>(.*?)</script|<body[^>]+onload\s*=\s*([^>]+)", re.IGNORECASE | re.DOTALL)
_SCRIPTED = re.compile(
    r"\blocation(?:\.href)?\s*=\s*[\"']([^\"']+)[\"']|\blocation\.(?:replace|assign)\(\s*[\"']([^\"']+)"
)
_HOST_ALONE = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d{1,5})?(?:/|$)")
_FRAMES = re.compile(r"<frame\s[^>]*src\s*=\s*[\"']?([^\"'\s>]+)[^>]*>", re.IGNORECASE)
_AT_EDGE = re.compile(
    r"\b(?:top|head\w*|banner|logo|menu\w*|left|right|bottom|foot\w*|nav\w*|trai|phai|tren|duoi)\b", re.IGNORECASE
)
"""Names of frames around the one in the middle."""
_LINK = re.compile(r"<a\s[^>]*href", re.IGNORECASE)
_STUB_BYTES = 2048


class PageUnavailableError(ArchiveError):
    """The page could not be had; the text says why."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking for one address.

    `url` is the address that answered, `hops` are those that led there. `failure` says why there is no page, and
    `moved_to` which address of another site the portal sends its visitors to. `drawn` is a page as a browser made it,
    of parts that further `hosts` gave.
    """

    url: str
    body: bytes = b""
    content_type: str = ""
    fetched_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    hops: tuple[str, ...] = ()
    failure: Failure | None = None
    moved_to: str | None = None
    drawn: bool = False
    hosts: frozenset[str] = frozenset()


class Get(Protocol):
    """How an errand asks for pages."""

    async def __call__(self, url: str, form: Form = ()) -> Answer:
        """The answer of an address, and where it led."""

    async def draw(self, answer: Answer) -> Answer:
        """The page of an answer as a browser draws it; with a failure where there is no browser."""


@dataclass(frozen=True, slots=True)
class Errand:
    """What to do at one site; `portal` keeps it to that portal's hosts. `delay` and `timeout` are in seconds."""

    starts: tuple[str, ...]
    run: Callable[[Get], Awaitable[None]]
    portal: Portal | None = None
    delay: float = 1.0
    timeout: float = TIMEOUT_SECONDS


class ErrandSpider(Spider):
    """Runs one errand inside Scrapy's engine."""

    name = "errand"
    errand: ClassVar[Errand]
    tasks: ClassVar[list[asyncio.Task[None]]]

    def __init__(self) -> None:
        super().__init__()
        self.portal = self.errand.portal
        self._drawer: Drawer | None = None

    async def start(self) -> AsyncIterator[Any]:
        """Run the errand; what it raises is kept in its task."""
        task = asyncio.ensure_future(_awaited(self.errand.run(self)))
        self.tasks.append(task)
        await asyncio.wait([task])
        requests: tuple[Request, ...] = ()
        for request in requests:
            yield request

    async def __call__(self, url: str, form: Form = ()) -> Answer:
        """Ask for an address and follow where it leads."""
        hops: list[str] = []
        while True:
            got = await self._ask(url, form)
            if not isinstance(got, str):
                return Answer(got.url, got.body, got.content_type, hops=tuple(hops), failure=got.failure)
            hops.append(url)
            if self._is_of_another(got):
                return Answer(url, hops=tuple(hops), moved_to=got)
            if len(hops) > MOST_HOPS:
                return Answer(url, hops=tuple(hops), failure=Failure(f"refused: more than {MOST_HOPS} redirects"))
            url, form = got, ()

    def _is_of_another(self, url: str) -> bool:
        """Whether an address is that of another site; where it may not be asked for at all, asking says why."""
        if self.portal is None or belongs(urlsplit(url).hostname or "", self.portal.family):
            return False
        return allowed(url, None, opened_origins(self.crawler.settings.getlist("KEHOACH_ALLOW_PRIVATE")))

    async def draw(self, answer: Answer) -> Answer:
        """Have a page drawn that was fetched before."""
        if browser_path() is None:
            return replace(answer, body=b"", failure=NO_BROWSER)
        self._drawer = self._drawer or Drawer(self.crawler)
        document = HtmlResponse(answer.url, body=answer.body, encoding="utf-8")
        request = self._drawer.request(document, most_loads=1)
        response, error = await self._download(request)
        if response is None:
            return replace(answer, body=b"", failure=failure_of_error(error))
        hosts = frozenset(request.meta[DRAWING].hosts) - {urlsplit(answer.url).hostname or ""}
        markup = "text/html; charset=utf-8"
        return replace(answer, body=response.body, content_type=markup, drawn=True, hosts=hosts)

    async def _ask(self, url: str, form: Form) -> Answer | str:
        """The answer of one address, or the address that it leads to."""
        meta = {"dont_redirect": True}
        request = FormRequest(url, formdata=list(form), meta=meta) if form else Request(url, meta=meta)
        response, error = await self._download(request)
        if isinstance(error, RobotsUnreachableError):
            return await self._why_no_robots(url, error)
        if response is None:
            return Answer(url, failure=failure_of_error(error))
        return _leads_to(response) or _answer(response)

    async def _why_no_robots(self, url: str, error: RobotsUnreachableError) -> Answer | str:
        """What stands behind a robots.txt that could not be had: the same, mostly, as behind the rest of the host."""
        parts = urlsplit(url)
        meta = {"dont_redirect": True, "dont_obey_robotstxt": True}
        response, cause = await self._download(Request(f"{parts.scheme}://{parts.netloc}/robots.txt", meta=meta))
        if response is None:
            return Answer(url, failure=failure_of_error(cause))
        elsewhere = _leads_to(response)
        if elsewhere is not None and urlsplit(elsewhere).hostname != parts.hostname:
            return elsewhere
        answered = failure_of_status(response)
        return Answer(url, failure=Failure(f"{answered.outcome} (robots.txt)") if answered else failure_of_error(error))

    async def _download(self, request: Request) -> tuple[Response | None, BaseException | None]:
        assert self.crawler.engine is not None
        task = asyncio.ensure_future(self.crawler.engine.download_async(request))
        await asyncio.wait([task])
        error = task.exception()
        return (None, error) if error is not None else (task.result(), None)


async def _awaited(action: Awaitable[None]) -> None:
    await action


def _leads_to(response: Response) -> str | None:
    location = response.headers.get("Location") if 300 <= response.status < 400 else None
    return canonical_address(location.decode("utf-8", "replace"), response.url) if location else None


def _answer(response: Response) -> Answer:
    failure = failure_of_status(response)
    content_type = (response.headers.get("Content-Type") or b"").decode("latin-1")
    return Answer(response.url, b"" if failure else response.body, content_type, failure=failure)


def leads_on(answer: Answer) -> str | None:
    """Where a page without content of its own sends its visitors.

    That is by a refresh in its head, by its only script, or by the frame in the middle of it.
    """
    head = answer.body[:4096].decode("latin-1")
    refresh = _REFRESH.search(head)
    found = _SOON.match(refresh[1]) if refresh else None
    if found is None and len(answer.body) < _STUB_BYTES and len(_LINK.findall(head)) <= 1:
        found = _SCRIPTED.search(" ".join(map("".join, _SCRIPT.findall(head))))
    if found is None and "<frameset" in head.lower():
        frames = list(_FRAMES.finditer(head))
        found = next((frame for frame in frames if not _AT_EDGE.search(frame[0].replace("_", " "))), None)
    address = canonical_address(next(filter(None, found.groups())), answer.url) if found else None
    return address if address != answer.url else None


def is_unread(answer: Answer) -> bool:
    """Whether a page prints nothing that could be read, and only a script would draw it."""
    reading = read_page(answer.body, answer.url, content_type=answer.content_type, fetched_at=answer.fetched_at)
    return reading.outcome == "undrawn"


def run_errands(errands: Sequence[Errand], *, contact: str = "", allow_private: Iterable[str] = ()) -> None:
    """Run errands, a few at a time; raises UsageError for a start that is no web address and without a contact.

    Raises too what an errand raised.
    """
    opened = list(allow_private)
    for address in (start for errand in errands for start in errand.starts):
        try:
            origin_of(address)
        except ForbiddenAddressError as error:
            shape = f"https://{address}" if _HOST_ALONE.match(address) else "an address as in https://angiang.gov.vn/"
            raise UsageError(f"{error}; write {shape}.") from error
    agents = [user_agent(errand.starts, contact, opened) for errand in errands]
    settings = Settings()
    settings.setmodule(project_settings, priority="project")
    settings.setdict({"KEHOACH_ALLOW_PRIVATE": opened, "LOG_INSTALL_ROOT_HANDLER": False}, priority="cmdline")
    process = AsyncCrawlerProcess(settings)
    logging.getLogger("scrapy").setLevel(logging.CRITICAL)  # an errand reports its failures itself
    tasks: list[asyncio.Task[None]] = []
    waiting = deque(_spider_class(errand, agent, tasks) for errand, agent in zip(errands, agents, strict=True))

    def start_next(_: object = None) -> None:
        if waiting:
            process.crawl(waiting.popleft()).add_done_callback(start_next)

    for _ in range(min(AT_ONCE, len(errands))):
        start_next()
    process.start(stop_after_crawl=True)
    for task in tasks:
        if task.done():
            task.result()


def user_agent(addresses: Iterable[str], contact: str, allow_private: Iterable[str]) -> str:
    """How we name ourselves; raises UsageError where nobody could write to us and not all addresses are opened."""
    agent = own_name(addresses, contact, allow_private)
    if agent is not None:
        return agent
    raise UsageError(
        "Name a mail or web address with --contact or KEHOACH_CONTACT, or open a server of your own with"
        " --allow-private HOST:PORT: a fetch says whose it is."
    )


def _spider_class(errand: Errand, agent: str, tasks: list[asyncio.Task[None]]) -> type[ErrandSpider]:
    portal = errand.portal
    own = {
        "USER_AGENT": agent,
        "DOWNLOAD_DELAY": errand.delay,
        "DOWNLOAD_TIMEOUT": errand.timeout,
        **cookie_settings(portal),
        **(tls_settings(portal) if portal else {}),
        **drawing_settings(),
    }
    return type("ErrandSpider", (ErrandSpider,), {"errand": errand, "tasks": tasks, "custom_settings": own})


def fetch_one(address: str, *, contact: str, allow_private: Iterable[str]) -> tuple[bytes, str, str, datetime]:
    """Body, final address, content type and time of one page; raises PageUnavailableError or UsageError."""
    answers: list[Answer] = []

    async def run(get: Get) -> None:
        answer = await get(address)
        answers.append(await get.draw(answer) if answer.failure is None and is_unread(answer) else answer)

    run_errands([Errand((address,), run)], contact=contact, allow_private=allow_private)
    if not answers:
        raise PageUnavailableError(f"{address} could not be read: the fetch was stopped.")
    [answer] = answers
    if answer.failure is not None:
        raise PageUnavailableError(f"{address} could not be read: {answer.failure.outcome}.")
    return answer.body, answer.url, answer.content_type, answer.fetched_at
