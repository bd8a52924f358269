"""When silence means something: days off, weekdays, and the rhythm that a portal is used to."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from archive.health.calendar import is_day_off
from archive.health.rhythm import learn, pause, quiet_from

MONDAY = date(2026, 3, 2)


def days(first: date, last: date, *, every: int = 1, weekdays: str = "01234") -> list[date]:
    """The days of a portal that publishes on every n-th of its weekdays that is no day off."""
    span = (first + timedelta(days=number) for number in range((last - first).days + 1))
    active = [day for day in span if str(day.weekday()) in weekdays and not is_day_off(day)]
    return active[::every]


@pytest.mark.parametrize(
    ("day", "off"),
    [
        ("2026-02-17", True),  # mùng 1 Tết Bính Ngọ
        ("2026-02-13", True),  # 26 tháng Chạp
        ("2026-02-26", True),  # mùng 10
        ("2026-03-02", False),
        ("2030-02-02", True),  # Tết by the calendar of Hà Nội
        ("2026-04-26", True),  # giỗ Tổ Hùng Vương
        ("2025-04-30", True),
        ("2025-09-02", True),
        ("2025-12-25", False),
    ],
)
def test_days_off_of_vietnam(day: str, off: bool) -> None:
    assert is_day_off(date.fromisoformat(day)) is off


def test_an_office_that_publishes_every_working_day_is_quiet_after_days_and_not_after_a_weekend() -> None:
    rhythm = learn(days(date(2025, 10, 1), date(2026, 3, 6)))
    assert rhythm is not None
    assert rhythm.weekdays == (0, 1, 2, 3, 4)
    assert rhythm.after(date(2026, 3, 6)).usual == 1
    assert pause(rhythm, date(2026, 3, 6), date(2026, 3, 9)) == 0
    assert quiet_from(rhythm, date(2026, 3, 6)) <= date(2026, 3, 13)


def test_tet_is_no_silence() -> None:
    rhythm = learn(days(date(2025, 6, 1), date(2026, 2, 12)))
    assert rhythm is not None
    assert pause(rhythm, date(2026, 2, 12), date(2026, 2, 27)) == 0
    assert quiet_from(rhythm, date(2026, 2, 12)) > date(2026, 3, 1)


def test_a_weekly_gazette_may_be_silent_for_a_week() -> None:
    rhythm = learn(days(date(2025, 3, 1), date(2026, 3, 1), weekdays="4"))
    assert rhythm is not None
    assert rhythm.weekdays == (4,)
    assert quiet_from(rhythm, date(2026, 2, 27)) > date(2026, 3, 13)
    assert quiet_from(rhythm, date(2026, 2, 27)) < date(2026, 4, 10)


def test_the_longest_pause_of_the_past_is_no_alarm_when_it_comes_again() -> None:
    published = days(MONDAY, date(2026, 5, 29))
    rhythm = learn([*published, date(2026, 6, 19), *days(date(2026, 6, 22), date(2026, 8, 28))])
    assert rhythm is not None
    assert pause(rhythm, date(2026, 5, 29), date(2026, 6, 19)) <= rhythm.after(date(2026, 5, 29)).limit


def test_a_few_days_are_no_rhythm() -> None:
    assert learn([MONDAY + timedelta(days=number) for number in range(7)]) is None


def test_the_first_quiet_day_is_the_first_day_after_a_pause_longer_than_the_limit() -> None:
    rhythm = learn(days(date(2025, 10, 1), date(2026, 3, 6), every=3))
    assert rhythm is not None
    first, limit = quiet_from(rhythm, date(2026, 3, 6)), rhythm.after(date(2026, 3, 6)).limit
    assert pause(rhythm, date(2026, 3, 6), first) > limit
    assert pause(rhythm, date(2026, 3, 6), first - timedelta(days=1)) <= limit


def gazette(first: date, last: date) -> list[date]:
    """Thursday and Friday each week, and in every fifth week the other working days too."""
    active = days(first, last)
    return [day for day in active if day.weekday() in (3, 4) or day.isocalendar().week % 5 == 0]


def test_how_long_a_pause_usually_is_depends_on_the_weekday_on_which_it_begins() -> None:
    rhythm = learn(gazette(date(2024, 9, 1), date(2026, 2, 1)))
    assert rhythm is not None
    assert rhythm.weekdays == (0, 1, 2, 3, 4)
    thursday, friday = date(2026, 3, 12), date(2026, 3, 13)
    assert (rhythm.after(thursday).usual, rhythm.after(friday).usual) == (1, 4)
    assert quiet_from(rhythm, thursday) == date(2026, 3, 19), "nothing on four active days in a row"
    assert quiet_from(rhythm, friday) > date(2026, 3, 20), "a Friday's pause lasts until Thursday, and may be longer"


def test_a_weekday_on_which_few_pauses_began_has_the_pace_of_all_of_them() -> None:
    rhythm = learn(gazette(date(2025, 5, 1), date(2026, 2, 1)))
    assert rhythm is not None
    assert set(rhythm.of_weekday) == {3, 4}
    assert rhythm.after(date(2026, 3, 10)) == rhythm.pace
    assert rhythm.after(date(2026, 3, 8)) == rhythm.pace, "a Sunday, on which it never published"


def test_a_weekday_never_makes_a_portal_wait_longer_than_its_longest_pause_allows() -> None:
    rhythm = learn(gazette(date(2024, 9, 1), date(2026, 2, 1)))
    assert rhythm is not None
    assert all(pace.limit <= rhythm.pace.limit for pace in rhythm.of_weekday.values())
