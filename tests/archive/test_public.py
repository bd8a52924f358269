"""The public database holds the public form and nothing else."""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlite_utils import Database

from archive import index, public, schema
from archive.clock import day_shown
from archive.database import open_for_reading, open_for_writing
from archive.errors import UsageError
from archive.export import Selection, export
from archive.folder import ArchiveFolder
from archive.public import open_public, refresh
from archive.public_form import excerpt
from archive.verify import verify
from archive.withholding import NotInArchiveError, find_part, log_of, parts_of, release, withhold
from archive.writer import writing
from tests.command import kehoach
from tests.site.library import Item, Paper, make_archive

FOR_READERS_ALONE = {index.split()[0] for index in schema.READERS}
NOW = datetime(2026, 11, 1, tzinfo=UTC)
SENTENCES = " ".join(f"Câu thứ {number} của bài báo này." for number in range(60))
ITEMS = [
    Item(
        "Thông báo hỗ trợ hộ nghèo",
        "Liên hệ bà Nguyễn Thị Lan, SĐT 0912.345.678, CCCD 051091001234.\n"
        "Chuyển khoản STK 4200205123456 tại Agribank.\nĐường dây nóng: 0235.3852.123.",
        "2020-01-02",
        attachments=[("https://quang-nam.example.vn/a.pdf", "Danh sách (SĐT 0987654321)")],
        revisions=[{"title": "Thông báo cũ", "body_text": "SĐT 0912.345.679", "captions": ["CMND 205123456"]}],
        captions=["Ảnh: bà Lan, ĐT 0912.345.670"],
        page=b"<p>0912.345.678</p>",
    ),
    Item(
        "Bài báo dài",
        f"{SENTENCES} Cuối bài có chữ bíẩn và Quyết định số 77/QĐ-UBND.",
        "2020-01-03",
        portal="quang-ninh",
        papers=[Paper("77/QĐ-UBND", printed="77/QĐ-UBND")],
        captions=["Chú thích bíẩn"],
        page="<p>bíẩn</p>".encode(),
    ),
    Item(
        "Danh sách giữkín",
        "Nội dung giữkín theo Kế hoạch số 99/KH-UBND.",
        "2020-01-04",
        papers=[Paper("99/KH-UBND", "issues", printed="99/KH-UBND")],
        page="<p>giữkín</p>".encode(),
    ),
    Item("Tin thường", "Không có gì đặc biệt.", "2020-01-05", page=b"<p>thuong</p>"),
]


@pytest.fixture
def folder(tmp_path: Path) -> ArchiveFolder:
    return make_archive(tmp_path / "data", ITEMS, excerpts=True)


def everything(folder: ArchiveFolder) -> str:
    """Every text of every table of the public database, and every term of its index."""
    database = open_public(folder)
    texts: list[str] = []
    for table in database.table_names():
        if not table.startswith("announcement_fts"):
            texts += [str(value) for row in database.execute(f"SELECT * FROM [{table}]") for value in row]
    database.close()
    connection = sqlite3.connect(folder.public_database)
    connection.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, announcement_fts, 'row')")
    texts += [term for (term,) in connection.execute("SELECT term FROM temp.terms")]
    connection.close()
    return "\n".join(texts)


def change(folder: ArchiveFolder, identifier: str, *, undo: bool = False) -> bool:
    with writing(folder) as writer:
        part = find_part(writer.database, identifier)
        return release(writer, part, NOW) if undo else withhold(writer, part, "theo yêu cầu", NOW)


def uid(folder: ArchiveFolder, title: str) -> str:
    database = open_for_reading(folder)
    return str(database.execute("SELECT uid FROM announcement WHERE title = ?", (title,)).fetchone()[0])


def counts(folder: ArchiveFolder) -> dict[str, int]:
    database = open_public(folder)
    tables = ("announcement", "announcement_text", "attachment", "mention", "document", "revision", "capture")
    return {table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}


def test_numbers_of_private_persons_are_nowhere(folder: ArchiveFolder) -> None:
    text = everything(folder)
    for secret in ("345.678", "051091001234", "4200205123456", "0987654321", "345.679", "205123456", "345.670"):
        assert secret not in text
    assert "0235.3852.123" in text


def test_an_article_of_a_newspaper_is_title_beginning_and_link(folder: ArchiveFolder) -> None:
    text = everything(folder)
    assert "bíẩn" not in text
    assert "77/QĐ-UBND" not in text
    assert "Câu thứ 3 của bài báo này." in text
    assert "Câu thứ 59" not in text
    database = open_public(folder)
    row = database.execute(
        "SELECT c.file, c.length FROM announcement a JOIN capture c ON c.id = a.capture WHERE a.portal = 'quang-ninh'"
    ).fetchone()
    assert row == ("", 0)


def test_what_is_withheld_is_nowhere_until_it_is_released(folder: ArchiveFolder) -> None:
    refresh(folder)
    before, text = counts(folder), everything(folder)
    assert "giữkín" in text
    identifier = uid(folder, "Danh sách giữkín")
    assert change(folder, identifier)
    text = everything(folder)
    assert "giữkín" not in text
    assert "99/KH-UBND" not in text
    assert counts(folder) == {
        name: number - (name in ("announcement", "announcement_text", "mention", "document", "capture"))
        for name, number in before.items()
    }
    assert f"{identifier}\nannouncement\n{identifier}\nNone\ntheo yêu cầu\n2026-11-01T00:00:00Z\nNone" in text
    assert change(folder, identifier, undo=True)
    assert counts(folder) == before
    assert "giữkín" in everything(folder)


def test_no_byte_of_the_text_is_left_in_the_file(folder: ArchiveFolder) -> None:
    refresh(folder)
    change(folder, uid(folder, "Danh sách giữkín"))
    refresh(folder)
    sqlite3.connect(folder.public_database).execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert "Nội dung giữkín".encode() not in folder.public_database.read_bytes()


def test_a_revision_and_a_file_can_be_withheld_alone(folder: ArchiveFolder) -> None:
    database = open_for_reading(folder)
    parts = {part.kind: part for part in parts_of(database, uid(folder, "Thông báo hỗ trợ hộ nghèo"))}
    assert set(parts) == {"announcement", "revision", "attachment"}
    assert change(folder, parts["revision"].id)
    assert "Thông báo cũ" not in everything(folder)
    assert change(folder, parts["attachment"].id)
    text = everything(folder)
    assert "a.pdf" not in text
    assert "Thông báo hỗ trợ hộ nghèo" in text
    assert [entry.id for entry in log_of(open_public(folder))] == [parts["attachment"].id, parts["revision"].id]
    assert not change(folder, parts["revision"].id), "it is withheld already"


def test_a_withheld_file_is_withheld_wherever_it_hangs(tmp_path: Path) -> None:
    file = [("https://quang-nam.example.vn/a.pdf", "Tệp")]
    items = [Item("Tin một", "Một.", attachments=file), Item("Tin hai", "Hai.", attachments=file)]
    folder = make_archive(tmp_path / "data", items)
    refresh(folder)
    change(folder, parts_of(open_for_reading(folder), uid(folder, "Tin một"))[1].id)
    assert counts(folder)["attachment"] == 0


def test_changes_of_the_archive_arrive_and_nothing_is_done_twice(folder: ArchiveFolder) -> None:
    refresh(folder)
    before = folder.public_database.read_bytes(), folder.public_database.with_name("archive.db-wal").exists()
    refresh(folder)
    assert (folder.public_database.read_bytes(), folder.public_database.with_name("archive.db-wal").exists()) == before
    database = open_for_writing(folder)
    database.execute("UPDATE announcement SET removed_at = '2026-10-02T00:00:00Z' WHERE title = 'Tin thường'")
    database.execute("UPDATE portal SET publish = 'full' WHERE name = 'quang-ninh'")
    database.close()
    text = everything(folder)
    assert "2026-10-02T00:00:00Z" in text
    assert "bíẩn" in text


def test_its_index_and_references_are_sound(folder: ArchiveFolder) -> None:
    refresh(folder)
    faults = list(verify(folder, open_for_reading(folder), lambda done, total: None))
    for title in ("Danh sách giữkín", "Bài báo dài"):
        change(folder, uid(folder, title))
        refresh(folder)
        change(folder, uid(folder, title), undo=True)
    refresh(folder)
    from archive import index

    database = open_for_reading(ArchiveFolder(folder.public_database.parent))
    assert index.differences(database) == []
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert list(verify(folder, open_for_reading(folder), lambda done, total: None)) == faults


def test_a_damaged_public_database_is_made_anew(folder: ArchiveFolder) -> None:
    refresh(folder)
    folder.public_database.write_bytes(b"no database" * 1000)
    assert counts(folder)["announcement"] == len(ITEMS)


def test_changed_rules_go_through_everything_again(folder: ArchiveFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    refresh(folder)
    monkeypatch.setattr("archive.public.FORM", 1000)
    monkeypatch.setattr("archive.public_form.mask", lambda text: text.replace("đặc biệt", "•••"))
    assert "đặc biệt" not in everything(folder)


@pytest.mark.parametrize(
    ("lead", "body", "most"),
    [
        (None, SENTENCES, 600),
        ("Mở đầu. " * 200, SENTENCES, 600),
        (None, "Ngắn thôi.", 4),
        (None, "x" * 9000, 600),
        (None, "", 0),
    ],
)
def test_an_excerpt_is_a_third_at_most(lead: str | None, body: str, most: int) -> None:
    begins, rest = excerpt(lead, body)
    assert len(begins or "") + len(rest) <= most
    assert (lead or "").startswith(begins or "")
    assert body.startswith(rest)


def test_the_operator_exports_the_full_form_and_withheld_things_apart(folder: ArchiveFolder, tmp_path: Path) -> None:
    identifier = uid(folder, "Danh sách giữkín")
    done = kehoach("withhold", identifier, "--reason", "theo yêu cầu", "--archive", folder.path, cwd=tmp_path)
    assert (done.code, done.out) == (0, f"{identifier} is withheld.\n")

    def exported(*words: str) -> list[dict[str, object]]:
        out = kehoach("export", *words, "--archive", folder.path, cwd=tmp_path)
        assert out.code == 0, out.err
        return [json.loads(line) for line in out.out.splitlines()]

    full, public, apart = exported(), exported("--public"), exported("--withheld")
    assert len(full) == len(public) == 3
    assert [row["id"] for row in apart] == [identifier]
    assert "bíẩn" in str(full)
    assert "0912.345.678" in str(full)
    assert "bíẩn" not in str(public)
    assert "0912.345.678" not in str(public)
    found = kehoach("search", "giữkín", "--json", "--archive", folder.path, cwd=tmp_path).json
    assert (found["count"], found["hits"]) == (0, [])
    log = kehoach("withhold", "--list", "--json", "--archive", folder.path, cwd=tmp_path).json
    assert [(line["id"], line["reason"]) for line in log] == [(identifier, "theo yêu cầu")]
    shown = kehoach("withhold", "--list", "--archive", folder.path, cwd=tmp_path).out
    assert shown == f"{day_shown(log[0]['withheld_at'])}  {identifier}  theo yêu cầu\n"
    undone = kehoach("withhold", identifier, "--undo", "--archive", folder.path, cwd=tmp_path)
    assert undone.out == f"{identifier} is released.\n"
    assert len(exported("--public")) == 4


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        ((), 2, "Name what to withhold"),
        (("abcdefgh", "--reason", "x"), 1, "There is no announcement 'abcdefgh'"),
        (("khong phai", "--reason", "x"), 2, "is no id"),
        (("abcdefgh",), 2, "Say why with --reason"),
    ],
)
def test_wrong_usage_is_told_in_a_sentence(
    folder: ArchiveFolder, tmp_path: Path, words: tuple[str, ...], code: int, message: str
) -> None:
    done = kehoach("withhold", *words, "--archive", folder.path, cwd=tmp_path)
    assert (done.code, message in done.err) == (code, True), done.err


def test_reasons_and_ids_are_checked(folder: ArchiveFolder) -> None:
    with writing(folder) as writer:
        part = find_part(writer.database, f"http://127.0.0.1:8001/tin/{uid(folder, 'Tin thường')}")
        with pytest.raises(UsageError, match="reason"):
            withhold(writer, part, "  ", NOW)
        with pytest.raises(NotInArchiveError, match="no part"):
            find_part(writer.database, f"{part.uid}.r999")


def test_a_withheld_export_selects_nothing_public(folder: ArchiveFolder) -> None:
    import io

    stream = io.BytesIO()
    assert export(open_for_reading(folder), stream, "jsonl", Selection(withheld=True)) == 0


def test_what_is_withheld_goes_first_however_much_waits(folder: ArchiveFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    refresh(folder)
    (uid,) = open_for_reading(folder).execute("SELECT uid FROM announcement WHERE id = 4").fetchone()
    with writing(folder) as writer:
        writer.execute("INSERT OR REPLACE INTO changed (announcement) SELECT id FROM announcement")
        withhold(writer, find_part(writer.database, uid), "theo yêu cầu", NOW)
    monkeypatch.setattr(public, "BATCH", 1)
    source, target = open_for_reading(folder), public._open(folder.public_database)
    assert public._step(source, target, indexed=True)
    assert target.execute("SELECT count(*) FROM announcement WHERE uid = ?", (uid,)).fetchone() == (0,)
    assert target.execute("SELECT announcement_uid FROM withheld").fetchall() == [(uid,)]
    target.close()
    refresh(folder)
    assert list(verify_public(folder)) == []


def test_a_first_making_that_was_killed_is_brought_to_its_end(
    folder: ArchiveFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(public, "BATCH", 1)
    folder.public_database.parent.mkdir()
    source, target = open_for_reading(folder), public._open(folder.public_database)
    assert public._step(source, target, indexed=False)
    target.close()
    refresh(folder)
    assert list(verify_public(folder)) == []
    found = open_public(folder).execute("SELECT count(*) FROM announcement WHERE search_row IS NOT NULL").fetchone()
    assert found == (len(ITEMS),)


def verify_public(folder: ArchiveFolder) -> list[str]:
    """Where the index of the public database is not what its texts make."""
    return list(index.differences(open_public(folder)))


def indexes_of(database: Database) -> set[str]:
    """The names of its indexes."""
    return {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'index'").fetchall()}


def test_only_the_public_form_keeps_up_the_indexes_that_only_readers_ask(folder: ArchiveFolder) -> None:
    assert indexes_of(open_public(folder)) >= FOR_READERS_ALONE
    assert indexes_of(open_for_reading(folder)).isdisjoint(FOR_READERS_ALONE)


def test_an_upgrade_drops_no_index_of_a_public_form_that_is_being_read(folder: ArchiveFolder) -> None:
    database = Database(refresh(folder))
    schema.readers_apart(database)
    assert indexes_of(database) >= FOR_READERS_ALONE
