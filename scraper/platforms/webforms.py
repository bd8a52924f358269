"""ASP.NET WebForms without a known product: paging by postback."""

from __future__ import annotations

from scraper.platforms.controls import control_spots
from scraper.platforms.layout import Signs, Spots, signs_found
from scraper.reading.page import Page

NAME = "webforms"
SIGNS: Signs = (
    (b"__VIEWSTATE", 0.35),
    (b"__doPostBack", 0.1),
)


def recognises(page: Page, least: float = 0.0) -> float:
    """By scripts, element ids and addresses of the product."""
    return signs_found(page, SIGNS, least)


def article(page: Page) -> Spots | None:
    """By the names of the server's controls: every site has modules and skins of its own."""
    return control_spots(page.tree)
