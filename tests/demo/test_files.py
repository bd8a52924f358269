"""The attachments of the demo portals, and pages that did not change."""

from __future__ import annotations

import zipfile
from io import BytesIO
from unicodedata import normalize

import pytest

from scraper.demo import DemoServer
from scraper.demo.content import PORTALS, articles
from scraper.demo.files import FOLDER, MEDIA_TYPES, attachment, picture
from tests.demo.browser import Page, fetch

MAGIC = {".pdf": b"%PDF-", ".docx": b"PK\x03\x04", ".png": b"\x89PNG\r\n\x1a\n"}
NAMES = sorted(file.name for file in FOLDER.iterdir())


def attached(server: DemoServer) -> list[Page]:
    pages = []
    for site in server.sites.values():
        for article in site.articles():
            for file in article.files:
                (link,) = set(fetch(site.address(article)).links(f"//a[contains(@href, '{file.name}')]/@href"))
                pages.append(fetch(link))
    return pages


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_what_its_name_says(name: str) -> None:
    response = attachment(name)
    assert response is not None
    suffix = f".{name.rsplit('.', 1)[1]}"
    assert response.body.startswith(MAGIC[suffix])
    assert response.content_type == MEDIA_TYPES[suffix]


def test_there_are_enough_papers_of_each_kind_and_articles_link_to_all_of_them(untouched_server: DemoServer) -> None:
    pages = attached(untouched_server)
    assert all(page.status == 200 for page in pages)
    kinds = [page.headers["Content-Type"] for page in pages]
    assert kinds.count(MEDIA_TYPES[".pdf"]) >= 3
    assert kinds.count(MEDIA_TYPES[".docx"]) >= 3
    linked = {file.name for name in PORTALS for article in articles(name) for file in article.files}
    assert linked == {name for name in NAMES if not name.endswith(".png")}


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("107-KH-SNV.docx", ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 107/KH-SNV", "KẾ HOẠCH", "Nơi nhận:")),
        ("94-HD-BTGTU.docx", ("ĐẢNG CỘNG SẢN VIỆT NAM", "Số 94-HD/BTGTU", "HƯỚNG DẪN", "Nơi nhận:")),
        ("61-TB-BQLKKT.docx", ("Độc lập - Tự do - Hạnh phúc", "Số: 61/TB-BQLKKT", "THÔNG BÁO", "52/TB-BQLKKT")),
    ],
)
def test_a_word_file_has_the_head_of_an_official_paper_and_says_that_it_is_a_demo(
    name: str, head: tuple[str, ...]
) -> None:
    parts = zipfile.ZipFile(BytesIO((FOLDER / name).read_bytes()))
    assert parts.testzip() is None
    text = parts.read("word/document.xml").decode()
    for line in head:
        assert line in text
    footers = [parts.read(part).decode() for part in parts.namelist() if part.startswith("word/footer")]
    assert any("DEMO" in footer for footer in footers)


def test_a_picture_is_always_the_same_for_a_name_and_differs_between_names() -> None:
    assert picture("a").body == picture("a").body
    assert picture("a").body != picture("b").body
    assert picture("a").body.startswith(MAGIC[".png"])


@pytest.mark.parametrize("name", ["demo-kon-tum", "demo-ninh-thuan"])
def test_an_unchanged_article_answers_304_without_a_body_and_a_changed_one_does_not(
    server: DemoServer, name: str
) -> None:
    site = server.sites[name]
    article = site.articles()[3]
    first = fetch(site.address(article))
    tag = first.headers["ETag"]
    again = fetch(site.address(article), If_None_Match=tag)
    assert (again.status, again.body) == (304, b"")
    site.edit(article.key, blocks=("Nội dung đã được đính chính.",))
    changed = fetch(site.address(article), If_None_Match=tag)
    assert changed.status == 200
    assert "đính chính" in normalize("NFC", changed.text)


def test_last_modified_alone_is_enough_for_304(untouched_server: DemoServer) -> None:
    site = untouched_server.sites["demo-ninh-thuan"]
    address = site.address(site.articles()[0])
    stamp = fetch(address).headers["Last-Modified"]
    assert fetch(address, If_Modified_Since=stamp).status == 304
    file = fetch(f"http://{site.origin}/SiteCollectionDocuments/30-KH-TU.pdf")
    assert file.body.startswith(MAGIC[".pdf"])
    assert fetch(file.url, If_None_Match=file.headers["ETag"]).status == 304


@pytest.mark.parametrize("name", ["../article.py", "..%2Farticle.py", "missing.pdf", "README.md"])
def test_nothing_but_the_shipped_files_is_served(untouched_server: DemoServer, name: str) -> None:
    site = untouched_server.sites["demo-ninh-thuan"]
    assert fetch(f"http://{site.origin}/SiteCollectionDocuments/{name}").status == 404
