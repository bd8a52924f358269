"""A portal that asks for a pause gets it, as a whole; a page that cannot be stored costs only itself."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from scrapy.http import Response

from archive.folder import ArchiveFolder
from scraper.outcomes import LONGEST_PAUSE, asked_pause
from tests.loopback import Answer, Loopback
from tests.scraper.portals import article, path_of, small_portal
from tests.scraper.test_crawl import crawl, query

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0),
        ("120", 120.0),
        (" 30 ", 30.0),
        ("Sun, 22 Nov 2026 03:01:00 GMT", 60.0),
        ("Sun, 22 Nov 2026 03:01:00 -0000", 60.0),
        ("Sun, 22 Nov 2026 02:00:00 GMT", 0.0),
        ("Sun, 22 Nov 2099 02:00:00 GMT", LONGEST_PAUSE),
        ("9" * 400, LONGEST_PAUSE),
        ("-5", None),
        ("²", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_pause_is_a_number_of_seconds_or_a_date_and_never_endless(value: str, seconds: float | None) -> None:
    response = Response("http://a.vn/", status=429, headers={"Retry-After": value.encode("latin-1")})
    assert asked_pause(response, NOW) == seconds


def test_retry_after_is_meant_for_the_portal_not_for_one_address(
    loopback: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    small_portal(loopback, 4)
    times: list[float] = []
    busy = iter([Answer(b"", status=429, headers={"Retry-After": "2"})] * 2)

    for number in range(4):
        answer = article(number)

        def timed(_: str, answer: Answer = answer) -> Answer:
            times.append(time.monotonic())
            return next(busy, answer)

        loopback.routes[path_of(number)] = timed
    done = crawl(loopback, folder, tmp_path)
    assert done.code == 0
    assert query(folder, "SELECT count(*) FROM announcement") == [(4,)]
    assert len(times) == 6
    assert times[2] - times[0] >= 1.8


def test_a_portal_that_asks_for_too_long_a_pause_is_left_until_the_next_run(
    loopback: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    small_portal(loopback, 4)
    answers = {path_of(number): article(number) for number in range(4)}
    loopback.routes |= dict.fromkeys(answers, Answer(b"", status=503, headers={"Retry-After": "9" * 30}))
    done = crawl(loopback, folder, tmp_path)
    assert done.code == 1
    assert sum(loopback.asked.count(path) for path in answers) <= 2
    assert query(folder, "SELECT count(*) FROM ledger WHERE kind = 'article' AND state = 'open'") == [(4,)]
    loopback.routes |= answers
    assert crawl(loopback, folder, tmp_path).code == 0
    assert query(folder, "SELECT count(*) FROM announcement") == [(4,)]
