"""A day beside the account that put a page up, behind whatever label that stands."""

from __future__ import annotations

import pytest

from tests.reading.written import read


@pytest.mark.parametrize("behind", [False, True])
@pytest.mark.parametrize(
    "line",
    [
        "16/10/2013 Tác giả: ADMIN",
        "Tác giả: admin 16/10/2013",
        "Tác giả: Quản trị - 16/10/2013",
        "Người viết: admin, 16/10/2013",
        "Tác giả: vanphong | 16/10/2013",
        "Tác giả bài viết: ngochai 16/10/2013",
        "Tác giả: thcs_kimdong 16/10/2013",
        "Tác giả: Super User 16/10/2013",
        "16/10/2013 Nguồn: admin",
        "16/10/2013 Nguồn: Sưu tầm",
        "By admin 16/10/2013",
        "16/10/2013 bởi Admin",
        "Admin, 16/10/2013",
        "16/10/2013 - Super User",
        "Viết bởi Super User 16/10/2013",
    ],
)
def test_a_day_beside_an_account_is_that_of_publication_and_no_text(line: str, behind: bool) -> None:
    told = read("", "", f"<p>{line}</p>") if behind else read("", f"<p>{line}</p>")
    assert told.date_line is not None
    assert "16/10/2013" in told.date_line
    assert told.body_text.startswith("Ủy ban nhân dân huyện tổ chức")
    assert "16/10/2013" not in told.body_text


@pytest.mark.parametrize(
    "line",
    [
        "Nguồn: Quyết định số 12/QĐ-UBND ngày 16/10/2013",
        "Tập huấn quản trị mạng ngày 16/10/2013",
        "Hạn cuối: 16/10/2013",
        "Người phụ trách: văn phòng, trước ngày 16/10/2013",
        "Lê Văn Tám sinh ngày 16/10/1963",
    ],
)
def test_a_day_beside_other_words_behind_a_text_stays_in_it(line: str) -> None:
    told = read("", "", f"<p>{line}</p>")
    assert told.date_line is None
