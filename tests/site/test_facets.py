from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest

from archive.search.facets import Facets
from archive.site.address import SearchAddress
from archive.site.pages.results import most_bars
from archive.site.panels import panels
from archive.site.plots import timeline
from tests.site.conftest import Site
from tests.site.library import ITEMS, make_archive


def test_a_source_of_no_known_province_gives_no_empty_choice(tmp_path: Path) -> None:
    archive = make_archive(tmp_path / "data", ITEMS)
    with sqlite3.connect(archive.database) as database:
        for table in ("portal", "announcement"):
            database.execute(f"UPDATE {table} SET province = '', province_now = ''")
    site = Site(archive)
    text = site.page("/tra-cuu?q=ke+hoach").text
    assert "<span></span>" not in text and "Nơi đăng" in text and "Tỉnh, thành cũ" not in text
    assert "không rõ" in site.page("/nguon").text.split("<tbody>")[1]
    assert "·</span> </p>" not in site.page("/nguon/quang-nam").text


def test_months_are_a_facet_in_order_where_a_year_is_chosen(site: Site) -> None:
    assert "Tháng đăng" not in site.page("/tra-cuu").text
    months = site.page("/tra-cuu?nam=2020").text.split("<h2>Tháng đăng</h2>")[1].split("</ul>")[0]
    assert re.findall(r"<span>tháng (\d+)/2020</span>", months) == ["2", "3", "6", "7", "9", "12"]


def test_a_source_that_was_chosen_is_called_by_its_title(site: Site) -> None:
    chosen = site.page("/tra-cuu?nguon=hue-noi-vu").text.split('<ul class="chosen">')[1].split("</ul>")[0]
    assert "Nguồn thu thập: <b>Sở Nội vụ Huế</b>" in chosen


@pytest.mark.parametrize(("letters", "agencies", "bars"), [(10, 100, 120), (490, 8, 10)])
def test_a_long_search_is_not_repeated_in_hundreds_of_links(letters: int, agencies: int, bars: int) -> None:
    address = SearchAddress("kế hoạch -" + "ệ" * letters)
    months = {f"{2010 + month // 12}-{month % 12 + 1:02}": 1 for month in range(120)}
    values = {name: dict[str, int]() for name in ("province_now", "province", "document_type", "system", "level")}
    values |= {name: {f"Sở {number}": 1 for number in range(100)} for name in ("issuer", "posted_by")}
    values |= {"month": months, "year": {str(2010 + year): 12 for year in range(10)}}
    states = dict.fromkeys(("plans", "attachments", "undated", "changed", "removed"), 0)
    found = {panel.title: len(panel.choices) for panel in panels("vi", address, Facets(values, states, 1200))}
    assert found == {"Năm đăng": 10, "Cơ quan ban hành": agencies, "Nơi đăng": agencies}
    assert len(timeline(months, most_bars(address)).bars) == bars
