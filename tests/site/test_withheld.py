"""What is withheld, masked or shown in excerpts on the site: pages, captures, tables, search, feeds and JSON."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from archive.commands import cli
from archive.database import open_for_reading
from archive.folder import ArchiveFolder
from archive.public import refresh
from archive.site.serve import datasette_for
from archive.wacz.selection import choose, told
from archive.withholding import find_part, withhold
from archive.writer import writing
from tests.site.conftest import Site
from tests.site.library import Item, make_archive
from tests.vietnamese.test_encodings import tcvn3, vni

ITEMS = [
    Item("Thông báo mời họp", "Liên hệ bà Lan 0912.345.678.", "2020-01-02", page=b"<p>SDT: 0912.345.678</p>"),
    Item("Danh sách hộ nghèo", "Nội dung giữkín.", "2020-01-03", page="<p>giữkín</p>".encode()),
    Item("Tin thường", "Nội dung.", "2020-01-04", page="<p>Nội dung</p><a>Danh sách hộ nghèo</a>".encode()),
    Item("Bài báo", "Một câu. " * 90 + "bíẩn", "2020-01-05", portal="quang-ninh", page="<p>bíẩn</p>".encode()),
]
PATHS = (
    "/",
    "/tra-cuu",
    "/tra-cuu.json",
    "/tra-cuu.csv",
    "/tra-cuu.atom",
    "/nguon",
    "/nguon/quang-nam",
    "/archive",
    "/archive/announcement",
    "/archive/announcement.json?_shape=array",
    "/archive/announcement_text.json?_shape=array",
    "/archive/capture.json?_shape=array",
    "/archive/portal.json?_shape=array",
    "/da-rut",
    "/da-rut.json",
    *(f"/archive/announcement/{number}" for number in range(1, 5)),
    *(f"/ban-luu/{number}{ending}" for number in range(1, 5) for ending in ("", ".txt", "/tai-ve")),
)


@pytest.fixture
def folder(tmp_path: Path) -> ArchiveFolder:
    folder = make_archive(tmp_path / "data", ITEMS, excerpts=True)
    uid = open_for_reading(folder).execute("SELECT uid FROM announcement WHERE id = 2").fetchone()[0]
    with writing(folder) as writer:
        part = find_part(writer.database, uid)
        withhold(writer, part, "theo yêu cầu của công dân", datetime(2026, 11, 1, tzinfo=UTC))
    return folder


def test_no_page_tells_what_is_not_public(folder: ArchiveFolder) -> None:
    for path, answer in zip(PATHS, Site(folder).get(*PATHS), strict=True):
        for secret in ("giữkín", "hộ nghèo", "0912.345.678", "bíẩn"):
            assert secret not in answer.text, (path, secret)


@pytest.mark.parametrize("words", ["giữkín", "giukin", "bíẩn", "0912.345.678", '"hộ nghèo"'])
def test_no_search_finds_it(folder: ArchiveFolder, words: str) -> None:
    site = Site(folder)
    assert site.page(f"/tra-cuu.json?q={words}").json()["count"] == 0
    assert site.page(f"/archive/announcement.json?_search={words}").json()["rows"] == []


def test_the_coverage_says_that_a_newspaper_is_searched_in_excerpts_but_for_the_operator(folder: ArchiveFolder) -> None:
    told = "1 nguồn chỉ được hiện và tìm trong trích đoạn"
    page, data, elsewhere, portal = Site(folder).get(
        "/tra-cuu?q=ke+hoach", "/tra-cuu.json?q=ke+hoach", "/tra-cuu.json?tinh=Huế", "/nguon/quang-ninh"
    )
    assert told in page.text
    assert (data.json()["coverage"]["excerpts"], told in data.json()["coverage"]["text"]) == (1, True)
    assert elsewhere.json()["coverage"]["excerpts"] == 0
    assert "chỉ trong trích đoạn" in portal.text
    said = CliRunner().invoke(cli, ["search", "--archive", str(folder.path), "khonghecotunay"]).output
    assert "What the archive reached here: " in said
    assert "excerpts" not in said


def test_the_log_and_its_page_say_that_something_was_withheld(folder: ArchiveFolder) -> None:
    site = Site(folder)
    log, [entry] = site.page("/da-rut"), site.page("/da-rut.json").json()
    assert entry["id"] in log.text
    assert "theo yêu cầu của công dân" in log.text
    gone = site.page(f"/tin/{entry['id']}")
    assert (gone.status_code, "Tin này đã được rút" in gone.text) == (410, True)
    assert site.page("/tin/abcdefgh").status_code == 404


def test_sealed_captures_say_so_and_clean_ones_are_handed_out(folder: ArchiveFolder) -> None:
    site = Site(folder)
    masked, _, other, article = (f"/ban-luu/{number}" for number in range(1, 5))
    for path in (masked, other, article):
        page, source, file = site.get(path, f"{path}.txt", f"{path}/tai-ve")
        assert "niêm phong" in page.text
        assert (page.status_code, source.status_code, file.status_code) == (200, 403, 403)
    assert "████.███.███" in site.page(masked).text
    assert "Nội dung" in site.page(other).text
    assert site.page("/ban-luu/2").status_code == 404


def test_each_capture_that_no_wacz_holds_is_told_with_its_reason(folder: ArchiveFolder) -> None:
    assert choose(folder, [], "quang-nam").sealed == {1: "with private numbers", 3: "withheld"}
    assert choose(folder, [], "quang-ninh").sealed == {4: "of a newspaper"}
    assert told({"of a newspaper": 4, "withheld": 1}) == (
        "withheld 1, with private numbers 0, not read yet 0, of a newspaper 4"
    )
    assert told({"unreadable or too long": 2}).endswith(", of a newspaper 0, unreadable or too long 2")


TOLD = "Danh sách hộ nghèo được hỗ trợ sửa nhà ở thôn Một năm nay"
OLD = f"<p>{TOLD}</p><p>Thông báo của Ủy ban nhân dân xã về việc cải thiện điều kiện nhà ở của các hộ dân</p>"
CHARSETS = [
    *((name, f"<meta charset='{name}'><p>{TOLD}</p>".encode()) for name in ("idna", "undefined", "punycode", "x" * 99)),
    *((name, f"<meta charset='{name}'><p>{TOLD}</p>".encode()) for name in ("utf-16", "utf-32", "utf-7", "rot13")),
    ("utf-16 marked", f"<p>{TOLD}</p><p>SĐT 0912.345.678</p>".encode("utf-16")),
    ("utf-16-le", f"<html><body><p>{TOLD}</p><p>SĐT 0912.345.678</p></body></html>".encode("utf-16-le")),
    ("utf-16-be", f"<html><body><p>{TOLD}</p><p>SĐT 0912.345.678</p></body></html>".encode("utf-16-be")),
    ("utf-32 marked", f"<p>{TOLD}</p>".encode("utf-32")),
    ("tcvn3", tcvn3(OLD)),
    ("vni", vni(OLD)),
    ("no text", f"<p>{TOLD}</p>".encode().replace("ộ".encode(), b"\0")),
    ("broken", f"<p>Một hai</p><p>{TOLD}</p>".encode().replace("nghèo".encode(), b"ngh\xff\xfeo")),
]


def test_captures_are_judged_in_the_charset_in_which_pages_are_read(tmp_path: Path) -> None:
    items = [Item(TOLD, "Nội dung.", "2020-01-01")]
    items += [Item(f"Tin {name}", "Khác.", "2020-01-02", page=page) for name, page in CHARSETS]
    folder = make_archive(tmp_path / "data", items)
    (uid,) = open_for_reading(folder).execute("SELECT uid FROM announcement WHERE id = 1").fetchone()
    with writing(folder) as writer:
        withhold(writer, find_part(writer.database, uid), "theo yêu cầu", datetime(2026, 11, 1, tzinfo=UTC))
    site = Site(folder)
    for number, (name, _) in enumerate(CHARSETS, 1):
        path = f"/ban-luu/{number}"
        page, source, file = site.get(path, f"{path}.txt", f"{path}/tai-ve")
        assert (page.status_code, source.status_code, file.status_code) == (200, 403, 403), name
        assert "sửa nhà" not in page.text, name
        assert "0912.345.678" not in page.text, name
    shown = site.page("/ban-luu/1").text
    assert "<em>[đã rút]</em>" in shown
    assert "chỗ ấy ghi [đã rút]" in shown


def test_what_is_withheld_is_gone_from_a_running_site_at_once(tmp_path: Path) -> None:
    folder = make_archive(tmp_path / "data", ITEMS)
    (uid,) = open_for_reading(folder).execute("SELECT uid FROM announcement WHERE id = 3").fetchone()
    paths = [
        "/",
        "/tra-cuu",
        "/tra-cuu.json",
        "/tra-cuu.atom",
        "/archive/announcement.json",
        f"/tin/{uid}",
        "/ban-luu/3",
        "/da-rut",
    ]

    async def visit() -> tuple[list[Any], list[Any]]:
        datasette = datasette_for(folder, num_sql_threads=1)
        await datasette.invoke_startup()
        before = [await datasette.client.get(path) for path in paths]
        with writing(folder) as writer:
            withhold(writer, find_part(writer.database, uid), "theo yêu cầu", datetime(2026, 11, 1, tzinfo=UTC))
        refresh(folder)
        return before, [await datasette.client.get(path) for path in paths]

    before, after = asyncio.run(visit())
    assert [path for path, answer in zip(paths, before, strict=True) if uid not in answer.text] == [
        "/", "/ban-luu/3", "/da-rut",
    ]  # fmt: skip
    assert [path for path, answer in zip(paths, after, strict=True) if uid in answer.text] == [
        f"/tin/{uid}", "/da-rut",
    ]  # fmt: skip
    assert "theo yêu cầu" in after[7].text
    assert not any("Tin thường" in answer.text for answer in after)
    assert [answer.status_code for answer in after[5:7]] == [410, 404]
    assert {answer.headers.get("cache-control") for answer in before} <= {"public, no-cache", "no-cache", None}
