"""What a feed of a search tells: what it found, but not what was only found late, and which sources are silent."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

from sqlite_utils import Database

from archive.health import PortalHealth
from archive.news import found_late
from archive.search import Filters, Hit
from archive.site.dates import date_words
from archive.site.feeds import atom_time
from archive.site.links import outward
from archive.site.pages.health import health_of
from archive.site.words import Language, translator, word_for


def feed_content(
    connection: sqlite3.Connection, hits: Iterable[Hit], filters: Filters
) -> tuple[list[Hit], list[PortalHealth]]:
    """The hits that a follower should see, and the sources in trouble that they come from or should have come from."""
    database = Database(connection, recursive_triggers=False, execute_plugins=False)
    found = list(hits)
    late = found_late(database, (hit.id for hit in found))
    portals = {hit.portal for hit in found}
    troubled = [
        health
        for health in health_of(connection)
        if health.is_troubled and (health.portal in portals or _is_meant(health, filters))
    ]
    return [hit for hit in found if hit.id not in late], troubled


def trouble_words(language: Language, health: PortalHealth) -> str:
    """A source's trouble in a sentence."""
    t = translator(language)
    state = word_for(language, "health", health.shown)
    since = f", {t('health_since', day=date_words(language, health.day_shown))}" if health.day_shown else ""
    return f"{health.title}: {state}{since}"


def json_feed(
    language: Language,
    hits: Iterable[Hit],
    troubled: Iterable[PortalHealth],
    *,
    title: str,
    site: str,
    page: str,
    feed: str,
    description: str,
) -> dict[str, Any]:
    """The same as a JSON Feed 1.1."""
    items: list[dict[str, Any]] = [
        {
            "id": trouble_id(site, health),
            "url": f"{site}/nguon/{health.portal}",
            "title": trouble_words(language, health),
            "content_text": health.why(language),
            "date_published": atom_time(health.shown_since, "1970-01-01T00:00:00Z"),
        }
        for health in troubled
    ]
    items += [_item(hit, site) for hit in hits]
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "description": description,
        "home_page_url": site + page,
        "feed_url": site + feed,
        "language": language,
        "items": items,
    }


def trouble_id(site: str, health: PortalHealth) -> str:
    """The same as long as the trouble lasts, so that a reader tells of it once."""
    return f"{site}/nguon/{health.portal}#{health.shown}-{(health.shown_since or '')[:10]}"


def _is_meant(health: PortalHealth, filters: Filters) -> bool:
    """Whether a search asks for this portal, or for its place."""
    return health.portal == filters.portal or (
        filters.province_now is not None and health.province_now == filters.province_now
    )


def _item(hit: Hit, site: str) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": f"{site}/tin/{hit.uid}",
        "url": f"{site}/tin/{hit.uid}",
        "title": hit.title_printed,
        "content_text": "".join(piece.text for piece in hit.excerpt),
        "date_published": atom_time(hit.published_at, hit.first_seen),
        "authors": [{"name": hit.posted_by}],
    }
    original = outward(hit.url)
    return (
        item
        | ({"external_url": original} if original else {})
        | ({"date_modified": hit.changed_at} if hit.changed_at else {})
    )
