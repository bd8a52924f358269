"""Pages with two paged lists: each is walked to its end, and no page is asked for on which both are turned."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.loopback import Answer, Loopback, Route
from tests.scraper.portals import article, page, path_of, title_of
from tests.scraper.test_walk import crawl

EACH = 8
NEWS, NOTICES = 2, 3
"""Pages of the two lists."""
FIRST_NOTICE = 100
Draw = Callable[[int, int], str]


def on_page(number: int, first: int) -> range:
    return range(first + (number - 1) * EACH, first + number * EACH)


def dated(number: int, year: int = 2020) -> str:
    return (
        f'<li><a href="{path_of(number)}">{title_of(number)}</a> <span>({number % 28 + 1:02d}/02/{year})</span>'
        "<p>Sở Nội vụ tỉnh thông tin đến các cơ quan, đơn vị và nhân dân được biết.</p></li>"
    )


def bare(number: int) -> str:
    return f'<li><a href="{path_of(number)}">{title_of(number)}</a></li>'


def row(number: int) -> str:
    return f'<tr><td>{number % 28 + 1:02d}/02/2020</td><td><a href="{path_of(number)}">{title_of(number)}</a></td></tr>'


def items(make: Callable[[int], str], number: int, first: int) -> str:
    return "".join(map(make, on_page(number, first)))


def numbers(present: int, last: int, address: str, *, zero: bool = False) -> str:
    links = (
        f"<b>{number}</b>" if number == present else f'<a href="{address.format(number - zero)}">{number}</a>'
        for number in range(1, last + 1)
    )
    return f'<div class="so">{" ".join(links)}</div>'


def following(present: int, last: int, address: str) -> str:
    back = f'<a href="{address.format(present - 1)}">« Trang trước</a>' if present > 1 else ""
    on = f'<a href="{address.format(present + 1)}">Trang sau »</a>' if present < last else ""
    return f"<p>{back} {on}</p>"


def side_by_side(news: int, notices: int) -> str:
    return (
        f'<div class="row"><div><h3>Tin tức</h3><ul>{items(dated, news, 0)}</ul>'
        f"{numbers(news, NEWS, f'?p1={{}}&p2={notices}')}</div>"
        f"<div><h3>Thông báo</h3><ul>{items(dated, notices, FIRST_NOTICE)}</ul>"
        f"{numbers(notices, NOTICES, f'?p1={news}&p2={{}}')}</div></div>"
    )


def one_below_the_other(news: int, notices: int) -> str:
    return (
        f"<h2>Tin tức</h2><table>{items(row, news, 0)}</table>{numbers(news, NEWS, '?tin_page={}')}"
        f"<h2>Thông báo</h2><table>{items(row, notices, FIRST_NOTICE)}</table>"
        f"{numbers(notices, NOTICES, '?tb_page={}')}"
    )


def counted_from_zero(news: int, notices: int) -> str:
    return (
        f"<section><h2>Tin hoạt động</h2><ul>{items(dated, news, 0)}</ul>"
        f"{numbers(news, NEWS, f'/tin-tuc?tbPage={notices - 1}&tinPage={{}}', zero=True)}</section>"
        f"<section><h2>Chỉ đạo, điều hành</h2><ul>{items(dated, notices, FIRST_NOTICE)}</ul>"
        f"{numbers(notices, NOTICES, f'/tin-tuc?tbPage={{}}&tinPage={news - 1}', zero=True)}</section>"
    )


def with_words_alone(news: int, notices: int) -> str:
    return (
        f"<section><h2>Tin hoạt động</h2><ul>{items(dated, news, 0)}</ul>"
        f"{following(news, NEWS, f'?page={{}}&page2={notices}')}</section>"
        f"<section><h2>Văn bản mới</h2><ul>{items(dated, notices, FIRST_NOTICE)}</ul>"
        f"{following(notices, NOTICES, f'?page={news}&page2={{}}')}</section>"
    )


def titles_alone(news: int, notices: int) -> str:
    return (
        f"<table><tr><td><h3>Tin tức - Sự kiện</h3><ul>{items(dated, news, 0)}</ul>"
        f"{numbers(news, NEWS, f'?trang_tb={notices}&trang_tin={{}}')}</td>"
        f"<td><h3>Thông báo</h3><ul>{items(bare, notices, FIRST_NOTICE)}</ul>"
        f"{numbers(notices, NOTICES, f'?trang_tb={{}}&trang_tin={news}')}</td></tr></table>"
    )


def in_the_column_beside(news: int, notices: int) -> str:
    return (
        f"<main><h1>Tin tức</h1><ul>{items(dated, news, 0)}</ul>{numbers(news, NEWS, '?tin={}')}</main>"
        f"<aside><h3>Thông báo</h3><ul>{items(dated, notices, FIRST_NOTICE)}</ul>"
        f"{numbers(notices, NOTICES, '?tb={}')}</aside>"
    )


def portlets(news: int, notices: int) -> str:
    own = "?p_p_id=101_INSTANCE_{0}&p_p_lifecycle=0&_101_INSTANCE_{0}_delta=8&_101_INSTANCE_{0}_cur={{}}"
    return (
        f"<div><h2>Tin tức</h2><ul>{items(dated, news, 0)}</ul>{numbers(news, NEWS, own.format('aB1c'))}</div>"
        f"<div><h2>Thông báo</h2><ul>{items(dated, notices, FIRST_NOTICE)}</ul>"
        f"{numbers(notices, NOTICES, own.format('xY2z'))}</div>"
    )


def posted(content: str, news: int, notices: int) -> str:
    state = f'<input type="hidden" name="__VIEWSTATE" value="s {news} {notices}">'
    return f'<form method="post" action="/tin-tuc">{state}{content}</form>'


def grid(name: str, rows: str, present: int, last: int) -> str:
    links = numbers(present, last, f"javascript:__doPostBack('{name}','Page${{}}')")
    return f'<table>{rows}<tr><td colspan="2"><table><tr><td>{links}</td></tr></table></td></tr></table>'


def grids(news: int, notices: int) -> str:
    content = (
        f"<div><h3>Tin tức</h3>{grid('ctl00$GridView1', items(row, news, 0), news, NEWS)}</div>"
        f"<div><h3>Thông báo</h3>{grid('ctl00$GridView2', items(row, notices, FIRST_NOTICE), notices, NOTICES)}</div>"
    )
    return posted(content, news, notices)


def repeaters(news: int, notices: int) -> str:
    content = (
        f'<div id="UpdatePanel1"><h3>Tin tức</h3><ul>{items(dated, news, 0)}</ul>'
        f"{numbers(news, NEWS, place('Repeater1'))}</div>"
        f'<div id="UpdatePanel2"><h3>Thông báo</h3><ul>{items(dated, notices, FIRST_NOTICE)}</ul>'
        f"{numbers(notices, NOTICES, place('Repeater2'))}</div>"
    )
    return posted(content, news, notices)


def place(name: str) -> str:
    return f"javascript:__doPostBack('ctl00${name}$ctl0{{}}$lnk','')"


COUNTERS = ("p1", "tin_page", "tinPage", "page", "trang_tin", "tin", "_101_INSTANCE_aB1c_cur")
NOTICE_COUNTERS = ("p2", "tb_page", "tbPage", "page2", "trang_tb", "tb", "_101_INSTANCE_xY2z_cur")


class TwoLists(dict[str, Route]):
    """Routes of a portal whose page has two lists, each turned by a parameter of its own."""

    def __init__(self, draw: Draw) -> None:
        super().__init__()
        self._draw = draw

    def get(self, target: str, default: Any = None) -> Any:
        parts = urlsplit(target)
        if parts.path != "/tin-tuc":
            return super().get(target, default)
        query = dict(parse_qsl(parts.query))
        zero = self._draw is counted_from_zero
        places = [
            next((int(query[name]) + zero for name in names if name in query), 1)
            for names in (COUNTERS, NOTICE_COUNTERS)
        ]
        return page("Tin tức", self._draw(*places))


def answer_forms(draw: Draw) -> Callable[[str, dict[str, str]], Answer]:
    def answer(_: str, fields: dict[str, str]) -> Answer:
        _, news, notices = fields["__VIEWSTATE"].split()
        target, argument = fields["__EVENTTARGET"], fields["__EVENTARGUMENT"]
        wanted = int(argument.rpartition("$")[2] or target[-5])
        return page("Tin tức", draw(wanted, int(notices)) if "1" in target[:15] else draw(int(news), wanted))

    return answer


def two_lists(loopback: Loopback, draw: Draw) -> None:
    loopback.routes = TwoLists(draw)
    loopback.forms = answer_forms(draw)
    for first, last in ((0, NEWS), (FIRST_NOTICE, NOTICES)):
        for number in range(first, first + EACH * last):
            loopback.routes[path_of(number)] = article(number)


def lists_asked(loopback: Loopback) -> list[str]:
    return [path for path in loopback.asked if urlsplit(path.removeprefix("POST ")).path == "/tin-tuc"]


@pytest.mark.parametrize(
    "draw",
    [
        side_by_side,
        one_below_the_other,
        counted_from_zero,
        with_words_alone,
        titles_alone,
        in_the_column_beside,
        portlets,
        grids,
        repeaters,
    ],
)
def test_each_of_two_lists_is_walked_to_its_end_beside_the_first_page_of_the_other(
    loopback: Loopback, tmp_path: Path, draw: Draw
) -> None:
    two_lists(loopback, draw)
    done = crawl(loopback, tmp_path, "/tin-tuc")
    assert (done.code, done.json[0]["counts"]["new"]) == (0, EACH * (NEWS + NOTICES)), done.err
    assert len(lists_asked(loopback)) == NEWS + NOTICES - 1


def test_the_first_page_of_the_other_list_does_not_hold_up_the_end_of_one_that_is_old(
    loopback: Loopback, tmp_path: Path
) -> None:
    years = {1: 2022, 2: 2021, 3: 2020}

    def aging(number: int) -> str:
        return dated(number, years[(number % FIRST_NOTICE) // EACH + 1])

    def draw(news: int, notices: int) -> str:
        return (
            f"<section><h2>Tin tức</h2><ul>{items(aging, news, 0)}</ul>"
            f"{following(news, NEWS, f'?page={{}}&page2={notices}')}</section>"
            f"<section><h2>Thông báo</h2><ul>{items(aging, notices, FIRST_NOTICE)}</ul>"
            f"{following(notices, NOTICES, f'?page={news}&page2={{}}')}</section>"
        )

    two_lists(loopback, draw)
    done = crawl(loopback, tmp_path, "/tin-tuc", "--since", "2022-01-01")
    assert (done.code, done.json[0]["counts"]["new"]) == (0, 2 * EACH), done.err
    assert sorted(lists_asked(loopback)) == ["/tin-tuc", "/tin-tuc?page=1&page2=2", "/tin-tuc?page=2&page2=1"]
