"""The platform of the Thừa Thiên Huế province: everything in the query (?gd=…&cn=…&tc=…)."""

from __future__ import annotations

from scraper.platforms.layout import Layout, Spots, signs_found, spots
from scraper.reading.page import Page

NAME = "hue"
SIGNS: tuple[tuple[str, float], ...] = (
)
LAYOUTS: tuple[Layout, ...] = ()


def recognises(page: Page) -> float:
    """By scripts, element ids and addresses of the product."""
    return signs_found(page, SIGNS)


def article(page: Page) -> Spots | None:
    """The skins of this platform that are known."""
    return spots(page, LAYOUTS)
