"""Captures as other tools write them, read by processes of their own, in any order and over again."""

from __future__ import annotations

import io
import os
import signal
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from archive.folder import ArchiveFolder
from archive.verify import verify
from archive.writer import writing
from scraper.facts import Portal
from scraper.hosts import Hosts, of_time, stranger
from scraper.ingest import Ingest
from scraper.processes import in_order
from tests.scraper.portals import article, listing, path_of

HOST = "http://sonoivu.example.vn"
HTML = [("Content-Type", "text/html; charset=utf-8")]


class WarcFile:
    """A WARC file that a test writes record by record."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._stream = path.open("wb")
        self._writer = WARCWriter(self._stream, gzip=True)

    def response(
        self, url: str, body: bytes, *, headers: list[tuple[str, str]] = HTML, date: str = "2020-08-01T00:00:00Z"
    ) -> None:
        http = StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1")
        self._write(url, "response", body, date, http)

    def resource(self, url: str, body: bytes) -> None:
        self._write(url, "resource", body, "2020-08-01T00:00:00Z", None)

    def _write(self, url: str, kind: str, body: bytes, date: str, http: StatusAndHeaders | None) -> None:
        record = self._writer.create_warc_record(
            url,
            kind,
            payload=io.BytesIO(body),
            http_headers=http,
            warc_headers_dict={"WARC-Date": date},
            warc_content_type="text/html" if http is None else "",
        )
        self._writer.write_record(record)

    def close(self) -> Path:
        self._stream.close()
        return self.path


def take_in(folder: ArchiveFolder, *paths: Path, portals: Mapping[str, Portal] | None = None) -> dict[str, int]:
    with writing(folder) as writer:
        ingesting = Ingest(writer, portals or {})
        for path in paths:
            ingesting.take_in(path, lambda source, done: None)
        ingesting.conclude()
        assert list(verify(folder, writer.database, lambda done, total: None)) == []
    return dict(ingesting.counts)


def query(folder: ArchiveFolder, sql: str) -> list[Any]:
    with writing(folder) as writer:
        return writer.execute(sql).fetchall()


@pytest.fixture
def warc(tmp_path: Path) -> Iterator[WarcFile]:
    file = WarcFile(tmp_path / "pages.warc.gz")
    yield file
    file.close()


@pytest.mark.parametrize(
    "headers",
    [
        [("Content-Type", "text/html; charset=UTF-8"), ("X-Crawler-Content-Encoding", "gzip")],
        [("Content-Type", "text/html"), ("Content-Encoding", "gzip"), ("X-Archive-Orig-Server", "nginx")],
        [("content-type", "text/html;charset=utf-8"), ("x-archive-src", "a.arc.gz"), ("Memento-Datetime", "x")],
    ],
    ids=["Common Crawl has undone the coding", "a coding that is only said", "the Wayback Machine's own headers"],
)
def test_pages_of_other_crawlers_are_read(
    folder: ArchiveFolder, warc: WarcFile, headers: list[tuple[str, str]]
) -> None:
    warc.response(HOST + path_of(1), article(1).body, headers=headers)
    assert take_in(folder, warc.close()) == {"captures": 1, "new": 1}


def test_a_chunked_body_as_wget_keeps_it_is_read(folder: ArchiveFolder, warc: WarcFile) -> None:
    body = article(1).body
    chunked = b"%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (100, body[:100], len(body) - 100, body[100:])
    warc.response(HOST + path_of(1), chunked, headers=[*HTML, ("Transfer-Encoding", "chunked")])
    assert take_in(folder, warc.close()) == {"captures": 1, "new": 1}


def test_a_saved_page_in_a_warc_file_stays_a_saved_page(folder: ArchiveFolder, warc: WarcFile) -> None:
    warc.resource(HOST + path_of(1), article(1).body)
    assert take_in(folder, warc.close()) == {"captures": 1, "new": 1}
    (path,) = folder.warcs.iterdir()
    assert query(folder, "SELECT media_type, status FROM capture") == [("text/html", 200)]
    assert path.stat().st_size > 0


def test_what_was_seen_in_2020_was_seen_in_2020(folder: ArchiveFolder, warc: WarcFile) -> None:
    warc.response(HOST + path_of(1), article(1).body, date="2020-08-01T00:00:00Z")
    corrected = article(1, body="<p>" + "Đã đính chính nội dung này. " * 9 + "</p>").body
    warc.response(HOST + path_of(1), corrected, date="2022-01-01T00:00:00Z")
    warc.response(HOST + path_of(1), article(1).body, date="2019-01-01T00:00:00Z")
    take_in(folder, warc.close())
    assert query(folder, "SELECT first_seen, changed_at, last_seen FROM announcement") == [
        ("2019-01-01T00:00:00Z", "2022-01-01T00:00:00Z", "2022-01-01T00:00:00Z")
    ]
    assert query(folder, "SELECT seen_from, seen_until FROM revision") == [
        ("2019-01-01T00:00:00Z", "2020-08-01T00:00:00Z")
    ]


def test_a_date_that_only_a_later_listing_tells_is_found(folder: ArchiveFolder, warc: WarcFile) -> None:
    undated = article(3).body.replace("Ngày đăng: 04/02/2020 08:30".encode(), b"")
    assert undated != article(3).body
    warc.response(HOST + path_of(3), undated)
    warc.response(HOST + "/tin-tuc", listing(range(10)).body)
    take_in(folder, warc.close())
    assert query(folder, "SELECT published_at, published_source FROM announcement") == [("2020-02-04", "listing")]


def test_many_pages_are_read_by_processes_of_their_own_in_the_order_of_the_file(
    folder: ArchiveFolder, warc: WarcFile
) -> None:
    for number in range(90):
        warc.response(HOST + path_of(number), article(number).body)
    path = warc.close()
    assert take_in(folder, path) == {"captures": 90, "new": 90}
    urls = [url for (url,) in query(folder, "SELECT url FROM announcement ORDER BY id")]
    assert urls == [HOST + path_of(number) for number in range(90)]
    assert take_in(folder, path) == {"captures": 90, "known": 90}


def test_the_same_record_in_two_files_goes_in_once(folder: ArchiveFolder, tmp_path: Path) -> None:
    paths = []
    for name in ("one.warc.gz", "two.warc.gz"):
        file = WarcFile(tmp_path / name)
        file.response(HOST + path_of(1), article(1).body)
        paths.append(file.close())
    assert take_in(folder, *paths) == {"captures": 2, "new": 1, "known": 1}


def test_a_capture_that_a_crash_left_unread_is_read_when_its_file_comes_again(
    folder: ArchiveFolder, warc: WarcFile
) -> None:
    warc.response(HOST + path_of(1), article(1).body)
    path = warc.close()
    take_in(folder, path)
    with writing(folder) as writer:
        writer.execute("UPDATE capture SET run = NULL")
        writer.execute("DELETE FROM announcement")
        writer.execute("INSERT INTO announcement_fts (announcement_fts) VALUES ('delete-all')")
    assert take_in(folder, path) == {"captures": 1, "new": 1}
    assert query(folder, "SELECT count(*) FROM capture") == [(1,)]


def test_broken_records_inside_a_wacz_are_passed_over(folder: ArchiveFolder, warc: WarcFile, tmp_path: Path) -> None:
    for number in range(9):
        warc.response(HOST + path_of(number), article(number).body)
    data = bytearray(warc.close().read_bytes())
    data[len(data) // 2 : len(data) // 2 + 30] = b"\xff" * 30
    with zipfile.ZipFile(tmp_path / "pages.wacz", "w") as packed:
        packed.writestr("archive/../../data.warc.gz", bytes(data))
    counts = take_in(folder, tmp_path / "pages.wacz")
    assert counts["broken"] >= 1
    assert counts["new"] >= 7
    assert not (tmp_path.parent / "data.warc.gz").exists()


def test_a_host_belongs_to_the_portal_that_it_was_at_that_time() -> None:
    host = stranger("sotttt.example.vn")
    before = replace(host, name="so-tttt", last=date(2025, 2, 28))
    since = replace(host, name="so-khcn", first=date(2025, 3, 1))
    portals = [before, since]
    assert of_time(portals, datetime(2020, 8, 1, tzinfo=UTC)) is before
    assert of_time(portals, datetime(2025, 2, 28, 18, tzinfo=UTC)) is since
    assert of_time(portals, datetime(2026, 1, 1, tzinfo=UTC)) is since


SEEN = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("url", "named", "whose", "demo"),
    [
        ("http://127.0.0.1:9101/tin", "xa-hoa-phong", "xa-hoa-phong", True),
        ("http://127.0.0.1:9102/tin", "so-noi-vu", "so-noi-vu", True),
        ("http://xa.example.vn/tin", "xa-hoa-phong", "xa-hoa-phong", False),
        ("http://10.0.0.7/tin", None, "10-0-0-7", True),
        ("http://xa.example.vn/tin", None, "xa-example-vn", False),
        ("http://known.example.vn/tin", "renamed-since", "known", False),
        ("http://xa.example.vn/tin", "known", "xa-example-vn", False),
        ("http://xa.example.vn/tin", "../Portal", "xa-example-vn", False),
    ],
)
def test_a_record_of_ours_keeps_its_portal_where_neither_its_facts_nor_those_of_its_host_are_at_hand(
    url: str, named: str | None, whose: str, demo: bool
) -> None:
    hosts = Hosts({"known": replace(stranger("known.example.vn"), name="known")})
    portal = hosts.portal_of(url, SEEN, named)
    assert portal is not None
    assert (portal.name, portal.demo) == (whose, demo)


def square(number: int) -> int:
    """Work for a process; one task kills whoever does it."""
    if number == 77:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def test_a_task_that_kills_its_process_costs_only_itself() -> None:
    done = list(in_order(square, range(100), size=lambda _: 1, failed=lambda _: -1, processes=2))
    assert done == [(number, -1 if number == 77 else number * number) for number in range(100)]


def test_what_is_read_ahead_is_bounded() -> None:
    taken = []

    def tasks() -> Iterator[int]:
        for number in range(100, 1000):
            taken.append(number)
            yield number

    results = in_order(square, tasks(), size=lambda _: 1, failed=lambda _: -1, processes=2)
    for _ in range(60):
        next(results)
    assert len(taken) < 60 + 10 * 8
    results.close()  # type: ignore[attr-defined]


def test_large_pages_are_read_ahead_by_their_bytes() -> None:
    taken = []

    def tasks() -> Iterator[int]:
        for number in range(100, 1000):
            taken.append(number)
            yield number

    results = in_order(square, tasks(), size=lambda _: 10 * 2**20, failed=lambda _: -1, processes=2)
    for _ in range(60):
        next(results)
    assert len(taken) <= 60 + 5
    results.close()  # type: ignore[attr-defined]
