"""A page of others in the place of an article that is known: of a list which no crawl has to have read."""

from __future__ import annotations

import json
from html import unescape

from archive.addresses import address_key
from archive.vietnamese.spelling import normalise
from archive.writer import ArchiveWriter
from scraper.keeping import SOME_TITLES, names_of
from scraper.reading.links import links_of
from scraper.reading.page import Page

_SHORTENED = " .…"


def shows_others(writer: ArchiveWriter, portal: str, key: str, page: Page) -> bool:
    """Whether a page links some articles that lists name and nowhere says what the one at its address is called.

    Its title, and what lists call it, may stand in an attribute too; a list may have shortened them.
    """
    title = writer.execute(
        "SELECT a.title FROM address d JOIN announcement a ON a.id = d.announcement WHERE d.portal = ? AND d.key = ?",
        (portal, key),
    ).fetchone()
    names = [*filter(None, title or ()), *names_of(writer, portal, key)]
    printed = _plain(unescape(page.text))
    if not names or any(_plain(name).rstrip(_SHORTENED) in printed for name in names):
        return False
    linked = [address_key(link.url) for link in links_of(page)[1] if any(anchor.text for anchor in link.anchors)]
    (others,) = writer.execute(
        "SELECT count(DISTINCT key) FROM pointer WHERE portal = ? AND key <> ? AND title IS NOT NULL "
        "AND key IN (SELECT value FROM json_each(?))",
        (portal, key, json.dumps(linked)),
    ).fetchone()
    return int(others) >= SOME_TITLES


def _plain(text: str) -> str:
    return " ".join(normalise(text).split()).lower()
