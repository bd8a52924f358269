"""Feeds: RSS 0.9 to 2.0 and Atom, as announcements with the day that the feed prints."""

from __future__ import annotations

import re
from typing import Any

from archive.addresses import canonical_address
from scraper.reading.page import Page
from scraper.reading.result import Entry, Follow
from scraper.reading.xmltext import local_name, parse_xml, plain_text

_DAYS = ("pubdate", "date", "published", "issued", "created", "dcterms:created", "updated", "modified")
_SUMMARIES = ("description", "summary", "encoded", "content")
_FEED_TYPE = re.compile(r"application/(?:rss|atom|rdf)\+xml", re.I)
_FEED_ADDRESS = re.compile(r"(?:\.rss|/feed/?|[/._-](?:rss|feed|atom)[^/]*\.(?:xml|aspx|ashx|php)|/rss/[^/]+)(?:\?|$)")
_COMMENTS = re.compile(r"comments?/feed|feed=comments|binh-luan", re.I)
_MAX_SUMMARY = 2000


def read_feed(data: bytes, url: str) -> tuple[Entry, ...]:
    """The announcements of a feed in its order; none where the bytes are no feed. `url` is the feed's address.

    The date line is what the feed prints as the day of publication ("Thu, 02 Apr 2020 08:15:00 +0700"); only where
    there is none, the day of the last change.
    """
    root = parse_xml(data)
    if root is None:
        return ()
    entries: dict[str, Entry] = {}
    for item in root.iter():
        if local_name(item) in {"item", "entry"}:
            entry = _entry(item, url)
            if entry is not None:
                entries.setdefault(entry.url, entry)
    return tuple(entries.values())


def _entry(item: Any, base: str) -> Entry | None:
    parts: dict[str, Any] = {}
    for child in item:
        parts.setdefault(local_name(child), child)
    url = _address(item, base)
    if url is None:
        return None
    day = next((text for name in _DAYS if name in parts and (text := plain_text(parts[name]))), None)
    summary = next((text for name in _SUMMARIES if name in parts and (text := plain_text(parts[name]))), None)
    title = plain_text(parts["title"]) if "title" in parts else None
    return Entry(url, title, day, summary[:_MAX_SUMMARY] if summary else None)


def _address(item: Any, base: str) -> str | None:
    """Where an item leads: its link, the alternate one of several, or its id where that is an address."""
    candidates: list[str] = []
    for child in item:
        name = local_name(child)
        if name == "link" and (child.get("rel") or "alternate") == "alternate":
            candidates.insert(0, child.get("href") or "".join(child.itertext()))
        elif name == "origlink":
            candidates.insert(0, "".join(child.itertext()))
        elif name in {"guid", "id"} and child.get("isPermaLink") != "false":
            permanent = "".join(child.itertext()).strip()
            candidates += [permanent] if permanent.startswith("http") else []
    about = item.get("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about")
    candidates += [about] if about else []
    return next((url for text in candidates if text.strip() and (url := canonical_address(text, base))), None)


def _is_feed(address: str) -> bool:
    """Whether an address is written like that of a feed; few links have one of the words."""
    lowered = address.lower()
    named = "rss" in lowered or "feed" in lowered or "atom" in lowered
    return named and _FEED_ADDRESS.search(lowered) is not None


def feed_links(page: Page) -> tuple[Follow, ...]:
    """The feeds that a page declares or links to, but for those of comments."""
    base = page.base
    found: dict[str, Follow] = {}
    for element in page.tree.iter("link", "a"):
        address = element.get("href") or ""
        declared = element.tag == "link" and _FEED_TYPE.search(element.get("type") or "")
        if not address or not (declared or (element.tag == "a" and _is_feed(address))):
            continue
        url = canonical_address(address, base)
        if url is not None and not _COMMENTS.search(url):
            found.setdefault(url, Follow(url, kind="feed"))
    return tuple(found.values())
