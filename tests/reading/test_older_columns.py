"""Boxes of older announcements in the column beside a list whose own pager knows what is older there."""

from __future__ import annotations

import pytest

from tests.reading.test_listing_parts import BOX, FURTHER, LARGE, PAGER, of_parts, part, titles

OLDER = ("Tin cũ hơn", "Các tin khác", "Tin đã đưa", "Bài viết trước đó")
BLOCK = (
    "<table><tr><td><b>{name}</b></td></tr><tr><td>{rows}</td></tr></table>"
    "|<b>{day}</b><br>· <a href='{url}'>{title}</a><br>",
    "<div><b>{name}</b><p>{rows}</p></div>|<a href='{url}'>{title}</a> ({day})<br>",
    "<div><h3>{name}</h3><ul>{rows}</ul></div>|<li><a href='{url}'>{title}</a> <i>{day}</i></li>",
)
LOGIN = "<form><input name='ten'><input type='password' name='khau'></form>"
VIEWED = part(BOX, "nhieu", "Bài xem nhiều")


@pytest.mark.parametrize("name", OLDER)
@pytest.mark.parametrize("block", BLOCK)
@pytest.mark.parametrize("large", LARGE)
def test_a_box_of_older_ones_in_the_column_beside_a_paged_list_is_none_of_it(large: str, block: str, name: str) -> None:
    main, older = f"{part(large, 'bai')}{PAGER}", part(block, "cu", name)
    right = f"<table><tr><td>{main}</td><td>{older}{LOGIN}</td></tr></table>"
    left = f"<table><tr><td>{older}{LOGIN}</td><td>{main}</td></tr></table>"
    boxes = f"<div><div>{main}</div><div>{older}{VIEWED}</div></div>"
    assert titles(right) == titles(left) == titles(boxes) == of_parts("bai")


@pytest.mark.parametrize("name", ["TIN TỨC", "Tin tức"])
@pytest.mark.parametrize("block", [BLOCK[0], BLOCK[2]])
@pytest.mark.parametrize("form", [LARGE[1], FURTHER[3]])
def test_a_box_with_the_name_of_the_page_beside_a_longer_paged_list_is_none_of_it(
    form: str, block: str, name: str
) -> None:
    rows = f"<div>{part(form, 'bai')}{part(form, 'nua')}</div>"
    main, newest = f"<p>Danh sách</p>{rows}{PAGER}", part(block, "moi", name)
    assert titles(f"<table><tr><td>{main}</td><td>{newest}</td></tr></table>") == of_parts("bai", "nua")
    assert titles(f"<div><div>{main}</div><div>{newest}{VIEWED}</div></div>") == of_parts("bai", "nua")


@pytest.mark.parametrize(
    ("row", "count"),
    [
        ("<li><a href='/hoi-dap.aspx?so={0}'>Câu hỏi của công dân về đất đai số {0}</a></li>", 9),
        (
            "<li><a href='/tin/huong-dan-lam-thi-diem-80{0}'>Hướng dẫn thí điểm {0}</a> <i>0{0}/03/2021</i></li>",
            3,
        ),
    ],
)
def test_a_list_with_the_name_of_the_page_is_one_beside_a_paged_box_of_other_addresses_or_no_longer(
    row: str, count: int
) -> None:
    box = f"<h3>Hỏi đáp</h3><ul>{''.join(row.format(number) for number in range(1, count + 1))}</ul>{PAGER}"
    page = f"<table><tr><td>{box}</td><td>{part(BLOCK[2], 'bai', 'Tin tức')}</td></tr></table>"
    assert set(of_parts("bai")) <= set(titles(page))


@pytest.mark.parametrize("name", OLDER)
@pytest.mark.parametrize("block", BLOCK)
@pytest.mark.parametrize("large", LARGE[:2])
def test_older_ones_below_a_paged_list_are_of_it(large: str, block: str, name: str) -> None:
    main, older = f"{part(large, 'bai')}{PAGER}", part(block, "cu", name)
    below = f"<div><div>{main}</div>{older}</div>"
    rows = f"<table><tr><td>{main}</td></tr><tr><td>{older}</td></tr></table>"
    assert titles(below) == titles(rows) == of_parts("bai", "cu")


@pytest.mark.parametrize("name", OLDER)
@pytest.mark.parametrize("further", FURTHER[2:])
def test_older_ones_beside_what_is_not_paged_or_paged_with_it_are_of_it(further: str, name: str) -> None:
    main, older = part(LARGE[0], "bai"), f"<b>{name}</b>{part(further, 'cu')}"
    beside = f"<table><tr><td>{main}</td><td>{older}</td></tr></table>"
    assert titles(beside) == of_parts("bai", "cu")
    assert titles(f"<table><tr><td>{main}</td><td>{older}</td></tr><tr><td>{PAGER}</td></tr></table>") == of_parts(
        "bai", "cu"
    )
