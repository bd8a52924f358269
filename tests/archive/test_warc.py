"""WARC files: what others' tools read of them, and what is left after a crash."""

from __future__ import annotations

import gzip
import random
import resource
import signal
import tracemalloc
from datetime import UTC, datetime
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from archive.errors import BrokenCaptureError
from archive.warc import RecordPlace, WarcWriter, cut_torn_end, digest_of, members, read_response

MOMENT = datetime(2020, 3, 28, 11, 57, 43, tzinfo=UTC)
BODY = "<p>Kế hoạch số 5408/KH-UBND</p>".encode()


def write(writer: WarcWriter, body: bytes = BODY, url: str = "http://127.0.0.4/a?b=1") -> RecordPlace:
    return writer.response(
        url,
        MOMENT,
        status=200,
        headers=[(b"Content-Type", b"text/html"), (b"Set-Cookie", b"a=1"), (b"Set-Cookie", b"b=2")],
        body=body,
        digest=digest_of(body),
        portal="demo-quang-ninh",
        address="127.0.0.4",
        request=b"GET /a?b=1 HTTP/1.1\r\nHost: 127.0.0.4\r\n\r\n",
    )


@pytest.fixture
def writer(tmp_path: Path) -> WarcWriter:
    return WarcWriter(tmp_path, software="kehoach/test", settings="robots: classic\r\n")


def test_warcio_reads_every_record_and_finds_every_digest_right(writer: WarcWriter, tmp_path: Path) -> None:
    place = write(writer)
    writer.close()
    with (tmp_path / place.file).open("rb") as stream:
        records = [
            (record.rec_type, record.content_stream().read(), record.digest_checker.passed)
            for record in ArchiveIterator(stream, check_digests=True)
        ]
    assert [kind for kind, _, _ in records] == ["warcinfo", "response", "request"]
    assert records[1][1] == BODY
    assert all(passed for _, _, passed in records)


def test_a_response_is_read_back_by_its_place_alone(writer: WarcWriter, tmp_path: Path) -> None:
    write(writer)
    place = write(writer, b"zwei", "http://127.0.0.4/c")
    writer.close()
    response = read_response(tmp_path, place)
    assert (response.url, response.body, response.status, response.fetched_at) == (
        "http://127.0.0.4/c",
        b"zwei",
        200,
        MOMENT,
    )
    assert [value for name, value in response.headers if name == "Set-Cookie"] == ["a=1", "b=2"]
    assert response.portal == "demo-quang-ninh"


def test_a_full_file_is_followed_by_the_next(tmp_path: Path) -> None:
    writer = WarcWriter(tmp_path, software="kehoach/test", settings="", rotate_at=500)
    places = [write(writer) for _ in range(3)]
    writer.close()
    assert [place.file for place in places] == [f"kehoach-00000{number}.warc.gz" for number in (1, 2, 3)]


def test_a_later_writer_goes_on_in_the_newest_file(writer: WarcWriter, tmp_path: Path) -> None:
    first = write(writer)
    writer.close()
    again = WarcWriter(tmp_path, software="kehoach/test", settings="")
    second = write(again)
    again.close()
    assert second.file == first.file
    assert read_response(tmp_path, first).body == read_response(tmp_path, second).body == BODY


def test_a_changed_byte_is_noticed(writer: WarcWriter, tmp_path: Path) -> None:
    place = write(writer, bytes(range(256)) * 40)
    writer.close()
    path = tmp_path / place.file
    data = bytearray(path.read_bytes())
    data[place.offset + place.length // 2] ^= 0xFF
    path.write_bytes(data)
    with pytest.raises(BrokenCaptureError, match=r"cannot be read|does not match"):
        read_response(tmp_path, place)


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        ("response", "5408/KH-UBND"),
        ("response", "text/html"),
        ("resource", "5408/KH-UBND"),
        ("revisit", "text/html"),
    ],
)
def test_a_record_that_was_packed_anew_with_another_word_in_head_or_payload_is_noticed(
    writer: WarcWriter, tmp_path: Path, kind: str, word: str
) -> None:
    place = of_kind(writer, kind)
    writer.close()
    assert read_response(tmp_path, place).url == "http://127.0.0.4/a?b=1"
    head, block = unpacked(tmp_path, place)
    assert block.count(word.encode()) == 1
    pack(tmp_path, place, head, block.replace(word.encode(), word[::-1].encode()))
    with pytest.raises(BrokenCaptureError, match="does not match its digest"):
        read_response(tmp_path, place)


def test_a_response_of_another_program_without_a_digest_of_its_block_is_checked_by_that_of_its_payload(
    writer: WarcWriter, tmp_path: Path
) -> None:
    place = write(writer)
    writer.close()
    head, block = unpacked(tmp_path, place)
    foreign = b"\r\n".join(line for line in head.split(b"\r\n") if not line.startswith(b"WARC-Block-Digest"))
    assert len(foreign) < len(head)
    pack(tmp_path, place, foreign, block)
    assert read_response(tmp_path, place).body == BODY
    pack(tmp_path, place, foreign, block.replace(BODY, BODY[::-1]))
    with pytest.raises(BrokenCaptureError, match="does not match its digest"):
        read_response(tmp_path, place)


def of_kind(writer: WarcWriter, kind: str) -> RecordPlace:
    """Write a record of that type."""
    url, headers, digest, portal = "http://127.0.0.4/a?b=1", [(b"Content-Type", b"text/html")], digest_of(BODY), "demo"
    if kind == "resource":
        return writer.resource(url, MOMENT, media_type="text/html", body=BODY, digest=digest, portal=portal)
    if kind == "revisit":
        return writer.revisit(
            url,
            MOMENT,
            status=200,
            headers=headers,
            digest=digest,
            portal=portal,
            first_url=url,
            first_date="2020-03-27T11:57:43Z",
        )
    return write(writer)


def unpacked(folder: Path, place: RecordPlace) -> tuple[bytes, bytes]:
    """The fields of a record and its block."""
    data = (folder / place.file).read_bytes()[place.offset : place.offset + place.length]
    head, _, block = gzip.decompress(data).partition(b"\r\n\r\n")
    return head, block


def pack(folder: Path, place: RecordPlace, head: bytes, block: bytes) -> None:
    """Write a record in the place of the last one of a file."""
    path = folder / place.file
    path.write_bytes(path.read_bytes()[: place.offset] + gzip.compress(head + b"\r\n\r\n" + block))


def test_a_missing_file_is_a_broken_capture(tmp_path: Path) -> None:
    with pytest.raises(BrokenCaptureError):
        read_response(tmp_path, RecordPlace("kehoach-000009.warc.gz", 0, 10))


@pytest.mark.parametrize("shift", [1, 3, 100, 10**6])
def test_a_place_where_no_record_begins_is_a_broken_capture(writer: WarcWriter, tmp_path: Path, shift: int) -> None:
    place = write(writer, bytes(range(256)) * 40)
    write(writer)
    writer.close()
    with pytest.raises(BrokenCaptureError):
        read_response(tmp_path, RecordPlace(place.file, place.offset + shift, place.length))


def test_a_large_record_goes_to_the_file_in_pieces_and_costs_little_memory(writer: WarcWriter, tmp_path: Path) -> None:
    write(writer)
    body = random.Random(1).randbytes(24 * 2**20)
    tracemalloc.start()
    place = write(writer, body)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8 * 2**20
    small = write(writer)
    writer.close()
    assert read_response(tmp_path, place).body == body
    assert read_response(tmp_path, small).body == BODY
    assert [offset for offset, _, _ in members(tmp_path / place.file)][3:6:2] == [place.offset, small.offset]


def test_a_large_record_that_finds_no_room_leaves_whole_records_only(writer: WarcWriter, tmp_path: Path) -> None:
    place = write(writer)
    writer.flush()
    size = (tmp_path / place.file).stat().st_size
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 5 * 2**20, limits[1]))
    try:
        with pytest.raises(OSError, match="too large"):
            write(writer, random.Random(1).randbytes(12 * 2**20))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert (tmp_path / place.file).stat().st_size == size
    again = write(writer)
    writer.close()
    assert again.offset == size
    assert read_response(tmp_path, again).body == BODY


@pytest.mark.parametrize("kept_bytes", [1, 10, 100])
def test_a_torn_last_record_is_cut_off_and_nothing_else(writer: WarcWriter, tmp_path: Path, kept_bytes: int) -> None:
    first, second = write(writer), write(writer)
    writer.close()
    path = tmp_path / first.file
    whole = path.read_bytes()
    path.write_bytes(whole[: second.offset + kept_bytes])
    end = max(offset + length for offset, length, _ in members(path))
    assert cut_torn_end(path, end) == kept_bytes
    assert path.read_bytes() == whole[: second.offset]


def test_a_line_break_in_an_address_cannot_forge_a_header(writer: WarcWriter, tmp_path: Path) -> None:
    place = write(writer, url="http://127.0.0.4/a\r\nWARC-Type: warcinfo")
    writer.close()
    assert "WARC-Type: warcinfo" in read_response(tmp_path, place).url
    assert [content.split(b"\r\n")[1] for _, _, content in members(tmp_path / place.file)][1] == b"WARC-Type: response"


def test_every_job_says_with_what_software_and_settings_it_wrote(writer: WarcWriter, tmp_path: Path) -> None:
    write(writer)
    writer.close()
    again = WarcWriter(tmp_path, software="kehoach/later", settings="robots: obeyed\r\n")
    place = write(again)
    again.close()
    with (tmp_path / place.file).open("rb") as stream:
        told = [record.content_stream().read() for record in ArchiveIterator(stream) if record.rec_type == "warcinfo"]
    assert [info.split(b"\r\n")[0] for info in told] == [b"software: kehoach/test", b"software: kehoach/later"]
    assert b"robots: obeyed" in told[1]


def test_a_revisit_refers_to_what_it_repeats_and_warcio_reads_it(writer: WarcWriter, tmp_path: Path) -> None:
    first = write(writer)
    place = writer.revisit(
        "http://127.0.0.4/a?b=1",
        MOMENT,
        status=304,
        headers=[(b"ETag", b'"1"')],
        digest=digest_of(BODY),
        portal="demo-quang-ninh",
        first_url="http://127.0.0.4/a?b=1",
        first_date="2020-03-28T11:57:43.000000Z",
        address="127.0.0.4",
        request=b"GET /a?b=1 HTTP/1.1\r\nHost: 127.0.0.4\r\n\r\n",
    )
    writer.close()
    with (tmp_path / first.file).open("rb") as stream:
        (revisit,) = [record for record in ArchiveIterator(stream) if record.rec_type == "revisit"]
        headers = revisit.rec_headers
    assert headers.get_header("WARC-Profile") == "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
    assert headers.get_header("WARC-Refers-To-Date") == "2020-03-28T11:57:43.000000Z"
    assert headers.get_header("WARC-IP-Address") == "127.0.0.4"
    assert revisit.http_headers.get_statuscode() == "304"
    assert read_response(tmp_path, place).digest == digest_of(BODY)
