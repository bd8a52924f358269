"""The files of announcements: fetched by a crawl, kept once a content, read, found, and looked at again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from archive.folder import ArchiveFolder
from tests.command import Done, kehoach
from tests.files import made
from tests.files.conftest import DEMO
from tests.loopback import Answer, Loopback
from tests.scraper.portals import article, listing, path_of
from tests.scraper.test_crawl import crawl, query

PDF = Answer((DEMO / "1207-KH-UBND.pdf").read_bytes(), content_type="text/html", headers={"ETag": '"1"'})
LINKS = {
    "/tep/1207-KH-UBND.pdf": "Kế hoạch 1207",
    "/tep/ban-sao.pdf": "Bản sao",
    "/tep/mat.pdf": "Tệp đã mất",
    "/tep/cam/x.pdf": "Tệp cấm",
    "/tep/cut.pdf": "Tệp cụt",
    "/tep/bom.docx": "Tệp hỏng",
    "http://127.0.0.77/noi-khac.pdf": "Nơi khác",
}


@pytest.fixture
def portal(loopback: Loopback) -> Loopback:
    links = "".join(f"<p><a href='{url}'>{name}</a></p>" for url, name in LINKS.items())
    loopback.routes["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /tep/cam/", content_type="text/plain")
    loopback.routes["/tin-tuc"] = listing(range(4))
    for number in range(4):
        loopback.routes[path_of(number)] = article(number)
    loopback.routes[path_of(0)] = article(0, body=f"<p>Toàn văn ở tệp đính kèm dưới đây của Sở Nội vụ.</p>{links}")
    loopback.routes["/tep/1207-KH-UBND.pdf"] = loopback.routes["/tep/ban-sao.pdf"] = PDF
    loopback.routes["/tep/cut.pdf"] = Answer(b"%PDF-1.4\n", content_type="application/pdf")
    loopback.routes["/tep/bom.docx"] = Answer(made.word("Kế hoạch")[:5000], content_type="application/msword")
    return loopback


def listed(folder: ArchiveFolder, cwd: Path) -> dict[str, dict[str, Any]]:
    done = kehoach("attachments", "list", "--json", "--archive", folder.path, cwd=cwd)
    return {row["name"]: row for row in done.json}


def found(folder: ArchiveFolder, cwd: Path, words: str) -> Any:
    done: Done = kehoach("search", words, "--json", "--archive", folder.path, cwd=cwd)
    return done.json["hits"]


def test_files_are_fetched_within_the_rules_kept_once_read_and_found(
    portal: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    done = crawl(portal, folder, tmp_path)
    assert done.code == 0, done.err + done.out
    files = listed(folder, tmp_path)
    states = {name: (row["state"], row["outcome"]) for name, row in files.items()}
    assert states == {
        "Kế hoạch 1207": ("read", "fetched"),
        "Bản sao": ("read", "fetched"),
        "Tệp đã mất": ("not fetched", "gone: HTTP 404"),
        "Tệp cấm": ("not fetched", "forbidden by robots.txt"),
        "Tệp cụt": ("damaged", "fetched"),
        "Tệp hỏng": ("damaged", "fetched"),
        "Nơi khác": ("not fetched", "not fetched: on the host of another site"),
    }
    assert "/tep/cam/x.pdf" not in portal.asked
    assert query(folder, "SELECT count(*) FROM file WHERE kind = 'pdf' AND state = 'read'") == [(1,)]
    (hit,) = found(folder, tmp_path, '"cây lâu năm"')
    assert (hit["found_in"], hit["found_file"]) == ("attachment", "Kế hoạch 1207")
    assert "cây lâu năm" in hit["excerpt"]
    named = query(folder, "SELECT number, role, sentence FROM mention WHERE file IS NOT NULL ORDER BY position")
    assert ("33-CTr/TU", "implements") in [row[:2] for row in named]
    described = query(folder, "SELECT number, abstract, signer FROM document WHERE signer IS NOT NULL")
    assert described == [("1207/KH-UBND", "Ứng phó hạn hán, thiếu nước mùa khô năm 2020", "Võ Thanh Bình")]
    exported = [json.loads(line) for line in kehoach("export", "--archive", folder.path, cwd=tmp_path).out.splitlines()]
    file = next(file for row in exported for file in row["attachments"] if file["name"] == "Bản sao")
    assert (file["state"], file["paper"]["number"], file["ocr"]) == ("read", "1207/KH-UBND", False)
    assert kehoach("verify", "--archive", folder.path, cwd=tmp_path).code == 0


def test_without_attachments_they_are_listed_and_the_next_crawl_fetches_them(
    portal: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    assert crawl(portal, folder, tmp_path, "--no-attachments").code == 0
    assert not [target for target in portal.asked if target.startswith("/tep/")]
    assert {row["state"] for row in listed(folder, tmp_path).values()} == {"not fetched"}


def test_a_file_that_was_replaced_under_its_address_is_a_change_of_its_announcement(
    portal: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    crawl(portal, folder, tmp_path)
    portal.routes["/tep/1207-KH-UBND.pdf"] = Answer(made.word("Bản mới thay thế toàn bộ"))
    with_ledger = "UPDATE ledger SET next_at = '2020-01-01T00:00:00Z' WHERE key LIKE 'file %1207%'"
    query(folder, with_ledger)
    done = crawl(portal, folder, tmp_path)
    assert done.json[0]["counts"]["files replaced"] == 1
    assert [hit["found_file"] for hit in found(folder, tmp_path, "thay thế toàn bộ")] == ["Kế hoạch 1207"]
    (content,) = query(folder, "SELECT content FROM revision")[0]
    assert [file.get("digest") is not None for file in json.loads(content)["attachments"]].count(True) == 4
    assert found(folder, tmp_path, '"cây lâu năm"')[0]["found_file"] == "Bản sao"
    assert kehoach("verify", "--archive", folder.path, cwd=tmp_path).code == 0


def test_files_in_the_captures_of_others_are_read_too_and_a_second_reading_changes_nothing(
    portal: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    crawl(portal, folder, tmp_path)
    other = ArchiveFolder(tmp_path / "other")
    assert kehoach("ingest", folder.warcs, "--archive", other.path, cwd=tmp_path).code == 0
    assert [hit["found_in"] for hit in found(other, tmp_path, '"cây lâu năm"')] == ["attachment"]
    kept = "SELECT digest, state, kind, head FROM file ORDER BY digest"
    mentions = "SELECT announcement, number, role, file FROM mention ORDER BY announcement, position"
    before = query(other, kept), query(other, mentions)
    assert kehoach("reread", "--archive", other.path, cwd=tmp_path).code == 0
    assert (query(other, kept), query(other, mentions)) == before
    assert kehoach("verify", "--archive", other.path, cwd=tmp_path).code == 0
