"""What `kehoach verify` prints: a line for what is wrong, not for all that it contradicts."""

from __future__ import annotations

import pytest

from archive import index
from archive.coherence import Fault
from archive.folder import ArchiveFolder
from archive.verify import verify
from scraper.verify_command import lines_of
from tests.scraper.passing_days import PassingDays, passing_days

UID, OTHER = "snexa73vlcowlbpq", "nw274n2zkv4dh2at"
PAGE = "https://angiang.gov.vn/tin-tuc/bai-1"


@pytest.mark.parametrize(
    ("faults", "lines"),
    [
        (
            [("announcements", f"{UID} is the id of none of its addresses"), ("index", f"{UID}: 'khac' is misplaced")],
            [f"announcements: {UID} is the id of none of its addresses (and 1 more of it)"],
        ),
        (
            [("announcements", f"{UID} has no text"), ("announcements", f"{OTHER} has no text")],
            [f"announcements: {UID} has no text", f"announcements: {OTHER} has no text"],
        ),
        (
            [
                ("captures", f"{PAGE}: the record at a.warc.gz:7 does not match its digest"),
                ("ledger", f"{PAGE} was read from a capture of another portal"),
                ("captures", f"{PAGE}0: the record at a.warc.gz:99 does not match its digest"),
            ],
            [
                f"captures: {PAGE}: the record at a.warc.gz:7 does not match its digest (and 1 more of it)",
                f"captures: {PAGE}0: the record at a.warc.gz:99 does not match its digest",
            ],
        ),
        (
            [("captures", f"no capture is known in {name}.warc.gz; advice") for name in ("a", "b")],
            [
                "captures: no capture is known in a.warc.gz; advice",
                "captures: no capture is known in b.warc.gz; advice",
            ],
        ),
    ],
)
def test_an_announcement_a_record_or_an_address_is_told_once(faults: list[tuple[str, str]], lines: list[str]) -> None:
    assert lines_of(Fault(*fault) for fault in faults) == lines


@pytest.fixture
def days(folder: ArchiveFolder) -> PassingDays:
    portal = passing_days(folder)
    portal.crawl()
    return portal


def printed(days: PassingDays, change: str) -> list[str]:
    """What is told of an archive in which one cell, or one row, is changed behind its back."""
    with days.archive() as writer:
        writer.execute("PRAGMA defer_foreign_keys = ON")
        writer.execute(change)
        lines = lines_of(verify(days.folder, writer.database, lambda done, total: None))
        writer.rollback()
    return lines


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE announcement SET title = 'Không ai viết thế' WHERE id = 1",
        "UPDATE announcement_text SET body = 'Khác hẳn' WHERE announcement = 1",
        "UPDATE announcement SET published_at = '2001-01-01' WHERE id = 1",
    ],
)
def test_a_changed_cell_of_an_announcement_is_one_line(days: PassingDays, change: str) -> None:
    (line,) = printed(days, change)
    assert "title, date, byline, text or attachments are not what was stored" in line


def test_rows_that_point_at_one_that_is_not_there_are_one_line(days: PassingDays) -> None:
    lines = [line for line in printed(days, "UPDATE portal SET name = 'khac'") if line.startswith("database")]
    (line,) = lines
    assert line.startswith("database: row ")
    assert " points at a row of portal that is not there, and " in line
    assert line.endswith(" more like it")


def test_of_an_index_that_is_another_each_announcement_is_told_once(days: PassingDays) -> None:
    with days.archive() as writer:
        writer.execute("UPDATE announcement_text SET body = replace(body, 'a', 'b')")
        found = index.differences(writer.database)
        (announcements,) = writer.execute("SELECT count(*) FROM announcement").fetchone()
        writer.rollback()
    assert len(found) == len({line.partition(":")[0] for line in found}) <= announcements
    assert any(line.endswith(" and other words are misplaced") for line in found)
