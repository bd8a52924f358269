"""WordPress with any theme."""

from __future__ import annotations

from scraper.platforms.layout import Layout, Signs, Spots, signs_found, spots
from scraper.reading.page import Page

NAME = "wordpress"
SIGNS: Signs = (
    (b'content="WordPress', 0.7),
    (b"/wp-content/", 0.5),
    (b"/wp-includes/", 0.3),
    (b"/wp-json/", 0.2),
)
_DROPPED = (
    ":not(.byline) > .author, .byline:not(:has(> .author)), .sharedaddy"
    ", .jp-relatedposts, .yarpp-related, .post-views, .comments-area, .navigation"
    ", .post-tags, .entry-footer, .blog-share, .td-author-line, .td-post-sharing"
    ", .td_block_related_posts, .post-meta-infos, .author-box, .wp-block-post-author"
    ", .updated:not(.published):not([class*='-date']), .entry-meta-categories, .entry-meta-comments"
)
LAYOUTS: tuple[Layout, ...] = (
    Layout(
        sign="wp-block-post-content",
        article=".wp-block-post-content",
        around="wp-site-blocks",
        title=".wp-block-post-title, h1:not(.wp-block-site-title)",
        date=".wp-block-post-date",
        body=".wp-block-post-content",
        drop=_DROPPED.replace(", .wp-block-post-author", "")
        + ", .wp-block-post-terms, .wp-block-template-part p:not(.wp-block-post-author__name), .wp-block-comments",
    ),
    Layout(
        sign="entry-content",
        article=".entry-content",
        around="post",
        title=".entry-title, h1",
        date=".entry-date, .posted-on, .entry-meta time, .entry-meta, time",
        body=".entry-content",
        drop=_DROPPED,
    ),
    Layout(
        sign="jeg_singlepage",
        article="h1.jeg_post_title",
        around="jeg_main_content",
        title="h1.jeg_post_title",
        date=".jeg_meta_date",
        body=".entry-content .content-inner",
        drop=_DROPPED + ", .jnews_inline_related_post_wrapper, .jeg_post_tags, .jeg_share_button, .jeg_meta_category",
    ),
    Layout(
        sign="td-post-content",
        article=".td-post-content",
        around="post",
        title=".entry-title, h1",
        date=".td-post-date time, time",
        body=".td-post-content",
        drop=_DROPPED,
    ),
)


def recognises(page: Page, least: float = 0.0) -> float:
    """By scripts, element ids and addresses of the product."""
    return signs_found(page, SIGNS, least)


def article(page: Page) -> Spots | None:
    """The skins of this platform that are known."""
    return spots(page, LAYOUTS)
