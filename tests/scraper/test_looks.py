"""When an address is looked at again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from scraper.looks import SPREAD_DAYS, next_look, next_look_for_gone, same_day

KEY = "cong-thong-tin.vn/tin-tuc/1"


def vietnam(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+07:00")


@pytest.mark.parametrize(
    ("published", "first_seen", "looked_at", "day"),
    [
        ("2020-03-01T23:30:00+07:00", "2020-03-01T23:50:00", "2020-03-01T23:50:00", "2020-03-02"),
        ("2020-03-01", "2020-03-01T08:00:00", "2020-03-02T01:00:00", "2020-03-08"),
        ("2020-03-01", "2020-03-03T08:00:00", "2020-03-03T08:00:00", "2020-03-08"),
        ("2020-03-01", "2020-03-01T08:00:00", "2020-03-20T08:00:00", "2020-03-31"),
        ("2020-03-01", "2020-03-01T08:00:00", "2020-03-31T00:10:00", "2020-08-28"),
        ("2020-03-01", "2020-03-01T08:00:00", "2020-08-28T00:10:00", None),
        ("2020-03-02", "2020-03-01T23:50:00", "2020-03-01T23:50:00", "2020-03-03"),
    ],
    ids=[
        "the calendar of Vietnam counts, not 24 hours",
        "after a day comes a week",
        "what was seen two days late has missed its first look",
        "after a late look the next rung counts",
        "then half a year",
        "then no more",
        "a date of tomorrow is still news",
    ],
)
def test_news_is_looked_at_1_7_30_and_180_days_after_its_publication(
    published: str, first_seen: str, looked_at: str, day: str | None
) -> None:
    due = next_look(published, vietnam(first_seen), vietnam(looked_at), KEY)
    assert (due and due.astimezone(UTC)) == (day and vietnam(f"{day}T00:00:00"))


@pytest.mark.parametrize("published", [None, "2015-07-01", "2020", "2020-02", "2099-01-01", "2020-W09"])
def test_the_undated_and_the_back_filled_come_first_after_30_days_and_then_after_180(published: str | None) -> None:
    seen = vietnam("2020-03-01T08:00:00")
    first = next_look(published, seen, seen, KEY)
    assert first is not None
    assert timedelta(days=29) < first - seen < timedelta(days=30 + SPREAD_DAYS)
    second = next_look(published, seen, first, KEY)
    assert second is not None
    assert second - first == timedelta(days=150)
    assert next_look(published, seen, second, KEY) is None


def test_a_portal_read_in_one_night_does_not_come_due_in_one_night() -> None:
    seen = vietnam("2020-03-01T08:00:00")
    days = [next_look(None, seen, seen, f"{KEY}{number}") for number in range(3000)]
    busiest = max(days.count(day) for day in set(days))
    assert len(set(days)) == SPREAD_DAYS
    assert busiest < 2 * 3000 / SPREAD_DAYS


def test_what_is_gone_is_looked_at_tomorrow_and_then_now_and_again() -> None:
    missed = vietnam("2020-03-01T23:00:00")
    first = next_look_for_gone(missed, missed, KEY)
    assert first == vietnam("2020-03-02T00:00:00")
    second = next_look_for_gone(missed, first, KEY)
    assert second is not None
    assert second - missed > timedelta(days=29)


def test_a_day_is_a_day_in_vietnam() -> None:
    assert same_day(vietnam("2020-03-01T00:10:00"), vietnam("2020-03-01T23:50:00"))
    assert not same_day(vietnam("2020-03-01T23:50:00"), vietnam("2020-03-02T00:10:00"))
