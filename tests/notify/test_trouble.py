"""Messages in bad circumstances: several wishes for one thing, two senders at once, damaged databases."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest

from archive.errors import ArchiveLockedError, BrokenDatabaseError
from archive.folder import ArchiveFolder
from archive.health import refresh
from archive.notify import open_book, send
from archive.notify.book import copy_book
from archive.search.filters import Filters
from archive.writer import utc, writing
from tests.archive.examples import PORTAL
from tests.command import kehoach, started
from tests.notify.conftest import NOW, Hook, look, publish
from tests.notify.test_sending import BEFORE, backdate, begin


def followed_twice(folder: ArchiveFolder, hook: Hook, now: datetime) -> None:
    """A target that hears of states, and of one portal by its name and by its place; the portal is blocked at `now`."""
    before = now - timedelta(days=2)
    with writing(folder) as writer, open_book(folder) as book:
        writer.put_portal(PORTAL)
        publish(writer, "2019-05-05", seen=before, title="Kế hoạch cũ")
        look(writer, utc(before))
        refresh(writer.database, [PORTAL["name"]], before)
        target = book.add_target(f"json://127.0.0.1:{hook.port}/den", ["states"])
        book.add_follow(target, "hạn hán", Filters(portal=PORTAL["name"]))
        book.add_follow(target, "lũ lụt", Filters(province_now="Quảng Ngãi"))
        look(writer, utc(now), finding="blocked")
        refresh(writer.database, [PORTAL["name"]], now)
    backdate(folder, before)


@pytest.mark.parametrize("status", [200, 500])
def test_a_change_that_several_wishes_of_a_target_cover_is_tried_once_in_one_send(
    folder: ArchiveFolder, hook: Hook, status: int
) -> None:
    followed_twice(folder, hook, NOW)
    hook.status = status
    with writing(folder) as writer, open_book(folder) as book:
        assert [one.arrived for one in send(book, writer.database, NOW)] == [status == 200]
        hook.status = 200
        assert [one.arrived for one in send(book, writer.database, NOW)] == [True] * (status != 200)


def test_of_two_senders_the_second_waits_and_finds_nothing_due(folder: ArchiveFolder, hook: Hook) -> None:
    followed_twice(folder, hook, datetime.now(UTC) - timedelta(minutes=1))
    with folder.telling(wait=0):
        senders = [started("notify", "send", "--archive", folder.path, cwd=folder.path.parent) for _ in range(2)]
        time.sleep(2)
        assert ([sender.poll() for sender in senders], hook.asked) == ([None, None], [])
        with pytest.raises(ArchiveLockedError, match="sending the messages"), folder.telling(wait=0):
            pass
    said = sorted(sender.communicate(timeout=60)[0] for sender in senders)
    assert [sender.returncode for sender in senders] == [0, 0]
    assert said[0] == "Nothing was due.\n"
    assert said[1].endswith(": sent\n")
    assert len(hook.asked) == 1


@pytest.mark.parametrize("is_gone", [False, True])
def test_a_failed_job_is_told_though_the_archive_is_damaged_or_gone_and_the_archive_is_complained_of(
    folder: ArchiveFolder, hook: Hook, is_gone: bool
) -> None:
    with writing(folder) as writer:
        begin(writer)
    with open_book(folder) as book:
        book.add_target(f"json://127.0.0.1:{hook.port}/den", ["states"])
    backdate(folder, BEFORE)
    for leftover in folder.path.glob("archive.db-*"):
        leftover.unlink()
    folder.database.unlink()
    if not is_gone:
        folder.database.write_text("garbage\n")
    failed = {"SERVICE_RESULT": "exit-code", "EXIT_STATUS": "1"}
    words = ("notify", "send", "--job", "verify", "--json", "--archive", folder.path)
    done = kehoach(*words, cwd=folder.path.parent, **failed)
    ((_, message),) = hook.asked
    assert message["message"].startswith("verify")
    assert [one["arrived"] for one in done.json] == [True]
    assert (done.code, done.err.count("\n")) == (2 if is_gone else 1, 1)
    assert ("There is no archive" if is_gone else "archive.db is damaged") in done.err


def test_a_damaged_address_book_is_named_with_what_to_do(folder: ArchiveFolder) -> None:
    with writing(folder) as writer:
        begin(writer)
    folder.address_book.write_text("garbage\n")
    done = kehoach("notify", "send", "--archive", folder.path, cwd=folder.path.parent)
    assert (done.code, done.err.count("\n")) == (1, 1)
    assert "notify.db is damaged" in done.err
    assert "backup" in done.err
    assert "archive.db" not in done.err
    with pytest.raises(BrokenDatabaseError, match=r"address book .* is damaged"):
        copy_book(folder, ArchiveFolder(folder.path.parent))


@pytest.mark.parametrize("words", [("send",), ("list",)])
def test_an_address_book_that_is_a_folder_is_complained_of(folder: ArchiveFolder, words: tuple[str, ...]) -> None:
    with writing(folder) as writer:
        begin(writer)
    folder.address_book.mkdir()
    done = kehoach("notify", *words, "--archive", folder.path, cwd=folder.path.parent)
    assert (done.code, done.err.count("\n")) == (1, 1)
    assert "notify.db is no file" in done.err


def test_an_address_book_whose_pages_are_damaged_is_named(folder: ArchiveFolder) -> None:
    with writing(folder) as writer, open_book(folder) as book:
        begin(writer)
        book.add_target("json://127.0.0.1:9/")
    page = 4096
    with folder.address_book.open("r+b") as file:
        file.seek(page)
        file.write(b"\xff" * page)
    with pytest.raises(BrokenDatabaseError, match=r"address book .* is damaged"), open_book(folder):
        pass
