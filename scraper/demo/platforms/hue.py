"""The platform of the offices of Thừa Thiên Huế: `?gd=…&cn=…&tc=…` in any order, numbered pages in the query."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from html import escape
from urllib.parse import quote

from scraper.demo.article import Article
from scraper.demo.exchange import Request, Response, page, whole_number
from scraper.demo.files import attachment, picture
from scraper.demo.markup import fill, padding, paragraphs
from scraper.demo.site import DemoSite

VIEW = 27
SECTIONS = {97: "Tin hoạt động của Sở", 98: "Tin tức - Sự kiện"}
PAGE_SIZE = 10
CALENDAR_YEARS = (1900, 9000)


class Hue:
    """Trang thông tin điện tử Sở Nội vụ tỉnh Thừa Thiên Huế (DEMO)."""

    forbidden = ("/quantri/", "/in/")
    robots = "User-agent: *\nCrawl-delay: 0.1\nDisallow: /quantri/\nDisallow: /in/\n"

    def path(self, article: Article) -> str:
        """`/?gd=27&cn=97&tc=2371`."""
        return f"/?gd={VIEW}&cn={_section_number(article)}&tc={article.key}"

    def respond(self, site: DemoSite, request: Request) -> Response | None:
        """The front page's address with its parameters, and files."""
        path, query = request.path, request.query
        if path.startswith("/UploadFiles/"):
            return picture(path) if path.endswith(".png") else attachment(path)
        if path.startswith(self.forbidden):
            return page(self._page(site, request, "DEMO", "<p>Đăng nhập</p>"))
        if path not in ("/", "/Default.aspx"):
            return None
        if "tc" in query:
            article = site.find(whole_number(query["tc"]))
            return page(self._article(site, request, article)) if article else None
        section = SECTIONS.get(whole_number(query.get("cn")) or 0)
        if "cn" in query and section is None:
            return page(self._page(site, request, "Giới thiệu", "<p>Nội dung đang được cập nhật.</p>"))
        return page(self._listing(site, request, section))

    def missing(self, site: DemoSite) -> str:
        """What the platform shows for an article that is gone."""
        nothing = Request("GET", "/")
        return self._page(site, nothing, "Thông báo", '<div class="title_chitiet">Bài viết không tồn tại</div>')

    def _listing(self, site: DemoSite, request: Request, section: str | None) -> str:
        query = request.query
        listed = site.listed(section)
        base = f"/?gd={VIEW}"
        if section:
            base += f"&cn={query['cn']}"
        if "xn" in query:
            base += f"&xn={quote(query['xn'])}"
            listed = [article for article in listed if f"{article.published:%Y-%m-%d}" == query["xn"]]
        number = whole_number(query.get("page")) or 1
        rows = "\n".join(self._row(article) for article in listed[(number - 1) * PAGE_SIZE : number * PAGE_SIZE])
        pages = -(-len(listed) // PAGE_SIZE)
        name = section or "Trang chủ"
        main = fill("hue/listing.html", section=name, rows=rows, pager=_pager(base, number, pages))
        return self._page(site, request, name, main)

    def _row(self, article: Article) -> str:
        return fill(
            "hue/row.html",
            href=escape(self.path(article)),
            picture=article.key % 9,
            title=escape(article.title),
            day=f"{article.published:%d/%m/%Y}",
            summary=escape(article.summary),
        )

    def _article(self, site: DemoSite, request: Request, article: Article) -> str:
        site.count_view(article)
        byline = article.byline or ""
        older = [other for other in site.articles(article.section) if other.published < article.published][:10]
        main = fill(
            "hue/article.html",
            section=escape(article.section),
            section_href=f"/?gd={VIEW}&amp;cn={_section_number(article)}",
            title=escape(article.title),
            day=f"{article.published:%d/%m/%Y}",
            key=article.key,
            body=paragraphs(article.blocks, '<p style="text-align: justify;">'),
            byline_spaced=escape(byline),
            byline_glued=escape(byline.replace(" ", "")),
            files="\n".join(
                f'<div class="dinhkem">{escape(file.before)}<a href="/UploadFiles/VanBan/{quote(file.name)}">'
                f"{escape(file.label)}</a></div>"
                for file in article.files
            ),
            others="\n".join(self._item(other) for other in older),
        )
        return self._page(site, request, article.title, main)

    def _item(self, article: Article) -> str:
        return (
            f'<li><a href="{escape(self.path(article))}">{escape(article.title)}</a> '
            f'<span class="ngay">({article.published:%d/%m/%Y})</span></li>'
        )

    def _featured(self, article: Article) -> str:
        """A link whose parameters stand in another order, as this platform writes them here and there."""
        href = f"/?cn={_section_number(article)}&amp;gd={VIEW}&amp;tc={article.key}"
        return f'<li><a href="{href}">{escape(article.title)}</a></li>'

    def _page(self, site: DemoSite, request: Request, head_title: str, main: str) -> str:
        latest = site.articles()
        return fill(
            "hue/page.html",
            head_title=escape(head_title),
            action=escape(request.target),
            padding=padding("hue", 4_500),
            menu=_menu(),
            categories="".join(
                f'<a href="/?gd={VIEW}&amp;cn={number}">{escape(name)}</a>'
                for number, name in (SECTIONS | PAGES).items()
            ),
            featured="\n".join(map(self._featured, latest[:6])),
            notices="\n".join(map(self._item, latest[6:12])),
            main=main,
            calendar=_calendar(request.query.get("xn"), site.now().date()),
            visitors=f"{site.visitors():,}".replace(",", "."),
        )


def _section_number(article: Article) -> int:
    return next(number for number, name in SECTIONS.items() if name == article.section)


def _pager(base: str, number: int, pages: int) -> str:
    parts = []
    for other in range(1, pages + 1):
        link = f'<a href="{escape(f"{base}&page={other}")}">{other}</a>'
        parts.append(f"<span>{other}</span>" if other == number else link)
    return "".join(parts)


def _calendar(chosen: str | None, today: date) -> str:
    """The month with a link for each day, and links to the months before and after, without an end."""
    try:
        day = date.fromisoformat(chosen or "")
    except ValueError:
        day = today
    if not CALENDAR_YEARS[0] <= day.year <= CALENDAR_YEARS[1]:
        day = today
    first = day.replace(day=1)
    after = (first + timedelta(days=32)).replace(day=1)
    before = (first - timedelta(days=1)).replace(day=1)
    days = [first + timedelta(days=count) for count in range((after - first).days)]
    cells = "".join(f'<a href="/?gd={VIEW}&amp;xn={day}">{day.day}</a> ' for day in days)
    return (
        f'<a href="/?gd={VIEW}&amp;xn={before}">&laquo;</a> Tháng {first.month}/{first.year} '
        f'<a href="/?gd={VIEW}&amp;xn={after}">&raquo;</a><div class="lich">{cells}</div>'
    )


PAGES = {
    140: "Giới thiệu chung", 141: "Cơ cấu tổ chức", 142: "Chức năng, nhiệm vụ", 143: "Thủ tục hành chính",
    144: "Văn bản quy phạm pháp luật", 145: "Cải cách hành chính", 146: "Thi đua - Khen thưởng",
    147: "Văn thư - Lưu trữ",
    148: "Tổ chức bộ máy", 149: "Xây dựng chính quyền", 150: "Thanh tra", 151: "Hỏi đáp", 152: "Liên hệ",
}  # fmt: skip


@cache
def _menu() -> str:
    heads = list((SECTIONS | PAGES).items())
    entries = []
    for number, name in heads[:9]:
        inner = "".join(f'<li><a href="/?gd={VIEW}&amp;cn={other}">{escape(label)}</a></li>' for other, label in heads)
        entries.append(f'<li><a href="/?gd={VIEW}&amp;cn={number}">{escape(name)}</a><ul>{inner}</ul></li>')
    return f'<ul class="sf-menu">{"".join(entries)}</ul>'
