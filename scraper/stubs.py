"""Cookies that a portal's stubs set, as any browser would send them: the page is asked for once more with them.

The middleware stands above evidence, so that the stub is kept as an answer of its own, and the request behind it with
its cookie. A second stub is what it says: the portal refuses us.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from typing import TYPE_CHECKING

from archive.vietnamese.encodings import decode
from scraper.origins import origin_of
from scraper.reading.stubs import LARGEST, stub_cookies

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.http import Response

log = logging.getLogger(__name__)
ASKED_AGAIN = "kehoach_asked_again"
COOKIES = "kehoach_cookies"
"""Cookies that a browser computed, in the meta of a request: they hold for all that follow."""


class StubMiddleware:
    """Keeps the cookies that stubs set, by origin, as long as a crawl lasts."""

    def __init__(self) -> None:
        self._cookies: defaultdict[object, dict[str, str]] = defaultdict(dict)

    def process_request(self, request: Request) -> None:
        """Send what stubs of the origin have set; a keeper of cookies below takes it from the request."""
        given = request.meta.pop(COOKIES, None)
        if not self._cookies and not given:
            return
        own = self._cookies[origin_of(request.url)]
        own.update(given or {})
        if own:
            request.cookies = [{"name": name, "value": value} for name, value in own.items()]
            request.headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in own.items())

    def process_response(self, request: Request, response: Response) -> Request | Response:
        """The page, or the request for it once more where it is a stub that sets a cookie which was not sent."""
        if ASKED_AGAIN in request.meta or len(response.body) >= LARGEST or b"document.cookie" not in response.body:
            return response
        cookies = stub_cookies(decode(response.body).text, response.url)
        own = self._cookies[origin_of(response.url)]
        if not cookies or (own.items() >= cookies.items() and "Cookie" in request.headers):
            return response
        names = ", ".join(cookies)
        log.info("%s is a stub that sets a cookie (%s); it is asked for again with it.", response.url, names)
        own.update(cookies)
        return request.replace(meta=request.meta | {ASKED_AGAIN: True}, dont_filter=True)
