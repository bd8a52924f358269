"""Registers that print when papers were issued, walked for what is new: where the walk ends, and where it may not."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from archive.clock import VIETNAM
from tests.command import kehoach
from tests.loopback import Answer, Loopback
from tests.scraper.portals import TOPICS, facts, page
from tests.scraper.test_walk import crawl

EACH = 6
Rows = Sequence[tuple[int, date]]
Draw = Callable[[Rows], str]


def name(number: int) -> str:
    return f"Quyết định về việc {TOPICS[number % 10].lower()} ({number})"


def table(rows: Rows, head: str = "Ngày ban hành", ending: str = ".pdf") -> str:
    lines = "".join(
        f"<tr><td>{number}/QĐ-UBND</td><td>{day:%d/%m/%Y}</td>"
        f'<td><a href="/van-ban/{100 + number}{ending}">{name(number)}</a></td></tr>'
        for number, day in rows
    )
    return f"<table><tr><th>Số ký hiệu</th><th>{head}</th><th>Trích yếu</th></tr>{lines}</table>"


def of_days_without_a_name(rows: Rows) -> str:
    return table(rows, "Ngày tháng")


def of_pages(rows: Rows) -> str:
    return table(rows, "Ngày ký", "")


def labelled(rows: Rows) -> str:
    return "".join(
        f'<div class="vb"><h3><a href="/van-ban/{100 + number}">{name(number)}</a></h3>'
        f"<p>Số hiệu: {number}/QĐ-UBND</p><p>Ngày ban hành: {day:%d/%m/%Y}</p></div>"
        for number, day in rows
    )


def in_force(rows: Rows) -> str:
    return table(rows, "Ngày hiệu lực")


def register(loopback: Loopback, days: Sequence[date], draw: Draw) -> None:
    """Pages of a register with papers of these days; those that have pages of their own print no day there."""
    pages = [list(enumerate(days))[start : start + EACH] for start in range(0, len(days), EACH)]
    for place, rows in enumerate(pages, start=1):
        on = f'<a href="/van-ban?page={place + 1}">Trang sau</a>' if place < len(pages) else ""
        content = f"<h1>Văn bản</h1>{draw(rows)}<div>{on}</div>"
        loopback.routes[f"/van-ban?page={place}" if place > 1 else "/van-ban"] = page("Văn bản", content)
    for number in range(len(days)):
        text = f"<h1>{name(number)}</h1><p>{'Nội dung của văn bản này được ban hành kèm theo. ' * 8}</p>"
        loopback.routes[f"/van-ban/{100 + number}"] = page(name(number), text)
        loopback.routes[f"/van-ban/{100 + number}.pdf"] = Answer(b"%PDF-1.4\n", content_type="application/pdf")


def asked(loopback: Loopback, tmp_path: Path, *words: str) -> tuple[list[str], str, int]:
    done = crawl(loopback, tmp_path, "/van-ban", "--no-attachments", *words)
    assert done.code == 0, done.err
    pages = [path for path in loopback.asked if path.startswith("/van-ban") and path.count("/") == 1]
    return pages, done.json[0]["reason"] or "", done.json[0]["counts"].get("ended by issue days", 0)


def going_back(count: int, step: int, first: date = date(2024, 6, 30)) -> list[date]:
    return [first - timedelta(days=step * number) for number in range(count)]


ALL = ["/van-ban", *(f"/van-ban?page={number}" for number in range(2, 6))]


@pytest.mark.parametrize("draw", [table, of_days_without_a_name, of_pages, labelled])
def test_a_register_in_order_of_its_issue_days_ends_well_before_the_wanted_ones(
    loopback: Loopback, tmp_path: Path, draw: Draw
) -> None:
    register(loopback, going_back(30, 10), draw)
    pages, told, ended = asked(loopback, tmp_path, "--since", "2024-06-01")
    assert pages == ALL[:3]  # the second page is of April, the third of March: 60 days before begin with 2 April
    assert ended == 1
    assert told.startswith(f"{loopback.url('/van-ban?page=3')}: this register is in order of its issue days")


def test_without_a_day_that_is_wanted_it_is_walked_to_its_end(loopback: Loopback, tmp_path: Path) -> None:
    register(loopback, going_back(30, 10), table)
    assert asked(loopback, tmp_path)[0] == ALL


def swapped(days: list[date], *, place: int) -> list[date]:
    days[place], days[place + 1] = days[place + 1], days[place]
    return days


@pytest.mark.parametrize(
    ("days", "draw"),
    [
        pytest.param(swapped(going_back(30, 10), place=3), table, id="one row is out of order"),
        pytest.param(swapped(going_back(30, 10), place=EACH - 1), table, id="a page begins after the last one ended"),
        pytest.param(going_back(30, -10, date(2021, 1, 1)), table, id="the oldest stand first"),
        pytest.param([date(2021, 1, 1)] * 30, table, id="all are of one day"),
        pytest.param(going_back(30, 1), table, id="no page is that old"),
        pytest.param(going_back(30, 10), in_force, id="what it prints is when they come into force"),
    ],
)
def test_a_register_is_walked_to_its_end_where(
    loopback: Loopback, tmp_path: Path, days: list[date], draw: Draw
) -> None:
    register(loopback, days, draw)
    assert asked(loopback, tmp_path, "--since", "2024-06-01")[::2] == (ALL, 0)


def numbered(loopback: Loopback, days: Sequence[date]) -> None:
    """A register of which each page links all pages."""
    register(loopback, days, table)
    for place, target in enumerate(ALL, start=1):
        links = " ".join(
            f"<b>{number}</b>" if number == place else f'<a href="/van-ban?page={number}">{number}</a>'
            for number in range(1, len(ALL) + 1)
        )
        body = re.sub(rb"<div>(<a [^>]+>Trang sau</a>)?</div>", f"<div>{links}</div>".encode(), _body(loopback, target))
        loopback.routes[target] = Answer(body)


def _body(loopback: Loopback, target: str) -> bytes:
    answer = loopback.routes[target]
    assert isinstance(answer, Answer)
    return answer.body


def test_what_is_said_to_be_left_is_left_where_each_page_links_all(loopback: Loopback, tmp_path: Path) -> None:
    numbered(loopback, going_back(30, 10))
    assert asked(loopback, tmp_path, "--since", "2024-06-01")[::2] == (ALL[:3], 1)


def test_nothing_is_said_to_be_left_where_the_last_page_is_the_one_that_ends_it(
    loopback: Loopback, tmp_path: Path
) -> None:
    numbered(loopback, going_back(30, 10))
    assert asked(loopback, tmp_path, "--since", "2024-02-01") == (ALL, "", 0)


def test_the_table_at_the_end_says_what_was_left_and_no_line_of_a_log_does(loopback: Loopback, tmp_path: Path) -> None:
    register(loopback, going_back(30, 10), table)
    folder = facts(tmp_path / "portals", loopback.url("/van-ban"))
    where = ("--portals", folder, "--archive", tmp_path / "archive", "--allow-private", loopback.origin)
    done = kehoach("crawl", "thu-nghiem", *where, "--no-attachments", "--since", "2024-06-01", cwd=tmp_path)
    assert "a crawl without --since reads it all" in done.out
    assert "WARNING" not in done.err


@pytest.mark.parametrize("words", [["crawl", "thu-nghiem"], ["crawl", "--all"]])
def test_a_day_that_has_not_come_yet_is_refused(tmp_path: Path, words: list[str]) -> None:
    tomorrow = datetime.now(VIETNAM).date() + timedelta(days=1)
    done = kehoach(*words, "--since", tomorrow, "--archive", tmp_path / "data", cwd=tmp_path)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert f"{tomorrow} has not come yet" in done.err


def test_a_page_out_of_order_keeps_what_each_page_links_in_the_walk(loopback: Loopback, tmp_path: Path) -> None:
    numbered(loopback, swapped(going_back(30, 10), place=EACH + 2))
    assert asked(loopback, tmp_path, "--since", "2024-06-01")[::2] == (ALL, 0)
