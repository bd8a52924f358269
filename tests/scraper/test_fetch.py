"""Errands: a few pages under the crawler's own rules. Scrapy's reactor runs once a process, so each has its own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from scraper.fetch import Answer as FetchedPage
from scraper.fetch import leads_on
from tests.command import Done, kehoach, python
from tests.loopback import Answer, Loopback
from tests.scraper.portals import article, path_of

ERRAND = """
import json, sys
from scraper.fetch import Errand, run_errands

start, addresses, options = json.loads(sys.argv[1])

async def run(get):
    for address in addresses:
        answer = await get(address, ())
        told = answer.failure.outcome if answer.failure else answer.moved_to or answer.body.decode()[:40]
        print(json.dumps([answer.url, list(answer.hops), told]))

run_errands([Errand((start,), run, **options)], allow_private=[start.split("/")[2]])
"""


def errand(loopback: Loopback, *paths: str, **options: object) -> list[Any]:
    """What came of asking for the paths, one after the other, within one errand."""
    words = json.dumps([loopback.url(), [loopback.url(path) for path in paths], {"delay": 0.0, **options}])
    done = run(words)
    assert done.code == 0, done.err
    return [json.loads(line) for line in done.out.splitlines()]


def run(words: str) -> Done:
    return python(ERRAND, words, timeout=300)


def test_redirects_are_followed_and_told(loopback: Loopback) -> None:
    loopback.routes |= {
        "/": Answer(status=302, headers={"Location": "/trang-chu"}),
        "/trang-chu": Answer(status=301, headers={"Location": "tin-tuc"}),
        "/tin-tuc": Answer(b"Tin"),
        "/cam": Answer(status=302, headers={"Location": "/quan-tri"}),
        "/ra-ngoai": Answer(status=302, headers={"Location": "http://10.0.0.1/"}),
        "/robots.txt": Answer(b"User-agent: *\nDisallow: /quan-tri\n", content_type="text/plain"),
    }
    home, forbidden, outside = errand(loopback, "/", "/cam", "/ra-ngoai")
    assert home == [loopback.url("/tin-tuc"), [loopback.url("/"), loopback.url("/trang-chu")], "Tin"]
    assert forbidden[2] == "forbidden by robots.txt"
    assert outside[2] == "forbidden address: 10.0.0.1:80 is a private address"
    assert "/quan-tri" not in loopback.asked
    assert loopback.asked.count("/robots.txt") == 1


@pytest.mark.parametrize(
    "page",
    [
        '<meta http-equiv="refresh" content="0; url=/trang-chu">',
        "<META content='5;URL=/trang-chu' http-equiv=Refresh>",
        "<meta http-equiv=refresh content=0;url=/trang-chu>",
        """<meta http-equiv="refresh" content="0;url='/trang-chu'">""",
        "<script>window.location.href = '/trang-chu';</script>",
        "<script>location.replace('/trang-chu')</script><a href=/trang-chu>Vào trang</a>",
        "<body onload=\"location='/trang-chu'\"></body>",
        '<frameset rows="9,*"><frame src="top.htm"><frame src=menu.htm><frame name=giua src="/trang-chu"></frameset>',
        '<FRAMESET cols="200,*"><FRAME NAME="left" SRC="/muc"><FRAME SRC="trang-chu" NAME="main"></FRAMESET>',
    ],
)
def test_a_page_leads_on_by_a_refresh_by_its_only_script_or_by_a_frame(page: str) -> None:
    answer = FetchedPage("https://portal.example/", f"<html>{page}</html>".encode())
    assert leads_on(answer) == "https://portal.example/trang-chu"


@pytest.mark.parametrize(
    "page",
    [
        "<div onclick=\"location.href='/tin/1'\">Kế hoạch phòng, chống hạn hán</div>",
        "<script>function tim() { location.href = '/tim' }</script><a href=/1>Một</a> <a href=/2>Hai</a>",
        '<meta http-equiv="refresh" content="600; url=/trang-chu"><p>Tin tức</p>',
        '<meta http-equiv="refresh" content="60">',
        '<meta http-equiv="Content-Type" content="text/html; url=/trang-chu">',
        '<meta http-equiv="refresh" content="0; url=https://portal.example/">',
    ],
)
def test_a_page_that_has_something_to_show_leads_nowhere(page: str) -> None:
    assert leads_on(FetchedPage("https://portal.example/", f"<html>{page}</html>".encode())) is None


def test_what_an_errand_raises_reaches_the_caller(loopback: Loopback) -> None:
    done = run(json.dumps([loopback.url(), [7], {"delay": 0.0}]))
    assert done.code == 1
    assert "TypeError" in done.err


def test_read_fetches_one_page_as_the_crawler_would(loopback: Loopback, tmp_path: Path) -> None:
    loopback.routes[path_of(1)] = article(1)
    done = kehoach("read", loopback.url(path_of(1)), "--allow-private", loopback.origin, cwd=tmp_path)
    assert done.code == 0, done.err
    assert done.json["title"] == "Thông báo kết quả thi nâng ngạch công chức năm 2020"
    assert loopback.asked == ["/robots.txt", path_of(1)]
    missing = kehoach("read", loopback.url("/khong-co"), "--allow-private", loopback.origin, cwd=tmp_path)
    assert (missing.code, "gone: HTTP 404" in missing.err) == (1, True)
    refused = kehoach("read", loopback.url(path_of(1)), cwd=tmp_path)
    assert (refused.code, f"--allow-private {loopback.origin} opens it" in refused.err) == (2, True)
    nonsense = kehoach("read", loopback.url(path_of(1)), cwd=tmp_path, KEHOACH_CONTACT="nonsense")
    assert (nonsense.code, nonsense.err.count("\n"), "is no contact" in nonsense.err) == (2, 1, True)
