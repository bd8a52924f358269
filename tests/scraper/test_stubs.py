"""Portals on loopback that answer with a stub until its cookie comes: it is sent where it stands there in letters."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator, WarcRecordType

from scraper.browser import browser_path
from tests.command import Done, kehoach
from tests.loopback import Answer, Loopback
from tests.scraper.portals import facts, small_portal

needs_browser = pytest.mark.skipif(browser_path() is None, reason="no Chromium on the PATH")
COUNT = 4
COMPUTED = """<html><head><script>
let sum = 0;
for (const letter of 'cong-thu-nghiem') sum = (sum * 31 + letter.charCodeAt(0)) % 65536;
document.cookie = 'D1N=' + sum.toString(16) + '; path=/';
window.location.reload(true);
</script></head><body></body></html>"""
SUM = "D1N=f116"


def stub(script: str, text: str = "") -> Answer:
    return Answer(f"<html><head><script>{script}</script></head><body>{text}</body></html>".encode())


def crawl(loopback: Loopback, tmp_path: Path, *words: str, **more: str) -> Done:
    folder = facts(tmp_path / "portals", loopback.url("/tin-tuc"), **more)
    where = ("--portals", folder, "--archive", tmp_path / "archive", "--allow-private", loopback.origin)
    return kehoach("crawl", "thu-nghiem", *where, *words, cwd=tmp_path)


def exchanged(tmp_path: Path) -> tuple[list[bytes], list[bytes]]:
    """What was sent and what came, in order."""
    [file] = (tmp_path / "archive" / "warc").glob("*.gz")
    with file.open("rb") as stream:
        records = [(record.record_type, record.reader.read()) for record in ArchiveIterator(stream, parse_http=False)]
    sent = [body for kind, body in records if kind == WarcRecordType.request]
    return sent, [body for kind, body in records if kind == WarcRecordType.response]


@pytest.mark.parametrize(
    ("script", "more"),
    [
        ('document.cookie="D1N=5f0c8a11; path=/; expires=Fri, 31-Dec-2037 23:55:55 GMT";location.reload(true);', {}),
        ("document.cookie = 'D1N=5f0c8a11' + '; path=/';\nlocation.href = location.href;", {}),
        ('function f(){document.cookie="D1N=5f0c8a11";location.replace("/tin-tuc");}setTimeout(f, 300)', {}),
        ('document.cookie="D1N=5f0c8a11; max-age=86400";document.cookie="js=1";window.location=document.URL;', {}),
        ('document.cookie="D1N=5f0c8a11;path=/";window.location.reload();', {"cookies": "true"}),
    ],
)  # fmt: skip
def test_a_cookie_that_a_stub_has_in_letters_is_sent_and_the_stub_is_kept(
    loopback: Loopback, tmp_path: Path, script: str, more: dict[str, str]
) -> None:
    small_portal(loopback, COUNT)
    loopback.wall = ("D1N=5f0c8a11", stub(script, "<noscript>Vui lòng bật JavaScript</noscript>"))
    done = crawl(loopback, tmp_path, "--json", **more)
    assert (done.code, done.json[0]["counts"]["new"]) == (0, COUNT), done.err
    sent, came = exchanged(tmp_path)
    assert [script.encode() in answer for answer in came] == [True] + [False] * (COUNT + 2)  # robots.txt first
    assert [b"Cookie: D1N=5f0c8a11" in request for request in sent] == [False] + [True] * (COUNT + 2)


@pytest.mark.parametrize(
    "script",
    [
        pytest.param('document.cookie="D1N=5f0c8a11;path=/";window.location.reload(true);', id="it comes again"),
        pytest.param("document.cookie='D1N='+(7*191).toString(16);location.reload();", id="its value is computed"),
        pytest.param('document.cookie="D1N=5f0c8a11";location.href="https://khac.example/";', id="it leads elsewhere"),
    ],
)
def test_a_stub_that_does_not_open_is_blocked_and_the_crawl_says_what_to_do(
    loopback: Loopback, tmp_path: Path, script: str
) -> None:
    small_portal(loopback, COUNT)
    loopback.wall = ("D1N=other", stub(script))
    done = crawl(loopback, tmp_path)
    assert done.code == 1
    told = done.out + done.err
    assert "blocked: " in told
    assert "cookie-stub" in told
    assert "`script = true`" in told


def test_a_probe_asks_again_too(loopback: Loopback, tmp_path: Path) -> None:
    small_portal(loopback, 8)
    loopback.wall = ("D1N=5f0c", stub('document.cookie="D1N=5f0c;path=/";location.reload();'))
    done = kehoach("portals", "probe", loopback.url("/tin-tuc"), "--allow-private", loopback.origin, cwd=tmp_path)
    assert (done.code, "cookie-stub" in done.out) == (0, False), done.out + done.err


@needs_browser
def test_where_the_facts_have_scripts_run_a_computed_cookie_opens_the_portal(
    loopback: Loopback, tmp_path: Path
) -> None:
    small_portal(loopback, COUNT)
    loopback.wall = (SUM, Answer(COMPUTED.encode()))
    done = crawl(loopback, tmp_path, "--json", script="true")
    assert (done.code, done.json[0]["counts"]["new"]) == (0, COUNT), done.err
    with sqlite3.connect(tmp_path / "archive" / "archive.db") as database:
        outcomes = database.execute("SELECT DISTINCT outcome FROM ledger").fetchall()
    assert outcomes == [("read",)]


@needs_browser
def test_a_computed_cookie_that_opens_nothing_is_blocked_though_scripts_are_run(
    loopback: Loopback, tmp_path: Path
) -> None:
    small_portal(loopback, COUNT)
    loopback.wall = ("D1N=other", Answer(COMPUTED.encode()))
    done = crawl(loopback, tmp_path, script="true")
    assert (done.code, "cookie-stub" in done.out + done.err) == (1, True), done.out + done.err
