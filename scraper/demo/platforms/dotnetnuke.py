"""DotNetNuke on ASP.NET: everything in the query of Default.aspx, listings turned by postback."""

from __future__ import annotations

import base64
from functools import cache
from hashlib import sha256
from html import escape
from urllib.parse import quote

from scraper.demo.article import Article
from scraper.demo.dice import dice
from scraper.demo.exchange import Request, Response, page, redirect, whole_number
from scraper.demo.files import attachment, picture
from scraper.demo.markup import fill, paragraphs
from scraper.demo.site import DemoSite

TAB = 107
GROUPS = {41: "Tin hoạt động", 46: "Thông tin tuyên truyền"}
PAGE_SIZE = 6
PAGE_LINKS = 5
"""As many numbers as the pager of a GridView shows before its "..."."""
GRID = "dnn$ctr568$ViewTinTuc$gvTin"
MACHINE_KEY = b"demo machine key"
PADDING_BYTES = 9_000
MAC_FAILED = "Validation of viewstate MAC failed."
INVALID_ARGUMENT = "Invalid postback or callback argument. Event validation is enabled."


class DotNetNuke:
    """Trang thông tin điện tử Đảng bộ tỉnh Quảng Nam (DEMO)."""

    forbidden = ("/Admin/", "/Login.aspx", "/InTin/", "/Host/")
    robots = "User-agent: *\nDisallow: /Admin/\nDisallow: /Login.aspx\nDisallow: /InTin/\nDisallow: /Host/\n"

    def path(self, article: Article) -> str:
        """`/Default.aspx?tabid=107&Group=46&NID=4116`."""
        group = next(number for number, name in GROUPS.items() if name == article.section)
        return f"/Default.aspx?tabid={TAB}&Group={group}&NID={article.key}"

    def respond(self, site: DemoSite, request: Request) -> Response | None:
        """Default.aspx by its parameters, and files of the portal."""
        path, query = request.path, request.query
        if path == "/":
            return redirect("/Default.aspx?tabid=36")
        if path.startswith("/Portals/0/Images/"):
            return picture(path)
        if path.startswith("/Portals/0/"):
            return attachment(path)
        if path.startswith(("/Login.aspx", "/InTin/")):
            return page(self._page(site, request.target, "<h2>Đăng nhập</h2>", ""))
        if path.lower() != "/default.aspx":
            return None
        if "NID" in query:
            article = site.find(whole_number(query["NID"]))
            return page(self._article(site, request, article)) if article else None
        group = whole_number(query.get("Group"))
        if query.get("tabid") == str(TAB) and group in GROUPS:
            return self._listing(site, request, group)
        return page(self._page(site, request.target, self._static(site, query.get("tabid")), ""))

    def missing(self, site: DemoSite) -> str:
        """What DotNetNuke shows for a number that it does not know."""
        return self._page(site, "/Default.aspx", '<span class="tieude_ct">Bài viết không tồn tại</span>', "")

    def _listing(self, site: DemoSite, request: Request, group: int) -> Response:
        here = f"{TAB} {group}"
        number = 1
        if request.method == "POST":
            state = _opened(request.form.get("__VIEWSTATE", ""))
            if state is None or state[: len(here)] != here:
                return page(fill("dotnetnuke/error.html", message=MAC_FAILED), 500)
            number = int(state.split()[2])
            if request.form.get("__EVENTTARGET") == GRID:
                wanted = whole_number(request.form.get("__EVENTARGUMENT", "").removeprefix("Page$"))
                if request.form.get("__EVENTVALIDATION") != _sealed("events " + state, 300) or (
                    wanted not in _offered(number, _pages(site, group))
                ):
                    return page(fill("dotnetnuke/error.html", message=INVALID_ARGUMENT), 500)
                number = wanted
        listed = site.listed(GROUPS[group])
        rows = "\n".join(self._row(article) for article in listed[(number - 1) * PAGE_SIZE : number * PAGE_SIZE])
        main = fill(
            "dotnetnuke/listing.html", section=GROUPS[group], rows=rows, pager=_pager(number, _pages(site, group))
        )
        return page(self._page(site, request.target, main, f"{here} {number}"))

    def _row(self, article: Article) -> str:
        return fill(
            "dotnetnuke/row.html",
            href=escape(self.path(article)),
            picture=article.key % 7,
            title=escape(article.title),
            day=f"{article.published:%d/%m/%Y}",
            summary=escape(article.summary),
        )

    def _article(self, site: DemoSite, request: Request, article: Article) -> str:
        older = [other for other in site.articles(article.section) if other.published < article.published][:8]
        main = fill(
            "dotnetnuke/article.html",
            title=escape(article.title),
            time=f"{article.published:%H:%M}",
            day=f"{article.published:%d/%m/%Y}",
            views=site.count_view(article),
            key=article.key,
            body=paragraphs(article.blocks, '<p class="MsoNormal" style="text-align: justify;">'),
            files="\n".join(
                f'<p>{escape(file.before)}<a href="/Portals/0/VanBan/{quote(file.name)}">{escape(file.label)}</a></p>'
                for file in article.files
            ),
            byline=f"Tác giả: {escape(article.byline)}" if article.byline else "",
            older="\n".join(self._item(other) for other in older),
        )
        return self._page(site, request.target, main, f"{TAB} {article.key} 0")

    def _item(self, article: Article) -> str:
        return (
            f'<li><a href="{escape(self.path(article))}">{escape(article.title)}</a> '
            f'<span class="ngaydang">({article.published:%d/%m/%Y})</span></li>'
        )

    def _static(self, site: DemoSite, tab: str | None) -> str:
        if tab == "36":
            return "\n".join(
                f'<span class="Head"><a href="/Default.aspx?tabid={TAB}&amp;Group={group}">{name}</a></span>'
                f'<ul class="tinkhac">{"".join(map(self._item, site.listed(name)[:6]))}</ul>'
                for group, name in GROUPS.items()
            )
        return '<span class="Head">Giới thiệu</span><p>Nội dung đang được cập nhật.</p>'

    def _page(self, site: DemoSite, target: str, main: str, state: str) -> str:
        return fill(
            "dotnetnuke/page.html",
            action=escape(target),
            viewstate=_sealed(state, PADDING_BYTES),
            validation=_sealed("events " + state, 300),
            menu=_menu(),
            latest=f'<ul class="tinkhac">{"".join(map(self._item, site.articles()[:6]))}</ul>',
            main=main,
            popular=f'<ul class="tinkhac">{"".join(map(self._item, site.articles()[9:15]))}</ul>',
            visitors=f"{site.visitors():,}".replace(",", "."),
        )


def _pages(site: DemoSite, group: int) -> int:
    return -(-len(site.listed(GROUPS[group])) // PAGE_SIZE)


def _offered(number: int, pages: int) -> list[int]:
    """The pages that the pager of a page links to: its window of numbers, and one beyond at either end."""
    first = (number - 1) // PAGE_LINKS * PAGE_LINKS + 1
    return [other for other in range(first - 1, first + PAGE_LINKS + 1) if 1 <= other <= pages and other != number]


def _pager(number: int, pages: int) -> str:
    if pages < 2:
        return ""
    first = (number - 1) // PAGE_LINKS * PAGE_LINKS + 1
    cells = []
    for other in sorted([number, *_offered(number, pages)]):
        label = str(other) if first <= other < first + PAGE_LINKS else "..."
        link = f"<a href=\"javascript:__doPostBack('{escape(GRID)}','Page${other}')\">{label}</a>"
        cells.append(f"<td>{f'<span>{number}</span>' if other == number else link}</td>")
    return f'<tr class="phantrang"><td colspan="1"><table border="0"><tr>{"".join(cells)}</tr></table></td></tr>'


@cache
def _sealed(state: str, padding: int) -> str:
    """A state as ASP.NET sends it: base 64 with a seal, and as long as such fields are."""
    filling = dice(state).randbytes(padding)
    content = state.encode() + b"\0" + filling
    return base64.b64encode(content + sha256(MACHINE_KEY + content).digest()).decode()


def _opened(field: str) -> str | None:
    """The state of a field that came back; None where the seal is broken."""
    try:
        content = base64.b64decode(field, validate=True)
    except ValueError:
        return None
    if sha256(MACHINE_KEY + content[:-32]).digest() != content[-32:]:
        return None
    return content.split(b"\0", 1)[0].decode("utf-8", "replace")


MENU = {
    "Trang chủ": ((36, "Trang chủ"),),
    "Giới thiệu": (
        (51, "Lịch sử Đảng bộ"), (52, "Ban Chấp hành Đảng bộ tỉnh"), (53, "Ban Thường vụ Tỉnh ủy"),
        (54, "Các ban của Tỉnh ủy"), (55, "Đảng bộ trực thuộc"), (56, "Trường Chính trị"), (57, "Báo Quảng Nam"),
    ),
    "Tin tức": ((107, "Tin hoạt động"), (108, "Tin trong nước"), (109, "Tin thế giới"), (110, "Điểm báo")),
    "Tuyên giáo": (
        (111, "Thông tin tuyên truyền"), (112, "Bản tin sinh hoạt chi bộ"), (113, "Khoa giáo"),
        (114, "Lịch sử Đảng"), (115, "Dư luận xã hội"), (116, "Báo cáo viên"), (117, "Giáo dục lý luận chính trị"),
    ),
    "Xây dựng Đảng": ((121, "Tổ chức"), (122, "Kiểm tra, giám sát"), (123, "Dân vận"), (124, "Nội chính")),
    "Văn kiện": ((131, "Văn kiện Đảng toàn quốc"), (132, "Văn kiện Đảng bộ tỉnh"), (133, "Nghị quyết, chỉ thị")),
    "Học tập Bác": ((134, "Gương điển hình"), (135, "Chuyên đề hằng năm"), (136, "Tài liệu")),
}  # fmt: skip


@cache
def _menu() -> str:
    entries = []
    for head, links in MENU.items():
        inner = "".join(f'<li id="dnn_m{tab}"><a href="{_href(tab)}">{name}</a></li>' for tab, name in links)
        entries.append(f'<li class="root"><a href="{_href(links[0][0])}"><span>{head}</span></a><ul>{inner}</ul></li>')
    return f'<ul class="menu" id="dnn_dnnMENU_ctldnnMENU">{"".join(entries)}</ul>'


def _href(tab: int) -> str:
    listings = {107: 41, 111: 46}
    return f"/Default.aspx?tabid={TAB}&amp;Group={listings[tab]}" if tab in listings else f"/Default.aspx?tabid={tab}"
