"""The days on which no Vietnamese authority can be expected to publish.

Public holidays by the Labour Code 2019, article 112: New Year, Tết, the Hùng kings' day (10th of the third lunar
month), 30 April, 1 May, and two days for 2 September. The lunar days of 2000 to 2060 stand in `lunar_days.tsv`, by the
calendar of Hà Nội, which differs from that of Beijing in 2007 and 2030. Around Tết offices close before the first day
off and wake up slowly, so a stretch of two weeks counts as off.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from pathlib import Path

DAYS_BEFORE_TET = 4
DAYS_AFTER_TET = 9
_FIXED = ((1, 1), (4, 30), (5, 1), (9, 1), (9, 2), (9, 3))


@cache
def days_off(year: int) -> frozenset[date]:
    """The days of a year on which nothing can be expected; only the fixed ones outside 2000 to 2060."""
    days = {date(year, month, day) for month, day in _FIXED}
    if year in _lunar_days():
        tet, hung_kings = _lunar_days()[year]
        first = tet - timedelta(days=DAYS_BEFORE_TET)
        days |= {first + timedelta(days=number) for number in range(DAYS_BEFORE_TET + DAYS_AFTER_TET + 1)}
        days |= {hung_kings} if hung_kings else set()
    return frozenset(days)


def is_day_off(day: date) -> bool:
    """Whether nothing can be expected on a day, whatever its weekday."""
    return day in days_off(day.year)


@cache
def _lunar_days() -> dict[int, tuple[date, date | None]]:
    """The first day of Tết and, since it is a holiday (2007), the Hùng kings' day of each year."""
    rows = Path(__file__).with_name("lunar_days.tsv").read_text("utf-8").splitlines()[1:]
    split = (row.split("\t") for row in rows)
    return {
        int(year): (date.fromisoformat(tet), date.fromisoformat(kings) if kings else None) for year, tet, kings in split
    }
