"""What a crash leaves behind, and how the next start mends it."""

from __future__ import annotations

import gzip
from datetime import timedelta

import pytest

from archive.folder import ArchiveFolder
from archive.verify import verify
from archive.warc import WarcWriter, members
from archive.writer import writing
from tests.archive.examples import FIRST_DAY, PORTAL, exchange


def captures(folder: ArchiveFolder) -> list[tuple[str, int]]:
    with writing(folder) as writer:
        return writer.execute("SELECT url, offset FROM capture ORDER BY file, offset").fetchall()


def crash_after(folder: ArchiveFolder, pages: int, *, committed: int) -> None:
    """Write some pages and let go without a commit after the first `committed` of them."""
    with pytest.raises(KeyboardInterrupt), writing(folder) as writer:
        writer.put_portal(PORTAL)
        for number in range(pages):
            page = exchange(f"<h1>{number}</h1>".encode(), url=f"http://127.0.0.1/{number}")
            writer.put_capture(page, portal=PORTAL["name"], run=None)
            if number < committed:
                writer.commit()
        raise KeyboardInterrupt


def test_a_complete_record_without_a_row_gets_its_row(folder: ArchiveFolder) -> None:
    crash_after(folder, 3, committed=1)
    assert [url for url, _ in captures(folder)] == [f"http://127.0.0.1/{number}" for number in range(3)]


def test_records_without_a_row_are_found_where_a_file_ended_amid_the_transaction(
    folder: ArchiveFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(WarcWriter.__init__.__kwdefaults__, "rotate_at", 1300)
    crash_after(folder, 4, committed=1)
    assert len(list(folder.warcs.iterdir())) == 2
    assert [url for url, _ in captures(folder)] == [f"http://127.0.0.1/{number}" for number in range(4)]
    with writing(folder) as writer:
        assert list(verify(folder, writer.database, lambda done, total: None)) == []


@pytest.mark.parametrize("lost_bytes", [1, 50, 200])
def test_a_torn_record_is_cut_off_and_what_stands_before_it_stays(folder: ArchiveFolder, lost_bytes: int) -> None:
    crash_after(folder, 3, committed=2)
    file = next(folder.warcs.iterdir())
    file.write_bytes(file.read_bytes()[:-lost_bytes])
    assert len(captures(folder)) == 2
    with writing(folder) as writer:
        assert list(verify(folder, writer.database, lambda done, total: None)) == []
        last = exchange(b"<h1>neu</h1>", url="http://127.0.0.1/neu", moment=FIRST_DAY + timedelta(days=1))
        writer.put_capture(last, portal=PORTAL["name"], run=None)
    end = max(offset + length for offset, length, _ in members(file))
    assert end == file.stat().st_size


def test_a_run_that_never_ended_is_marked_as_interrupted(folder: ArchiveFolder) -> None:
    with writing(folder) as writer:
        writer.put_portal(PORTAL)
        writer.start_run(PORTAL["name"], "crawl")
    with writing(folder) as writer:
        assert writer.execute("SELECT state FROM run").fetchall() == [("interrupted",)]


def test_bytes_that_a_power_cut_took_are_named_and_what_comes_later_is_readable(folder: ArchiveFolder) -> None:
    crash_after(folder, 3, committed=3)
    file = next(folder.warcs.iterdir())
    file.write_bytes(file.read_bytes()[:-40])
    with writing(folder) as writer:
        writer.put_capture(exchange(b"<h1>later</h1>", url="http://127.0.0.1/later"), portal=PORTAL["name"], run=None)
    with writing(folder) as writer:
        faults = list(verify(folder, writer.database, lambda done, total: None))
    assert {fault.what.split(": ")[0] for fault in faults} == {"http://127.0.0.1/2"}


def test_nothing_behind_a_broken_record_is_cut_off(folder: ArchiveFolder) -> None:
    crash_after(folder, 4, committed=1)
    file = next(folder.warcs.iterdir())
    (_, second, *_) = [place for place in members(file) if b"WARC-Type: response" in place[2]]
    data = bytearray(file.read_bytes())
    data[second[0] + 40 : second[0] + 49] = b"\xff" * 9
    file.write_bytes(data)
    assert [url for url, _ in captures(folder)] == [f"http://127.0.0.1/{number}" for number in (0, 2, 3)]
    assert file.stat().st_size == len(data)


@pytest.mark.parametrize(
    "member",
    [
        b"no record at all",
        b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Date: 2026-01-01T00:00:00Z\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n",
    ],
    ids=["no record", "no answer"],
)
def test_what_is_no_record_of_an_answer_is_passed_over_and_named(
    folder: ArchiveFolder, member: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    crash_after(folder, 2, committed=1)
    file = next(folder.warcs.iterdir())
    end = file.stat().st_size
    strange = gzip.compress(member)
    file.write_bytes(file.read_bytes() + strange)
    assert [url for url, _ in captures(folder)] == ["http://127.0.0.1/0", "http://127.0.0.1/1"]
    assert f"{end} " in caplog.text
    with writing(folder) as writer:
        writer.put_capture(exchange(b"<h1>later</h1>"), portal=PORTAL["name"], run=None)
        writer.commit()
        faults = list(verify(folder, writer.database, lambda done, total: None))
        place = (end, len(strange))
        writer.execute("UPDATE capture SET offset = ?, length = ? WHERE url = 'http://127.0.0.1/1'", place)
        writer.commit()
        taken_for_it = list(verify(folder, writer.database, lambda done, total: None))
    assert any(f"{file.name}:{end} " in fault.what for fault in faults)
    assert any(f"/1: the record at {file.name}:{end} cannot be read" in fault.what for fault in taken_for_it)


def test_a_record_that_gets_its_row_says_how_it_was_asked_for(folder: ArchiveFolder) -> None:
    with pytest.raises(KeyboardInterrupt), writing(folder) as writer:
        writer.put_portal(PORTAL)
        writer.commit()
        for method in ("POST", "GET"):
            page = exchange(method.encode(), method=method, request=f"{method} /trang HTTP/1.1\r\n\r\n".encode())
            writer.put_capture(page, portal=PORTAL["name"], run=None)
        raise KeyboardInterrupt
    with writing(folder) as writer:
        assert writer.execute("SELECT method FROM capture ORDER BY id").fetchall() == [("POST",), ("GET",)]
