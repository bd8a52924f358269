"""The newspaper's feeds and its site map by month."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from email.utils import format_datetime
from hashlib import sha256
from html import escape

from scraper.demo.article import Article
from scraper.demo.exchange import Response
from scraper.demo.site import VIETNAM, DemoSite

FEED_SIZE = 20
_MONTH = re.compile(r"/sitemaps/news-(\d{4}-\d{2})\.xml")
_FEED = re.compile(r"/rss/([a-z-]+)\.rss")


def feed_or_map(site: DemoSite, path: str, sections: Mapping[str, str]) -> Response | None:
    """`/sitemap.xml`, `/sitemaps/news-2020-03.xml`, `/rss/home.rss` or `/rss/chinh-tri.rss`; `sections` by slug."""
    if path == "/sitemap.xml":
        months = sorted({f"{article.published:%Y-%m}" for article in site.listed()}, reverse=True)
        base = f"http://{site.origin}/sitemaps/news-"
        return _map("sitemapindex", "".join(_location("sitemap", f"{base}{month}.xml") for month in months))
    if found := _MONTH.fullmatch(path):
        chosen = [article for article in site.listed() if f"{article.published:%Y-%m}" == found[1]]
        stamped = (_location("url", site.address(one), one.modified or one.published) for one in chosen)
        return _map("urlset", "".join(stamped)) if chosen else None
    if (found := _FEED.fullmatch(path)) and (found[1] == "home" or found[1] in sections):
        section = sections.get(found[1])
        return _feed(site, section or "Tin mới", site.listed(section)[:FEED_SIZE])
    return None


def _map(root: str, content: str) -> Response:
    declaration = '<?xml version="1.0" encoding="UTF-8"?>'
    body = f'{declaration}\n<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{content}</{root}>\n'
    return Response(body.encode(), content_type="application/xml; charset=utf-8")


def _location(kind: str, address: str, changed: datetime | None = None) -> str:
    stamp = f"<lastmod>{changed:%Y-%m-%dT%H:%M:%S}+07:00</lastmod>" if changed else ""
    return f"<{kind}><loc>{escape(address)}</loc>{stamp}</{kind}>\n"


def _feed(site: DemoSite, label: str, articles: Iterable[Article]) -> Response:
    items = "".join(_item(site, article) for article in articles)
    title = escape(f"Báo Quảng Ninh (DEMO) - {label}")
    body = (
        f'<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>{title}</title>'
        f"<link>http://{site.origin}/</link><description>{title}</description><language>vi</language>\n"
        f"{items}</channel></rss>\n"
    )
    tag = sha256(body.encode()).hexdigest()[:16]
    return Response(body.encode(), content_type="text/xml; charset=utf-8", headers=(("ETag", f'"{tag}"'),))


def _item(site: DemoSite, article: Article) -> str:
    address = escape(site.address(article))
    return (
        f"<item><title>{escape(article.title)}</title><link>{address}</link>"
        f"<description>{escape(escape(article.summary))}</description>"
        f"<pubDate>{format_datetime(article.published.replace(tzinfo=VIETNAM))}</pubDate>"
        f'<guid isPermaLink="true">{address}</guid></item>\n'
    )
