"""Records as other tools write them, made by hand: what is taken of each, and why of some nothing."""

from __future__ import annotations

import gzip
import hashlib
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from backports import zstd

from archive.errors import UsageError
from archive.folder import ArchiveFolder
from archive.writer import writing
from scraper.answers import Answer, archived_at, dechunked
from scraper.captured import exchange_of_capture
from scraper.ingest import ORPHANS, Ingest, sources
from scraper.records import PassedOver, answers
from scraper.reread import reread
from tests.scraper.portals import article, path_of
from tests.scraper.test_ingest_sources import HOST, query, take_in

URL = "http://sonoivu.example.vn/tin/1.html"
WAYBACK = "https://web.archive.org/web/20190304050607"
BODY = b"<html>" + b"abc " * 50 + b"</html>"
HTML = "Content-Type: text/html"
CHUNKED = f"{HTML}\r\nTransfer-Encoding: chunked"
MOMENT = datetime(2020, 8, 1, tzinfo=UTC)


def record(
    block: bytes,
    *,
    kind: str = "response",
    url: str = URL,
    date: str = "2020-08-01T00:00:00Z",
    version: str = "WARC/1.1",
    media_type: str = "application/http; msgtype=response",
    further: str = "",
    length: int | None = None,
) -> bytes:
    """One record, byte for byte."""
    lines = [version, f"WARC-Type: {kind}", f"WARC-Target-URI: {url}", f"WARC-Date: {date}"]
    lines += [f"Content-Type: {media_type}", f"Content-Length: {len(block) if length is None else length}"]
    lines += [further] if further else []
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def http(body: bytes = BODY, *, status: str = "HTTP/1.1 200 OK", headers: str = HTML) -> bytes:
    return f"{status}\r\n{headers}\r\n\r\n".encode() + body


def chunked(body: bytes, size: int = 60) -> bytes:
    pieces = [body[start : start + size] for start in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in [*pieces, b""])


LAST = record(http(b"the last"), url=f"{HOST}/last")
WHOLE = (200, BODY, None)
TAKEN = {
    "WARC 1.0": (record(http(), version="WARC/1.0"), WHOLE),
    "an address in angle brackets, as wget writes it": (record(http(), url=f"<{URL}>"), WHOLE),
    "a scheme in capitals": (record(http(), url=URL.replace("http", "HTTP")), WHOLE),
    "chunks that are still there": (record(http(chunked(BODY), headers=CHUNKED)), WHOLE),
    "chunks that are gone although it is said": (record(http(headers=CHUNKED)), WHOLE),
    "chunks with extensions": (record(http(chunked(BODY).replace(b"\r\n", b";a=b\r\n", 1), headers=CHUNKED)), WHOLE),
    "chunks that break off": (
        record(http(chunked(BODY)[:-40], headers=CHUNKED)),
        (200, BODY[:180], "unspecified"),
    ),
    "chunks around a content coding": (
        record(http(chunked(gzip.compress(BODY, mtime=0)), headers=f"{CHUNKED}\r\nContent-Encoding: gzip")),
        (200, gzip.compress(BODY, mtime=0), None),
    ),
    "HTTP/2 without a phrase": (record(http(status="HTTP/2 200")), WHOLE),
    "HTTP/2 with an empty phrase": (record(http(status="HTTP/2 404 ")), (404, BODY, None)),
    "h2": (record(http(status="h2 200")), WHOLE),
    "HTTP/1.0": (record(http(status="HTTP/1.0 200 OK")), WHOLE),
    "an interim answer first": (record(b"HTTP/1.1 100 Continue\r\n\r\n" + http()), WHOLE),
    "lines that end with LF only": (record(b"HTTP/1.1 200 OK\nContent-Type: text/html\n\n" + BODY), WHOLE),
    "a folded header": (record(http(headers="Content-Type: text/html;\r\n charset=utf-8")), WHOLE),
    "a header without a colon": (record(http(headers=f"rubbish\r\n{HTML}")), WHOLE),
    "a media type in capitals": (record(http(), media_type="APPLICATION/HTTP"), WHOLE),
    "a wrong media type": (record(http(), media_type="text/plain"), WHOLE),
    "a part, as Common Crawl marks it": (record(http(), further="WARC-Truncated: length"), (200, BODY, "length")),
    "a saved page": (record(BODY, kind="resource", media_type="text/html"), WHOLE),
    "a right digest": (record(http(), further=f"WARC-Block-Digest: sha1:{hashlib.sha1(http()).hexdigest()}"), WHOLE),
    "a digest of a kind that is unknown": (record(http(), further="WARC-Block-Digest: blake3:abc"), WHOLE),
    "a time with a fraction": (record(http(), date="2020-08-01T00:00:00.000Z"), WHOLE),
    "a time at an offset": (record(http(), date="2020-08-01T07:00:00+07:00"), WHOLE),
    "a time without its sign of UTC": (record(http(), date="2020-08-01T00:00:00"), WHOLE),
    "nothing but a head": (record(b"HTTP/1.1 301 Moved\r\nLocation: /a"), (301, b"", None)),
    "the Wayback Machine's copy": (
        record(http(), url=f"{WAYBACK}id_/{URL}"),
        (200, BODY, None),
    ),
}
PASSED_OVER = {
    "no time": (record(http(), date="yesterday"), "broken", "has no time of capture"),
    "only a day": (record(http(), date="2020-08-01"), "broken", "has no time of capture"),
    "a time before there were pages": (record(http(), date="0001-01-01T00:00:00Z"), "broken", "has no time of capture"),
    "a time to come": (record(http(), date="9999-12-31T23:59:59Z"), "broken", "has no time of capture"),
    "no answer inside": (record(b"<html>"), "broken", "has no HTTP answer inside"),
    "nothing inside": (record(b""), "broken", "has no HTTP answer inside"),
    "a wrong digest": (
        record(http(), further="WARC-Block-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
        "broken",
        "does not match its digest",
    ),
    "a part of a record": (record(http(), further="WARC-Segment-Number: 1"), "in segments", "over several records"),
    "the Wayback Machine's page for readers": (
        record(http(), url=f"{WAYBACK}/{URL}"),
        "rewritten",
        "the address with id_ behind the time",
    ),
}
LEFT_OUT = {
    "a request": record(b"GET / HTTP/1.1\r\n\r\n", kind="request"),
    "a conversion": record(BODY, kind="conversion", media_type="text/plain"),
    "a continuation": record(BODY, kind="continuation", further="WARC-Segment-Number: 2"),
    "wget's notes": record(BODY, kind="resource", url="metadata://gnu.org/software/wget/warc/MANIFEST.txt"),
    "a picture of the browser's": record(BODY, kind="resource", url="urn:view:https://a.vn/"),
    "an answer of the name server": record(b"1.2.3.4", url="dns:a.vn", media_type="text/dns"),
}
WAYS = {
    "pages.warc": lambda parts: b"".join(parts),
    "pages.warc.gz": lambda parts: b"".join(gzip.compress(part) for part in parts),
    "whole.warc.gz": lambda parts: gzip.compress(b"".join(parts)),
    "pages.warc.zst": lambda parts: b"".join(zstd.compress(part) for part in parts),
}


def found_in(folder: Path, name: str, *parts: bytes) -> list[Answer | PassedOver]:
    path = folder / name
    path.write_bytes(WAYS[name](parts))
    return [found for _, found in answers(path)]


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize("case", TAKEN)
def test_records_of_any_tool_are_taken_in(tmp_path: Path, case: str, way: str) -> None:
    data, expected = TAKEN[case]
    first, last = found_in(tmp_path, way, data, LAST)
    assert isinstance(first, Answer), first
    exchange = first.exchange
    assert (exchange.status, exchange.body, exchange.cut) == expected
    wayback = "Wayback" in case
    assert exchange.fetched_at == (datetime(2019, 3, 4, 5, 6, 7, tzinfo=UTC) if wayback else MOMENT)
    assert exchange.url.lower() == URL
    assert exchange.header(b"transfer-encoding") is None
    assert isinstance(last, Answer)
    assert last.exchange.body == b"the last"


@pytest.mark.parametrize("case", PASSED_OVER)
def test_what_cannot_be_taken_in_is_named_and_the_next_record_is_taken(tmp_path: Path, case: str, way: str) -> None:
    data, kind, why = PASSED_OVER[case]
    first, last = found_in(tmp_path, way, data, LAST)
    assert isinstance(first, PassedOver)
    assert first.kind == kind
    assert why in first.why
    assert isinstance(last, Answer)


@pytest.mark.parametrize("case", LEFT_OUT)
def test_what_is_no_answer_of_the_web_is_left_out(tmp_path: Path, case: str) -> None:
    assert len(found_in(tmp_path, "pages.warc.gz", LEFT_OUT[case], LAST)) == 1


def test_a_record_that_breaks_off_is_never_taken_for_a_whole_one(tmp_path: Path, way: str) -> None:
    body = bytes(range(256)) * 400
    path = tmp_path / way
    path.write_bytes(WAYS[way]([LAST, record(http(body))])[:-300])
    first, *rest = (found for _, found in answers(path))
    assert isinstance(first, Answer)
    assert [type(found) for found in rest] == [PassedOver]


def test_a_length_that_is_too_long_costs_what_it_covers(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(record(http(), length=10**6) + LAST)
    first, last = (found for _, found in answers(tmp_path / "a.warc"))
    assert isinstance(first, PassedOver)
    assert isinstance(last, Answer)


def test_the_form_before_warc_is_refused_with_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "old.arc.gz").touch()
    for path in (tmp_path, tmp_path / "old.arc.gz"):
        with pytest.raises(UsageError, match=r"warcio recompress old\.arc\.gz old\.arc\.gz\.warc\.gz"):
            list(sources([path]))


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (f"{WAYBACK}id_/{URL}", (URL, True)),
        (f"{WAYBACK}/{URL}", (URL, False)),
        (
            "http://web.archive.org/web/20190304050607id_/http:/a.vn/x?u=http://b.vn/",
            ("http://a.vn/x?u=http://b.vn/", True),
        ),
        ("https://web.archive.org/web/20191304050607id_/http://a.vn/", None),
        ("https://web.archive.org/web/2019*/http://a.vn/", None),
        ("https://example.org/web/20190304050607id_/http://a.vn/", None),
    ],
)
def test_addresses_of_the_wayback_machine(url: str, expected: tuple[str, bool] | None) -> None:
    found = archived_at(url)
    assert (found and (found.url, found.as_it_was)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"3\r\nabc\r\n0\r\n\r\n", (b"abc", True)),
        (b"3\nabc\n0\n\n", (b"abc", True)),
        (b"003 \r\nabc\r\n0\r\nTrailer: x\r\n\r\n", (b"abc", True)),
        (b"", (b"", True)),
        (b"<p>", (b"<p>", True)),
        (b"3\r\nabc\r\nzz", (b"abc", False)),
        (b"ffffffff\r\nabc", (b"abc", False)),
    ],
    ids=repr,
)
def test_chunks_are_undone_where_there_are_any(body: bytes, expected: tuple[bytes, bool]) -> None:
    assert dechunked(body) == expected


# What revisits repeat.

PAGE = article(1).body
FIRST_URL = HOST + path_of(1)
PLAIN = f"{HTML}; charset=utf-8"


def original(**changes: str) -> bytes:
    further = "WARC-Record-ID: <urn:uuid:1111>\r\nWARC-Payload-Digest: sha1:ABC"
    return record(http(PAGE, headers=PLAIN), url=FIRST_URL, further=further, **changes)


def revisit(
    further: str, *, url: str = FIRST_URL, head: bytes | None = None, date: str = "2021-02-03T00:00:00Z"
) -> bytes:
    head = http(b"", headers=PLAIN) if head is None else head
    return record(head, kind="revisit", url=url, date=date, further=further)


REFERENCES = {
    "by address and time": f"WARC-Refers-To-Target-URI: {FIRST_URL}\r\nWARC-Refers-To-Date: 2020-08-01T00:00:00Z",
    "by the id of the record": "WARC-Refers-To: <urn:uuid:1111>",
    "by the digest alone": "WARC-Payload-Digest: sha1:ABC",
}


@pytest.fixture(params=["before", "behind", "in another file", "taken in long ago"])
def files(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    yield request.param, tmp_path


def take_in_all(folder: ArchiveFolder, *paths: Path) -> dict[str, int]:
    """As the command does: what came again goes in last."""
    with writing(folder) as writer:
        ingesting = Ingest(writer, {})
        for path in paths:
            ingesting.take_in(path, lambda source, done: None)
        ingesting.take_in_repeats(lambda source, done: None)
        ingesting.conclude()
    take_in(folder)  # proves the archive
    return dict(ingesting.counts)


@pytest.mark.parametrize("way", REFERENCES)
def test_a_revisit_is_a_look_at_its_own_time(folder: ArchiveFolder, files: tuple[str, Path], way: str) -> None:
    place, tmp_path = files
    again = revisit(REFERENCES[way])
    one, two = tmp_path / "one.warc", tmp_path / "two.warc"
    one.write_bytes({"before": original() + again, "behind": again + original()}.get(place, again))
    two.write_bytes(original())
    if place == "taken in long ago":
        take_in_all(folder, two)
    paths = [one] if place in ("before", "behind") else [one, two]
    counts = take_in_all(folder, *paths)
    assert (counts["captures"], counts["unchanged"], ORPHANS in counts) == (
        len(paths) + (place in ("before", "behind")),
        1,
        False,
    )
    assert query(folder, "SELECT first_seen, last_seen, changed_at FROM announcement") == [
        ("2020-08-01T00:00:00Z", "2021-02-03T00:00:00Z", None)
    ]
    assert query(folder, "SELECT fetched_at, status, revisit_of FROM capture ORDER BY fetched_at") == [
        ("2020-08-01T00:00:00.000000Z", 200, None),
        ("2021-02-03T00:00:00.000000Z", 200, 1),
    ]
    assert take_in_all(folder, *paths) == {"captures": 2, "known": 2}


@pytest.mark.parametrize(
    ("head", "status"),
    [(b"", 200), (b"HTTP/1.1 304 Not Modified\r\nETag: x\r\n\r\n", 304)],
    ids=["nothing but the reference", "not modified"],
)
def test_a_revisit_says_what_its_record_says(folder: ArchiveFolder, tmp_path: Path, head: bytes, status: int) -> None:
    (tmp_path / "a.warc").write_bytes(original() + revisit(REFERENCES["by address and time"], head=head))
    assert take_in_all(folder, tmp_path / "a.warc")["unchanged"] == 1
    assert query(folder, "SELECT status, revisit_of FROM capture WHERE id = 2") == [(status, 1)]


def test_the_same_payload_at_another_address_is_a_page_of_that_address(folder: ArchiveFolder, tmp_path: Path) -> None:
    other = HOST + "/in-trang/1001.html"
    (tmp_path / "a.warc").write_bytes(original() + revisit(REFERENCES["by address and time"], url=other))
    assert take_in_all(folder, tmp_path / "a.warc")["new"] == 2
    with writing(folder) as writer:
        again = exchange_of_capture(writer, 2)
    assert (again.url, again.body) == (other, PAGE)


def test_a_revisit_of_what_is_nowhere_is_said_loudly(
    folder: ArchiveFolder, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "a.warc").write_bytes(
        revisit(REFERENCES["by address and time"]) + revisit(REFERENCES["by the digest alone"])
    )
    assert take_in_all(folder, tmp_path / "a.warc") == {ORPHANS: 2}
    assert (
        f"2 records of an earlier answer that came again, which is neither in these files nor in the archive "
        f"(the first is of {FIRST_URL})" in caplog.text
    )


def test_a_part_of_an_answer_is_kept_as_a_part_and_tells_no_announcement(folder: ArchiveFolder, tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(
        original()
        + record(
            http(article(1, body="<p>Chỉ còn một nửa").body, headers=PLAIN),
            url=FIRST_URL,
            date="2022-01-01T00:00:00Z",
            further="WARC-Truncated: length",
        )
    )
    assert take_in_all(folder, tmp_path / "a.warc") == {"captures": 2, "new": 1, "cut": 1}
    with writing(folder) as writer:
        assert exchange_of_capture(writer, 2).cut == "length"
    assert query(folder, "SELECT count(*) FROM revision") == [(0,)]


def test_a_wacz_of_wacz_with_plain_and_packed_files_goes_in(folder: ArchiveFolder, tmp_path: Path) -> None:
    pages = [record(http(article(number).body, headers=PLAIN), url=HOST + path_of(number)) for number in range(3)]
    with zipfile.ZipFile(tmp_path / "inner.wacz", "w") as inner:
        inner.writestr("archive/a.warc", pages[0] + LEFT_OUT["a picture of the browser's"])
        inner.writestr("archive/b.warc.gz", gzip.compress(pages[1]), zipfile.ZIP_DEFLATED)
    with zipfile.ZipFile(tmp_path / "outer.wacz", "w") as outer:
        outer.write(tmp_path / "inner.wacz", "../../inner.wacz")
        outer.writestr("archive/c.warc.gz", gzip.compress(pages[2]))
    assert take_in_all(folder, tmp_path / "outer.wacz") == {"captures": 3, "new": 3}


ODD = [
    "http://sonoivu.example.vn/\0x", "http://sonoivu.example.vn/a b", "http://sonoivu.example.vn/kế hoạch", "http://[::1]/",
    "http://sonoivu.example.vn/%zz%", "http://user:pw@sonoivu.example.vn/", "http://sonoivu.example.vn:99999/", "http:///x",
    "http://sonoivu.example.vn/?x=<script>", "http://-/", "http://a..vn/", "http://SONOIVU.example.vn./x", "http://xn--zz/",
    "http://１.example.vn/", "http://sonoivu.example.vn/" + "a" * 100_000, "http://sonoivu.example.vn/x#y>",
]  # fmt: skip


def test_odd_addresses_and_hostile_heads_break_nothing(folder: ArchiveFolder, tmp_path: Path) -> None:
    odd = [record(http(article(number).body, headers=PLAIN), url=url) for number, url in enumerate(ODD)]
    heads = (
        f"{PLAIN}\r\nX: a\0b\r\nSet-Cookie: a\rWARC-Type: warcinfo",
        "Content-Type: text/html\0; charset=ÿ",
        f"{PLAIN}\r\nContent-Encoding: {'gzip,' * 1000}",
        f"{PLAIN}\r\nContent-Encoding: sdch",
    )
    odd += [
        record(http(PAGE, headers=head), url=f"{HOST}/{number}", further="WARC-IP-Address: no address")
        for number, head in enumerate(heads)
    ]
    bomb = http(gzip.compress(bytes(60 * 2**20), 1), headers=f"{PLAIN}\r\nContent-Encoding: gzip")
    (tmp_path / "a.warc").write_bytes(b"".join([*odd, record(bomb, url=f"{HOST}/bom"), LAST]))
    counts = take_in_all(folder, tmp_path / "a.warc")
    assert counts["captures"] == len(odd) + 1
    assert (counts["broken"], counts["unreadable"]) == (1, 2)
    with writing(folder) as writer:
        assert "reader failed" not in reread(writer, {}, None, lambda done, total: None)
    assert take_in_all(folder, tmp_path / "a.warc").keys() <= {"captures", "known", "not an address", "broken"}
