"""Weekdays as they are printed: Thứ Hai, Thứ 2, T2, CN, Chủ nhật, Monday."""

from __future__ import annotations

from functools import cache

_SATURDAY, _SUNDAY = ("bảy", "bẩy", "bay"), ("nhật", "nhat", "cn")
_WORDS = (("hai",), ("ba",), ("tư", "tu"), ("năm", "nam"), ("sáu", "sau"), _SATURDAY, _SUNDAY)
_ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@cache
def weekday_number(printed: str) -> int:
    """The number of a weekday that `grammar.WEEKDAY` found in lower case, Monday 0 to Sunday 6."""
    if printed[-1].isdecimal():
        return int(printed[-1]) - 2
    for number, words in enumerate(_WORDS):
        if printed.endswith(words):
            return number
    return _ENGLISH.index(printed[:3])
