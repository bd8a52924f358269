from __future__ import annotations

import csv
import io
import re
import sqlite3
from html import unescape

import pytest
from datasette.filters import Filters

from archive.folder import ArchiveFolder
from archive.site.table_csv import disarmed
from archive.site.words import catalogue
from tests.site.conftest import Site

_LISTED = re.compile(r'<a href="/archive/(\w+)">([^<]+)</a> <code>(\w+)</code>')


def columns_of(folder: ArchiveFolder) -> dict[str, set[str]]:
    """The columns of every table of the public form of the archive."""
    database = sqlite3.connect(folder.path / "public" / "archive.db")
    tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {table: {row[1] for row in database.execute(f"PRAGMA table_info([{table}])")} for table in tables}


def test_every_table_has_a_name_and_a_sentence_in_both_languages(site: Site, english: Site) -> None:
    for asked, column in ((site, 0), (english, 1)):
        text = unescape(asked.page("/archive").text)
        listed = _LISTED.findall(text)
        assert len(listed) > 15
        assert listed[0][0] == "announcement"
        for table, name, code in listed:
            assert table == code
            assert name == catalogue()[f"tables_{table}"][column]
            assert catalogue()[f"described_{table}"][column] in text


@pytest.mark.parametrize("table", ["sqlite_sequence", "ledger", "announcement_fts", "public_state", "sqlite_master"])
def test_tables_that_serve_the_archive_itself_are_closed(site: Site, table: str) -> None:
    assert site.page(f"/archive/{table}").status_code in {403, 404}
    assert f">{table}<" not in site.page("/archive").text


def test_words_of_columns_are_of_columns_that_exist(site: Site) -> None:
    site.page("/")
    columns = columns_of(site.folder)
    for key in catalogue():
        if key.startswith("column_"):
            rest = key.removeprefix("column_")
            assert any(rest == f"{table}_{column}" for table in columns for column in columns[table]), key


def test_columns_to_filter_by_are_offered_in_words(site: Site, english: Site) -> None:
    page = site.page("/archive/announcement?province_now=Huế").text
    assert '<option value="province_now" selected>Tỉnh, thành hiện nay</option>' in page
    assert '<option value="removed_at">Đã gỡ lúc, trống khi còn trên cổng</option>' in page
    words = english.page("/archive/announcement").text
    assert '<option value="attachment_count">Number of attachments</option>' in words
    offered = re.findall(r'<option value="(\w+)"[^>]*>(\w+)</option>', page)
    assert {name for name, words in offered if name == words} <= {"id"}


def test_every_filter_of_a_table_has_words_in_both_languages(english: Site, site: Site) -> None:
    offered = [key for key, _, _ in Filters([]).lookups()]
    assert [key for key in offered if f"lookup_{key}" not in catalogue()] == []
    assert "bắt đầu bằng" in site.page("/archive/document").text
    text = english.page("/archive/document").text
    assert "starts with" in text and "<h1>Documents</h1>" in text
    assert "A row is a numbered paper" in text and "Issuing body" in text


def test_a_row_leads_to_the_rows_that_it_points_at(site: Site) -> None:
    text = site.page("/archive/mention/1").text
    assert '<a href="/archive/announcement/1">' in text
    assert '<a href="/archive/document/1">' in text
    assert "Câu nêu văn bản" in text


def test_the_columns_of_a_table_are_explained_below_it(site: Site) -> None:
    text = site.page("/archive/document").text
    assert "<dt><code>issued_by</code></dt><dd>Cơ quan ban hành</dd>" in text
    assert "Các cột" not in site.page("/archive/announcement_text").text


@pytest.mark.parametrize(
    "address", ["announcement.csv?_size=max", "announcement.csv?_size=max&_labels=on", "announcement/1.csv"]
)
def test_a_table_as_csv_opens_in_a_spreadsheet_and_holds_no_formula(site: Site, address: str) -> None:
    answer = site.page(f"/archive/{address}")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert re.fullmatch(r'attachment; filename="announcement(-1)?\.csv"', answer.headers["content-disposition"])
    assert answer.content.startswith(b"\xef\xbb\xbfid,")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    if "/1" not in address:
        table = site.page("/archive/announcement.json?_shape=array&_size=max").json()
        assert [row["title"].removeprefix("'") for row in rows] == [row["title"].removeprefix("'") for row in table]
        assert any(row["title"].startswith("'=") for row in rows)


def test_each_cell_of_a_row_is_disarmed_and_numbers_stay_numbers() -> None:
    cells = ["=1+1", "-2", "+3.5", "-a", "@x", "\tx", "\r=x", 'a "=b"', "a,=b", '="x",-y', "", "a\n=b", "-", "2-1",
             " =1+1", "\u00a0=1", "\n@x", " 12"]  # fmt: skip
    stream = io.StringIO()
    csv.writer(stream).writerow(cells)
    (read,) = csv.reader(io.StringIO(disarmed(stream.getvalue()), newline=""))
    changed = {0, 3, 4, 5, 6, 9, 12, 14, 15, 16}
    assert read == ["'" + cell if place in changed else cell for place, cell in enumerate(cells)]


def test_a_table_that_is_not_open_is_no_spreadsheet(site: Site) -> None:
    answer = site.page("/archive/ledger.csv")
    assert answer.status_code == 403 and answer.headers["content-type"].startswith("text/html")
