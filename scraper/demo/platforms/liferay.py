"""Liferay 6.2: asset publishers, `_cur` paging, addresses with `p_p_…` and `redirect`, no date on the article."""

from __future__ import annotations

import re
from functools import cache
from hashlib import sha256
from html import escape
from urllib.parse import quote

from scraper.demo.article import Article, File, slug
from scraper.demo.exchange import Request, Response, page, redirect, whole_number
from scraper.demo.files import attachment, picture
from scraper.demo.markup import fill, paragraphs
from scraper.demo.site import DemoSite

TITLE = "Ban Quản lý Khu kinh tế tỉnh Kon Tum (DEMO)"
INSTANCE = "kTm4Xw9PzQeL"
PORTLET = f"101_INSTANCE_{INSTANCE}"
HOME = "/tin-tuc-su-kien"
PAGE_SIZE = 10
_CONTENT = f"{HOME}/-/asset_publisher/{INSTANCE}/content/"
_NOTE = re.compile(r"\[(\d+)\]")


class Liferay:
    """Ban Quản lý Khu kinh tế tỉnh Kon Tum (DEMO)."""

    forbidden = ("/c/", "/group/", "/user/")
    robots = "User-agent: *\nDisallow: /c/\nDisallow: /group/\nDisallow: /user/\n"

    def path(self, article: Article) -> str:
        """`/tin-tuc-su-kien/-/asset_publisher/kTm4Xw9PzQeL/content/ke-hoach-tuyen-truyen-ai-hoi-ang-bo-…`."""
        return _CONTENT + slug(article.permalink, drop_stroke_d=True)

    def respond(self, site: DemoSite, request: Request) -> Response | None:
        """The asset publisher's listing and articles, the document library, plain pages."""
        path = request.path
        if path == "/":
            return redirect(HOME)
        if path.startswith("/documents/"):
            return attachment(path.split("/")[4]) if path.count("/") >= 4 else None
        if path.startswith("/image/journal/"):
            return picture(request.target)
        if path.startswith(self.forbidden):
            return page(self._page(site, request, "DEMO", "<p>Đăng nhập</p>"))
        if path == HOME:
            return page(self._listing(site, request))
        if path.startswith(_CONTENT):
            article = next((one for one in site.articles() if self.path(one) == path), None)
            return self._article(site, request, article) if article else None
        if path in {f"/{slug(name, drop_stroke_d=True)}" for names in MENU.values() for name in names}:
            return page(self._page(site, request, "Giới thiệu", "<p>Nội dung đang được cập nhật.</p>"))
        return None

    def missing(self, site: DemoSite) -> str:
        """What the asset publisher says of content that is gone."""
        alert = '<div class="alert alert-error">Bài viết không tồn tại</div>'
        return self._page(site, Request("GET", HOME), "Tin tức - Sự kiện", alert)

    def _listing(self, site: DemoSite, request: Request) -> str:
        listed = site.listed()
        number = max(1, whole_number(request.query.get(f"_{PORTLET}_cur")) or 1)
        pages = max(1, -(-len(listed) // PAGE_SIZE))
        shown = listed[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        main = fill(
            "liferay/listing.html",
            rows="\n".join(self._row(article, request) for article in shown),
            portlet=PORTLET,
            first=(number - 1) * PAGE_SIZE + 1,
            last=(number - 1) * PAGE_SIZE + len(shown),
            total=len(listed),
            buttons=_buttons(number, pages),
        )
        return self._page(site, request, f"Tin tức - Sự kiện - {TITLE}", main)

    def _row(self, article: Article, request: Request) -> str:
        return fill(
            "liferay/row.html",
            path=escape(self.path(article)),
            back=quote(request.target, safe=""),
            title=escape(article.title),
            key=article.key,
            summary=escape(article.summary),
            day=_day(article, '<span class="metadata-entry metadata-publish-date">{}</span>'),
        )

    def _item(self, article: Article) -> str:
        return (
            f'<li class="title-list"><a href="{escape(self.path(article))}">{escape(article.title)}</a> '
            + _day(article, '<span class="ngay-dang">({})</span>')
            + "</li>"
        )

    def _article(self, site: DemoSite, request: Request, article: Article) -> Response:
        related = [other for other in site.articles() if other.key != article.key][:6]
        links = "\n".join(
            f'<li><a href="{escape(self.path(other))}">{escape(other.title)}</a></li>' for other in related
        )
        main = fill(
            "liferay/article.html",
            title=escape(article.title), portlet=PORTLET, key=article.key, body=_body(article), related=links,
        )  # fmt: skip
        canonical = f'<link href="http://{site.origin}{escape(self.path(article))}" rel="canonical" />'
        body = self._page(site, request, f"{article.title} - {TITLE}", main, canonical, article)
        return page(body, 200, ("ETag", f'"{sha256(body.encode()).hexdigest()[:16]}"'))

    def _page(
        self,
        site: DemoSite,
        request: Request,
        head_title: str,
        main: str,
        canonical: str = "",
        article: Article | None = None,
    ) -> str:
        crumb = f'<li class="active last"><span>{escape(article.title)}</span></li>' if article else ""
        return fill(
            "liferay/page.html",
            head_title=escape(head_title),
            canonical=canonical,
            token=sha256(request.target.encode()).hexdigest()[:8],
            current=quote(request.target, safe="/?&=-_.~%"),
            current_encoded=quote(request.target, safe=""),
            menu=_menu(),
            breadcrumb=f'<li><a href="/">Trang chủ</a></li> <li><a href="{HOME}">Tin tức - Sự kiện</a></li> {crumb}',
            portlet=PORTLET,
            main=main,
            latest="\n".join(map(self._item, site.articles()[:8])),
            links=_links(),
        )


def _day(article: Article, markup: str) -> str:
    """The day in its markup, as lists print it of a dated article."""
    return markup.format(f"{article.published:%d/%m/%Y}") if article.is_dated else ""


def _body(article: Article) -> str:
    """The web content: notes as links with their texts at the end, the file behind its words, then the byline."""
    text = paragraphs(article.blocks, '<p style="text-align: justify;">')
    text = _NOTE.sub(r'<a href="#_ftn\1" name="_ftnref\1" title="">[\1]</a>', text) if article.footnotes else text
    files = "\n".join(_file_link(file) for file in article.files)
    byline = f'<p style="text-align: right;"><strong>{escape(article.byline)}</strong></p>' if article.byline else ""
    notes = "\n".join(
        f'<p><a href="#_ftnref{number}" name="_ftn{number}" title="">[{number}]</a> {escape(note)}</p>'
        for number, note in enumerate(article.footnotes, 1)
    )
    return "\n".join(part for part in (text, files, byline, "<p>&nbsp;</p>" + notes if notes else "") if part)


def _file_link(file: File) -> str:
    identity = sha256(file.name.encode()).hexdigest()
    uuid = "-".join((identity[:8], identity[8:12], identity[12:16], identity[16:20], identity[20:32]))
    href = f"/documents/20182/254713/{quote(file.name)}/{uuid}?t=1581579120000"
    return f'<p>{escape(file.before)}<a href="{href}" target="_blank">{escape(file.label)}</a></p>'


def _buttons(number: int, pages: int) -> str:
    places = ((1, "&larr; Đầu tiên"), (number - 1, "Trước"), (number + 1, "Tiếp theo"), (pages, "Cuối cùng &rarr;"))
    buttons = []
    for place, (other, label) in enumerate(places):
        dead = number == 1 if place < 2 else number == pages
        link = '<a href="javascript:;">' if dead else f'<a href="{escape(_page_address(other))}">'
        buttons.append(f'<li class="{"disabled" if dead else ""}">{link}{label}</a></li>')
    return "\n".join(buttons)


def _page_address(number: int) -> str:
    return (
        f"{HOME}?p_p_id={PORTLET}&p_p_lifecycle=0&p_p_state=normal&p_p_mode=view&p_p_col_id=column-1&p_p_col_count=1"
        f"&_{PORTLET}_delta={PAGE_SIZE}&_{PORTLET}_keywords=&_{PORTLET}_advancedSearch=false"
        f"&_{PORTLET}_andOperator=true&p_r_p_564233524_resetCur=false&_{PORTLET}_cur={number}"
    )


MENU = {
    "Giới thiệu": ("Chức năng nhiệm vụ", "Cơ cấu tổ chức", "Lãnh đạo Ban", "Các phòng chuyên môn", "Đơn vị trực thuộc"),
    "Khu kinh tế": ("Khu kinh tế cửa khẩu Bờ Y", "Quy hoạch", "Hạ tầng kỹ thuật", "Xuất nhập khẩu"),
    "Khu công nghiệp": ("Khu công nghiệp Hòa Bình", "Khu công nghiệp Sao Mai", "Cụm công nghiệp Đăk La"),
    "Đầu tư": ("Môi trường đầu tư", "Chính sách ưu đãi", "Danh mục dự án kêu gọi đầu tư", "Thủ tục đầu tư"),
    "Văn bản": ("Văn bản chỉ đạo điều hành", "Văn bản quy phạm pháp luật", "Công báo", "Góp ý dự thảo văn bản"),
    "Thủ tục hành chính": ("Lĩnh vực đầu tư", "Lĩnh vực lao động", "Lĩnh vực môi trường", "Lĩnh vực xây dựng"),
}  # fmt: skip


@cache
def _menu() -> str:
    entries = [f'<li class="selected"><a href="{HOME}"><span>Tin tức - Sự kiện</span></a></li>']
    for head, names in MENU.items():
        hrefs = [f"/{slug(name, drop_stroke_d=True)}" for name in names]
        inner = "".join(f'<li><a href="{href}">{name}</a></li>' for href, name in zip(hrefs, names, strict=True))
        entries.append(f'<li><a href="{hrefs[0]}"><span>{head}</span></a><ul class="child-menu">{inner}</ul></li>')
    return f'<ul aria-label="Trang" role="menubar">{"".join(entries)}</ul>'


@cache
def _links() -> str:
    names = ("Cổng thông tin điện tử tỉnh", "Sở Kế hoạch và Đầu tư", "Sở Công Thương", "Cục Hải quan tỉnh")
    return "".join(f"<p>{name}</p>" for name in names)
