"""The answers in WARC and WACZ files of any origin, streamed; what cannot be taken in is named."""

from __future__ import annotations

import re
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from fastwarc.warc import ArchiveIterator, WarcRecordType

from archive.errors import UsageError
from archive.warc import members
from scraper.answers import Answer, RecordError, answer_of

ARC_ENDINGS = (".arc", ".arc.gz")
WARC_ENDINGS = (".warc", ".warc.gz", ".warc.zst")
ZIP_ENDINGS = (".wacz", ".zip")
ANSWERS = WarcRecordType.response | WarcRecordType.resource
REPEATS = WarcRecordType.revisit
_RECORD_START = re.compile(rb"\x1f\x8b\x08|WARC/1\.[01]\r\n")
_GZIP = b"\x1f\x8b\x08"
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A record that was not taken in: the file's name, the offset, why, and the word under which it is counted."""

    file: str
    offset: int
    why: str
    kind: str = "broken"


Found = tuple[int, Answer | PassedOver]


def is_capture_file(path: Path) -> bool:
    """Whether a file's name says that it holds records of captures; raises UsageError for the form before WARC."""
    name = path.name.lower()
    if name.endswith(ARC_ENDINGS):
        raise UsageError(
            f"{path} is an ARC file, the form before WARC; `warcio recompress {path.name} {path.name}.warc.gz` makes a "
            "WARC file of it."
        )
    return name.endswith(WARC_ENDINGS + ZIP_ENDINGS)


def answers(path: Path, kinds: WarcRecordType = ANSWERS | REPEATS) -> Iterator[Found]:
    """Each answer of a file with its offset; requests, and addresses that are not of the web, are left out."""
    inside = _zipped if path.name.lower().endswith(ZIP_ENDINGS) else _plain
    return inside(path, path.name, kinds)


def _zipped(path: Path, name: str, kinds: WarcRecordType) -> Iterator[Found]:
    """The files in a WACZ, or in one of several: each is copied out, since after a broken record it is searched."""
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError) as error:
        raise UsageError(f"{name} is no readable WACZ file: {error}.") from error
    with archive, tempfile.TemporaryDirectory() as folder:
        for member in archive.infolist():
            if not member.filename.lower().endswith(WARC_ENDINGS + ZIP_ENDINGS):
                continue
            where = f"{name}/{member.filename}"
            if member.file_size > shutil.disk_usage(folder).free:
                raise UsageError(f"{folder} has no room for {where}; TMPDIR names another place.")
            copy = Path(folder, Path(member.filename).name)
            try:
                with archive.open(member) as packed, copy.open("wb") as stream:
                    shutil.copyfileobj(packed, stream, _BLOCK)
            except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
                yield member.header_offset, PassedOver(where, 0, str(error))
            inside = _zipped if where.lower().endswith(ZIP_ENDINGS) else _plain
            for position, found in inside(copy, where, kinds):
                yield member.header_offset + min(position, member.compress_size), found
            copy.unlink()


def _plain(path: Path, name: str, kinds: WarcRecordType) -> Iterator[Found]:
    """A file on disk: after a broken record the next record's beginning is sought."""
    start: int | None = 0
    last = 0
    mending = False
    with path.open("rb") as stream:
        while start is not None:
            stream.seek(start)
            reached = start
            try:
                for position, found in _records(stream, kinds):
                    reached, mending = position, False
                    last = position
                    if isinstance(found, RecordError):
                        yield position, PassedOver(name, position, str(found), found.kind)
                    else:
                        yield position, found
                break
            except (OSError, ValueError) as error:
                if not mending:
                    yield reached, PassedOver(name, reached, str(error))
                mending = True
                start = _next_start(path, reached + 1)
    if not mending and path.suffix == ".gz":
        yield from _torn_end(path, name, last)


def _torn_end(path: Path, name: str, last: int) -> Iterator[Found]:
    """A last gzip member that ends in the middle; where the file is one single member, its last record says so."""
    with path.open("rb") as stream:
        stream.seek(last)
        if stream.read(len(_GZIP)) != _GZIP:
            return
    end = last
    for offset, length, _ in members(path, last):
        end = offset + length
    if end < path.stat().st_size:
        yield end, PassedOver(name, end, "the last record is torn")


def _records(stream: IO[bytes], kinds: WarcRecordType) -> Iterator[tuple[int, Answer | RecordError]]:
    for record in ArchiveIterator(stream, record_types=kinds, parse_http=False):
        try:
            found = answer_of(record)
        except RecordError as error:
            yield record.stream_pos, error
            continue
        if found is not None:
            yield record.stream_pos, found


def _next_start(path: Path, offset: int) -> int | None:
    """The next place from `offset` on that looks like the beginning of a record."""
    with path.open("rb") as stream:
        stream.seek(offset)
        tail = b""
        while block := stream.read(_BLOCK):
            window = tail + block
            if found := _RECORD_START.search(window):
                return offset - len(tail) + found.start()
            offset += len(block)
            tail = window[-10:]
    return None
