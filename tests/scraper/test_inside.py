"""Nothing that a page, redirect, frame, feed, site map or file says leads the crawler to a service inside."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from archive.folder import ArchiveFolder
from tests.command import kehoach, python
from tests.loopback import Answer, Loopback
from tests.scraper.inside import NAMES, PRELUDE, REBINDING, Inside
from tests.scraper.portals import article, facts, listing, page, path_of

HOSTS = ["127.0.0.1", "127.0.0.53", "localhost", "www.localhost", "127.1", "2130706433", "::1", REBINDING, *NAMES]
ERRAND = f"""{PRELUDE}
import json, sys
from scraper.fetch import Errand, run_errands

addresses, opened = json.loads(sys.argv[1])

async def run(get):
    for address in addresses:
        try:
            answer = await get(address, ())
        except ValueError as error:
            print(json.dumps("not even asked for: " + str(error)))
        else:
            print(json.dumps(answer.failure.outcome if answer.failure else answer.body.decode()))

run_errands([Errand((opened and "http://" + opened[0] or addresses[0],), run, delay=0.0, timeout=5)],
            contact="x@example.vn", allow_private=opened)
"""


@pytest.fixture
def inside() -> Iterator[Inside]:
    with Inside() as service:
        yield service


def errand(addresses: list[str], opened: list[str]) -> list[str]:
    done = python(ERRAND, json.dumps([addresses, opened]))
    assert done.code == 0, done.err
    return [json.loads(line) for line in done.out.splitlines()]


def family_facts(folder: Path, start: str) -> Path:
    """A portal whose facts count every name of the service inside among its hosts: only where they lead is wrong."""
    return facts(folder, start, hosts=json.dumps(HOSTS))


def outcomes(folder: ArchiveFolder) -> dict[str, str]:
    with sqlite3.connect(folder.database) as connection:
        return dict(connection.execute("SELECT url, outcome FROM ledger").fetchall())


def test_there_are_enough_ways(inside: Inside) -> None:
    assert len(inside.addresses("portal.vn")) >= 25


def test_no_redirect_link_frame_feed_or_file_leads_inside(
    inside: Inside, loopback: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    addresses = list(inside.addresses(loopback.origin).values())
    links = "".join(
        f'<p><a href="{way}">Thông báo tuyển dụng viên chức</a> <iframe src="{way}"></iframe><img src="{way}">'
        f'<a href="{way}ke-hoach.pdf">Tải về kế hoạch.pdf</a></p>'
        for way in addresses
    )
    items = "".join(f"<item><title>Tin</title><link>{way.replace('<', '')}</link></item>" for way in addresses)
    places = "".join(f"<url><loc>{way.replace('<', '')}</loc></url>" for way in addresses)
    loopback.routes["/tin-tuc"] = listing(range(len(addresses) + 3))
    for number, way in enumerate(addresses):
        location = way.encode().decode("latin-1")
        loopback.routes[path_of(number)] = Answer(status=302, headers={"Location": location})
    following = len(addresses)
    loopback.routes[path_of(following)] = article(following, body=links)
    refreshes = "".join(f'<meta http-equiv="refresh" content="0; url={way}">' for way in addresses)
    loopback.routes[path_of(following + 1)] = Answer(f"<html><head>{refreshes}</head></html>".encode())
    scripts = "".join(f"location.href='{way}';" for way in addresses if "\\" not in way)
    loopback.routes[path_of(following + 2)] = page("Tin", f"<base href='{addresses[0]}'><script>{scripts}</script>")
    loopback.routes["/rss"] = Answer(f"<rss><channel>{items}</channel></rss>".encode(), content_type="text/xml")
    loopback.routes["/sitemap.xml"] = Answer(f"<urlset>{places}</urlset>".encode(), content_type="text/xml")
    starts = [loopback.url(path) for path in ("/tin-tuc", "/rss", "/sitemap.xml")]
    portals = family_facts(tmp_path / "portals", '", "'.join(starts))
    words = ("--portals", portals, "--allow-private", loopback.origin, "--archive", folder.path, "--contact", "x@y.vn")
    done = kehoach("crawl", "thu-nghiem", *words, cwd=tmp_path, prelude=PRELUDE, KEHOACH_RETRY_BASE_SECONDS="0.1")
    found = outcomes(folder)
    refused = [outcome for outcome in found.values() if (outcome or "").startswith("forbidden address")]
    assert inside.connections == 0, done.err
    assert len(refused) >= 20, found
    assert None not in found.values()


def test_a_portal_whose_robots_txt_leads_inside_is_left_alone(
    inside: Inside, loopback: Loopback, folder: ArchiveFolder, tmp_path: Path
) -> None:
    loopback.routes["/robots.txt"] = Answer(
        status=301, headers={"Location": f"http://inside.example.vn:{inside.port}/"}
    )
    loopback.routes["/tin-tuc"] = listing(range(3))
    portals = family_facts(tmp_path / "portals", loopback.url("/tin-tuc"))
    words = ("--portals", portals, "--allow-private", loopback.origin, "--archive", folder.path)
    kehoach("crawl", "thu-nghiem", *words, cwd=tmp_path, prelude=PRELUDE, KEHOACH_RETRY_BASE_SECONDS="0.01")
    assert inside.connections == 0
    assert loopback.asked.count("/tin-tuc") == 0


def test_no_address_and_no_redirect_leads_a_single_fetch_inside(inside: Inside, loopback: Loopback) -> None:
    ways = list(inside.addresses(loopback.origin).values())
    direct = errand(ways, [])
    assert inside.connections == 0, direct
    for way in ways:
        loopback.routes[f"/{quote(way, safe='')}"] = Answer(
            status=302, headers={"Location": way.encode().decode("latin-1")}
        )
    led = errand([loopback.url(f"/{quote(way, safe='')}") for way in ways], [loopback.origin])
    assert inside.connections == 0, led
    assert len(direct) == len(led) == len(ways)
    assert not [told for told in (*direct, *led) if "secret" in told]


def test_the_names_of_the_portal_itself_may_not_lead_inside(inside: Inside) -> None:
    told = errand([f"http://{name}:{inside.port}/" for name in NAMES], [])
    assert all("leads to the private address" in outcome for outcome in told), told
    assert inside.connections == 0


def test_the_operator_opens_one_port_and_no_other(inside: Inside, loopback: Loopback) -> None:
    loopback.routes["/"] = Answer(b"open")
    opened = loopback.origin
    others = [f"http://{host}:{inside.port}/" for host in ("127.0.0.1", "localhost")]
    told = errand([f"http://{opened}/", *others], [opened])
    assert told[0] == "open"
    assert inside.connections == 0


def test_reading_an_address_inside_is_refused_in_a_sentence(inside: Inside, tmp_path: Path) -> None:
    address = f"http://inside.example.vn:{inside.port}/"
    done = kehoach("read", address, "--contact", "x@example.vn", cwd=tmp_path, prelude=PRELUDE)
    assert done.code == 1
    assert "leads to the private address 127.0.0.1" in done.err
    assert inside.connections == 0
