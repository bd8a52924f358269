"""What stands before a date and belongs to it: label, weekday, time, and words such as "ngày" and "lúc"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from archive.vietnamese.dates.clock import BEFORE, SPAN_BEFORE, Clock
from archive.vietnamese.dates.grammar import JOINT, JOINTS, POSTED, START, UPDATED, WEEKDAY, WORD
from archive.vietnamese.dates.printed import Label

_WORDS = re.compile(
    rf"(?:(?:{START}(?:(?P<posted>{POSTED})|(?P<updated>{UPDATED}))|(?P<weekday>{WEEKDAY})|{WORD}){JOINT}{{0,6}}+){{1,6}}\Z"
)
_GLUED_WORDS = (
    "ngày", "lúc", "publish-date", "t2", "t3", "t4", "t5", "t6", "t7", "t.2", "t.3", "t.4", "t.5", "t.6", "t.7",
)  # fmt: skip
_BY = re.compile(r"\s(?:bởi|by)\b")
_UPDATED = re.compile(START + UPDATED)
_LAST_WORDS = frozenset({
    "ngày", "ngay", "lúc", "luc", "vào", "vao", "hồi", "date", "on", "at", "tin", "gian", "nay", "mồng", "mùng",
    "giờ", "cuối", "cùng", "nhất", "đây", "đăng", "ðăng", "dang", "bài", "tải", "lên", "bản", "hành", "ban", "hanh",
    "mạng", "web", "website", "trên", "cổng", "cong", "trang", "thống", "portal", "ttđt", "tttđt", "tử",
    "internet", "bộ", "báo", "vb",
    "khai", "publish", "published", "time", "posted", "post", "pubdate", "nhật", "nhat", "nhập", "nhap", "nhât", "nhâp",
    "sửa", "chỉnh", "updated", "update",
    "modified", "date_published", "datepublished", "date_modified", "datemodified", "published_time",
    "modified_time", "hai", "ba", "tư", "tu", "năm", "nam", "sáu", "sau", "bảy", "bẩy", "bay", "cn", "mon",
    "monday", "tue", "tues", "tuesday", "wed", "wednesday", "thu", "thur", "thurs", "thursday", "fri", "friday",
    "sat", "saturday", "sun", "sunday", "2", "3", "4", "5", "6", "7", "t2", "t3", "t4", "t5", "t6", "t7"
})  # fmt: skip
"""The words that a lead can end with, so that most texts cost one look-up."""

_BEFORE_DOT = ("lúc", "hồi", "vào", "giờ", "đăng", "nhật", "nhập", "bản", "tin")
_WIDTH = 64
"""A lead is looked for in so many characters before the date."""


@dataclass(slots=True, eq=False, kw_only=True)
class Lead:
    """What stands before a date, from `lead` on: a label, a weekday, a time that begins at `time_from`.

    `hours` says that the time is one end of a span of hours.
    """

    lead: int = 0
    label: Label | None = None
    weekday: str | None = None
    clock: Clock | None = None
    time_from: int = 0
    hours: bool = False

    def find(self, lower: str, floor: int, end: int) -> None:
        """Find the lead of what begins at `end`; what stands before `floor` belongs to another date."""
        self.lead = end
        floor = max(floor, end - _WIDTH)
        if floor < end:
            self._take_words(lower, floor)
            if self.label is None and self._take_time(lower, floor, end):
                self._take_words(lower, floor)

    def _take_words(self, lower: str, floor: int) -> None:
        """Move the beginning to before the label, the weekday and the other words that stand there."""
        before = lower[floor : self.lead].rstrip(JOINTS)
        if not before or before[-3:-2] == ":":
            return
        last = before.rsplit(None, 1)[-1].lstrip(JOINTS)
        if last in _LAST_WORDS or last.endswith(_GLUED_WORDS) or "thứ" in last or _BY.search(before):
            start, label, weekday = _read_words(before)
            if start < len(before):
                self.lead = floor + start
                self.label = label or self.label
                self.weekday = weekday or self.weekday

    def _take_time(self, lower: str, floor: int, end: int) -> bool:
        """Move the beginning to before a time or a span of hours; whether one stands there."""
        found = BEFORE.search(lower, floor, self.lead)
        if found is None or _ends_line_above(lower, floor, found.start(), end):
            return False
        if lower[found.end("hour")] == "." and not _may_have_dot(lower[floor : found.start()].rstrip(JOINTS)):
            return False
        self.clock = found.groups()
        self.lead = self.time_from = found.start()
        if self.lead > floor:
            hours = SPAN_BEFORE.search(lower, floor, self.lead)
            if hours is not None:
                self.hours, self.lead = True, hours.start()
        return True


@lru_cache(maxsize=1024)
def _read_words(before: str) -> tuple[int, Label | None, str | None]:
    """Where the lead begins that ends some words, and its label and weekday; a portal always prints the same ones.

    In "Đăng bởi An | Cập nhật lần cuối:" the first label leads to who posted, not to the date.
    """
    found = _WORDS.search(before)
    if found is None:
        return len(before), None, None
    posted, updated, weekday = found.groups()
    if posted and _BY.search(posted) and (_UPDATED.search(posted) or found.start("updated") > found.start("posted")):
        return found.start(), "updated", weekday
    return found.start(), "posted" if posted else "updated" if updated else None, weekday


def lead_of(lower: str, end: int) -> Lead:
    """The lead of anything that begins at `end`."""
    lead = Lead()
    lead.find(lower, 0, end)
    return lead


def _may_have_dot(before: str) -> bool:
    """Whether a number with a dot is a time behind these words: alone in its line, or behind "lúc"."""
    return not before or before.endswith(_BEFORE_DOT)


def _ends_line_above(lower: str, floor: int, start: int, end: int) -> bool:
    """Whether a time ends a sentence of the line above ("kết thúc lúc 17:00") instead of standing alone in it."""
    if "\n" not in lower[start:end]:
        return False
    words = lower[lower.rfind("\n", floor, start) + 1 or floor : start].strip(JOINTS)
    return bool(words) and _read_words(words)[0] > 0
