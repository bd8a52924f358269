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
