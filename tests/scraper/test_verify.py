"""`kehoach verify`: each way in which an archive may lie about itself is found and named."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from archive.coherence import Fault
from archive.files.lane import read_files
from archive.folder import ArchiveFolder
from archive.verify import verify
from archive.warc import RecordPlace, WarcWriter, digest_of
from archive.writer import ArchiveWriter
from scraper.facts import Portal, load_demo_portals
from scraper.proof import Proof
from scraper.reread import reread
from tests.scraper.passing_days import FIRST_DAY, PassingDays, passing_days


@pytest.fixture
def days(folder: ArchiveFolder) -> PassingDays:
    portal = passing_days(folder)
    portal.crawl()
    return portal


def found(days: PassingDays, writer: ArchiveWriter) -> list[Fault]:
    faults, remarks = looked_through(days, writer)
    assert faults or not remarks
    return faults


def looked_through(
    days: PassingDays, writer: ArchiveWriter, portals: Mapping[str, Portal] | None = None
) -> tuple[list[Fault], list[str]]:
    """The faults and remarks of an archive, by the same facts as it was crawled with where none are given."""
    writer.commit()
    proof = Proof(days.folder, writer.database, load_demo_portals() if portals is None else portals)
    faults = [*verify(days.folder, writer.database, silent), *proof.faults(silent)]
    return faults, list(proof.remarks())


def silent(done: int, total: int) -> None:
    """Watch nothing."""


def flip_a_byte(writer: ArchiveWriter) -> None:
    file, offset, length = writer.execute("SELECT file, offset, length FROM capture ORDER BY length DESC").fetchone()
    path = writer.folder.warcs / file
    data = bytearray(path.read_bytes())
    data[offset + length // 2] ^= 0xFF
    path.write_bytes(data)


def lose_a_file(writer: ArchiveWriter) -> None:
    next(writer.folder.warcs.iterdir()).unlink()


def forge_a_digest(writer: ArchiveWriter) -> None:
    writer.execute("UPDATE capture SET digest = ? WHERE id = 2", (digest_of(b"another page"),))


def swap_two_addresses(writer: ArchiveWriter) -> None:
    writer.execute("UPDATE capture SET url = 'http://127.0.0.5:8610/khac' WHERE id = 2")


def backdate_a_capture(writer: ArchiveWriter) -> None:
    writer.execute("UPDATE capture SET fetched_at = '2001-01-01T00:00:00Z' WHERE id = 2")


def name_another_paper(writer: ArchiveWriter) -> None:
    writer.execute("UPDATE mention SET printed = '999/QĐ-KHAC' WHERE id = (SELECT min(id) FROM mention)")


def lose_a_mention(writer: ArchiveWriter) -> None:
    writer.execute("DELETE FROM mention WHERE id = (SELECT max(id) FROM mention)")


def give_a_mention_another_role(writer: ArchiveWriter) -> None:
    writer.execute("UPDATE mention SET role = 'repeals' WHERE id = (SELECT min(id) FROM mention)")


def give_a_mention_another_number(writer: ArchiveWriter) -> None:
    writer.execute("UPDATE mention SET number = '1/KH', alias = '1kh' WHERE id = (SELECT min(id) FROM mention)")


def move_an_announcement(writer: ArchiveWriter) -> None:
    writer.execute("UPDATE announcement SET url = 'http://127.0.0.5:8610/khac' WHERE id = 1")


def name_no_capture(writer: ArchiveWriter) -> None:
    writer.execute("UPDATE announcement SET capture = NULL, province = 'Nơi khác' WHERE id = 1")


def backdate_an_announcement(writer: ArchiveWriter) -> None:
    writer.execute("UPDATE announcement SET first_seen = '2001-01-01T00:00:00Z' WHERE id = 1")


def drop_a_row(writer: ArchiveWriter) -> None:
    writer.execute("PRAGMA foreign_keys = OFF")
    writer.commit()
    writer.database.execute("PRAGMA foreign_keys = OFF")
    writer.execute("DELETE FROM capture WHERE id = 2")


def edit_a_text(writer: ArchiveWriter) -> None:
    writer.execute("UPDATE announcement_text SET body = replace(body, 'a', 'b') WHERE announcement = 1")


def edit_a_title(writer: ArchiveWriter) -> None:
    writer.execute("UPDATE announcement SET title = 'Không ai viết thế' WHERE id = 1")


def drop_an_index_row(writer: ArchiveWriter) -> None:
    writer.execute("DELETE FROM announcement_fts_docsize WHERE id = (SELECT min(id) FROM announcement_fts_docsize)")


def settle_without_outcome(writer: ArchiveWriter) -> None:
    writer.execute("UPDATE ledger SET outcome = NULL WHERE id = 1")


def lose_an_announcement(writer: ArchiveWriter) -> None:
    writer.execute("DELETE FROM address WHERE announcement = 1")


@pytest.mark.parametrize(
    ("harm", "part"),
    [
        (flip_a_byte, "captures"),
        (lose_a_file, "captures"),
        (forge_a_digest, "captures"),
        (swap_two_addresses, "captures"),
        (backdate_a_capture, "captures"),
        (name_another_paper, "mentions"),
        (lose_a_mention, "mentions"),
        (give_a_mention_another_role, "mentions"),
        (give_a_mention_another_number, "mentions"),
        (move_an_announcement, "announcements"),
        (name_no_capture, "announcements"),
        (backdate_an_announcement, "announcements"),
        (drop_a_row, "captures"),
        (edit_a_text, "announcements"),
        (edit_a_title, "announcements"),
        (drop_an_index_row, "index"),
        (settle_without_outcome, "ledger"),
        (lose_an_announcement, "ledger"),
    ],
)
def test_a_lie_is_found(days: PassingDays, harm: Callable[[ArchiveWriter], None], part: str) -> None:
    with days.archive() as writer:
        assert found(days, writer) == []
        harm(writer)
        assert part in {fault.part for fault in found(days, writer)}


def test_papers_that_were_lost_are_stored_again_by_the_command_that_the_fault_names(days: PassingDays) -> None:
    with days.archive() as writer:
        lose_a_mention(writer)
        (fault,) = found(days, writer)
        assert fault.what.endswith("; `kehoach reread` stores what it names")
        reread(writer, load_demo_portals(), None, silent)
        assert found(days, writer) == []


def test_what_another_version_of_the_program_read_otherwise_is_no_fault(days: PassingDays) -> None:
    with days.archive() as writer:
        writer.execute("UPDATE announcement SET reader = 'kehoach/0.0.1'")
        lose_a_mention(writer)
        faults, (remark,) = looked_through(days, writer)
        assert faults == []
        assert remark == (
            "demo-kon-tum: 1 announcement, read by another version of the program, would be read otherwise today; "
            "`kehoach reread --portal demo-kon-tum` reads them again"
        )
        reread(writer, load_demo_portals(), None, silent)
        assert looked_through(days, writer) == ([], [])


def test_facts_that_changed_are_told_as_such_and_taken_by_a_reread(days: PassingDays) -> None:
    known = load_demo_portals()
    portals = known | {"demo-kon-tum": replace(known["demo-kon-tum"], agency="Sở Nội vụ tỉnh Kon Tum")}
    with days.archive() as writer:
        (count,) = writer.execute("SELECT count(*) FROM announcement").fetchone()
        faults, remarks = looked_through(days, writer, portals)
        assert faults == []
        assert remarks == [
            "demo-kon-tum: the facts of the portal changed since they were last taken (agency); "
            "`kehoach reread --portal demo-kon-tum` takes them",
            f"demo-kon-tum: {count} announcements, read with other facts of the portal, would be read otherwise "
            "today; `kehoach reread --portal demo-kon-tum` reads them again",
        ]
        reread(writer, portals, None, silent)
        assert looked_through(days, writer, portals) == ([], [])
        assert writer.execute("SELECT DISTINCT posted_by FROM announcement").fetchall() == [("Sở Nội vụ tỉnh Kon Tum",)]


def test_what_a_list_says_later_is_no_fault_of_the_announcement(days: PassingDays) -> None:
    """The lists of Kon Tum alone print days; another one is the announcement's when that is read again."""
    with days.archive() as writer:
        key = writer.execute(
            "SELECT p.key FROM pointer p JOIN address d ON d.key = p.key JOIN announcement a ON a.id = d.announcement "
            "WHERE a.published_source = 'listing'"
        ).fetchone()[0]
        (capture,) = writer.execute("SELECT max(id) FROM capture").fetchone()
        told = {"title": None, "date_line": "01/02/2019", "capture": capture, "seen": "2019-09-01T02:00:00Z"}
        writer.put_pointer("demo-kon-tum", key, "listing", **told)
        faults, remarks = looked_through(days, writer)
        assert {fault.part for fault in faults} == {"lists"}
        assert remarks == [
            "demo-kon-tum: 1 announcement would be read otherwise by what lists have said since; reread them"
        ]


UNPROVED = {
    "announcement": {"id", "search_row", "reader"},
    "announcement_text": {"announcement", "fold_version"},
    "mention": {"id", "agency"},
    "document": {"id"},
    "attachment": {"id"},
    "pointer": {"seen_at"},
    "address": set[str](),
    "revision": {"id"},
    "removal": {"id"},
    "capture": {"id", "run", "method"},
}
"""What no page says, by table: numbers by which rows point at each other, what triggers keep, who read it."""


@pytest.fixture
def eventful(folder: ArchiveFolder) -> PassingDays:
    """A portal with papers, of which one article was corrected and another taken away."""
    days = passing_days(folder, "demo-quang-nam", datetime(2020, 9, 19, 2, 0, tzinfo=UTC))
    days.crawl()
    corrected, gone = [article for article in days.site.articles() if not article.files][:2]
    days.site.edit(corrected.key, blocks=(*corrected.blocks, "Đính chính."))
    days.site.delete(gone.key)
    for _ in range(4):
        days.later(30)
        days.crawl()
    read_files(folder, watch=silent)
    return days


def test_whatever_is_changed_of_what_the_captures_give_is_found(eventful: PassingDays) -> None:
    with eventful.archive() as writer:
        assert found(eventful, writer) == []
        missed = []
        for table, unproved in UNPROVED.items():
            columns = {row[1]: row[2] for row in writer.execute(f"PRAGMA table_info({table})").fetchall()}
            row = f"rowid = (SELECT min(rowid) FROM {table})"
            assert writer.execute(f"SELECT 1 FROM {table}").fetchone(), table
            for column in sorted(columns.keys() - unproved):
                writer.execute("PRAGMA defer_foreign_keys = ON")
                other = -7 if columns[column] == "INTEGER" else '["khác"]'
                writer.execute(f"UPDATE {table} SET {column} = ? WHERE {row}", (other,))
                proof = Proof(eventful.folder, writer.database, load_demo_portals())
                if not [*verify(eventful.folder, writer.database, silent), *proof.faults(silent)]:
                    missed.append(f"{table}.{column}")
                writer.rollback()
        assert not missed, " ".join(missed)


def test_a_record_that_came_after_the_last_commit_is_no_fault(days: PassingDays) -> None:
    with days.archive() as writer:
        place = _append(days.folder.warcs)
        assert place.offset > 0
        assert found(days, writer) == []


def _append(folder: Path) -> RecordPlace:
    warc = WarcWriter(folder, software="kehoach/test", settings="")
    url = "http://127.0.0.5:8610/moi"
    body = b"<h1>moi</h1>"
    place = warc.response(
        url, FIRST_DAY, status=200, headers=(), body=body, digest=digest_of(body), portal="demo-kon-tum"
    )
    warc.close()
    return place
