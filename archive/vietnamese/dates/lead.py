"""What stands before a date and belongs to it: label, weekday, time, and words such as "ngày" and "lúc"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive.vietnamese.dates.clock import BEFORE, SPAN_BEFORE
from archive.vietnamese.dates.grammar import JOINT, JOINTS, POSTED, START, UPDATED, WEEKDAY, WORD
from archive.vietnamese.dates.printed import Label

_WORDS = re.compile(
    rf"(?:(?:{START}(?:(?P<posted>{POSTED})|(?P<updated>{UPDATED}))|(?P<weekday>{WEEKDAY})|{WORD}){JOINT}{{0,6}}+){{1,6}}\Z"
)
_BY = re.compile(rf"{START}(?:(?P<posted>{POSTED})|(?P<updated>{UPDATED})|(?P<weekday>(?!))){JOINT}{{0,6}}+\Z")
_LAST_WORDS = frozenset({
    "ngày", "ngay", "lúc", "luc", "vào", "vao", "hồi", "date", "on", "at", "tin", "gian", "nay", "mồng", "mùng",
    "giờ", "cuối", "cùng", "nhất", "đây", "đăng", "ðăng", "dang", "bài", "tải", "lên", "bản", "hành", "ban", "hanh",
    "publish", "published", "time", "posted", "pubdate", "nhật", "nhat", "sửa", "chỉnh", "updated", "update",
    "modified", "date_published", "datepublished", "date_modified", "datemodified", "published_time",
    "modified_time", "hai", "ba", "tư", "tu", "năm", "nam", "sáu", "sau", "bảy", "bẩy", "bay", "cn", "mon",
    "monday", "tue", "tues", "tuesday", "wed", "wednesday", "thu", "thur", "thurs", "thursday", "fri", "friday",
    "sat", "saturday", "sun", "sunday", "2", "3", "4", "5", "6", "7", "t2", "t3", "t4", "t5", "t6", "t7"
})  # fmt: skip
"""The words that a lead can end with, so that most texts cost one look-up."""

_WIDTH = 64
"""A lead is looked for in so many characters before the date."""


@dataclass(slots=True, eq=False, kw_only=True)
class Lead:
    """What stands before a date, from `lead` on; `hours` says that its time is one end of a span of hours.

    `clock` is a match of `clock.BEFORE`, or of `clock.BEHIND` for a day whose time stands behind it.
    """

    lead: int = 0
    label: Label | None = None
    weekday: str | None = None
    clock: re.Match[str] | None = None
    hours: bool = False

    def find(self, lower: str, floor: int, end: int) -> None:
        """Find the lead of what begins at `end`; what stands before `floor` belongs to another date."""
        self.lead = end
        floor = max(floor, end - _WIDTH)
        if floor == end:
            return
        self._take_words(lower, floor)
        clock = BEFORE.search(lower, floor, self.lead) if self.label is None else None
        if clock is None or _ends_line_above(lower, clock, end):
            return
        self.clock, self.lead = clock, clock.start()
        if self.lead > floor:
            hours = SPAN_BEFORE.search(lower, floor, self.lead)
            if hours is not None:
                self.hours, self.lead = True, hours.start()
            self._take_words(lower, floor)

    def _take_words(self, lower: str, floor: int) -> None:
        """Move the beginning to before the label, the weekday and the other words that stand there."""
        before = lower[floor : self.lead].rstrip(JOINTS)
        if not before:
            return
        if before.rsplit(None, 1)[-1].lstrip(JOINTS) in _LAST_WORDS:
            found = _WORDS.search(lower, floor, self.lead)
        elif " bởi " in before or " by " in before:
            found = _BY.search(lower, floor, self.lead)
        else:
            return
        if found is not None:
            posted, updated, weekday = found.group("posted", "updated", "weekday")
            self.lead = found.start()
            self.label = "posted" if posted else "updated" if updated else self.label
            self.weekday = weekday or self.weekday


def lead_of(lower: str, end: int) -> Lead:
    """The lead of anything that begins at `end`."""
    lead = Lead()
    lead.find(lower, 0, end)
    return lead


def _ends_line_above(lower: str, clock: re.Match[str], end: int) -> bool:
    """Whether a time ends a sentence of the line above ("kết thúc lúc 17:00") instead of standing alone in it."""
    start = clock.start()
    return start > 0 and lower[start - 1] != "\n" and "\n" in lower[start:end]
