"""The platforms: one module per family of content systems, found from the page itself, never from a host's name."""

from __future__ import annotations

from scraper.platforms import (
    domino,
    dotnetnuke,
    drupal,
    easywebhub,
    hue,
    liferay,
    newspaper,
    nukeviet,
    register,
    sharepoint,
    vnportal,
    webforms,
    wordpress,
)
from scraper.platforms.layout import Platform
from scraper.reading.page import Page

PLATFORMS: tuple[Platform, ...] = (
    liferay,
    nukeviet,
    register,
    easywebhub,
    dotnetnuke,
    sharepoint,
    wordpress,
    drupal,
    vnportal,
    newspaper,
    hue,
    domino,
    webforms,
)
"""In the order in which they are asked: what is built upon another product stands before that."""
BY_NAME = {platform.NAME: platform for platform in PLATFORMS}
_SURE = 0.95
UNKNOWN = "unknown"
"""The name of no platform: such pages are read by their labels."""


def find_platform(page: Page, hint: str | None = None) -> Platform | None:
    """The platform that a page shows by its own signs; `hint` decides only where the page shows none."""
    best, score = None, 0.25
    for platform in PLATFORMS:
        surety = platform.recognises(page)
        if surety > score:
            best, score = platform, surety
            if score >= _SURE:
                break
    if score < 0.5 and hint in BY_NAME:
        return BY_NAME[hint]
    return best
