"""Pages of questions and answers: the day of the answer is that of the page, and what readers think of it no text."""

from __future__ import annotations

import pytest

from archive.vietnamese.bylines import read_byline
from tests.reading.titled import TEXT as ANSWER
from tests.reading.titled import announcement_of, title_of
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
        ("<p>Ngày gửi: 10/02/2025 - Ngày trả lời: 17/02/2025</p>", "Ngày trả lời: 17/02/2025"),
        ("<p>Ngày hỏi: 10/02/2025 | Ngày trả lời: 17/02/2025 | Sở Y tế</p>", "Ngày trả lời: 17/02/2025"),
        ("<p>Hỏi ngày 10/02/2025. Trả lời ngày 17/02/2025 09:30</p>", "Trả lời ngày 17/02/2025 09:30"),
        ("<p><i>Ngày hỏi: 10/02/2025</i><b>Ngày trả lời: 17/02/2025</b></p>", "Ngày trả lời: 17/02/2025"),
        (
            "<p>Ngày hỏi: 10/02/2025 | Ngày trả lời: 17/02/2025 | Ngày đăng: 19/02/2025</p>",
            "Ngày trả lời: 17/02/2025 | Ngày đăng: 19/02/2025",
        ),
        (TEXT + "<p>Ngày hỏi: 10/02/2025 | Ngày trả lời: 17/02/2025</p>", None),
        ("<p>Ngày hỏi: 10/02/2025</p>", None),
        (TEXT + "<p>Trả lời: (Ngày trả lời: 07/04/2021)</p>", None),
        (TEXT + "<p>Ngày trả lời: 07/04/2021</p>", None),
    ],
)
def test_a_page_is_of_the_day_of_its_answer_where_that_stands_above_the_text(row: str, day: str | None) -> None:
    assert read("", row).date_line == day


@pytest.mark.parametrize(
    ("row", "dated"),
    [
        ("Hỏi: Lịch nghỉ Tết - Ngày 10/02/2025 có làm bù?", False),
        ("Người hỏi: Lê Văn Nam, ngày 10/02/2025", False),
        ("Người hỏi: Lê Văn Nam (10/02/2025)", False),
        ("Hỏi: Lê Văn Nam - 10/02/2025 08:30", False),
        ("Người hỏi: Lê Văn Nam - Ngày đăng: 12/02/2025", True),
        ("Hỏi đáp | 12/02/2025 08:30", True),
    ],
)
def test_a_day_behind_the_label_of_a_question_is_none_of_the_page(row: str, *, dated: bool) -> None:
    assert (read("", f"<p>{row}</p>{TEXT}").date_line is not None) == dated


SHORT = "<p>Công ty tôi chuyển trụ sở sang thành phố khác thì hóa đơn đã lập có phải điều chỉnh địa chỉ không?</p>"
ANSWERED = "<p>Ngày trả lời: 17/02/2025</p>"


@pytest.mark.parametrize(
    ("row", "day"),
    [
        (f"<p>Người hỏi: Nguyễn Thị Thu - Ngày hỏi: 10/02/2025</p>{SHORT}<p>Trả lời: Sở Y tế</p>{ANSWERED}", True),
        (f"<p>Câu hỏi:</p>{SHORT}{ANSWERED}", True),
        (f"<p><b>Hỏi:</b> Lê Văn Nam (Mộc Châu)</p>{SHORT}<p><b>Trả lời</b></p>{ANSWERED}", True),
        (f"<p>Người gửi câu hỏi: Lê Văn Nam</p><div>{SHORT}</div><div>{ANSWERED}<p>Đơn vị: Sở Y tế</p></div>", True),
        (f"<table><tr><td>Nội dung hỏi</td><td>{SHORT}</td></tr></table>{ANSWERED}", True),
        (f"<p>Câu hỏi:</p>{SHORT}<p>Trả lời: (Ngày trả lời: 17/02/2025)</p>", False),
        (SHORT + ANSWERED, False),
        (f"<p>Hỏi thăm bà con vùng lũ</p>{SHORT}{ANSWERED}", False),
        (f"<p>Câu hỏi: 1</p>{SHORT}{ANSWERED}{SHORT}<p>Câu hỏi: 2</p>{SHORT}<p>Ngày trả lời: 18/02/2025</p>", False),
        (f"<p>Câu hỏi:</p>{SHORT}<p>Ngày hỏi: 10/02/2025</p>", False),
    ],
)
def test_a_page_is_of_the_day_over_its_only_answer_below_a_question(row: str, day: bool) -> None:
    assert read("", row).date_line == ("Ngày trả lời: 17/02/2025" if day else None)


@pytest.mark.parametrize(
    "row",
    [f"{TEXT}<p>Câu hỏi:</p>{SHORT}", f"<p>Câu hỏi:</p>{SHORT}"],
)
def test_the_day_of_an_answer_behind_all_text_is_none_of_the_page(row: str) -> None:
    assert read("", "", row + ANSWERED).date_line is None


@pytest.mark.parametrize(
    "asked",
    ["<p>Ngày hỏi: 10/02/2025</p>", "<p>Hỏi lúc 9:15 10/02/2025</p>", "<p>Ngày gửi câu hỏi: 10/02/2025</p>",
     "<table><tr><td>Ngày hỏi:</td><td>10/02/2025</td></tr></table>",
     "<p>Người hỏi: Nguyễn T. Thu H. - Ngày hỏi: 01/11/2023</p>",
     "<p>Người gửi câu hỏi: Lê Văn Nam (Mộc Châu), ngày gửi câu hỏi: 01/11/2023 08:20</p>"],
)  # fmt: skip
def test_the_day_of_a_question_is_no_day_of_the_page_and_no_text(asked: str) -> None:
    told = read("", asked + TEXT)
    assert told.date_line is None
    assert told.body_text.startswith(read("", TEXT).body_text[:40])


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


ASKED = "Chưa kết hôn thì khai sinh cho con thế nào?"
QUESTION = (
    "Tôi và vợ chưa đăng ký kết hôn, cháu sinh năm 2023. Tôi muốn khai sinh cho cháu thì làm ở đâu, cần giấy tờ gì?"
)


@pytest.mark.parametrize("heading", ["h1", "h3", "h4"])
@pytest.mark.parametrize(
    "label", ["<h2>Câu hỏi</h2>", "<b>Câu hỏi:</b><br>", "<h5>Nội dung câu hỏi</h5>", "<p>Hỏi:</p>", ""]
)
def test_neither_a_question_of_several_sentences_nor_its_label_is_the_title(label: str, heading: str) -> None:
    asker = "<p>Người hỏi: Trần Văn Kỷ – gửi ngày 27/02/2023</p>"
    main = f"<{heading}>{ASKED}</{heading}>{label}<div><p>{QUESTION}</p>{asker}</div><h2>Trả lời</h2>{ANSWER}"
    announcement = announcement_of(main)
    assert announcement.title == ASKED
    assert (announcement.body_text or "").startswith(QUESTION)


@pytest.mark.parametrize(
    "title",
    [
        "Vì sao TP. Vinh chưa thu phí vỉa hè?",
        "Ngày hội đọc sách: bạn đã tham gia chưa?",
        "Hỏi và đáp về căn cước công dân",
        "Trả lời kiến nghị của cử tri xã Mộc",
    ],
)
def test_a_title_that_asks_or_tells_of_answers_is_one(title: str) -> None:
    assert title_of(f"<div><b>{title}</b></div><p>15/05/2024 08:30</p>{ANSWER}") == title


UNIT_ANSWERED = "<p>{unit}</p><p>Ngày trả lời: 17/02/2025</p>"


@pytest.mark.parametrize(
    "unit",
    ["Đơn vị trả lời: Sở Giao thông vận tải", "Cơ quan trả lời: UBND huyện Tân Long", "Cơ quan giải đáp: Sở Y tế",
     "Trả lời: Phòng Tuyên truyền - Hỗ trợ NNT", "Đơn vị trả lời: Phòng Quản lý đô thị"],
)  # fmt: skip
def test_the_agency_that_a_label_says_answered_is_credited(unit: str) -> None:
    label, _, agency = unit.partition(": ")
    for row in (UNIT_ANSWERED, "<ul><li>Lĩnh vực: Y tế</li><li>{unit}</li><li>Ngày trả lời: 17/02/2025</li></ul>"):
        told = read("", row.format(unit=unit))
        assert told.byline == unit
        assert read_byline(told.byline).organisation == agency
        assert label not in (told.body_text or "")


@pytest.mark.parametrize(
    "row",
    [
        UNIT_ANSWERED.format(unit="Đơn vị trả lời: Đang cập nhật"),
        UNIT_ANSWERED.format(unit="Trả lời: Có"),
        UNIT_ANSWERED.format(unit="Người hỏi: Trần Văn Kỷ"),
        UNIT_ANSWERED.format(unit="Trả lời: Sở Y tế đã ban hành văn bản"),
        f"{DAY}{TEXT}<p>Hỏi: Cơ quan nào cấp giấy phép xây dựng nhà ở?</p><p>Trả lời: Sở Xây dựng</p>{TEXT}",
        f"{DAY}<p>Trả lời: Sở Xây dựng</p>",
    ],
)
def test_nobody_is_credited_where_no_label_says_that_an_agency_answered(row: str) -> None:
    assert read("", row).byline is None
