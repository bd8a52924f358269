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


PARTS = (
    "<p><a href='/chuyenmuc.asp?id={n}'>{name}</a></p><ul>{rows}</ul>"
    "|<li><a href='{url}'>{title}</a> <span>18:02</span></li>",
    "<div><h4>{name}</h4>{rows}</div>|<div><a href='{url}'>{title}</a> <i>{day}</i></div>",
)


def of_day(body: str) -> list[int]:
    """What is read of the archive of a day, whose address the announcements do not stand below."""
    page = f"<html><head><title>Báo Sơn Nam - Lưu trữ</title></head><body>{body}</body></html>"
    read = read_page(page.encode(), "https://x.vn/luutru.asp?ngay=14&thang=9", context=Context(expected="listing"))
    return sorted(int(entry.url.rpartition("/")[2]) for entry in read.entries)


SIDE_OF_DAY = block(SIDE[0], "Tin mới nhận", 600)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("form", PARTS)
def test_what_the_archive_of_a_day_lists_under_its_sections_is_one_list(form: str, layout: str) -> None:
    parts = "".join(block(form, name, 100 * place) for place, name in enumerate(NAMES[:3], start=1))
    main = f"<h3>Tin bài ngày 14/9/2011</h3>{parts}<p>Tổng số: 12 tin bài</p>"
    assert of_day(layout.format(main=main, side=SIDE_OF_DAY)) == listed(100, 200, 300)


@pytest.mark.parametrize("form", PARTS)
def test_sections_below_the_list_that_has_the_name_of_its_page_are_none_of_it(form: str) -> None:
    names = ("Lưu trữ", *NAMES[:2])
    main = "".join(block(form, name, 100 * place) for place, name in enumerate(names, start=1))
    assert of_day(LAYOUTS[0].format(main=main, side=SIDE_OF_DAY)) == listed(100)
