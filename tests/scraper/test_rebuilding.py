"""A database that was lost is made anew from the captures beside it; the demo's are known for what they are."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from archive.folder import ArchiveFolder
from tests.command import Done, kehoach
from tests.scraper.passing_days import PassingDays, passing_days
from tests.scraper.test_ingest import write_warc

SHOWN = (
    "SELECT uid, portal, title, published_at, province, province_now, posted_by, demo, first_seen, last_seen, "
    "changed_at, reader FROM announcement ORDER BY uid"
)
KEPT = (
    "SELECT url, portal, method, status, fetched_at, digest, file, offset, length, revisit_of FROM capture "
    "ORDER BY file, offset"
)


@pytest.fixture
def days(folder: ArchiveFolder) -> PassingDays:
    """Two crawls of a demo portal, with a correction between."""
    days = passing_days(folder, "demo-ninh-thuan")
    days.crawl()
    article = days.site.articles()[0]
    days.site.edit(article.key, blocks=(*article.blocks, "Đính chính."))
    days.later(40)
    days.crawl()
    return days


def query(folder: ArchiveFolder, sql: str) -> list[Any]:
    connection = sqlite3.connect(folder.database)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def ingest(folder: ArchiveFolder, *paths: Path) -> Done:
    return kehoach("ingest", *paths, "--archive", folder.path, cwd=folder.path.parent)


def files_of(folder: ArchiveFolder) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.warcs.iterdir()}


def test_a_lost_database_is_made_anew_from_the_captures_where_they_stand(days: PassingDays) -> None:
    folder = days.folder
    shown, kept, files = query(folder, SHOWN), query(folder, KEPT), files_of(folder)
    assert any(row[-1] for row in kept)
    folder.database.rename(folder.path / "archive.db.damaged")
    done = ingest(folder, folder.warcs)
    assert done.code == 0, done.err
    assert files_of(folder) == files
    assert (query(folder, SHOWN), query(folder, KEPT)) == (shown, kept)
    verified = kehoach("verify", "--archive", folder.path, cwd=folder.path.parent)
    assert verified.code == 0, verified.out


def test_a_record_that_lost_its_row_gets_it_by_what_verify_says(days: PassingDays) -> None:
    folder = days.folder
    connection = sqlite3.connect(folder.database)
    row = "SELECT id FROM capture WHERE url LIKE '%robots.txt' ORDER BY id LIMIT 1"
    before = query(folder, KEPT)
    connection.execute(f"DELETE FROM capture WHERE id = ({row}) AND id NOT IN (SELECT revisit_of FROM capture)")
    connection.execute(f"DELETE FROM capture WHERE id = ({row})")
    connection.commit()
    connection.close()
    lost = len(before) - len(query(folder, KEPT))
    told = kehoach("verify", "--archive", folder.path, cwd=folder.path.parent)
    assert told.out.count("has no row; `kehoach ingest` of the archive's own warc/ gives rows to what has none") == lost
    assert ingest(folder, folder.warcs).code == 0
    assert len(query(folder, KEPT)) == len(before)
    assert kehoach("verify", "--archive", folder.path, cwd=folder.path.parent).code == 0


def test_behind_a_broken_record_the_others_get_their_rows_too(days: PassingDays) -> None:
    folder = days.folder
    kept = query(folder, KEPT)
    name, offset, length = kept[3][6:9]
    size = (folder.warcs / name).stat().st_size
    with (folder.warcs / name).open("r+b") as file:
        file.seek(offset + length // 2)
        file.write(b"\xff" * 40)
    folder.database.unlink()
    done = ingest(folder, folder.warcs)
    assert (done.code, "a record was passed over" in done.err) == (1, True)
    assert {row[7] for row in query(folder, KEPT)} == {row[7] for row in kept} - {offset}
    assert (folder.warcs / name).stat().st_size == size


def test_a_stranger_among_the_archives_own_files_is_not_copied_beside_itself(folder: ArchiveFolder) -> None:
    folder.create()
    write_warc(folder.warcs / "theirs.warc.gz", 2)
    done = ingest(folder, folder.warcs)
    assert done.code == 2
    assert "lies among the archive's own files and is none of them; take it in from elsewhere." in done.err
    assert not folder.exists()


def test_captures_of_the_demo_are_the_demos_in_any_archive(days: PassingDays, tmp_path: Path) -> None:
    other = ArchiveFolder(tmp_path / "other")
    assert ingest(other, *days.folder.warcs.iterdir()).code == 0
    assert query(other, SHOWN) == query(days.folder, SHOWN)
    assert query(other, "SELECT DISTINCT portal, demo, posted_by FROM announcement") == [
        ("demo-ninh-thuan", 1, "Ủy ban nhân dân tỉnh Ninh Thuận")
    ]


REFUSED = "Demo portals and real ones never share an archive"


@pytest.mark.parametrize("first", ["demo", "real", "neither"])
def test_captures_of_the_demo_and_real_ones_never_share_an_archive(
    days: PassingDays, tmp_path: Path, first: str
) -> None:
    write_warc(tmp_path / "real.warc.gz", 2)
    shutil.copy(next(days.folder.warcs.iterdir()), tmp_path / "demo.warc.gz")
    other = ArchiveFolder(tmp_path / "other")
    both = [tmp_path / "demo.warc.gz", tmp_path / "real.warc.gz"]
    if first != "neither":
        assert ingest(other, tmp_path / f"{first}.warc.gz").code == 0
        both.remove(tmp_path / f"{first}.warc.gz")
    before = (query(other, KEPT), files_of(other)) if other.exists() else None
    done = ingest(other, *both)
    assert (done.code, done.err.count(REFUSED), done.out) == (2, 1, "")
    assert ((query(other, KEPT), files_of(other)) if other.exists() else None) == before
