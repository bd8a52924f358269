"""The rhythm of a portal, learned from the days on which it published.

Only its active days count: the weekdays on which it is used to publish, without the days off of the country. A pause
is measured in them, so that a weekend or Tết is no silence. How long a pause usually is depends on the weekday on which
it begins (a gazette of Tuesday and Wednesday is silent from Wednesday on): each weekday has a pace of its own where
enough pauses began on it, else that of all of them.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
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
FEWEST_OF_A_WEEKDAY = 15
OVER_LONGEST_OF_A_WEEKDAY = 2.5
"""Of fewer pauses the longest tells less, so a silence must be longer by more."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How long a portal pauses, in its own active days.

    `usual` is the median pause between two days of publication, `limit` the pause after which it counts as quiet.
    """

    usual: float
    limit: int


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often a portal publishes; `weekdays` are those on which it is active, 0 (Monday) to 6.

    `pace` is that of all pauses, `of_weekday` that of those that begin on a weekday, where enough did; `days` is how
    many days of publication this was learned from.
    """

    weekdays: tuple[int, ...]
    pace: Pace
    of_weekday: Mapping[int, Pace]
    days: int

    def after(self, last: date) -> Pace:
        """The pace of a pause that begins with the day of publication `last`."""
        return self.of_weekday.get(last.weekday(), self.pace)


def learn(published: Iterable[date]) -> Rhythm | None:
    """The rhythm of the newest 250 days of publication; None where there are fewer than eight."""
    days = sorted(set(published))[-DAYS_REMEMBERED:]
    if len(days) < FEWEST_DAYS:
        return None
    weekdays = _weekdays(days)
    gaps = [_gap(weekdays, before, after) for before, after in pairwise(days)]
    pace = _pace(gaps, OVER_LONGEST, LONGEST_LIMIT)
    begun: defaultdict[int, list[int]] = defaultdict(list)
    for day, gap in zip(days, gaps, strict=False):
        begun[day.weekday()].append(gap)
    of_weekday = {
        weekday: _pace(its, OVER_LONGEST_OF_A_WEEKDAY, pace.limit)
        for weekday, its in begun.items()
        if len(its) >= FEWEST_OF_A_WEEKDAY
    }
    return Rhythm(weekdays, pace, of_weekday, len(days))


def _pace(gaps: Sequence[int], over_longest: float, highest: int) -> Pace:
    """The pace that pauses show; its limit is never above `highest`."""
    usual, long = float(median(gaps)), quantiles(gaps, n=20)[-1]
    limit = math.ceil(max(OVER_USUAL * usual, OVER_LONG * long, over_longest * max(gaps)))
    return Pace(usual, min(max(limit, SHORTEST_LIMIT), highest))


def pause(rhythm: Rhythm, last: date, today: date) -> int:
    """How many of its active days have passed without anything, today not counted, since `last`."""
    return _gap(rhythm.weekdays, last, today - timedelta(days=1))


def quiet_from(rhythm: Rhythm, last: date) -> date:
    """The first day on which a portal that published last on `last` counts as quiet."""
    day, left = last, rhythm.after(last).limit
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
