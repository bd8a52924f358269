"""When an address is looked at again: by rule, from the day of publication and what the last look found.

An article is looked at again 1, 7, 30 and 180 days after its publication, by the calendar of Vietnam. What was
published long before we first saw it, or on a day that nobody knows, is looked at 30 and 180 days after it was first
seen, spread over a month by its address, so that a portal read in one night does not come due in one night.
"""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, date, datetime, time, timedelta

from archive.clock import VIETNAM

DAYS_AFTER_PUBLICATION = (1, 7, 30, 180)
DAYS_AFTER_SIGHT = (30, 180)
SPREAD_DAYS = 30
BACK_FILLED_AFTER = timedelta(days=30)
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=T|$)")


def next_look(published_at: str | None, first_seen: datetime, looked_at: datetime, key: str) -> datetime | None:
    """The time of the next look in UTC, None after the last one.

    `published_at` is the normalised date in ISO 8601, of any precision, or None; `key` is the address's identity.
    """
    published = _day(published_at)
    seen, today = _today(first_seen), _today(looked_at)
    if published is not None and seen - BACK_FILLED_AFTER <= published <= seen + timedelta(days=1):
        days = [published + timedelta(days=after) for after in DAYS_AFTER_PUBLICATION]
    else:
        begin = seen + timedelta(days=_spread(key))
        days = [begin + timedelta(days=after) for after in DAYS_AFTER_SIGHT]
    return next((_begin(day) for day in days if day > today), None)


def next_look_for_worse(looked_at: datetime) -> datetime:
    """The next look at one of a few pages that lost what is known of them: tomorrow, to learn when it is back."""
    return _begin(_today(looked_at) + timedelta(days=1))


def next_look_for_gone(first_missed: datetime, looked_at: datetime, key: str) -> datetime | None:
    """The next look at an address that gave nothing any more: tomorrow, then 30 and 180 days after it was missed."""
    missed, today = _today(first_missed), _today(looked_at)
    days = [missed + timedelta(days=1), *(missed + timedelta(days=after + _spread(key)) for after in DAYS_AFTER_SIGHT)]
    return next((_begin(day) for day in days if day > today), None)


def same_day(one: datetime, other: datetime) -> bool:
    """Whether two times are of one day in Vietnam."""
    return _today(one) == _today(other)


def _today(moment: datetime) -> date:
    return moment.astimezone(VIETNAM).date()


def _begin(day: date) -> datetime:
    return datetime.combine(day, time(), VIETNAM).astimezone(UTC)


def _day(published_at: str | None) -> date | None:
    """The day of publication in Vietnam; None where only a week, a month or a year is known."""
    found = _DAY.match(published_at or "")
    return date.fromisoformat(found[0]) if found else None


def _spread(key: str) -> int:
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:4]) % SPREAD_DAYS
