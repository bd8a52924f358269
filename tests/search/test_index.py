from __future__ import annotations

from pathlib import Path

import pytest
from sqlite_utils import Database

from archive import index
from archive.database import open_for_reading, open_for_writing
from archive.search import search
from archive.vietnamese.spelling import FOLD_VERSION
from tests.site.library import Item, make_archive

ITEMS = [
    Item("Kế hoạch một", "Nội dung thứ nhất.", "2020-05-02T09:00:00+07:00"),
    Item("Kế hoạch hai", "Nội dung thứ hai.", "2020-05-02T10:30:00+07:00", lead="Lời dẫn", captions=["Chú thích"]),
    Item("Kế hoạch ba", "Nội dung thứ ba.", "2020-05-02"),
    Item("Kế hoạch bốn", "Nội dung thứ tư.", ""),
    Item("Kế hoạch năm", "Nội dung thứ năm.", "2019"),
    Item("Kế hoạch bảy", "Nội dung.", "2018", attachments=[("https://a.vn/1.pdf", "Đính kèm 30-KH/TU"), ("b", None)]),
    Item("Kế hoạch sáu", "Nội dung thứ sáu.", "2020-05-02T10:30:59+07:00"),
]


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return open_for_writing(make_archive(tmp_path / "data", ITEMS))


def titles(database: Database, query: str) -> list[str]:
    return [hit.title for hit in search(database, query, order="newest").hits]


def test_rows_follow_the_calendar_and_end_with_the_undated(database: Database) -> None:
    assert titles(database, "kế hoạch") == [
        "Kế hoạch hai", "Kế hoạch sáu", "Kế hoạch một", "Kế hoạch ba", "Kế hoạch năm", "Kế hoạch bảy",
        "Kế hoạch bốn",
    ]  # fmt: skip


def test_the_printed_names_of_attachments_are_found(database: Database) -> None:
    assert titles(database, "30-KH/TU") == ["Kế hoạch bảy"]


def test_what_is_removed_leaves_no_ghost(database: Database) -> None:
    index.remove(database, 1, ITEMS[0].portal, ITEMS[0].title, ITEMS[0].body)
    assert "Kế hoạch một" not in titles(database, "kế hoạch")
    database.execute("DELETE FROM announcement_text WHERE announcement = 1")
    assert index.differences(database) == []


def test_another_date_moves_an_announcement_to_its_place(database: Database) -> None:
    index.remove(database, 5, ITEMS[4].portal, ITEMS[4].title, ITEMS[4].body)
    database.execute("UPDATE announcement SET published_sort = '2021-01-01' WHERE id = 5")
    index.add(database, 5, ITEMS[4].portal, ITEMS[4].title, ITEMS[4].body)
    assert titles(database, "kế hoạch")[0] == "Kế hoạch năm"
    assert index.differences(database) == []


def test_an_index_like_its_text_shows_no_difference(database: Database) -> None:
    assert index.differences(database) == []


@pytest.mark.parametrize(
    "wrong",
    ["Nội dung thứ nhì.", "Nội dung thứ", ""],
)
def test_ghosts_of_a_removal_with_other_words_are_seen(database: Database, wrong: str) -> None:
    index.remove(database, 1, ITEMS[0].portal, ITEMS[0].title, wrong)
    database.execute("UPDATE announcement SET published_sort = '2021-01-01' WHERE id = 1")
    index.add(database, 1, ITEMS[0].portal, ITEMS[0].title, ITEMS[0].body)
    assert index.differences(database) != []


def test_a_text_that_changed_behind_the_index_is_seen_and_named(database: Database) -> None:
    database.execute("UPDATE announcement_text SET body = 'Nội dung khác hẳn.' WHERE announcement = 2")
    (uid,) = database.execute("SELECT uid FROM announcement WHERE id = 2").fetchone()
    assert any(uid in sentence for sentence in index.differences(database))


def test_a_rebuild_mends_the_index_and_brings_rows_to_todays_fold(database: Database) -> None:
    change = "UPDATE announcement_text SET body = 'Nội dung khác hẳn.', fold_version = 0 WHERE announcement = 2"
    database.execute(change)
    assert not index.is_current(database)
    with pytest.raises(index.OutdatedIndexError):
        index.remove(database, 2, ITEMS[1].portal, ITEMS[1].title, "")
    assert index.rebuild(database) == len(ITEMS)
    assert index.is_current(database)
    assert index.differences(database) == []
    assert titles(database, "khác hẳn") == ["Kế hoạch hai"]


def test_a_rebuild_that_was_cut_short_before_is_begun_again(database: Database) -> None:
    for name in ("announcement_fts_new", "announcement_fts_old"):
        database.execute(f"CREATE VIRTUAL TABLE {name} USING fts5({index.COLUMNS}, {index.OPTIONS})")
        database.execute(f"INSERT INTO {name} (rowid, body) VALUES (1, 'a b c')")
    index.rebuild(database)
    assert index.differences(database) == []
    assert not {"announcement_fts_new", "announcement_fts_old"} & set(database.table_names())


def test_a_full_day_spills_over_without_losing_anything(database: Database) -> None:
    row = next(iter(database.query("SELECT * FROM announcement WHERE id = 3")))
    rows = []
    for identifier in range(100, 1500):
        rows.append(row | {"id": identifier, "uid": f"u{identifier}", "search_row": None})
    database.table("announcement").insert_all(rows)
    text = {"body": "", "captions": "[]", "fold_version": FOLD_VERSION}
    database.table("announcement_text").insert_all({"announcement": row["id"], **text} for row in rows)
    with database.atomic():
        for identifier in range(100, 1500):
            index.add(database, identifier, row["portal"], "Cùng một ngày", "")
    assert search(database, "cùng một ngày", limit=1).count == 1400


def test_verifying_needs_no_right_to_write(tmp_path: Path) -> None:
    folder = make_archive(tmp_path / "data", ITEMS)
    database = open_for_reading(folder)
    assert index.differences(database) == []
