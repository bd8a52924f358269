"""A newspaper: `slug-2477031.html`, categories with "xem thêm" fragments, feeds, a site map by month."""

from __future__ import annotations

import json
import re
from datetime import datetime
from functools import cache
from html import escape

from scraper.demo.article import Article, Photo, slug
from scraper.demo.exchange import Request, Response, page, redirect, whole_number
from scraper.demo.files import attachment, picture
from scraper.demo.markup import fill, paragraphs
from scraper.demo.platforms.feeds import feed_or_map
from scraper.demo.site import DemoSite

SECTIONS = ("Chính trị", "Kinh tế", "Xã hội")
PAGE_SIZE = 12
_WEEKDAYS = ("Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy")
_ARTICLE = re.compile(r"/[a-z0-9-]+-(\d{7})\.html")


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
            return feed_or_map(site, path, {slug(section): section for section in SECTIONS})
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
        if path in _plain_pages():
            return page(self._page(site, "Báo Quảng Ninh (DEMO)", "<p>Nội dung đang được cập nhật.</p>"))
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


def _section(label: str) -> str | None:
    return next((section for section in SECTIONS if slug(section) == label), None)


def _weekday(moment: datetime, *, spoken: bool = False) -> str:
    """As the paper prints it above an article ("Thứ 7"), or as in its clock ("Thứ Bảy"); Sunday is "Chủ nhật"."""
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


MENU = {
    "Chính trị": ("Xây dựng Đảng", "Chính quyền", "Đoàn thể", "Quốc hội", "Hội đồng nhân dân", "Học tập Bác"),
    "Kinh tế": ("Nông nghiệp", "Công nghiệp", "Thương mại", "Du lịch", "Tài chính", "Đầu tư", "Thị trường"),
    "Xã hội": ("Giáo dục", "Y tế", "Lao động", "Môi trường", "Giao thông", "Đời sống", "Nhân ái"),
    "Quốc phòng an ninh": ("Biên phòng", "Công an", "Quân sự", "Pháp luật", "Biển đảo"),
    "Văn hóa": ("Di sản", "Văn học nghệ thuật", "Lễ hội", "Con người", "Điện ảnh"),
    "Thể thao": ("Trong tỉnh", "Trong nước", "Quốc tế", "Bóng đá"),
    "Đa phương tiện": ("Video", "Ảnh", "Infographic", "Podcast", "Longform"),
    "Bạn đọc": ("Hộp thư", "Trả lời bạn đọc", "Điều tra", "Diễn đàn"),
}
"""The sections and what their menus hold; only three carry articles here."""


@cache
def _menu() -> str:
    entries = []
    for section, parts in MENU.items():
        links = [f'<a href="/{slug(section)}/{slug(part)}" title="{part}">{part}</a>' for part in parts]
        inner = "".join(f'<li class="sub-item">{link}</li>' for link in links)
        head = f'<a href="/{slug(section)}">{section}</a>'
        entries.append(f'<li class="nav-item">{head}<ul class="sub">{inner}</ul></li>')
    return f"<ul>{''.join(entries)}</ul>"


@cache
def _plain_pages() -> frozenset[str]:
    heads = {f"/{slug(section)}" for section in MENU}
    parts = {f"/{slug(section)}/{slug(part)}" for section, parts in MENU.items() for part in parts}
    return frozenset(heads | parts | {"/lien-he", "/toa-soan"})
