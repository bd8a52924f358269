"""Pages of questions and answers: the day of the answer is that of the page, and what readers think of it no text."""

from __future__ import annotations

import pytest

from tests.reading.written import TEXT, read

DAY = "<p>12/03/2024</p>"


@pytest.mark.parametrize(
    ("row", "day"),
    [
        ("<p>Ngày trả lời: 17/02/2025</p>", "Ngày trả lời: 17/02/2025"),
        ("<p>Trả lời ngày 17/02/2025 09:30</p>", "Trả lời ngày 17/02/2025 09:30"),
        ("<p>Ngày hỏi: 10/02/2025</p><p>Ngày trả lời: 17/02/2025</p>", "Ngày trả lời: 17/02/2025"),
        (
            "<p>Lĩnh vực: <a href='/yt'>Y tế</a> · <span>Ngày trả lời: 17/02/2025</span> · Lượt xem 3.540</p>",
            "Lĩnh vực: Y tế · Ngày trả lời: 17/02/2025 · Lượt xem 3.540",
        ),
        ("<table><tr><td>Ngày trả lời:</td><td>17/02/2025</td></tr></table>", "Ngày trả lời: 17/02/2025"),
        ("<p>Ngày gửi: 10/02/2025 - Ngày trả lời: 17/02/2025</p>", None),
        ("<p>Ngày hỏi: 10/02/2025 | Ngày trả lời: 17/02/2025</p>", None),
        ("<p>Ngày hỏi: 10/02/2025</p>", None),
        (TEXT + "<p>Trả lời: (Ngày trả lời: 07/04/2021)</p>", None),
        (TEXT + "<p>Ngày trả lời: 07/04/2021</p>", None),
    ],
)
def test_a_page_is_of_the_day_of_its_answer_where_that_stands_above_the_text(row: str, day: str | None) -> None:
    assert read("", row).date_line == day


@pytest.mark.parametrize(
    "vote",
    [
        "Câu trả lời có hữu ích? <button>Có (41)</button><button>Không (2)</button>",
        "Câu trả lời này có hữu ích với bạn không?",
        "Bạn thấy câu trả lời này có hữu ích không? Có Không",
        "Tài liệu này có hữu ích không?",
        "Văn bản này có hữu ích với ông/bà không?",
        "Trang này có thực sự hữu ích cho bạn?",
    ],
)
def test_what_readers_are_asked_of_an_answer_is_no_text(vote: str) -> None:
    assert read("", DAY, f"<div>{vote}</div>").body_text.endswith("18 xã, thị trấn.")


@pytest.mark.parametrize("line", ["Tài liệu hữu ích cho giáo viên.", "Câu trả lời hữu ích nhất, theo ông Nam."])
def test_what_a_text_calls_useful_stays(line: str) -> None:
    assert read("", DAY, f"<p>{line}</p>").body_text.endswith(line)
