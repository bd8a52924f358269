"""Sections and counts of remarks between a title and its text, which are none of it."""

from __future__ import annotations

import pytest

from tests.reading.written import read

SECTION = '<a href="/muc/12">Tình nguyện</a>'
SECTIONS = f'{SECTION}, <a href="/muc/3">Đoàn thể</a>'
DAY = "<p>04/09/2019</p>"


@pytest.mark.parametrize(
    "line",
    [
        f"trong {SECTION} / 0 bình luận",
        f"Trong: {SECTION}",
        f"Thuộc {SECTION}",
        f"trong {SECTIONS} / 12 bình luận",
        f"{SECTIONS} | 12 phản hồi",
        f"In {SECTION} / 0 Comments",
        f"0 bình luận | {SECTION}",
        f"{SECTION} · 3 Bình luận · 5 phút đọc",
        f"Chuyên mục {SECTION} / 2 bình luận",
        f"{SECTION} - Không có bình luận",
        f"{SECTION} | Bình luận (0)",
        f"{SECTION} • 3 lượt thích • 0 nhận xét",
        f"trong {SECTION} / 0 bình luận / bởi admin",
        f"<i class='fa'></i> {SECTION} <i class='fa'></i> 0 bình luận",
        f"<span>trong {SECTION}</span><span>0 ý kiến</span>",
        "trong Tình nguyện / 0 bình luận",
    ],
)
@pytest.mark.parametrize("below", ["{day}<div>{line}</div>", "<div>{line}</div>{day}"])
def test_a_section_and_how_many_remarks_there_are_is_no_text(below: str, line: str) -> None:
    announcement = read("", below.format(line=line, day=DAY))
    assert (announcement.date_line, announcement.byline) == ("04/09/2019", None)
    assert announcement.body_text.startswith("Ủy ban nhân dân huyện tổ chức")


@pytest.mark.parametrize(
    "line", ["Đã tiếp nhận 12 ý kiến của cử tri", "Kết quả: 12 ý kiến được giải trình", "Trong Tháng Thanh niên"]
)
def test_a_first_line_that_speaks_of_remarks_or_begins_like_a_section_is_text(line: str) -> None:
    assert read("", f"{DAY}<p>{line}</p>").body_text.startswith(line)
