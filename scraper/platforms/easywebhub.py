"""EasyWebHub: static copies of portals, with the names of its own blocks."""

from __future__ import annotations

from scraper.platforms.layout import Layout, Signs, Spots, signs_anywhere, spots
from scraper.reading.page import Page

NAME = "easywebhub"
SIGNS: Signs = ((b"div-trang-chi-tiet-tin-tuc", 1.0),)
LAYOUTS: tuple[Layout, ...] = (
    Layout(
        sign="div-trang-chi-tiet-tin-tuc",
        article="#div-trang-chi-tiet-tin-tuc",
        begin='id="div-trang-chi-tiet-tin-tuc',
        title=".div-trang-chi-tiet-tin-tuc-title",
    ),
)


def recognises(page: Page, least: float = 0.0) -> float:
    """By scripts, element ids and addresses of the product."""
    return signs_anywhere(page, SIGNS, least)


def article(page: Page) -> Spots | None:
    """The skins of this platform that are known."""
    return spots(page, LAYOUTS)
