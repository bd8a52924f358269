"""Liferay portals: asset publishers, web content, and the portlets of Vietnamese vendors."""

from __future__ import annotations

from scraper.platforms.layout import Layout, Signs, Spots, signs_found, spots
from scraper.reading.page import Page

NAME = "liferay"
SIGNS: Signs = (
    (b"Liferay.", 0.6),
    (b"/-/asset_publisher/", 0.4),
    (b"portlet-boundary", 0.4),
    (b"lfr-css-file", 0.4),
    (b"p_p_id", 0.4),
    (b"_WAR_", 0.4),
)
LAYOUTS: tuple[Layout, ...] = (
    Layout(
        sign="DetailCB_config",
        article=".DetailCB_config",
        begin="DetailCB_config",
        end="portlet-boundary",
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
        drop=".view-content-author, .asset-control-detail, .related_asset, .asset-user-actions",
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
    ),
    Layout(
        sign="asset-full-content",
        article=".asset-full-content",
        around="portlet-body",
        begin="portlet-body",
        end="portlet-boundary",
        title=".header-title, .asset-title, .component-title",
        drop=(
            ".metadata-author, .asset-user-info, .asset-links, .asset-actions, .asset-user-actions, "
            ".asset-flag, .asset-ratings, .article-type"
        ),
        files=".asset-links",
    ),
)


def recognises(page: Page, least: float = 0.0) -> float:
    """By scripts, element ids and addresses of the product."""
    return signs_found(page, SIGNS, least)


def article(page: Page) -> Spots | None:
    """The skins of this platform that are known."""
    return spots(page, LAYOUTS)
