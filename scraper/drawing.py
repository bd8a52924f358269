"""One page being drawn: what its scripts ask for is fetched by Scrapy, or not at all."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from scrapy import Request

from archive.counted import counted
from archive.vietnamese.encodings import decode
from scraper.browser import DRAWING, SLOT
from scraper.origins import origin_of
from scraper.reading.stubs import is_stub
from scraper.stubs import ASKED_AGAIN, COOKIES
from scraper.turning import COUNT_LINKS, HAS_TURNED, NEW_RECORDS, PUSH_MORE, TURN_BACK, TURN_PAGE

if TYPE_CHECKING:
    from playwright.async_api import Page, Route, WebSocketRoute
    from playwright.async_api import Request as Asked
    from scrapy.crawler import Crawler
    from scrapy.http import Response

log = logging.getLogger(__name__)
QUIET_MILLISECONDS = 15_000.0
MOST_PARTS = 80
MOST_BYTES = 20 * 2**20
_TICK_SECONDS = 0.25
_PATIENCE = 8
"""Ticks without an open request after which a list is taken to have ended."""
_FETCHED = frozenset({"script", "xhr", "fetch"})
_METHODS = frozenset({"GET", "HEAD", "POST"})
_TOLD_BY_BROWSER = ("accept", "content-type", "referer", "x-requested-with", "authorization")
_OF_TRANSFER = frozenset({b"content-encoding", b"content-length", b"transfer-encoding", b"set-cookie", b"connection"})
_CONTEXT = {"service_workers": "block", "accept_downloads": False, "locale": "vi-VN", "timezone_id": "Asia/Ho_Chi_Minh"}


class Drawing:
    """One page being drawn: answers what its scripts ask for, from Scrapy or not at all.

    `hosts` are those that gave a part of the page, `loads` is how often its list loaded more, `is_cut` says that it
    would have gone on.
    """

    def __init__(
        self,
        document: Response,
        crawler: Crawler,
        scripts: dict[str, Response],
        *,
        most_loads: int = 0,
        goes_on: Callable[[str], bool] | None = None,
    ) -> None:
        self._document = document
        self._most_loads = most_loads
        self._goes_on = goes_on
        self.loads = 0
        self.is_cut = False
        self._crawler = crawler
        self._scripts = scripts
        self._page: Page | None = None
        self.hosts: set[str] = set()
        self._opened = False
        self._is_stub = is_stub(decode(document.body).text)
        self._renewed = False
        self._open_parts = 0
        self._parts = 0
        self._bytes = 0

    async def begin(self, page: Page, request: Request) -> None:  # noqa: ARG002
        """scrapy-playwright's hook before the page is opened."""
        self._page = page
        await page.route("**/*", self._answer)
        await page.route_web_socket("**/*", _cut)
        page.on("popup", _closed)

    async def close(self) -> None:
        """Close the page, whatever its scripts are doing."""
        if self._page is not None:
            await _closed(self._page)

    async def _answer(self, route: Route) -> None:
        from playwright.async_api import Error as PlaywrightError

        asked = route.request
        with suppress(PlaywrightError):  # the page may be gone by now
            if asked.is_navigation_request() and (document := await self._document_for(asked)) is not None:
                markup = decode(document.body).text
                said = {"content-type": "text/html; charset=utf-8"}
                if self._renewed and is_stub(markup):
                    said["content-security-policy"] = "script-src 'none'"  # it is shown, and asks no more
                await route.fulfill(status=200, headers=said, body=markup.encode("utf-8", "replace"))
            elif asked.resource_type == "stylesheet":
                await route.fulfill(status=200, content_type="text/css", body="")
            elif (response := await self._part(asked)) is not None:
                await route.fulfill(status=response.status, headers=_headers(response), body=response.body)
            else:
                await route.abort()

    async def _document_for(self, asked: Asked) -> Response | None:
        """The page's own document at first, then only the one that a stub asks for once it has computed its cookie.

        That cookie holds for the rest of the crawl.
        """
        if not self._opened:
            self._opened = True
            return self._document
        if not self._is_stub or self._renewed or self._page is None:
            return None
        if origin_of(asked.url) != origin_of(self._document.url):
            return None
        self._renewed = True
        cookies = {cookie["name"]: cookie["value"] for cookie in await self._page.context.cookies(asked.url)}
        return await _fetched(self._crawler, Request(asked.url, meta={COOKIES: cookies, ASKED_AGAIN: True}))

    async def _part(self, asked: Asked) -> Response | None:
        """What a script of the page asks for; None where it is not fetched, or could not be had."""
        if asked.resource_type not in _FETCHED or asked.method not in _METHODS:
            return None
        if asked.resource_type == "script" and asked.url in self._scripts:
            return self._scripts[asked.url]
        if self._parts >= MOST_PARTS + self._most_loads or self._bytes >= MOST_BYTES:
            return None
        self._parts += 1
        headers = {name: value for name, value in asked.headers.items() if name in _TOLD_BY_BROWSER}
        request = Request(asked.url, method=asked.method, headers=headers, body=asked.post_data_buffer or b"")
        self._open_parts += 1
        response = await _fetched(self._crawler, request)
        self._open_parts -= 1
        if response is not None:
            self.hosts.add(origin_of(response.url).host)
            self._bytes += len(response.body)
            if asked.resource_type == "script" and sum(len(kept.body) for kept in self._scripts.values()) < MOST_BYTES:
                self._scripts[asked.url] = response
        return response

    async def settle(self, page: Page) -> None:
        """Wait until the page's scripts ask for nothing more, then load what a list hides behind its end.

        A page that never rests is taken as it is, a list that never ends after `most_loads`, which is logged.
        """
        from playwright.async_api import TimeoutError as PlaywrightTimeoutError

        with suppress(PlaywrightTimeoutError):
            await page.wait_for_load_state("networkidle", timeout=QUIET_MILLISECONDS)
        while self.loads < self._most_loads and await self._wants_more(page):
            if not (await self._turn(page, self.loads + 2) or await self._load_more(page)):
                return
            self.loads += 1
        if self._goes_on is not None and 0 < self._most_loads <= self.loads:
            self.is_cut = True
            log.warning("%s: its list goes on after %s; the rest was left.", page.url, counted(self.loads, "load"))

    async def _wants_more(self, page: Page) -> bool:
        """Whether more of the list is wanted behind what came last."""
        return self._goes_on is None or self._goes_on(await page.evaluate(NEW_RECORDS))

    async def _load_more(self, page: Page) -> bool:
        """Go to the end of the page and push its one button for more; whether links were added."""
        before = await page.evaluate(COUNT_LINKS)
        await page.evaluate(PUSH_MORE)
        return await self._comes(page, f"({COUNT_LINKS})() > {before}")

    async def _turn(self, page: Page, number: int) -> bool:
        """Turn to a page of the list by a click on its number, keeping the one before; whether another one came."""
        if not await page.evaluate(TURN_PAGE, number):
            return False
        turned = await self._comes(page, f"({HAS_TURNED})()")
        if not turned:
            await page.evaluate(TURN_BACK)
        return turned

    async def _comes(self, page: Page, what: str) -> bool:
        """Whether an expression becomes true before the page has rested for a while."""
        quiet = 0
        while quiet < _PATIENCE:
            await asyncio.sleep(_TICK_SECONDS)
            quiet = 0 if self._open_parts else quiet + 1
            if quiet and await page.evaluate(what):
                return True
        return False


class Drawer:
    """Draws the pages of one crawl; scripts that several pages share are fetched once."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._scripts: dict[str, Response] = {}

    def request(
        self, document: Response, *, most_loads: int = 0, goes_on: Callable[[str], bool] | None = None, **more: Any
    ) -> Request:
        """The request that draws a page whose document was fetched; its answer is the document as it is then.

        `most_loads` is how often a list that loads more of itself may do so; `goes_on` is asked each time whether more
        is wanted, with the markup of the records that came last.
        """
        from scrapy_playwright.page import PageMethod

        drawing = Drawing(document, self._crawler, self._scripts, most_loads=most_loads, goes_on=goes_on)
        meta = {
            "playwright": True,
            "playwright_context_kwargs": {**_CONTEXT, "user_agent": self._crawler.settings["USER_AGENT"]},
            "playwright_page_init_callback": drawing.begin,
            "playwright_page_methods": [PageMethod(drawing.settle)],
            DRAWING: drawing,
            "download_slot": SLOT,
            "autothrottle_dont_adjust_delay": True,
        }
        return Request(document.url, meta=meta | more.pop("meta", {}), dont_filter=True, **more)


async def _fetched(crawler: Crawler, request: Request) -> Response | None:
    assert crawler.engine is not None
    task: asyncio.Future[Response] = asyncio.ensure_future(crawler.engine.download_async(request))
    await asyncio.wait([task])
    return None if task.exception() is not None else task.result()


def _headers(response: Response) -> dict[str, str]:
    """What the portal said of a part, but for what belongs to its transfer."""
    return {
        name.decode("latin-1"): b", ".join(values).decode("latin-1")
        for name, values in response.headers.items()
        if name.lower() not in _OF_TRANSFER
    }


async def _cut(socket: WebSocketRoute) -> None:
    await socket.close()


async def _closed(page: Page) -> None:
    from playwright.async_api import Error as PlaywrightError

    with suppress(PlaywrightError):
        await page.close()
