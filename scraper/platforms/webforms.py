"""ASP.NET WebForms without a known product: paging by postback."""

from __future__ import annotations

from scraper.platforms.layout import Layout, Spots, signs_found, spots
from scraper.reading.page import Page

NAME = "webforms"
SIGNS: tuple[tuple[str, float], ...] = (
    ("__VIEWSTATE", 0.35),
    ("__doPostBack", 0.1),
)
LAYOUTS: tuple[Layout, ...] = ()


def recognises(page: Page) -> float:
    """By scripts, element ids and addresses of the product."""
    return signs_found(page, SIGNS)


def article(page: Page) -> Spots | None:
    """The skins of this platform that are known."""
    return spots(page, LAYOUTS)
