"""Who wrote a paper of a journal: names with degrees, and units below them, between its title and its text."""

from __future__ import annotations

import pytest

from tests.reading.written import read

DAY = "<p>Ngày đăng: 03/05/2023</p>"
UNIT = "<p>Học viện Chính trị khu vực V, thành phố Đà Nẵng</p>"
NAMES = [
    "PGS.TS. Trương Minh Vọng; ThS. Rơ Châm Hoan",
    "TS. Lê Khắc Hùng, ThS. Nguyễn Thị Phương Thảo",
    "GS. TS Nguyễn Văn An - TS. Lê Thị Bình",
    "Thạc sĩ Lê Thị Hồng Nhung; Tiến sĩ Trần Quốc Việt; CN. Bùi Thị Xuân",
    "Nguyễn Văn An; Lê Thị Bình; Trần Minh Công; Phạm Thu Dung",
    "TRƯƠNG MINH VỌNG*; LÊ THỊ HOAN**",
]


@pytest.mark.parametrize("names", NAMES)
@pytest.mark.parametrize(
    "head",
    [
        "<p>{}</p>" + UNIT + DAY,
        "<p>{}</p>" + UNIT + "<p>* Trường Đại học Tây Nguyên</p>" + DAY,
        "<p class='a'>{}</p><p>Email: vong@hv.example</p>" + DAY,
        "<p>{}</p><p>Tạp chí Sinh hoạt lý luận, số 5/2023</p>" + DAY,
        DAY + "<div>{}</div>" + UNIT,
        "<p><i>{}</i></p>" + DAY,
    ],
)
def test_several_writers_are_one_byline_and_their_units_no_text(head: str, names: str) -> None:
    announcement = read("", head.format(names))
    assert announcement.byline == names
    assert announcement.date_line == "Ngày đăng: 03/05/2023"
    assert announcement.body_text.startswith("Ủy ban nhân dân huyện tổ chức")


def test_numbers_of_notes_behind_names_are_none_of_them() -> None:
    names = "<p>PGS, TS Trần Văn Dũng<sup>1</sup>, ThS Lê Hà<sup>2</sup></p>"
    assert read("", names + DAY).byline == "PGS, TS Trần Văn Dũng, ThS Lê Hà"


def test_names_each_above_its_unit_are_one_byline() -> None:
    pairs = f"<p>PGS.TS. Trương Minh Vọng</p>{UNIT}<p>ThS. Rơ Châm Hoan</p><p>Trường Đại học Tây Nguyên</p>"
    announcement = read("", f"<div>{pairs}</div>{DAY}")
    assert announcement.byline == "PGS.TS. Trương Minh Vọng\nThS. Rơ Châm Hoan"
    assert announcement.body_text.startswith("Ủy ban nhân dân huyện tổ chức")


@pytest.mark.parametrize(
    "opening", ["Hà Nội, Hải Phòng, Đà Nẵng; các tỉnh miền Trung", "Kính gửi: TS. Lê Hà; ThS. Vũ Nho và các cơ quan"]
)
def test_a_list_of_others_opens_a_text(opening: str) -> None:
    announcement = read("", f"<p>12/03/2024</p><p>{opening}</p>")
    assert announcement.byline is None
    assert announcement.body_text.startswith(opening)
