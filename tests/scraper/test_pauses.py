"""A portal that asks for a pause gets it, as a whole; a page that cannot be stored costs only itself."""

from __future__ import annotations

import math
import time
from collections import defaultdict
from datetime import UTC, datetime
from email.utils import formatdate
from pathlib import Path

import pytest
from scrapy.http import Response

from archive.folder import ArchiveFolder
from scraper.rests import LONGEST_REST, asked_rest
from tests.loopback import Answer, Loopback
from tests.scraper.portals import article, path_of, small_portal
from tests.scraper.test_crawl import crawl, query

NOW = datetime(2026, 11, 22, 3, 0, 0, 1000, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0),
        ("120", 120.0),
        (" 30 ", 30.0),
        ("Sun, 22 Nov 2026 03:01:00 GMT", 60.0),
        ("Sun, 22 Nov 2026 03:01:00 -0000", 60.0),
        ("Sun, 22 Nov 2026 02:00:00 GMT", 0.0),
        ("Sun, 22 Nov 2026 03:00:06 GMT", 6.0),
        ("Sun, 22 Nov 2099 02:00:00 GMT", LONGEST_REST),
        ("9" * 400, LONGEST_REST),
        ("-5", None),
        ("²", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_pause_is_a_number_of_seconds_or_a_date_and_never_endless(value: str, seconds: float | None) -> None:
    response = Response("http://a.vn/", status=429, headers={"Retry-After": value.encode("latin-1")})
    assert asked_rest(response, NOW) == seconds


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
    assert times[1] - times[0] >= 1.8
    assert times[2] - times[1] >= 1.8
    assert done.err.count("asks to be left alone for 2 seconds") == 2
    assert done.json[0]["counts"]["requests"] == 7, "what was put back is not counted twice"


def test_a_chain_of_redirects_under_way_ends_where_the_portal_asks_for_a_pause(
    loopback: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    """Two are in flight: one is at its second hop when the answer to the other asks for a pause."""
    small_portal(loopback, 2)
    times: dict[str, list[float]] = defaultdict(list)
    busy = iter([Answer(b"", status=503, headers={"Retry-After": "2"})])
    hops = [path_of(0), "/hop-1", "/hop-2", "/hop-3"]
    led = [Answer(b"", status=302, headers={"Location": onward}) for onward in hops[1:]]
    answers = dict(zip(hops, [*led, article(0)], strict=True)) | {path_of(1): article(1)}

    def timed(path: str) -> Answer:
        times[path].append(time.monotonic())
        return next(busy, answers[path]) if path == path_of(1) else answers[path]

    loopback.routes |= dict.fromkeys(answers, timed)
    done = crawl(loopback, folder, tmp_path)
    assert done.code == 0, done.err
    paused = times[path_of(1)][0]
    assert [moment for moments in times.values() for moment in moments if paused < moment < paused + 1.9] == []
    assert min(times["/hop-3"]) > paused
    assert query(folder, "SELECT count(*) FROM announcement") == [(2,)]


def test_a_listing_that_asks_for_a_pause_is_said_with_its_seconds(
    loopback: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    small_portal(loopback, 2)
    good = loopback.routes["/tin-tuc"]
    assert isinstance(good, Answer)
    busy = iter([True])

    def once(_: str) -> Answer:
        soon = formatdate(math.ceil(time.time()) + 2, usegmt=True)
        return Answer(b"", status=429, headers={"Retry-After": soon}) if next(busy, False) else good

    loopback.routes["/tin-tuc"] = once
    done = crawl(loopback, folder, tmp_path)
    assert done.code == 0, done.err
    assert "asks to be left alone for 3 seconds" in done.err


def test_a_portal_that_asks_for_too_long_a_pause_is_left_until_the_next_run(
    loopback: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    small_portal(loopback, 4)
    answers = {path_of(number): article(number) for number in range(4)}
    loopback.routes |= dict.fromkeys(answers, Answer(b"", status=503, headers={"Retry-After": "9" * 30}))
    done = crawl(loopback, folder, tmp_path)
    assert done.code == 1
    assert sum(loopback.asked.count(path) for path in answers) == 1
    assert query(folder, "SELECT count(*) FROM ledger WHERE kind = 'article' AND state = 'open'") == [(4,)]
    loopback.routes |= answers
    assert crawl(loopback, folder, tmp_path).code == 0
    assert query(folder, "SELECT count(*) FROM announcement") == [(4,)]
