"""Registers of legal documents: vbpl and its kin."""

from __future__ import annotations

from scraper.platforms.layout import Layout, Signs, Spots, signs_anywhere, spots
from scraper.reading.page import Page

NAME = "register"
SIGNS: Signs = (
    (b"vbpq-", 0.6),
    (b"box-tab-vb", 0.4),
    (b"vbInfo", 0.4),
)
_FILES = "#divShowDialogDownload .fileAttack"
LAYOUTS: tuple[Layout, ...] = (
    Layout(
        sign="vbProperties",
        article=".vbProperties",
        around="box-container",
        title=".vbProperties td.title",
        drop=".box-container .header, .vbInfo",
        files=_FILES,
    ),
    Layout(
        sign="vbInfo",
        article="div.fulltext",
        around="box-container",
        title=".box-map li + li:last-child",
        body="div.fulltext",
        drop=".box-container .header, .vbInfo",
        files=_FILES,
    ),
    Layout(
        sign="vbInfo",
        article="div.fulltext",
        around="box-container",
        drop=".box-container .header, .vbInfo, .box-map",
        files=_FILES,
    ),
)


def recognises(page: Page, least: float = 0.0) -> float:
    """By scripts, element ids and addresses of the product."""
    return signs_anywhere(page, SIGNS, least)


def article(page: Page) -> Spots | None:
    """The skins of this platform that are known."""
    return spots(page, LAYOUTS)
