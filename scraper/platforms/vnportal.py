"""VNPT vnPortal: provinces, districts and schools under /section/…/slug.html."""

from __future__ import annotations

from scraper.platforms.layout import Layout, Signs, Spots, signs_found, spots
from scraper.reading.page import Page

NAME = "vnportal"
SIGNS: Signs = (
    (b"ModuleWrapper", 1.0),
    (b"frameBound", 0.4),
)
LAYOUTS: tuple[Layout, ...] = (
    Layout(
        sign="news-detail-layout-type",
        article='article[class*="news-detail-layout-type"]',
        begin="<article",
        end="</article>",
        title="h1",
        date="header",
        lead=".brief",
        body=".content-detail",
        byline=".author",
        drop=".social-connect, .block_share, .rating, .network-share",
        files=".social-connect",
    ),
    Layout(
        sign="legal-document-detailLayout",
        article='[class*="legal-document-detailLayout"]',
        begin="legal-document-detailLayout",
        end="frameBound",
        title="td.title",
    ),
)


def recognises(page: Page, least: float = 0.0) -> float:
    """By scripts, element ids and addresses of the product."""
    return signs_found(page, SIGNS, least)


def article(page: Page) -> Spots | None:
    """The skins of this platform that are known."""
    return spots(page, LAYOUTS)
