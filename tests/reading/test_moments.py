"""The days in the attributes of a `time`, where it prints none that stands without the visit."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from archive.vietnamese import read_date
from scraper.reading import read_page
from tests.reading.written import TEXT, TITLE

MOMENT = "2013-10-16T08:15:00+07:00"
IN_DATETIME = f"datetime='{MOMENT}'"


def moment_of(time: str, fetched_at: datetime | None = None) -> str | None:
    page = f"<html><body><div><h1>{TITLE}</h1><p>{time}</p>{TEXT}</div></body></html>"
    told = read_page(page.encode(), "https://portal.example/tin/so-ket-77.html", fetched_at=fetched_at).announcement
    assert told is not None
    assert told.body_text.startswith("Ủy ban nhân dân huyện tổ chức")
    date = read_date(told.date_line, fetched_at=fetched_at) if told.date_line else None
    return date.iso if date is not None else None


@pytest.mark.parametrize(
    ("time", "moment"),
    [
        (f"<time {IN_DATETIME}>3 ngày trước</time>", MOMENT),
        (f"<time {IN_DATETIME}>khoảng 2 giờ trước</time>", MOMENT),
        (f"<time {IN_DATETIME}>Hôm qua</time>", MOMENT),
        (f"<time {IN_DATETIME}>3 days ago</time>", MOMENT),
        (f"<time {IN_DATETIME}>16 tháng 10</time>", MOMENT),
        ("<time datetime='2013-10-16T01:15:00.000Z'>3 ngày trước</time>", MOMENT),
        ("<time datetime='2013-10-16 08:15'>3 ngày trước</time>", MOMENT),
        ("<time datetime='2013-10-16'>3 ngày trước</time>", "2013-10-16"),
        ("<time title='Thứ tư, 16/10/2013, 08:15'>3 ngày trước</time>", MOMENT),
        (f"Đăng bởi admin <time {IN_DATETIME}>3 ngày trước</time>", MOMENT),
        (f"<span>Trần Lan</span> · <time {IN_DATETIME}>3 ngày trước</time> · 5 phút đọc", MOMENT),
        (f"<time {IN_DATETIME}>15/10/2013</time>", "2013-10-15"),
        ("<time>3 ngày trước</time>", None),
        ("<time datetime='P3D'>3 ngày trước</time>", None),
        ("<span title='16/10/2013'>3 ngày trước</span>", None),
    ],
)
def test_a_time_that_counts_from_the_visit_tells_its_day_in_its_attributes(time: str, moment: str | None) -> None:
    assert moment_of(time) == moment


def test_the_day_in_the_attributes_is_nearer_than_what_is_counted_from_the_visit() -> None:
    visit = datetime(2013, 10, 20, tzinfo=UTC)
    assert moment_of(f"<time {IN_DATETIME}>3 ngày trước</time>", visit) == MOMENT
    assert moment_of("<time>3 ngày trước</time>", visit) == "2013-10-17"


@pytest.mark.parametrize(
    "line",
    [
        "3 ngày trước",
        "Đăng 3 ngày trước",
        "Đăng lúc: 3 ngày trước",
        "Cập nhật cách đây 3 ngày",
        "Được đăng cách đây khoảng 3 ngày - 5 phút đọc",
    ],
)
def test_a_line_that_counts_from_the_visit_opens_no_text(line: str) -> None:
    assert moment_of(line) is None
    assert moment_of(line, datetime(2013, 10, 20, tzinfo=UTC)) == "2013-10-17"


@pytest.mark.parametrize(
    "line", ["Cách đây 30 năm, xã còn ba thôn.", "Cách đây 50 năm.", "Đăng ký 3 ngày trước khi khởi công"]
)
def test_a_sentence_that_counts_years_or_days_is_text(line: str) -> None:
    page = f"<html><body><div><h1>{TITLE}</h1><p>{line}</p>{TEXT}</div></body></html>"
    told = read_page(page.encode(), "https://portal.example/tin/so-ket-77.html").announcement
    assert told is not None
    assert told.body_text.startswith(line)
