"""`kehoach verify`: each way in which an archive may lie about itself is found and named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from archive.folder import ArchiveFolder
from archive.verify import Fault, verify
from archive.warc import RecordPlace, WarcWriter, digest_of
from archive.writer import ArchiveWriter
from scraper.facts import load_demo_portals
from scraper.reread import reread
from tests.scraper.passing_days import FIRST_DAY, PassingDays, passing_days


@pytest.fixture
def days(folder: ArchiveFolder) -> PassingDays:
    portal = passing_days(folder)
    portal.crawl()
    return portal


def found(days: PassingDays, writer: ArchiveWriter) -> list[Fault]:
    writer.commit()
    return list(verify(days.folder, writer.database, lambda done, total: None))


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
        reread(writer, load_demo_portals(), None, lambda done, total: None)
        assert found(days, writer) == []


def test_what_another_version_of_the_program_read_is_not_compared(days: PassingDays) -> None:
    with days.archive() as writer:
        writer.execute("UPDATE run SET software = 'kehoach/0.0.1'")
        lose_a_mention(writer)
        assert found(days, writer) == []


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
