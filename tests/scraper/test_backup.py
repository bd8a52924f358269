"""Copies of an archive: while a crawl writes, renewed, damaged on the way, brought back."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import pytest

from archive.backup import BrokenCopyError, back_up, restore
from archive.coherence import Fault
from archive.database import open_for_reading
from archive.errors import UsageError
from archive.folder import ArchiveFolder
from archive.notify import open_book
from archive.verify import verify
from tests.command import kehoach
from tests.scraper.passing_days import PassingDays, passing_days


def nothing(done: int, total: int) -> None:
    pass


def faults(folder: ArchiveFolder) -> list[Fault]:
    return list(verify(folder, open_for_reading(folder), nothing))


def uids(folder: ArchiveFolder) -> set[str]:
    return {uid for (uid,) in open_for_reading(folder).execute("SELECT uid FROM announcement")}


@pytest.fixture
def days(folder: ArchiveFolder) -> PassingDays:
    return passing_days(folder)


def crawl_and_back_up_at(days: PassingDays, requests: int, destination: Path) -> None:
    """Crawl, with a backup in the middle, while the writer holds its lock and rows wait for their commit."""
    answer = days.site.answer

    def counted(request: Any) -> Any:
        if len(days.asked) == requests:
            back_up(days.folder, destination, nothing)
        return answer(request)

    days.site.answer = counted  # type: ignore[method-assign]
    days.crawl()
    days.site.answer = answer  # type: ignore[method-assign]


@pytest.mark.parametrize("requests", [1, 3, 6])
def test_a_copy_made_while_a_crawl_runs_is_whole(days: PassingDays, tmp_path: Path, requests: int) -> None:
    days.crawl()
    days.later(62)
    copy = ArchiveFolder(tmp_path / "copy")
    before = uids(days.folder)
    crawl_and_back_up_at(days, requests, copy.path)
    assert faults(copy) == []
    assert before <= uids(copy) <= uids(days.folder)


def test_a_second_copy_to_the_same_place_adds_only_what_is_new(days: PassingDays, tmp_path: Path) -> None:
    days.crawl()
    first = back_up(days.folder, tmp_path / "copy", nothing)
    again = back_up(days.folder, tmp_path / "copy", nothing)
    assert first.bytes_copied > 0
    assert again.bytes_copied == 0
    days.later(62)
    days.crawl()
    more = back_up(days.folder, tmp_path / "copy", nothing)
    size = sum(path.stat().st_size for path in days.folder.warcs.iterdir())
    assert first.bytes_copied + more.bytes_copied <= size < first.bytes_copied + more.bytes_copied + 2000
    assert faults(ArchiveFolder(tmp_path / "copy")) == []
    assert uids(ArchiveFolder(tmp_path / "copy")) == uids(days.folder)


def test_a_copy_brought_back_goes_on_as_the_archive_it_was(days: PassingDays, tmp_path: Path) -> None:
    days.crawl()
    back_up(days.folder, tmp_path / "copy", nothing)
    again = ArchiveFolder(tmp_path / "again")
    assert restore(tmp_path / "copy", again, nothing).announcements == len(uids(days.folder))
    days.folder = again
    days.later(62)
    assert days.crawl().state == "passed"
    assert faults(again) == []


def test_who_is_told_is_copied_where_that_is_asked_for_and_only_its_owner_can_read_it(
    days: PassingDays, tmp_path: Path
) -> None:
    days.crawl()
    place = {"cwd": tmp_path}
    secret = "mailto://user:matkhau@mail.example.org"
    kehoach("follow", "add", "hạn hán", secret, "--archive", days.folder.path, **place)
    book = days.folder.address_book
    assert stat.S_IMODE(book.stat().st_mode) == 0o600
    plain = kehoach("backup", tmp_path / "plain", "--archive", days.folder.path, **place)
    assert plain.code == 0
    assert not (tmp_path / "plain" / book.name).exists()
    assert all(b"matkhau" not in file.read_bytes() for file in (tmp_path / "plain").rglob("*") if file.is_file())
    whole = kehoach("backup", "--with-notify", tmp_path / "whole", "--archive", days.folder.path, **place)
    assert whole.out.endswith("copied now and checked, and the address book with its secrets.\n")
    restored = tmp_path / "again"
    assert kehoach("restore", tmp_path / "whole", "--archive", restored, **place).code == 0
    for folder in (tmp_path / "whole", restored):
        assert stat.S_IMODE((folder / book.name).stat().st_mode) == 0o600
    (follow,) = kehoach("follow", "list", "--json", "--archive", restored, **place).json
    assert follow["query"] == "hạn hán"
    with open_book(ArchiveFolder(restored)) as found:
        assert [target.url for target in found.targets()] == [secret]


def test_a_damaged_record_is_never_called_a_backup(days: PassingDays, tmp_path: Path) -> None:
    days.crawl()
    (file,) = days.folder.warcs.iterdir()
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 0xFF
    file.write_bytes(data)
    with pytest.raises(BrokenCopyError, match=r"not sound|does not match"):
        back_up(days.folder, tmp_path / "copy", nothing)
    assert not (tmp_path / "copy" / "archive.db").exists()


def test_a_warc_file_that_lost_its_end_is_said_to_be_short(days: PassingDays, tmp_path: Path) -> None:
    days.crawl()
    (file,) = days.folder.warcs.iterdir()
    file.write_bytes(file.read_bytes()[:-3000])
    with pytest.raises(BrokenCopyError, match="shorter than its database says"):
        back_up(days.folder, tmp_path / "copy", nothing)


def test_an_interrupted_copy_leaves_the_one_before_it_whole(
    days: PassingDays, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    days.crawl()
    copy = ArchiveFolder(tmp_path / "copy")
    back_up(days.folder, copy.path, nothing)
    before = uids(copy)
    days.later(62)
    days.crawl()
    with monkeypatch.context() as patch:
        patch.setattr("archive.backup._check", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            back_up(days.folder, copy.path, nothing)
    assert uids(copy) == before
    assert faults(copy) == []
    back_up(days.folder, copy.path, nothing)
    assert faults(copy) == []


def test_nothing_is_ever_overwritten(days: PassingDays, tmp_path: Path) -> None:
    days.crawl()
    other = passing_days(ArchiveFolder(tmp_path / "other"))
    other.crawl()
    with pytest.raises(UsageError, match="no backup"):
        back_up(days.folder, other.folder.path, nothing)
    with pytest.raises(UsageError, match="into itself"):
        back_up(days.folder, days.folder.path, nothing)
    back_up(days.folder, tmp_path / "copy", nothing)
    with pytest.raises(UsageError, match="holds an archive"):
        restore(tmp_path / "copy", other.folder, nothing)
    with pytest.raises(UsageError, match="no backup"):
        restore(other.folder.path, ArchiveFolder(tmp_path / "new"), nothing)


def test_the_commands_say_what_they_did(days: PassingDays, tmp_path: Path) -> None:
    days.crawl()
    copied = kehoach("backup", tmp_path / "copy", "--archive", days.folder.path, "--json", cwd=tmp_path)
    assert copied.code == 0, copied.err
    assert copied.json["announcements"] == len(uids(days.folder))
    refused = kehoach("restore", tmp_path / "copy", "--archive", days.folder.path, cwd=tmp_path)
    assert (refused.code, refused.err.count("\n")) == (2, 1)
