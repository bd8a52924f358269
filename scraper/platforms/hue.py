"""The platform of Thừa Thiên Huế province: everything in the query (?gd=…&cn=…&tc=…)."""

from __future__ import annotations

import re

from scraper.platforms.layout import Layout, Signs, Spots, address_of, signs_found, spots
from scraper.reading.page import Page

NAME = "hue"
SIGNS: Signs = (
    (b"?gd=", 0.3),
    (b"amp;tc=", 0.2),
    (b"amp;cn=", 0.2),
)
ADDRESS = re.compile(r"^\?(?=.*\bgd=\d)(?=.*\bcn=\d)")
LAYOUTS: tuple[Layout, ...] = (
    Layout(
        sign='"title_chitiet"',
        article=".khung_chitiet",
        begin="khung_chitiet",
        end='class="tinkhac"',
        title=".title_chitiet",
    ),
)


def recognises(page: Page, least: float = 0.0) -> float:
    """By the parameters of its addresses, in any order."""
    told = 0.6 if address_of(page, ADDRESS) else 0.0
    return told + signs_found(page, SIGNS, least - told)


def article(page: Page) -> Spots | None:
    """The skins of this platform that are known."""
    return spots(page, LAYOUTS)
