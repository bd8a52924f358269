"""What tests can do to a demo portal: change it, silence it, break it, move it."""

from __future__ import annotations

import http.client
import os
import signal
import subprocess
import sys
from datetime import datetime

import pytest

from scraper.demo import DemoServer, serve
from scraper.demo.content import PORTALS
from scraper.demo.exchange import Response
from scraper.demo.site import VIETNAM
from tests.demo.browser import fetch

LISTINGS = {
    "demo-quang-nam": "/Default.aspx?tabid=107&Group=46",
    "demo-hue": "/?gd=27&cn=97",
    "demo-quang-ninh": "/chinh-tri",
    "demo-kon-tum": "/tin-tuc-su-kien",
    "demo-ninh-thuan": "/Pages/Tin-tu-So-nganh-Dia-phuong.aspx",
}


@pytest.mark.parametrize("name", PORTALS)
def test_an_edited_title_is_shown_under_the_old_address(server: DemoServer, name: str) -> None:
    site = server.sites[name]
    article = site.articles()[2]
    address = site.address(article)
    site.edit(article.key, title="Thông báo đính chính tiêu đề")
    assert site.address(site.articles()[2]) == address
    page = fetch(address)
    assert page.status == 200
    assert "Thông báo đính chính tiêu đề" in page.text


@pytest.mark.parametrize(("mood", "status"), [("broken", 500), ("refused", 403), ("wall", 200)])
@pytest.mark.parametrize("name", PORTALS)
def test_a_portal_in_a_bad_mood_shows_no_article(server: DemoServer, name: str, mood: str, status: int) -> None:
    site = server.sites[name]
    article = site.articles()[0]
    site.mood = mood  # type: ignore[assignment]
    page = fetch(site.address(article))
    assert page.status == status
    assert article.title not in page.text


@pytest.mark.parametrize("name", PORTALS)
def test_an_empty_listing_is_a_whole_page_without_items(server: DemoServer, name: str) -> None:
    site = server.sites[name]
    full = fetch(f"http://{site.origin}{LISTINGS[name]}")
    site.mood = "empty"
    empty = fetch(f"http://{site.origin}{LISTINGS[name]}")
    assert empty.status == 200
    assert len(empty.links("//a/@href")) < len(full.links("//a/@href"))
    assert fetch(site.address(site.articles()[0])).status == 200


def test_a_quiet_portal_shows_nothing_newer(server: DemoServer) -> None:
    site = server.sites["demo-kon-tum"]
    site.quiet_since = datetime(2020, 3, 1)
    assert max(article.published for article in site.articles()).year == 2020
    assert "/2021" not in fetch(f"http://{site.origin}/tin-tuc-su-kien").text


def test_articles_appear_as_the_clock_reaches_them() -> None:
    moment = [datetime(2019, 7, 1, tzinfo=VIETNAM)]
    with serve(0, clock=lambda: moment[0]) as server:
        site = server.sites["demo-quang-ninh"]
        early = len(site.articles())
        moment[0] = datetime(2020, 7, 1, tzinfo=VIETNAM)
        later = len(site.articles())
        assert 0 < early < later
        clock = fetch(f"http://{site.origin}/").tree.xpath("string(//*[@id='datetime-now'])")
        assert clock == "Thứ Tư, 01/07/2020 00:00 (GMT +7)"


def test_renamed_classes_leave_the_text_as_it_was(server: DemoServer) -> None:
    site = server.sites["demo-hue"]
    address = site.address(site.articles()[0])
    before = fetch(address)
    site.class_suffix = "-v2"
    after = fetch(address)
    assert before.tree.xpath("//*[@class='title_chitiet']")
    assert not after.tree.xpath("//*[@class='title_chitiet']")
    assert after.tree.xpath("string(//*[@class='title_chitiet-v2'])") == before.tree.xpath(
        "string(//*[@class='title_chitiet'])"
    )


def test_a_moved_portal_redirects_every_address(server: DemoServer) -> None:
    old, new = server.sites["demo-hue"], server.sites["demo-kon-tum"]
    old.moved_to = new.origin
    page = fetch(f"http://{old.origin}/?gd=27&cn=97")
    assert page.status == 301
    assert page.headers["Location"] == f"http://{new.origin}/?gd=27&cn=97"


def test_a_single_answer_can_be_replaced(server: DemoServer) -> None:
    site = server.sites["demo-hue"]
    site.overrides["/?gd=27&cn=97"] = Response(b"half a pa", 200)
    assert fetch(f"http://{site.origin}/?gd=27&cn=97").body == b"half a pa"


def test_the_log_has_method_and_target_of_each_request(server: DemoServer) -> None:
    site = server.sites["demo-hue"]
    fetch(f"http://{site.origin}/robots.txt")
    fetch(f"http://{site.origin}/?gd=27&cn=97", {"a": "b"})
    assert server.requests["demo-hue"] == ["GET /robots.txt", "POST /?gd=27&cn=97"]
    assert server.origins[1] == f"127.0.0.3:{server.port}"


def test_one_connection_carries_many_requests(untouched_server: DemoServer) -> None:
    site = untouched_server.sites["demo-kon-tum"]
    connection = http.client.HTTPConnection(site.host, site.port, timeout=60)
    for method in ("GET", "HEAD", "GET"):
        connection.request(method, "/robots.txt")
        response = connection.getresponse()
        assert response.status == 200
        assert bool(response.read()) == (method == "GET")
        assert not response.will_close
    connection.close()


def test_a_connection_kept_open_gets_no_answer_when_the_server_is_over() -> None:
    with serve(0) as server:
        site = server.sites["demo-hue"]
        connection = http.client.HTTPConnection(site.host, site.port, timeout=60)
        connection.request("GET", "/robots.txt")
        assert connection.getresponse().read()
        kept, connection.auto_open = connection, 0
    kept.request("GET", "/robots.txt")
    with pytest.raises(http.client.RemoteDisconnected):
        kept.getresponse()
    kept.close()


@pytest.mark.parametrize("length", ["", "-1", "many", "9000000"])
def test_a_post_without_a_sensible_length_is_refused(untouched_server: DemoServer, length: str) -> None:
    site = untouched_server.sites["demo-quang-nam"]
    connection = http.client.HTTPConnection(site.host, site.port, timeout=60)
    connection.putrequest("POST", "/Default.aspx?tabid=107&Group=46")
    if length:
        connection.putheader("Content-Length", length)
    connection.endheaders()
    assert connection.getresponse().status in (411, 413)
    connection.close()


def test_a_port_that_is_taken_is_said_in_one_sentence(untouched_server: DemoServer) -> None:
    command = [sys.executable, "-m", "scraper.demo", "--port", str(untouched_server.port)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(f"The demo portals cannot use port {untouched_server.port}: ")
    assert "Traceback" not in done.stderr


def test_the_foreground_server_prints_its_addresses_and_ends_on_sigterm() -> None:
    command = [sys.executable, "-m", "scraper.demo", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in PORTALS]
        os.kill(process.pid, signal.SIGTERM)
        assert process.wait(timeout=120) == 0
    for name, line in zip(PORTALS, lines, strict=True):
        assert line.startswith(f"{name}: http://{PORTALS[name]}:")
