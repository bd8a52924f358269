"""Moments as the archive writes them: UTC with whole seconds; and days as they are counted in Vietnam."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7))


def utc(moment: datetime) -> str:
    """A time as the archive stores it: UTC, whole seconds, `Z`."""
    return moment.astimezone(UTC).isoformat(timespec="seconds").removesuffix("+00:00") + "Z"


def vietnamese_day(moment: str) -> date:
    """The day in Vietnam of a stored time."""
    return datetime.fromisoformat(moment).astimezone(VIETNAM).date()


def system_clock() -> datetime:
    """The time of this machine, in UTC."""
    return datetime.now(UTC)
