"""Captures that others made: WARC files with broken records, folders of saved pages, the same twice."""

from __future__ import annotations

import io
import sqlite3
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from archive.folder import ArchiveFolder
from scraper.saved import SavedPage, address_of_page, saved_pages, time_of_page
from tests.command import kehoach
from tests.scraper.portals import article, listing, path_of

HOST = "http://sonoivu.example.vn"
PAGES = Path(__file__).parents[3] / "shared" / "pages"


def query(folder: ArchiveFolder, sql: str) -> list[Any]:
    with sqlite3.connect(folder.database) as connection:
        return connection.execute(sql).fetchall()


def write_warc(path: Path, count: int, *, gzip: bool = True) -> None:
    """A WARC file as another tool writes it: a listing and `count` articles, seen in August 2020."""
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=gzip)
        answers = [(f"{HOST}/tin-tuc", listing(range(count)))]
        answers += [(HOST + path_of(number), article(number)) for number in range(count)]
        for url, answer in answers:
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            record = writer.create_warc_record(
                url,
                "response",
                payload=io.BytesIO(answer.body),
                http_headers=headers,
                warc_headers_dict={"WARC-Date": "2020-08-01T00:00:00Z"},
            )
            writer.write_record(record)


def ingest(folder: ArchiveFolder, tmp_path: Path, *paths: Path) -> tuple[int, dict[str, int], str]:
    done = kehoach("ingest", *paths, "--archive", folder.path, "--json", cwd=tmp_path)
    return done.code, done.json if done.out else {}, done.err


@pytest.mark.parametrize("name", ["pages.warc.gz", "pages.warc"])
def test_a_warc_file_of_another_tool_goes_in_with_the_time_of_its_records(
    folder: ArchiveFolder, tmp_path: Path, name: str
) -> None:
    write_warc(tmp_path / name, 5, gzip=name.endswith("gz"))
    code, counts, _ = ingest(folder, tmp_path, tmp_path / name)
    assert (code, counts["captures"], counts["new"]) == (0, 6, 5)
    assert query(folder, "SELECT DISTINCT first_seen, last_seen FROM announcement") == [
        ("2020-08-01T00:00:00Z", "2020-08-01T00:00:00Z")
    ]
    assert kehoach("verify", "--archive", folder.path, cwd=tmp_path).code == 0


def test_the_same_file_again_adds_nothing(folder: ArchiveFolder, tmp_path: Path) -> None:
    write_warc(tmp_path / "pages.warc.gz", 5)
    ingest(folder, tmp_path, tmp_path / "pages.warc.gz")
    code, counts, _ = ingest(folder, tmp_path, tmp_path / "pages.warc.gz")
    assert (code, counts) == (0, {"captures": 6, "known": 6})
    assert query(folder, "SELECT count(*) FROM capture") == [(6,)]


def test_a_wacz_file_is_opened(folder: ArchiveFolder, tmp_path: Path) -> None:
    write_warc(tmp_path / "data.warc.gz", 3)
    with zipfile.ZipFile(tmp_path / "pages.wacz", "w") as archive:
        archive.write(tmp_path / "data.warc.gz", "archive/data.warc.gz")
        archive.writestr("datapackage.json", "{}")
    (tmp_path / "data.warc.gz").unlink()
    assert ingest(folder, tmp_path, tmp_path / "pages.wacz")[1]["new"] == 3


@pytest.mark.parametrize("place", [0.3, 0.5, 0.7])
def test_a_broken_record_is_passed_over_and_named(folder: ArchiveFolder, tmp_path: Path, place: float) -> None:
    path = tmp_path / "pages.warc.gz"
    write_warc(path, 9)
    data = bytearray(path.read_bytes())
    middle = int(len(data) * place)
    data[middle : middle + 30] = b"\xff" * 30
    path.write_bytes(data)
    code, counts, err = ingest(folder, tmp_path, path)
    assert code == 1
    assert counts["broken"] >= 1
    assert counts["new"] >= 7
    assert "a record was passed over" in err


def test_a_file_that_was_cut_off_gives_what_stands_before_the_cut(folder: ArchiveFolder, tmp_path: Path) -> None:
    path = tmp_path / "pages.warc.gz"
    write_warc(path, 5)
    path.write_bytes(path.read_bytes()[:-100])
    code, counts, err = ingest(folder, tmp_path, path)
    assert (code, counts["new"], counts["broken"]) == (1, 4, 1)
    assert "torn" in err


def test_a_file_that_is_no_warc_is_said_to_be_broken(folder: ArchiveFolder, tmp_path: Path) -> None:
    (tmp_path / "pages.warc.gz").write_bytes(b"hello")
    code, counts, _ = ingest(folder, tmp_path, tmp_path / "pages.warc.gz")
    assert (code, counts["broken"]) == (1, 1)


def test_a_folder_of_saved_pages_goes_in_with_addresses_from_every_place(folder: ArchiveFolder, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    plain = article(0).body
    (pages / "indexed.html").write_bytes(plain)
    (pages / "index.tsv").write_text(f"file\toriginal_url\nindexed.html\t{HOST}{path_of(0)}\n", "utf-8")
    tool = "by HTTrack Website Copier/3.x [XR&CO'2014], Sat, 27 Aug 2022 04:10:20 GMT"
    mirrored = f"<!-- Mirrored from {HOST[7:]}{path_of(1)} {tool} -->"
    (pages / "mirrored.html").write_bytes(mirrored.encode() + article(1).body)
    canonical = f'<head><link rel="canonical" href="{HOST}{path_of(2)}">'.encode()
    (pages / "canonical.html").write_bytes(article(2).body.replace(b"<head>", canonical))
    graph = f'<head><meta property="og:url" content="{HOST}{path_of(3)}">'.encode()
    (pages / "graph.html").write_bytes(article(3).body.replace(b"<head>", graph))
    (pages / "unknown.html").write_bytes(article(4).body)
    code, counts, err = ingest(folder, tmp_path, pages)
    assert (code, counts["new"], counts["no address"]) == (0, 4, 1)
    assert "unknown.html" in err
    assert query(folder, "SELECT fetched_at FROM capture WHERE url LIKE '%1001.html'") == [
        ("2022-08-27T04:10:20.000000Z",)
    ]
    assert kehoach("verify", "--archive", folder.path, cwd=tmp_path).code == 0


def test_a_reread_reads_ingested_pages_again_and_changes_nothing(folder: ArchiveFolder, tmp_path: Path) -> None:
    write_warc(tmp_path / "pages.warc.gz", 3)
    ingest(folder, tmp_path, tmp_path / "pages.warc.gz")
    before = kehoach("export", "--archive", folder.path, cwd=tmp_path).out
    assert kehoach("reread", "--archive", folder.path, cwd=tmp_path).code == 0
    assert kehoach("export", "--archive", folder.path, cwd=tmp_path).out == before


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ("<!-- saved from url=(0018)http://tuoitre.vn/ -->", "http://tuoitre.vn/"),
        ("<LINK REL=canonical HREF='https://a.vn/x?a=1&amp;b=2'>", "https://a.vn/x?a=1&b=2"),
        ('<meta content="https://a.vn/y" property="og:url">', "https://a.vn/y"),
        ('<link rel="canonical" href="/relative">', None),
        ("<html><body>http://a.vn/</body>", None),
    ],
)
def test_where_a_page_says_that_it_comes_from(head: str, address: str | None) -> None:
    assert address_of_page(head.encode()) == address


def test_a_time_that_the_page_does_not_name_is_unknown(tmp_path: Path) -> None:
    assert time_of_page(b"<!-- saved from url=(0018)http://tuoitre.vn/ -->") is None
    mirrored = b"<!-- Mirrored from a.vn/ by HTTrack Website Copier/3.x [XR&CO'2014], Sat, 27 Aug 2022 04:10:20 GMT -->"
    assert time_of_page(mirrored) == datetime(2022, 8, 27, 4, 10, 20, tzinfo=UTC)


@pytest.mark.skipif(not PAGES.is_dir(), reason="the real pages are not beside this checkout (../shared/pages)")
def test_real_pages_go_in_without_a_crash(folder: ArchiveFolder, tmp_path: Path) -> None:
    known = [page for page in saved_pages(PAGES) if isinstance(page, SavedPage)]
    code, counts, err = ingest(folder, tmp_path, PAGES)
    assert code == 0, err
    assert counts["captures"] == len(known)
    assert "reader failed" not in counts
    assert kehoach("verify", "--archive", folder.path, cwd=tmp_path).code == 0


@pytest.mark.parametrize(
    ("row", "kind", "ends"),
    [("gone.html\thttp://a.vn/1", "no file", 1), ("a.html\tnowhere", "not an address", 0), ("", "no address", 0)],
)
def test_a_page_of_a_folder_that_stays_out_is_named(
    folder: ArchiveFolder, tmp_path: Path, row: str, kind: str, ends: int
) -> None:
    saved = tmp_path / "saved"
    saved.mkdir()
    name = row.partition("\t")[0] or "a.html"
    if name == "a.html":
        (saved / name).write_text("<p>Tin</p>")
    (saved / "index.tsv").write_text(f"file\toriginal_url\n{row}\n")
    code, counts, err = ingest(folder, tmp_path, saved)
    assert (code, counts, str(saved / name) in err) == (ends, {kind: 1}, True)


def test_an_index_that_names_a_missing_file_is_a_fault_and_the_rest_goes_in(
    folder: ArchiveFolder, tmp_path: Path
) -> None:
    saved = tmp_path / "saved"
    saved.mkdir()
    (saved / "a.html").write_bytes(article(1).body)
    (saved / "index.tsv").write_text(f"file\toriginal_url\na.html\t{HOST}{path_of(1)}\nb.html\t{HOST}{path_of(2)}\n")
    code, counts, err = ingest(folder, tmp_path, saved)
    assert (code, counts["new"], counts["no file"]) == (1, 1, 1)
    assert f"{saved / 'b.html'}: an index of pages names this file, which is not there." in err


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("nosuch.warc.gz", "There is no {}; give a WARC or WACZ file, or a folder of saved pages."),
        ("nosuch", "There is no {}; give a WARC or WACZ file, or a folder of saved pages."),
        ("notes.txt", "{} is neither a WARC or WACZ file nor a folder of saved pages."),
    ],
)
def test_what_is_not_there_is_not_said_to_be_of_another_kind(
    folder: ArchiveFolder, tmp_path: Path, name: str, told: str
) -> None:
    (tmp_path / "notes.txt").touch()
    code, _, err = ingest(folder, tmp_path, tmp_path / name)
    assert (code, err) == (2, f"Error: {told.format(tmp_path / name)}\n")


def test_a_warc_file_with_nothing_in_it_is_named(folder: ArchiveFolder, tmp_path: Path) -> None:
    (tmp_path / "pages.warc.gz").touch()
    code, counts, err = ingest(folder, tmp_path, tmp_path / "pages.warc.gz")
    assert (code, counts, "pages.warc.gz: nothing was found" in err) == (0, {"empty": 1}, True)
