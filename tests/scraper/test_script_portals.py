"""Portals that only a script draws, on loopback, with a real Chromium: what is read, kept, fetched and refused."""

from __future__ import annotations

import os
import re
import socket
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import pytest
from fastwarc.warc import ArchiveIterator

from scraper.browser import browser_path
from scraper.facts import read_portal_file
from tests.command import Done, kehoach
from tests.loopback import Answer, Loopback
from tests.scraper.portals import facts, page, title_of
from tests.scraper.script_portal import (
    APP,
    COUNT,
    clicked_portal,
    counting_portal,
    data_portal,
    drawn_portal,
    path_of,
    shell,
)

needs_browser = pytest.mark.skipif(browser_path() is None, reason="no Chromium on the PATH")
OWNER = ("--agency", "Sở Nội vụ tỉnh Kon Tum", "--province", "Kon Tum", "--name", "ve-bang-script")
EVERY_WAY = """
const there = 'http://ORIGIN/';
const tries = [
  () => fetch(there + 'fetch'), () => fetch(there + 'post', {method: 'POST', body: 'x', mode: 'no-cors'}),
  () => { const ask = new XMLHttpRequest(); ask.open('GET', there + 'xhr'); ask.send(); },
  () => { new Image().src = there + 'image'; },
  () => { const frame = document.createElement('iframe'); frame.src = there + 'frame'; document.body.append(frame); },
  () => { const code = document.createElement('script'); code.src = there + 'script'; document.body.append(code); },
  () => new WebSocket('ws://ORIGIN/socket'), () => new EventSource(there + 'events'),
  () => navigator.sendBeacon(there + 'beacon', 'x'), () => window.open(there + 'window'),
  () => new Worker(URL.createObjectURL(new Blob([`fetch('${there}worker')`]))),
  () => navigator.serviceWorker.register('/app.js'), () => import(there + 'module'),
  () => new RTCPeerConnection({iceServers: [{urls: 'stun:ORIGIN'}]}).createDataChannel('x'),
  () => fetch('file:///etc/passwd'), () => { document.body.style.background = `url(${there}style)`; },
];
for (const one of tries) { try { Promise.resolve(one()).catch(() => 0); } catch { } }
"""


def crawl(
    loopback: Loopback, tmp_path: Path, *words: str, script: bool, path: str = os.environ["PATH"], **more: str
) -> Done:
    more |= {"script": "true"} if script else {}
    folder = facts(tmp_path / "portals", loopback.url("/"), **more)
    where = ("--portals", folder, "--archive", tmp_path / "archive", "--allow-private", loopback.origin)
    return kehoach("crawl", "thu-nghiem", *where, "--json", *words, cwd=tmp_path, PATH=path)


def announcements(tmp_path: Path) -> list[tuple[str, str, str]]:
    database = sqlite3.connect(tmp_path / "archive" / "archive.db")
    rows = database.execute("SELECT title, published_at, authors FROM announcement ORDER BY published_at").fetchall()
    database.close()
    return rows


EXPECTED = [(title_of(n), f"2020-02-{n + 1:02d}", '["Nguyễn Thị Hòa"]') for n in range(COUNT)]


@dataclass
class Crawled:
    """The portal that is drawn, probed from its front page and crawled with the facts written, while it attacks."""

    probed: Done
    done: Done
    folder: Path
    asked: list[str]
    reached: list[str]
    written: Path


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crawled]:
    folder = tmp_path_factory.mktemp("script")
    with Loopback() as loopback, Listener() as listener:
        elsewhere = loopback.origin.replace("127.0.0.1", "localhost")
        drawn_portal(loopback, f"http://{elsewhere}")
        loopback.routes["/app.js"] = Answer((APP + EVERY_WAY.replace("ORIGIN", listener.origin)).encode())
        opened = ("--allow-private", loopback.origin, "--allow-private", elsewhere)
        written = folder / "portals" / "kon-tum.toml"
        words = (loopback.url("/"), *opened, "--delay", "0", "--json", "--write", written, *OWNER)
        probed = kehoach("portals", "probe", *words, cwd=folder)
        loopback.asked.clear()
        where = ("--portals", folder / "portals", "--archive", folder / "archive")
        done = kehoach("crawl", "ve-bang-script", *where, *opened, "--json", cwd=folder)
        yield Crawled(probed, done, folder, list(loopback.asked), list(listener.reached), written)


class Listener:
    """A private service that nobody opened: it notes whoever connects."""

    def __init__(self) -> None:
        self.reached: list[str] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.origin = f"127.0.0.1:{self._socket.getsockname()[1]}"
        self._thread = Thread(target=self._accept, daemon=True)

    def _accept(self) -> None:
        while True:
            try:
                connection, address = self._socket.accept()
            except OSError:
                return
            self.reached.append(f"{address}")
            connection.close()

    def __enter__(self) -> Listener:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()


@needs_browser
def test_a_probe_finds_that_only_a_script_draws_the_portal_and_shows_five_articles(crawled: Crawled) -> None:
    report = crawled.probed.json
    assert (report["good"], report["script"], len(report["articles"])) == (True, True, 5)
    assert {article["fields"]["title"]["confidence"] for article in report["articles"]} == {0.98}
    (portal,) = read_portal_file(crawled.written)
    assert (portal.script, portal.hosts) == (True, ("localhost",))  # where the pages' script comes from


@needs_browser
def test_its_facts_crawl_every_announcement_as_the_browser_draws_it(crawled: Crawled) -> None:
    assert crawled.done.code == 0, crawled.done.err
    assert announcements(crawled.folder) == EXPECTED


@needs_browser
def test_the_answers_and_the_drawn_documents_are_kept(crawled: Crawled) -> None:
    kept: dict[str, set[str]] = {}
    for file in (crawled.folder / "archive" / "warc").iterdir():
        with file.open("rb") as stream:
            for record in ArchiveIterator(stream):
                address = record.headers.get("WARC-Target-URI") or ""
                kept.setdefault(f"/{address.split('/', 3)[-1]}", set()).add(record.headers["WARC-Type"])
    for number in range(COUNT):
        assert {"response", "resource"} <= kept[f"/bai/{100 + number}"]
        assert "response" in kept[f"/du-lieu/{100 + number}"]


@needs_browser
def test_scripts_are_fetched_once_and_pictures_and_styles_not_at_all(crawled: Crawled) -> None:
    assert crawled.asked.count("/app.js") == 1
    assert not {"/banner.png", "/app.css"} & set(crawled.asked)
    asked = [path for path in crawled.asked if path != "/robots.txt"]
    assert len(asked) == len(set(asked)) == 2 * COUNT + 4  # the list, the script, the list's data and its rest


@needs_browser
def test_whatever_a_page_tries_it_reaches_no_private_address(crawled: Crawled) -> None:
    assert crawled.reached == []


@needs_browser
def test_a_list_whose_pages_come_to_clicks_on_numbers_is_turned_to_its_end(loopback: Loopback, tmp_path: Path) -> None:
    clicked_portal(loopback, 4)
    done = crawl(loopback, tmp_path, script=True)
    assert (done.code, done.json[0]["counts"]["new"]) == (0, 12), done.err
    assert [path for path in loopback.asked if path.startswith("/trang-")] == ["/trang-2", "/trang-3", "/trang-4"]


def turned(loopback: Loopback) -> list[str]:
    return [path for path in loopback.asked if path.startswith("/trang-") and path != "/trang.js"]


@needs_browser
def test_a_drawn_list_is_turned_no_further_than_days_are_wanted_or_something_is_known(
    loopback: Loopback, tmp_path: Path
) -> None:
    clicked_portal(loopback, 6)
    done = crawl(loopback, tmp_path, "--since", "2019-01-01", script=True)
    assert (done.code, done.json[0]["counts"]["new"]) == (0, 6), done.err
    assert turned(loopback) == ["/trang-2", "/trang-3"]  # the third shows only old ones
    loopback.asked.clear()
    assert crawl(loopback, tmp_path, "--first-pages", script=True).code == 0
    assert turned(loopback) == []


@needs_browser
def test_a_drawn_list_without_days_is_turned_until_the_articles_of_its_last_page_are_older_than_wanted(
    loopback: Loopback, tmp_path: Path
) -> None:
    clicked_portal(loopback, 4, dated=False)
    done = crawl(loopback, tmp_path, "--since", "2020-01-01", script=True)
    assert (done.code, done.json[0]["counts"]["new"]) == (0, 6), done.err
    assert turned(loopback) == ["/trang-2"]  # the second shows only old ones


@pytest.mark.soak
@needs_browser
def test_a_drawn_list_without_any_days_is_turned_to_the_ceiling_which_is_told(
    loopback: Loopback, tmp_path: Path
) -> None:
    clicked_portal(loopback, 7, dated=False)
    for path, answer in loopback.routes.items():
        if isinstance(answer, Answer):
            loopback.routes[path] = Answer(re.sub(rb"<div>Ng\S+y \S+ng: .*?</div>", b"", answer.body))
    done = crawl(loopback, tmp_path, "--since", "2019-01-01", script=True, max_pages="6")
    assert (done.code, done.json[0]["counts"]["new"], done.json[0]["counts"]["ceiling"]) == (0, 18, 1), done.err
    assert turned(loopback) == [f"/trang-{n}" for most in (2, 3, 5, 6) for n in range(2, most + 1)]
    assert "its list goes on after 5 loads; the rest was left" in done.err


@needs_browser
def test_a_drawn_list_is_turned_to_the_ceiling_of_pages_which_is_told(loopback: Loopback, tmp_path: Path) -> None:
    clicked_portal(loopback, 5)
    done = crawl(loopback, tmp_path, script=True, max_pages="3")
    assert (done.code, done.json[0]["counts"]["new"], done.json[0]["counts"]["ceiling"]) == (0, 9, 1)
    assert "its list goes on after 2 loads; the rest was left" in done.err


@pytest.mark.soak
@needs_browser
def test_a_drawn_list_of_many_pages_is_turned_to_its_end(loopback: Loopback, tmp_path: Path) -> None:
    clicked_portal(loopback, 60, each=2)
    done = crawl(loopback, tmp_path, script=True)
    assert (done.code, done.json[0]["counts"]["new"]) == (0, 120), done.err


def test_data_behind_the_script_is_read_without_a_browser(loopback: Loopback, tmp_path: Path) -> None:
    data_portal(loopback)
    done = crawl(loopback, tmp_path, script=False, path="/nowhere")
    assert done.code == 0, done.err
    assert announcements(tmp_path) == EXPECTED
    assert "/app.js" not in loopback.asked


def test_a_probe_prefers_the_data_behind_the_script(loopback: Loopback, tmp_path: Path) -> None:
    data_portal(loopback)
    words = (loopback.url("/"), "--allow-private", loopback.origin, "--delay", "0", "--json")
    report = kehoach("portals", "probe", *words, cwd=tmp_path, PATH="/nowhere").json
    assert (report["good"], report["script"]) == (True, False)
    assert report["start"] == [loopback.url("/api/tin-tuc?page=1")]
    assert report["paging"]["further"] == COUNT // 2


def test_a_list_that_counts_more_than_it_shows_and_leads_nowhere_fails_the_run(
    loopback: Loopback, tmp_path: Path
) -> None:
    counting_portal(loopback)
    folder = facts(tmp_path / "portals", loopback.url("/tin-tuc"))
    where = ("thu-nghiem", "--portals", folder, "--allow-private", loopback.origin)
    done = kehoach("crawl", *where, "--archive", tmp_path / "archive", "--json", cwd=tmp_path)
    assert (done.code, len(announcements(tmp_path))) == (1, COUNT // 2)
    assert f"{loopback.url('/tin-tuc')}: its data counts more than the {COUNT // 2} that it lists." in done.err
    assert "1 list counting more than shown" in done.json[0]["reason"]
    checked = kehoach("portals", "check", *where, cwd=tmp_path)
    assert f"{COUNT // 2} announcements, {COUNT // 2} with a day; it counts more than that" in checked.out


def test_without_the_fact_a_drawn_portal_says_what_to_write(loopback: Loopback, tmp_path: Path) -> None:
    drawn_portal(loopback)
    done = crawl(loopback, tmp_path, script=False)
    assert done.code == 1
    assert "only a script draws this page; the portal's facts can say `script = true`" in done.json[0]["reason"]


def test_without_a_browser_a_drawn_portal_says_what_to_install(loopback: Loopback, tmp_path: Path) -> None:
    drawn_portal(loopback)
    done = crawl(loopback, tmp_path, script=True, path="/nowhere")
    assert done.code == 1
    assert "apt-get install chromium" in done.json[0]["reason"]
    read = kehoach("read", loopback.url("/bai/100"), "--allow-private", loopback.origin, cwd=tmp_path, PATH="/nowhere")
    assert (read.code, "apt-get install chromium" in read.err) == (1, True)


def test_a_page_that_draws_a_file_and_is_called_by_its_name_is_to_be_drawn_too(
    loopback: Loopback, tmp_path: Path
) -> None:
    rows = "".join(f'<li><a href="/xem?tep={n}.pdf">{title_of(n)}</a> <i>0{n}/02/2020</i></li>' for n in range(1, 5))
    loopback.routes["/"] = page("Kế hoạch", f"<h2>Kế hoạch</h2><ul>{rows}</ul>")
    loopback.routes |= {f"/xem?tep={n}.pdf": shell() for n in range(1, 5)}
    crawl(loopback, tmp_path, script=True, path="/nowhere")
    with sqlite3.connect(tmp_path / "archive" / "archive.db") as database:
        [(outcome, pages)] = database.execute("SELECT outcome, count(*) FROM ledger WHERE url LIKE '%.pdf' GROUP BY 1")
    assert (pages, "apt-get install chromium" in outcome) == (4, True), outcome


@needs_browser
def test_read_draws_a_page_that_prints_nothing(loopback: Loopback, tmp_path: Path) -> None:
    drawn_portal(loopback)
    done = kehoach("read", loopback.url("/bai/100"), "--allow-private", loopback.origin, cwd=tmp_path)
    assert done.code == 0, done.err
    assert (done.json["title"], done.json["published_at"]) == (title_of(0), "2020-02-01")


def test_read_takes_the_data_in_a_page_first(loopback: Loopback, tmp_path: Path) -> None:
    data_portal(loopback)
    address = loopback.url(path_of(0))
    done = kehoach("read", address, "--allow-private", loopback.origin, cwd=tmp_path, PATH="/nowhere")
    assert done.code == 0, done.err
    assert (done.json["title"], done.json["published_at"]) == (title_of(0), "2020-02-01")


@needs_browser
def test_what_robots_txt_forbids_the_browser_does_not_get(loopback: Loopback, tmp_path: Path) -> None:
    drawn_portal(loopback)
    loopback.routes["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /du-lieu\n", content_type="text/plain")
    done = crawl(loopback, tmp_path, script=True)
    assert (done.code, [path for path in loopback.asked if path.startswith("/du-lieu")]) == (1, [])


@pytest.mark.soak
@needs_browser
def test_a_script_that_never_ends_is_ended(loopback: Loopback, tmp_path: Path) -> None:
    drawn_portal(loopback)
    loopback.routes["/"] = Answer(b"<html><body><div id='app'></div><script>while (true) { }</script></body></html>")
    words = ("read", loopback.url("/"), "--allow-private", loopback.origin)
    done = kehoach(*words, cwd=tmp_path, KEHOACH_DRAWING_SECONDS="5")
    assert (done.code, "no answer in time" in done.err) == (1, True)
