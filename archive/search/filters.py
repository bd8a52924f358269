"""What a search is limited to besides its words."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from datetime import date, timedelta

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Filters:
    """Values that a hit must have; None and False mean no limit.

    `since` and `until` are ISO days, both included; `month` is a year-month; `undated` wants what has no date.
    """

    province_now: str | None = None
    province: str | None = None
    issuer: str | None = None
    posted_by: str | None = None
    portal: str | None = None
    system: str | None = None
    level: str | None = None
    document_type: str | None = None
    year: str | None = None
    month: str | None = None
    since: str | None = None
    until: str | None = None
    undated: bool = False
    plans: bool = False
    attachments: bool = False
    changed: bool = False
    removed: bool = False

    def __bool__(self) -> bool:
        return any(getattr(self, entry.name) for entry in fields(self))

    def conditions(self) -> tuple[list[str], list[str]]:
        """SQL conditions on `announcement a`, and their values."""
        conditions, values = [], []
        for column in _COLUMNS:
            if value := getattr(self, column):
                conditions.append(f"a.{column} = ?")
                values.append(value)
        if self.issuer:
            conditions.append(_ISSUES)
            values.append(self.issuer)
        for wanted, condition in (
            (self.undated, "a.published_sort = ''"),
            (self.plans, "a.is_plan = 1"),
            (self.attachments, "a.attachment_count > 0"),
            (self.changed, "a.changed_at IS NOT NULL"),
            (self.removed, "a.removed_at IS NOT NULL"),
            (bool(self.since or self.until), "a.published_sort <> ''"),
        ):
            if wanted:
                conditions.append(condition)
        for day, condition in (
            (_first_of(self.since), "a.published_sort >= ?"),
            (_day_after(self.until), "a.published_sort < ?"),
        ):
            if day:
                conditions.append(condition)
                values.append(day)
        return conditions, values


_COLUMNS = ("province_now", "province", "posted_by", "portal", "system", "level", "document_type", "year", "month")
_ISSUES = (
    "EXISTS (SELECT 1 FROM mention m WHERE m.announcement = a.id AND m.role = 'issues' AND m.issuer = ?)"
)


def _first_of(day: str | None) -> str | None:
    """The sort key to begin with: a month's first day lets in what is dated with the month alone."""
    if not day or not _DAY.fullmatch(day):
        return None
    return day.removesuffix("-01").removesuffix("-01") if day.endswith("-01") else day


def _day_after(day: str | None) -> str | None:
    if not day or not _DAY.fullmatch(day):
        return None
    try:
        return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return None
