"""Hours, daily ceilings, and portals that are held back."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from scraper.allowance import Allowance
from scraper.facts import PortalFactsError, read_portal_file
from tests.command import Done, kehoach
from tests.loopback import Answer, Loopback

FACTS = """
[thu-nghiem]
title = "Cổng thử nghiệm"
province = "Kon Tum"
agency = "Sở Nội vụ tỉnh Kon Tum"
system = "peoples_committee"
level = "province"
platform = "labelled"
start = ["http://{origin}/tin"]
state = "active"
evidence = "A server of this test."
delay = 0.0
{more}
"""
ARTICLE = "<html><body><h1>Kế hoạch số {n}</h1><p>Ngày đăng: 0{n}/03/2020</p><p>{text}</p></body></html>"
ITEM = '<li><a href="/tin/{n}.html">Kế hoạch số {n} về việc được giao</a> 0{n}/03/2020</li>'
TEXT = "Ủy ban nhân dân tỉnh yêu cầu các đơn vị triển khai thực hiện nhiệm vụ được giao trong năm nay. " * 6


@pytest.fixture
def portal(loopback: Loopback) -> Loopback:
    links = "".join(ITEM.format(n=n) for n in range(1, 7))
    loopback.routes["/tin"] = Answer(f"<html><body><ul>{links}</ul></body></html>".encode())
    loopback.routes["/robots.txt"] = Answer(b"", content_type="text/plain")
    for n in range(1, 7):
        loopback.routes[f"/tin/{n}.html"] = Answer(ARTICLE.format(n=n, text=TEXT).encode())
    return loopback


def crawl(server: Loopback, tmp_path: Path, more: str, *words: object) -> Done:
    folder = tmp_path / "portals"
    folder.mkdir(exist_ok=True)
    (folder / "kon-tum.toml").write_text(FACTS.format(origin=server.origin, more=more), "utf-8")
    return kehoach(
        *words, "--portals", folder, "--archive", tmp_path / "archive", cwd=tmp_path
    )  # fmt: skip


def test_a_daily_ceiling_ends_a_run_and_the_next_one_of_that_day_asks_for_nothing(
    portal: Loopback, tmp_path: Path
) -> None:
    words = ("crawl", "thu-nghiem", "--allow-private", portal.origin, "--json")
    first = crawl(portal, tmp_path, "daily_ceiling = 4", *words)
    assert first.code == 0, first.err
    assert "daily ceiling" in first.json[0]["reason"]
    asked = len(portal.asked)
    second = crawl(portal, tmp_path, "daily_ceiling = 4", *words)
    assert (second.code, second.json[0]["state"]) == (0, "skipped")
    assert len(portal.asked) == asked
    status = kehoach("status", "--json", "--archive", tmp_path / "archive", cwd=tmp_path).json[0]
    assert status["state"] == "ok"


@pytest.mark.parametrize(
    ("hours", "utc_hour", "open_"),
    [("22:00-06:00", 16, True), ("22:00-06:00", 3, False), ("08:00-17:00", 3, True), ("08:00-17:00", 16, False)],
)
def test_hours_are_those_of_vietnam_and_may_pass_midnight(hours: str, utc_hour: int, open_: bool) -> None:
    begin, end = (datetime.strptime(part, "%H:%M").time() for part in hours.split("-"))
    refusal = Allowance(None, (begin, end)).refusal(0, datetime(2026, 3, 20, utc_hour, tzinfo=UTC))
    assert (refusal is None) is open_


@pytest.mark.parametrize(
    "more", ['hours = "22-6"', 'hours = "25:00-06:00"', 'hours = "22:00-22:00"', "daily_ceiling = 0"]
)
def test_impossible_limits_are_named(tmp_path: Path, more: str) -> None:
    file = tmp_path / "kon-tum.toml"
    file.write_text(FACTS.format(origin="127.0.0.1:1", more=more), "utf-8")
    with pytest.raises(PortalFactsError, match=more.split(" ")[0]):
        read_portal_file(file)


@pytest.mark.parametrize("reason", ["", " \n ", "\x1b\t"])
def test_a_portal_is_not_held_back_without_a_reason(portal: Loopback, tmp_path: Path, reason: str) -> None:
    done = crawl(portal, tmp_path, "", "portals", "pause", "thu-nghiem", "--reason", reason)
    assert (done.code, "Say why with --reason" in done.err, done.err.count("\n")) == (2, True, 1)
    assert not (tmp_path / "archive").exists()


def test_a_reason_is_one_line(portal: Loopback, tmp_path: Path) -> None:
    done = crawl(portal, tmp_path, "", "portals", "pause", "thu-nghiem", "--reason", "the webmaster\n\x1b[1m  asked ")
    assert done.out == "thu-nghiem is held back: the webmaster [1m asked\n"


@pytest.mark.parametrize(("province", "advice"), [("Nowhere", ""), ("Kon Tumm", "Did you mean 'Kon Tum'?")])
def test_a_province_that_there_never_was_is_named(tmp_path: Path, province: str, advice: str) -> None:
    file = tmp_path / "kon-tum.toml"
    file.write_text(FACTS.format(origin="127.0.0.1:1", more="").replace('"Kon Tum"', f'"{province}"'), "utf-8")
    with pytest.raises(PortalFactsError, match=f"'province' '{province}'.*{re.escape(advice)}$"):
        read_portal_file(file)


def test_a_portal_that_is_held_back_is_not_asked_until_it_is_resumed(portal: Loopback, tmp_path: Path) -> None:
    words = ("crawl", "thu-nghiem", "--allow-private", portal.origin)
    assert crawl(portal, tmp_path, "", "portals", "pause", "thu-nghiem", "--reason", "the webmaster asked").code == 0
    refused = crawl(portal, tmp_path, "", *words)
    assert (refused.code, portal.asked) == (2, [])
    assert "the webmaster asked" in refused.err
    assert "the webmaster asked" in kehoach("status", "--archive", tmp_path / "archive", cwd=tmp_path).out
    assert crawl(portal, tmp_path, "", "portals", "resume", "thu-nghiem").code == 0
    assert crawl(portal, tmp_path, "", *words).code == 0
    assert portal.asked
