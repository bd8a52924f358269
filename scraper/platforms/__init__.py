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
from scraper.platforms.layout import Platform, address_of
from scraper.reading.page import Page

PLATFORMS: tuple[Platform, ...] = (
    liferay,
    nukeviet,
    vnportal,
    easywebhub,
    dotnetnuke,
    register,
    sharepoint,
    wordpress,
    drupal,
    hue,
    newspaper,
    domino,
    webforms,
)
"""In the order in which they are asked: what is built upon another product stands before that, and those whose signs
stand at the beginning of a page before those for whom all of it is searched."""
_TOLD_BY_ADDRESS = (newspaper, hue, domino)
"""Those whose pages have addresses of a form of their own: asked first where a page's has it."""
BY_NAME = {platform.NAME: platform for platform in PLATFORMS}
_SURE = 0.95
UNKNOWN = "unknown"
"""The name of no platform: such pages are read by their labels."""


def find_platform(page: Page, hint: str | None = None) -> Platform | None:
    """The platform that a page shows by its own signs; `hint` decides only where the page shows none.

    The platform of the hint is asked first: where it is sure of the page, no other is.
    """
    hinted = BY_NAME.get(hint or "")
    if hinted is not None and hinted.recognises(page, _SURE) >= _SURE:
        return hinted
    addressed = [platform for platform in _TOLD_BY_ADDRESS if address_of(page, platform.ADDRESS)]
    asked = (*addressed, *PLATFORMS)
    for platform in asked:
        if platform.recognises(page, _SURE) >= _SURE:
            return platform
    best, score = None, 0.25
    for platform in asked:
        surety = platform.recognises(page)
        if surety > score:
            best, score = platform, surety
    return hinted if hinted is not None and score < 0.5 else best
