"""Times beside a date: before and behind it, in every spelling, half days, zones, the formats of machines."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from archive.vietnamese.dates import read_date

AT_14_30 = [
    "14:30 05/02/2020",
    "14:30 | 05/02/2020",
    "14:30 , 05/02/2020",
    "14:30-05/02/2020",
    "14:3005/02/2020",
    "14:30\n05/02/2020",
    "(14:30 | 05/02/2020)",
    "lúc 14:30 ngày 05/02/2020",
    "Cập nhật lúc 14:30 - 05/02/2020",
    "Cập nhật: 14:30' - 05/02/2020",
    "Đăng lúc: 14:30 05/02/2020",
    "Thời gian đăng: 14:30 05/02/2020",
    "Đăng bởi Admin vào lúc 14:30 ngày 05/02/2020",
    "Đăng trên 05/02/2020 14:30 bởi thu.nga",
    "Bởi thu.nga vào lúc 05/02/2020 - 14:30",
    "Viết bởi phongdaotao vào lúc 05 Tháng 2, 2020 - 14:30",
    "Công tác Dân tộc - 14:30, 05/02/2020",
    "14:30, Thứ Tư ngày 05/02/2020",
    "Thứ Tư, 14:30 ngày 05/02/2020",
    "14h30 ngày 05/02/2020",
    "14h30' ngày 05/02/2020",
    "14h30p, 05/02/2020",
    "14H30 05/02/2020",
    "14g30 ngày 05/02/2020",
    "14 giờ 30 ngày 05/02/2020",
    "14 giờ 30 phút ngày 05/02/2020",
    "Vào hồi 14 giờ 30 phút, ngày 05 tháng 02 năm 2020",
    "2:30 PM 05/02/2020",
    "02:30 CH, 05/02/2020",
    "2:30 chiều ngày 05/02/2020",
    "lúc 2:30 chiều ngày 5 Tháng Hai, 2020",
    "14:30 5 thg 2, 2020",
    "05/02/2020 14:30",
    "05/02/2020, 14:30",
    "05/02/2020 - 14:30",
    "05/02/2020-14:30",
    "05/02/202014:30",
    "05/02/2020 (14:30)",
    "05/02/2020 | 14:30 | 123 | 0",
    "HT|05/2/2020|14:30",
    "Ánh Minh|05/02/2020 14:30",
    "05/02/2020 lúc 14:30",
    "05/02/2020 vào lúc 14h30",
    "Ngày 05/02/2020 vào hồi 14 giờ 30 phút",
    "Thứ tư - 05/02/2020 14:30 645 0",
    "- Thứ tư - 05/02/2020 14:30\n- Đã xem: 45",
    "T4, 05/02/2020 - 14:30",
    "T.4, 05/02/2020 - 14:30",
    "Ngày đăng: 05/02/2020 Giờ đăng: 14:30",
    "T.Tư, 05/02/2020 - 14:30",
    "Thứ tư, 05 Tháng 2 2020 14:30",
    "thứ tư, 05 02 2020 14:30",
    "Thứ Tư, ngày 05 02 2020, 14:30",
    "05 02 2020 | 14:30",
    "(05 02 2020 14:30)",
    "14:30, 05 02 2020",
    "14:30 05 02 2020",
    "05/02/2020 (Thứ Tư) 14:30",
    "05/02/2020 2:30 PM",
    "05/02/2020 2:30 CH",
    "05/02/2020 | 2:30 CH",
    "05/02/2020 14:30 PM",
    "05/02/2020 2:30 chiều",
    "Tháng Hai 5, 2020 at 2:30 chiều",
    "05/02/2020 14:30 (GMT+7)",
    "05/02/2020 14:30 (GMT +7)",
    "Thứ Tư, 05/02/2020, 14:30[GMT+7]",
    "05/02/2020 14:30 GMT 7",
    "05/02/2020 14:30 (giờ Việt Nam)",
    "14:30 05/02/2020 (GMT+7)",
    "14:30 (GMT+7) 05/02/2020",
    "14:30 GMT+7, 05/02/2020",
    "05/02/2020 14:30 GMT+7Lượt xem: 85",
    "05/02/2020 14:30 - 1234 lượt xem",
    "05/02/2020 14:30 +12 bình luận",
    "05/02/2020 14:30 MST: 0123456789",
    "05/02/2020 15:30 GMT+8",
    "05/02/2020 02:30:PM",
    "05/02/2020 14 : 30",
    "Giờ: 14:30 Ngày: 05/02/2020",
    "Ngày: 05/02/2020 Giờ: 14:30",
    "05/02/2020 14:30Minh Hà",
    "Bây giờ là 14:30, Thứ tư ngày 5/2/2020",
    "ngày 05 tháng 02 năm 2020 (Thứ Tư) 14:30",
    "05-02-2020 - 02:30 PM | Thời sự",
    "2020-02-05 14:30",
    "2020-02-05T14:30",
    "2020-02-05T14:30+07",
    "2020-02-05T07:30Z",
    "Feb 5, 2020 2:30 PM",
    "Feb 5 2020 2:30PM",
    "Wed, 5 Feb 2020 14:30 GMT+7",
]

TO_THE_SECOND = [
    ("05/02/2020 14:30:15", "14:30:15"),
    ("14:30:15 5/2/2020", "14:30:15"),
    ("8 giờ 30 phút 15 giây ngày 05/02/2020", "08:30:15"),
    ("05/02/2020 2:30:15 CH", "14:30:15"),
    ("05/02/2020 8:15:06 SA", "08:15:06"),
    ("05/02/2020 12:36:08 CH", "12:36:08"),
    ("Thứ Tư, 05-02-2020 / 7:35:19 Sáng\n511 Lượt xem", "07:35:19"),
    ("2020-02-05T14:30:15.123+07:00", "14:30:15"),
    ("2020-02-05T07:30:15Z", "14:30:15"),
    ("2020-02-05T07:30:15+0000", "14:30:15"),
    ("2020-02-05T02:30:15-05:00", "14:30:15"),
    ("2020-02-05 07:30:15 UTC", "14:30:15"),
    ("2020-02-05 14:30:15.0", "14:30:15"),
    ("2020-02-05ICT14:30:15", "14:30:15"),
    ("Wed, 05 Feb 2020 14:30:15 +0700", "14:30:15"),
    ("Wed, 05 Feb 2020 07:30:15 GMT", "14:30:15"),
    ("Wed Feb 05 14:30:15 ICT 2020", "14:30:15"),
    ("Wed Feb 05 07:30:15 GMT 2020", "14:30:15"),
    ("Wed Feb 05 2020 14:30:15 GMT+0700 (Indochina Time)", "14:30:15"),
    ("05/Feb/2020:14:30:15 +0700", "14:30:15"),
]

HOURS = [
    ("12:30 AM", "00:30"),
    ("12:30 PM", "12:30"),
    ("12:15 SA", "00:15"),
    ("12:15 CH", "12:15"),
    ("7 giờ sáng ngày", "07:00"),
    ("2 giờ rạng sáng ngày", "02:00"),
    ("12 giờ trưa ngày", "12:00"),
    ("1 giờ trưa ngày", "13:00"),
    ("5 giờ chiều, ngày", "17:00"),
    ("lúc 8 giờ tối ngày", "20:00"),
    ("11 giờ đêm", "23:00"),
    ("14h ngày", "14:00"),
    ("14 giờ Ngày", "14:00"),
]

A_DAY_ALL_THE_SAME = [
    ("05/02/2020 | 12:00 AM", ()),
    ("05/02/2020 12:00:00 SA", ()),
    ("05/02/2020 00:00", ()),
    ("2020-02-05 00:00:00.0", ()),
    ("Wed Feb 05 00:00:00 GMT 2020", ()),
    ("Wed, 05 Feb 2020 00:00:00 +0700", ()),
    ("2020-02-04T17:00:00Z", ()),
    ("0h00 ngày 05/02/2020", ()),
    ("hội nghị kết thúc lúc 17:00\n05/02/2020", ()),
    ("05/02/2020 3 giờ trước", ()),
    ("25:61 05/02/2020", ("impossible-time",)),
    ("05/02/2020 24:10", ("impossible-time",)),
    ("7h30 - 11h30 ngày 05/02/2020", ("time-range",)),
    ("07:30-11:30 05/02/2020", ("time-range",)),
    ("05/02/2020 07:30-11:30", ("time-range",)),
    ("từ 7 giờ 30 đến 11 giờ 30 ngày 05/02/2020", ("time-range",)),
]


@pytest.mark.parametrize("line", AT_14_30)
def test_half_past_two_in_the_afternoon_is_read_in_every_spelling(line: str) -> None:
    found = read_date(line)
    assert found is not None
    assert (found.iso, found.precision, found.flags) == ("2020-02-05T14:30:00+07:00", "minute", ())


@pytest.mark.parametrize(("line", "time"), TO_THE_SECOND)
def test_seconds_are_kept_and_other_zones_become_vietnamese_time(line: str, time: str) -> None:
    found = read_date(line)
    assert found is not None
    assert (found.iso, found.precision, found.flags) == (f"2020-02-05T{time}+07:00", "second", ())


@pytest.mark.parametrize(("words", "time"), HOURS)
def test_the_halves_and_parts_of_the_day_turn_the_hour(words: str, time: str) -> None:
    found = read_date(f"{words} 05/02/2020")
    assert found is not None
    assert found.iso == f"2020-02-05T{time}:00+07:00"


@pytest.mark.parametrize(("line", "flags"), A_DAY_ALL_THE_SAME)
def test_midnight_a_span_of_hours_and_an_impossible_time_leave_the_day(line: str, flags: tuple[str, ...]) -> None:
    found = read_date(line)
    assert found is not None
    assert (found.iso, found.precision, found.flags) == ("2020-02-05", "day", flags)


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("05/02/2020 17:30 SA", "2020-02-05T17:30:00+07:00"),
        ("05/02/2020 00:15 CH", "2020-02-05T00:15:00+07:00"),
    ],
)
def test_a_half_day_that_contradicts_the_hour_is_flagged(line: str, iso: str) -> None:
    found = read_date(line)
    assert found is not None
    assert (found.iso, found.flags) == (iso, ("meridiem-contradicts",))


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("16/09/2020 04:35 Chiều 15/9, UBND tỉnh họp", "2020-09-16T04:35:00+07:00"),
        ("16/09/2020 8:15 Sa Pa đón khách", "2020-09-16T08:15:00+07:00"),
        ("16/09/2020 04:35 Sáng nay, đoàn công tác", "2020-09-16T04:35:00+07:00"),
    ],
)
def test_the_first_words_of_the_next_sentence_are_no_half_day(line: str, iso: str) -> None:
    found = read_date(line)
    assert found is not None
    assert found.iso == iso


FETCHED = datetime(2021, 3, 31, 10, 35, 12, 345, tzinfo=timezone(timedelta(hours=7)))
RELATIVE = [
    ("4 giờ trước", "2021-03-31T06:00:00+07:00", "hour"),
    ("2h trước", "2021-03-31T08:00:00+07:00", "hour"),
    ("khoảng 2 giờ trước", "2021-03-31T08:00:00+07:00", "hour"),
    ("một giờ trước", "2021-03-31T09:00:00+07:00", "hour"),
    ("Thời sự 2 giờ trước", "2021-03-31T08:00:00+07:00", "hour"),
    ("2 giờ trước | 85 lượt xem", "2021-03-31T08:00:00+07:00", "hour"),
    ("Cách đây 2 giờ", "2021-03-31T08:00:00+07:00", "hour"),
    ("an hour ago", "2021-03-31T09:00:00+07:00", "hour"),
    ("1 giờ 20 phút trước", "2021-03-31T09:15:00+07:00", "minute"),
    ("5 phút trước", "2021-03-31T10:30:00+07:00", "minute"),
    ("vừa xong", "2021-03-31T10:35:00+07:00", "minute"),
    ("30 giây trước", "2021-03-31T10:34:42+07:00", "second"),
    ("10 ngày trước", "2021-03-21", "day"),
    ("2 days ago", "2021-03-29", "day"),
    ("1 tuần trước", "2021-03-24", "week"),
    ("2 tháng 2 tuần trước", "2021-01-17", "week"),
    ("1 tháng trước", "2021-02", "month"),
    ("3 năm trước", "2018", "year"),
    ("Hôm qua", "2021-03-30", "day"),
    ("Hôm qua, 14:20", "2021-03-30T14:20:00+07:00", "minute"),
    ("14:20 hôm qua", "2021-03-30T14:20:00+07:00", "minute"),
    ("Hôm nay lúc 8h15", "2021-03-31T08:15:00+07:00", "minute"),
    ("Hôm kia 08:15", "2021-03-29T08:15:00+07:00", "minute"),
    ("Yesterday at 2:20 PM", "2021-03-30T14:20:00+07:00", "minute"),
]


@pytest.mark.parametrize(("line", "iso", "precision"), RELATIVE)
def test_a_relative_date_is_counted_from_the_fetch_and_only_then(line: str, iso: str, precision: str) -> None:
    assert read_date(line) is None
    found = read_date(line, fetched_at=FETCHED)
    assert found is not None
    assert (found.iso, found.precision, found.flags) == (iso, precision, ("relative",))


@pytest.mark.parametrize(
    "line",
    [
        "2 giờ trước đó",
        "2 ngày trước khi họp",
        "Thứ Hai tuần trước",
        "Thứ Ba tháng trước",
        "3 ngày trước Tết Nguyên đán",
        "2 giờ trước, tại Hà Nội, đoàn công tác",
        "999 năm trước",
        "Vài phút trước",
        "Tháng trước",
        "cách đây 45 năm",
        "Hôm nay 1/11",
        "Hôm nay, UBND tỉnh tổ chức họp",
        "Hôm qua, 14:20 1/11",
        "Hôm qua 25:99",
        "sáng nay, 26/3",
    ],
)
def test_words_that_count_from_something_else_give_no_date(line: str) -> None:
    assert read_date(line, fetched_at=FETCHED) is None


def test_a_printed_date_wins_over_a_relative_one_and_a_relative_one_keeps_its_label() -> None:
    found = read_date("2 giờ trước - 05/02/2020", fetched_at=FETCHED)
    assert found is not None
    assert found.iso == "2020-02-05"
    labelled = read_date("Cập nhật: 5 phút trước", fetched_at=FETCHED)
    assert labelled is not None
    assert labelled.label == "updated"


def test_a_fetch_time_without_a_zone_is_vietnamese_and_one_in_another_zone_is_turned() -> None:
    for fetched in (datetime(2021, 3, 31, 10, 35), datetime(2021, 3, 31, 3, 35, tzinfo=UTC)):
        found = read_date("Hôm qua, 14:20", fetched_at=fetched)
        assert found is not None
        assert found.iso == "2021-03-30T14:20:00+07:00"
