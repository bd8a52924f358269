"""The slow lane: files that wait are read one after the other, in the worker process, beside whatever else goes on.

The writer's lock is held only to write what was read. While another job holds it, results collect in `files.jsonl` in
the archive's folder, so that an interruption loses at most the file that is being read.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from archive.database import open_for_reading
from archive.errors import ArchiveLockedError, BrokenCaptureError
from archive.files.keeping import keep_text
from archive.files.reader import FileReader
from archive.files.reading import FileText, file_text
from archive.folder import ArchiveFolder
from archive.payload import decoded
from archive.version import READER
from archive.warc import RecordPlace, read_response
from archive.writer import writing

SPOOL = "files.jsonl"
BATCH = 32
_WAITING = """
SELECT x.digest, coalesce(c.media_type, ''), o.file, o.offset, o.length, x.ocr FROM file x
JOIN capture c ON c.id = x.capture JOIN capture o ON o.id = coalesce(c.revisit_of, c.id)
WHERE {condition} AND (?1 IS NULL OR c.portal = ?1) ORDER BY c.id LIMIT ?2
"""
Choice = Literal["new", "missing tool", "ocr", "all"]
_CHOICES: dict[Choice, str] = {
    "new": "x.state = 'waiting' OR x.reader <> ?3",
    "missing tool": "x.state IN ('waiting', 'tool missing') OR x.reader <> ?3",
    "ocr": "x.state = 'empty' AND x.kind IN ('pdf', 'image') AND x.ocr = 0 AND ?3 = ?3",
    "all": "?3 = ?3",
}
Watch = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A file to read: its digest, the media type that it was served with, where it lies, whether it is recognised."""

    digest: str
    served_as: str
    place: RecordPlace
    ocr: bool


def read_files(
    folder: ArchiveFolder,
    *,
    watch: Watch,
    portal: str | None = None,
    limit: int | None = None,
    choice: Choice = "new",
) -> Counter[str]:
    """Read the files that wait or that an older reader read; also those that lacked a tool; pictures by OCR; or all.

    Returns how many ended in each state. `watch` is told how many of how many are done. What other jobs keep from
    being written waits for them at the end. Safe to interrupt and to run again.
    """
    counts: Counter[str] = Counter()
    spool = _Spool(folder)
    waiting = list(_waiting(folder, _CHOICES[choice], portal, limit))
    with FileReader() as reader:
        for number, file in enumerate(waiting, 1):
            found = _read(folder, reader, file, choice == "ocr")
            counts[found.state] += 1
            if not (file.ocr and found.state == "empty"):
                spool.add(file.digest, found)
            watch(number, len(waiting))
    spool.empty(wait=None)
    return counts


def _waiting(folder: ArchiveFolder, condition: str, portal: str | None, limit: int | None) -> Iterator[_Waiting]:
    database = open_for_reading(folder)
    values = (portal, -1 if limit is None else limit, READER)
    for digest, served_as, *place, ocr in database.execute(_WAITING.format(condition=f"({condition})"), values):
        yield _Waiting(digest, served_as, RecordPlace(*place), bool(ocr))
    database.close()


def _read(folder: ArchiveFolder, reader: FileReader, file: _Waiting, ocr: bool) -> FileText:
    try:
        response = read_response(folder.warcs, file.place)
        content = decoded(response.body, response.header("content-encoding"))
    except BrokenCaptureError as error:
        return FileText("damaged", reason=str(error))
    return reader.read(content, served_as=file.served_as, ocr=ocr)


class _Spool:
    """Results that are not in the database yet."""

    def __init__(self, folder: ArchiveFolder) -> None:
        self._folder = folder
        self._path: Path = folder.path / SPOOL
        self._held = 0
        self.empty(wait=0.0)

    def add(self, digest: str, found: FileText) -> None:
        """Keep a result on disk; now and then, when nobody else writes, all of them go into the database."""
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"file": digest, **asdict(found)}) + "\n")
        self._held += 1
        if self._held >= BATCH:
            self.empty(wait=0.0)

    def empty(self, *, wait: float | None) -> None:
        """Bring all results into the database; where another job writes, wait so many seconds, None for ever."""
        if not self._path.exists():
            return
        try:
            with writing(self._folder, wait=wait) as writer:
                for digest, found in self._results():
                    keep_text(writer, digest, found, datetime.now(UTC))
                    writer.page_done()
        except ArchiveLockedError:
            return
        self._path.unlink()
        self._held = 0

    def _results(self) -> Iterator[tuple[str, FileText]]:
        """What the spool holds; a last line that a crash tore is left out, its file still waits."""
        for line in self._path.read_text("utf-8").splitlines():
            try:
                fields = json.loads(line)
            except ValueError:
                return
            digest = fields.pop("file")
            yield digest, file_text(fields)
