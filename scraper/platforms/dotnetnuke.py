"""DotNetNuke (DNN): modules in panes, addresses by tab."""

from __future__ import annotations

from scraper.platforms.controls import control_spots
from scraper.platforms.layout import Spots, signs_found
from scraper.reading.page import Page

NAME = "dotnetnuke"
SIGNS: tuple[tuple[str, float], ...] = (
    ("DotNetNuke", 0.6),
    ("dnnVariable", 0.6),
    ("dnn_ctr", 0.6),
    ("__dnn", 0.4),
    ("/DesktopModules/", 0.4),
    ("/Portals/0/", 0.3),
)


def recognises(page: Page) -> float:
    """By scripts, element ids and addresses of the product."""
    return signs_found(page, SIGNS)


def article(page: Page) -> Spots | None:
    """By the names of the server's controls: every site has modules and skins of its own."""
    return control_spots(page)
