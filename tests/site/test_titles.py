"""The title as printed stands beside the one that is searched by: "Hương Thuỷ" and "Hương Thủy"."""

from __future__ import annotations

import csv
import io
import re
from html import unescape
from pathlib import Path

import pytest
from openpyxl import load_workbook

from archive.folder import ArchiveFolder
from tests.site.conftest import Site
from tests.site.library import Item, Paper, make_archive

PRINTED, NORMALISED = "Kế hoạch làm hoà Hương Thuỷ", "Kế hoạch làm hòa Hương Thủy"
ITEM = Item(
    NORMALISED,
    "Kế hoạch số 7/KH-UBND được ban hành.\nThực hiện Chỉ thị số 35-CT/TW ngày 30/5/2019.",
    "2020-03-01",
    title_printed=PRINTED,
    papers=[
        Paper("7/KH-UBND", "issues", "2020-03-01", "KH", "UBND"),
        Paper("35-CT/TW", "implements", "2019-05-30", "CT", "TW", subject="7/KH-UBND"),
    ],
    is_plan=True,
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> ArchiveFolder:
    path: Path = tmp_path_factory.mktemp("titles") / "data"
    return make_archive(path, [ITEM, Item("Tin khác", "Không có gì.", "2020-03-02")])


PAGES = (
    "/", "/archive/announcement/1", "/tra-cuu", "/tra-cuu?q=hòa", "/tra-cuu?q=hoa", "/tra-cuu.atom",
    "/tra-cuu.feed.json", "/van-ban/1", "/van-ban/2", "/archive/announcement", "/nguon/quang-nam",
    "/dia-phuong/da-nang",
)  # fmt: skip


def test_people_read_the_title_as_it_is_printed(archive: ArchiveFolder) -> None:
    for path, answer in zip(PAGES, Site(archive).get(*PAGES), strict=True):
        text = unescape(re.sub(r"</?mark>", "", answer.text))
        assert (PRINTED in text, NORMALISED in text) == (True, False), path


@pytest.mark.parametrize("query", ["hòa", "hoà", "hoa", '"làm hoà"', "thủy*"])
def test_what_was_found_is_marked_in_the_printed_title(archive: ArchiveFolder, query: str) -> None:
    heading = re.findall(r'hit-title">(.*?)</h2>', Site(archive).page(f"/tra-cuu?q={query}").text)
    assert any(f"<mark>{found}</mark>" in heading[0] for found in ("hoà", "làm hoà", "Thuỷ"))


def test_programs_get_both_titles(archive: ArchiveFolder) -> None:
    site = Site(archive)
    search, table, book, papers, rows = site.get(
        "/tra-cuu.json", "/tra-cuu.csv", "/tra-cuu.xlsx", "/van-ban/1.json", "/archive/announcement.json?_shape=objects"
    )
    uid = search.json()["hits"][1]["uid"]
    heads, _, cells = load_workbook(io.BytesIO(book.content)).worksheets[0].iter_rows(max_row=3, values_only=True)
    line = list(csv.DictReader(io.StringIO(table.text.lstrip("\ufeff"))))[1]
    found = [search.json()["hits"][1], site.page(f"/tin/{uid}.json").json(), papers.json()["named_in"][0]]
    assert [(one["title"], one["title_printed"]) for one in found] == 3 * [(NORMALISED, PRINTED)]
    for told in (line, dict(zip(heads, cells, strict=True))):
        assert (told["Tiêu đề"], told["Tiêu đề như in trên trang"]) == (NORMALISED, PRINTED)
    assert [row["title_printed"] for row in rows.json()["rows"]] == [None, PRINTED]
