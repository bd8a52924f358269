"""Columns of boxes beside a list whose entries are made as those of the list are."""

from __future__ import annotations

import pytest

from tests.reading.listed import listed

CARD = (
    "<article><div><div><figure><a href='/tin-tuc/{0}'><img src='a.jpg'></a></figure></div>"
    "<div><div><h2><a href='/tin-tuc/{0}'>{1} số {0}</a></h2></div></div></div></article>"
)
ROW = "<li><a href='/tin-tuc/{0}'>{1} số {0}</a> <i>({2:02}/06/2021)</i></li>"
PANEL = "<div><div><div>{}</div></div><div><div><section>{}</section></div></div></div>"
PLAIN = "<h3>{}</h3><ul>{}</ul>"
SUBJECT = "Hội nghị triển khai nhiệm vụ"


def _cards(form: str, numbers: range) -> str:
    return "".join(form.format(number, SUBJECT, number % 28 + 1) for number in numbers)


def _numbers(body: str, title: str = "Tin tức", path: str = "tin-tuc") -> list[int]:
    page = f"<html><head><title>{title}</title></head><body><div>{body}</div></body></html>"
    return [int(entry.url.rpartition("/")[2]) for entry in listed(page, f"https://x.gov.vn/{path}")]


@pytest.mark.parametrize(("form", "panel"), [(CARD, PANEL), (ROW, PLAIN)])
@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize(
    ("newest", "other"),
    [
        ("Tin tức mới", "Tin tức đọc nhiều"),
        ("Bài viết gần đây", "Được quan tâm"),
        ("Tin bài mới đăng", "Tin ảnh"),
        ("Hoạt động mới", "Gương sáng"),
        ("Tin vừa đăng", "Góc học trò"),
        ("Tin nhanh", "Chuyên đề"),
    ],
)
def test_a_column_of_boxes_made_as_the_list_is_none_of_it(
    newest: str, other: str, before: bool, form: str, panel: str
) -> None:
    main = f"<div><div><section>{_cards(form, range(100, 108))}</section></div></div>"
    boxes = panel.format(newest, _cards(form, range(201, 205))) + panel.format(other, _cards(form, range(301, 304)))
    column = f"<div>{boxes}</div>"
    assert _numbers(column + main if before else main + column) == list(range(100, 108))


def test_the_tabs_of_a_box_are_of_it_where_the_first_is_called_the_newest() -> None:
    main = f"<div><h2>Tin tức</h2><section>{_cards(CARD, range(100, 108))}</section></div>"
    tabs = "<ul><li><a href='#a'>Mới nhất</a></li><li><a href='#b'>Chú ý</a></li></ul>"
    panes = "".join(f"<div>{_cards(CARD, range(n, n + 3))}</div>" for n in (200, 300))
    assert _numbers(f"{main}<div>{tabs}<div>{panes}</div></div>") == list(range(100, 108))


@pytest.mark.parametrize("last", ["Tin môi trường", "Thông báo mời thầu", "Hoạt động môi giới việc làm", "Chuyên đề"])
def test_lists_of_one_column_are_all_of_the_page_whatever_the_last_is_about(last: str) -> None:
    blocks = "".join(
        PANEL.format(head, _cards(CARD, range(n, n + 3)))
        for n, head in ((100, "Kinh tế"), (200, "Xã hội"), (300, "Y tế"), (400, last))
    )
    assert len(_numbers(f"<div>{blocks}</div>", "Huyện Cẩm Sơn")) == 12


def test_a_list_called_the_newest_is_that_of_its_page() -> None:
    page = f"<h1>Tin tức mới</h1><section>{_cards(CARD, range(100, 108))}</section>"
    assert _numbers(page, "Tin tức mới") == list(range(100, 108))


@pytest.mark.parametrize("depth", [1, 6])
def test_the_name_of_a_box_is_found_over_elements_that_hold_nothing_else(depth: int) -> None:
    main = f"<ul>{_cards(ROW, range(100, 108))}</ul>"
    held = "<div>" * depth + _cards(CARD, range(200, 201)) + "</div>" * depth
    assert _numbers(f"<div>{main}</div><div><p>Xem nhiều</p><div>{held}</div></div>") == list(range(100, 108))


LEADS = "".join(CARD.format(number, SUBJECT) for number in range(100, 104))
STREAM = f"<div><ul>{_cards(ROW, range(110, 118))}</ul><a href='?page=2'>2</a> <a href='?page=3'>3</a></div>"
STORY = "<div><h4><a href='/tin-tuc/{0}'><img src='a.jpg'>{1} số {0}</a></h4></div>"
CRUMBS = '<p><a href="/">Trang chủ</a> <i></i> <span>Xây dựng Đảng</span></p>'
SUBSECTIONS = (
    '<ul><li><a href="/xd/to-chuc">Tổ chức</a></li><li><a href="/xd/tuyen-giao">Tuyên giáo</a></li></ul>',
    '<nav><a href="/xd/to-chuc">Tổ chức</a> <a href="/xd/tuyen-giao">Tuyên giáo</a></nav>',
    "<p>Tin về công tác Đảng trên địa bàn.</p><div>" + "<a href='/xd/a'>Mục con</a>" * 9 + "</div>",
)


@pytest.mark.parametrize("subsections", SUBSECTIONS)
@pytest.mark.parametrize("crumbs", [CRUMBS, ""])
@pytest.mark.parametrize("heading", ["Xây dựng Đảng", "<span>Xây dựng Đảng</span>", "Chuyên mục: Xây dựng Đảng"])
def test_stories_below_the_name_of_a_section_and_the_ways_to_its_parts_are_of_it(
    heading: str, crumbs: str, subsections: str
) -> None:
    head = f"<div>{crumbs}<h1>{heading}</h1>{subsections}</div>"
    found = _numbers(f"{head}<div><div>{LEADS}</div></div>{STREAM}", "Xây dựng Đảng", "xd")
    assert found == [*range(100, 104), *range(110, 118)]


@pytest.mark.parametrize(
    "head", ["<h1>Xây dựng Đảng</h1><h3>Tin nổi bật</h3>", "<h1>Xây dựng Đảng</h1><h3>Kinh tế</h3>", "<h3>Kinh tế</h3>"]
)
def test_stories_below_another_name_are_none_of_the_section(head: str) -> None:
    found = _numbers(f"{head}<div><div>{LEADS}</div></div>{STREAM}", "Xây dựng Đảng", "xd")
    assert found == [*range(110, 118)]


@pytest.mark.parametrize("counts", [(6, 5), (7, 4), (5, 6)])
def test_two_long_columns_without_names_are_the_list_and_the_few_below_other_names_are_not(
    counts: tuple[int, int],
) -> None:
    first, second = counts
    columns = f"<div>{_cards(CARD, range(101, first + 101))}</div><div>{_cards(ROW, range(120, 120 + second))}</div>"
    boxes = "".join(
        f"<div><h3>{name}</h3>{_cards(STORY, range(start, start + 2))}</div>"
        for name, start in (("Thời sự", 140), ("Kinh doanh", 150), ("Học hành", 160))
    )
    found = _numbers(f"<div>{columns}</div><div>{boxes}</div>", "Nông nghiệp", "nong-nghiep")
    assert found == [*range(101, first + 101), *range(120, 120 + second)]


@pytest.mark.parametrize("rest", [ROW, "<li><a href='/tin-tuc/{0}'>{1} số {0}</a></li>"])
def test_the_rests_of_boxes_below_their_first_stories_make_no_list_of_their_own(rest: str) -> None:
    names = ("Tổ chức", "Kiểm tra", "Tuyên giáo", "Dân vận")
    boxes = "".join(
        f"<div><p><a href='/muc-{place}'>{name}</a></p>{_cards(STORY, range(place * 10, place * 10 + 1))}"
        f"<ul>{_cards(rest, range(place * 10 + 1, place * 10 + 4))}</ul></div>"
        for place, name in enumerate(names, start=11)
    )
    found = _numbers(f"<div>{boxes}</div>", "Xây dựng Đảng", "xd")
    assert found == [place * 10 + number for place in range(11, 15) for number in range(4)]
