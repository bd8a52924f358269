"""Numbers of private persons and of agencies, by each way that leads out of the archive: masked, and left."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlite_utils import Database

from archive.database import open_for_reading
from archive.errors import ArchiveError
from archive.folder import ArchiveFolder
from archive.publication import publish
from archive.wacz.package import write_wacz
from archive.wacz.selection import choose
from tests.command import kehoach
from tests.site.conftest import Site
from tests.site.library import Item, make_archive

PRIVATE = ("0912.345.678", "051091001234", "205123456", "0041000123456", "0235 3852 777", "C1234567")
PUBLIC = ("0235.3810.852", "0903.111.222", "3949.0.1052345", "0987/KH-UBND")
LINE = (
    "Thông báo: bà Lan ĐT 0912.345.678, CCCD 051091001234, CMND 205123456, STK 0041000123456, nhà riêng "
    "0235 3852 777, hộ chiếu C1234567; Sở Nội vụ, ĐT 0235.3810.852; đường dây nóng 0903.111.222; "
    "tài khoản 3949.0.1052345 tại KBNN theo Kế hoạch 0987/KH-UBND"
)
ITEMS = [
    Item(
        LINE,
        LINE,
        "2020-01-02",
        captions=[LINE],
        lead=LINE,
        attachments=[("https://quang-nam.example.vn/a.pdf", LINE)],
        revisions=[{"title": LINE, "body_text": LINE, "captions": [LINE]}],
        page=f"<p>{LINE}</p>".encode(),
    ),
    Item("Tin thường", "Không có số nào.", "2020-01-05", page=b"<p>thuong</p>"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> ArchiveFolder:
    return make_archive(tmp_path_factory.mktemp("numbers") / "data", ITEMS)


def told(text: str) -> str:
    """A text with its escapes undone."""
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)


def workbook(content: bytes) -> str:
    book = load_workbook(io.BytesIO(content))
    return "\n".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)


def pages(folder: ArchiveFolder) -> Iterator[tuple[str, str, bool]]:
    """Way, what it tells, and whether it tells the whole text."""
    (uid,) = open_for_reading(folder).execute("SELECT uid FROM announcement WHERE id = 1").fetchone()
    tables = [f"/archive/{table}.json?_shape=array" for table in ("announcement_text", "revision", "attachment")]
    whole = [f"/tin/{uid}", f"/tin/{uid}.json", "/ban-luu/1", "/archive/announcement/1", *tables]
    lists = [f"/tra-cuu{form}?q=thong+bao" for form in ("", ".json", ".csv", ".atom", ".feed.json")]
    lists += ["/archive/announcement.json?_shape=array", "/archive/announcement.csv", "/", "/nguon/quang-nam"]
    for path, answer in zip((*whole, *lists), Site(folder).get(*whole, *lists), strict=True):
        assert answer.status_code == 200, path
        yield path, told(answer.text), path in whole
    yield "XLSX", workbook(Site(folder).page("/tra-cuu.xlsx?q=thong+bao").content), False


def dumps(folder: ArchiveFolder) -> Iterator[tuple[str, str, bool]]:
    made = publish(folder, folder.path.with_name("out"))
    for file in sorted((made.version / "downloads").iterdir()):
        content = file.read_bytes()
        if file.suffix == ".gz":
            content = gzip.decompress(content)
        elif file.suffix == ".zip":
            with zipfile.ZipFile(file) as packed:
                content = b"".join(map(packed.read, packed.namelist()))
        yield file.name, told(content.decode("utf-8", "replace")), False
    database = Database(next(made.version.glob("*.db")))
    texts = [str(row) for table in database.table_names() if "fts" not in table for row in database[table].rows]
    yield "the published database", "\n".join(texts), True


def exports(folder: ArchiveFolder) -> Iterator[tuple[str, str, bool]]:
    for form in ("jsonl", "json", "csv"):
        done = kehoach("export", "--public", "--format", form, "--archive", folder.path, cwd=folder.path)
        yield f"export --public as {form}", told(done.out), True


@pytest.mark.parametrize("ways", [pages, dumps, exports])
def test_private_numbers_are_masked_and_others_left_by_every_way_out(
    folder: ArchiveFolder, ways: Callable[[ArchiveFolder], Iterator[tuple[str, str, bool]]]
) -> None:
    seen = 0
    for way, text, is_whole in ways(folder):
        for number in PRIVATE:
            assert number not in text, (way, number)
        for number in PUBLIC if is_whole else ():
            assert number in text, (way, number)
        seen += 1
    assert seen >= 3


@pytest.mark.parametrize("number", PRIVATE)
def test_no_search_finds_a_private_number(folder: ArchiveFolder, number: str) -> None:
    found, table = Site(folder).get(f"/tra-cuu.json?q={number}", f"/archive/announcement.json?_search={number}")
    assert (found.json()["count"], table.json()["rows"]) == (0, [])


def test_a_search_finds_an_agencys_number(folder: ArchiveFolder) -> None:
    assert Site(folder).page("/tra-cuu.json?q=0235.3810.852").json()["count"] == 1


def test_captures_with_private_numbers_stay_out_of_wacz(folder: ArchiveFolder, tmp_path: Path) -> None:
    (uid,) = open_for_reading(folder).execute("SELECT uid FROM announcement WHERE id = 1").fetchone()
    chosen = choose(folder, [uid], None)
    with pytest.raises(ArchiveError, match="withheld 0, with private numbers 1, not read yet 0, of a newspaper 0"):
        write_wacz(folder, chosen, tmp_path / "a.wacz", title="x", watch=lambda done, total: None)
    assert chosen.sealed == {1: "with private numbers"}
    written = write_wacz(folder, choose(folder, [], "quang-nam"), tmp_path / "b.wacz", title="x", watch=lambda *_: None)
    assert (written.captures, written.sealed, written.reasons) == (1, 1, {"with private numbers": 1})
    with zipfile.ZipFile(tmp_path / "b.wacz") as packed:
        records = gzip.decompress(packed.read("archive/data.warc.gz"))
    assert not any(number.encode() in records for number in PRIVATE)
