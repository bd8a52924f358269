"""The browser that draws pages has no network: no link, frame, script, redirect or socket leads anywhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from playwright.sync_api import Error, Route, sync_playwright

from scraper.browser import browser_path, drawing_settings
from tests.loopback import Answer, Loopback
from tests.scraper.inside import Inside

ELEMENTS = """<link rel="preload" href="{way}" as="script"><link rel="prefetch" href="{way}">
<link rel="preconnect" href="{way}"><link rel="stylesheet" href="{way}"><iframe src="{way}"></iframe><img src="{way}">
<video src="{way}"></video><img src="/redirect{number}">"""
SCRIPT = """<script>
const ways = %s, turn = "turn:127.0.0.1:%d?transport=tcp";
const call = () => {
  const peer = new RTCPeerConnection({iceServers: [{urls: turn, username: "a", credential: "b"}]});
  peer.createDataChannel("x"); peer.createOffer().then(offer => peer.setLocalDescription(offer));
};
const attempts = ways.flatMap(way => [
  () => fetch(way, {mode: "no-cors"}).catch(() => 0), () => new WebSocket(way.replace("http", "ws")),
  () => navigator.sendBeacon(way, "x"), () => new EventSource(way)]);
for (const attempt of [call, ...attempts]) { try { attempt(); } catch (error) {} }
</script>"""


pytestmark = pytest.mark.skipif(browser_path() is None, reason="no Chromium is installed (apt-get install chromium)")


@pytest.fixture
def inside() -> Iterator[Inside]:
    with Inside() as service:
        yield service


def portal_of_traps(loopback: Loopback, inside: Inside) -> None:
    """A front page that tries every way inside by links, frames, pictures, scripts, sockets, redirects."""
    ways = list(inside.addresses(loopback.origin).values())
    for number, way in enumerate(ways):
        location = way.encode().decode("latin-1")
        loopback.routes[f"/redirect{number}"] = Answer(status=302, headers={"Location": location})
    elements = [ELEMENTS.format(way=way, number=number) for number, way in enumerate(ways)]
    script = SCRIPT % (json.dumps(ways), inside.port)
    loopback.routes["/"] = Answer("".join(["<h1>Cổng thông tin</h1>", *elements, script]).encode())


def visit(loopback: Loopback, launch: dict[str, Any]) -> None:
    """Open the portal's front page, its document from us and all the rest from the network, if there is one."""

    def answer(route: Route) -> None:
        if route.request.url == loopback.url("/"):
            body = loopback.routes["/"]
            assert isinstance(body, Answer)
            route.fulfill(status=200, content_type="text/html; charset=utf-8", body=body.body)
        else:
            route.continue_()

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch)
        page = browser.new_context(service_workers="block").new_page()
        page.route("**/*", answer)
        page.goto(loopback.url("/"), wait_until="load", timeout=60_000)
        assert page.inner_text("h1") == "Cổng thông tin"
        for number in range(2):
            with suppress(Error):
                page.goto(loopback.url(f"/redirect{number}"), timeout=60_000)
        browser.close()


def test_the_browser_reaches_nothing_inside_nor_the_portal_itself(loopback: Loopback, inside: Inside) -> None:
    portal_of_traps(loopback, inside)
    visit(loopback, drawing_settings()["PLAYWRIGHT_LAUNCH_OPTIONS"])
    assert inside.connections == 0
    assert loopback.asked == []


def test_an_ordinary_browser_would_get_inside(loopback: Loopback, inside: Inside) -> None:
    portal_of_traps(loopback, inside)
    visit(loopback, {"executable_path": browser_path()})
    assert inside.connections > 10
    assert loopback.asked
