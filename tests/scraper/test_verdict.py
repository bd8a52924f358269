"""A failed portal is told in one sentence, what merely follows is left out, and no network is said as such."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from archive.folder import ArchiveFolder
from archive.model import Check
from scraper.session import RunReport, StartOutcome
from scraper.verdict import no_network, verdict
from tests.command import kehoach
from tests.loopback import Answer, Loopback
from tests.scraper.portals import FACTS, facts, path_of, small_portal
from tests.scraper.test_crawl import query

AGAIN = "try again later or `kehoach portals check a`"
LOOK = "`kehoach portals check a` says what is there now"
FOLLOWING = (
    Check("start", False, "told again"),
    Check("listing", False, "0 entries on 0 listing pages"),
    Check("failures", False, "1 address failed for good; 4 requests, tries again included"),
    Check("ledger", True, "0 addresses without an outcome"),
)


def report(*starts: StartOutcome, checks: tuple[Check, ...] = FOLLOWING, **failures: int) -> RunReport:
    ended = {start.url: start for start in starts}
    return RunReport("a", state="failed", checks=list(checks), starts=ended, failures=Counter(failures))


@pytest.mark.parametrize(
    ("outcomes", "sentence"),
    [
        ([("unreachable: HTTP 500", 4)], f"unreachable: https://a.vn/0: HTTP 500 after 4 tries; {AGAIN}"),
        (
            [("unreachable: HTTP 500 (robots.txt)", 1)] * 2,
            f"unreachable: https://a.vn/0 and 1 other start address: HTTP 500 (robots.txt); {AGAIN}",
        ),
        (
            [("blocked: HTTP 403", 1)],
            "blocked: https://a.vn/0: HTTP 403; many portals of Vietnamese authorities answer only to addresses in "
            "Vietnam; `kehoach portals check a` tries it again",
        ),
        (
            [("unreachable: no answer in time", 4)],
            "unreachable: https://a.vn/0: no answer in time after 4 tries; many portals of Vietnamese authorities "
            f"answer only to addresses in Vietnam; {AGAIN}",
        ),
        (
            [("blocked: captcha", 1)],
            "blocked: https://a.vn/0: captcha; `kehoach portals check a` tries it again",
        ),
        (
            [("blocked: login-wall", 1)],
            "blocked: https://a.vn/0: login-wall; it asks for a login, and nothing is read behind one",
        ),
        (
            [("forbidden address: a.vn leads to the private address 10.0.0.1", 1)],
            "forbidden address: https://a.vn/0: a.vn leads to the private address 10.0.0.1; if it is yours, "
            "--allow-private a.vn:443 opens it",
        ),
        (
            [("forbidden address: 10.0.0.1:80 is a private address", 1)],
            "forbidden address: https://a.vn/0: 10.0.0.1:80 is a private address; it sends its visitors to an address "
            "that only its own network reaches",
        ),
        (
            [("forbidden by robots.txt", 1)],
            "forbidden by robots.txt: https://a.vn/0; it does not want to be crawled; its webmaster may allow it",
        ),
        ([("gone: HTTP 404", 1)], f"gone: https://a.vn/0: HTTP 404; {LOOK}"),
        ([("empty: a listing without items", 1)], f"empty: https://a.vn/0: a listing without items; {LOOK}"),
    ],
)
def test_of_a_start_that_was_not_read_it_says_what_was_met_and_what_to_do(
    outcomes: list[tuple[str, int]], sentence: str
) -> None:
    starts = (StartOutcome(f"https://a.vn/{number}", *outcome) for number, outcome in enumerate(outcomes))
    assert verdict(report(*starts)) == sentence


def test_other_checks_are_told_with_their_evidence() -> None:
    checks = (
        Check("failures", False, "5 addresses failed for good; 20 requests, tries again included"),
        Check("titles", False, "0 of 1 article with a title"),
    )
    failed = report(StartOutcome("https://a.vn/", "read", 1), checks=checks, **{"refused: HTTP 418": 5})
    assert verdict(failed) == (
        "failures: 5 addresses failed for good; 20 requests, tries again included, most often: refused: HTTP 418; "
        f"titles: 0 of 1 article with a title; {LOOK}"
    )


def test_a_portal_that_asked_to_be_left_alone_is_not_to_be_looked_at_but_gone_on_with() -> None:
    checks = (Check("titles", True, "1 of 1 article with a title"), Check("ledger", False, "7 addresses open"))
    left = report(StartOutcome("https://a.vn/", "read", 1), checks=checks)
    assert verdict(left) == "ledger: 7 addresses open; the next crawl goes on with what is left"


@pytest.mark.parametrize(
    ("starts", "said"),
    [
        (["https://a.vn/", "https://b.vn/"], True),
        (["https://a.vn/"], False),
        (["https://a.vn/", "http://127.0.0.1:8000/"], False),
    ],
)
def test_several_portals_without_a_connection_mean_no_network(starts: list[str], said: bool) -> None:
    reports = [report(StartOutcome(url, "unreachable: the connection was refused", 4, offline=True)) for url in starts]
    assert (no_network(reports) is not None) == said
    met = report(StartOutcome("https://c.vn/", "unreachable: HTTP 500", 4))
    assert no_network([*reports, met]) is None


def test_a_portal_that_answers_500_is_one_line_and_its_record_keeps_all(
    loopback: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    start = loopback.url("/tin-tuc")
    loopback.routes["/tin-tuc"] = Answer(b"<h1>500</h1>", status=500)
    words = ("--portals", facts(tmp_path / "portals", start), "--allow-private", loopback.origin)
    crawl = ("crawl", "thu-nghiem", *words, "--archive", folder.path)
    done = kehoach(*crawl, cwd=tmp_path, KEHOACH_RETRY_BASE_SECONDS="0.1")
    assert done.code == 1
    both = [line for line in (done.out + done.err).splitlines() if "500" in line]
    again = "try again later or `kehoach portals check thu-nghiem`"
    assert both == [f"thu-nghiem: unreachable: {start}: HTTP 500 after 4 tries; {again}"]
    [(checks,)] = query(folder, "SELECT checks FROM run")
    assert [check["name"] for check in json.loads(checks) if not check["passed"]] == ["start", "listing", "failures"]


def test_what_fails_beside_the_start_is_still_a_warning(
    loopback: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    small_portal(loopback, 3)
    loopback.routes[path_of(1)] = Answer(b"", status=403)
    words = ("--portals", facts(tmp_path / "portals", loopback.url("/tin-tuc")), "--allow-private", loopback.origin)
    done = kehoach("crawl", "thu-nghiem", *words, "--archive", folder.path, cwd=tmp_path)
    assert f"{loopback.url(path_of(1))}: blocked: HTTP 403" in done.err


def test_where_no_name_leads_anywhere_the_crawl_ends_at_once_and_blames_no_portal(
    folder: ArchiveFolder, tmp_path: Path
) -> None:
    portals = tmp_path / "portals"
    portals.mkdir()
    for name in ("mot", "hai"):
        lines = (
            FACTS.replace("thu-nghiem", name)
            .replace("delay = 0.0", "delay = 1.0")
            .format(start=f"https://{name}.invalid/")
        )
        (portals / f"{name}.toml").write_text(lines, "utf-8")
    words = ("--portals", portals, "--contact", "a@example.org", "--archive", folder.path)
    done = kehoach("crawl", "mot", "hai", *words, cwd=tmp_path, timeout=60)
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "Error: None of the 2 portals' names leads to an address: this machine seems to have no network.\n"
    )
    assert query(folder, "SELECT count(*) FROM run") == [(0,)]
