"""Crawls of small portals on loopback, by the command line."""

from __future__ import annotations

import itertools
import json
import signal
import sqlite3
import time
from pathlib import Path
from typing import Any

import pytest

from archive.folder import ArchiveFolder
from tests.command import Done, kehoach, started
from tests.loopback import Answer, Loopback
from tests.scraper.portals import article, facts, listing, page, path_of, small_portal


def words_of_crawl(loopback: Loopback, folder: ArchiveFolder, tmp_path: Path, start: str = "") -> tuple[object, ...]:
    portals = facts(tmp_path / "portals", start or loopback.url("/tin-tuc"))
    options = ("--portals", portals, "--allow-private", loopback.origin, "--archive", folder.path, "--json")
    return ("crawl", "thu-nghiem", *options)


def crawl(loopback: Loopback, folder: ArchiveFolder, tmp_path: Path, *words: object, start: str = "") -> Done:
    before = words_of_crawl(loopback, folder, tmp_path, start)
    return kehoach(*before, *words, cwd=tmp_path, KEHOACH_RETRY_BASE_SECONDS="0.1")


def query(folder: ArchiveFolder, sql: str) -> list[Any]:
    with sqlite3.connect(folder.database) as connection:
        return connection.execute(sql).fetchall()


def test_a_crawl_brings_in_every_article_of_the_listing(
    loopback: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    small_portal(loopback)
    done = crawl(loopback, folder, tmp_path)
    assert done.code == 0, done.err
    report = done.json[0]
    assert (report["state"], report["counts"]["new"]) == ("passed", 10)
    rows = query(folder, "SELECT title, published_at, authors, posted_by FROM announcement ORDER BY url")
    assert rows[0] == (
        "Kế hoạch phòng, chống hạn hán mùa khô trên địa bàn tỉnh",
        "2020-02-01T08:30:00+07:00",
        '["Nguyễn Thị Hòa"]',
        "Sở Nội vụ tỉnh Kon Tum",
    )
    assert kehoach("verify", "--archive", folder.path, cwd=tmp_path).code == 0


def test_a_second_crawl_adds_nothing_twice(loopback: Loopback, folder: ArchiveFolder, tmp_path: Path) -> None:
    small_portal(loopback)
    crawl(loopback, folder, tmp_path)
    before = query(folder, "SELECT id, uid, title FROM announcement ORDER BY id")
    done = crawl(loopback, folder, tmp_path)
    assert done.code == 0, done.err
    assert query(folder, "SELECT id, uid, title FROM announcement ORDER BY id") == before
    assert done.json[0]["counts"].get("new", 0) == 0


def test_every_answer_is_in_the_warc_file_even_robots_and_errors(
    loopback: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    small_portal(loopback)
    del loopback.routes[path_of(3)]
    crawl(loopback, folder, tmp_path)
    rows = query(folder, "SELECT url, status FROM capture")
    captured = {(url.removeprefix(loopback.url("")), status) for url, status in rows}
    assert {("/robots.txt", 404), ("/tin-tuc", 200), (path_of(0), 200), (path_of(3), 404)} <= captured


def test_each_kind_of_bad_answer_has_its_own_outcome_and_loses_nothing(
    loopback: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    small_portal(loopback, 30)
    failures = iter([Answer(status=503, headers={"Retry-After": "0"})])
    good = article(5)
    loopback.routes |= {
        "/robots.txt": Answer(f"User-agent: *\nDisallow: {path_of(0)}\n".encode(), content_type="text/plain"),
        path_of(1): Answer(b"", status=404),
        path_of(2): Answer(b"", status=403),
        path_of(3): Answer(b"", status=302, headers={"Location": "http://169.254.169.254/"}),
        path_of(4): Answer(b"", status=302, headers={"Location": path_of(4)}),
        path_of(5): lambda _: next(failures, good),
        path_of(6): Answer(b"\x89PNG\r\n\x1a\n nothing of a page"),
        path_of(7): Answer(b"<html><script>document.cookie='a=1';location.reload()</script></html>"),
        path_of(8): Answer(b"", status=500),
        path_of(9): Answer(b"x" * 100, headers={"Content-Encoding": "gzip"}),
    }
    done = crawl(loopback, folder, tmp_path)
    outcomes = {
        url.removeprefix(loopback.url("")): (state, outcome.split(":")[0])
        for url, state, outcome in query(folder, "SELECT url, state, outcome FROM ledger")
    }
    assert [outcomes[path_of(number)] for number in range(10)] == [
        ("done", "forbidden by robots.txt"),
        ("done", "gone"),
        ("failed", "blocked"),
        ("failed", "forbidden address"),
        ("failed", "refused"),
        ("done", "read"),
        ("failed", "not_a_page"),
        ("failed", "blocked"),
        ("failed", "unreachable"),
        ("failed", outcomes[path_of(9)][1]),
    ]
    assert path_of(0) not in loopback.asked
    assert query(folder, "SELECT count(*) FROM announcement") == [(21,)]
    assert query(folder, "SELECT count(*) FROM ledger WHERE state = 'open'") == [(0,)]
    assert done.code == 1
    assert "failures" in done.json[0]["reason"]


@pytest.mark.parametrize(
    ("answer", "evidence"),
    [
        (Answer(b"<h1>500</h1>", status=500), "unreachable: HTTP 500"),
        (Answer(b"", status=403), "blocked: HTTP 403"),
        (page("Tin tức", "<h2>Tin tức</h2><p>Không có dữ liệu</p>"), "0 entries"),
    ],
    ids=["a portal that answers 500", "a portal that refuses us", "an empty listing"],
)
def test_a_portal_that_gives_nothing_fails_its_checks_with_the_reason(
    loopback: Loopback, folder: ArchiveFolder, tmp_path: Path, answer: Answer, evidence: str
) -> None:
    loopback.routes["/tin-tuc"] = answer
    done = crawl(loopback, folder, tmp_path)
    assert done.code == 1
    assert done.json[0]["state"] == "failed"
    assert evidence in done.json[0]["reason"]


def test_a_failed_run_costs_nothing_already_stored(loopback: Loopback, folder: ArchiveFolder, tmp_path: Path) -> None:
    small_portal(loopback)
    crawl(loopback, folder, tmp_path)
    loopback.routes.clear()
    assert crawl(loopback, folder, tmp_path).code == 1
    assert query(folder, "SELECT count(*), count(removed_at) FROM announcement") == [(10, 0)]


def test_paging_is_followed_to_the_end_and_since_stops_early(
    loopback: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    small_portal(loopback, 20)
    loopback.routes["/tin-tuc"] = listing(range(19, 9, -1), following="/tin-tuc?page=2")
    loopback.routes["/tin-tuc?page=2"] = listing(range(9, -1, -1))
    done = crawl(loopback, folder, tmp_path, "--since", "2020-02-15")
    assert done.json[0]["counts"]["new"] == 6
    assert crawl(loopback, folder, tmp_path).json[0]["counts"]["new"] == 14


def test_first_pages_go_no_further_than_what_is_known(
    loopback: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    small_portal(loopback, 30)
    loopback.routes["/tin-tuc"] = listing(range(19, 9, -1), following="/tin-tuc?page=2")
    loopback.routes["/tin-tuc?page=2"] = listing(range(9, -1, -1))
    assert crawl(loopback, folder, tmp_path, "--first-pages").json[0]["counts"]["new"] == 20
    loopback.routes["/tin-tuc"] = listing(range(24, 14, -1), following="/tin-tuc?page=2")
    loopback.asked.clear()
    assert crawl(loopback, folder, tmp_path, "--first-pages").json[0]["counts"]["new"] == 5
    assert "/tin-tuc?page=2" not in loopback.asked


def test_max_pages_stops_and_the_next_run_goes_on(loopback: Loopback, folder: ArchiveFolder, tmp_path: Path) -> None:
    small_portal(loopback)
    done = crawl(loopback, folder, tmp_path, "--max-pages", 4)
    assert done.code == 0, done.out
    assert len([path for path in loopback.asked if path != "/robots.txt"]) == 4
    assert crawl(loopback, folder, tmp_path).json[0]["counts"]["new"] == 7


def test_few_pages_of_a_long_list_bring_announcements_and_not_its_pages_alone(
    loopback: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    small_portal(loopback, 60)
    for number in range(6):
        path = f"/tin-tuc?page={number + 1}" if number else "/tin-tuc"
        following = f"/tin-tuc?page={number + 2}" if number < 5 else None
        loopback.routes[path] = listing(range(number * 10, number * 10 + 10), following=following)
    few = crawl(loopback, folder, tmp_path, "--max-pages", 13).json[0]["counts"]
    assert (few["listings"], few["new"]) == (2, 11)
    assert crawl(loopback, folder, tmp_path).json[0]["counts"]["new"] == 49


def test_crawl_delay_of_robots_is_kept(loopback: Loopback, folder: ArchiveFolder, tmp_path: Path) -> None:

    small_portal(loopback, 3)
    times: list[float] = []
    for number in range(3):
        answer = article(number)

        def timed(_: str, answer: Answer = answer) -> Answer:
            times.append(time.monotonic())
            return answer

        loopback.routes[path_of(number)] = timed
    loopback.routes["/robots.txt"] = Answer(b"User-agent: *\nCrawl-delay: 0.5\n", content_type="text/plain")
    crawl(loopback, folder, tmp_path)
    assert len(times) == 3
    assert min(later - earlier for earlier, later in itertools.pairwise(times)) >= 0.3


def test_a_robots_file_that_cannot_be_had_forbids_everything(
    loopback: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    small_portal(loopback)
    loopback.routes["/robots.txt"] = Answer(b"", status=500)
    done = crawl(loopback, folder, tmp_path)
    assert done.code == 1
    assert "unreachable: robots.txt answered 500;" in done.json[0]["reason"]
    assert set(loopback.asked) == {"/robots.txt"}


def test_the_contact_stands_in_the_user_agent(loopback: Loopback, folder: ArchiveFolder, tmp_path: Path) -> None:
    small_portal(loopback)
    crawl(loopback, folder, tmp_path, "--contact", "toa-soan@example.vn")
    assert all(agent.endswith("(+toa-soan@example.vn)") for agent in loopback.agents)


def test_without_a_contact_a_real_portal_is_not_crawled(folder: ArchiveFolder, tmp_path: Path) -> None:
    done = kehoach("crawl", "quang-ninh-bao", "--archive", folder.path, cwd=tmp_path)
    assert done.code == 2
    assert "--contact" in done.err
    assert done.err.count("\n") == 1


def test_without_a_network_the_crawl_fails_with_the_reason(folder: ArchiveFolder, tmp_path: Path) -> None:
    with Loopback() as closed:
        origin = closed.origin
    done = kehoach(
        *("crawl", "thu-nghiem", "--portals", facts(tmp_path / "portals", f"http://{origin}/")),
        *("--allow-private", origin, "--archive", folder.path),
        cwd=tmp_path,
        KEHOACH_RETRY_BASE_SECONDS="0.1",
    )
    assert done.code == 1
    told = f"unreachable: http://{origin}/: the connection was refused (robots.txt)"
    again = "try again later or `kehoach portals check thu-nghiem`"
    assert [line for line in done.out.splitlines() if "thu-nghiem: " in line] == [f"thu-nghiem: {told}; {again}"]
    assert "WARNING" not in done.err
    assert "; 0 pages, 0 announcements, 1 error" in done.err
    assert done.out.endswith("The archive holds 0 announcements of 0 portals.\n")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("crawl", "khong-co"), "There is no portal 'khong-co'"),
        (("crawl",), "Name the portals"),
        (("crawl", "demo-hue", "--all"), "Name the portals"),
        (("crawl", "demo-hue", "--allow-private", "localhost"), "HOST:PORT"),
        (("crawl", "quang-ninh-bao", "--contact", "nonsense"), "'nonsense' is no contact"),
        (("crawl", "demo-hue", "--portals", "/nowhere"), "no folder /nowhere"),
        (("search", "x"), "There is no archive"),
        (("read", "nowhere.html"), "There is no file"),
        (("read", "/"), "/ is a folder; name a page in it"),
        (("read", "page.html", "--json"), "--json says how --explain is told"),
        (("ingest", "/nowhere"), "There is no /nowhere; give a WARC"),
    ],
)
def test_wrong_usage_is_one_sentence_and_exit_code_2(words: tuple[str, ...], sentence: str, tmp_path: Path) -> None:
    done = kehoach(*words, cwd=tmp_path)
    assert done.code == 2
    assert sentence in done.err
    assert done.err.count("\n") == 1
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("words", [("crawl", "demo-hue", "--since"), ("search", "x", "--until"), ("export", "--since")])
def test_what_is_no_day_is_refused_with_an_example_of_one(words: tuple[str, ...], tmp_path: Path) -> None:
    done = kehoach(*words, "garbage", cwd=tmp_path)
    assert done.code == 2
    assert "'garbage' is no day; write it as year, month and day, for example 2026-01-31." in done.err


def test_demo_and_real_portals_never_share_an_archive(
    loopback: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    small_portal(loopback)
    crawl(loopback, folder, tmp_path)
    done = kehoach("crawl", "quang-ninh-bao", "--contact", "a@b.vn", "--archive", folder.path, cwd=tmp_path)
    assert done.code == 2
    assert "never share" in done.err


def test_requests_that_wait_for_robots_obey_it_too(loopback: Loopback, folder: ArchiveFolder, tmp_path: Path) -> None:
    small_portal(loopback)
    robots = b"User-agent: *\nDisallow: /an\n"
    loopback.routes["/robots.txt"] = Answer(robots, content_type="text/plain")
    starts = '", "'.join(loopback.url(path) for path in ("/tin-tuc", "/an/1", "/an/2", "/an/3"))
    done = crawl(loopback, folder, tmp_path, start=starts)
    assert done.json[0]["counts"]["forbidden"] == 3
    assert done.json[0]["counts"]["new"] == 10
    assert not [path for path in loopback.asked if path.startswith("/an")]


@pytest.mark.parametrize("pages_before", [1, 20, 45])
def test_a_killed_crawl_loses_nothing_and_adds_nothing_twice(
    loopback: Loopback, folder: ArchiveFolder, tmp_path: Path, pages_before: int
) -> None:
    small_portal(loopback, 60)
    with started(*words_of_crawl(loopback, folder, tmp_path), cwd=tmp_path) as process:
        while len(loopback.asked) < pages_before + 2 and process.poll() is None:
            time.sleep(0.005)
        process.kill()
    done = crawl(loopback, folder, tmp_path)
    assert done.code == 0, done.out
    assert query(folder, "SELECT count(*), count(DISTINCT url) FROM announcement") == [(60, 60)]
    assert query(folder, "SELECT state, count(*) FROM ledger GROUP BY state") == [("done", 61)]
    assert kehoach("verify", "--archive", folder.path, cwd=tmp_path).code == 0


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_a_crawl_with_its_code_and_the_next_one_goes_on(
    loopback: Loopback, folder: ArchiveFolder, tmp_path: Path, number: signal.Signals, code: int
) -> None:
    small_portal(loopback, 60)
    with started(*words_of_crawl(loopback, folder, tmp_path), cwd=tmp_path) as process:
        while len(loopback.asked) < 6 and process.poll() is None:
            time.sleep(0.005)
        process.send_signal(number)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, "Traceback" in err) == (code, False), err
    assert json.loads(out)[0]["state"] == "interrupted"
    assert crawl(loopback, folder, tmp_path).code == 0
    assert query(folder, "SELECT count(*) FROM announcement") == [(60,)]
