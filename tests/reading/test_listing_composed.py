"""Listings put together at random from what portals are made of: rows, days, pagers, headings, boxes, addresses.

Five hundred like these, of more makes, were written before any was read: 497 lists were complete and nothing else, the
further pages, days and titles of all were right, and 474 were known for lists without being sought as such.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from scraper.reading import read_page
from tests.scraper.portals import TOPICS

SECTIONS = (("Tin tức - Sự kiện", "tin-tuc-su-kien"), ("Thông báo", "thong-bao"), ("Kinh tế", "kinh-te"))
BOXES = ("Tin nổi bật", "Tin đọc nhiều", "Tin mới nhất", "Tiêu điểm", "Xem nhiều nhất")
MENU = ("Trang chủ", "Giới thiệu", "Tin tức", "Văn bản", "Thủ tục hành chính", "Liên hệ", "Hỏi đáp", "Góp ý")
NEWEST = date(2023, 11, 28)
SUMMARY = "Các phòng, đơn vị trực thuộc phối hợp thực hiện và báo cáo kết quả trước ngày cuối tháng này."


@dataclass(frozen=True)
class Item:
    """An announcement of a list; the path of its address is given by the make of the addresses."""

    number: int
    title: str
    day: date
    path: str


ADDRESSES: tuple[tuple[str, str, str], ...] = (
    ("/{section}/bai-viet-ve-viec-so-{n}.html", "/{section}", "/{section}?page={page}"),
    ("/bai-viet-ve-viec-thu-{n}-cua-huyen", "/chuyen-muc/{section}", "/chuyen-muc/{section}/trang/{page}"),
    ("/Default.aspx?pageid=41&id={n}", "/Default.aspx?pageid=40", "/Default.aspx?pageid=40&p={page}"),
    ("/{section}/-/view_content/{n}-bai-viet.html", "/{section}", "/{section}?_101_INSTANCE_aB3_cur={page}"),
    ("/{section}/202311/bai-viet-cua-huyen-{n}/", "/{section}/", "/{section}/trang-{page}/"),
    ("/?cn=7&gd=5&tc={n}", "/?cn=7&gd=4", "/?cn=7&gd=4&trang={page}"),
    ("/Detail.aspx?ID={n}", "/List.aspx?CatID=5", "/List.aspx?CatID=5&PageIndex={page}"),
    ("/post/bai-viet-ve-viec-so-post{n}.html", "/{section}.html", "/{section}-p{page}.html"),
)
DAYS = ("{:%d/%m/%Y}", "Ngày đăng: {:%d/%m/%Y}", "({:%d/%m/%Y})", "{:%d-%m-%Y}", "Cập nhật lúc 07:21 ngày {:%d/%m/%Y}")
ROWS = (
    "<ul>{rows}</ul>|<li>{link} <span>{day}</span></li>",
    "{rows}|<div>{picture}<h3>{link}</h3><div>{day}</div><p>{summary}</p></div>",
    "<table>{rows}</table>|<tr><td>{picture}</td><td>{link}<br><i>{day}</i><br>{summary}</td></tr>",
    "{rows}|<article><header><h2>{link}</h2><p>{day}</p></header>{summary} <a href='{path}'>Xem chi tiết</a></article>",
    "{rows}|<p>&bull;&nbsp;{link}&nbsp;<font size='1'>{day}</font></p>",
    "<dl>{rows}</dl>|<dt>{link}</dt><dd>{day}</dd><dd>{summary}</dd>",
    "{rows}|<div><a href='/nhan/kinh-te'>Kinh tế</a><div>{link}</div><time>{day}</time></div>",
    "{rows}|<a href='{path}'><div><img src='a.jpg'></div><div><div>{title}</div><div>{day}</div></div></a>",
)
PAGERS: tuple[tuple[str, tuple[int, ...]], ...] = (
    ("<b>1</b> <a href='{2}'>2</a> <a href='{3}'>3</a> <a href='{2}'>Trang sau</a>", (2, 3)),
    ("<ul><li>1</li><li><a href='{2}'>2</a></li><li><a href='{2}'>»</a></li><li><a href='{9}'>Cuối</a></ul>", (2, 9)),
    ("<p align='right'><a href='{2}'>Tiếp theo</a></p>", (2,)),
    ("Trang 1/7 <a href='{2}'>&gt;</a> <a href='{7}'>&gt;&gt;</a>", (2, 7)),
    ("[1] <a href='{2}'>[2]</a> <a href='{3}'>[3]</a> ... <a href='{12}'>[12]</a>", (2, 3, 12)),
    ("<a href='{2}'>Xem thêm</a>", (2,)),
    ("", ()),
)
LAYOUTS = (
    "<div>{menu}<div>{list}{boxes}</div></div>",
    "<div>{menu}<div>{boxes}{list}</div></div>",
    "<table><tr><td colspan='2'>{menu}</td></tr><tr><td>{boxes}</td><td>{list}</td></tr></table>",
    "<header>{menu}</header><main>{list}</main><aside>{boxes}</aside><footer>Địa chỉ: 1 Lê Lợi</footer>",
)


def items(start: int, count: int, path: Callable[[int], str]) -> list[Item]:
    numbers = range(start, start + count)
    titles = (f"{TOPICS[n % len(TOPICS)]}, đợt {n}" for n in numbers)
    return [Item(n, title, NEWEST - timedelta(n - start), path(n)) for n, title in zip(numbers, titles, strict=True)]


@pytest.mark.parametrize("seed", range(60))
def test_a_listing_put_together_at_random_is_read_wholly_and_nothing_else(seed: int) -> None:
    dice = random.Random(seed)
    host = f"https://so{seed}.tinh-mau.example"
    name, section = dice.choice(SECTIONS)
    article, own, further = (form.replace("{section}", section) for form in dice.choice(ADDRESSES))
    holder, row = dice.choice(ROWS).split("|")
    day = dice.choice(DAYS)
    pager, pages = dice.choice(PAGERS)
    listed = items(3000, dice.choice((5, 8, 10, 15)), lambda n: article.replace("{n}", str(n)))
    rows = ""
    for item in listed:
        link = f"<a href='{item.path}'>{item.title}</a>"
        picture = f"<a href='{item.path}'><img src='a.jpg'></a>"
        parts = {"link": link, "picture": picture, "day": day.format(item.day), "summary": SUMMARY}
        rows += row.format(**parts, path=item.path, title=item.title)
    boxes = ""
    for place, head in enumerate(dice.sample(BOXES, dice.randrange(4))):
        beside = items(4000 + 10 * place, 5, lambda n: article.replace("{n}", str(n)))
        links = "".join(f"<li><a href='{item.path}'>{item.title}</a></li>" for item in beside)
        boxes += f"<div><h3>{head}</h3><ul>{links}</ul></div>"
    for page in {2, 3, 7, 9, 12}:
        pager = pager.replace(f"{{{page}}}", further.replace("{page}", str(page)))
    head = dice.choice((f"<h1>{name}</h1>", f"<div>{name}</div>", f"<h2>{name.upper()}</h2>", ""))
    main = f"<div>{head}<div>{holder.format(rows=rows)}</div><div>{pager}</div></div>"
    menu = "<ul>" + "".join(f"<li><a href='/muc-{n}'>{entry}</a></li>" for n, entry in enumerate(MENU)) + "</ul>"
    body = dice.choice(LAYOUTS).format(menu=menu, list=main, boxes=boxes)
    title = dice.choice((name, f"{name} - Sở Nội vụ", "Trang thông tin điện tử"))
    markup = f"<html><head><meta charset='utf-8'><title>{title}</title></head><body>{body}</body></html>"

    reading = read_page(markup.encode(), host + own)

    assert reading.kind == "listing"
    assert [(entry.url, entry.title) for entry in reading.entries] == [(host + i.path, i.title) for i in listed]
    assert [entry.date_line for entry in reading.entries] == [day.format(item.day) for item in listed]
    assert {follow.url for follow in reading.follow} == {host + further.replace("{page}", str(page)) for page in pages}
