"""SharePoint: publishing pages, list forms and the portals built upon them."""

from __future__ import annotations

from scraper.platforms.layout import Layout, Signs, Spots, signs_found, spots
from scraper.reading.page import Page

NAME = "sharepoint"
SIGNS: Signs = (
    (b'content="Microsoft SharePoint', 0.6),
    (b"_spPageContextInfo", 0.6),
    (b"/_layouts/", 0.3),
    (b"s4-workspace", 0.4),
    (b"MSOWebPartPage", 0.4),
    (b"ms-rtestate-field", 0.3),
    (b"_catalogs/masterpage", 0.3),
    (b"/Style%20Library/", 0.3),
    (b"ExternalClass", 0.2),
)
LAYOUTS: tuple[Layout, ...] = (
    Layout(
        sign="ms-news-header",
        article=".ms-news-header",
        around="s4-wpTopTable",
        begin="s4-wpTopTable",
        end="s4-wpTopTable",
        title="p.Title",
        date=".ms-news-header .Time",
    ),
    Layout(
        sign="ms-news-header",
        article=".ms-news-header",
        around="ms-WPBody",
        begin="ms-WPBody",
        end="ms-WPBody",
        title="p.Title",
        date=".ms-news-header .Time",
    ),
    Layout(sign="ms-rtestate-field", article="", begin="MSO_ContentDiv", body=".ms-rtestate-field"),
)


def recognises(page: Page, least: float = 0.0) -> float:
    """By scripts, element ids and addresses of the product."""
    return signs_found(page, SIGNS, least)


def article(page: Page) -> Spots | None:
    """The skins of this platform that are known."""
    return spots(page, LAYOUTS)
