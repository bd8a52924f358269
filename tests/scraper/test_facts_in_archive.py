"""What an archive knows of a portal: its facts as of the last crawl, also where they changed or are not at hand."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from archive.folder import ArchiveFolder
from tests.command import Done, kehoach
from tests.loopback import Loopback
from tests.scraper.portals import article, facts, listing, path_of
from tests.scraper.test_crawl import query


def crawl(loopback: Loopback, folder: ArchiveFolder, tmp_path: Path, **more: str) -> Done:
    loopback.routes |= {"/tin-tuc": listing(range(2)), **{path_of(number): article(number) for number in range(2)}}
    portals = facts(tmp_path / "portals", loopback.url("/tin-tuc"), **more)
    where = ("--portals", portals, "--archive", folder.path, "--allow-private", loopback.origin)
    return kehoach("crawl", "thu-nghiem", *where, cwd=tmp_path)


def test_facts_that_change_before_a_crawl_was_made_public_are_taken(
    loopback: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    crawl(loopback, folder, tmp_path)
    done = crawl(loopback, folder, tmp_path, publish='"excerpt"')
    assert done.code == 0, done.err
    assert query(folder, "SELECT publish FROM portal") == [("excerpt",)]
    assert query(folder, "SELECT count(*) FROM changed") == [(2,)]


@pytest.mark.parametrize("words", [("reread",), ("ingest", "archive/warc")])
def test_rereading_without_the_facts_at_hand_leaves_them_as_they_are(
    loopback: Loopback, folder: ArchiveFolder, tmp_path: Path, words: tuple[str, ...]
) -> None:
    crawl(loopback, folder, tmp_path, publish='"excerpt"')
    known = "SELECT p.*, a.posted_by, a.province FROM portal p JOIN announcement a ON a.portal = p.name"
    before = query(folder, known)
    done = kehoach(*words, "--archive", folder.path, cwd=tmp_path)
    assert done.code == 0, done.err
    assert query(folder, known) == before


def test_captures_taken_in_without_the_facts_keep_portal_and_demo_mark_and_say_what_is_not_known(
    loopback: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    crawl(loopback, folder, tmp_path)
    other = ArchiveFolder(tmp_path / "other")
    done = kehoach("ingest", folder.warcs, "--archive", other.path, "--json", cwd=tmp_path)
    remark = (
        "No facts are at hand of thu-nghiem (--portals DIR or KEHOACH_PORTALS name their folder); only their names and "
        "hosts are known, until `kehoach reread` is told that folder"
    )
    assert (done.code, done.err, done.json["remarks"]) == (0, f"{remark}.\n", [remark])
    known = "SELECT DISTINCT a.portal, p.agency, a.posted_by, a.province, a.demo FROM announcement a, portal p"
    assert query(other, known) == [("thu-nghiem", "127.0.0.1", "127.0.0.1", "", 1)]
    assert kehoach("reread", "--portals", tmp_path / "portals", "--archive", other.path, cwd=tmp_path).err == ""
    assert query(other, known) == query(folder, known)
    again = kehoach("ingest", folder.warcs, "--archive", other.path, cwd=tmp_path)
    assert again.err.endswith("they were taken as stored.\n")


def test_captures_taken_in_with_the_facts_at_hand_say_nothing_of_them(
    loopback: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    crawl(loopback, folder, tmp_path)
    words = ("ingest", folder.warcs, "--portals", tmp_path / "portals", "--archive", tmp_path / "other", "--json")
    done = kehoach(*words, cwd=tmp_path)
    assert (done.code, done.err, "remarks" in done.json) == (0, "", False)


@pytest.mark.parametrize(
    "words",
    [
        ("crawl", "thu-nghiem"),
        ("portals", "check", "thu-nghiem"),
        ("portals", "pause", "thu-nghiem", "--reason", "asked to"),
        ("portals", "resume", "thu-nghiem"),
    ],
    ids=" ".join,
)
def test_a_name_that_only_the_archive_knows_is_said_to_lack_its_facts(
    loopback: Loopback, folder: ArchiveFolder, tmp_path: Path, words: tuple[str, ...]
) -> None:
    crawl(loopback, folder, tmp_path)
    done = kehoach(*words, "--archive", folder.path, cwd=tmp_path)
    assert (done.code, done.err) == (
        2,
        "Error: The archive holds the portal 'thu-nghiem', but its facts are in none of the folders read: "
        "name their folder with --portals DIR or in KEHOACH_PORTALS.\n",
    )


def test_a_portal_that_an_archive_does_not_know_is_not_read_again_in_silence(
    loopback: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    crawl(loopback, folder, tmp_path)
    done = kehoach("reread", "--portal", "thu-nghim", "--archive", folder.path, cwd=tmp_path)
    assert (done.code, "There is no portal 'thu-nghim' in this archive" in done.err) == (2, True), done.out
    assert kehoach("reread", "--portal", "thu-nghiem", "--archive", folder.path, cwd=tmp_path).code == 0


def test_rereading_says_whose_facts_it_took_as_stored_and_what_it_changed(
    loopback: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    crawl(loopback, folder, tmp_path)
    done = kehoach("reread", "--archive", folder.path, cwd=tmp_path)
    assert done.out == "listing: 1, reread: 2, changed by it: 0\n"
    assert done.err == (
        "No facts are at hand of thu-nghiem (--portals DIR or KEHOACH_PORTALS name their folder); "
        "they were taken as stored.\n"
    )
    with sqlite3.connect(folder.database) as connection:
        connection.execute("UPDATE announcement SET title = 'x', content_digest = 'x' WHERE id = 1")
    named = kehoach("reread", "--portals", tmp_path / "portals", "--archive", folder.path, cwd=tmp_path)
    assert (named.out, named.err) == ("listing: 1, reread: 2, changed by it: 1\n", "")
