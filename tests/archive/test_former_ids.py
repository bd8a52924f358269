"""Announcements whose keys were cut within a host's name: ids of whole keys, former ids, one where there were two."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from archive import index
from archive.addresses import address_key
from archive.coherence import faults_of_rows
from archive.database import open_for_reading, open_for_writing
from archive.folder import ArchiveFolder
from archive.former_ids import cut_key
from archive.naming import announcement_uid, uid_of
from archive.public import open_public
from archive.removals import conclude_looks, note_gone
from archive.revisions import states
from archive.store import Sighting, store
from archive.upgrade import upgrade
from archive.withholding import find_part, log_of, parts_of, release, withhold
from archive.writer import ArchiveWriter, utc, writing
from tests.archive.examples import FIRST_DAY, PORTAL, announcement, exchange
from tests.archive.older import cutting

BARE, WWW = "https://quangnam.gov.vn/tin/1.html", "https://www.quangnam.gov.vn/tin/1.html"
OTHER = "https://daknong.gov.vn/tin/1.html"
NAME = PORTAL["name"]
FORMER, NOW = (announcement_uid(NAME, f"{host}/tin/1.html") for host in ("quangnagov.vn", "quangnam.gov.vn"))


@pytest.mark.parametrize(
    ("key", "cut"),
    [
        ("quangnam.gov.vn/tin/1.html", "quangnagov.vn/tin/1.html"),
        ("soyte.kontum.gov.vn:8080/", "soyte.kontugov.vn:8080/"),
        ("quangnam.gov.vn", "quangnagov.vn"),
        ("daknong.gov.vn/m.gov.vn/1.html", None),
        ("m.daknong.gov.vn/1.html", None),
        ("kontum.vn/1.html", None),
    ],
)
def test_what_was_cut_stood_within_the_name_of_a_host(key: str, cut: str | None) -> None:
    assert cut_key(key) == cut


def look(writer: ArchiveWriter, url: str, day: int, **printed: Any) -> str:
    """Look at an announcement that many days after the first; returns its id."""
    moment = FIRST_DAY + timedelta(days=day)
    page = announcement(url=url, **printed)
    key = address_key(url)
    capture = writer.put_capture(exchange(f"{printed}".encode(), url=url, moment=moment), portal=NAME, run=None)
    store(writer, page, Sighting(NAME, key, capture, moment))
    seen = {"url": url, "kind": "article", "state": "done", "outcome": "read", "done_at": utc(moment)}
    if not writer.execute("SELECT 1 FROM ledger WHERE key = ?", (key,)).fetchone():
        writer.insert("ledger", portal=NAME, key=key, found_at=utc(moment), **seen)
    writer.put_pointer(NAME, key, "listing", title=f"{day}", date_line=None, capture=capture, seen=utc(moment))
    found = "SELECT a.uid FROM address d JOIN announcement a ON a.id = d.announcement WHERE d.key = ?"
    return str(writer.execute(found, (key,)).fetchone()[0])


def older(folder: ArchiveFolder, *looks: tuple[str, int, dict[str, Any]], until: str = "whole_hosts") -> None:
    with cutting(until), writing(folder) as writer:
        writer.put_portal(PORTAL)
        for url, day, printed in looks:
            look(writer, url, day, **printed)


def rows(folder: ArchiveFolder, sql: str) -> list[tuple[Any, ...]]:
    with closing(open_for_reading(folder)) as database:
        return database.execute(sql).fetchall()


def assert_sound(folder: ArchiveFolder) -> None:
    with closing(open_for_writing(folder)) as database:
        assert list(faults_of_rows(database, ())) == []
        assert index.differences(database) == []
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_ids_follow_the_whole_keys_and_the_former_ones_name_the_same(folder: ArchiveFolder) -> None:
    older(folder, (BARE, 0, {}), (OTHER, 0, {}))
    other = announcement_uid(NAME, "daknong.gov.vn/tin/1.html")
    with closing(open_for_reading(folder)) as database:
        assert database.execute("SELECT uid FROM announcement ORDER BY id").fetchall() == [(NOW,), (other,)]
        assert database.execute("SELECT * FROM former_id").fetchall() == [(FORMER, NOW)]
        for named in (FORMER, f"/tin/{FORMER}", NOW, BARE, WWW):
            assert uid_of(database, named) == NOW
    assert_sound(folder)
    with writing(folder) as writer:
        assert look(writer, WWW, 1) == NOW
    assert rows(folder, "SELECT count(*), count(DISTINCT uid) FROM announcement") == [(2, 2)]


def test_a_new_archive_gives_the_same_ids_and_answers_to_the_former_ones(folder: ArchiveFolder) -> None:
    with writing(folder) as writer:
        writer.put_portal(PORTAL)
        assert look(writer, BARE, 0) == NOW
        assert look(writer, OTHER, 0) == announcement_uid(NAME, "daknong.gov.vn/tin/1.html")
    assert rows(folder, "SELECT * FROM former_id") == [(FORMER, NOW)]


def test_what_is_withheld_stays_so_and_is_released_by_its_former_id(folder: ArchiveFolder) -> None:
    older(folder, (BARE, 0, {}), (OTHER, 0, {}))
    moment = datetime(2026, 11, 1, tzinfo=UTC)
    with cutting(), writing(folder) as writer:
        parts = parts_of(writer.database, FORMER)
        file = parts[1].id
        for part in parts:
            withhold(writer, part, "theo yêu cầu", moment)
    assert {entry.id for entry in log_of(open_for_reading(folder))} == {NOW, file.replace(FORMER, NOW)}
    with closing(open_public(folder)) as public:
        assert public.execute("SELECT count(*) FROM announcement WHERE uid = ?", (NOW,)).fetchone() == (0,)
        assert public.execute("SELECT now FROM former_id WHERE uid = ?", (FORMER,)).fetchone() == (NOW,)
    with writing(folder) as writer:
        assert find_part(writer.database, file).id == file.replace(FORMER, NOW)
        assert release(writer, find_part(writer.database, FORMER), moment)
    with closing(open_public(folder)) as public:
        assert public.execute("SELECT count(*) FROM announcement WHERE uid = ?", (NOW,)).fetchone() == (1,)


def test_a_public_form_that_was_made_before_has_the_new_ids(folder: ArchiveFolder) -> None:
    older(folder, (BARE, 0, {}), (WWW, 1, {"title": "Kế hoạch phòng, chống hạn"}))
    with cutting(), writing(folder) as writer:
        part = parts_of(writer.database, FORMER)[1]
        withhold(writer, part, "theo yêu cầu", datetime(2026, 11, 1, tzinfo=UTC))
    with cutting(), closing(open_public(folder)) as public:
        assert {uid for (uid,) in public.execute("SELECT uid FROM announcement")} == {FORMER, NOW}
    with closing(open_public(folder)) as public:
        assert public.execute("SELECT uid FROM announcement").fetchall() == [(NOW,)]
        assert public.execute("SELECT * FROM former_id").fetchall() == [(FORMER, NOW)]
        assert public.execute("SELECT subject FROM withheld").fetchall() == [(part.id.replace(FORMER, NOW),)]
        assert public.execute("SELECT count(*) FROM attachment").fetchone() == (0,)


@pytest.mark.parametrize("until", ["whole_hosts", "ids_of_whole_hosts"])
@pytest.mark.parametrize("first", [BARE, WWW])
def test_two_announcements_of_one_address_become_one_that_was_seen_at_both_times(
    folder: ArchiveFolder, first: str, until: str
) -> None:
    second = WWW if first == BARE else BARE
    older(folder, (first, 0, {}), (second, 5, {}), (OTHER, 3, {}))
    assert_two(folder)
    if until != "whole_hosts":  # it was opened, and crawled, by a version that knew whole keys and left the cut ones
        older(folder, (WWW, 7, {}), until=until)
        assert_two(folder)
    last = utc(FIRST_DAY + timedelta(days=5 if until == "whole_hosts" else 7))
    seen = rows(folder, "SELECT uid, first_seen, last_seen, changed_at FROM announcement ORDER BY first_seen")
    assert seen[0] == (NOW, utc(FIRST_DAY), last, None)
    assert len(seen) == 2
    assert rows(folder, "SELECT * FROM former_id") == [(FORMER, NOW)]
    assert rows(folder, "SELECT key FROM address ORDER BY key") == [
        ("daknong.gov.vn/tin/1.html",),
        ("quangnam.gov.vn/tin/1.html",),
    ]
    whole = "FROM {} WHERE key LIKE 'quang%'"
    assert rows(folder, f"SELECT key, found_at {whole.format('ledger')}") == [
        ("quangnam.gov.vn/tin/1.html", utc(FIRST_DAY))
    ]
    assert rows(folder, f"SELECT key, title {whole.format('pointer')}") == [
        ("quangnam.gov.vn/tin/1.html", "5" if until == "whole_hosts" else "7")
    ]
    assert rows(folder, "SELECT count(*) FROM capture") == [(3 if until == "whole_hosts" else 4,)]
    assert uid_of(open_for_reading(folder), BARE) == NOW
    assert_sound(folder)


def assert_two(folder: ArchiveFolder) -> None:
    found = as_it_is(folder, "SELECT uid FROM announcement WHERE url LIKE '%quangnam%'")
    assert {uid for (uid,) in found} == {FORMER, NOW}


def as_it_is(folder: ArchiveFolder, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(folder.database)) as connection:
        return connection.execute(sql).fetchall()


@pytest.mark.parametrize("newest", [BARE, WWW])
def test_what_either_of_them_said_before_is_an_earlier_state_of_the_one(folder: ArchiveFolder, newest: str) -> None:
    oldest = WWW if newest == BARE else BARE
    titles = ["Kế hoạch một", "Kế hoạch hai", "Kế hoạch ba"]
    older(
        folder,
        (newest, 0, {"title": titles[0]}),
        (oldest, 2, {"title": titles[1]}),
        (newest, 4, {"title": titles[2]}),
    )
    with closing(open_for_reading(folder)) as database:
        ((identifier, uid, changed_at),) = database.execute("SELECT id, uid, changed_at FROM announcement").fetchall()
        assert (uid, changed_at) == (NOW, utc(FIRST_DAY + timedelta(days=4)))
        assert [state.content["title"] for state in states(database.conn, identifier)] == titles
        assert all(state.content["attachments"] for state in states(database.conn, identifier))
    assert_sound(folder)


def test_an_upgrade_beside_joins_them_too(folder: ArchiveFolder) -> None:
    older(folder, (BARE, 0, {}), (WWW, 5, {}))
    assert "ids_of_whole_hosts" in upgrade(folder).migrations
    assert rows(folder, "SELECT uid FROM announcement") == [(NOW,)]
    assert_sound(folder)


@pytest.mark.parametrize(
    ("seen_at", "returned"),
    [(1, False), (9, True)],
    ids=["gone at both addresses", "gone at one and seen at the other since"],
)
def test_what_was_removed_at_one_address_and_is_seen_at_the_other_has_returned(
    folder: ArchiveFolder, seen_at: int, returned: bool
) -> None:
    older(folder, (BARE, 0, {}), (WWW, seen_at, {}))
    with cutting(), writing(folder) as writer:
        (identifier,) = writer.execute("SELECT id FROM announcement WHERE uid = ?", (FORMER,)).fetchone()
        for day in (3, 5):
            run = writer.start_run(NAME, "crawl")
            moment = FIRST_DAY + timedelta(days=day)
            gone = exchange(b"gone", url=BARE, moment=moment)
            capture = writer.put_capture(gone, portal=NAME, run=run)
            note_gone(writer, identifier, run=run, capture=capture, seen_at=moment, reason="404")
            writer.end_run(run, "passed", None, {}, [])
            conclude_looks(writer, run)
    assert as_it_is(folder, "SELECT count(*) FROM removal WHERE returned_at IS NULL") == [(1,)]
    found = rows(
        folder, "SELECT a.removed_at, r.returned_at FROM announcement a JOIN removal r ON r.announcement = a.id"
    )
    confirmed = utc(FIRST_DAY + timedelta(days=5))
    assert found == [(None, utc(FIRST_DAY + timedelta(days=9))) if returned else (confirmed, None)]
    assert rows(folder, "SELECT count(*) FROM gone_look g JOIN announcement a ON a.id = g.announcement") == [(2,)]
    assert_sound(folder)
