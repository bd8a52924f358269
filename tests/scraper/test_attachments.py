"""The files of announcements: fetched by a crawl, kept once a content, read, found, and looked at again."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path
from typing import Any

import pytest

from archive.folder import ArchiveFolder
from scraper import settings
from scraper.attachments import MOST_FILES, TOO_MANY
from tests.command import PROJECT, Done, kehoach
from tests.files import made
from tests.files.conftest import DEMO
from tests.loopback import Answer, Loopback
from tests.scraper.crawled import Crawled, crawled
from tests.scraper.faults import answer, serving, unsized
from tests.scraper.portals import article, facts, listing, path_of
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


def test_a_crawl_tells_what_came_of_files_in_the_numbers_of_their_list(
    portal: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    where = ("--archive", folder.path, "--portals", facts(tmp_path / "portals", portal.url("/tin-tuc")))
    done = kehoach("crawl", "thu-nghiem", *where, "--allow-private", portal.origin, cwd=tmp_path)
    *_, files, holdings = done.out.splitlines()
    assert files == "Attachments: 3 new files (2 damaged, 1 read), 2 that did not come."
    assert holdings == (
        "The archive holds 4 announcements of 1 portal and 7 attachments of theirs, 3 different files: "
        "3 not fetched, 2 damaged, 2 read."
    )
    told = kehoach("attachments", "list", "--archive", folder.path, cwd=tmp_path).out.splitlines()[-1]
    assert set(told.split(", ")) == {"3 not fetched", "2 read", "2 damaged"}
    some = kehoach("attachments", "list", "--json", "--limit", "5", "--archive", folder.path, cwd=tmp_path)
    assert (len(some.json), some.err) == (5, "Only the first 5 files are listed; --limit 50 lists more.\n")
    every = kehoach("attachments", "list", "--json", "--limit", "7", "--archive", folder.path, cwd=tmp_path)
    assert (len(every.json), every.err) == (7, "")


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


def test_files_beyond_the_limits_of_size_and_number_are_told_as_such(tmp_path: Path) -> None:
    limit = 300_000
    files = {
        "/tep/vua-du.pdf": answer(b"%PDF-1.4\n".ljust(limit), "Content-Type: application/pdf"),
        "/tep/qua-lon.pdf": answer(b"%PDF-1.4\n".ljust(limit + 1), "Content-Type: application/pdf"),
        "/tep/khong-noi.pdf": unsized(b"%PDF-1.4\n".ljust(3 * limit)),
        "/tep/nen.pdf": answer(gzip.compress(bytes(limit + 1)), "Content-Encoding: gzip"),
    }
    more = [f"/tep/{number}.txt" for number in range(MOST_FILES)]
    links = "".join(f"<p><a href='{url}'>Tệp {url}</a></p>" for url in [*files, *more])
    body = article(0, body=f"<p>Toàn văn ở các tệp đính kèm dưới đây của Sở Nội vụ.</p>{links}").body
    pages = {"/tin-tuc": listing(range(2)).body, path_of(0): body, path_of(1): article(1).body}

    def routes(path: str) -> bytes:
        if path in files:
            return files[path]
        return answer(pages[path]) if path in pages else answer(b"text", "Content-Type: text/plain")

    with serving(routes) as port:
        portals = facts(tmp_path / "portals", f"http://127.0.0.1:{port}/tin-tuc")
        done = crawled(tmp_path / "archive", portals, [f"127.0.0.1:{port}"], KEHOACH_FILE_MAXSIZE=limit)
    folder = ArchiveFolder(tmp_path / "archive")
    told = dict(query(folder, "SELECT substr(url, instr(url, '/tep/')), outcome FROM attachment ORDER BY position"))
    assert {url: told[url] for url in files} == {
        "/tep/vua-du.pdf": "fetched",
        "/tep/qua-lon.pdf": "too large: over the limit of 0.2861 MiB",
        "/tep/khong-noi.pdf": "too large: over the limit of 0.2861 MiB",
        "/tep/nen.pdf": "too large: over the limit of 0.2861 MiB when decompressed",
    }
    within = MOST_FILES - len(files)
    assert [told[url] for url in more] == ["fetched"] * within + [TOO_MANY] * len(files)
    assert sum("/tep/" in url for url in done.outcomes) == MOST_FILES


def test_the_limits_of_files_are_those_that_the_readme_names() -> None:
    readme = " ".join((PROJECT / "README.md").read_text("utf-8").split())
    assert f"up to {settings.KEHOACH_FILE_MAXSIZE // 2**20} MiB each, {MOST_FILES} an announcement" in readme


def test_a_large_file_costs_a_crawl_little_more_memory_than_itself(tmp_path: Path) -> None:
    size = 40 * 2**20
    large = answer(random.Random(1).randbytes(size), "Content-Type: application/pdf")
    body = article(0, body="<p>Toàn văn ở tệp đính kèm của Sở Nội vụ.</p><p><a href='/lon.pdf'>Tệp</a></p>").body
    pages = {"/tin-tuc": listing(range(2)).body, path_of(0): body, path_of(1): article(1).body}

    def crawl_of(file: bytes, folder: Path) -> Crawled:
        sent = {"/lon.pdf": file, **{path: answer(page) for path, page in pages.items()}}
        with serving(lambda path: sent.get(path, answer(b"", status="404 Not Found"))) as port:
            portals = facts(tmp_path / "portals", f"http://127.0.0.1:{port}/tin-tuc")
            return crawled(folder, portals, [f"127.0.0.1:{port}"], DOWNLOAD_TIMEOUT=30)

    ordinary = crawl_of(answer(b"%PDF-1.4\n", "Content-Type: application/pdf"), tmp_path / "small")
    done = crawl_of(large, tmp_path / "large")
    assert done.counts["files"] == 1
    assert done.peak < ordinary.peak + 2.5 * size / 2**20
