"""WACZ: the captures that prove an announcement, byte for byte, as replay tools read them."""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator

from archive.folder import ArchiveFolder
from archive.wacz.surt import surt
from archive.withholding import attachment_id
from tests.command import Done, kehoach
from tests.files import made
from tests.loopback import Answer, Loopback
from tests.scraper.portals import article, listing, path_of
from tests.scraper.test_crawl import crawl, query

PYWB = Path(__file__).parents[2] / ".venv-pywb" / "bin"
PDF = made.pdf("Ke hoach cua tinh")
SECRET = made.pdf("Danh sach rieng")
SURTS = {
    "http://www.quangnam.gov.vn/Default.aspx?tabid=107&Group=46": "vn,gov,quangnam)/default.aspx?group=46&tabid=107",
    "http://127.0.0.2:8734/a%20b?B=1&a=2": "2,0,0,127:8734)/a%20b?a=2&b=1",
    "https://vanban.Chinhphu.VN:443/A/B/?": "vn,chinhphu,vanban)/a/b",
    "http://x.vn": "vn,x)/",
    "http://x.vn/a//b/../c?z&y=": "vn,x)/a/c?y=&z",
    "http://x.vn/Pages/UBND-ti%CC%89nh.aspx": "vn,x)/pages/ubnd-ti%cc%89nh.aspx",
    "http://x.vn/a?sid=9682993c8daa2c5497996114facdc805&b=1": "vn,x)/a?b=1",
    "http://www2.x.vn/a?x=%C3%AA+b": "vn,x)/a?x=%c3%aa+b",
}


@dataclass
class Crawled:
    """A crawled portal: its server, archive, and the id of the announcement with files."""

    portal: Loopback
    folder: ArchiveFolder
    cwd: Path
    uid: str

    def kehoach(self, *words: object) -> Done:
        return kehoach(*words, "--archive", self.folder.path, cwd=self.cwd)


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crawled]:
    cwd = tmp_path_factory.mktemp("wacz")
    folder = ArchiveFolder(cwd / "archive")
    links = "<p><a href='/tep/ke-hoach.pdf'>Kế hoạch</a></p><p><a href='/tep/rieng.pdf'>Tệp riêng</a></p>"
    with Loopback() as portal:
        portal.routes["/tin-tuc"] = listing(range(3))
        for number in range(3):
            portal.routes[path_of(number)] = article(number)
        portal.routes[path_of(0)] = article(0, body=f"<p>Toàn văn ở tệp đính kèm của Sở Nội vụ.</p>{links}")
        moved = Answer(b"", status=302, headers={"Location": "/luu/ke-hoach.pdf"})
        portal.routes["/tep/ke-hoach.pdf"] = moved
        portal.routes["/luu/ke-hoach.pdf"] = Answer(PDF, content_type="application/pdf")
        portal.routes["/tep/rieng.pdf"] = Answer(SECRET, content_type="application/pdf")
        assert crawl(portal, folder, cwd).code == 0
        query(folder, "UPDATE ledger SET next_at = '2020-01-01T00:00:00Z' WHERE kind IN ('article', 'attachment')")
        crawl(portal, folder, cwd)
        (uid,) = query(folder, f"SELECT uid FROM announcement WHERE url LIKE '%{path_of(0)}'")[0]
        yield Crawled(portal, folder, cwd, uid)


def members_of(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as package:
        stored = {entry.filename for entry in package.infolist() if entry.compress_type == zipfile.ZIP_STORED}
        assert "archive/data.warc.gz" in stored
        return {name: package.read(name) for name in package.namelist()}


def records(warc: bytes) -> list[tuple[str, str]]:
    return [
        (record.rec_type, record.rec_headers.get_header("WARC-Target-URI") or "")
        for record in ArchiveIterator(io.BytesIO(warc))
    ]


def index_of(parts: dict[str, bytes]) -> list[dict[str, Any]]:
    lines = parts["indexes/index.cdx"].decode().splitlines()
    assert lines == sorted(lines)
    return [json.loads(line.split(" ", 2)[2]) for line in lines]


def test_a_wacz_holds_page_files_redirect_and_listing_with_their_requests(crawled: Crawled) -> None:
    done = crawled.kehoach("captures", "export", crawled.uid, "-o", "one.wacz", "--json")
    assert done.code == 0, done.err
    parts = members_of(crawled.cwd / "one.wacz")
    package = json.loads(parts["datapackage.json"])
    digest = json.loads(parts["datapackage-digest.json"])
    assert digest["hash"] == "sha256:" + hashlib.sha256(parts["datapackage.json"]).hexdigest()
    for resource in package["resources"]:
        content = parts[resource["path"]]
        assert (resource["bytes"], resource["hash"]) == (len(content), "sha256:" + hashlib.sha256(content).hexdigest())
    entries = index_of(parts)
    asked = ("/tin-tuc", path_of(0), "/tep/ke-hoach.pdf", "/luu/ke-hoach.pdf", "/tep/rieng.pdf")
    assert {entry["url"] for entry in entries} == {crawled.portal.url(path) for path in asked}
    kept = records(parts["archive/data.warc.gz"])
    assert kept[0][0] == "warcinfo"
    assert [kind for kind, _ in kept].count("request") == len(entries) == done.json["captures"]
    for entry in entries:
        first = next(iter(ArchiveIterator(io.BytesIO(parts["archive/data.warc.gz"][int(entry["offset"]) :]))))
        assert first.rec_headers.get_header("WARC-Target-URI") == entry["url"]
        assert (first.rec_type == "revisit") == (entry["mime"] == "warc/revisit")
    pages = [json.loads(line) for line in parts["pages/pages.jsonl"].splitlines()]
    assert [page["url"] for page in pages[1:]] == [crawled.portal.url(path_of(0))] == [package["mainPageUrl"]]


def test_a_revisit_brings_the_capture_that_holds_its_payload(crawled: Crawled) -> None:
    crawled.kehoach("captures", "export", crawled.uid, "-o", "again.wacz")
    entries = index_of(members_of(crawled.cwd / "again.wacz"))
    revisits = [entry for entry in entries if entry["mime"] == "warc/revisit"]
    assert revisits
    for revisit in revisits:
        assert any(entry["digest"] == revisit["digest"] for entry in entries if entry not in revisits)


def test_files_that_came_again_as_they_were_leave_nothing_to_find_fault_with(crawled: Crawled) -> None:
    done = crawled.kehoach("verify")
    assert done.code == 0, done.out


def test_what_is_withheld_is_in_no_wacz(crawled: Crawled) -> None:
    part = attachment_id(crawled.uid, crawled.portal.url("/tep/rieng.pdf"))
    assert crawled.kehoach("withhold", part, "--reason", "Danh sách cá nhân").code == 0
    crawled.kehoach("captures", "export", crawled.uid, "-o", "public.wacz")
    crawled.kehoach("captures", "export", "--portal", "thu-nghiem", "-o", "portal.wacz")
    for name in ("public.wacz", "portal.wacz"):
        parts = members_of(crawled.cwd / name)
        assert not [entry for entry in index_of(parts) if "rieng" in entry["url"]]
        assert all("rieng" not in url for _, url in records(parts["archive/data.warc.gz"]))
    assert crawled.kehoach("withhold", "--undo", part).code == 0
    assert crawled.kehoach("withhold", crawled.uid, "--reason", "Theo yêu cầu").code == 0
    refused = crawled.kehoach("captures", "export", crawled.uid, "-o", "none.wacz")
    assert (refused.code, refused.err.count("\n")) == (2, 1)
    assert not (crawled.cwd / "none.wacz").exists()
    assert crawled.kehoach("withhold", "--undo", crawled.uid).code == 0


def test_a_newspapers_page_stays_sealed_behind_a_second_look_that_found_it_unchanged(crawled: Crawled) -> None:
    press = ArchiveFolder(crawled.cwd / "press")
    shutil.copytree(crawled.folder.path, press.path, ignore=shutil.ignore_patterns("public"))
    query(press, "UPDATE portal SET publish = 'excerpt'")
    kehoach("captures", "export", crawled.uid, "-o", "press.wacz", "--archive", press.path, cwd=crawled.cwd)
    if (file := crawled.cwd / "press.wacz").exists():
        assert not [url for _, url in records(members_of(file)["archive/data.warc.gz"]) if url.endswith(path_of(0))]


def test_captures_are_listed_and_shown(crawled: Crawled) -> None:
    rows = crawled.kehoach("captures", "list", "--id", crawled.uid, "--json").json
    page = next(row for row in rows if row["url"].endswith(path_of(0)) and row["revisit_of"] is None)
    shown = crawled.kehoach("captures", "show", page["id"]).out
    assert "HTTP 200" in shown
    assert "Toàn văn ở tệp đính kèm" in shown
    assert crawled.kehoach("captures", "show", page["id"], "-o", "page.html").code == 0
    assert (crawled.cwd / "page.html").read_bytes() == crawled.portal.routes[path_of(0)].body  # type: ignore[union-attr]
    assert crawled.kehoach("captures", "show", 999999).code == 2


@pytest.mark.parametrize("url", SURTS)
def test_addresses_are_sorted_as_replay_tools_sort_them(url: str) -> None:
    assert surt(url) == SURTS[url]


@pytest.mark.soak
@pytest.mark.skipif(not (PYWB / "wb-manager").exists(), reason="pywb has an environment of its own: make pywb")
def test_pywb_replays_the_bytes_that_were_served(crawled: Crawled) -> None:
    crawled.kehoach("captures", "export", "--portal", "thu-nghiem", "-o", "replay.wacz")
    folder = crawled.cwd / "pywb"
    folder.mkdir()
    environment = os.environ | {"PATH": f"{PYWB}:{os.environ['PATH']}"}
    for command in (["init", "kehoach"], ["add", "--unpack-wacz", "kehoach", str(crawled.cwd / "replay.wacz")]):
        subprocess.run([PYWB / "wb-manager", *command], cwd=folder, env=environment, check=True, capture_output=True)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    wayback = subprocess.Popen(
        [PYWB / "wayback", "-b", "127.0.0.1", "-p", str(port)],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        served = {path: route.body for path, route in crawled.portal.routes.items() if isinstance(route, Answer)}
        for path in ("/tin-tuc", path_of(0), path_of(1), "/luu/ke-hoach.pdf", "/tep/rieng.pdf"):
            assert replayed(port, crawled.portal.url(path)) == served[path], path
        assert replayed(port, crawled.portal.url("/tep/ke-hoach.pdf")) == b"302 /luu/ke-hoach.pdf"
    finally:
        wayback.kill()
        wayback.wait()
        shutil.rmtree(folder)


class Stay(urllib.request.HTTPRedirectHandler):
    """Follows no redirect."""

    def redirect_request(self, *_: Any) -> None:
        return None


def replayed(port: int, url: str) -> bytes:
    """What pywb gives for the newest capture of an address, of a redirect where it leads; waits for its start."""
    opener = urllib.request.build_opener(Stay)
    address = f"http://127.0.0.1:{port}/kehoach/2100id_/{url}"
    for _ in range(300):
        try:
            with opener.open(address, timeout=60) as response:
                return bytes(response.read())
        except urllib.error.HTTPError as error:
            if error.code == 302:
                return f"302 {error.headers['Location']}".encode()
            raise AssertionError(f"{url}: {error.code} {error.read()[:500]!r}") from error
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    raise AssertionError("pywb did not start")
