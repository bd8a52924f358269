"""NukeViet, the content system of many departments, party committees and schools."""

from __future__ import annotations

from scraper.platforms.layout import Layout, Signs, Spots, signs_found, spots
from scraper.reading.page import Page

NAME = "nukeviet"
SIGNS: Signs = (
    (b'content="NukeViet', 0.8),
    (b"nv_base_siteurl", 0.6),
    (b"nv_my_ofs", 0.4),
    (b"nv_is_user", 0.4),
    (b"/themes/default/js/news.js", 0.3),
)
LAYOUTS: tuple[Layout, ...] = (
    Layout(
        sign="news-bodyhtml",
        article="#news-bodyhtml",
        around="news_column",
        title="h1.title, h1",
        lead=".hometext",
        body="#news-bodyhtml",
        drop=".hidden, .hide, .d-none, .list-inline, .socialicon",
        files=".news-download-file",
    ),
    Layout(
        sign="page-bodyhtml",
        article="#page-bodyhtml",
        around="panel-body",
        title="h1.title, h1",
        lead=".hometext",
        body="#page-bodyhtml",
        drop=".hidden, .hide, .d-none, .list-inline, .socialicon",
    ),
    Layout(
        sign="bodytext",
        article="#bodytext, .bodytext",
        around="news_column",
        title="h1",
        lead=".hometext, #hometext",
        body="#bodytext, .bodytext",
        drop=".hidden, .hide, .d-none, .list-inline, .socialicon",
    ),
    Layout(
        sign="info_download",
        article=".info_download",
        around="block_download",
        title="h1, .panel-heading, .title_bar",
        body=".introtext",
        drop=".hidden, dd a",
    ),
    Layout(
        sign="news_detail",
        article="#news_detail",
        title="h1",
        lead="#hometext",
        body="#bodytext",
    ),
)


def recognises(page: Page, least: float = 0.0) -> float:
    """By scripts, element ids and addresses of the product."""
    return signs_found(page, SIGNS, least)


def article(page: Page) -> Spots | None:
    """The skins of this platform that are known."""
    return spots(page, LAYOUTS)
