"""The demo portals' listings, walked in memory from their start addresses to the end of every pager."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from unicodedata import normalize

import pytest

import scraper.demo
from archive.addresses import canonical_address
from scraper.demo.content import PORTALS, articles
from scraper.demo.exchange import Request
from scraper.demo.platforms import PLATFORMS
from scraper.demo.site import VIETNAM, DemoSite
from scraper.reading import read_page
from scraper.reading.feeds import read_feed
from scraper.reading.listing import read_listing
from scraper.reading.outcome import find_trouble
from scraper.reading.page import make_page
from scraper.reading.result import Entry, Follow

PORT = 8610
CEILING = 40
FACTS = tomllib.loads((Path(scraper.demo.__file__).parent / "portals.toml").read_text(encoding="utf-8"))


def demo_site(name: str) -> DemoSite:
    site = DemoSite(
        name, PORTALS[name], PLATFORMS[name], articles(name), lambda: datetime(2022, 1, 5, 8, tzinfo=VIETNAM)
    )
    site.port = PORT
    return site


def start(name: str) -> list[str]:
    return [url for url in FACTS[name]["start"] if not url.endswith((".rss", ".xml"))]


def fetch(site: DemoSite, page: Follow) -> bytes:
    target = "/" + page.url.split("/", 3)[3]
    response = site.answer(Request("POST" if page.form else "GET", target, {}, dict(page.form)))
    assert response.status == 200, (page.url, page.key)
    return response.body


def walk(site: DemoSite, name: str) -> Iterator[tuple[Follow, tuple[Entry, ...]]]:
    """Each page of the portal's listings with what it lists."""
    queue, seen = [Follow(url) for url in start(name)], set()
    while queue:
        page = queue.pop(0)
        if (page.url, page.key) in seen:
            continue
        seen.add((page.url, page.key))
        assert len(seen) <= CEILING, "the pagers never end"
        entries, follow = read_listing(make_page(fetch(site, page), page.url))
        yield page, entries
        queue += follow


@pytest.mark.parametrize("suffix", ["", "-v2"], ids=["as it is", "class names changed"])
@pytest.mark.parametrize("name", PORTALS)
def test_walking_a_demo_portal_finds_every_announcement_with_title_and_day(name: str, suffix: str) -> None:
    site = demo_site(name)
    site.class_suffix = suffix
    truth = {canonical_address(site.address(article)): article for article in site.articles()}
    found = {entry.url: entry for _, entries in walk(site, name) for entry in entries}
    assert found.keys() == truth.keys()
    for url, article in truth.items():
        assert normalize("NFC", found[url].title or "") == normalize("NFC", article.title)
        if article.is_dated:
            assert f"{article.published:%d/%m/%Y}" in (found[url].date_line or "")
        else:
            assert found[url].date_line is None
    assert site.faults == []


@pytest.mark.parametrize("name", PORTALS)
def test_no_page_of_a_demo_portal_is_read_twice(name: str) -> None:
    site = demo_site(name)
    listed = [tuple(entry.url for entry in entries) for _, entries in walk(site, name)]
    assert len(set(listed)) == len(listed)


@pytest.mark.parametrize(
    ("mood", "outcome"), [("empty", "empty"), ("wall", "blocked"), ("refused", "blocked"), ("broken", "empty")]
)
@pytest.mark.parametrize("name", PORTALS)
def test_a_demo_portal_in_a_mood_gives_no_announcements_and_says_why(name: str, mood: str, outcome: str) -> None:
    site = demo_site(name)
    site.mood = mood  # type: ignore[assignment]
    url = start(name)[0]
    page = make_page(site.answer(Request("GET", "/" + url.split("/", 3)[3])).body, url)
    entries, _ = read_listing(page)
    trouble = find_trouble(page, entries=entries)
    assert entries == ()
    assert trouble is not None
    assert trouble.outcome == outcome


@pytest.mark.parametrize("name", PORTALS)
def test_a_demo_portal_says_that_an_announcement_is_gone(name: str) -> None:
    site = demo_site(name)
    page = make_page(site.platform.missing(site).encode(), site.address(site.articles()[0]))
    trouble = find_trouble(page, entries=read_listing(page)[0])
    assert trouble is not None
    assert trouble.outcome == "gone"


def test_the_feed_of_the_demo_newspaper_is_read() -> None:
    site = demo_site("demo-quang-ninh")
    url = next(url for url in FACTS["demo-quang-ninh"]["start"] if url.endswith(".rss"))
    entries = read_feed(fetch(site, Follow(url)), url)
    truth = {canonical_address(site.address(article)): article for article in site.articles()}
    assert entries
    assert all(truth[entry.url].title == entry.title for entry in entries)
    assert all(entry.date_line for entry in entries)


@pytest.mark.parametrize("name", PORTALS)
def test_no_page_of_a_listing_is_an_article_though_nothing_says_that_it_is_a_listing(name: str) -> None:
    site = demo_site(name)
    pages = [page for page, _ in walk(site, name)]
    assert {page.url: read_page(fetch(site, page), page.url).kind for page in pages} == {
        page.url: "listing" for page in pages
    }
