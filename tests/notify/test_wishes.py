"""Who is told what: wishes that are refused, changed or only read, and sources that nobody looks at."""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from archive.errors import ArchiveLockedError, NoAccessError
from archive.folder import ArchiveFolder
from archive.health import refresh
from archive.notify import book as address_book
from archive.notify import open_book, send
from archive.search.filters import Filters
from archive.writer import utc, writing
from tests.archive.examples import PORTAL
from tests.command import Done, kehoach
from tests.notify.conftest import NOW, Hook, look
from tests.notify.test_sending import begin


@pytest.fixture
def filled(folder: ArchiveFolder) -> ArchiveFolder:
    with writing(folder) as writer:
        begin(writer)
    return folder


def run(folder: ArchiveFolder, *words: Any) -> Done:
    return kehoach(*words, "--archive", folder.path, cwd=folder.path.parent)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--portal", "khong-co"), "There is no portal 'khong-co'"),
        (("--province", "Atlantis"), "There is no province 'Atlantis'"),
        (("--province", "Kon Tum"), "Kon Tum is part of Quảng Ngãi today"),
    ],
)
def test_what_cannot_be_followed_is_refused_and_nobody_is_added(
    filled: ArchiveFolder, words: tuple[str, ...], told: str
) -> None:
    done = run(filled, "follow", "add", "hạn hán", "json://127.0.0.1:9/x", *words)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert told in done.err
    assert not filled.address_book.exists()


def test_a_place_may_be_typed_without_its_accents(filled: ArchiveFolder) -> None:
    assert run(filled, "follow", "add", "", "json://127.0.0.1:9/x", "--province", "quang ngai").code == 0
    (followed,) = run(filled, "follow", "list", "--json").json
    assert followed["province_now"] == "Quảng Ngãi"


@pytest.mark.parametrize("target", ["1", "https://hc.example/x", "7", "nobody"])
def test_what_can_only_be_pinged_or_is_nobody_follows_nothing(filled: ArchiveFolder, target: str) -> None:
    assert run(filled, "notify", "add", "https://hc.example/x", "--for", "ping").code == 0
    done = run(filled, "follow", "add", "hạn hán", target)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert run(filled, "follow", "list", "--json").json == []
    assert run(filled, "notify", "add", "https://hc.example/x", "--for", "states").code == 2


def test_a_known_target_gets_the_hours_and_the_language_that_are_given_and_keeps_the_others(
    filled: ArchiveFolder,
) -> None:
    url = "json://127.0.0.1:9/x"
    assert run(filled, "notify", "add", url, "--quiet", "22:00-06:00", "--language", "en").code == 0
    assert run(filled, "follow", "add", "a", "1").code == 0
    (kept,) = run(filled, "notify", "list", "--json").json
    assert (kept["quiet"], kept["language"]) == (["22:00", "06:00"], "en")
    assert run(filled, "follow", "add", "b", url, "--quiet", "23:00-05:00", "--language", "vi").code == 0
    (changed,) = run(filled, "notify", "list", "--json").json
    assert (changed["quiet"], changed["language"], changed["wants"]) == (["23:00", "05:00"], "vi", ["states", "digest"])
    assert run(filled, "notify", "add", url, "--quiet", "").code == 0
    assert run(filled, "notify", "list", "--json").json[0]["quiet"] == []


@pytest.mark.parametrize("words", [("notify", "list"), ("follow", "list"), ("notify", "test"), ("doctor",)])
def test_looking_makes_no_address_book(filled: ArchiveFolder, words: tuple[str, ...]) -> None:
    assert run(filled, *words).code in (0, 1)
    assert not filled.address_book.exists()


def test_an_address_book_that_another_program_holds_is_named_and_not_the_archive(
    filled: ArchiveFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(address_book, "BUSY_TIMEOUT_SECONDS", 0.1)
    with open_book(filled) as book, closing(sqlite3.connect(filled.address_book, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(ArchiveLockedError, match=r"address book .*notify\.db is held by another program"):
            book.add_target("json://127.0.0.1:9/x")


def test_a_publication_that_failed_says_why_though_the_address_book_is_damaged(filled: ArchiveFolder) -> None:
    filled.address_book.write_text("garbage\n")
    theirs = filled.path.parent / "theirs"
    theirs.mkdir()
    (theirs / "letter.txt").write_text("x")
    done = run(filled, "publish", "--tell", theirs)
    first, second = done.err.splitlines()
    assert done.code == 1
    assert "notify.db is damaged" in first
    assert "theirs holds other files" in second


def test_a_source_that_nobody_looks_at_is_told_at_once_and_again_when_it_happens_again(
    filled: ArchiveFolder, hook: Hook
) -> None:
    with writing(filled) as writer, open_book(filled) as book:
        look(writer, utc(NOW))
        refresh(writer.database, [PORTAL["name"]], NOW)
        writer.commit()
        book.add_target(f"json://127.0.0.1:{hook.port}/den", ["states"])
        follower = book.add_target(f"json://127.0.0.1:{hook.port}/theo")
        book.add_follow(follower, "hạn hán", Filters(portal=PORTAL["name"]))
        assert send(book, writer.database, NOW + timedelta(days=2)) == []
        for later in (timedelta(days=4), timedelta(days=5)):
            send(book, writer.database, NOW + later)
        assert sorted(path for path, _ in hook.asked) == ["/den", "/theo"]
        message = hook.asked[0][1]
        assert "lâu chưa được xem lại" in message["title"]
        assert message["message"] == f"{PORTAL['title']}: đã lâu chưa được xem lại (20/03/2026, 12:00)."
        look(writer, utc(NOW + timedelta(days=6)))
        refresh(writer.database, [PORTAL["name"]], NOW + timedelta(days=6))
        writer.commit()
        assert send(book, writer.database, NOW + timedelta(days=7)) == []
        assert len(send(book, writer.database, NOW + timedelta(days=10))) == 2


def test_an_address_book_that_cannot_be_written_to_is_named(
    filled: ArchiveFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(Path, "touch", refuse)
    with pytest.raises(NoAccessError, match=r"notify\.db cannot be written to \(Read-only"), open_book(filled):
        pass
    with open_book(filled, only_to_read=True) as book:
        assert book.targets() == []
