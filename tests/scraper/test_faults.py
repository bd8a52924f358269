"""Every bad answer ends in the ledger with its named outcome, in bounded memory and one line of the log."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.scraper.crawled import Crawled, crawled
from tests.scraper.faults import BOMBS, ENDLESS, FAULTS, GOOD, Fault, Sender, answer, bomb, serving
from tests.scraper.portals import article, facts, page, title_of

MOST_MORE = 110.0
"""MB that a bomb or an endless answer may cost beside an ordinary page."""
_PATH = re.compile(r"/tin-tuc/(.*)-1\d{3}\.html")


def path_of(number: int, name: str) -> str:
    return f"/tin-tuc/{name}-{1000 + number}.html"


def crawl_of(names: list[str], sent: dict[str, bytes | Sender], tmp_path: Path) -> dict[str, tuple[str, int, Crawled]]:
    """Crawl a portal whose listing names these pages, one article of many addresses where they are good.

    Outcome, tries and the whole crawl by name.
    """
    items = "".join(
        f'<li><a href="{path_of(number, name)}">{title_of(GOOD)}</a>'
        f" <span>({number % 28 + 1:02d}/02/2020)</span><p>Sở Nội vụ tỉnh thông tin để nhân dân được biết.</p></li>"
        for number, name in enumerate(names)
    )
    front = answer(page("Tin tức", f"<h2>Tin tức - Sự kiện</h2><ul>{items}</ul>").body)

    def routes(path: str) -> bytes | Sender:
        found = _PATH.match(path)
        return sent[found[1]] if found else front if path == "/tin-tuc" else answer(b"", status="404 Not Found")

    with serving(routes) as port:
        origin = f"127.0.0.1:{port}"
        portals = facts(tmp_path / "portals", f"http://{origin}/tin-tuc")
        done = crawled(tmp_path / "archive", portals, [origin])
    addresses = {name: f"http://{origin}{path_of(number, name)}" for number, name in enumerate(names)}
    return {name: (done.outcomes[url], done.tries[url], done) for name, url in addresses.items()}


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, int, Crawled]]:
    sent = {name: fault.sent for name, fault in FAULTS.items()}
    return crawl_of(list(FAULTS), sent, tmp_path_factory.mktemp("faults"))


@pytest.fixture(scope="module")
def ordinary(tmp_path_factory: pytest.TempPathFactory) -> float:
    """The peak memory of a crawl of ordinary pages, in MB."""
    names = ["mot", "hai", "ba"]
    sent: dict[str, bytes | Sender] = {name: answer(article(number).body) for number, name in enumerate(names)}
    return crawl_of(names, sent, tmp_path_factory.mktemp("ordinary"))["mot"][2].peak


def test_there_are_enough_kinds() -> None:
    assert len(FAULTS) + len(BOMBS) + len(ENDLESS) >= 60


@pytest.mark.parametrize(("name", "fault"), FAULTS.items(), ids=FAULTS)
def test_a_bad_answer_has_its_outcome(name: str, fault: Fault, results: dict[str, tuple[str, int, Crawled]]) -> None:
    outcome, tries, _ = results[name]
    assert outcome.startswith(fault.outcome)
    assert fault.outcome
    assert tries == fault.tries


def test_all_of_them_together_cost_little_and_are_told_in_a_line_each(
    results: dict[str, tuple[str, int, Crawled]], ordinary: float
) -> None:
    done = results["status-400"][2]
    assert done.peak < ordinary + MOST_MORE
    assert not [line for line in done.log if "Traceback" in line]
    told = [line for line in done.log if "/tin-tuc/" in line]
    assert len(told) <= len(FAULTS)
    assert None not in done.outcomes.values()


@pytest.mark.parametrize("coding", BOMBS)
def test_a_bomb_is_left_unopened(coding: str, tmp_path: Path, ordinary: float) -> None:
    outcome, tries, done = crawl_of(["bom"], {"bom": bomb(coding)}, tmp_path)["bom"]
    assert (outcome, tries) == ("too large: over the limit of 20 MiB when decompressed", 1)
    assert done.peak < ordinary + MOST_MORE
    assert len([line for line in done.log if "bom-1000" in line]) == 1


@pytest.mark.parametrize("name", ENDLESS)
def test_an_answer_without_end_is_ended(name: str, tmp_path: Path, ordinary: float) -> None:
    outcome, tries, done = crawl_of([name], {name: ENDLESS[name].sent}, tmp_path)[name]
    assert (outcome, tries) == ("too large: over the limit of 20 MiB", 1)
    assert done.peak < ordinary + MOST_MORE
    assert len([line for line in done.log if f"{name}-1000" in line]) == 1
