"""Who issued what an announcement issues: a number in the mention's row, kept by the database itself."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlite_utils import Database

from archive.database import open_for_reading, open_for_writing
from archive.public import open_public
from archive.withholding import find_part, withhold
from archive.writer import writing
from tests.site.library import Item, Paper, make_archive

ITEMS = [
    Item("Ban hành", "Kế hoạch.", "2020-01-02", papers=[Paper("1/KH-UBND", "issues", "2020-01-01", "KH", "UBND")]),
    Item("Nhắc lại", "Theo kế hoạch.", "2020-02-02", papers=[Paper("1/KH-UBND", "cites", "2020-01-01", "KH", "UBND")]),
]
ISSUER = "Ủy ban nhân dân tỉnh Quảng Nam"
ISSUED = "SELECT m.role, y.name FROM mention m LEFT JOIN agency y ON y.id = m.agency ORDER BY m.id"


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return open_for_writing(make_archive(tmp_path / "data", ITEMS))


def test_only_what_is_issued_has_its_agency(database: Database) -> None:
    assert database.execute(ISSUED).fetchall() == [("issues", ISSUER), ("cites", None)]


def test_a_document_that_is_written_after_its_mention_gives_it_its_agency(database: Database) -> None:
    database.execute("PRAGMA foreign_keys = OFF")
    (row,) = database.query("SELECT * FROM document")
    database.execute("DELETE FROM document")
    assert database.execute("SELECT count(*) FROM agency").fetchone() == (0,)
    database.table("document").insert(row | {"issued_by": "Sở Nội vụ"})
    assert database.execute(ISSUED).fetchall() == [("issues", "Sở Nội vụ"), ("cites", None)]


def test_an_agency_is_written_once_and_stays_while_it_has_documents(database: Database) -> None:
    (row,) = database.query("SELECT * FROM document")
    for number in (2, 3):
        database.table("document").insert(row | {"id": row["id"] + number, "identity": f"other {number}"}, replace=True)
    database.execute("DELETE FROM document WHERE identity = 'other 2'")
    assert database.execute("SELECT name FROM agency").fetchall() == [(ISSUER,)]


def test_the_public_form_forgets_the_agency_whose_papers_are_withheld(tmp_path: Path) -> None:
    folder = make_archive(tmp_path / "data", ITEMS[:1])
    assert open_public(folder).execute(ISSUED).fetchall() == [("issues", ISSUER)]
    with writing(folder) as writer:
        (uid,) = writer.database.execute("SELECT uid FROM announcement").fetchone()
        withhold(writer, find_part(writer.database, uid), "theo yêu cầu", datetime(2026, 10, 2, tzinfo=UTC))
    assert open_public(folder).execute("SELECT count(*) FROM agency").fetchone() == (0,)


def test_an_archive_of_before_is_given_its_agencies(tmp_path: Path) -> None:
    folder = make_archive(tmp_path / "data", ITEMS)
    database = open_for_writing(folder)
    for name in ("agency_of_mention", "agency_of_document", "agency_gone"):
        database.execute(f"DROP TRIGGER {name}")
    database.execute("DROP INDEX mention_issues")
    database.execute("ALTER TABLE mention DROP COLUMN agency")
    database.execute("DROP TABLE agency")
    database.execute("CREATE INDEX mention_issues ON mention(announcement, document) WHERE role = 'issues'")
    database.execute("DELETE FROM _sqlite_migrations WHERE name = 'agencies'")
    database.close()
    assert open_for_reading(folder).execute(ISSUED).fetchall() == [("issues", ISSUER), ("cites", None)]
