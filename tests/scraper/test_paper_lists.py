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
from tests.scraper.test_crawl import crawl, query, words_of_crawl
from tests.scraper.test_probe import probe

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


NAMELESS = {
    "/tai-ve?id=1": Answer(made.word("Chuẩn bị máy bơm dã chiến"), content_type="application/pdf"),
    "/vb/2.html": Answer((DEMO / "1207-KH-UBND.pdf").read_bytes(), content_type="text/html"),
    "/tai-ve?id=3": Answer(status=302, headers={"Location": "/luu/tep-3"}),
    "/luu/tep-3": Answer(made.sheet(["Kinh phí", "Nạo vét kênh mương"]), content_type="application/octet-stream"),
}
REGISTERED = [path for path in NAMELESS if path != "/luu/tep-3"]


def register() -> Answer:
    heads = "".join(f"<th>{head}</th>" for head in ("Số ký hiệu", "Ngày ban hành", "Trích yếu", "Tệp"))
    rows = "".join(
        f'<tr><td>{n}/KH-UBND</td><td>0{n}/02/2020</td><td>{title_of(n)}</td><td><a href="{path}">Tải về</a></td></tr>'
        for n, path in enumerate(REGISTERED, 1)
    )
    return page("Văn bản", f"<h2>Văn bản</h2><table><tr>{heads}</tr>{rows}</table>")


def titled() -> Answer:
    rows = "".join(f'<li><a href="{p}">{title_of(n)}</a> 0{n}/02/2020</li>' for n, p in enumerate(REGISTERED, 1))
    return page("Kế hoạch", f"<h2>Kế hoạch</h2><ul>{rows}</ul>")


@pytest.fixture(params=[titled, register], ids=["titles", "register"])
def nameless(request: pytest.FixtureRequest, loopback: Loopback) -> Loopback:
    """A list of papers whose addresses are no files' names, behind titles or behind "Tải về"."""
    loopback.routes |= {"/tin-tuc": request.param(), **NAMELESS}
    return loopback


SEARCHED = {"máy bơm dã chiến": title_of(1), "hạn hán": title_of(2), "nạo vét kênh mương": title_of(3)}


def found(folder: ArchiveFolder, words: str) -> list[str]:
    hits = kehoach("search", words, "--json", "--archive", folder.path, cwd=folder.path.parent).json["hits"]
    return [hit["title"] for hit in hits]


def is_complete(folder: ArchiveFolder) -> bool:
    carried = "SELECT a.title, t.outcome FROM attachment t JOIN announcement a ON a.id = t.announcement ORDER BY a.uid"
    kept = query(folder, carried)
    named = all(any(title_of(n) in title for title, _ in kept) for n in (1, 2, 3))
    searched = all(any(title in hit for hit in found(folder, words)) for words, title in SEARCHED.items())
    return named and searched and [outcome for _, outcome in kept] == ["fetched"] * 3


def test_a_paper_is_one_by_its_bytes_whatever_its_address_and_its_type_say(
    nameless: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    done = crawl(nameless, folder, tmp_path)
    assert (done.code, done.json[0]["counts"]["new files"]) == (0, 3), done.err
    assert is_complete(folder)
    told = "SELECT a.title, json_extract(a.flags, '$[1]') FROM announcement a WHERE json_array_length(a.flags) > 1"
    assert [(title_of(2) in title, flag) for title, flag in query(folder, told)] == [(True, "pdf-called-html")]

    again = kehoach("reread", "--archive", folder.path, "--json", cwd=tmp_path)
    assert (again.code, again.json.get("not_a_page")) == (0, None), again.err
    assert is_complete(folder)


OLDER = "import scraper.reading.reader as reader; reader.read_paper = lambda *_: None"
"""The program as it was when a file under the name of a page was no paper."""


def test_what_an_older_program_took_for_no_page_is_a_paper_when_it_is_read_again(
    nameless: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    nameless.routes["/tai-ve?id=3"] = nameless.routes["/luu/tep-3"]
    before = kehoach(*words_of_crawl(nameless, folder, tmp_path), cwd=tmp_path, prelude=OLDER)
    assert (before.code, query(folder, "SELECT count(*) FROM announcement")) == (1, [(0,)]), before.err
    outcomes = "SELECT outcome FROM ledger WHERE kind = 'article' ORDER BY url"
    assert [outcome for (outcome,) in query(folder, outcomes)] == [
        "not_a_page: zip", "not_a_page: zip", "not_a_page: pdf-called-html",
    ]  # fmt: skip

    again = kehoach("reread", "--archive", folder.path, "--json", cwd=tmp_path)
    assert (again.code, again.json["new"]) == (0, 3), again.err
    assert is_complete(folder)
    assert kehoach("verify", "--archive", folder.path, cwd=tmp_path).code == 0


def test_papers_come_back_with_the_captures_of_a_lost_database(
    nameless: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    nameless.routes["/tai-ve?id=3"] = nameless.routes["/luu/tep-3"]
    crawl(nameless, folder, tmp_path)
    folder.database.rename(folder.path / "archive.db.damaged")
    words = ("--portals", tmp_path / "portals", "--archive", folder.path, "--json")
    done = kehoach("ingest", folder.warcs, *words, cwd=tmp_path)
    assert (done.code, done.json["new"], done.json.get("not_a_page")) == (0, 3, None), done.err
    assert is_complete(folder)


def test_a_probe_reads_papers_whatever_their_addresses_are(nameless: Loopback, tmp_path: Path) -> None:
    done = probe(nameless.origin, tmp_path, path="/tin-tuc")
    assert (done.code, [article["outcome"] for article in done.json["articles"]]) == (0, ["read"] * 3), done.out


def test_a_list_of_papers_may_stand_at_the_root_of_its_site(
    portal: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    portal.routes["/"] = portal.routes.pop("/tin-tuc")
    assert probe(portal.origin, tmp_path).json["good"]
    done = crawl(portal, folder, tmp_path, start=portal.url("/"))
    assert (done.code, done.json[0]["counts"]["new files"]) == (0, 3), done.err


def test_a_paper_called_a_page_that_no_list_calls_by_a_title_has_an_outcome_of_its_own(
    loopback: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    loopback.routes["/tin-tuc"] = Answer(b"%PDF-1.4\n")
    assert crawl(loopback, folder, tmp_path).code == 1
    assert query(folder, "SELECT outcome FROM ledger") == [("not_a_page: pdf-called-html",)]
