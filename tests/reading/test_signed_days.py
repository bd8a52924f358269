"""Names below a text beside the day of the page, and other lines of a day there, which name nobody who wrote."""

from __future__ import annotations

import pytest

from tests.reading.written import read

DAY = "<p>Ngày đăng: 22/11/2018</p>"
FORMS = ("<div>{}</div>", '<p style="text-align:right"><em>{}</em></p>')


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Lê Lan Hương - 22/11/2018", "Lê Lan Hương"), ("Lê Lan Hương (22/11/2018)", "Lê Lan Hương"),
        ("Lê Lan Hương - 08:15 22/11/2018", "Lê Lan Hương"), ("22/11/2018 | Lê Lan Hương", "Lê Lan Hương"),
        ("Phòng Tổng hợp (22/11/2018)", "Phòng Tổng hợp"),
    ],
)  # fmt: skip
def test_who_signs_beside_the_day_of_the_page_wrote(form: str, line: str, name: str) -> None:
    announcement = read("", DAY, form.format(line))
    assert announcement.byline == name
    assert announcement.body_text.endswith("thị trấn.")
    assert announcement.date_line == "Ngày đăng: 22/11/2018"


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "line",
    [
        "Lê Lan Hương - 23/11/2018", "Hà Nội, ngày 22/11/2018", "UBND huyện, ngày 22/11/2018", "Hạn nộp: 22/11/2018",
        "Người đăng: Lê Lan Hương - 22/11/2018",
    ],
)  # fmt: skip
def test_another_day_or_no_writer_beside_it_credits_nobody(form: str, line: str) -> None:
    assert read("", DAY, form.format(line)).byline is None


def test_a_remark_is_signed_by_a_reader() -> None:
    remarks = "<div><b>Ý kiến bạn đọc</b></div><div>Lê Lan Hương - 22/11/2018</div><div>Hay quá</div>"
    assert read("", DAY, remarks).byline is None


def test_the_office_below_a_name_in_the_box_of_a_writer_is_no_text() -> None:
    box = "<div><img src='/u.jpg'><h5>Lê Lan Hương</h5><p>Chuyên viên Phòng Tổng hợp, Văn phòng UBND tỉnh</p></div>"
    announcement = read("", DAY, f"<div>{box}</div>")
    assert announcement.byline == "Lê Lan Hương"
    assert announcement.body_text.endswith("thị trấn.")
