from __future__ import annotations

import re
import sqlite3
from html import unescape
from pathlib import Path

from tests.site.conftest import Site
from tests.site.library import Item, Paper, make_archive

BOTH = Item(
    "Chỉ thị mới thay chỉ thị cũ",
    "Chỉ thị số 35-CT/TW ngày 14/6/2024 nói về đại hội.\n"
    "Trước đó có Chỉ thị số 35-CT/TW ngày 30/5/2019 của Bộ Chính trị.\n"
    "Chỉ thị 35-CT/TW nào cũng được nhắc.",
    "2024-07-02",
    papers=[
        Paper("35-CT/TW", "cites", "2024-06-14", "CT", "TW", printed="35-CT/TW"),
        Paper("35-CT/TW", "cites", "2019-05-30", "CT", "TW", printed="35-CT/TW"),
    ],
)


def page_of(folder: Path, item: Item, *changes: str) -> str:
    """The page of the one announcement of an archive, after some SQL."""
    archive = make_archive(folder / "data", [item])
    with sqlite3.connect(archive.database) as database:
        for change in changes:
            database.execute(change)
        (uid,) = database.execute("SELECT uid FROM announcement").fetchone()
    return unescape(Site(archive).page(f"/tin/{uid}").text)


def test_a_number_that_means_two_documents_is_listed_twice_and_each_date_leads_to_its_own(tmp_path: Path) -> None:
    text = page_of(tmp_path, BOTH)
    assert re.findall(r'class="document" href="(/van-ban/\d)"', text) == ["/van-ban/1", "/van-ban/2"]
    aside = text.split("Văn bản được nêu")[1].split("</section>")[0]
    assert re.findall(r'href="(/van-ban/\d)"', aside) == ["/van-ban/1", "/van-ban/2"]
    assert "14/06/2024" in aside and "30/05/2019" in aside


def test_a_document_that_is_not_told_apart_is_a_link_to_what_names_its_number(tmp_path: Path) -> None:
    item = Item("Kế hoạch", "Kế hoạch số 30-KH/TU.", "2021-04-19", papers=[Paper("30-KH/TU", printed="30-KH/TU")])
    aside = page_of(tmp_path, item, "UPDATE mention SET document = NULL").split("Văn bản được nêu")[1]
    assert 'href="/tra-cuu?q=%2230-KH/TU%22"' in aside.split("</section>")[0]


def test_a_number_named_without_its_date_is_the_paper_that_the_attached_file_dates(tmp_path: Path) -> None:
    papers = [
        Paper("30-KH/TU", "issues", None, "KH", "TU"),
        Paper("30-KH/TU", "issues", "2021-04-14", "KH", "TU", printed="Số 30-KH/TU"),
    ]
    item = Item("Kế hoạch", "Tỉnh ủy ban hành Kế hoạch số 30-KH/TU.", "2021-04-19", papers=papers)
    text = page_of(tmp_path, item, "UPDATE mention SET document = NULL WHERE dated IS NULL")
    aside = text.split("Văn bản được nêu")[1].split("</section>")[0]
    assert re.findall(r'href="(/van-ban/\d)"', aside) == ["/van-ban/2"] and "14/04/2021" in aside
    assert 'class="document" href="/van-ban/2"' in text


def test_a_document_lists_an_announcement_once_with_the_sentence_that_says_most(tmp_path: Path) -> None:
    papers = [Paper("5408/KH-UBND", "issues", "2020-09-16", "KH", "UBND") for _ in range(2)]
    item = Item(
        "Toàn văn Kế hoạch số 5408/KH-UBND",
        "Trang giới thiệu toàn văn Kế hoạch số 5408/KH-UBND.",
        "2020-09-18",
        papers=papers,
    )
    archive = make_archive(tmp_path / "data", [item])
    with sqlite3.connect(archive.database) as database:
        database.execute("UPDATE mention SET sentence = 'Toàn văn' WHERE position = 0")
    text = Site(archive).page("/van-ban/1").text
    namings = text.split("Các tin nêu văn bản này")[1]
    assert namings.count('<article class="hit">') == 1 and "Trang giới thiệu toàn văn" in namings
