"""Lines that are made to be searched for long: each is told within its length's time."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cache

import pytest

from scraper.reading import read_page
from scraper.reading.labelled import FILES, may_date
from scraper.reading.labelled_frame import ASKED
from scraper.reading.result import Context

LENGTH = 40_000
FACTS = (
    "<tr><td colspan=2>Công bố quyết định thanh tra tại xã</td></tr>"
    "<tr><td>Ngày đăng</td><td>05/03/2014</td></tr><tr><td>Lượt xem</td><td>12</td></tr>"
)
MOST = 6.0
"""How often the time of a long page of plain paragraphs each may take, of which all took more when their time grew with
the square of the length, or doubled with a name."""


def _read_below_text(line: str) -> object:
    text = "Ủy ban nhân dân tỉnh thông báo lịch tiếp công dân tháng mười hai. " * 4
    markup = f"<h1>Thông báo lịch tiếp công dân</h1><p>{text}</p><p>{text}</p><p>{line}</p>"
    return read_page(f"<meta charset=utf-8><body>{markup}".encode(), "https://x.gov.vn/tin/lich-tiep-cong-dan.html")


@cache
def _plain_page() -> float:
    """Seconds of CPU that a long page takes on this machine."""
    paragraphs = (f"<p>Ủy ban nhân dân xã thông báo lịch tiếp công dân kỳ {n} cho các thôn.</p>" for n in range(4_000))
    page = "".join(paragraphs)
    return min(_seconds(_read_below_text, page) for _ in range(2))


def _seconds(told: Callable[[str], object], line: str) -> float:
    begun = time.process_time()
    told(line)
    return time.process_time() - begun


def _read_above_text(lines: str) -> object:
    text = "<p>" + "Ủy ban nhân dân tỉnh thông báo lịch tiếp công dân tháng mười hai. " * 4 + "</p>"
    page = f"<meta charset=utf-8><body>{lines}<h1>Thông báo lịch tiếp công dân</h1>{text}{text}"
    return read_page(page.encode(), "https://x.gov.vn/tin/lich-tiep-cong-dan.html")


@pytest.mark.parametrize(
    ("told", "line"),
    [
        (_read_below_text, "a.pdf" + "." * LENGTH + "x"),
        (FILES.fullmatch, "tai ve " + "a.rar" * 26 + " x y"),
        (ASKED.fullmatch, "ban " + "?" * LENGTH + "x"),
        (may_date, "jan" * (LENGTH // 3) + " x1"),
        (_read_below_text, f'<a href="/{"embed" * LENGTH}">Kế hoạch tiếp công dân</a>'),
        (_read_below_text, r"<a onclick=\'" + r"\'" * LENGTH + ">Kế hoạch tiếp công dân</a>"),
        (_read_below_text, "<aside>x<br>" * 1_000 + "y<br>" * LENGTH),
        (_read_below_text, "<div><span class=a>Thông báo" * 1_000 + "y " * LENGTH),
        (_read_below_text, f"</p><table>{FACTS * 1_500}</table><p>"),
        (_read_below_text, f"</p>{''.join(f'<p class=title>Họp thôn kỳ {n} của xã</p>' for n in range(6_000))}<p>"),
        (_read_below_text, f"</p>{''.join(f'<td>Lịch tiếp công dân kỳ {n}<td>{n}' for n in range(4_000))}<p>"),
        (_read_above_text, "<p>Họp thôn kỳ này của xã</p><p>12/05/2024</p>" * 3_000),
        (_read_above_text, "".join(f"<p>Theo bạn, thôn {n} cần gì?</p>" for n in range(6_000))),
    ],
    ids=[
        *("the end of a file's name", "names of files in one", "the question of a poll", "a month in English"),
        *(
            "a link",
            "a handler of quotes",
            "asides within each other",
            "badges within each other",
            "many rows of facts",
        ),
        *("lines that are called titles", "titles in other words", "days above the title", "questions of polls"),
    ],
)
def test_a_long_line_takes_no_long_time(told: Callable[[str], object], line: str) -> None:
    assert _seconds(told, line) < MOST * _plain_page()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("tai ve: ke-hoach.pdf", True),
        ("file dinh kem: 12.ke-hoach(1).docx (12 kb), phu-luc.doc.pdf (34 kb)", True),
        ("tai ve: ke-hoach.pdf (12 kb) (3 luot)", True),
        ("tai ve: ke-hoach.pdf cua huyen", False),
        ("tai ve ke hoach cua huyen", False),
    ],
)
def test_a_line_that_says_nothing_but_names_of_files_is_known(line: str, told: bool) -> None:
    assert (FILES.fullmatch(line) is not None) is told


def _read_article(rows: str) -> object:
    return _read_below_text(f"</p><div>{rows}</div><p>")


def _read_list(items: str) -> object:
    page = f"<meta charset=utf-8><body><h1>Tin tức</h1><ul>{items}</ul>".encode()
    return read_page(page, "https://x.gov.vn/tin-tuc", context=Context(expected="listing"))


ROWS = 6_000
SCAN = "<a href=/ke-hoach.pdf><img src=/1.jpg></a>"
SAID = "Ủy ban nhân dân xã thông báo lịch tiếp công dân trong kỳ này cho các thôn của xã được biết."

STORY = f"<div><h2>Mục</h2><div><h3><a href=/t/{{}}>{SAID[:40]}</a></h3><div><p>{SAID}</p></div></div></div>"


def _read_lists(entry: str) -> object:
    """Short lists of which the page hides every other."""
    entries = [f"<li><a href=/tin/hop-thon-{n}.html>{entry} {n}</a>" for n in range(4_000)]
    lists = (f"<ul>{first}{second}</ul>" for first, second in zip(entries[::2], entries[1::2], strict=True))
    blocks = (f"<div{' style=display:none' * (n % 2)}>{items}</div><h3></h3>" for n, items in enumerate(lists))
    return read_page(f"<meta charset=utf-8><body>{''.join(blocks)}".encode(), "https://x.gov.vn/tin-tuc")


@pytest.mark.parametrize(
    ("told", "rows"),
    [
        (_read_article, "<table><tr><td>Tên</td></tr><tr><td><a href='/f.pdf'>tệp</a></td></tr></table>" * ROWS),
        (_read_article, "".join(f"<b>Công tác giảm nghèo</b> {row}<br>" for row in range(2 * ROWS))),
        (_read_article, "".join(f"<a href='/{row}.pdf'>Tải về</a>" for row in range(4 * ROWS))),
        (_read_article, "<table><tr>" + "<td>Giảm nghèo</td><td></td>" * 4 * ROWS + "<td>x</td></tr></table>"),
        (_read_article, "<div>Giảm nghèo</div>" * 3 * ROWS + "<div>Bản quyền thuộc về Ủy ban nhân dân xã</div>"),
        (_read_article, f"<div>{SCAN}" * 200),
        (_read_article, f"</div><div>{SCAN * 2_000}"),
        (_read_above_text, f"<div>{SCAN * 2_000}</div>"),
        (_read_article, f"<div><p>{SAID}</p></div>" * 4_000 + f"</div><div class=footer>{'<p>Hộp thư xã</p>' * 4_000}"),
        (_read_article, f"<p>{SAID}</p>" * ROWS + f"</div><div>{'<p>Công báo. Địa chỉ: phố Lê Lợi</p>' * 3 * ROWS}"),
        (_read_article, "<div><div><a href=/tin>Tin nổi bật</a></div><span>12/3/2024</span></div>" * ROWS),
        (_read_article, "".join(map(STORY.format, range(2_000)))),
        (_read_article, "<table>" + "<thead><tr><td>Tên</thead><tr><td><a href=/f.pdf>tệp</a>" * ROWS + "</table>"),
        (_read_lists, "Hội nghị triển khai kế hoạch số"),
        (_read_lists, "Họp thôn kỳ"),
        (_read_list, f"<li><a href=/t/1.html>{SAID[:40]}</a> (12/05/2020)" * 1_000),
        (_read_list, "<a href='/a?" + "1&1=1&" * ROWS + "'>2</a><a href='/a?page=3'>3</a>"),
    ],
    ids=[
        *("tables of files", "lines of a block", "buttons of a row", "cells of a row", "lines above a foot"),
        *("scans within each other", "scans below a text", "scans above a title", "lines of a foot"),
        *("addresses below a text", "boxes of a section and a day", "stories of sections", "heads of a table"),
        *("hidden parts of a list", "hidden parts with short names"),
        *("links to one address", "numbers of an address"),
    ],
)
def test_many_of_a_kind_take_no_long_time(told: Callable[[str], object], rows: str) -> None:
    assert _seconds(told, rows) < 2 * MOST * _plain_page()
