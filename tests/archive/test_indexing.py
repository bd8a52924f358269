"""Rows wait for the end of their transaction to be indexed, and nobody notices."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from archive import index, writer
from archive.folder import ArchiveFolder
from archive.search import search
from archive.store import Sighting, store
from archive.writer import ArchiveWriter, writing
from tests.archive.examples import FIRST_DAY, PORTAL, announcement


def put(archive: ArchiveWriter, key: str, title: str, published: str, days: int = 0) -> str:
    seen = replace(announcement(), title=title, published_at=published)
    return store(archive, seen, Sighting(PORTAL["name"], key, None, FIRST_DAY + timedelta(days=days)))


def test_what_one_transaction_stores_and_changes_is_indexed_as_it_ends(folder: ArchiveFolder) -> None:
    with writing(folder) as archive:
        archive.put_portal(PORTAL)
        for number, day in enumerate(("2020-03-01", "2021-05-06", "2019-01-01", "2021-05-06", "2020-02-29")):
            put(archive, f"k{number}", f"Thông báo thứ {number}", day)
        assert put(archive, "k1", "Thông báo sửa đổi", "2021-05-06", days=1) == "changed"
        archive.commit()
        assert put(archive, "k2", "Thông báo thay thế", "2019-01-01", days=1) == "changed"
        archive.commit()
        newest = [hit.title for hit in search(archive.database, "thông báo", order="newest").hits]
        assert newest[0] in ("Thông báo sửa đổi", "Thông báo thứ 3")
        assert newest[-1] == "Thông báo thay thế"
        assert not search(archive.database, '"thứ 1"').hits
        assert index.differences(archive.database) == []


def test_what_is_rolled_back_is_not_indexed(folder: ArchiveFolder) -> None:
    with writing(folder) as archive:
        archive.put_portal(PORTAL)
        archive.commit()
        put(archive, "a", "Thông báo bị hủy", "2020-03-01")
        archive.rollback()
        archive.put_portal(PORTAL)
        put(archive, "b", "Thông báo còn lại", "2020-03-01")
        archive.commit()
        assert [hit.title for hit in search(archive.database, "thông báo").hits] == ["Thông báo còn lại"]
        assert index.differences(archive.database) == []


def test_a_page_is_committed_within_a_second_or_so(folder: ArchiveFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [1000.0]
    monkeypatch.setattr(writer.time, "monotonic", lambda: clock[0])
    with writing(folder) as archive:
        archive.put_portal(PORTAL)
        archive.commit()
        put(archive, "a", "Thông báo", "2020-03-01")
        archive.page_done()
        assert archive.database.conn.in_transaction
        clock[0] += writer.MAX_BATCH_SECONDS
        archive.page_done()
        assert not archive.database.conn.in_transaction


@pytest.mark.parametrize(
    ("title", "published"),
    [("Thông báo", "2020-03-01"), ("Thông báo khác", "2020-03-01"), ("Thông báo", "2021-03-01")],
    ids=["nothing changes", "another title", "another day"],
)
def test_a_row_that_is_read_again_stands_where_it_belongs(folder: ArchiveFolder, title: str, published: str) -> None:
    with writing(folder) as archive:
        archive.put_portal(PORTAL)
        put(archive, "a", "Thông báo", "2020-03-01")
        put(archive, "b", "Thông báo thứ hai", "2020-09-01")
        archive.commit()
        for days in (1, 2, 3):
            put(archive, "a", title if days != 2 else "Tạm thời", published, days=days)
        archive.commit()
        newest = [hit.title for hit in search(archive.database, "thông báo", order="newest").hits]
        assert newest == ([title, "Thông báo thứ hai"] if published > "2021" else ["Thông báo thứ hai", title])
        assert index.differences(archive.database) == []


def test_a_page_that_cannot_be_stored_whole_is_not_stored_at_all(folder: ArchiveFolder) -> None:
    with writing(folder) as archive:
        archive.put_portal(PORTAL)
        put(archive, "a", "Thông báo trước", "2020-03-01")
        with pytest.raises(ZeroDivisionError), archive.whole():
            put(archive, "b", "Thông báo dở dang", "2020-03-02")
            put(archive, "a", "Thông báo sửa", "2020-03-01", days=1)
            raise ZeroDivisionError
        with archive.whole():
            put(archive, "c", "Thông báo sau", "2020-03-03")
        archive.commit()
        titles = [hit.title for hit in search(archive.database, "thông báo", order="newest").hits]
        assert titles == ["Thông báo sau", "Thông báo trước"]
        assert index.differences(archive.database) == []
