"""A newspaper: `slug-2477031.html`, categories with "xem thêm" fragments, feeds, a site map by month."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import cache
from html import escape

from scraper.demo.article import Article, Photo, slug
from scraper.demo.exchange import Request, Response, page, redirect, whole_number
from scraper.demo.files import attachment, picture
from scraper.demo.markup import fill, paragraphs
from scraper.demo.site import VIETNAM, DemoSite

SECTIONS = ("Chính trị", "Kinh tế", "Xã hội")
PAGE_SIZE = 12
FEED_SIZE = 20
_WEEKDAYS = ("Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy")
_ARTICLE = re.compile(r"/[a-z0-9-]+-(\d{7})\.html")
_MONTH = re.compile(r"/sitemaps/news-(\d{4}-\d{2})\.xml")


class Newspaper:
    """Báo Quảng Ninh (DEMO)."""

    forbidden = ("/cms/", "/print/", "/search")
    robots = "User-agent: *\nDisallow: /cms/\nDisallow: /print/\nDisallow: /search\n"

    def path(self, article: Article) -> str:
        """`/dam-ha-dam-bao-…-2477139.html`."""
        return f"/{slug(article.permalink)}-{article.key}.html"

    def respond(self, site: DemoSite, request: Request) -> Response | None:
        """Articles, categories, fragments, feeds and site maps."""
        path = request.path
        if found := _ARTICLE.fullmatch(path):
            article = site.find(int(found[1]))
            if article is None:
                return None
            correct = self.path(article)
            return self._article(site, article) if path == correct else redirect(correct, 301)
        if path.startswith("/dataimages/"):
            return picture(path)
        if path.startswith("/upload/"):
            return attachment(path)
        if path.endswith((".xml", ".rss")):
            return self._xml(site, path)
        if path.startswith("/ajax/xem-them/"):
            section = _section(path.removeprefix("/ajax/xem-them/"))
            number = whole_number(request.query.get("page")) or 1
            return page(self._items(site, section, number)) if section else None
        if path.startswith(self.forbidden):
            return page(self._page(site, "DEMO", "<p>In bài viết</p>"))
        return self._front(site, path)

    def missing(self, site: DemoSite) -> str:
        """The paper's 404."""
        return self._page(site, "404", '<h1 class="c-detail-head__title">Bài viết không tồn tại</h1>')

    def _front(self, site: DemoSite, path: str) -> Response | None:
        section = _section(path[1:])
        if section:
            main = fill("newspaper/listing.html", section=section, items=self._items(site, section, 1))
            return page(self._page(site, f"{section} - Báo Quảng Ninh (DEMO)", main))
        if path == "/":
            main = "\n".join(
                f'<h2 class="box-title"><a href="/{slug(section)}">{section}</a></h2>'
                f'<ul class="c-template-list">{"".join(map(self._teaser, site.listed(section)[:5]))}</ul>'
                for section in SECTIONS
            )
            return page(self._page(site, "Báo Quảng Ninh điện tử (DEMO)", main))
        if path in ("/lien-he", "/toa-soan"):
            return page(self._page(site, "Tòa soạn", "<p>Nội dung đang được cập nhật.</p>"))
        return None

    def _items(self, site: DemoSite, section: str, number: int) -> str:
        """One page of a category as the "xem thêm" button fetches it, with the next button at its end."""
        listed = site.listed(section)
        shown = listed[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        following = f"/ajax/xem-them/{slug(section)}?page={number + 1}"
        more = f'<a class="btn-more" href="javascript:;" data-url="{following}">Xem thêm</a>'
        items = "\n".join(self._teaser(article) for article in shown)
        return f'<ul class="c-template-list">\n{items}\n</ul>\n{more if number * PAGE_SIZE < len(listed) else ""}'

    def _teaser(self, article: Article) -> str:
        return fill(
            "newspaper/teaser.html",
            href=self.path(article),
            key=article.key,
            title=escape(article.title),
            time=f"{article.published:%d/%m/%Y %H:%M}",
            summary=escape(article.summary),
        )

    def _mini(self, article: Article) -> str:
        return (
            f'<li><a href="{self.path(article)}">{escape(article.title)}</a> '
            f"<time>{article.published:%d/%m/%Y}</time></li>"
        )

    def _article(self, site: DemoSite, article: Article) -> Response:
        site.count_view(article)
        related = [other for other in site.articles(article.section) if other.key != article.key][:10]
        main = fill(
            "newspaper/article.html",
            section=article.section,
            section_href=f"/{slug(article.section)}",
            key=article.key,
            title=escape(article.title),
            date_line=f"{_weekday(article.published)}, {article.published:%d/%m/%Y | %H:%M:%S} [GMT +7]",
            lead=escape(article.lead or ""),
            body=_body(article),
            byline=escape(article.byline or ""),
            files="\n".join(
                f'<p>{escape(file.before)}<a href="/upload/{escape(file.name)}">{escape(file.label)}</a></p>'
                for file in article.files
            ),
            related="\n".join(map(self._mini, related)),
        )
        return page(self._page(site, f"{article.title} - Báo Quảng Ninh (DEMO)", main, article))

    def _page(self, site: DemoSite, head_title: str, main: str, article: Article | None = None) -> str:
        latest = site.articles()
        now = site.now()
        return fill(
            "newspaper/page.html",
            head_title=escape(head_title),
            meta=self._meta(site, article) if article else "",
            schema=self._schema(site, article) if article else "",
            site=f"http://{site.origin}",
            body_class="detail-page" if article else "list-page",
            clock=f"{_weekday(now, spoken=True)}, {now:%d/%m/%Y %H:%M} (GMT +7)",
            menu=_menu(),
            all_menu=_menu(),
            main=main,
            latest="\n".join(map(self._mini, latest[:15])),
            popular="\n".join(map(self._mini, latest[15:30])),
        )

    def _meta(self, site: DemoSite, article: Article) -> str:
        described, title = escape(article.summary), escape(article.title)
        return (
            f'<meta name="description" content="{described}">\n<meta property="og:type" content="article">\n'
            f'<meta property="og:title" content="{title}">\n<meta property="og:description" content="{described}">\n'
            f'<meta property="og:url" content="{escape(site.address(article))}">\n'
            f'<meta property="article:published_time" content="{article.published:%Y-%m-%dT%H:%M:%S}+07:00">\n'
            f'<link rel="canonical" href="{escape(site.address(article))}">'
        )

    def _schema(self, site: DemoSite, article: Article) -> str:
        facts = {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": article.title,
            "mainEntityOfPage": site.address(article),
            "datePublished": f"{article.published:%Y-%m-%dT%H:%M:%S}+07:00",
            "author": {"@type": "Organization", "name": "Báo Quảng Ninh (DEMO)"},
            "publisher": {"@type": "Organization", "name": "Báo Quảng Ninh (DEMO)"},
        }
        text = json.dumps(facts, ensure_ascii=False).replace("<", "\\u003c")
        return f'<script type="application/ld+json">{text}</script>'

    def _xml(self, site: DemoSite, path: str) -> Response | None:
        if path == "/sitemap.xml":
            months = sorted({f"{article.published:%Y-%m}" for article in site.listed()}, reverse=True)
            base = f"http://{site.origin}/sitemaps/news-"
            return _xml("sitemapindex", "".join(_loc("sitemap", f"{base}{month}.xml") for month in months))
        if found := _MONTH.fullmatch(path):
            chosen = [article for article in site.listed() if f"{article.published:%Y-%m}" == found[1]]
            stamped = (_loc("url", site.address(article), article.modified or article.published) for article in chosen)
            return _xml("urlset", "".join(stamped)) if chosen else None
        label = path.removeprefix("/rss/").removesuffix(".rss")
        section = None if label == "home" else _section(label)
        if not path.startswith("/rss/") or (section is None and label != "home"):
            return None
        return self._feed(site, section, site.listed(section)[:FEED_SIZE])

    def _feed(self, site: DemoSite, section: str | None, articles: Iterable[Article]) -> Response:
        chosen = list(articles)
        items = "".join(
            f"<item><title>{escape(article.title)}</title><link>{escape(site.address(article))}</link>"
            f"<description>{escape(escape(article.summary))}</description>"
            f"<pubDate>{format_datetime(article.published.replace(tzinfo=VIETNAM))}</pubDate>"
            f"<guid isPermaLink=\"true\">{escape(site.address(article))}</guid></item>\n"
            for article in chosen
        )
        title = f"Báo Quảng Ninh (DEMO) - {section or 'Tin mới'}"
        changed = max((article.published for article in chosen), default=site.now().replace(tzinfo=None))
        body = (
            '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>'
            f"<title>{escape(title)}</title><link>http://{site.origin}/</link><description>{escape(title)}</description>"
            f"<language>vi</language>\n{items}</channel></rss>\n"
        )
        stamp = format_datetime(changed.replace(tzinfo=VIETNAM).astimezone(UTC), usegmt=True)
        return Response(body.encode(), content_type="text/xml; charset=utf-8", headers=(("Last-Modified", stamp),))


def _section(label: str) -> str | None:
    return next((section for section in SECTIONS if slug(section) == label), None)


def _weekday(moment: datetime, *, spoken: bool = False) -> str:
    """"Thứ 7" as the paper prints it above an article, "Thứ Bảy" as in its clock; Sunday is "Chủ nhật"."""
    if moment.weekday() == 6:
        return "Chủ nhật"
    return f"Thứ {_WEEKDAYS[moment.weekday()]}" if spoken else f"Thứ {moment.weekday() + 2}"


def _body(article: Article) -> str:
    """Paragraphs with the photos between them, each caption with the bar that the paper's editor leaves behind it."""
    parts = [paragraphs([block], '<p style="text-align: justify;">') for block in article.blocks]
    for place, photo in enumerate(article.photos):
        parts.insert(min(2 * place, len(parts)), _figure(article, place, photo))
    return "\n".join(parts)


def _figure(article: Article, place: int, photo: Photo) -> str:
    return fill("newspaper/photo.html", name=f"{article.key}-{place + 1}", caption=escape(photo.caption))


def _xml(root: str, content: str) -> Response:
    declaration = '<?xml version="1.0" encoding="UTF-8"?>'
    body = f'{declaration}\n<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{content}</{root}>\n'
    return Response(body.encode(), content_type="application/xml; charset=utf-8")


def _loc(kind: str, address: str, changed: datetime | None = None) -> str:
    stamp = f"<lastmod>{changed:%Y-%m-%dT%H:%M:%S}+07:00</lastmod>" if changed else ""
    return f"<{kind}><loc>{escape(address)}</loc>{stamp}</{kind}>\n"


@cache
def _menu() -> str:
    return "<ul>" + "".join(f'<li><a href="/{slug(section)}">{section}</a></li>' for section in SECTIONS) + "</ul>"
