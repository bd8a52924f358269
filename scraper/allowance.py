"""How much of a portal may be fetched now: its hours, its daily ceiling, and whether the operator holds it back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

from archive.clock import VIETNAM, utc
from archive.writer import ArchiveWriter
from scraper.facts import Portal


@dataclass(slots=True)
class Allowance:
    """What a run may fetch: `left` requests (None: any number) within `hours` (None: at any time)."""

    left: int | None
    hours: tuple[time, time] | None

    def refusal(self, requests: int, now: datetime) -> str | None:
        """Why nothing more may be fetched after so many requests of this run; None where something may."""
        if self.left is not None and requests >= self.left:
            return "its daily ceiling of requests is reached"
        if self.hours is not None and not is_within(self.hours, now.astimezone(VIETNAM).time()):
            return f"it is crawled from {self.hours[0]:%H:%M} to {self.hours[1]:%H:%M} only (Vietnam)"
        return None


def allowance_of(portal: Portal, writer: ArchiveWriter, now: datetime) -> Allowance:
    """The allowance of a run that begins now; what was fetched earlier on this day counts."""
    hours = None
    if portal.hours:
        begin, end = (time.fromisoformat(part) for part in portal.hours.split("-"))
        hours = (begin, end)
    if portal.daily_ceiling is None:
        return Allowance(None, hours)
    midnight = now.astimezone(VIETNAM).replace(hour=0, minute=0, second=0, microsecond=0)
    fetched = writer.execute(
        "SELECT count(*) FROM capture WHERE portal = ? AND fetched_at >= ?", (portal.name, utc(midnight))
    ).fetchone()[0]
    return Allowance(max(portal.daily_ceiling - fetched, 0), hours)


def is_within(hours: tuple[time, time], now: time) -> bool:
    """Whether a time of day lies in a span that may pass midnight."""
    begin, end = hours
    return begin <= now < end if begin <= end else now >= begin or now < end
