"""Newspapers: MasterCMS, VCCorp, VnExpress and other systems of the press."""

from __future__ import annotations

import re

from scraper.platforms.layout import Layout, Signs, Spots, address_of, signs_anywhere, spots
from scraper.reading.page import Page

NAME = "newspaper"
ADDRESS = re.compile(
    r"(?:^|/)(?:channel/\d+/)?(?:19|20)\d\d(?:0[1-9]|1[0-2])/[^/]+-(?:\d{5,}|[0-9a-f]{7})/?(?:index\.html?)?$"
    r"|-(?:post|a)\d{4,}\.(?:html?|vnp|ldo)$|-\d{19}\.htm$"
)
"""ePi's channels and months, MasterCMS's posts, VCCorp's ids, which are the time of publication."""
SIGNS: Signs = (
    (b"c-detail-head__title", 1.0),
    (b"fck_detail", 1.0),
    (b"article__body", 0.6),
    (b'data-role="content"', 0.6),
)
LAYOUTS: tuple[Layout, ...] = (
    Layout(
        sign="article__body",
        article=".article__body",
        around="article",
        title=".article__title",
        date=".article__meta time, .article__meta .time",
        lead=".article__sapo",
        body=".article__body",
        byline=".article__author, .cms-author",
        drop=".article__social, .article__tag, .article__story, .article-relate",
    ),
    Layout(
        sign='data-role="content"',
        article='[data-role="content"]',
        around="detail",
        title='[data-role="title"]',
        date='[data-role="publishdate"]',
        lead='[data-role="sapo"]',
        body='[data-role="content"]',
        byline='[data-role="author"]',
    ),
    Layout(
        sign="c-detail-head__title",
        article=".c-detail-head__title",
        around="c-news-detail",
        begin="<article",
        end="</article>",
        title=".c-detail-head__title",
        date=".c-detail-head__time",
        lead=".sapo",
        body=".content-detail",
    ),
    Layout(
        sign="fck_detail",
        article=".fck_detail",
        around="sidebar-1",
        begin='class="sidebar-1"',
        end='class="sidebar-2',
        title=".title-detail",
        date=".date",
        lead="p.description",
        body=".fck_detail",
    ),
)


def recognises(page: Page, least: float = 0.0) -> float:
    """By the systems of the press; a paper's own script names none."""
    told = 0.5 if address_of(page, ADDRESS) else 0.0
    return told + signs_anywhere(page, SIGNS, least - told)


def article(page: Page) -> Spots | None:
    """The skins of this platform that are known."""
    return spots(page, LAYOUTS)
