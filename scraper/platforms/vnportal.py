"""VNPT vnPortal: provinces, districts and schools under /section/…/slug.html."""

from __future__ import annotations

from scraper.platforms.layout import Layout, Spots, signs_found, spots
from scraper.reading.page import Page

NAME = "vnportal"
SIGNS: tuple[tuple[str, float], ...] = (
    ("ModuleWrapper", 0.5),
    ("frameBound", 0.5),
    ("vnPortal", 0.4),
    ("news-detail-layout-type", 0.4),
)
LAYOUTS: tuple[Layout, ...] = (
    Layout(
        sign="news-detail-layout-type",
        article='article[class*="news-detail-layout-type"]',
        title="h1",
        date="header",
        lead=".brief",
        body=".content-detail",
        byline=".author",
        drop=".social-connect, .block_share, .rating, .network-share",
    ),
)


def recognises(page: Page) -> float:
    """By scripts, element ids and addresses of the product."""
    return signs_found(page, SIGNS)


def article(page: Page) -> Spots | None:
    """The skins of this platform that are known."""
    return spots(page, LAYOUTS)
