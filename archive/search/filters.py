"""What a search is limited to besides its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, timedelta

from archive.index import UNDATED, rows_from, rows_until

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"\d{4}-\d\d")


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
    not_withheld: bool = False

    def __bool__(self) -> bool:
        return any(getattr(self, entry.name) for entry in fields(self))

    def conditions(self) -> tuple[list[str], list[str | int]]:
        """SQL conditions on `announcement a`, and their values; all but the issuer's stand in one index."""
        wanted, of_portal = self.of_portal()
        conditions, values = self.of_announcement()
        if wanted:
            conditions.insert(0, f"a.portal IN (SELECT name FROM portal WHERE {wanted})")  # noqa: S608
        return conditions, [*of_portal, *values]

    def of_portal(self) -> tuple[str, list[str]]:
        """The SQL condition on `portal`, empty where any portal will do, and its values."""
        wanted = {_OF_THE_PORTAL[name]: value for name in _OF_THE_PORTAL if (value := getattr(self, name))}
        return " AND ".join(f"{column} = ?" for column in wanted), list(wanted.values())

    def of_announcement(self) -> tuple[list[str], list[str | int]]:
        """The conditions but for the portal's, and their values."""
        conditions: list[str] = []
        values: list[str | int] = []
        if self.document_type:
            conditions.append("a.document_type = ?")
            values.append(self.document_type)
        if self.issuer:
            conditions.append(_ISSUES)
            values.append(self.issuer)
        for flag, condition in (
            (self.plans, "a.is_plan = 1"),
            (self.attachments, "a.attachment_count > 0"),
            (self.changed, "a.changed_at IS NOT NULL"),
            (self.removed, "a.removed_at IS NOT NULL"),
            (self.not_withheld, _NOT_WITHHELD),
        ):
            if flag:
                conditions.append(condition)
        of_time = list(self._of_time())
        conditions += [condition for condition, _ in of_time]
        values += [bound for _, bound in of_time]
        return conditions, values

    def period(self) -> tuple[list[str], list[str]]:
        """The conditions on the date alone, and their values; none where any date will do."""
        bounds = list(self._of_time())
        conditions = [condition for condition, bound in bounds if isinstance(bound, str)]
        return conditions, [bound for _, bound in bounds if isinstance(bound, str)]

    def rows(self) -> list[tuple[str, int]]:
        """How the rows of the index are bounded: conditions on a row that is put before them, and their values."""
        of_time = self._of_time()
        prefix = "a.search_row "
        return [(condition.removeprefix(prefix), bound) for condition, bound in of_time if isinstance(bound, int)]

    def _of_time(self) -> Iterator[tuple[str, str | int]]:
        """Conditions on the date, and on the rows of the index, which grow towards the past, so that few are read."""
        if self.undated:
            yield "a.published_sort = ?", ""
            yield "a.search_row >= ?", UNDATED
        for start in filter(None, (self.year, self.month, _first_of(self.since))):
            yield "a.published_sort >= ?", start
            yield "a.search_row < ?", rows_until(start)
        ends = (_next_year(self.year), _next_month(self.month), _day_after(self.until))
        for end in filter(None, ends):
            yield "a.published_sort < ?", end
            yield "a.published_sort > ?", ""
            yield "a.search_row >= ?", rows_from(end)


_OF_THE_PORTAL = {
    "province_now": "province_now",
    "province": "province",
    "posted_by": "agency",
    "portal": "name",
    "system": "system",
    "level": "level",
}
_NOT_WITHHELD = (
    "a.uid NOT IN (SELECT announcement_uid FROM withheld WHERE kind = 'announcement' AND released_at IS NULL)"
)
_ISSUES = """a.id IN (SELECT m.announcement FROM document d JOIN mention m ON m.document = d.id
    WHERE d.issued_by = ? AND m.role = 'issues')"""


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


def _next_year(year: str | None) -> str | None:
    return f"{int(year) + 1:04}" if year and _YEAR.fullmatch(year) else None


def _next_month(month: str | None) -> str | None:
    if not month or not _MONTH.fullmatch(month):
        return None
    year, number = int(month[:4]), int(month[5:])
    return f"{year + number // 12:04}-{number % 12 + 1:02}"
