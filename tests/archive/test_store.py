"""Storing: the same page twice, a changed page, an older page, a better reader."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest

from archive.folder import ArchiveFolder
from archive.model import Announcement
from archive.search import search
from archive.store import Sighting, announcement_uid, store
from archive.writer import ArchiveWriter, writing
from tests.archive.examples import FIRST_DAY, PORTAL, SECOND_DAY, announcement, exchange


@pytest.fixture
def writer(folder: ArchiveFolder) -> Iterator[ArchiveWriter]:
    with writing(folder) as opened:
        opened.put_portal(PORTAL)
        yield opened


def see(writer: ArchiveWriter, seen: Announcement, day: datetime, *, capture: int | None = None, key: str = "a") -> str:
    if capture is None:
        capture = writer.put_capture(exchange(moment=day), portal=PORTAL["name"], run=None)
    return store(writer, seen, Sighting(PORTAL["name"], key, capture, day))


def row(writer: ArchiveWriter, columns: str = "*") -> Any:
    return writer.execute(f"SELECT {columns} FROM announcement").fetchone()


def test_a_new_page_becomes_an_announcement_with_its_parts(writer: ArchiveWriter) -> None:
    assert see(writer, announcement(), FIRST_DAY) == "new"
    assert row(writer, "title, published_at, year, month, is_plan, plan_reason, province_now") == (
        "Kế hoạch phòng, chống hạn hán năm 2020",
        "2020-02-10T08:30:00+07:00",
        "2020",
        "2020-02",
        1,
        "issues",
        "Quảng Ngãi",
    )
    mentions = writer.execute("SELECT number, role, stands_in, dated FROM mention ORDER BY position").fetchall()
    assert [mention[:3] for mention in mentions] == [
        ("12/KH-SNV", "issues", "lead"),
        ("189/KH-UBND", "implements", "body"),
        ("12/KH-SNV", mentions[2][1], "attachment"),
    ]
    assert [mention[3] for mention in mentions[:2]] == ["2020-02-07", "2020-01-20"]
    assert writer.execute("SELECT count(*) FROM attachment").fetchone() == (1,)


@pytest.mark.parametrize(
    ("printed", "stored"),
    [
        ("Kế hoạch của thị xã Hương Thuỷ", ("Kế hoạch của thị xã Hương Thủy", "Kế hoạch của thị xã Hương Thuỷ")),
        ("Kế hoạch  trồng cây", ("Kế hoạch trồng cây", "Kế hoạch  trồng cây")),
        ("Kế hoạch trồng cây", ("Kế hoạch trồng cây", None)),
        ("\u200b", ("", None)),
        (None, ("", None)),
    ],
)
def test_the_printed_title_is_stored_where_it_differs_and_kept_with_an_earlier_state(
    writer: ArchiveWriter, printed: str | None, stored: tuple[str, str | None]
) -> None:
    see(writer, announcement(title=printed), FIRST_DAY)
    assert row(writer, "title, title_printed") == stored
    see(writer, announcement(title="Tiêu đề khác"), SECOND_DAY)
    assert row(writer, "title, title_printed") == ("Tiêu đề khác", None)
    assert json.loads(writer.execute("SELECT content FROM revision").fetchone()[0]).get("title_printed") == stored[1]


def test_a_better_reader_finds_the_printed_title_of_what_was_stored_without(writer: ArchiveWriter) -> None:
    capture = writer.put_capture(exchange(), portal=PORTAL["name"], run=None)
    see(writer, announcement(title="Thị xã Hương Thuỷ"), FIRST_DAY, capture=capture)
    writer.execute("UPDATE announcement SET title_printed = NULL")
    assert see(writer, announcement(title="Thị xã Hương Thuỷ"), FIRST_DAY, capture=capture) == "reread"
    assert row(writer, "title_printed, changed_at") == ("Thị xã Hương Thuỷ", None)


def test_the_same_page_again_adds_nothing(writer: ArchiveWriter) -> None:
    see(writer, announcement(), FIRST_DAY)
    assert see(writer, announcement(), SECOND_DAY) == "unchanged"
    assert row(writer, "first_seen, last_seen, changed_at") == ("2020-02-10T03:00:00Z", "2020-02-12T03:00:00Z", None)
    assert writer.execute("SELECT (SELECT count(*) FROM announcement), (SELECT count(*) FROM revision)").fetchone() == (
        1,
        0,
    )


def test_the_same_bytes_again_are_a_revisit_and_cost_next_to_nothing(writer: ArchiveWriter) -> None:
    first = writer.put_capture(exchange(b"x" * 5000, moment=FIRST_DAY), portal=PORTAL["name"], run=None)
    second = writer.put_capture(exchange(b"x" * 5000, moment=SECOND_DAY), portal=PORTAL["name"], run=None)
    assert writer.execute("SELECT revisit_of FROM capture WHERE id = ?", (second,)).fetchone() == (first,)


def test_a_changed_page_becomes_current_and_the_old_text_a_revision(writer: ArchiveWriter) -> None:
    see(writer, announcement(), FIRST_DAY)
    assert see(writer, announcement(title="Kế hoạch đã sửa"), SECOND_DAY) == "changed"
    assert row(writer, "title, changed_at") == ("Kế hoạch đã sửa", "2020-02-12T03:00:00Z")
    seen_from, seen_until, content = writer.execute("SELECT seen_from, seen_until, content FROM revision").fetchone()
    assert (seen_from, seen_until) == ("2020-02-10T03:00:00Z", "2020-02-10T03:00:00Z")
    assert json.loads(content)["title"] == "Kế hoạch phòng, chống hạn hán năm 2020"


def test_the_index_follows_a_change(writer: ArchiveWriter) -> None:
    see(writer, announcement(), FIRST_DAY)
    see(writer, announcement(title="Thông báo tuyển dụng", lead=None, body_text="Nội dung khác."), SECOND_DAY)
    writer.commit()
    assert search(writer.database, "hạn hán").count == 0
    assert search(writer.database, "tuyen dung").count == 1


def test_a_page_captured_earlier_than_the_current_one_becomes_a_revision(writer: ArchiveWriter) -> None:
    see(writer, announcement(title="Bản hiện nay"), SECOND_DAY)
    assert see(writer, announcement(title="Bản cũ"), FIRST_DAY) == "older"
    assert row(writer, "title, first_seen") == ("Bản hiện nay", "2020-02-10T03:00:00Z")
    assert json.loads(writer.execute("SELECT content FROM revision").fetchone()[0])["title"] == "Bản cũ"


def test_a_better_reader_of_the_same_capture_is_no_change_of_the_page(writer: ArchiveWriter) -> None:
    capture = writer.put_capture(exchange(), portal=PORTAL["name"], run=None)
    see(writer, announcement(title="Trang chủ"), FIRST_DAY, capture=capture)
    assert see(writer, announcement(), FIRST_DAY, capture=capture) == "reread"
    assert row(writer, "title, changed_at") == ("Kế hoạch phòng, chống hạn hán năm 2020", None)
    assert writer.execute("SELECT count(*) FROM revision").fetchone() == (0,)


def test_a_page_that_comes_back_is_no_longer_removed(writer: ArchiveWriter) -> None:
    see(writer, announcement(), FIRST_DAY)
    writer.execute("UPDATE announcement SET removed_at = '2020-02-11T00:00:00Z'")
    see(writer, announcement(), SECOND_DAY)
    assert row(writer, "removed_at") == (None,)


def test_an_undated_page_has_a_sort_key_all_the_same(writer: ArchiveWriter) -> None:
    see(writer, announcement(date_line=None, date_source=None), FIRST_DAY)
    assert row(writer, "published_at, published_sort, year, month") == (None, "", "", "")


def test_two_links_to_one_page_are_one_announcement(writer: ArchiveWriter) -> None:
    capture = writer.put_capture(exchange(), portal=PORTAL["name"], run=None)
    store(writer, announcement(), Sighting(PORTAL["name"], "page", capture, FIRST_DAY, aliases=("link",)))
    assert see(writer, announcement(), FIRST_DAY + timedelta(hours=1), key="link") == "unchanged"
    assert row(writer, "count(*)") == (1,)


def test_ids_are_the_same_in_every_archive() -> None:
    assert announcement_uid("demo-hue", "a") == announcement_uid("demo-hue", "a")
    assert announcement_uid("demo-hue", "a") != announcement_uid("demo-hue", "b")
