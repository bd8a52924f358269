"""Bylines in the forms and places in which portals print them, and what looks like one and is none."""

from __future__ import annotations

import pytest

from tests.reading.written import read

DAY = "<p>12/03/2021</p>"


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("<h6>Tác giả: Nguyễn Khánh Vy (Lớp 12A4) &nbsp; Ngày: 27.05.2023</h6>", "Tác giả: Nguyễn Khánh Vy (Lớp 12A4)"),
        ("<p>Tác giả: Nguyễn Khánh Vy (Lớp 12A4) - 27/05/2023</p>", "Tác giả: Nguyễn Khánh Vy (Lớp 12A4)"),
        ("<p>27/05/2023 - Tác giả: Nguyễn Khánh Vy (Lớp 12A4)</p>", "Tác giả: Nguyễn Khánh Vy (Lớp 12A4)"),
        ("<p>Nguyễn Khánh Vy (9A1) | 27/05/2023</p>", "Nguyễn Khánh Vy (9A1)"),
        ("<p>Nguyễn Khánh Vy - Lớp 9A1 | 27/05/2023</p>", "Nguyễn Khánh Vy - Lớp 9A1"),
        ("<p>Tác giả: Tổ 3 - Lớp 9A1 Ngày: 27/05/2023</p>", "Tác giả: Tổ 3 - Lớp 9A1"),
        ("<p>Người viết: Lê Hà (CLB Sách K12) 27/05/2023 08:00</p>", "Người viết: Lê Hà (CLB Sách K12)"),
        ("<p>Lê Hà (TTXVN/Vietnam+) 27/05/2023 08:00</p>", "Lê Hà (TTXVN/Vietnam+)"),
        ("<p>27/05/2023 Bài viết: Lê Hà286 lượt xem</p>", "Bài viết: Lê Hà"),
        ("<p>Lê Hà 27/05/2023 08h15 286</p>", "Lê Hà"),
        ("<p>27/05/2023 08:15 CH Tác giả: Lê Hà | 153</p>", "Tác giả: Lê Hà"),
    ],
)
def test_a_class_or_a_unit_with_a_number_stays_with_the_name_beside_a_day_and_a_counter_does_not(
    line: str, byline: str
) -> None:
    assert read("", line).byline == byline


@pytest.mark.parametrize(
    "account",
    [
        '<div>12/03/2021 bởi <a href="/author/hung/">Nguyễn Văn Hùng</a></div>',
        '<div>12/03/2021</div><div>bởi <a href="/author/hung/">Nguyễn Văn Hùng</a></div>',
        "<div>12/03/2021 | bởi Nguyễn Văn Hùng</div>",
        "<div>12/03/2021</div><div>Viết bởi: Nguyễn Văn Hùng</div>",
    ],
)
@pytest.mark.parametrize(
    ("behind", "byline"),
    [
        ("<p>Thu Hà</p>", "Thu Hà"),
        ("<p align=right><b>Thu Hà</b></p>", "Thu Hà"),
        ("<p>Tin, ảnh: Thu Hà</p>", "Tin, ảnh: Thu Hà"),
        ("<p>Ảnh: Thu Hà</p>", None),
        ("", None),
    ],
)
def test_who_signs_below_a_text_wrote_it_and_whoever_it_was_posted_by_only_where_nobody_does(
    account: str, behind: str, byline: str | None
) -> None:
    told = read("", account, behind).byline
    assert told == byline or (byline is None and str(told).endswith("Nguyễn Văn Hùng"))


@pytest.mark.parametrize(
    "fields",
    [
        "Tuần <select><option>21</option></select> Năm <select><option>2024</option></select>",
        "Quý <select><option>I</option></select> Năm <input value=2024>",
        "Thu Hà <textarea></textarea>",
    ],
)
def test_what_stands_before_the_fields_of_a_form_is_no_name(fields: str) -> None:
    assert read("", f"<div>{fields}</div>{DAY}").byline is None
    assert read("", DAY, f"<div>{fields}</div>").byline is None


@pytest.mark.parametrize(
    "counter", ["Hit Counter", "Visitor Counter", "Free Hit Counters", "Site Meter", "Users Online"]
)
def test_what_counts_visitors_is_no_name(counter: str) -> None:
    assert read("", DAY, f"<p>{counter}</p>").byline is None
