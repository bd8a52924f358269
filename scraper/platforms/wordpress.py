"""WordPress with any theme."""

from __future__ import annotations

from scraper.platforms.layout import Layout, Spots, signs_found, spots
from scraper.reading.page import Page

NAME = "wordpress"
SIGNS: tuple[tuple[str, float], ...] = (
    ('content="WordPress', 0.9),
    ("/wp-content/", 0.7),
    ("/wp-includes/", 0.4),
)
LAYOUTS: tuple[Layout, ...] = ()


def recognises(page: Page) -> float:
    """By scripts, element ids and addresses of the product."""
    return signs_found(page, SIGNS)


def article(page: Page) -> Spots | None:
    """The skins of this platform that are known."""
    return spots(page, LAYOUTS)
