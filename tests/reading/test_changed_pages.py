"""The real pages of ../shared/pages, changed as they are read: what stands around an announcement must not decide.

Without their names of elements, their head, their headings and their telling address; with boxes, comments and clocks
of our own; wrapped again, in lines instead of paragraphs. The floors are what is read right then of what is read right
on the pages as they are; they may only rise.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable
from functools import cache

import pytest
from lxml import etree, html

from archive.vietnamese.encodings import decode
from archive.vietnamese.spelling import fold
from benchmarks.pages import PAGES, outcomes, rows
from scraper.reading import read_page
from scraper.reading.markup import Element

pytestmark = pytest.mark.skipif(not PAGES.is_dir(), reason="../shared/pages is not there")

TELLS_NOTHING = "https://portal.invalid/default.aspx?id=77"
RELATED = """<div class="q1"><div class="q2">Tin mới nhất</div><ul>
<li><a href="/tin/1.html">Khai mạc hội thảo kỹ thuật trồng cà phê bền vững</a> <span>(12/03/2024)</span></li>
<li><a href="/tin/2.html">Lễ phát động Tết trồng cây đời đời nhớ ơn Bác Hồ</a> <span>(11/03/2024 08:15)</span></li>
<li><a href="/tin/3.html">Kiểm tra công tác phòng cháy, chữa cháy rừng mùa khô</a> <span>(10/03/2024)</span></li>
<li><a href="/tin/4.html">Trao nhà đại đoàn kết cho hộ nghèo xã vùng biên</a> <span>(09/03/2024)</span></li>
</ul></div>"""
CLOCK = "<div><span>Thứ Hai, ngày 25 tháng 11 năm 2024, 08:31:05</span></div>"
COMMENTS = """<div><div>Ý kiến bạn đọc (2)</div>
<div><b>Nguyễn Văn Hùng</b> <i>15/08/2024 09:12</i>
<p>Rất mong cơ quan chức năng sớm giải quyết dứt điểm việc này cho bà con nhân dân trong xã.</p></div>
<div><b>Lê Thị Lan</b> <i>16/08/2024 20:40</i><p>Cảm ơn chính quyền địa phương đã quan tâm.</p></div></div>"""

BUTTONS = """<div><a href="#">Chia sẻ</a> <a href="#">Facebook</a> <a href="#">Zalo</a> <a href="#">In bài viết</a>
<span>Cỡ chữ</span> <a href="#">A-</a> <a href="#">A+</a></div>"""
LINK = '<p><a href="/tin/9.html">&gt;&gt; Vì sao giá cà phê trong nước tăng mạnh những ngày qua</a></p>'

Row = dict[str, str]
Change = Callable[[Element, Row], None]
HEADED = ("h1", "h2", "h3", "h4", "h5", "h6", "article", "section", "main", "header", "footer", "nav")


def key(text: str | None) -> str:
    return re.sub(r"\W+", "", fold(text or ""))


def announcement(tree: Element, row: Row) -> Element | None:
    """The smallest element around the title that holds the date too and some text."""
    title, day = key(row["title"]), key(row["published_as_printed"])
    for element in tree.iterfind("body//*"):
        if title and isinstance(element.tag, str) and key(element.text_content()) == title:
            around = (a for a in element.iterancestors() if len(a.text_content()) > 600)
            return next((a for a in around if a.tag != "html" and day in key(a.text_content())), None)
    return None


def rename(tree: Element, row: Row) -> None:
    for element in tree.iter(etree.Element):
        for name in ("class", "id"):
            if value := element.get(name):
                words = (hashlib.md5(word.encode(), usedforsecurity=False).hexdigest() for word in value.split())
                element.set(name, " ".join(f"x{word[:6]}" for word in words))


def behead(tree: Element, row: Row) -> None:
    for element in [*tree.iter("meta"), *tree.iter("script")]:
        if not (element.get("charset") or element.get("http-equiv")):
            element.drop_tree()
    for element in tree.iter("title"):
        element.text = "Cổng thông tin điện tử"
    for element in tree.iter(*HEADED):
        element.tag = "div"


def bare(tree: Element, row: Row) -> None:
    rename(tree, row)
    behead(tree, row)


def box_and_clock_before(tree: Element, row: Row) -> None:
    bare(tree, row)
    found, body = announcement(tree, row), tree.find("body")
    if found is not None and found.tag in ("div", "td"):
        found.addprevious(html.fromstring(RELATED))
    body.insert(0, html.fromstring(CLOCK))


def comments_behind(tree: Element, row: Row) -> None:
    bare(tree, row)
    found = announcement(tree, row)
    if found is not None:
        found.append(html.fromstring(COMMENTS))


def lines_for_paragraphs(tree: Element, row: Row) -> None:
    bare(tree, row)
    for element in [*tree.iter("p")]:
        if element.text_content().strip():
            element.addnext(etree.Element("br"))
            element.drop_tag()


def wrapped(tree: Element, row: Row) -> None:
    bare(tree, row)
    for element in [*tree.iterfind("body//div"), *tree.iterfind("body//p")]:
        around = etree.Element("div")
        element.addprevious(around)
        around.tail, element.tail = element.tail, None
        around.append(element)


def buttons_below_titles(tree: Element, row: Row) -> None:
    bare(tree, row)
    title = key(row["title"])
    elements = (element for element in tree.iterfind("body//*") if isinstance(element.tag, str))
    found = next((element for element in elements if key(element.text_content()) == title), None)
    if title and found is not None and found.tag in ("div", "p"):
        found.addnext(html.fromstring(BUTTONS))


def links_amid_the_text(tree: Element, row: Row) -> None:
    bare(tree, row)
    found = announcement(tree, row)
    for place, element in enumerate([*(found if found is not None else tree).iter("p")]):
        if place % 3 == 2 and len(element.text_content()) > 120:
            element.addnext(html.fromstring(LINK))


CHANGES: dict[Change, dict[str, int]] = {
    bare: {"kind": 50, "title": 49, "day": 40, "time": 32, "body": 40, "byline": 20},
    box_and_clock_before: {"kind": 50, "title": 49, "day": 40, "time": 32, "body": 40, "byline": 20},
    comments_behind: {"kind": 49, "title": 48, "day": 39, "time": 31, "body": 39, "byline": 19},
    lines_for_paragraphs: {"kind": 50, "title": 48, "day": 40, "time": 32, "body": 39, "byline": 20},
    buttons_below_titles: {"kind": 50, "title": 48, "day": 40, "time": 32, "body": 40, "byline": 20},
    links_amid_the_text: {"kind": 50, "title": 48, "day": 40, "time": 32, "body": 40, "byline": 20},
    wrapped: {"kind": 50, "title": 49, "day": 37, "time": 30, "body": 39, "byline": 20},
}


@cache
def right_as_they_are() -> dict[str, frozenset[str]]:
    pages = ((row, (PAGES / row["file"]).read_bytes()) for row in rows() if row["kind"] == "article")
    return {
        row["file"]: frozenset(
            name for name, right in outcomes(row, read_page(body, row["original_url"] or TELLS_NOTHING)) if right
        )
        for row, body in pages
    }


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_changed_page_reads_as_before(change: Change) -> None:
    right: Counter[str] = Counter()
    possible: Counter[str] = Counter()
    for row in rows():
        if row["kind"] != "article":
            continue
        text = decode((PAGES / row["file"]).read_bytes(), declared=None).text
        tree = html.fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
        change(tree, row)
        reading = read_page(b"<!DOCTYPE html>" + html.tostring(tree, encoding="utf-8"), TELLS_NOTHING)
        for name, is_right in outcomes(row, reading):
            if name in right_as_they_are()[row["file"]]:
                possible[name] += 1
                right[name] += is_right
    told = {name: f"{right[name]} of {possible[name]}, floor {floor}" for name, floor in CHANGES[change].items()}
    assert all(right[name] >= floor for name, floor in CHANGES[change].items()), told
    assert right["no date"] == possible["no date"]
