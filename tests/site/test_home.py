from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest

from archive.site.plots import MOST_TICKS, timeline
from tests.site.conftest import Site
from tests.site.library import Item, make_archive

PAGES_OF_A_CRAWL = [Item(f"Tin số {day}", "Nội dung.", f"2020-03-{day:02}") for day in range(28, 0, -1)]


def with_times(folder: Path, items: list[Item], first_seen: list[str]) -> Site:
    """A site over announcements that were first seen at these times."""
    archive = make_archive(folder / "data", items)
    with sqlite3.connect(archive.database) as database:
        rows = [(moment, identifier) for identifier, moment in enumerate(first_seen, 1)]
        database.executemany("UPDATE announcement SET first_seen = ? WHERE id = ?", rows)
    return Site(archive)


def new_here(site: Site) -> list[str]:
    """The titles of what is new on the first page."""
    section = site.page("/").text.split('id="moi-luu"')[1].split("</ol>")[0]
    return re.findall(r'<a href="/tin/\w+">([^<]+)</a>', section)


def test_after_a_first_crawl_which_goes_back_in_time_the_newest_announcement_is_what_is_new(tmp_path: Path) -> None:
    moments = [f"2026-10-01T02:{minute:02}:00Z" for minute in range(len(PAGES_OF_A_CRAWL))]
    site = with_times(tmp_path, [*PAGES_OF_A_CRAWL, Item("Kế hoạch", "Một.", "2019-01-01", is_plan=True)], moments)
    assert new_here(site) == ["Tin số 28", "Tin số 27", "Tin số 26", "Tin số 25", "Tin số 24", "Tin số 23"]


def test_what_a_later_day_brought_is_new_though_other_announcements_are_of_later_dates(tmp_path: Path) -> None:
    late = Item("Tin cũ mới thu thập", "Nội dung kế hoạch.", "2018-05-01", is_plan=True)
    moments = ["2026-10-01T02:00:00Z"] * len(PAGES_OF_A_CRAWL) + ["2026-10-05T02:00:00Z"]
    assert new_here(with_times(tmp_path, [*PAGES_OF_A_CRAWL, late], moments)) == ["Tin cũ mới thu thập"]


def test_months_that_would_be_too_many_are_years_and_the_page_says_years(tmp_path: Path) -> None:
    items = [Item("Tin cũ", "Một.", "2005-05-01"), Item("Tin mới", "Hai.", "2025-05-01", is_plan=True)]
    text = Site(make_archive(tmp_path / "data", items)).page("/").text
    assert "Tin theo năm" in text and "Mỗi cột là một năm" in text and "Mỗi cột là một tháng" not in text
    assert "Cột cao nhất: năm 2005, 1 tin" in text


def test_a_month_is_called_a_month(site: Site) -> None:
    text = site.page("/").text
    assert "Tin theo tháng" in text and "Mỗi cột là một tháng" in text


@pytest.mark.parametrize("years", [1, 3, 11, 13, 23, 60])
def test_there_is_room_for_the_years_below_a_timeline(years: int) -> None:
    plot = timeline({f"{1965 + year}-05": 1 for year in range(years)})
    assert 1 <= len(plot.years) <= MOST_TICKS
    assert all(0 <= x < plot.width for _, x in plot.years)
