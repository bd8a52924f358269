"""NukeViet, the content system that many departments and schools use."""

from __future__ import annotations

from scraper.platforms.layout import Layout, Spots, signs_found, spots
from scraper.reading.page import Page

NAME = "nukeviet"
SIGNS: tuple[tuple[str, float], ...] = (
    ('content="NukeViet', 1),
    ("nv_base_siteurl", 0.9),
    ("nv_my_ofs", 0.9),
    ("/themes/default/js/news.js", 0.5),
)
LAYOUTS: tuple[Layout, ...] = ()


def recognises(page: Page) -> float:
    """By scripts, element ids and addresses of the product."""
    return signs_found(page, SIGNS)


def article(page: Page) -> Spots | None:
    """The skins of this platform that are known."""
    return spots(page, LAYOUTS)
