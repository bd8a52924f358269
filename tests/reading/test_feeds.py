"""Feeds as portals serve them, broken ones too."""

from __future__ import annotations

import time

import pytest

from scraper.reading.feeds import feed_links, read_feed
from scraper.reading.page import make_page
from scraper.reading.result import Entry, Follow

HERE = "https://bao.gov.vn/rss/tin.rss"
ITEM = (
    "<item><title>{}</title><link>https://bao.gov.vn/ke-hoach-123.html</link>"
    "<pubDate>Thu, 02 Apr 2020 08:15:00 +0700</pubDate><description>{}</description></item>"
)


def rss(
    title: str = "Kế hoạch trồng cây", summary: str = "Tóm tắt", head: str = '<?xml version="1.0" encoding="utf-8"?>'
) -> str:
    return f'{head}<rss version="2.0"><channel><title>Báo</title>{ITEM.format(title, summary)}</channel></rss>'


def test_an_item_of_rss_gives_address_title_day_and_summary() -> None:
    assert read_feed(rss().encode(), HERE) == (
        Entry(
            "https://bao.gov.vn/ke-hoach-123.html", "Kế hoạch trồng cây", "Thu, 02 Apr 2020 08:15:00 +0700", "Tóm tắt"
        ),
    )


@pytest.mark.parametrize(
    ("feed", "url", "day"),
    [
        (
            '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Thông báo</title><link rel="self" href="/x"/>'
            '<link rel="alternate" href="/tin/7"/><updated>2021-05-02T00:00:00Z</updated>'
            "<published>2021-05-01T07:00:00+07:00</published></entry></feed>",
            "https://bao.gov.vn/tin/7",
            "2021-05-01T07:00:00+07:00",
        ),
        (
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><item rdf:about="http://bao.gov.vn/8"><title>Thông báo</title>'
            "<link>http://bao.gov.vn/8</link><dc:date>2019-01-02</dc:date></item></rdf:RDF>",
            "http://bao.gov.vn/8",
            "2019-01-02",
        ),
        (
            '<rss version="0.91"><channel><item><title>Thông báo</title>'
            "<link> /tin-9.html?utm_source=rss </link></item></channel></rss>",
            "https://bao.gov.vn/tin-9.html",
            None,
        ),
        (
            "<rss><channel><item><title>Thông báo</title><guid>https://bao.gov.vn/g1</guid></item></channel></rss>",
            "https://bao.gov.vn/g1",
            None,
        ),
        (
            "<rss><channel><item><title>Thông báo</title><link>https://bao.gov.vn/a</link>"
            '<guid isPermaLink="false">x</guid></item></channel></rss>',
            "https://bao.gov.vn/a",
            None,
        ),
    ],
)
def test_each_kind_of_feed_is_read(feed: str, url: str, day: str | None) -> None:
    (entry,) = read_feed(feed.encode(), HERE)
    assert (entry.url, entry.title, entry.date_line) == (url, "Thông báo", day)


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("<![CDATA[Kế hoạch & chương trình]]>", "Kế hoạch & chương trình"),
        ("Kế hoạch & chương trình", "Kế hoạch & chương trình"),
        ("K&ecirc;́ hoạch", "K\u00ea\u0301 hoạch"),
        ("Kế hoạch&nbsp;&ndash; bước 1", "Kế hoạch – bước 1"),
        ("&lt;b&gt;Kế hoạch&lt;/b&gt; &amp;amp; tiến độ", "Kế hoạch & tiến độ"),
        ("  Kế\n hoạch ", "Kế hoạch"),
        ("Kế hoạch\x0b mới", "Kế hoạch mới"),
    ],
)
def test_titles_come_out_as_a_reader_sees_them(printed: str, title: str) -> None:
    assert read_feed(rss(printed).encode(), HERE)[0].title == title


def test_a_summary_loses_its_markup() -> None:
    printed = '<![CDATA[<a href="/x"><img src="a.jpg"/></a></br>Ủy ban nhân dân huyện vừa họp.]]>'
    assert read_feed(rss(summary=printed).encode(), HERE)[0].summary == "Ủy ban nhân dân huyện vừa họp."


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(rss(head='<?xml version="1.0" encoding="iso-8859-1"?>').encode(), id="utf-8 that claims latin-1"),
        pytest.param(rss(head='<?xml version="1.0" encoding="utf-16"?>').encode("utf-16"), id="utf-16"),
        pytest.param(b"\xef\xbb\xbf\r\n\r\n" + rss().encode(), id="a mark and blank lines before the declaration"),
        pytest.param(b"<br />Notice: Undefined index in /x.php" + rss().encode(), id="a notice before the declaration"),
        pytest.param(rss(head='<?xml version="1.0" encoding="khong-co"?>').encode(), id="an unknown charset"),
        pytest.param(rss().replace("</channel></rss>", "").encode(), id="cut off at the end"),
        pytest.param(rss().replace("</description>", "").encode(), id="a tag left open"),
    ],
)
def test_a_feed_that_is_not_well_formed_is_read_all_the_same(data: bytes) -> None:
    assert [entry.title for entry in read_feed(data, HERE)] == ["Kế hoạch trồng cây"]


def test_an_entity_bomb_stays_small() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(9)
    )
    start = time.process_time()
    entries = read_feed((bomb + "]>" + rss("Kế hoạch &j; mới", head="")).encode(), HERE)
    assert time.process_time() - start < 5
    assert len(entries) == 1
    assert len(entries[0].title or "") < 100


def test_an_entity_of_a_file_is_not_fetched(tmp_path: object) -> None:
    thief = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + rss("Kế hoạch &x;", head="")
    assert "root" not in str(read_feed(thief.encode(), HERE))


@pytest.mark.parametrize("data", ["", "\x00\x01\x02", "<html><body>404</body></html>", "%PDF-1.4", "<rss>"])
def test_what_is_no_feed_lists_nothing(data: str) -> None:
    assert read_feed(data.encode(), HERE) == ()


def test_an_item_that_leads_nowhere_is_left_out() -> None:
    assert read_feed(b"<rss><item><title>A</title><link>javascript:x</link></item></rss>", HERE) == ()


def test_the_feeds_of_a_page_are_found_and_those_of_comments_are_not() -> None:
    markup = (
        '<html><head><link rel="alternate" type="application/rss+xml" href="/feed/">'
        '<link rel="alternate" type="application/rss+xml" href="/comments/feed/"></head>'
        '<body><a href="/rss/thoi-su.rss">Thời sự</a><a href="/rss/">RSS</a>'
        '<a href="/tin/rss-la-gi.html">RSS là gì</a></body>'
    )
    page = make_page(markup.encode(), "https://bao.gov.vn/")
    assert feed_links(page) == (
        Follow("https://bao.gov.vn/feed/", kind="feed"),
        Follow("https://bao.gov.vn/rss/thoi-su.rss", kind="feed"),
    )
