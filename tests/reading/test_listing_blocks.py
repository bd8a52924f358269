"""Pages of sections that are made of blocks, as front pages are: which are theirs, and which are boxes beside them."""

from __future__ import annotations

import pytest

from scraper.reading import read_page
from scraper.reading.result import Context
from tests.scraper.portals import TOPICS

NAMES = ("Cải cách hành chính", "Trật tự đô thị", "Văn hóa - Xã hội", "Kinh tế")
FORMS = (
    "<div><h4><a href='/m-{n}'>{name}</a></h4>{rows}</div>|<div><a href='{url}'>{title}</a> <small>{day}</small></div>",
    "<div><div><span>{name}</span></div>{rows}</div>|<div><a href='{url}'>{title}</a> <span>[{day}]</span></div>",
    "<div><h2>{name}</h2><ul>{rows}</ul></div>|<li><h5><a href='{url}'>{title}</a></h5>{day}</li>",
    "<table><tr><td><b>{name}</b></td></tr><tr><td>{rows}</td></tr></table>"
    "|<table><tr><td>&bull; <a href='{url}'>{title}</a> <i>({day})</i></td></tr></table>",
)
SIDE = (
    "<div><div>{name}</div><ul>{rows}</ul></div>|<li><a href='{url}'>{title}</a></li>",
    "<div><b>{name}</b>{rows}</div>|<p><a href='{url}'>{title}</a> <i>{day}</i></p>",
)
LAYOUTS = (
    "<div><div>{main}</div><div>{side}</div></div>",
    "<div><div>{side}</div><div>{main}</div></div>",
    "<table><tr><td>{main}</td><td>{side}</td></tr></table>",
    "<table><tr><td>{side}</td><td>{main}</td></tr></table>",
)


def block(form: str, name: str, number: int, count: int = 4) -> str:
    holder, row = form.split("|")
    rows = "".join(
        row.format(url=f"/tin-tuc/xem/{n}", title=f"{TOPICS[n % len(TOPICS)]}, đợt {n}", day=f"{n % 28 + 1:02}/03/2022")
        for n in range(number, number + count)
    )
    return holder.format(name=name, rows=rows, n=number)


def numbers(body: str) -> list[int]:
    page = f"<html><head><title>Tin tức - Sở Xây dựng</title></head><body>{body}</body></html>"
    read = read_page(page.encode(), "https://x.gov.vn/tin-tuc", context=Context(expected="listing"))
    return sorted(int(entry.url.rpartition("/")[2]) for entry in read.entries)


def listed(*starts: int) -> list[int]:
    return [number for start in starts for number in range(start, start + 4)]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("side", SIDE)
@pytest.mark.parametrize("form", FORMS)
def test_boxes_beside_the_column_of_the_blocks_are_none_of_them(form: str, side: str, layout: str) -> None:
    main = "".join(block(form, name, 100 * place) for place, name in enumerate(NAMES, start=1))
    for names in (("Thông báo", "Văn bản mới"), ("Gương người tốt",), ("Lịch tiếp dân", "Tin đọc nhiều", "Liên kết")):
        boxes = "".join(block(side, name, 600 + 10 * place) for place, name in enumerate(names))
        assert numbers(layout.format(main=main, side=boxes)) == listed(100, 200, 300, 400)


@pytest.mark.parametrize("first", ["Tin nổi bật", "Tin mới nhất", "Tiêu điểm", "Thông báo"])
@pytest.mark.parametrize("count", [2, 3, 4])
@pytest.mark.parametrize("form", FORMS)
def test_a_block_that_is_called_like_a_box_is_one_where_it_is_made_like_those_below_it(
    form: str, count: int, first: str
) -> None:
    names = (first, *NAMES[:count])
    main = "".join(block(form, name, 100 * place) for place, name in enumerate(names, start=1))
    boxes = block(SIDE[0], "Thông báo", 600) + block(SIDE[0], "Tin đọc nhiều", 700)
    wanted = listed(*(100 * place for place in range(1, count + 2)))
    assert numbers(LAYOUTS[0].format(main=main, side=boxes)) == wanted
