"""A year of daily runs over five portals that go quiet, empty, change, block, redirect, die, come back and close.

Each trouble must be found by its name within the portal's rhythm, there must be no false alarm, over Tết neither, and
nothing may be removed wrongly. The counts are printed (`pytest -s`). In the suite one of them lives for half a year,
with Tết in it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from archive.folder import ArchiveFolder
from archive.health.calendar import is_day_off
from scraper.demo.article import Article
from scraper.demo.content import articles
from tests.scraper.passing_days import PassingDays, passing_days

BEGIN, END = date(2022, 9, 5), date(2023, 9, 4)
LEARNING_DAYS = 100
IN_THE_SUITE = ("demo-kon-tum", date(2023, 3, 6))
DATE_LINE = re.compile(r"\d{1,2}/\d{1,2}/\d{4}(?![^<]*\(đợt \d+\))")
"""A day that is printed, and none within a title: one that changes there prompts a look."""


@dataclass(frozen=True)
class Trouble:
    """What befalls a portal from one day until another (not included), and the state that names it.

    `within` is how many days the archive may take to notice, `begins` and `ends` change the portal.
    """

    state: str
    first: date
    last: date
    within: int
    begins: Callable[[PassingDays], Any]
    ends: Callable[[PassingDays], Any]


def mood(name: str) -> dict[str, Callable[[PassingDays], Any]]:
    return {
        "begins": lambda days: setattr(days.site, "mood", name),
        "ends": lambda days: setattr(days.site, "mood", "well"),
    }


def silence(days: PassingDays) -> None:
    days.site.quiet_since = days.moment.astimezone(UTC).replace(tzinfo=None) + timedelta(hours=7)


def without_dates(days: PassingDays) -> None:
    answer = days.site.answer
    days.site.answer = lambda request: _dateless(answer(request))  # type: ignore[method-assign]


def _dateless(response: Any) -> Any:
    if not response.content_type.startswith("text/html"):
        return response
    return replace(response, body=DATE_LINE.sub("—", response.body.decode()).encode())


TROUBLES: dict[str, tuple[Trouble, ...]] = {
    "demo-hue": (
        Trouble(
            "quiet", date(2022, 11, 7), date(2022, 12, 12), 21, silence,
            lambda days: setattr(days.site, "quiet_since", None),
        ),
        Trouble("unreachable", date(2023, 5, 8), date(2023, 5, 12), 0, **mood("broken")),
    ),
    "demo-kon-tum": (Trouble("empty", date(2022, 10, 10), date(2022, 10, 17), 0, **mood("empty")),),
    "demo-quang-nam": (
        Trouble("blocked", date(2022, 10, 3), date(2022, 10, 8), 0, **mood("refused")),
        Trouble("blocked", date(2023, 3, 6), date(2023, 3, 9), 0, **mood("wall")),
        Trouble(
            "changed", date(2023, 6, 6), date(2023, 7, 6), 21, without_dates,
            lambda days: days.site.__dict__.pop("answer"),
        ),
    ),
    "demo-quang-ninh": (
        Trouble(
            "moved", date(2022, 12, 5), date(2022, 12, 9), 0,
            lambda days: setattr(days.site, "moved_to", "cong-moi.example"),
            lambda days: setattr(days.site, "moved_to", None),
        ),
    ),
    "demo-ninh-thuan": (
        Trouble(
            "unreachable", date(2022, 11, 1), date(2022, 11, 4), 0,
            lambda days: setattr(days, "dead", True),
            lambda days: setattr(days, "dead", False),
        ),
        Trouble(
            "closed", date(2023, 7, 3), date(2024, 1, 1), 0,
            lambda days: setattr(days, "portal", replace(days.portal, state="closed")),
            lambda days: None,
        ),
    ),
}  # fmt: skip
WEEKDAYS = {
    "demo-hue": "01234",
    "demo-kon-tum": "024",
    "demo-quang-nam": "14",
    "demo-quang-ninh": "0123456",
    "demo-ninh-thuan": "13",
}


def published(name: str, first: date, last: date) -> Iterator[Article]:
    """What a portal publishes in its rhythm, with some days left out."""
    draw = random.Random(name)
    patterns = articles(name)
    for number in range((last - first).days):
        day = first + timedelta(days=number)
        if str(day.weekday()) not in WEEKDAYS[name] or is_day_off(day) or draw.random() < 0.15:
            continue
        pattern = patterns[number % len(patterns)]
        yield replace(
            pattern,
            key=2_000_000 + number,
            title=f"{pattern.title} (đợt {number})",
            published=datetime.combine(day, time(8, 30)),
            files=(),
            photos=(),
        )


@dataclass
class Outcome:
    """What the year showed: true alarms with the days that they took, and the days of false ones."""

    found: list[tuple[Trouble, int]]
    missed: list[Trouble]
    false: list[tuple[date, str, str]]


def live(days: PassingDays, troubles: tuple[Trouble, ...], end: date) -> Outcome:
    """A run each morning at nine (Vietnam), from the first day to the last."""
    outcome = Outcome([], [], [])
    seen: dict[Trouble, date] = {}
    for number in range((end - BEGIN).days):
        day = BEGIN + timedelta(days=number)
        days.moment = datetime.combine(day, time(2, 0), UTC)
        for trouble in troubles:
            if day == trouble.last:
                trouble.ends(days)
            if day == trouble.first:
                trouble.begins(days)
        if day.weekday() < 6 or any(trouble.first <= day < trouble.last for trouble in troubles):
            days.crawl(first_pages=True)
        ((state, evidence),) = days.query("SELECT state, evidence FROM health")
        now = next((trouble for trouble in troubles if trouble.first <= day < trouble.last), None)
        if now is not None and state == now.state:
            seen.setdefault(now, day)
        elif state != "ok" and (day - BEGIN).days > LEARNING_DAYS // 10:
            outcome.false.append((day, state, evidence))
    outcome.found = [(trouble, (day - trouble.first).days) for trouble, day in seen.items()]
    outcome.missed = [trouble for trouble in troubles if trouble not in seen]
    return outcome


@pytest.mark.parametrize(
    ("name", "end"), [IN_THE_SUITE, *(pytest.param(name, END, marks=pytest.mark.soak) for name in TROUBLES)]
)
def test_a_year_of_a_portal(folder: ArchiveFolder, name: str, end: date) -> None:
    start = datetime.combine(BEGIN - timedelta(days=LEARNING_DAYS), time(2, 0), UTC)
    days = passing_days(folder, name, start)
    for article in days.site.articles():
        days.site.delete(article.key)
    for article in published(name, BEGIN - timedelta(days=LEARNING_DAYS), end):
        days.site.add(article)
    outcome = live(days, TROUBLES[name], end)
    removed = days.query("SELECT count(*) FROM announcement WHERE removed_at IS NOT NULL")[0][0]
    ((kept,),) = days.query("SELECT count(*) FROM announcement")
    counts = f"{len(outcome.found)} true, {len(outcome.missed)} missed, {len(outcome.false)} false"
    print(f"\n{name}: {counts}; {kept} kept")  # noqa: T201 - the figure is the point
    assert outcome.missed == []
    assert outcome.false == []
    assert [trouble.state for trouble, took in outcome.found if took > trouble.within] == []
    assert removed == 0
    assert kept == len(days.site.articles()) if name != "demo-ninh-thuan" else kept
