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


def day_shown(stored: str | None) -> str:
    """A stored time, or a day, as the day in Vietnam (2026-12-02); empty for None."""
    return (vietnamese_day(stored).isoformat() if "T" in stored else stored) if stored else ""


def today() -> date:
    """The day that it is in Vietnam."""
    return system_clock().astimezone(VIETNAM).date()


def system_clock() -> datetime:
    """The time of this machine, in UTC."""
    return datetime.now(UTC)
