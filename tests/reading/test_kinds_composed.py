"""Short notices and lists put together at random, each as portals have them between boxes of links; which is which.

A larger generator of this make showed what `scraper.reading.leanings` weighs: of 1,676 fresh announcements 225 were
taken for lists before it knew of addresses, menus and pagers, 29 thereafter; of 836 lists 8 and 5 were taken for
announcements. Of the pages here 19 were wrong before.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

import pytest

from archive.vietnamese.spelling import fold
from scraper.reading import read_page
from scraper.reading.result import Context

SECTIONS = ("Tin tức - Sự kiện", "Thông báo", "Văn hóa - Xã hội", "Nông thôn mới", "Niêm yết công khai", "Tuyển dụng")
STATIC = ("Giới thiệu", "Cơ cấu tổ chức", "Văn bản", "Thủ tục hành chính", "Hỏi đáp", "Liên hệ")
BOXES = (
    "Tin mới nhất",
    "Tin đọc nhiều",
    "Tiêu điểm",
    "Văn bản mới",
    "Tài liệu",
    "Góc tuyên truyền",
    "Giá cả thị trường",
)
RELATED = ("Tin khác", "Các tin đã đưa", "Tin cùng chuyên mục", "Các bài viết khác", "Xem thêm trong mục")
TITLES = (
    "Thông báo lịch tiếp công dân tháng 5 năm 2019",
    "Kế hoạch phòng, chống dịch tả lợn châu Phi",
    "Ra quân làm thủy lợi nội đồng vụ đông xuân",
    "Công khai dự toán ngân sách năm 2022 của xã",
    "Mời chào giá cung cấp văn phòng phẩm quý ba",
    "Bế mạc giải bóng chuyền hơi tranh cúp xã Lộc",
    "Về việc tạm ngừng cấp nước để sửa chữa tuyến ống",
    "Thông báo cấm đường phục vụ thi công cầu Bản Lướt",
    "Xã Mộc trao 50 suất quà cho hộ nghèo",
    "Vì sao giải ngân vốn đầu tư công còn chậm?",
    "Đoàn thanh niên hiến máu tình nguyện đợt hai",
    "Kết quả xét chọn hộ nghèo được hỗ trợ nhà ở đợt hai",
    "Lịch ngừng, giảm cung cấp điện trong tuần 24",
    "Triển khai tiêm vắc xin cho trẻ từ 5 đến dưới 12 tuổi",
)
NOTICES = (
    "Ủy ban nhân dân xã thông báo đến toàn thể nhân dân được biết và thực hiện.",
    "Nhà trường thông báo học sinh nghỉ học ngày 22/7 do ảnh hưởng của bão, đi học lại khi có thông báo mới.",
    "Trạm Y tế xã tổ chức tiêm chủng vào sáng thứ Tư tuần này, đề nghị các gia đình đưa trẻ đến đúng giờ.",
    "Thư viện tạm đóng cửa để kiểm kê kho sách từ ngày 1 đến hết ngày 5 tháng 7.",
    "Mọi thắc mắc xin liên hệ văn phòng, điện thoại 0212 3 846 217.",
)
SUMMARIES = (
    "Theo báo cáo, đến nay toàn huyện đã có 12 trên 18 xã đạt chuẩn, thu nhập bình quân đạt 46 triệu đồng mỗi năm.",
    "Sau hai năm triển khai, phong trào đã lan tỏa rộng khắp, góp phần thay đổi diện mạo của nhiều vùng quê.",
)
INTRODUCTION = "Nơi công bố thông tin về ngân sách, mua sắm, đấu thầu của các đơn vị theo quy định của pháp luật."
ADDRESSES = (
    ("/{s}", "/{s}/{t}-{n}.html"),
    ("/{s}-c{m}.html", "/{t}-a{n}.html"),
    ("/{s}", "/{s}/{t}"),
    ("/default.aspx?tabid={m}", "/default.aspx?tabid={m}&NewsID={n}"),
    ("/?act=muc&m={m}", "/?act=tin&id={n}"),
    ("/muc/{m}/{s}", "/muc/{m}/tin/{n}"),
    ("/chuyen-muc/{s}", "/node/{n}"),
)
"""How sites call their sections, and their announcements."""
ENTRIES = (
    "<li><a href='{to}'>{title}</a></li>",
    "<li><a href='{to}'>{title}</a> ({day})</li>",
    "<div>{day}<br><a href='{to}'>{title}</a></div>",
    "<p>- <a href='{to}'>{title}</a> - đã xem: 231</p>",
    "<div><a href='{to}'><img src='/t.jpg' width='80'></a><h4><a href='{to}'>{title}</a></h4></div>",
)
ROWS = (
    *ENTRIES[:2],
    "<div><h3><a href='{to}'>{title}</a></h3><p>{told}</p></div>",
    "<tr><td><a href='{to}'>{title}</a></td><td>{day}</td></tr>",
    "<div><h2><a href='{to}'>{title}</a></h2><p>Ngày đăng: {day}</p><div>{told}</div><a href='{to}'>Chi tiết</a></div>",
)
NAMES = (
    "<h3>{}</h3>",
    "<div class='title'>{}</div>",
    "<b>{}</b>",
    "<table><tr><td>{}</td></tr></table>",
    "<h2>{}</h2>",
)
HEADLINES = (
    "<h1>{}</h1>",
    "<h3>{}</h3>",
    "<div class='tt'>{}</div>",
    "<p><strong>{}</strong></p>",
    "<center><b>{}</b></center>",
)
DAYS = ("", "<div>{}</div>", "<p>Ngày đăng: {}</p>", "<div>{} | Lượt xem: 231</div>")
SHOWN = (
    "<p><img src='/scan/1.jpg' width='700'></p>",
    "<p><a href='/f/tb-12.pdf'>Toàn văn thông báo</a></p>",
    "<table><tr><th>STT</th><th>Tên</th></tr>" + "<tr><td>1</td><td>Lò Thị Hương, bản Lướt</td></tr>" * 6 + "</table>",
)
FRAMES = (
    "<table><tr><td colspan='3'>{menu}</td></tr><tr><td>{left}</td><td>{main}</td><td>{right}</td></tr></table>",
    "<div>{menu}</div><div><div>{left}</div><div><div>{main}</div></div><div>{right}</div></div>",
    "<header><nav>{menu}</nav></header><main><article>{main}</article></main><aside>{left}{right}</aside>",
    "{menu}{left}{main}{right}",
)


@dataclass(frozen=True)
class Composed:
    """A page and what it is."""

    kind: str
    url: str
    markup: str


def slug(text: str) -> str:
    return "-".join("".join(sign if sign.isalnum() else " " for sign in fold(text)).split())


class Portal:
    """The addresses, the menu and the boxes of one made-up portal."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.of_section, self.of_title = dice.choice(ADDRESSES)
        self.first = dice.choice((1, 20, 101))
        self.titles = list(TITLES)

    def section(self, name: str) -> str:
        return self.of_section.format(s=slug(name), m=self.first + SECTIONS.index(name))

    def article(self, title: str, name: str) -> str:
        number = self.dice.randrange(1200, 98000)
        return self.of_title.format(s=slug(name), m=self.first + SECTIONS.index(name), t=slug(title), n=number)

    def entries(self, row: str, count: int, name: str = "") -> str:
        told = "".join(
            row.format(
                to=self.article(title, name or self.dice.choice(SECTIONS)),
                title=title,
                day=f"{self.dice.randrange(10, 29)}/0{self.dice.randrange(1, 10)}/2021",
                told=self.dice.choice(SUMMARIES),
            )
            for title in self.dice.sample(self.titles, count)
        )
        holder = "ul" if row.startswith("<li") else "table" if row.startswith("<tr") else "div"
        return f"<{holder}>{told}</{holder}>"

    def box(self, names: tuple[str, ...] = BOXES) -> str:
        name = self.dice.choice(NAMES).format(self.dice.choice(names))
        return f"<div>{name}{self.entries(self.dice.choice(ENTRIES), self.dice.choice((3, 5, 8)))}</div>"

    def page(self, main: str, window: str) -> str:
        menu = [("Trang chủ", "/"), *((name, f"/{slug(name)}") for name in STATIC)]
        menu += [(name, self.section(name)) for name in SECTIONS]
        parts = {
            "menu": "<ul>" + "".join(f"<li><a href='{to}'>{name}</a></li>" for name, to in menu) + "</ul>",
            "main": main,
            "left": "".join(self.box() for _ in range(self.dice.randrange(3))),
            "right": "".join(self.box() for _ in range(self.dice.randrange(4))),
        }
        window = self.dice.choice((window, f"{window} - UBND xã Mộc", "Trang thông tin điện tử"))
        return (
            f"<html><head><title>{window}</title></head><body>{self.dice.choice(FRAMES).format(**parts)}</body></html>"
        )


def notice(dice: random.Random) -> Composed:
    portal, title, name = Portal(dice), dice.choice(TITLES), dice.choice(SECTIONS)
    portal.titles.remove(title)
    told = "".join(f"<p>{one}</p>" for one in dice.sample(NOTICES, dice.choice((0, 1, 1, 2))))
    told += dice.choice(SHOWN) if not told or dice.random() < 0.2 else ""
    head = dice.choice(HEADLINES).format(title) + dice.choice(DAYS).format("12/05/2022")
    main = dice.choice(("", f"<h2><a href='{portal.section(name)}'>{name}</a></h2>")) + f"{head}<div>{told}</div>"
    main += dice.choice(("", "<div><a href='javascript:history.back()'>Quay lại</a> <a href='#'>In trang</a></div>"))
    main += dice.choice(("", portal.box(RELATED), portal.box(RELATED), portal.entries(dice.choice(ENTRIES), 5)))
    url = f"http://xa{dice.randrange(99)}.example{portal.article(title, name)}"
    return Composed("article", url, portal.page(main, title))


def listing(dice: random.Random) -> Composed:
    portal, name = Portal(dice), dice.choice(SECTIONS)
    row, count = dice.choice(ROWS), dice.choice((1, 2, 3, 6, 10))
    head = dice.choice(NAMES).format(name) if dice.random() < 0.9 else ""
    featured = "<div><a href='{to}'><img src='/t.jpg'></a><h2><a href='{to}'>{title}</a></h2><p>{told}</p></div>"
    head += dice.choice(("", "", f"<p>{INTRODUCTION}</p>", portal.entries(featured, 1, name)))
    path = portal.section(name)
    pager = (
        f"<p>1 <a href='{path}{'&' if '?' in path else '?'}page=2'>2</a></p>"
        if count > 5 and dice.random() < 0.5
        else ""
    )
    main = head + portal.entries(row, count, name) + pager
    return Composed("listing", f"http://xa{dice.randrange(99)}.example{path}", portal.page(main, name))


PAGES = tuple((notice if seed % 3 else listing)(random.Random(seed)) for seed in range(240))


@pytest.mark.parametrize("context", [None, Context(expected="article")])
def test_pages_put_together_at_random_are_told_apart(context: Context | None) -> None:
    read = {page: read_page(page.markup.encode(), page.url, context=context).kind for page in PAGES}
    assert [page.url for page, kind in read.items() if kind != page.kind] == []
