"""Names between the brackets of a form, and place-holders, which are none."""

from __future__ import annotations

import pytest

from archive.vietnamese.bylines import read_byline


@pytest.mark.parametrize(
    ("printed", "people", "organisation"),
    [
        ("Tác giả: [H.H]", ("H.H",), None),
        ("Người viết: [Hoàng Thị Lụa].", ("Hoàng Thị Lụa",), None),
        ("Tác giả bài viết: [Tổ Ngữ văn]", (), "Tổ Ngữ văn"),
        ("Tác giả: [Tên tác giả]", (), None),
        ("Tác giả: [Chưa có]", (), None),
        ("Tác giả: [author]", (), None),
        ("Tác giả: []", (), None),
        ("Tác giả: [1]", (), None),
    ],
)
def test_who_stands_in_brackets_behind_a_label_is_read_and_no_place_holder(
    printed: str, people: tuple[str, ...], organisation: str | None
) -> None:
    byline = read_byline(printed)
    assert (byline.people, byline.organisation) == (people, organisation)
