"""Further hosts of a site, as a probe finds them by the announcements that it reads, and a crawl without them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from scraper.facts import read_portal_file
from tests.command import Done, kehoach
from tests.loopback import Answer, Loopback
from tests.scraper.portals import article, listing, path_of
from tests.scraper.test_probe import owned

COUNT = 6
OF_ANOTHER = "<p>Trang thông tin điện tử Sở Y tế tỉnh Kon Tum</p>"


@pytest.fixture
def other() -> Iterator[Loopback]:
    with Loopback("127.0.0.2") as server:
        yield server


@pytest.fixture
def linking(loopback: Loopback, other: Loopback) -> Loopback:
    """A site whose list links all of its announcements by another host."""
    listed = owned(listing(range(COUNT)))
    loopback.routes["/tin-tuc"] = Answer(listed.body.replace(b'href="/tin', f'href="{other.url("/tin")}'.encode()))
    return loopback


def sent_on(server: Loopback, paths: list[str], to: Loopback) -> None:
    for path in paths:
        server.routes[path] = Answer(status=301, headers={"Location": to.url(path)})


def run(linking: Loopback, other: Loopback, *words: object, cwd: Path) -> Done:
    options = ("--allow-private", linking.origin, "--allow-private", other.origin)
    return kehoach(*words, *options, cwd=cwd)


def probed(linking: Loopback, other: Loopback, cwd: Path) -> Any:
    words = ("portals", "probe", linking.url("/tin-tuc"), "--delay", "0", "--json", "--write", cwd / "portals")
    return run(linking, other, *words, cwd=cwd).json


def crawled(linking: Loopback, other: Loopback, name: str, cwd: Path) -> Done:
    return run(linking, other, "crawl", name, "--portals", cwd / "portals", "--archive", cwd / "archive", cwd=cwd)


PATHS = [path_of(number) for number in range(COUNT)]


def test_an_old_name_that_sends_on_to_the_new_one_is_among_the_hosts_and_crawled(
    linking: Loopback, other: Loopback, tmp_path: Path
) -> None:
    sent_on(other, PATHS, to=linking)
    linking.routes |= {path: article(number) for number, path in enumerate(PATHS)}
    report = probed(linking, other, tmp_path)
    [portal] = read_portal_file(Path(report["written"]))
    assert (report["hosts"], portal.hosts) == (["127.0.0.2"], ("127.0.0.2",))
    done = crawled(linking, other, portal.name, tmp_path)
    assert (done.code, f"The archive holds {COUNT} announcements of 1 portal." in done.out) == (0, True), done.err


def test_a_host_where_the_announcements_of_a_site_stand_is_one_of_its_own(
    linking: Loopback, other: Loopback, tmp_path: Path
) -> None:
    other.routes |= {path: article(number) for number, path in enumerate(PATHS)}
    assert probed(linking, other, tmp_path)["hosts"] == ["127.0.0.2"]


def test_announcements_whose_pages_name_another_owner_are_of_another_site(
    linking: Loopback, other: Loopback, tmp_path: Path
) -> None:
    for number, path in enumerate(PATHS):
        body = article(number).body.replace("Bản quyền thuộc Cổng thử nghiệm".encode(), OF_ANOTHER.encode())
        other.routes[path] = Answer(body)
    assert OF_ANOTHER.encode() in body
    assert probed(linking, other, tmp_path)["hosts"] == []


def test_links_to_a_host_that_is_not_in_the_facts_name_the_fact_and_move_no_portal(
    linking: Loopback, other: Loopback, tmp_path: Path
) -> None:
    sent_on(other, PATHS, to=linking)
    linking.routes |= {path: article(number) for number, path in enumerate(PATHS)}
    file = Path(probed(linking, other, tmp_path)["written"])
    file.write_text("".join(line for line in file.open() if not line.startswith("hosts")))
    [portal] = read_portal_file(file)
    told = "is not a host of the portal; if 127.0.0.2 is of the same site, add it to `hosts` in the portal's facts"
    done = crawled(linking, other, portal.name, tmp_path)
    assert (done.code, told in done.out + done.err) == (1, True)
    [status] = kehoach("status", "--json", "--archive", tmp_path / "archive", cwd=tmp_path).json
    assert status["state"] == "failed"
    check = run(linking, other, "portals", "check", portal.name, "--portals", tmp_path / "portals", cwd=tmp_path)
    assert (check.code, told in check.out) == (1, True)
