"""Liferay portals: asset publishers, web content, and the portlets of Vietnamese vendors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from scraper.platforms.layout import Layout, Signs, Spots, signs_found, spots
from scraper.reading.markup import Element
from scraper.reading.page import Page
from scraper.reading.writermarks import is_of_writer

NAME = "liferay"
SIGNS: Signs = (
    (b"Liferay.", 0.6),
    (b"/-/asset_publisher/", 0.4),
    (b"portlet-boundary", 0.4),
    (b"lfr-css-file", 0.4),
    (b"p_p_id", 0.4),
    (b"_WAR_", 0.4),
)
_ACCOUNT = ".metadata-author, .asset-user-info, .view-content-author"
_ACTIONS = "asset-user-actions"
LAYOUTS: tuple[Layout, ...] = (
    Layout(
        sign="DetailCB_config",
        article=".DetailCB_config",
        begin="DetailCB_config",
        end="portlet-boundary",
        drop=f"{_ACCOUNT}, .{_ACTIONS}",
    ),
    Layout(
        sign="asset-full-content-title",
        article=".asset-full-content-title",
        around="portlet-body",
        begin="portlet-body",
        end="portlet-boundary",
        title=".asset-full-content-title",
        date=".assetPublishDate",
        lead=".sapo",
        drop=f"{_ACCOUNT}, .{_ACTIONS}, .asset-control-detail, .related_asset",
    ),
    Layout(
        sign="UI_Tinbai_chitiet",
        article=".UI_Tinbai_chitiet",
        begin="portlet-boundary",
        end="portlet-boundary",
        title=".UI_Tinbai_chitiet_tieude, .CTTDivTittleBaiViet",
        date=".UI_Tinbai_chitiet_startdate",
        lead=".UI_Tinbai_chitiet_noidungngan",
        body=".UI_Tinbai_chitiet_noidung",
        drop=f"{_ACCOUNT}, .{_ACTIONS}",
    ),
    Layout(
        sign="asset-full-content",
        article=".asset-full-content",
        around="portlet-body",
        begin="portlet-body",
        end="portlet-boundary",
        title=".header-title, .asset-title, .component-title",
        drop=f"{_ACCOUNT}, .{_ACTIONS}, .asset-links, .asset-actions, .asset-flag, .asset-ratings, .article-type",
        files=".asset-links",
    ),
)


def recognises(page: Page, least: float = 0.0) -> float:
    """By scripts, element ids and addresses of the product."""
    return signs_found(page, SIGNS, least)


def article(page: Page) -> Spots | None:
    """The skins of this platform that are known; who wrote may stand among the buttons below a text."""
    found = spots(page, LAYOUTS)
    return found and replace(found, dropped=frozenset(_without_writers(found.dropped)))


def _without_writers(dropped: Iterable[Element]) -> Iterator[Element]:
    """What is dropped, of buttons all but what is called after who wrote."""
    for element in dropped:
        is_bar = _ACTIONS in (element.get("class") or "").split()
        writers = list(filter(is_of_writer, element.iterdescendants())) if is_bar else []
        kept = {element, *writers, *(outer for writer in writers for outer in writer.iterancestors())}
        yield from [part for part in element if part not in kept] if writers else [element]
