"""Drawing pages that only a script fills, with scrapy-playwright and the Chromium of the operating system.

The browser has no network of its own: its proxy does not exist. What a page asks for is fetched by Scrapy, so the
guard, robots.txt, the pace, the limits and the evidence are those of any other request, and the page's own document,
fetched before, is not asked for again. Pictures, fonts, frames and whatever only decorates are not fetched at all.
"""

from __future__ import annotations

import asyncio
import os
import shutil
from typing import TYPE_CHECKING, Any

from scrapy import Request
from scrapy.exceptions import DownloadTimeoutError

from scraper.client.handler import ClientHandler
from scraper.outcomes import Failure

if TYPE_CHECKING:
    from scrapy.http import Response
    from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler

    from scraper.drawing import Drawing

BROWSERS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
DRAWING = "kehoach_drawing"
SLOT = "drawing"
SLOTS = {SLOT: {"concurrency": 1, "delay": 0.0, "jitter": 0.0}}
NO_BROWSER = Failure(
    "undrawn: only a script draws this page, and no Chromium is found on the PATH to draw it with; "
    "install one (`apt-get install chromium`)"
)
_CLOSING_SECONDS = 5.0
_NO_NETWORK = (
    "--proxy-server=http://no-network.invalid:1",
    "--proxy-bypass-list=<-loopback>",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-background-networking",
    "--disable-dev-shm-usage",
)


def browser_path() -> str | None:
    """The Chromium on the PATH; None where there is none."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def drawing_settings() -> dict[str, Any]:
    """The settings of a crawl that may draw. The sandbox needs a user other than root."""
    launch = {
        "executable_path": browser_path(),
        "headless": True,
        "args": list(_NO_NETWORK),
        "chromium_sandbox": os.geteuid() != 0,
    }
    handler = "scraper.browser.DrawingHandler"
    return {
        "DOWNLOAD_HANDLERS": {"http": handler, "https": handler},
        "DOWNLOAD_SLOTS": SLOTS,
        "PLAYWRIGHT_LAUNCH_OPTIONS": launch,
        "PLAYWRIGHT_MAX_PAGES_PER_CONTEXT": 1,
        "PLAYWRIGHT_PROCESS_REQUEST_HEADERS": None,
        "PLAYWRIGHT_DEFAULT_NAVIGATION_TIMEOUT": 0,
    }


class DrawingHandler(ClientHandler):
    """The crawler's client, and scrapy-playwright's behind it from the first page on that is to be drawn."""

    _playwright: ScrapyPlaywrightDownloadHandler | None = None

    async def download_request(self, request: Request) -> Response:
        """The answer, or for a request of a `Drawer` the drawn document.

        Raises DownloadTimeoutError where the page, or a further load of its list, takes too long.
        """
        drawing: Drawing | None = request.meta.get(DRAWING)
        if drawing is None:
            return await super().download_request(request)
        playwright = await self._ready()
        task = asyncio.ensure_future(playwright.download_request(request))
        patience = self.crawler.settings.getfloat("KEHOACH_DRAWING_SECONDS")
        loads = -1
        while loads < drawing.loads:
            loads = drawing.loads
            done, _ = await asyncio.wait([task], timeout=patience)
            if done:
                drawn: Response = task.result()
                return drawn
        task.cancel()
        await self._end(drawing, playwright)
        raise DownloadTimeoutError(f"{request.url} was not drawn within {patience:g} seconds")

    async def close(self) -> None:
        """Close the browser too."""
        await super().close()
        if self._playwright is not None:
            await self._playwright.close()

    async def _ready(self) -> ScrapyPlaywrightDownloadHandler:
        if self._playwright is None:
            from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler

            self._playwright = ScrapyPlaywrightDownloadHandler(self.crawler)
            await self._playwright._launch()  # what it does by itself only when the engine starts
        return self._playwright

    async def _end(self, drawing: Drawing, playwright: ScrapyPlaywrightDownloadHandler) -> None:
        """Close a page that hangs, and the browser with it where even that takes too long."""
        for closing in (drawing.close, playwright.browser.close):
            task = asyncio.ensure_future(closing())
            done, _ = await asyncio.wait([task], timeout=_CLOSING_SECONDS)
            if done:
                return
