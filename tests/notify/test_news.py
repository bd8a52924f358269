"""What a follower is told of an announcement over the days: its appearance, its edits, and how many there were."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from archive.folder import ArchiveFolder
from archive.news import news
from archive.notify import open_book, send
from archive.notify.book import Book
from archive.notify.delivery import Message
from archive.search.filters import Filters
from archive.writer import ArchiveWriter, utc, writing
from tests.archive.examples import PORTAL
from tests.notify.conftest import LAST_LOOK, NOW, look, publish

BEFORE = NOW - timedelta(days=2)
DAY = timedelta(days=1)


@pytest.fixture
def writer(folder: ArchiveFolder) -> Iterator[ArchiveWriter]:
    with writing(folder) as opened:
        opened.put_portal(PORTAL)
        publish(opened, "2019-05-05", seen=BEFORE, title="Cũ")
        look(opened, LAST_LOOK)
        yield opened


@pytest.fixture
def book(folder: ArchiveFolder, writer: ArchiveWriter) -> Iterator[Book]:
    """Somebody who follows everything, and wants the digest, since before all that happens here."""
    with open_book(folder) as opened:
        opened.add_follow(opened.add_target("json://127.0.0.1/", ["digest"]), "", Filters())
        for table in ("target", "follow"):
            opened._database.execute(f"UPDATE {table} SET added_at = ?", (utc(BEFORE),))
        yield opened


def told(book: Book, writer: ArchiveWriter, days: float, *, with_digest: bool = False) -> list[str]:
    """The texts that arrive so many days after NOW."""
    texts = []

    def deliver(_: str, message: Message) -> bool:
        texts.append(message.text)
        return True

    writer.commit()
    send(book, writer.database, NOW + days * DAY, with_digest=with_digest, deliver=deliver)
    return texts


def test_an_edit_of_what_was_told_as_new_is_told_at_the_next_send_and_once(book: Book, writer: ArchiveWriter) -> None:
    publish(writer, "2026-03-19", seen=NOW, title="Mới")
    assert [text.splitlines()[0] for text in told(book, writer, 0.1)] == ["Tin mới (1)"]
    for day in (1, 2):
        publish(writer, "2026-03-19", seen=NOW + day * DAY, title="Mới", body=f"Nội dung ngày {day}.")
        assert [text.splitlines()[0] for text in told(book, writer, day + 0.1)] == ["Tin bị sửa (1)"]
    assert [text for day in (3, 13.5, 14.5, 15.5, 17) for text in told(book, writer, day)] == []


def test_who_hears_that_something_is_new_does_not_hear_of_its_edit_before(book: Book, writer: ArchiveWriter) -> None:
    publish(writer, "2026-03-19", seen=NOW, title="Mới")
    publish(writer, "2026-03-19", seen=NOW + DAY / 4, title="Mới", body="Nội dung khác.")
    (digest, batch) = told(book, writer, 0.5, with_digest=True)
    assert "1 tin mới, 0 tin bị sửa" in digest
    assert batch.splitlines()[0] == "Tin mới (1)"
    assert "Tin bị sửa" not in batch
    assert told(book, writer, 1) == []


def test_what_was_found_late_and_edited_then_is_changed_and_never_new(book: Book, writer: ArchiveWriter) -> None:
    publish(writer, "2021-05-05", seen=NOW, title="Muộn")
    assert told(book, writer, 0.1) == []
    publish(writer, "2021-05-05", seen=NOW + 2 * DAY, title="Muộn", body="Nội dung khác.")
    assert [item.change for item in news(writer.database, utc(BEFORE))] == ["changed"]
    (text,) = told(book, writer, 2.1)
    assert text.splitlines()[0] == "Tin bị sửa (1)"
    assert told(book, writer, 3) == []


def test_what_was_new_and_edited_and_then_removed_is_told_as_removed(book: Book, writer: ArchiveWriter) -> None:
    publish(writer, "2026-03-19", seen=NOW, title="Mới")
    publish(writer, "2026-03-19", seen=NOW + DAY / 4, title="Mới", body="Nội dung khác.")
    writer.execute("UPDATE announcement SET removed_at = ? WHERE title = 'Mới'", (utc(NOW + DAY / 2),))
    (text,) = told(book, writer, 1)
    assert [line for line in text.splitlines() if line.startswith("Tin ")] == ["Tin bị gỡ (1)"]
    assert told(book, writer, 2) == []


def test_of_many_news_all_are_counted_and_those_that_are_not_listed_are_said(book: Book, writer: ArchiveWriter) -> None:
    for number in range(230):
        publish(writer, "2026-03-19", seen=NOW, title=f"Tin số {number}")
    digest, batch = told(book, writer, 0.1, with_digest=True)
    assert "230 tin mới" in digest
    assert batch.splitlines()[0] == "Tin mới (230)"
    assert batch.count("- Tin số") == 40
    assert "… và 190 tin nữa" in batch
    assert told(book, writer, 0.2) == []
