"""Pages with several pagers: which of them are of lists of their own, and which pages they lead to together."""

from __future__ import annotations

import pytest

from scraper.reading import read_page
from scraper.reading.listing import read_listing
from scraper.reading.page import make_page
from scraper.reading.result import Context

HERE = "https://x.gov.vn/tin-tuc"
TOPICS = ("phòng, chống hạn hán", "tuyển dụng viên chức", "cải cách hành chính", "bầu cử đại biểu", "kỷ cương công vụ")


def titles(kind: str) -> str:
    return "".join(
        f'<li><a href="/{kind}/{2000 + number}.html">Thông tin về công tác {topic} trên địa bàn tỉnh</a>'
        f" <span>{number + 1:02d}/03/2021</span></li>"
        for number, topic in enumerate(TOPICS)
    )


def steps(address: str, *numbers: int) -> str:
    return "<p>" + " ".join(f'<a href="{address.format(number)}">{number}</a>' for number in numbers) + "</p>"


def read(markup: str, address: str = HERE) -> tuple[set[str], set[str]]:
    """The sections of what a page lists, and the further pages, by their keys where they are posted."""
    page = make_page(f"<html><head><title>Tin tức</title></head><body>{markup}</body></html>".encode(), address)
    entries, further = read_listing(page)
    listed = {entry.url.split("/")[3] for entry in entries}
    return listed, {one.key or one.url.removeprefix("https://x.gov.vn/tin-tuc") for one in further}


def posting(control: str, *numbers: int) -> str:
    return steps(f"javascript:__doPostBack('{control}$ctl0{{}}$lnk','')", *numbers)


def form(content: str) -> str:
    state = '<input type="hidden" name="__VIEWSTATE" value="x">'
    return f'<form method="post" action="/tin-tuc">{state}<div>{content}</div></form>'


LIST, OTHER = f"<ul>{titles('tin')}</ul>", f"<ul>{titles('thong-bao')}</ul>"


@pytest.mark.parametrize(
    ("markup", "address", "listed", "further"),
    [
        pytest.param(
            f"<div>{LIST}{steps('?p1={}&p2=1', 2, 3)}</div><div>{OTHER}{steps('?p1=1&p2={}', 2, 3)}</div>",
            HERE,
            {"tin", "thong-bao"},
            {"?p1=2&p2=1", "?p1=3&p2=1", "?p1=1&p2=2", "?p1=1&p2=3"},
            id="two lists are two",
        ),
        pytest.param(
            f"<div>{LIST}{steps('?p1={}&p2=1', 1, 3)}</div><div>{OTHER}{steps('?p1=2&p2={}', 2, 3)}</div>",
            f"{HERE}?p1=2&p2=1",
            {"tin", "thong-bao"},
            {"?p1=3&p2=1"},
            id="where one is turned the other is not turned too",
        ),
        pytest.param(
            f"<div>{LIST}{steps('?p1={}&p2=1', 1)}</div><div>{OTHER}{steps('?p1=2&p2={}', 2, 3)}</div>",
            f"{HERE}?p1=2&p2=1",
            {"tin", "thong-bao"},
            set(),
            id="the last page of a list leads back alone, and is one of it",
        ),
        pytest.param(
            f"<div>{LIST}<p><a href='/tin-tuc?p2=1'>‹ Trước</a></p></div>"
            f"<div>{OTHER}{steps('?p1=2&p2={}', 2, 3)}</div>",
            f"{HERE}?p1=2&p2=1",
            {"tin", "thong-bao"},
            set(),
            id="what leads back may leave the first page without a number",
        ),
        pytest.param(
            f"<div>{LIST}{steps('?p1={}', 2)}</div><div style='display:none'>{OTHER}{steps('?p2={}', 2)}</div>",
            HERE,
            {"tin", "thong-bao"},
            {"?p1=2", "?p2=2"},
            id="one of them in a tab that is not shown",
        ),
        pytest.param(
            f"<div style='display:none'>{OTHER}</div><div>{LIST}{steps('?p1={}', 2)}</div>",
            HERE,
            {"tin"},
            {"?p1=2"},
            id="what is not shown and has no pager is none",
        ),
        pytest.param(
            f"<div>{LIST}{steps('/tin-tuc/tin/trang-{}', 2, 3)}</div>"
            f"<div>{OTHER}{steps('/tin-tuc/tb/trang-{}', 2)}</div>",
            HERE,
            {"tin", "thong-bao"},
            {"/tin/trang-2", "/tin/trang-3", "/tb/trang-2"},
            id="pagers may have paths of their own",
        ),
        pytest.param(
            form(f"<h3>Tin</h3>{LIST}{posting('Repeater1', 2, 3)}<h3>Thông báo</h3>{OTHER}{posting('Repeater2', 2)}"),
            HERE,
            {"tin", "thong-bao"},
            {"RepeaterN$ctlN$lnk#2", "RepeaterN$ctlN$lnk#3", "RepeaterN$ctlN$lnk 2#2"},
            id="controls that are called alike are told apart by their lists",
        ),
        pytest.param(
            form(f"{posting('dau', 2, 3)}{LIST}{posting('cuoi', 2, 3)}"),
            HERE,
            {"tin"},
            {"dau$ctlN$lnk#2", "dau$ctlN$lnk#3"},
            id="pagers above and below one list are one",
        ),
        pytest.param(
            f"<div>{LIST}{steps('?page={}', 2, 3)}</div><div><h3>Xem nhiều</h3>{OTHER}{steps('?hot={}', 2, 3)}</div>",
            HERE,
            {"tin"},
            {"?page=2", "?page=3", "?hot=2", "?hot=3"},
            id="a box of what is read most is no list of the page",
        ),
        pytest.param(
            f"<div>{steps('?m={}', *range(1, 13))}</div><div>{LIST}{steps('?m=3&page={}', 2, 3)}</div>",
            f"{HERE}?m=3",
            {"tin"},
            {"?m=3&page=2", "?m=3&page=3"} | {f"?m={month}" for month in range(2, 13) if month != 3},
            id="a choice without a list of its own does not end the list that it chooses",
        ),
        pytest.param(
            f"<div>{LIST}{steps('?sl=20&page={}', 2, 3)}</div><p>Hiển thị {steps('?sl={}', 10, 20, 50)}</p>",
            f"{HERE}?sl=20",
            {"tin"},
            {"?sl=20&page=2", "?sl=20&page=3", "?sl=10", "?sl=50"},
            id="nor does a choice of how much is shown",
        ),
    ],
)  # fmt: skip
def test_each_pager_is_of_the_list_before_it(markup: str, address: str, listed: set[str], further: set[str]) -> None:
    assert read(markup, address) == (listed, further)


FILES = "".join(
    f'<tr><td>{number + 1:02d}/02/2021</td><td><a href="/tep/{number}.pdf">Kế hoạch về công tác {topic}</a></td></tr>'
    for number, topic in enumerate(TOPICS)
)


@pytest.mark.parametrize(
    ("behind", "count"),
    [
        pytest.param(steps("?p2={}", 2, 3), 2 * len(TOPICS), id="with a pager of its own it is one of two lists"),
        pytest.param("", len(TOPICS), id="without one it is a box"),
    ],
)
def test_a_list_of_files_beside_one_of_pages(behind: str, count: int) -> None:
    files = f"<div><h3>Kế hoạch</h3><table>{FILES}</table>{behind}</div>"
    markup = f"<h1>Tin</h1><div>{LIST}{steps('?p1={}', 2, 3)}</div>{files}"
    reading = read_page(markup.encode(), HERE, context=Context(expected="listing"))
    assert len(reading.entries) == count
