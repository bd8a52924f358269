"""Drupal 7 to 10."""

from __future__ import annotations

from scraper.platforms.layout import Layout, Signs, Spots, signs_found, spots
from scraper.reading.page import Page

NAME = "drupal"
SIGNS: Signs = (
    (b'content="Drupal', 0.7),
    (b"Drupal.settings", 0.6),
    (b"drupal-settings-json", 0.6),
    (b"/sites/default/files/", 0.3),
    (b"/sites/all/", 0.3),
)
_DROPPED = ".links, .comment-wrapper, .node__links, .tabs, .breadcrumb"
LAYOUTS: tuple[Layout, ...] = (
    Layout(
        sign="field--name-body",
        article="main, #content, #main",
        title="h1",
        body=".field--name-body",
        drop=_DROPPED,
    ),
    *(
        Layout(
            sign="field-name-body",
            article=article,
            title="#page-title, h1, .node h2",
            body=".field-name-body",
            drop=_DROPPED,
        )
        for article in ("#content", "#main, .main-container, main")
    ),
)


def recognises(page: Page, least: float = 0.0) -> float:
    """By scripts, element ids and addresses of the product."""
    return signs_found(page, SIGNS, least)


def article(page: Page) -> Spots | None:
    """The skins of this platform that are known."""
    return spots(page, LAYOUTS)
