"""SharePoint: publishing pages, list forms and the portals built upon them."""

from __future__ import annotations

from scraper.platforms.layout import Layout, Spots, signs_found, spots
from scraper.reading.page import Page

NAME = "sharepoint"
SIGNS: tuple[tuple[str, float], ...] = (
    ('content="Microsoft SharePoint', 0.9),
    ("_spPageContextInfo", 0.9),
    ("/_layouts/", 0.5),
    ("s4-workspace", 0.6),
    ("MSOWebPartPage", 0.6),
    ("ms-rtestate-field", 0.5),
)
LAYOUTS: tuple[Layout, ...] = ()


def recognises(page: Page) -> float:
    """By scripts, element ids and addresses of the product."""
    return signs_found(page, SIGNS)


def article(page: Page) -> Spots | None:
    """The skins of this platform that are known."""
    return spots(page, LAYOUTS)
