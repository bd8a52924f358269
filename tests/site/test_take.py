from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from xml.etree import ElementTree

import pytest

from archive.site.feeds import atom_time
from archive.site.workbook import Cell, Sheet, excel_date, workbook
from tests.site.conftest import Site
from tests.site.library import HOSTILE, ITEMS

ATOM = {"a": "http://www.w3.org/2005/Atom"}
SHEET = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def sheet_of(body: bytes, number: int) -> ElementTree.Element:
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        assert archive.testzip() is None
        return ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml"))


def texts(sheet: ElementTree.Element) -> list[str]:
    return [text.text or "" for text in sheet.iterfind(".//x:t", SHEET)]


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
    feed = ElementTree.fromstring(site.page("/tra-cuu.atom").content)
    assert len(feed.findall("a:entry", ATOM)) == len(ITEMS) + len(HOSTILE)
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
    hits, about = sheet_of(answer.content, 1), sheet_of(answer.content, 2)
    assert "Sở Nội vụ triển khai kế hoạch tuyên truyền đại hội đảng bộ" in texts(hits)
    assert {"ke hoach", "Huế", "Không thấy tin không có nghĩa là không có kế hoạch."} <= set(texts(about))
    assert len(hits.findall(".//x:hyperlink", SHEET)) == 1


def test_in_a_workbook_text_stays_text_and_days_are_days() -> None:
    moment = datetime(2020, 9, 16, 10, 6)
    row: list[Cell] = ["0156", "=1+1", date(2020, 9, 16), moment, 7, None, "a\x00b", "javascript:x"]
    body = workbook([Sheet("Bảng", list("abcdefgh"), [row], [10] * 8, links=frozenset({7}))])
    sheet = sheet_of(body, 1)
    assert texts(sheet)[8:] == ["0156", "=1+1", "ab", "javascript:x"]
    assert not sheet.findall(".//x:f", SHEET)
    assert [cell.findtext("x:v", None, SHEET) for cell in sheet.iterfind(".//x:c[@s='2']", SHEET)] == ["44090"]
    assert [cell.findtext("x:v", None, SHEET) for cell in sheet.iterfind(".//x:c[@s='3']", SHEET)] == ["44090.42083"]
    assert not sheet.findall(".//x:hyperlink", SHEET)


def test_a_month_or_a_year_is_no_day() -> None:
    assert [excel_date(iso) for iso in ("2020-02", "2020", None)] == ["2020-02", "2020", None]


def test_hostile_announcements_make_a_workbook_without_formulas(site: Site) -> None:
    body = site.page("/tra-cuu.xlsx").content
    sheet = sheet_of(body, 1)
    assert not sheet.findall(".//x:f", SHEET)
    assert '=HYPERLINK("http://evil.example","bấm")' in texts(sheet)
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        assert b"javascript:" not in archive.read("xl/worksheets/_rels/sheet1.xml.rels")
