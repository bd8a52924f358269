from __future__ import annotations

import csv
import io
from datetime import date, datetime
from typing import Any
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook

from archive.site.feeds import atom_time
from archive.site.workbook import Cell, Sheet, excel_date, workbook
from tests.site.conftest import Site
from tests.site.payloads import HOSTILE

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def rows_of(body: bytes, number: int) -> list[list[Any]]:
    return [list(row) for row in load_workbook(io.BytesIO(body)).worksheets[number].iter_rows()]


def test_a_search_is_followed_by_feed_and_old_items_found_late_do_not_look_new(site: Site) -> None:
    answer = site.page("/tra-cuu.atom?q=ke+hoach")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(answer.content)
    updated = [entry.findtext("a:updated", "", ATOM) for entry in feed.iterfind("a:entry", ATOM)]
    dated = [time for time in updated if not time.startswith("2026-10-01")]
    assert dated == sorted(dated, reverse=True)
    assert "2020-09-16T10:06:00+07:00" in updated
    titles = [entry.findtext("a:title", "", ATOM) for entry in feed.iterfind("a:entry", ATOM)]
    assert "Kế hoạch tuyên truyền Đại hội đảng bộ các cấp" in titles
    links = [link.get("href", "") for link in feed.iterfind("a:entry/a:link", ATOM)]
    assert all(link.startswith(("http://localhost/tin/", "https://")) for link in links)


def test_a_feed_of_hostile_announcements_is_well_formed_and_links_nothing_that_runs(site: Site) -> None:
    feed = ElementTree.fromstring(site.page("/tra-cuu.atom?thang=2020-12").content)
    assert len(feed.findall("a:entry", ATOM)) == 50 < len(HOSTILE)
    assert not [link for link in feed.iter() if (link.get("href") or "").startswith(("javascript:", "data:"))]


@pytest.mark.parametrize(
    ("iso", "expected"),
    [
        ("2020-09-16T10:06:00+07:00", "2020-09-16T10:06:00+07:00"),
        ("2020-09-16", "2020-09-16T00:00:00+07:00"),
        ("2021-03", "2021-03-01T00:00:00+07:00"),
        ("2021", "2021-01-01T00:00:00+07:00"),
        (None, "2026-10-01T02:00:00Z"),
    ],
)
def test_a_date_of_any_precision_has_an_atom_time(iso: str | None, expected: str) -> None:
    assert atom_time(iso, "2026-10-01T02:00:00Z") == expected


def test_a_workbook_holds_the_hits_and_on_its_second_sheet_the_query_and_the_coverage(site: Site) -> None:
    answer = site.page("/tra-cuu.xlsx?q=ke+hoach&tinh=Huế")
    assert answer.headers["content-disposition"].endswith('"tra-cuu.xlsx"')
    hits, about = rows_of(answer.content, 0), rows_of(answer.content, 1)
    heads = [cell.value for cell in hits[0]]
    (row,) = [dict(zip(heads, row, strict=True)) for row in hits[1:]]
    assert row["Tiêu đề"].value == "Sở Nội vụ triển khai kế hoạch tuyên truyền đại hội đảng bộ"
    assert (row["Ngày đăng"].value, row["Ngày đăng"].data_type) == (datetime(2020, 2, 10), "d")
    assert (row["Loại văn bản"].value, row["Liên quan đến kế hoạch"].value) == ("Kế hoạch", "✓")
    assert (row["Văn bản được nêu"].value, row["Văn bản được nêu"].data_type) == ("107/KH-SNV; 135-KH/TU", "s")
    assert row["Địa chỉ"].hyperlink.target == "https://hue-noi-vu.example.vn/tin/2"
    assert row["Trang ở kho lưu trữ"].hyperlink.target == f"http://localhost/tin/{row['Mã'].value}"
    told = {row[0].value: row[1].value for row in about}
    assert told["Tra cứu"] == "ke hoach"
    assert told["Số tin"] == 1
    assert told["Tỉnh, thành hiện nay"] == "Huế"
    assert "Không thấy tin không có nghĩa là không có kế hoạch." in told["Độ phủ của lần tìm này"]


def test_in_a_workbook_text_stays_text_and_days_are_days() -> None:
    moment = datetime(2020, 9, 16, 10, 6)
    row: list[Cell] = ["0156", "=1+1", date(2020, 9, 16), moment, 7, None, "a\x00b", "javascript:x"]
    body = workbook([Sheet("Bảng", list("abcdefgh"), [row], [10] * 8, links=frozenset({7}))])
    cells = rows_of(body, 0)[1]
    values = ["0156", "=1+1", datetime(2020, 9, 16), moment, 7, None, "ab", "javascript:x"]
    assert [cell.value for cell in cells] == values
    assert [cell.data_type for cell in cells] == ["s", "s", "d", "d", "n", "n", "s", "s"]
    assert not [cell for cell in cells if cell.hyperlink]


def test_a_workbook_in_english_has_english_heads(english: Site) -> None:
    heads = [cell.value for cell in rows_of(english.page("/tra-cuu.xlsx?q=ke+hoach").content, 0)[0]]
    assert heads[:3] == ["Title", "Published", "Published on"]


def test_times_in_files_are_those_of_clocks_in_vietnam_as_excel_reads_them(site: Site) -> None:
    assert excel_date("2020-07-20T00:00:00Z") == datetime(2020, 7, 20, 7)
    assert excel_date("2020-09-16T10:06:00+07:00") == datetime(2020, 9, 16, 10, 6)
    rows = list(csv.DictReader(io.StringIO(site.page("/tra-cuu.csv?da-sua=1").text.lstrip("\ufeff"))))
    assert (rows[0]["Ngày đăng"], rows[0]["Đã sửa"]) == ("2020-07-15", "2020-07-20 07:00:00")


def test_a_month_or_a_year_is_no_day() -> None:
    assert [excel_date(iso) for iso in ("2020-02", "2020", None)] == ["2020-02", "2020", None]


def test_hostile_announcements_make_a_workbook_without_formulas(site: Site) -> None:
    cells = [cell for row in rows_of(site.page("/tra-cuu.xlsx").content, 0) for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert '=HYPERLINK("http://evil.example","bấm")' in [cell.value for cell in cells]
    assert all(cell.hyperlink.target.startswith("http") for cell in cells if cell.hyperlink)
