"""Who put a page up: lines that tell it, beside those of announcements that use the same words."""

from __future__ import annotations

import pytest

from archive.vietnamese.spelling import fold
from scraper.reading.posters import DONE_BY, PUT_UP


@pytest.mark.parametrize(
    "line",
    [
        "Đăng bởi: Thu Hằng",
        "Được tạo bởi quản trị viên",
        "Cập nhật bởi Văn phòng UBND xã",
        "Viết bởi Nguyễn Văn An",
        "Posted by admin",
        "Published by Webmaster",
    ],
)
def test_a_line_tells_by_whom_a_page_was_put_up_or_written(line: str) -> None:
    assert DONE_BY.match(fold(line))


@pytest.mark.parametrize(
    "title",
    [
        "Đăng ký khám bệnh bởi bác sĩ tuyến trung ương",
        "Sửa chữa cầu treo bị hư hỏng bởi mưa lũ",
        "Tạo việc làm cho thanh niên nông thôn",
        "Updated guidelines by the World Health Organization",
    ],
)
def test_a_title_that_tells_what_somebody_does_is_no_such_line(title: str) -> None:
    assert not DONE_BY.match(fold(title))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Đăng ngày 05/03/2021 bởi thuhang", True),
        ("Cập nhật lúc 08:15 ngày 05/03/2021 bởi ban biên tập", True),
        ("Posted on March 5, 2021 by vanphong", True),
        ("Đăng ngày 05/03/2021", False),
        ("Lan Anh | 05/03/2021 08:15", False),
        ("Ngày 05/03/2021, bởi mưa lớn", False),
    ],
)
def test_an_account_stands_behind_when_it_put_a_page_up(line: str, told: bool) -> None:
    assert (PUT_UP.search(fold(line)) is not None) == told
