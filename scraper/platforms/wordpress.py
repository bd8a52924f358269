"""WordPress with any theme."""

from __future__ import annotations

from scraper.platforms.layout import Layout, Spots, signs_found, spots
from scraper.reading.page import Page

NAME = "wordpress"
SIGNS: tuple[tuple[str, float], ...] = (
    ('content="WordPress', 0.7),
    ("/wp-content/", 0.5),
    ("/wp-includes/", 0.3),
    ("/wp-json/", 0.2),
)
LAYOUTS: tuple[Layout, ...] = (
    Layout(
        sign="entry-content",
        article="article .entry-content, .entry-content",
        around="post",
        title=".entry-title, h1",
        date=".entry-date, time, .posted-on, .entry-meta",
        body=".entry-content",
        drop=(
            ".author, .byline, .sharedaddy, .jp-relatedposts, .yarpp-related, .post-views, "
            ".comments-area, .entry-footer, .navigation, .post-tags, .sub-cat"
        ),
    ),
    Layout(
        sign="td-post-content",
        article=".td-post-content",
        around="post",
        title=".entry-title, h1",
        date="time.entry-date, time",
        body=".td-post-content",
        drop=".td-post-author-name, .td-post-sharing, .td-related-row, .td-author-line, .td_block_related_posts",
    ),
)


def recognises(page: Page) -> float:
    """By scripts, element ids and addresses of the product."""
    return signs_found(page, SIGNS)


def article(page: Page) -> Spots | None:
    """The skins of this platform that are known."""
    return spots(page, LAYOUTS)
