"""EasyWebHub: static copies of portals, with the names of its own blocks."""

from __future__ import annotations

from scraper.platforms.layout import Layout, Spots, signs_found, spots
from scraper.reading.page import Page

NAME = "easywebhub"
SIGNS: tuple[tuple[str, float], ...] = (
    ("easywebhub", 0.7),
    ("div-trang-chi-tiet-tin-tuc", 0.6),
)
LAYOUTS: tuple[Layout, ...] = (
    Layout(
        sign="div-trang-chi-tiet-tin-tuc",
        article="#div-trang-chi-tiet-tin-tuc",
        title=".div-trang-chi-tiet-tin-tuc-title",
    ),
)


def recognises(page: Page) -> float:
    """By scripts, element ids and addresses of the product."""
    return signs_found(page, SIGNS)


def article(page: Page) -> Spots | None:
    """The skins of this platform that are known."""
    return spots(page, LAYOUTS)
