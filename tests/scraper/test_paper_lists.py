"""A portal whose plans are a list of nothing but files, crawled on loopback, more than once."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from archive.folder import ArchiveFolder
from tests.command import kehoach
from tests.files import made
from tests.files.conftest import DEMO
from tests.loopback import Answer, Loopback
from tests.scraper.portals import article, listing, page, path_of, title_of
from tests.scraper.test_crawl import crawl, query

FILES = {
    "/tep/1207-KH-UBND.pdf": Answer((DEMO / "1207-KH-UBND.pdf").read_bytes(), content_type="application/pdf"),
    "/tep/mua kho.docx": Answer(made.word("Chuẩn bị máy bơm dã chiến"), content_type="application/octet-stream"),
    "/tep/vien-chuc.pdf": Answer(b"%PDF-1.4\n", content_type="text/html"),
}
TITLES = ("Kế hoạch số 1207/KH-UBND phòng, chống hạn hán", title_of(0), title_of(4))


def papers(count: int = 3, *, days: bool = True) -> Answer:
    rows = "".join(
        f'<li><a href="{path}">{title}</a> <i>{f"0{n}/02/2020" if days else "PDF"}</i></li>'
        for n, (path, title) in enumerate(list(zip(FILES, TITLES, strict=True))[:count], 1)
    )
    return page("Kế hoạch", f"<h2>Kế hoạch</h2><ul>{rows}</ul>")


@pytest.fixture
def portal(loopback: Loopback) -> Loopback:
    loopback.routes["/tin-tuc"] = papers()
    loopback.routes.update({path.replace(" ", "%20"): answer for path, answer in FILES.items()})
    return loopback


def test_each_file_of_a_list_is_the_announcement_of_its_document_fetched_once_and_stored_once(
    portal: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    done = crawl(portal, folder, tmp_path)
    assert done.code == 0, done.err
    assert done.json[0]["counts"]["new files"] == 3
    told = query(folder, "SELECT title, published_at, published_source, body FROM announcement "
                 "JOIN announcement_text ON announcement = id ORDER BY published_at")  # fmt: skip
    assert told == [(title, f"2020-02-0{n}", "listing", "") for n, title in enumerate(TITLES, 1)]
    carried = "SELECT t.url = a.url, t.outcome FROM attachment t JOIN announcement a ON a.id = t.announcement"
    assert query(folder, carried) == [(1, "fetched")] * 3
    number = "SELECT number, role FROM mention WHERE stands_in = 'title'"
    assert query(folder, number) == [("1207/KH-UBND", "issues")]
    assert all(portal.asked.count(path.replace(" ", "%20")) == 1 for path in FILES)
    found = kehoach("search", "máy bơm dã chiến", "--json", "--archive", folder.path, cwd=tmp_path)
    assert [hit["title"] for hit in found.json["hits"]] == [title_of(0)]

    portal.asked.clear()
    again = crawl(portal, folder, tmp_path)
    assert (again.code, portal.asked) == (0, ["/robots.txt", "/tin-tuc"]), again.err
    assert kehoach("reread", "--archive", folder.path, cwd=tmp_path).code == 0
    assert query(folder, "SELECT count(*), total(title <> ''), total(changed_at IS NOT NULL) FROM announcement") == [
        (3, 3, 0)
    ]


def test_a_file_that_is_not_there_is_gone_and_a_page_in_its_place_is_read_as_one(
    portal: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    del portal.routes["/tep/vien-chuc.pdf"]
    portal.routes["/tep/mua%20kho.docx"] = article(0)
    done = crawl(portal, folder, tmp_path)
    assert (done.code, done.json[0]["counts"]["new"], done.json[0]["counts"]["gone"]) == (0, 2, 1), done.err
    assert query(folder, "SELECT a.title FROM announcement a JOIN announcement_text ON announcement = id "
                 "WHERE body LIKE '%1/KH-SNV%'") == [(title_of(0),)]  # fmt: skip


def test_another_file_under_the_address_is_a_change_of_its_announcement(
    portal: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    crawl(portal, folder, tmp_path)
    with sqlite3.connect(folder.database) as connection:
        connection.execute("UPDATE ledger SET next_at = '2020-01-01T00:00:00Z' WHERE next_at <> ''")
    portal.routes["/tep/vien-chuc.pdf"] = Answer(b"%PDF-1.7\n")
    portal.asked.clear()
    done = crawl(portal, folder, tmp_path)
    assert (done.code, done.json[0]["counts"]["files replaced"]) == (0, 1), done.err
    assert len(portal.asked) == 5  # each file once
    changed = "SELECT title, changed_at IS NOT NULL FROM announcement ORDER BY published_at"
    assert query(folder, changed) == list(zip(TITLES, (0, 0, 1), strict=True))


def test_the_files_of_an_article_stay_its_attachments(portal: Loopback, folder: ArchiveFolder, tmp_path: Path) -> None:
    links = "".join(f'<p><a href="{path}">{title}</a></p>' for path, title in zip(FILES, TITLES, strict=True))
    portal.routes["/tin-tuc"] = page("Tin tức", "".join(
        f'<li><a href="{path_of(n)}">{title_of(n)}</a> <i>0{n + 1}/02/2020</i></li>' for n in range(4)
    ))  # fmt: skip
    for number in range(4):
        portal.routes[path_of(number)] = article(number, body=f"<p>Toàn văn ở các tệp dưới đây.</p>{links}")
    done = crawl(portal, folder, tmp_path)
    assert (done.code, done.json[0]["counts"]["new"]) == (0, 4), done.err
    assert query(folder, "SELECT DISTINCT attachment_count FROM announcement") == [(3,)]


def test_a_file_that_an_article_carries_and_a_list_announces_is_fetched_once(
    portal: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    portal.routes["/tin-tuc?trang=2"] = portal.routes["/tin-tuc"]
    portal.routes["/tin-tuc"] = listing([0, 1, 2], following="/tin-tuc?trang=2")
    carried = '<p>Toàn văn ở tệp: <a href="/tep/vien-chuc.pdf">vien-chuc.pdf</a></p>'
    portal.routes |= {path_of(number): article(number, body=carried if not number else "") for number in range(3)}
    done = crawl(portal, folder, tmp_path)
    assert (done.code, done.json[0]["counts"]["new"]) == (0, 6), done.err
    assert portal.asked.count("/tep/vien-chuc.pdf") == 1
    assert query(folder, "SELECT DISTINCT outcome, count(*) FROM attachment") == [("fetched", 4)]
