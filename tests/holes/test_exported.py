"""Missing numbers in exports, dumps and on the site; a withheld paper is neither shown nor said to be missing."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from archive.database import open_for_reading
from archive.folder import ArchiveFolder
from archive.holes import Hole, find_holes, published_holes
from archive.public import open_public
from archive.publication import publish
from tests.command import kehoach
from tests.site.library import Item, Paper, make_archive
from tests.site.test_publish import visit

MISSING = (43, 51)
AGENCY = "Ủy ban nhân dân tỉnh Quảng Nam"


def item(place: int, *, portal: str = "quang-nam", body: str | None = None) -> Item:
    number, dated = f"{place}/KH-UBND", f"2020-{place // 28 + 1:02}-{place % 28 + 1:02}"
    paper = Paper(number, "issues", dated, "KH", "UBND", printed=number)
    return Item(f"Ban hành Kế hoạch số {number}", body or "Nội dung.", dated, portal, papers=[paper])


@pytest.fixture
def folder(tmp_path: Path) -> ArchiveFolder:
    return make_archive(tmp_path / "data", [item(place) for place in range(30, 60) if place not in MISSING])


def withhold(folder: ArchiveFolder, place: int, *words: str) -> None:
    title = f"Ban hành Kế hoạch số {place}/KH-UBND"
    ((uid,),) = open_for_reading(folder).execute("SELECT uid FROM announcement WHERE title = ?", (title,)).fetchall()
    words = words or ("--reason", "theo yêu cầu")
    done = kehoach("withhold", uid, *words, "--archive", folder.path, cwd=folder.path.parent)
    assert done.code == 0, done.err


def exported(folder: ArchiveFolder, *words: str) -> list[dict[str, Any]]:
    done = kehoach("export", "--holes", *words, "--archive", folder.path, cwd=folder.path.parent)
    assert done.code == 0, done.err
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert done.err == f"{len(rows)} missing numbers\n"
    return rows


def public(folder: ArchiveFolder) -> list[Hole]:
    database = open_public(folder)
    try:
        return published_holes(database)
    finally:
        database.close()


def test_an_export_of_holes_has_a_row_a_missing_number_with_its_neighbours(folder: ArchiveFolder) -> None:
    rows = exported(folder)
    assert rows == exported(folder, "--public")
    assert [(row["agency"], row["type"], row["period"], row["missing"]) for row in rows] == [
        (AGENCY, "KH", "2020", 43), (AGENCY, "KH", "2020", 51),
    ]  # fmt: skip
    assert [(row["before"], row["behind"]) for row in rows] == [
        ("42/KH-UBND", "44/KH-UBND"), ("50/KH-UBND", "52/KH-UBND"),
    ]  # fmt: skip
    assert rows[0]["before_dated"] == "2020-02-15"
    output = folder.path.parent / "so-khuyet.csv"
    done = kehoach(
        "export", "--holes", "--format", "csv", "-o", output, "--archive", folder.path, cwd=folder.path.parent
    )
    assert done.err == "2 missing numbers\n"
    cells = list(csv.DictReader(io.StringIO(output.read_bytes().decode("utf-8-sig"))))
    assert [row["missing"] for row in cells] == ["43", "51"]


def test_holes_are_not_chosen_as_announcements_are(folder: ArchiveFolder) -> None:
    done = kehoach("export", "--holes", "--plans", "--archive", folder.path, cwd=folder.path.parent)
    assert (done.code, "--holes goes with --public only" in done.err) == (2, True)


def test_a_publication_holds_them_with_row_counts_and_checksums(folder: ArchiveFolder, tmp_path: Path) -> None:
    made = publish(folder, tmp_path / "out")
    downloads = made.version / "downloads"
    dumps = {dump.name: dump for dump in made.dumps if dump.table == "hole"}
    assert {name: dump.rows for name, dump in dumps.items()} == {"so-khuyet.jsonl": 2, "so-khuyet.csv": 2}
    sums = dict(line.split("  ")[::-1] for line in (downloads / "SHA256SUMS").read_text().splitlines())
    for name, dump in dumps.items():
        assert hashlib.sha256((downloads / name).read_bytes()).hexdigest() == dump.sha256 == sums[name]
    lines = [json.loads(line) for line in (downloads / "so-khuyet.jsonl").read_text("utf-8").splitlines()]
    assert [line["missing"] for line in lines] == list(MISSING)
    assert made.tables["hole"] == 2
    inside = Database(downloads / "kehoach.sqlite3")
    assert [row[0] for row in inside.execute("SELECT missing FROM hole")] == list(MISSING)
    page, file, holes, table = visit(
        made.version, "/tai-ve", "/tai-ve/so-khuyet.csv", "/so-khuyet", "/archive/hole.json?_shape=array"
    )
    assert dumps["so-khuyet.csv"].sha256 in page.text
    assert file.content == (downloads / "so-khuyet.csv").read_bytes()
    assert "42/KH-UBND" in holes.text
    assert [row["missing"] for row in table.json()] == list(MISSING)


def test_a_withheld_number_is_neither_shown_nor_said_to_be_missing(folder: ArchiveFolder, tmp_path: Path) -> None:
    for place in (42, 47):
        withhold(folder, place)
    assert [hole.missing for hole in public(folder)] == list(MISSING)
    assert (public(folder)[0].before, public(folder)[0].behind) == ("41/KH-UBND", "44/KH-UBND")
    for rows in (exported(folder), exported(folder, "--public")):
        assert [row["missing"] for row in rows] == list(MISSING)
        assert {"42/KH-UBND", "47/KH-UBND"}.isdisjoint(str(value) for row in rows for value in row.values())
    publication = publish(folder, tmp_path / "out")
    holes, data = visit(publication.version, "/so-khuyet", "/so-khuyet.json")
    assert "42/KH-UBND" not in holes.text
    assert [row["missing"] for row in data.json()["holes"]] == list(MISSING)
    assert [stretch.neighbours(43)[0].number for stretch in find_holes(open_for_reading(folder))] == ["42/KH-UBND"]
    withhold(folder, 42, "--undo")
    assert public(folder)[0].before == "42/KH-UBND"


def test_a_number_at_the_edge_of_what_is_shown_ends_the_claim(folder: ArchiveFolder) -> None:
    for place in range(52, 60):
        withhold(folder, place)
    assert [hole.missing for hole in public(folder)] == [43]


def test_where_too_little_is_shown_nothing_is_claimed(folder: ArchiveFolder) -> None:
    for place in range(39, 60):
        if place not in MISSING:
            withhold(folder, place)
    assert public(folder) == []
    assert exported(folder) == []


def test_a_number_that_only_the_rest_of_a_newspaper_article_names_is_not_missing(tmp_path: Path) -> None:
    long = "Câu dài của bài báo này nói về nhiều việc khác nhau. " * 40
    items = [item(place) for place in range(30, 60) if place not in (*MISSING, 45)]
    named = item(45, portal="quang-ninh", body=f"{long} Kế hoạch số 45/KH-UBND.")
    named.title = "Một bài báo dài"
    folder = make_archive(tmp_path / "data", [*items, named], excerpts=True)
    with open_for_reading(folder).conn as connection:
        ((number,),) = connection.execute("SELECT id FROM document WHERE number = '45/KH-UBND'")
    writable = Database(folder.database)
    writable.execute("UPDATE document SET issued_by = ? WHERE id = ?", (AGENCY, number))
    writable.conn.commit()
    writable.close()
    assert [hole.missing for hole in public(folder)] == list(MISSING)
    assert "45/KH-UBND" not in str(public(folder))


def test_what_arrives_closes_a_hole_on_the_site(folder: ArchiveFolder, tmp_path: Path) -> None:
    assert [hole.missing for hole in public(folder)] == list(MISSING)
    more = make_archive(tmp_path / "more", [item(place) for place in range(30, 60) if place != 51])
    (folder.path / "archive.db").write_bytes(more.database.read_bytes())
    assert [hole.missing for hole in public(folder)] == [51]
