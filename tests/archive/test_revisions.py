"""Earlier states: what is kept of them, in which order, and how they differ from the next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest

from archive.files.keeping import keep_file
from archive.folder import ArchiveFolder
from archive.model import Announcement, Attachment, Capture
from archive.revisions import Change, history, states
from archive.store import Sighting, note_replaced_file, store
from archive.verify import verify
from archive.writer import ArchiveWriter, writing
from tests.archive.examples import FIRST_DAY, PORTAL, announcement, exchange

FILE = "http://127.0.0.1:8000/12-kh-snv.pdf"


@pytest.fixture
def writer(folder: ArchiveFolder) -> Iterator[ArchiveWriter]:
    with writing(folder) as opened:
        opened.put_portal(PORTAL)
        yield opened


def day(number: int) -> datetime:
    return FIRST_DAY + timedelta(days=number)


def see(writer: ArchiveWriter, seen: Announcement, at: datetime) -> str:
    capture = writer.put_capture(exchange(f"{at}".encode(), moment=at), portal=PORTAL["name"], run=None)
    return store(writer, seen, Sighting(PORTAL["name"], "a", capture, at))


def changes(writer: ArchiveWriter) -> list[Change]:
    return history(writer.database.conn, 1)


def words(change: Change, field: str) -> list[tuple[str, str]]:
    (found,) = [one for one in change.fields if one.field == field]
    return [(part.kind, part.text) for line in found.lines for part in line]


def test_a_change_is_told_field_by_field_and_word_by_word(writer: ArchiveWriter) -> None:
    see(writer, announcement(), day(0))
    see(writer, announcement(title="Kế hoạch phòng, chống hạn hán năm 2021", lead=None), day(2))
    (change,) = changes(writer)
    assert {field.field for field in change.fields} == {"title", "lead"}
    assert words(change, "title") == [
        ("same", "Kế hoạch phòng, chống hạn hán năm "),
        ("gone", "2020"),
        ("new", "2021"),
    ]
    assert (change.after, change.by) == ("2020-02-10T03:00:00Z", "2020-02-12T03:00:00Z")
    assert change.captures == (1, 2)


def test_a_paragraph_that_was_added_is_new_and_the_others_are_the_same(writer: ArchiveWriter) -> None:
    before = announcement()
    see(writer, before, day(0))
    see(writer, announcement(body_text=before.body_text + "\nĐính chính: thời hạn là ngày 15/3."), day(1))
    (change,) = changes(writer)
    assert [kind for kind, _ in words(change, "body_text")] == ["same", "same", "new"]


def test_states_that_come_again_are_states_of_their_own(writer: ArchiveWriter) -> None:
    one, other = announcement(), announcement(title="Kế hoạch khác")
    for number, seen in enumerate((one, other, one, other)):
        see(writer, seen, day(number))
    titles = [state.content["title"] for state in states(writer.database.conn, 1)]
    assert titles == [one.title, other.title, one.title, other.title]
    assert len(changes(writer)) == 3


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2), (2, 0, 1)])
def test_states_stand_in_the_order_of_their_time_however_they_came(
    writer: ArchiveWriter, order: tuple[int, ...]
) -> None:
    pages = [announcement(title=f"Kế hoạch số {number}") for number in range(3)]
    for number in order:
        see(writer, pages[number], day(number))
    found = states(writer.database.conn, 1)
    assert [state.content["title"] for state in found] == [page.title for page in pages]
    assert writer.execute("SELECT changed_at FROM announcement").fetchone() == ("2020-02-12T03:00:00Z",)


def test_an_older_capture_with_the_same_content_only_widens_its_time(writer: ArchiveWriter) -> None:
    see(writer, announcement(), day(5))
    assert see(writer, announcement(), day(0)) == "unchanged"
    assert changes(writer) == []


def test_another_file_at_the_same_address_is_a_change(writer: ArchiveWriter) -> None:
    see(writer, announcement(), day(0))
    for number, content in enumerate((b"%PDF-1.4 one", b"%PDF-1.4 one", b"%PDF-1.4 two")):
        at = day(number)
        capture = writer.put_capture(exchange(content, url=FILE, moment=at), portal=PORTAL["name"], run=None)
        if number == 2:
            note_replaced_file(writer, FILE, at)
        keep_file(writer, FILE, content, Capture(capture, at))
    (change,) = changes(writer)
    assert change.fields == ()
    assert [(file.kind, file.url) for file in change.files] == [("exchanged", FILE)]
    assert writer.execute("SELECT changed_at FROM announcement").fetchone() == ("2020-02-12T03:00:00Z",)
    writer.commit()
    assert list(verify(writer.folder, writer.database, lambda done, total: None)) == []


@pytest.mark.parametrize(
    ("files", "kinds"),
    [
        ((), ["removed"]),
        ((Attachment(FILE), Attachment(FILE + "?2")), ["added"]),
        ((Attachment(FILE + "?2"),), ["removed", "added"]),
    ],
)
def test_files_that_come_and_go_are_told(writer: ArchiveWriter, files: Any, kinds: list[str]) -> None:
    see(writer, announcement(), day(0))
    see(writer, announcement(attachments=files), day(1))
    (change,) = changes(writer)
    assert [file.kind for file in change.files] == kinds
