"""Lotus Domino: gazettes and registers kept in .nsf databases."""

from __future__ import annotations

import re

from scraper.platforms.layout import Layout, Spots, address_of, signs_anywhere, spots
from scraper.reading.page import Page

NAME = "domino"
SIGNS: tuple[tuple[bytes, float], ...] = (
    (b".nsf/", 0.4),
    (b"?OpenDocument", 0.3),
)
ADDRESS = re.compile(r"\.nsf(?:/|$)", re.IGNORECASE)
LAYOUTS: tuple[Layout, ...] = ()


def recognises(page: Page) -> float:
    """By links into databases, and by the page's own address."""
    return signs_anywhere(page, SIGNS) + (0.5 if address_of(page, ADDRESS) else 0.0)


def article(page: Page) -> Spots | None:
    """The skins of this platform that are known."""
    return spots(page, LAYOUTS)
