"""Cookies are kept for portals whose facts ask for them, and for no others."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tests.scraper.crawled import crawled
from tests.scraper.faults import answer, serving
from tests.scraper.portals import article, facts, listing, path_of

COOKIE = b"\r\nCookie: phien=7\r\n"


def routes(path: str) -> bytes:
    pages = {"/tin-tuc": listing(range(2)), **{path_of(number): article(number) for number in range(2)}}
    body = pages[path].body if path in pages else b""
    return answer(body, "Set-Cookie: phien=7; Path=/", status="200 OK" if body else "404 Not Found")


@pytest.mark.parametrize(("more", "kept"), [({"cookies": "true"}, True), ({}, False)])
def test_a_cookie_comes_back_where_the_facts_say_so(more: dict[str, str], kept: bool, tmp_path: Path) -> None:
    with serving(routes) as port:
        portals = facts(tmp_path / "portals", f"http://127.0.0.1:{port}/tin-tuc", **more)
        done = crawled(tmp_path / "archive", portals, [f"127.0.0.1:{port}"])
    assert set(done.outcomes.values()) == {"read"}
    [file] = (tmp_path / "archive" / "warc").glob("*.gz")
    sent = gzip.decompress(file.read_bytes())
    assert sent.count(b"\r\nSet-Cookie: phien=7; Path=/\r\n") == len(done.outcomes) + 1  # and robots.txt
    assert (sent.count(COOKIE) >= len(done.outcomes)) is kept
    assert (COOKIE in sent) is kept
