"""Figures that look like a day and have no sign of one: what the words that touch them count."""

from __future__ import annotations

import re

from archive.vietnamese.dates.days import Day
from archive.vietnamese.dates.events import DAYTIME
from archive.vietnamese.dates.grammar import END, LETTER, any_of
from archive.vietnamese.syllables import is_syllable

_COUNTING = any_of("có|đạt|được|còn|gồm|hơn|khoảng|gần|tuyển|thêm|với|trên|dưới|là|giảm|tăng|chiếm|mỗi|từng|x")
_COUNTS = re.compile(rf"(?:(?<!\w){_COUNTING}|\A\s*(?i:{_COUNTING}))\s+\Z")
"""What leads to a number, as printed: people are called Đạt and Thêm."""

_TOUCHES = re.compile(r"[^\W_]\s+\Z")
_PADDED = re.compile(r"[0-9]{2}\D[0-9]{2}\D[0-9]{4}")
_MIXED = re.compile(r"[0-9]{1,2}(?:/[0-9]{1,2}-|-[0-9]{1,2}/|\.[0-9]{1,2}[/-]|[/-][0-9]{1,2}\.)")

_WORD_BEHIND = re.compile(rf"[^\S\n]{{1,3}}({LETTER}+)")
_GOES_ON = frozenset({
    "lúc", "vào", "hồi", "bởi", "trong", "tại", "ở", "của", "về", "và", "nhằm", "tức", "ngày", "giờ", "sáng", "trưa",
    "chiều", "tối", "đêm", "theo", "do", "đã", "được", "thứ", "tin", "bài", "đăng", "xem", "in", "by", "at", "to", "on",
    "đến", "tới", "hoặc", "với", "cho", "mục", "ngay", "luc", "cập", "chủ", "có", "chia", "đọc", "nguồn", "tác", "ảnh",
})  # fmt: skip
"""What goes on behind a date; any other word in small letters is what the figures count, unless it is a login name."""

_COUNTER_BEFORE = re.compile(
    r"(?<!\w)(?:l[ưu][ợo]t\s(?:xem|đọc|tải|truy\scập)|lần\s(?:xem|đọc)|(?:đã\s)?xem|(?:đã\s)?đọc|views?|hits)"
    r"\s?:?\s?[0-9][0-9.,]*\s+\Z"
)
"""A view counter with its number, beside which the day of a page stands."""
_COUNTER_BEHIND = re.compile(rf"[^\S\n]+l[ưu][ợo]t(?:\s{LETTER}+){{0,2}}{END}(?![\s:(]*[0-9(])")


def counts_something(day: Day, text: str, lower: str, printed: str) -> bool:
    """Whether bare figures count what the word before or behind them says; `printed` is what stands before them.

    A word that touches the figures may be the section or the writer of a page only where they are written as software
    writes a date: with two, two and four digits and one sign.
    """
    if day.kind != "numbers" or day.lead != day.start or day.clock or day.weekday:
        return False
    behind = _WORD_BEHIND.match(text, day.end)
    if behind is not None and behind[1].islower():
        if behind[1] == "lượt":
            return _COUNTER_BEHIND.match(lower, day.end) is not None
        if behind[1] not in _GOES_ON and is_syllable(behind[1]):
            return True
    if not _TOUCHES.search(printed) or _COUNTER_BEFORE.search(printed.lower()):
        return False
    if day.short or _COUNTS.search(printed) or _MIXED.match(lower, day.start):
        return True
    is_named = printed.isupper() or (printed.istitle() and " " in printed.strip()) or printed.endswith("số ")
    return not (_PADDED.match(lower, day.start) or is_named or DAYTIME.search(printed.lower()))
