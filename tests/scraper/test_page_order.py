"""Numbered pagers where a run may end a list before its last page: each page is asked for behind the one before it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.command import Done
from tests.loopback import Answer, Loopback
from tests.scraper.portals import article, listing, page, path_of, title_of
from tests.scraper.test_walk import crawl, of_year, pages_asked

EACH = 4


def fill(loopback: Loopback, years: Sequence[int], *, dated: bool = True, shown: Sequence[int] = ()) -> None:
    """A list of which each page shows articles of one year and links the pages of these numbers, else all."""
    for place, year in enumerate(years, start=1):
        numbers = range((place - 1) * EACH, place * EACH)
        day = f"<span>({numbers[0] % 28 + 1:02d}/02/{year})</span>" if dated else ""
        items = "".join(
            f'<li><a href="{path_of(number)}">{title_of(number)}</a> {day}'
            "<p>Sở Nội vụ tỉnh thông tin đến các cơ quan, đơn vị và nhân dân được biết.</p></li>"
            for number in numbers
        )
        links = " ".join(
            f"<b>{number}</b>" if number == place else f'<a href="/tin-tuc?page={number}">{number}</a>'
            for number in shown or range(1, len(years) + 1)
        )
        target = f"/tin-tuc?page={place}" if place > 1 else "/tin-tuc"
        loopback.routes[target] = page("Tin tức", f"<h2>Tin tức</h2><ul>{items}</ul><div>{links}</div>")
        for number in numbers:
            loopback.routes[path_of(number)] = of_year(number, year)


def pages(*numbers: int) -> list[str]:
    return [f"/tin-tuc?page={number}" for number in numbers]


def new(done: Done) -> int:
    assert done.code == 0, done.err
    count: int = done.json[0]["counts"]["new"]
    return count


@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize("shown", [(), (1, 2, 3, 4, 7)])
def test_the_page_that_ends_a_list_ends_it_for_all_pages_that_its_pager_numbers(
    loopback: Loopback, tmp_path: Path, dated: bool, shown: Sequence[int]
) -> None:
    fill(loopback, [2022, 2021, 2019, 2018, 2017, 2016, 2015], dated=dated, shown=shown)
    crawl(loopback, tmp_path, "/tin-tuc", "--since", "2021-01-01")
    assert pages_asked(loopback) == pages(2, 3)


@pytest.mark.parametrize("shown", [(7, 6, 5, 4, 3, 2, 1), (7, 1, 2, 3)])
def test_a_pager_that_prints_its_last_page_first_ends_no_list_there(
    loopback: Loopback, tmp_path: Path, shown: Sequence[int]
) -> None:
    fill(loopback, [2022, 2021, 2021, 2019, 2018, 2017, 2016], shown=shown)
    crawl(loopback, tmp_path, "/tin-tuc", "--since", "2021-01-01")
    assert pages_asked(loopback)[:3] == pages(2, 3, 4 if len(shown) > 4 else 7)


def test_without_a_day_all_numbered_pages_are_walked(loopback: Loopback, tmp_path: Path) -> None:
    fill(loopback, [2022, 2021, 2020, 2019])
    assert new(crawl(loopback, tmp_path, "/tin-tuc")) == 4 * EACH


@pytest.mark.parametrize("broken", [Answer(status=404), Answer(status=403), Answer(b"")])
def test_behind_a_page_that_cannot_be_had_the_walk_goes_on(loopback: Loopback, tmp_path: Path, broken: Answer) -> None:
    fill(loopback, [2022, 2021, 2021, 2021, 2019, 2018])
    loopback.routes["/tin-tuc?page=3"] = broken
    crawl(loopback, tmp_path, "/tin-tuc", "--since", "2021-01-01")
    assert pages_asked(loopback) == pages(2, 3, 4, 5)


def test_what_a_run_of_few_pages_left_is_asked_for_only_where_it_is_wanted(loopback: Loopback, tmp_path: Path) -> None:
    fill(loopback, [2022, 2019, 2018, 2017])
    crawl(loopback, tmp_path, "/tin-tuc", "--max-pages", 1)
    crawl(loopback, tmp_path, "/tin-tuc", "--since", "2021-01-01")
    assert pages_asked(loopback) == pages(2)
    assert new(crawl(loopback, tmp_path, "/tin-tuc")) == 3 * EACH


def lists(loopback: Loopback, *shown: Sequence[int]) -> None:
    """A list whose numbered pages show these articles."""
    for place, numbers in enumerate(shown, start=1):
        links = " ".join(f'<a href="/tin-tuc?page={number}">{number}</a>' for number in range(1, len(shown) + 1))
        body = listing(numbers).body.replace(b"</ul>", f"</ul><div>{links}</div>".encode())
        loopback.routes[f"/tin-tuc?page={place}" if place > 1 else "/tin-tuc"] = Answer(body)
        loopback.routes |= {path_of(number): article(number) for number in numbers}


PINNED, OLD = 99, range(50, 54)


def test_what_is_pinned_above_new_entries_ends_no_run_of_first_pages(loopback: Loopback, tmp_path: Path) -> None:
    lists(loopback, [PINNED, *OLD])
    assert new(crawl(loopback, tmp_path, "/tin-tuc")) == 5
    lists(loopback, [PINNED, *range(4)], range(4, 8), [*range(8, 10), *OLD[:2]], OLD[2:], [PINNED])
    assert new(crawl(loopback, tmp_path, "/tin-tuc", "--first-pages")) == 10
    assert pages_asked(loopback) == pages(2, 3)


def test_a_page_of_known_entries_alone_ends_a_run_of_first_pages(loopback: Loopback, tmp_path: Path) -> None:
    lists(loopback, range(4), OLD)
    crawl(loopback, tmp_path, "/tin-tuc")
    loopback.asked.clear()
    assert crawl(loopback, tmp_path, "/tin-tuc", "--first-pages").code == 0
    assert pages_asked(loopback) == []


def test_a_run_of_first_pages_ends_at_the_ceiling_of_listing_pages(loopback: Loopback, tmp_path: Path) -> None:
    lists(loopback, *(range(4 * place, 4 * place + 4) for place in range(5)))
    done = crawl(loopback, tmp_path, "/tin-tuc", "--first-pages", max_pages="3")
    assert pages_asked(loopback) == pages(2, 3)
    assert "the ceiling of 3 listing pages is reached" in done.err
