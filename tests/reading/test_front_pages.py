"""Front pages with a column of sections: all that stands in it is listed, boxes in the columns beside it are not."""

from __future__ import annotations

import pytest

from scraper.reading import read_page
from tests.reading.listed import listed
from tests.scraper.portals import title_of

NAMES = ("Chính trị", "Kinh tế", "Văn hóa - Xã hội", "Quốc phòng - An ninh")
SUMMARY = "Dự buổi làm việc có đại diện các phòng, ban của huyện cùng lãnh đạo các xã, thị trấn trên địa bàn."
FRONTS = ("https://x.gov.vn/", "https://x.gov.vn/vi/", "https://x.gov.vn/SitePages/trangchu.aspx")
STORIES = "/tin-tuc/{}-{}.html"
PAPERS = "/van-ban/chi-tiet/{}-{}.html"
NUMBERS = ("209/UBND-VHXH", "15/2024/QĐ-UBND", "288/KH-UBND", "Số 31/TB-UBND")

SECTION = (
    "<div><h2><a href='/muc/{name}/'>{name}</a></h2><div><a href='{url}'><img src='a.jpg'></a><h3><a href='{url}'>"
    "{title}</a></h3><p>{summary}</p></div><ul>{rows}</ul></div>"
)
BOX = "<div><h3>{name}</h3><ul>{rows}</ul></div>"
MARQUEE = "<div><h3>{name}</h3><marquee><p>{rows}</p></marquee></div>"
REST = "<div><h3>Thống kê</h3>Đang truy cập: 9</div>"
LAYOUTS = (
    "<div><div>{main}</div><div>{side}</div></div>",
    "<div><div>{side}</div><div>{main}</div></div>",
    "<table><tr><td>{main}</td><td>{side}</td></tr></table>",
    "<div><main>{main}</main><aside>{side}</aside></div>",
)
BEHIND = (LAYOUTS[0], LAYOUTS[2], LAYOUTS[3])


def links(first: int, address: str = STORIES, titles: tuple[str, ...] = (), count: int = 4) -> list[str]:
    """Rows of links to announcements with numbers from `first` on."""
    named = [titles[place] if titles else title_of(first + place) for place in range(count)]
    return [
        f"<li><a href='{address.format('ban-tin-so-moi-ra', 4000 + first + place)}'>{title}</a></li>"
        for place, title in enumerate(named)
    ]


def sections(names: tuple[str, ...] = NAMES) -> str:
    """Sections of a story and three bare titles each, with numbers from 0, 10, 20 … on."""
    told = []
    for place, name in enumerate(names):
        url, title = STORIES.format("ban-tin-so-moi-ra", 4000 + 10 * place), title_of(10 * place)
        rows = "".join(links(10 * place + 1, count=3))
        told.append(SECTION.format(name=name, url=url, title=title, summary=SUMMARY, rows=rows))
    return "".join(told)


def box(name: str, rows: list[str], form: str = BOX) -> str:
    return form.format(name=name, rows="".join(rows))


def numbers_of(body: str, address: str = FRONTS[0]) -> list[int]:
    page = f"<html><head><title>Cổng thông tin huyện X</title></head><body>{body}</body></html>"
    return sorted(
        int(entry.url.rstrip("/").removesuffix(".html").rpartition("-")[2]) - 4000 for entry in listed(page, address)
    )


OF_SECTIONS = [10 * place + row for place in range(len(NAMES)) for row in range(4)]


@pytest.mark.parametrize("address", FRONTS)
def test_all_rows_of_the_sections_of_a_front_page_are_entries(address: str) -> None:
    assert numbers_of(f"<div>{sections()}</div>", address) == OF_SECTIONS


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("form", [BOX, MARQUEE])
@pytest.mark.parametrize(
    ("name", "titles"),
    [("Văn bản mới", ()), ("Văn bản chỉ đạo", NUMBERS), ("Chỉ đạo, điều hành", NUMBERS), ("Công văn đến", ())],
)
def test_documents_beside_the_sections_are_entries_also_as_bare_numbers(
    name: str, titles: tuple[str, ...], form: str, layout: str
) -> None:
    register = box(name, links(500, PAPERS, titles), form)
    assert kept(layout.format(main=sections(), side=register + REST))


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", ["Tin đọc nhiều", "Xem nhiều nhất", "Tin xem nhiều"])
def test_the_most_read_beside_the_sections_are_none_of_them(name: str, layout: str) -> None:
    assert numbers_of(layout.format(main=sections(), side=box(name, links(500)) + REST)) == OF_SECTIONS


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("head", ["<h3>{}</h3>", "<div class='head'><a href='/muc/9/'>{}</a></div>"])
def test_bare_titles_below_the_story_of_such_a_box_are_of_it(head: str, layout: str) -> None:
    link = f"<a href='{STORIES.format('ban-tin', 4500)}'>{{}}</a>"
    story = f"<div>{link.format('<img src=a.jpg>')}<h4>{link.format(title_of(50))}</h4><p>{SUMMARY}</p></div>"
    read = f"<div>{head.format('Tin đọc nhiều')}{story}<ul>{''.join(links(501))}</ul></div>"
    for behind in (REST, box("Thông báo", links(520))):
        kept = [520, 521, 522, 523] if behind != REST else []
        assert numbers_of(layout.format(main=sections(), side=read + behind)) == [*OF_SECTIONS, *kept]


@pytest.mark.parametrize("layout", BEHIND)
@pytest.mark.parametrize("name", ["Tin mới nhất", "Tin nổi bật", "Tin mới cập nhật"])
def test_the_newest_stories_in_a_column_behind_the_sections_are_none_of_them(name: str, layout: str) -> None:
    assert numbers_of(layout.format(main=sections(), side=box(name, links(500)) + REST)) == OF_SECTIONS


@pytest.mark.parametrize("layout", BEHIND)
@pytest.mark.parametrize(
    ("name", "address"),
    [("Thông báo", STORIES), ("Thông báo", "/thong-bao/{}-{}.html"), ("Lịch tiếp công dân", "/lich/{}-{}.html")],
)
def test_announcements_beside_boxes_that_show_stories_again_are_entries(name: str, address: str, layout: str) -> None:
    again = (box("Tin mới nhất", links(500)), box("Tin đọc nhiều", links(510)))
    for boxes in (again, again[::-1]):
        side = box(name, links(520, address)).join(boxes)
        assert numbers_of(layout.format(main=sections(), side=side)) == [*OF_SECTIONS, 520, 521, 522, 523]


def kept(body: str) -> bool:
    """Whether the four rows of a box are listed with the sections."""
    return numbers_of(body) == [*OF_SECTIONS, 500, 501, 502, 503]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", ["Thông báo", "Thông báo mới", "Văn bản mới", "Gương người tốt, việc tốt"])
def test_announcements_of_the_kind_of_the_sections_are_entries_beside_them_too(name: str, layout: str) -> None:
    assert kept(layout.format(main=sections(), side=box(name, links(500)) + REST))


def test_documents_below_the_sections_or_among_them_are_entries() -> None:
    register = box("Văn bản mới", links(500, PAPERS))
    assert kept(f"<div><div>{sections()}</div>{register}</div>")
    assert kept(f"<div>{register}{sections()}</div>")


def test_the_featured_stories_above_the_sections_are_entries() -> None:
    featured = box("Tin nổi bật", links(500))
    assert kept(f"<div><div>{featured}{REST}</div><div>{sections()}</div></div>")


def test_boxes_of_equal_kind_are_all_entries_where_none_is_of_sections() -> None:
    boxes = [box(name, links(10 * place)) for place, name in enumerate(("Văn bản mới", "Tin đọc nhiều"))]
    page = f"<table><tr><td>{boxes[0]}</td><td>{boxes[1]}</td></tr></table>"
    assert numbers_of(page) == [0, 1, 2, 3, 10, 11, 12, 13]


ROW = "<tr><td>&bull; <a href='/?url=chitiet&amp;loai={kind}&amp;id={number}'>{title}</a></td></tr>"
NESTED = "<tr><td><table>{rows}</table></td></tr>"


def table(head: str) -> list[str]:
    """What a page says that is one table: its first rows, and sections of rows below heads, each a row as well."""
    rows = "".join(ROW.format(kind=1, number=700 + place, title=title_of(place)) for place in range(4))
    for kind, name in enumerate(("KINH TẾ", "VĂN HÓA - XÃ HỘI"), start=3):
        inner = (ROW.format(kind=kind, number=100 * kind + n, title=title_of(10 * kind + n)) for n in range(4))
        rows += head.format(kind=kind, name=name) + NESTED.format(rows="".join(inner))
    page = f"<html><title>Huyện X</title><body><table>{rows}</table></body></html>"
    return [str(entry.url) for entry in read_page(page.encode(), "https://x.gov.vn/Default.aspx").entries]


def test_heads_of_sections_that_are_rows_among_announcements_are_no_entries() -> None:
    found = table("<tr><td>&nbsp;<a href='/?url=danhsach&amp;loai={kind}'><b>{name}</b></a></td></tr>")
    assert len(found) == 12
    assert not [url for url in found if "danhsach" in url]


def test_short_announcements_among_rows_are_entries_also_where_a_section_stands_below() -> None:
    found = table(
        "<tr><td>&nbsp;<a href='/?url=chitiet&amp;loai=1&amp;id=81{kind}'><b>Họp dân bản số {kind}</b></a></td></tr>"
    )
    assert len(found) == 14


def test_stories_right_in_the_page_beside_the_column_of_sections_are_entries() -> None:
    first, last = (
        f"<a href='{STORIES.format('ban-tin', 4000 + number)}'>{title_of(number)}</a>" for number in (50, 51)
    )
    body = f"{first}<div><div>{sections()}</div><div>{REST}</div></div>{last}"
    assert {50, 51} < set(numbers_of(body))


FLAT = "<h3>{name}</h3><ul>{rows}</ul>"


@pytest.mark.parametrize("name", ["Xem nhiều nhất", "Tin mới nhất"])
def test_boxes_right_in_a_column_that_has_others_are_none_of_the_sections(name: str) -> None:
    notices = box("Thông báo", links(520), FLAT)
    column = f"{notices}{box(name, links(500), FLAT)}<h3>Thống kê</h3><p>Đang truy cập: 9</p>"
    assert numbers_of(BEHIND[0].format(main=sections(), side=column)) == [*OF_SECTIONS, 520, 521, 522, 523]
    assert kept(BEHIND[0].format(main=sections(), side=box(name, links(500), FLAT)))


DATED = "<p><a href='{url}'>{title}</a> <i>({day}/05/2023)</i></p>"


def test_names_of_sections_take_no_day_from_the_rows_above_them() -> None:
    body = ""
    for place, name in enumerate(NAMES):
        rows = "".join(
            DATED.format(
                url=STORIES.format("tin", 4010 + 10 * place + n), title=title_of(10 * place + n), day=28 - place - n
            )
            for n in range(4)
        )
        body += f"<div><h2><a href='/muc/{name.lower()}.html'>{name}</a></h2>{rows}</div>"
    page = f"<html><title>Huyện X</title><body><div>{body}</div></body></html>"
    found = [str(entry.url) for entry in read_page(page.encode(), FRONTS[0]).entries]
    assert len(found) == 16
    assert not [url for url in found if "/muc/" in url]
