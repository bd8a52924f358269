"""Exports: the same announcements in three formats, whole, countable, and safe to open."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

import pytest
from sqlite_utils import Database

from archive.announcements import as_json
from archive.export import COLUMNS, Format, Selection, _packed, export
from archive.folder import ArchiveFolder
from archive.store import Sighting, store
from archive.writer import writing
from tests.archive.examples import FIRST_DAY, PORTAL, announcement, exchange

HOSTILE = '=HYPERLINK("http://evil")'


@pytest.fixture
def database(folder: ArchiveFolder) -> Iterator[Database]:
    with writing(folder) as writer:
        writer.put_portal(PORTAL)
        capture = writer.put_capture(exchange(), portal=PORTAL["name"], run=None)
        pages = [
            announcement(),
            announcement(title=HOSTILE, date_line=None, date_source=None, body_text='Dòng "một"\nDòng, hai \x07'),
            announcement(title="Năm sau", date_line="Ngày đăng: 03/01/2021", lead=None, body_text="Tin ngắn."),
        ]
        for number, page in enumerate(pages):
            store(writer, page, Sighting(PORTAL["name"], str(number), capture, FIRST_DAY))
        writer.commit()
        yield writer.database


def written(database: Database, form: Format, selection: Selection | None = None) -> tuple[str, int]:
    stream = io.BytesIO()
    count = export(database, stream, form, selection or Selection())
    return stream.getvalue().decode("utf-8"), count


def test_a_line_holds_what_kehoach_read_prints_and_where_it_comes_from(database: Database) -> None:
    text, count = written(database, "jsonl")
    rows = [json.loads(line) for line in text.splitlines()]
    assert count == len(rows) == 3
    assert tuple(rows[0]) == COLUMNS
    read = as_json(announcement())
    files = [{key: file[key] for key in ("url", "name", "media_type")} for file in rows[0]["attachments"]]
    assert {key: rows[0][key] for key in read} | {"attachments": files} == read
    assert (rows[0]["attachments"][0]["state"], rows[0]["attachments"][0]["digest"]) == ("not fetched", None)
    assert rows[0]["capture"]["file"] == "kehoach-000001.warc.gz"
    assert (rows[0]["province"], rows[0]["province_now"], rows[0]["demo"]) == ("Kon Tum", "Quảng Ngãi", True)


def test_json_and_json_lines_hold_the_same(database: Database) -> None:
    lines, _ = written(database, "jsonl")
    whole, count = written(database, "json")
    assert json.loads(whole) == [json.loads(line) for line in lines.splitlines()]
    assert count == 3


def test_csv_opens_in_a_spreadsheet_and_runs_nothing(database: Database) -> None:
    text, count = written(database, "csv")
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert count == len(rows) == 3
    assert rows[0]["documents"] == "12/KH-SNV; 189/KH-UBND"
    assert rows[0]["authors"] == "Nguyễn Thị Hòa"
    assert rows[1]["title"] == "'" + HOSTILE
    assert not [cell for row in rows for cell in row.values() if cell[:1] in ("=", "+", "@")]


@pytest.mark.parametrize(
    ("selection", "titles"),
    [
        (Selection(portal="khong-co"), []),
        (Selection(province="Kon Tum", since="2021-01-01"), ["Năm sau"]),
        (Selection(province="Quảng Ngãi", until="2020-12-31"), ["Kế hoạch phòng, chống hạn hán năm 2020"]),
        (Selection(plans=True, since="2020"), ["Kế hoạch phòng, chống hạn hán năm 2020", "Năm sau"]),
    ],
)
def test_a_selection_limits_the_rows(database: Database, selection: Selection, titles: list[str]) -> None:
    text, _ = written(database, "jsonl", selection)
    assert [json.loads(line)["title"] for line in text.splitlines()] == titles


def test_an_export_leaves_the_connection_as_it_was(database: Database) -> None:
    written(database, "jsonl")
    assert database.execute("SELECT title FROM announcement WHERE id = 1").fetchone() == (
        "Kế hoạch phòng, chống hạn hán năm 2020",
    )


@pytest.mark.parametrize(
    "text", ["", "Kế hoạch số 5", "một, hai", 'gọi là "kế hoạch"', "dòng\nhai", "dòng\r\nhai", " x ", '"']
)
def test_a_cell_is_packed_as_any_writer_of_csv_packs_it(text: str) -> None:
    expected = io.StringIO(newline="")
    csv.writer(expected).writerow([text, 7, None])
    assert b",".join(map(_packed, (text.encode(), 7, None))) + b"\r\n" == expected.getvalue().encode()


@pytest.mark.parametrize(
    "body",
    [
        "Chỉ thị số 35-CT/TW ngày 14/6/2024. Trước đó là Chỉ thị số 35-CT/TW ngày 30/5/2019. Chỉ thị 35-CT/TW cũ.",
        "Theo Kế hoạch số 189/KH-UBND của tỉnh. Kế hoạch số 189/KH-UBND ngày 20/01/2020 của UBND tỉnh Kon Tum.",
    ],
)
def test_the_export_lists_the_documents_that_reading_lists_two_of_one_number_too(
    folder: ArchiveFolder, body: str
) -> None:
    page = announcement(title="Tin", lead=None, body_text=body, attachments=())
    with writing(folder) as writer:
        writer.put_portal(PORTAL)
        store(writer, page, Sighting(PORTAL["name"], "1", None, FIRST_DAY))
        writer.commit()
        text, _ = written(writer.database, "jsonl")
    listed, read = json.loads(text)["documents"], as_json(page)["documents"]
    assert sorted(listed, key=str) == sorted(read, key=str)
    assert len(read) == 1 + body.count("ngày 14/6/2024")
