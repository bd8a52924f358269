"""Site maps: the standard's, newspapers' and broken ones."""

from __future__ import annotations

import gzip

import pytest

from scraper.reading import xmltext
from scraper.reading.page import make_page
from scraper.reading.result import Entry, Follow
from scraper.reading.sitemaps import month_pages, read_sitemap

HERE = "https://bao.gov.vn/sitemap.xml"
INDEX = (
    '<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    "<sitemap><loc>https://bao.gov.vn/sitemap-2020-05.xml</loc><lastmod>2020-05-31</lastmod></sitemap>"
    "<sitemap><loc>/sitemap-2020-06.xml.gz</loc></sitemap></sitemapindex>"
)
PAGES = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    ' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">'
    "<url><loc>https://bao.gov.vn/</loc></url>"
    "<url><loc>https://bao.gov.vn/hop-bao-1.html</loc><lastmod>2020-05-02T08:00:00+07:00</lastmod>"
    "<image:image><image:loc>https://bao.gov.vn/a.jpg</image:loc><image:title>Ảnh</image:title></image:image></url>"
    "<url><loc>https://bao.gov.vn/hop-bao-2.html?utm_source=x</loc><news:news><news:publication_date>2020-05-03"
    "</news:publication_date><news:title>Họp báo quý II</news:title></news:news></url>"
    "<url><loc>https://bao.gov.vn/cong-bao.pdf</loc></url><url><loc>mailto:x@bao.gov.vn</loc></url></urlset>"
)


def test_an_index_leads_to_its_site_maps() -> None:
    assert read_sitemap(INDEX.encode(), HERE) == (
        (),
        (
            Follow("https://bao.gov.vn/sitemap-2020-05.xml", kind="sitemap", touched="2020-05-31"),
            Follow("https://bao.gov.vn/sitemap-2020-06.xml.gz", kind="sitemap"),
        ),
    )


def test_the_day_of_the_last_change_is_no_day_of_publication() -> None:
    entries, follow = read_sitemap(PAGES.encode(), HERE)
    assert follow == ()
    assert entries == (
        Entry("https://bao.gov.vn/hop-bao-1.html", touched="2020-05-02T08:00:00+07:00"),
        Entry("https://bao.gov.vn/hop-bao-2.html", "Họp báo quý II", "2020-05-03"),
    )


def test_a_packed_site_map_is_unpacked() -> None:
    assert read_sitemap(gzip.compress(PAGES.encode()), HERE) == read_sitemap(PAGES.encode(), HERE)


def test_a_packed_site_map_that_is_cut_off_gives_what_is_there() -> None:
    many = PAGES.replace(
        "</urlset>", "".join(f"<url><loc>https://bao.gov.vn/tin-{n}.html</loc></url>" for n in range(5000))
    )
    entries, _ = read_sitemap(gzip.compress(many.encode())[:-2000], HERE)
    assert 100 < len(entries) < 5002


def test_a_packed_bomb_is_unpacked_to_a_ceiling(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xmltext, "MAX_BYTES", 10_000)
    assert len(xmltext.unpacked(gzip.compress(b" " * 50_000_000))) == 10_000


@pytest.mark.parametrize("data", ["", "\x1f\x8b\x00", "<html><body>x</body></html>", "<urlset><url><loc></loc></url>"])
def test_what_is_no_site_map_gives_nothing(data: str) -> None:
    assert read_sitemap(data.encode("latin-1"), HERE) == ((), ())


def test_a_list_of_addresses_is_a_site_map_too() -> None:
    entries, _ = read_sitemap(
        b"https://bao.gov.vn/tin-1.html\r\n\r\nnot an address\nhttps://bao.gov.vn/tin-2.html\n", HERE
    )
    assert [entry.url for entry in entries] == ["https://bao.gov.vn/tin-1.html", "https://bao.gov.vn/tin-2.html"]


def months(markup: str, address: str = "https://bao.gov.vn/sitemap.html") -> list[str]:
    page = make_page(f"<html><body>{markup}</body></html>".encode(), address)
    return [follow.url.removeprefix("https://bao.gov.vn") for follow in month_pages(page)]


@pytest.mark.parametrize(
    ("markup", "pages"),
    [
        ('<a href="/sitemap/2020/5">Tháng 5/2020</a>', ["/sitemap/2020/5"]),
        ('<a href="/sitemap/nam-2019.html">Năm 2019</a>', ["/sitemap/nam-2019.html"]),
        ('<a href="/sitemap?thang=05&nam=2020">05/2020</a>', ["/sitemap?thang=05&nam=2020"]),
        ('<a href="/sitemap/2020/5/12">Ngày 12</a>', ["/sitemap/2020/5/12"]),
        ('<a href="/tin/2020/5/12">12/5/2020</a><a href="/sitemap/x">Xã hội</a>', []),
    ],
)
def test_a_site_map_by_month_leads_to_its_months(markup: str, pages: list[str]) -> None:
    assert months(markup) == pages


def test_a_page_that_is_no_site_map_has_no_months() -> None:
    assert months('<a href="/sitemap/2020/5">Tháng 5/2020</a>', "https://bao.gov.vn/tin-tuc") == []
