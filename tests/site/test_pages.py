"""What holds for every page."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from urllib.parse import quote

import pytest

from archive.folder import ArchiveFolder
from archive.site.serve import datasette_for
from archive.writer import writing
from tests.site.conftest import Site
from tests.site.library import ITEMS, make_archive
from tests.site.payloads import HOSTILE

PAGES = [
    "/",
    "/tra-cuu",
    "/tra-cuu?q=ke+hoach",
    "/tra-cuu?q=khong-he-co",
    "/van-ban",
    "/van-ban?loai=KH",
    "/van-ban/1",
    "/nguon",
    "/nguon/hue-noi-vu",
    "/gioi-thieu",
    "/ban-luu/1",
    "/archive",
    "/archive/announcement",
    "/archive/announcement/1",
    "/archive/mention",
    "/archive/document/1",
    "/archive/portal",
]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_opens_in_vietnamese_and_in_english(site: Site, english: Site, path: str) -> None:
    vietnamese, other = site.page(path), english.page(path)
    assert (vietnamese.status_code, other.status_code) == (200, 200)
    assert '<html lang="vi">' in vietnamese.text
    assert "Nguồn thu thập" in vietnamese.text
    assert '<html lang="en">' in other.text
    assert "Skip to the content" in other.text


def test_the_language_switch_stays_and_leads_back(site: Site) -> None:
    answer = site.page("/ngon-ngu/en?ve=/nguon%3Fa%3Db")
    assert answer.status_code == 302
    assert answer.headers["location"] == "/nguon?a=b"
    assert "lang=en" in answer.headers["set-cookie"]
    assert "Max-Age=31536000" in answer.headers["set-cookie"]


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"])
def test_the_language_switch_never_leads_away(site: Site, back: str) -> None:
    assert site.page(f"/ngon-ngu/vi?ve={back}").headers["location"] == "/"


def test_the_front_page_has_one_search_box_and_the_state_of_the_sources(site: Site) -> None:
    text = site.page("/").text
    assert text.count('type="search"') == 1
    assert f"{len(ITEMS) + len(HOSTILE)} tin của 5 nguồn" in text


def test_what_does_not_exist_is_a_page_in_the_visitors_language(site: Site, english: Site) -> None:
    for path in ("/xyz", "/tin/aaaa", "/van-ban/999999", "/nguon/khong-co", "/ban-luu/999", "/archive/nothing"):
        answer = site.page(path)
        assert answer.status_code == 404, path
        assert "Không có trang này" in answer.text, path
    assert "No such page" in english.page("/xyz").text
    assert site.page("/tin/aaaa.json").json() == {"ok": False, "status": 404, "error": "not_found"}


def test_a_demo_archive_says_so_on_every_page(tmp_path: Path) -> None:
    demo = Site(make_archive(tmp_path / "data", ITEMS, demo=True))
    for path, answer in zip(PAGES, demo.get(*PAGES), strict=True):
        assert "không có thật" in answer.text, path


def test_an_archive_with_real_portals_beside_the_demo_does_not_call_them_made_up(tmp_path: Path) -> None:
    folder = make_archive(tmp_path / "data", ITEMS, demo=True)
    with writing(folder) as writer:
        writer.execute("UPDATE portal SET demo = 0 WHERE name = 'hue-noi-vu'")
    text = Site(folder).page("/").text
    assert "Một phần ở đây là bản trình diễn" in text
    assert "mọi cổng, tin và văn bản ở đây" not in text


def test_an_empty_archive_has_pages_too(tmp_path: Path) -> None:
    empty = Site(make_archive(tmp_path / "data", []))
    for answer in empty.get("/", "/tra-cuu", "/tra-cuu?q=x", "/van-ban", "/nguon", "/archive/announcement"):
        assert answer.status_code == 200
    assert "Kho lưu trữ còn trống." in empty.page("/").text


def test_a_portal_has_a_calendar_its_papers_and_its_latest_announcements(site: Site) -> None:
    text = site.page("/nguon/hue-noi-vu").text
    assert 'href="/tra-cuu?nguon=hue-noi-vu&amp;thang=2020-02"' in text
    assert "107/KH-SNV" in text.split("Văn bản mới ban hành")[1]
    assert site.page("/nguon/no-such-portal").status_code == 404


ODD = ["%00", "%FF", "' OR 1=1--", "\u202e", "a" * 3000, "-1", "9" * 30, "..%2f..%2fetc", "<script>", "NaN", "{}", "[]"]
QUESTIONS = [
    "/tin/", "/van-ban/", "/ban-luu/", "/nguon/", "/dia-phuong/", "/tai-ve/", "/archive/", "/archive/announcement/",
    "/tra-cuu.", "/ngon-ngu/en?ve=", "/tra-cuu?q=", "/tra-cuu?trang=", "/tra-cuu?thang=", "/van-ban?trang=",
    "/archive/announcement?_sort=", "/archive/announcement?_next=", "/archive/announcement?_size=",
    "/archive/announcement?_facet=", "/archive/announcement?_col=", "/archive/announcement?id__gt=",
    "/archive/announcement.json?_shape=", "/archive/mention?_facet_array=", "/archive/announcement?_filter_column=",
]  # fmt: skip


def test_odd_questions_are_no_fault_of_the_server(library: ArchiveFolder) -> None:
    async def ask() -> None:
        datasette = datasette_for(library, num_sql_threads=1)
        await datasette.invoke_startup()
        for question in QUESTIONS:
            for odd in ODD:
                path = question + (odd if "%" in odd else quote(odd, safe=""))
                assert (await datasette.client.get(path)).status_code < 500, path

    asyncio.run(ask())


@pytest.mark.parametrize(
    ("contact", "shown"),
    [
        ("redaction@example.org", '<a href="mailto:redaction@example.org">redaction@example.org</a>'),
        ("https://example.org/contact", '<a href="https://example.org/contact">https://example.org/contact</a>'),
        ("javascript:alert(1)", "<strong>javascript:alert(1)</strong>"),
        ('"><script>x</script>@a', "&lt;script&gt;"),
        ("", "chưa ghi địa chỉ liên hệ"),
    ],
)
def test_the_operators_contact_stands_on_the_page_about_the_archive_or_its_lack(
    site: Site, monkeypatch: pytest.MonkeyPatch, contact: str, shown: str
) -> None:
    monkeypatch.setenv("KEHOACH_CONTACT", contact)
    text = re.sub(r"\s*\n\s*", "", site.page("/gioi-thieu").text)
    assert shown in text
    assert "<script>x" not in text
