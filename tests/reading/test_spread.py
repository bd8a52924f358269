"""Weekdays and days that are printed with a space between any two letters."""

from __future__ import annotations

import pytest

from scraper.reading.spread import drawn_together


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("T h ứ s á u, 25/07/2014", "Thứ sáu, 25/07/2014"),
        ("T h ứ s á u , 2 5 / 0 7 / 2 0 1 4", "Thứ sáu, 25/07/2014"),
        ("T H Ứ H A I 25/07/2014 08:30", "THỨ HAI 25/07/2014 08:30"),
        ("C h ủ n h ậ t, ngày 27/7/2014", "Chủ nhật, ngày 27/7/2014"),
        ("Cập nhật: T h ứ 2 - 25/07/2014", "Cập nhật: Thứ 2 - 25/07/2014"),
        ("T h ứ t ự, sắp xếp", "T h ứ t ự, sắp xếp"),
        ("A h B", "A h B"),
        ("Thứ sáu, 25/07/2014", "Thứ sáu, 25/07/2014"),
    ],
)
def test_letters_that_stand_apart_are_drawn_together_in_weekdays_and_days(printed: str, read: str) -> None:
    assert drawn_together(printed) == read
