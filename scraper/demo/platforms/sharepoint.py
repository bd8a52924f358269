"""SharePoint publishing pages: `/Pages/….aspx` with decomposed letters, list views with `Paged=TRUE`."""

from __future__ import annotations

from datetime import UTC
from email.utils import format_datetime
from functools import cache, lru_cache
from hashlib import sha256
from html import escape
from unicodedata import normalize
from urllib.parse import quote, unquote

from scraper.demo.article import Article, slug
from scraper.demo.exchange import Request, Response, page, redirect, whole_number
from scraper.demo.files import attachment, picture
from scraper.demo.markup import fill, padding, paragraphs
from scraper.demo.site import VIETNAM, DemoSite

SECTION = "Tin từ Sở ngành, Địa phương"
LISTING = "/Pages/Tin-tu-So-nganh-Dia-phuong.aspx"
VIEW = "{5D20A7A4-11F3-4C7B-8E0B-3A9D6E1C7F02}"
PAGE_SIZE = 30
LONGEST_NAME = 110


class SharePoint:
    """Cổng thông tin điện tử tỉnh Ninh Thuận (DEMO)."""

    forbidden = ("/_layouts/", "/_vti_bin/", "/_catalogs/")
    robots = "User-agent: *\nDisallow: /_layouts/\nDisallow: /_vti_bin/\nDisallow: /_catalogs/\n"

    def path(self, article: Article) -> str:
        """`/Pages/Tho%CC%82ng-tin-tuye%CC%82n-truye%CC%82%CC%80n-….aspx`: the title, decomposed, in percent signs."""
        return quote(f"/Pages/{_name(article.permalink)}.aspx")

    def respond(self, site: DemoSite, request: Request) -> Response | None:
        """Pages by name, the list view, the document library."""
        path = normalize("NFD", request.path)
        if path == "/":
            return redirect(LISTING)
        if path.startswith("/SiteCollectionDocuments/"):
            return attachment(path)
        if path.startswith("/PublishingImages/") and path.endswith(".png"):
            return attachment(path) or picture(path)
        if path.startswith(self.forbidden):
            return page(self._page(site, request, "DEMO", "<p>Đăng nhập</p>"))
        if path == LISTING:
            return page(self._listing(site, request))
        article = next((one for one in site.articles() if f"/Pages/{_name(one.permalink)}.aspx" == path), None)
        if article:
            return self._article(site, request, article)
        if path in {unquote(href) for href, _ in _plain_pages()}:
            return page(self._page(site, request, "Giới thiệu", "<p>Nội dung đang được cập nhật.</p>"))
        return None

    def missing(self, site: DemoSite) -> str:
        """SharePoint's 404 in the portal's skin."""
        return self._page(site, Request("GET", LISTING), "404", '<div class="tieudetin">Bài viết không tồn tại</div>')

    def _listing(self, site: DemoSite, request: Request) -> str:
        listed = site.listed()
        first = whole_number(request.query.get("PageFirstRow")) or 1
        shown = listed[first - 1 : first - 1 + PAGE_SIZE]
        rows = "\n".join(self._row(article) for article in shown)
        cells = []
        if first > 1:
            before = f"PagedPrev=TRUE&p_ID={shown[0].key if shown else 0}&PageFirstRow={max(1, first - PAGE_SIZE)}"
            cells.append(_turn(before, "prev", "Trước"))
        cells.append(f'<td class="ms-vb">{first} - {first - 1 + len(shown)}</td>')
        if first - 1 + PAGE_SIZE < len(listed):
            stamp = quote(f"{shown[-1].published:%Y%m%d %H:%M:%S}", safe="")
            after = f"p_ArticleStartDate={stamp}&p_ID={shown[-1].key}&PageFirstRow={first + PAGE_SIZE}"
            cells.append(_turn(after, "next", "Tiếp"))
        main = fill("sharepoint/listing.html", rows=rows, pager="".join(cells))
        return self._page(site, request, SECTION, main)

    def _row(self, article: Article) -> str:
        title = escape(_decomposed(article.title, article))
        return (
            f'<tr><td class="ms-vb2"><a href="{self.path(article)}">{title}</a></td>'
            f'<td class="ms-vb2 ngay">{article.published:%d/%m/%Y}</td></tr>'
        )

    def _item(self, article: Article) -> str:
        day = f"<i>({article.published:%d/%m/%Y})</i>"
        return f'<li><a href="{self.path(article)}">{escape(article.title)}</a> {day}</li>'

    def _article(self, site: DemoSite, request: Request, article: Article) -> Response:
        others = [other for other in site.articles() if other.published < article.published][:10]
        main = fill(
            "sharepoint/article.html",
            title=escape(_decomposed(article.title, article)),
            day=f"{article.published:%d/%m/%Y}",
            key=article.key,
            css=sha256(str(article.key).encode()).hexdigest()[:32].upper(),
            body=_body(article),
            files="\n".join(
                f'<p>{escape(file.before)}<a href="/SiteCollectionDocuments/{quote(file.name)}">'
                f"{escape(file.label)}</a></p>"
                for file in article.files
            ),
            byline=escape(article.byline or ""),
            others="\n".join(map(self._item, others)),
        )
        changed = (article.modified or article.published).replace(tzinfo=VIETNAM)
        return Response(
            self._page(site, request, _decomposed(article.title, article), main).encode(),
            headers=(
                ("ETag", f'"{{{article.key:08X}-2021-4E5C}},{article.revision}"'),
                ("Last-Modified", format_datetime(changed.astimezone(UTC), usegmt=True)),
            ),
            may_compress=True,
        )

    def _page(self, site: DemoSite, request: Request, head_title: str, main: str) -> str:
        latest = site.articles()
        return fill(
            "sharepoint/page.html",
            head_title=escape(head_title),
            action=escape(request.target),
            padding=padding("sharepoint", 9_000),
            menu=_menu(),
            categories="".join(f'<p><a href="{href}">{name}</a></p>' for href, name in _plain_pages()[:9]),
            featured="\n".join(map(self._item, latest[10:15])),
            listing=LISTING,
            section=escape(SECTION),
            main=main,
            latest="\n".join(map(self._item, latest[:8])),
        )


def _turn(parameters: str, image: str, label: str) -> str:
    href = escape(f"{LISTING}?Paged=TRUE&{parameters}&View={VIEW}")
    picture = f'<img src="/PublishingImages/{image}.gif" border="0" alt="{label}" />'
    return f'<td><a href="{href}">{picture}</a></td>'


@lru_cache(maxsize=1024)
def _name(title: str) -> str:
    words = normalize("NFC", title).replace(",", "").replace(":", "").replace("/", "-").split()
    name = "-".join(words)
    if len(name) > LONGEST_NAME:
        name = name[:LONGEST_NAME].rsplit("-", 1)[0]
    return normalize("NFD", name)


def _body(article: Article) -> str:
    scans = [fill("sharepoint/scan.html", file=photo.name, caption=escape(photo.caption)) for photo in article.photos]
    return "\n".join([_decomposed(paragraphs(article.blocks), article), *scans])


def _decomposed(text: str, article: Article) -> str:
    """Two articles of three were typed on a machine that decomposes letters."""
    return normalize("NFD", text) if article.key % 3 else text


MENU = {
    "Giới thiệu": ("Tổng quan", "Lịch sử hình thành", "Điều kiện tự nhiên", "Bộ máy tổ chức", "Bản đồ hành chính"),
    "Chính quyền": ("Chỉ đạo điều hành", "Lịch công tác", "Kết luận cuộc họp", "Công báo", "Tiếp công dân"),
    "Công dân": ("Thủ tục hành chính", "Hỏi đáp pháp luật", "Phản ánh kiến nghị", "Khiếu nại tố cáo"),
    "Doanh nghiệp": ("Đầu tư", "Đấu thầu", "Quy hoạch", "Ưu đãi đầu tư", "Năng lượng tái tạo"),
    "Du khách": ("Điểm đến", "Lễ hội", "Ẩm thực", "Lưu trú", "Di tích Chăm"),
    "Văn bản": ("Văn bản quy phạm pháp luật", "Văn bản chỉ đạo", "Dự thảo văn bản"),
}  # fmt: skip


@cache
def _plain_pages() -> list[tuple[str, str]]:
    return [(f"/Pages/{slug(name)}.aspx", name) for names in MENU.values() for name in names]


@cache
def _menu() -> str:
    entries = [f'<li class="static"><a class="static menu-item" href="{LISTING}"><span>Tin tức</span></a></li>']
    for head, names in MENU.items():
        links = [f'href="/Pages/{slug(name)}.aspx"><span class="menu-item-text">{name}</span></a>' for name in names]
        inner = "".join(f'<li class="dynamic"><a class="dynamic menu-item" {link}</li>' for link in links)
        first = f'<a class="static menu-item" href="/Pages/{slug(names[0])}.aspx"><span>{head}</span></a>'
        entries.append(f'<li class="static dynamic-children">{first}<ul class="dynamic">{inner}</ul></li>')
    return f'<ul class="root static">{"".join(entries)}</ul>'
