"""Lotus Domino: gazettes and registers kept in .nsf databases."""

from __future__ import annotations

import re

from scraper.platforms.layout import Layout, Signs, Spots, address_of, signs_anywhere, spots
from scraper.reading.page import Page

NAME = "domino"
SIGNS: Signs = (
    (b".nsf/", 0.4),
    (b"?OpenDocument", 0.3),
)
ADDRESS = re.compile(r"\.nsf(?:/|$)", re.IGNORECASE)
LAYOUTS: tuple[Layout, ...] = ()


def recognises(page: Page, least: float = 0.0) -> float:
    """By links into databases, and by the page's own address."""
    told = 0.5 if address_of(page, ADDRESS) else 0.0
    return told + signs_anywhere(page, SIGNS, least - told)


def article(page: Page) -> Spots | None:
    """The skins of this platform that are known."""
    return spots(page, LAYOUTS)
