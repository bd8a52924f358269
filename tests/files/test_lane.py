"""The slow lane: it never blocks a writer, and an interruption loses nothing that was read."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict, replace
from typing import Any

import pytest
from sqlite_utils import Database

from archive import index
from archive.database import open_for_reading
from archive.files.keeping import keep_file, keep_text
from archive.files.lane import SPOOL, _Spool, read_files
from archive.files.reading import FileText
from archive.folder import ArchiveFolder
from archive.model import Capture
from archive.public import open_public
from archive.search import search
from archive.store import Sighting, store
from archive.verify import verify
from archive.vietnamese.documents import find_documents
from archive.warc import digest_of
from archive.withholding import attachment_id, find_part, withhold
from archive.writer import writing
from tests.archive.examples import FIRST_DAY, PORTAL, PRINTED, announcement, exchange
from tests.files import made
from tests.site.conftest import Site

ADDRESS = PRINTED.attachments[0].url
CONTENT = made.word("Toàn văn chỉ nằm trong tệp")


@pytest.fixture
def archive(folder: ArchiveFolder) -> ArchiveFolder:
    with writing(folder) as writer:
        writer.put_portal(PORTAL)
        for key in ("one", "two"):
            store(writer, announcement(title=f"Tin {key}"), Sighting(PORTAL["name"], key, None, FIRST_DAY))
        capture = writer.put_capture(exchange(CONTENT, url=ADDRESS), portal=PORTAL["name"], run=None)
        keep_file(writer, ADDRESS, CONTENT, Capture(capture, FIRST_DAY))
    return folder


def rows(folder: ArchiveFolder, sql: str) -> list[Any]:
    return open_for_reading(folder).execute(sql).fetchall()


def silent(done: int, total: int) -> None:
    """Watch nothing."""


def test_one_content_is_read_once_and_found_in_each_announcement_that_carries_it(archive: ArchiveFolder) -> None:
    assert read_files(archive, watch=silent) == {"read": 1}
    assert read_files(archive, watch=silent) == {}
    hits = search(open_for_reading(archive), '"chỉ nằm trong tệp"').hits
    assert [(hit.found_in, hit.found_file) for hit in hits] == [("attachment", "Kế hoạch số 12/KH-SNV")] * 2
    assert list(verify(archive, open_for_reading(archive), silent)) == []


def test_results_wait_on_disk_while_another_job_writes(archive: ArchiveFolder) -> None:
    found = FileText("read", "docx", text="Đọc trong lúc chờ")
    with archive.writing():
        spool = _Spool(archive)
        for _ in range(40):
            spool.add(digest_of(CONTENT), found)
        assert rows(archive, "SELECT state FROM file") == [("waiting",)]
    with (archive.path / SPOOL).open("a") as file:
        file.write(json.dumps({"file": digest_of(CONTENT), **asdict(replace(found, text="nửa"))})[:40])
    read_files(archive, watch=silent)
    assert rows(archive, "SELECT text FROM file_text") == [("Đọc trong lúc chờ",)]
    assert not (archive.path / SPOOL).exists()


def test_recognised_words_are_found_and_identify_nothing(archive: ArchiveFolder) -> None:
    found = FileText("read", "pdf", text="Kế hoạch số 99/KH-UBND nhận dạng", ocr=True, confidence=71.5, pages=1)
    with writing(archive) as writer:
        keep_text(writer, digest_of(CONTENT), found, FIRST_DAY)
    assert [hit.found_in for hit in search(open_for_reading(archive), '"nhận dạng"').hits] == ["ocr", "ocr"]
    assert rows(archive, "SELECT count(*) FROM mention WHERE file IS NOT NULL") == [(0,)]
    assert rows(archive, "SELECT count(*) FROM document WHERE number LIKE '99/%'") == [(0,)]


def test_a_paper_that_is_attached_makes_its_announcement_carry_a_plan(archive: ArchiveFolder) -> None:
    with writing(archive) as writer:
        writer.execute("UPDATE announcement SET is_plan = 0, plan_reason = NULL, document_type = NULL")
        head = {"type": "KH", "number": None, "abstract": None}
        keep_text(writer, digest_of(CONTENT), FileText("read", "docx", text="Kế hoạch", head=head), FIRST_DAY)
    plans = rows(archive, "SELECT DISTINCT is_plan, plan_reason, document_type FROM announcement")
    assert plans == [(1, "attachment", "KH")]


def test_verify_names_a_file_whose_text_is_missing(archive: ArchiveFolder) -> None:
    with writing(archive) as writer:
        writer.execute("UPDATE file SET state = 'read'")
    faults = [fault.what for fault in verify(archive, open_for_reading(archive), silent)]
    assert faults == [f"{digest_of(CONTENT)} was read and has no text"]


@pytest.mark.parametrize("harm", ["DELETE FROM mention WHERE", "UPDATE mention SET role = 'repeals' WHERE"])
def test_verify_names_an_announcement_that_lost_what_its_file_names(archive: ArchiveFolder, harm: str) -> None:
    text = "Căn cứ Quyết định số 12/QĐ-UBND ngày 05/03/2020 của UBND tỉnh"
    mentions = [asdict(mention) for mention in find_documents(text)]
    with writing(archive) as writer:
        keep_text(writer, digest_of(CONTENT), FileText("read", "docx", text=text, mentions=mentions), FIRST_DAY)
    assert list(verify(archive, open_for_reading(archive), silent)) == []
    with writing(archive) as writer:
        writer.execute(f"{harm} announcement = 1 AND file IS NOT NULL")
    (fault,) = verify(archive, open_for_reading(archive), silent)
    assert fault.part == "mentions"


def test_the_public_form_has_the_texts_of_files_masked_and_without_what_is_withheld(archive: ArchiveFolder) -> None:
    found = FileText("read", "docx", text="Danh sách hộ nghèo: bà Nguyễn Thị Lan, SĐT 0912.345.678")
    with writing(archive) as writer:
        keep_text(writer, digest_of(CONTENT), found, FIRST_DAY)
    public = open_public(archive)
    (text,) = public.execute("SELECT text FROM file_text").fetchone()
    assert text.startswith("Danh sách hộ nghèo")
    assert "345" not in text
    assert [hit.found_in for hit in search(public, '"hộ nghèo"').hits] == ["attachment", "attachment"]
    assert not search(public, "0912.345.678").hits
    public.close()
    uid = rows(archive, "SELECT uid FROM announcement ORDER BY id LIMIT 1")[0][0]
    with writing(archive) as writer:
        part = find_part(writer.database, attachment_id(uid, ADDRESS))
        withhold(writer, part, "Danh sách cá nhân", FIRST_DAY)
    public = open_public(archive)
    assert public.execute("SELECT count(*) FROM file_text").fetchone() == (0,)
    assert public.execute("SELECT count(*) FROM file").fetchone() == (0,)
    assert not search(public, '"hộ nghèo"').hits
    assert index.differences(Database(memory_copy(public))) == []


def memory_copy(database: Database) -> sqlite3.Connection:
    """A copy in memory, which may be written to."""
    copy = sqlite3.connect(":memory:", isolation_level=None)
    database.conn.backup(copy)
    return copy


def test_the_page_of_an_announcement_shows_what_its_file_says_and_that_it_is_a_guess(archive: ArchiveFolder) -> None:
    with writing(archive) as writer:
        found = FileText("read", "pdf", text="Toàn văn <b>quét</b>", ocr=True, confidence=71.5, pages=3)
        keep_text(writer, digest_of(CONTENT), found, FIRST_DAY)
    uid = rows(archive, "SELECT uid FROM announcement ORDER BY id LIMIT 1")[0][0]
    page, data = Site(archive).get(f"/tin/{uid}", f"/tin/{uid}.json")
    assert "Toàn văn &lt;b&gt;quét&lt;/b&gt;" in page.text
    assert "(OCR), độ tin cậy 72 %" in page.text
    file = data.json()["attachments"][0]
    assert (file["state"], file["ocr"], file["ocr_confidence"], file["pages"]) == ("read", True, 71.5, 3)
