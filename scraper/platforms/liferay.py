"""Liferay portals: asset publishers, web content and the portlets of Vietnamese vendors."""

from __future__ import annotations

from scraper.platforms.layout import Layout, Spots, signs_found, spots
from scraper.reading.page import Page

NAME = "liferay"
SIGNS: tuple[tuple[str, float], ...] = (
    ("Liferay.AUI", 0.9),
    ("Liferay.Language", 0.9),
    ("lfr-css-file", 0.9),
    ("_WAR_", 0.6),
    ("/-/asset_publisher/", 0.5),
    ("p_p_id=", 0.4),
    ("portlet-boundary", 0.6),
)
LAYOUTS: tuple[Layout, ...] = ()


def recognises(page: Page) -> float:
    """By scripts, element ids and addresses of the product."""
    return signs_found(page, SIGNS)


def article(page: Page) -> Spots | None:
    """The skins of this platform that are known."""
    return spots(page, LAYOUTS)
