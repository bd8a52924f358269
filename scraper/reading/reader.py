"""One page to one result: decode, parse, find the platform, see what the page is, read it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from scraper.platforms import UNKNOWN, find_platform
from scraper.reading.article import read_article
from scraper.reading.page import make_page
from scraper.reading.result import Context, Outcome, PageKind, Reading

if TYPE_CHECKING:
    from scraper.facts import Portal


def read_page(
    body: bytes,
    url: str,
    *,
    content_type: str = "",
    fetched_at: datetime | None = None,
    context: Context | None = None,
    portal: Portal | None = None,
    explain: bool = False,
) -> Reading:
    """Read one response as it was fetched; a pure function of its arguments.

    The platform is found from the page itself; `portal.platform` decides only where the page shows none.
    """
    page = make_page(body, url, content_type=content_type, fetched_at=fetched_at, context=context)
    platform = find_platform(page, portal.platform if portal else None)
    name = platform.NAME if platform else UNKNOWN
    announcement, reasons = read_article(page, name, platform.article(page) if platform else None)
    kind: PageKind = "article"
    outcome: Outcome = "read" if announcement.title or announcement.body_text else "empty"
    return replace(
        Reading(page.url, kind, name, outcome, announcement if outcome == "read" else None),
        flags=announcement.flags,
        reasons=reasons if explain else (),
    )


def labelled_only(body: bytes, url: str, *, context: Context | None = None) -> Reading:
    """Read a page as if no platform were known, as the labelled reader alone does; for measurement."""
    page = make_page(body, url, context=context)
    announcement, reasons = read_article(page, UNKNOWN, None)
    return Reading(page.url, "article", UNKNOWN, "read", announcement, reasons=reasons)
