"""The rhythm of a portal, learned from the days on which it published.

Only its active days count: the weekdays on which it is used to publish, without the days off of the country. A pause
is measured in them, so that a weekend or Tết is no silence.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median, quantiles

from archive.health.calendar import is_day_off

DAYS_REMEMBERED = 250
FEWEST_DAYS = 8
RARE_WEEKDAY = 0.04
"""A weekday with a smaller share of the days is an exception, as a Sunday is for an office."""
SHORTEST_LIMIT = 2
LONGEST_LIMIT = 200
OVER_USUAL, OVER_LONG, OVER_LONGEST = 3.0, 1.5, 1.25
"""How much longer than the median pause, the 95th percentile and the longest one a silence must be."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often a portal publishes, in its own active days; `weekdays` are 0 (Monday) to 6.

    `usual` is the median pause between two days of publication, `limit` the pause after which it counts as quiet,
    `days` how many days of publication this was learned from.
    """

    weekdays: tuple[int, ...]
    usual: float
    limit: int
    days: int


def learn(published: Iterable[date]) -> Rhythm | None:
    """The rhythm of the newest 250 days of publication; None where there are fewer than eight."""
    days = sorted(set(published))[-DAYS_REMEMBERED:]
    if len(days) < FEWEST_DAYS:
        return None
    weekdays = _weekdays(days)
    gaps = [_gap(weekdays, before, after) for before, after in pairwise(days)]
    usual = float(median(gaps))
    long = quantiles(gaps, n=20)[-1]
    limit = math.ceil(max(OVER_USUAL * usual, OVER_LONG * long, OVER_LONGEST * max(gaps)))
    return Rhythm(weekdays, usual, min(max(limit, SHORTEST_LIMIT), LONGEST_LIMIT), len(days))


def pause(rhythm: Rhythm, last: date, today: date) -> int:
    """How many of its active days have passed without anything, today not counted, since `last`."""
    return _gap(rhythm.weekdays, last, today - timedelta(days=1))


def quiet_from(rhythm: Rhythm, last: date) -> date:
    """The first day on which a portal that published last on `last` counts as quiet."""
    day, left = last, rhythm.limit
    while left >= 0:
        day += timedelta(days=1)
        left -= _is_active(rhythm.weekdays, day)
    return day + timedelta(days=1)


def _weekdays(days: Sequence[date]) -> tuple[int, ...]:
    counted = Counter(day.weekday() for day in days)
    return tuple(sorted(weekday for weekday, number in counted.items() if number > RARE_WEEKDAY * len(days)))


def _gap(weekdays: Sequence[int], before: date, after: date) -> int:
    """The active days after `before`, up to and with `after`."""
    return sum(_is_active(weekdays, before + timedelta(days)) for days in range(1, (after - before).days + 1))


def _is_active(weekdays: Sequence[int], day: date) -> bool:
    return day.weekday() in weekdays and not is_day_off(day)
