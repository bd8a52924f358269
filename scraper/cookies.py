"""Cookies, for portals whose facts ask for them: what keeps them takes long to import, so that others go without."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scraper.settings import DOWNLOADER_MIDDLEWARES

if TYPE_CHECKING:
    from scraper.facts import Portal

KEEPER = "scrapy.downloadermiddlewares.cookies.CookiesMiddleware"


def cookie_settings(portal: Portal | None) -> dict[str, Any]:
    """The settings of a crawl for a portal's cookies; they last as long as the crawl."""
    if portal is None or not portal.cookies:
        return {}
    return {"COOKIES_ENABLED": True, "DOWNLOADER_MIDDLEWARES": DOWNLOADER_MIDDLEWARES | {KEEPER: 700}}
