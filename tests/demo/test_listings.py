"""Every article can be reached by turning the pages of a portal's listings, without what robots.txt forbids."""

from __future__ import annotations

import tomllib
from pathlib import Path
from unicodedata import normalize
from urllib.robotparser import RobotFileParser

import pytest
from lxml import etree, html

import scraper.demo
from scraper.demo import DemoServer
from scraper.demo.content import PORTALS
from tests.demo.browser import Page, fetch, follow, turn_grid

FACTS = tomllib.loads(Path(scraper.demo.__file__).with_name("portals.toml").read_text("utf-8"))
AT_LEAST = 60


def start_pages(server: DemoServer, name: str) -> list[Page]:
    return [fetch(address.replace(":8610", f":{server.port}")) for address in FACTS[name]["start"]]


def turned(server: DemoServer, name: str, row: str, turn: str | None) -> tuple[set[str], list[str]]:
    """The addresses of the articles of all listing pages, and the text of the rows that hold them."""
    pages = []
    for first in start_pages(server, name):
        pages += follow(first, turn) if turn else turn_grid(first)
    rows = [one for page in pages for one in page.tree.xpath(row)]
    links = [address for page in pages for address in page.links(f"({row})//a[1]/@href")]
    addresses = {address for address in links if "redirect=" not in address}
    return addresses, [" ".join(one.text_content().split()) for one in rows]


@pytest.mark.parametrize(
    ("name", "row", "turn"),
    [
        ("demo-quang-nam", "//tr[td/a[@class='tieudetin']]", None),
        ("demo-hue", "//div[@class='bv']", "//div[@class='phantrang']/span/following-sibling::a/@href"),
        ("demo-quang-ninh", "//ul[@class='c-template-list']/li", "//a[@class='btn-more']/@data-url"),
        ("demo-kon-tum", "//div[@class='asset-abstract']", "//li[not(@class='disabled')]/a[.='Tiếp theo']/@href"),
        ("demo-ninh-thuan", "//table[contains(@class,'dstin')]//tr", "//a[img[@alt='Tiếp']]/@href"),
    ],
)
def test_the_listings_lead_to_every_article(server: DemoServer, name: str, row: str, turn: str | None) -> None:
    site = server.sites[name]
    addresses, rows = turned(server, name, row, turn)
    expected = {site.address(article) for article in site.articles()}
    assert len(expected) >= AT_LEAST
    assert addresses == expected
    assert len(rows) == len(expected)
    for article in site.articles():
        title = normalize("NFC", article.title)
        named = [text for text in rows if title in normalize("NFC", text)]
        assert any(article.published.strftime("%d/%m/%Y") in text for text in named) == article.is_dated, article.title
    assert site.faults == []


@pytest.mark.parametrize("name", PORTALS)
def test_articles_are_dated_from_2019_to_2021_and_have_addresses_of_their_own(server: DemoServer, name: str) -> None:
    site = server.sites[name]
    articles = site.articles()
    assert {article.published.year for article in articles} == {2019, 2020, 2021}
    assert len({site.address(article) for article in articles}) == len(articles)
    assert len({article.title for article in articles}) == len(articles)


@pytest.mark.parametrize("name", PORTALS)
def test_each_article_page_links_into_the_forbidden_part_and_the_site_counts_a_visit_there(
    server: DemoServer, name: str
) -> None:
    site = server.sites[name]
    rules = RobotFileParser()
    rules.parse(fetch(f"http://{site.origin}/robots.txt").text.splitlines())
    page = fetch(site.address(site.articles()[0]))
    local = [link for link in page.links("//a/@href") if site.origin in link]
    forbidden = [link for link in local if not rules.can_fetch("kehoach", link)]
    assert forbidden
    assert site.faults == []
    fetch(forbidden[0])
    assert len(site.faults) == 1


def test_the_site_map_lists_every_article_by_month(untouched_server: DemoServer) -> None:
    site = untouched_server.sites["demo-quang-ninh"]
    index = etree.fromstring(fetch(f"http://{site.origin}/sitemap.xml").body)
    months = [fetch(str(loc.text)) for loc in index.iter("{*}loc")]
    listed = {str(loc.text) for month in months for loc in etree.fromstring(month.body).iter("{*}loc")}
    assert listed == {site.address(article) for article in site.articles()}


@pytest.mark.parametrize("feed", ["home", "chinh-tri", "kinh-te", "xa-hoi"])
def test_feeds_are_valid_xml_with_title_link_and_date(untouched_server: DemoServer, feed: str) -> None:
    site = untouched_server.sites["demo-quang-ninh"]
    page = fetch(f"http://{site.origin}/rss/{feed}.rss")
    items = etree.fromstring(page.body).findall("channel/item")
    assert 10 <= len(items) <= 20
    for item in items:
        assert item.findtext("title")
        assert str(item.findtext("link")).startswith(f"http://{site.origin}/")
        assert str(item.findtext("pubDate")).endswith("+0700")


def test_a_fragment_of_the_newspaper_is_no_whole_page(untouched_server: DemoServer) -> None:
    site = untouched_server.sites["demo-quang-ninh"]
    text = fetch(f"http://{site.origin}/ajax/xem-them/chinh-tri?page=2").text
    assert "<html" not in text
    assert 'data-url="/ajax/xem-them/chinh-tri?page=3"' in text


def test_the_portals_facts_name_the_addresses_that_the_server_uses() -> None:
    assert set(FACTS) == set(PORTALS)
    for name, facts in FACTS.items():
        assert all(address.startswith(f"http://{PORTALS[name]}:8610/") for address in facts["start"])
        assert facts["demo"] is True
        assert "DEMO" in facts["title"]


def test_the_calendar_of_the_hue_portal_never_ends(untouched_server: DemoServer) -> None:
    site = untouched_server.sites["demo-hue"]
    page = fetch(f"http://{site.origin}/?gd=27&xn=2031-07-01")
    assert "xn=2031-08-01" in page.text
    assert not page.tree.xpath("//div[@class='bv']")
    for day in ("9999-12-31", "0001-01-01", "yesterday"):
        assert fetch(f"http://{site.origin}/?gd=27&xn={day}").status == 200


def test_a_start_page_is_html_with_a_doctype(untouched_server: DemoServer) -> None:
    for name in ("demo-quang-nam", "demo-hue", "demo-kon-tum", "demo-ninh-thuan"):
        (page, *_) = start_pages(untouched_server, name)
        assert page.body.startswith(b"<!DOCTYPE html")
        assert isinstance(page.tree, html.HtmlElement)
