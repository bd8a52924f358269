"""What a crash leaves behind, mended at the next start.

A complete WARC record without a row gets its row; a record that the crash tore is cut off; a file that a power cut
robbed of bytes with rows is left for the next one; a run that still says 'running' is marked as interrupted.
Announcements come again from the ledger, whose entries are still open.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from fastwarc.warc import WarcRecord, WarcRecordType

from archive.counted import counted
from archive.health.states import KILLED
from archive.model import Exchange
from archive.warc import RecordPlace, Response, cut_torn_end, members, next_member, next_name, response_of

if TYPE_CHECKING:
    from archive.writer import ArchiveWriter

log = logging.getLogger(__name__)


def recover(writer: ArchiveWriter) -> None:
    """Mend the newest WARC files and the runs of an archive; the caller holds the writer's lock.

    Two files, since a transaction that a crash undid may have begun in the one before. One that was moved to a disk
    that is not there waits for it.
    """
    for file in sorted(writer.folder.warcs.glob("kehoach-*.warc.gz"))[-2:]:
        if file.is_file():
            _mend(writer, file.name)
    cursor = writer.execute(
        "UPDATE run SET state = 'interrupted', ended_at = started_at, reason = ? WHERE state = 'running'", (KILLED,)
    )
    if cursor.rowcount:
        log.warning("%s had not ended: marked as interrupted.", counted(cursor.rowcount, "earlier run"))
    writer.commit()


def _mend(writer: ArchiveWriter, name: str) -> None:
    path = writer.folder.warcs / name
    size = path.stat().st_size
    known, lost = writer.execute(
        "SELECT coalesce(max(CASE WHEN offset + length <= ?1 THEN offset + length END), 0), "
        "coalesce(sum(offset + length > ?1), 0) FROM capture WHERE file = ?2",
        (size, name),
    ).fetchone()
    if lost:
        log.error("%s: the bytes of %s are lost; `kehoach verify` names them.", name, counted(lost, "capture"))
        (path.parent / next_name(name)).touch()

    def portal_of(response: Response) -> str | None:
        known = writer.execute("SELECT 1 FROM portal WHERE name = ?", (response.portal,)).fetchone()
        return response.portal if known else None

    end, found = index_records(writer, name, known, portal_of)
    if found:
        log.warning("%s: indexed %s without a row.", name, counted(found, "record"))
    if gone := cut_torn_end(path, end):
        log.warning("%s: cut off %s of a torn last record.", name, counted(gone, "byte"))


def index_records(
    writer: ArchiveWriter, name: str, start: int, portal_of: Callable[[Response], str | None]
) -> tuple[int, int]:
    """Give a row to each answer of a WARC file from `start` on that has none, also behind broken records.

    Returns where the last whole record ends, and how many rows are new. `portal_of` names the portal of an answer; one
    of none is passed over.
    """
    path = writer.folder.warcs / name
    size = path.stat().st_size
    end, found = _index_all(writer, name, start, portal_of)
    while end < size and (begin := next_member(path, end + 1)) is not None:
        end, more = _index_all(writer, name, begin, portal_of)
        found += more
    return end, found


def _index_all(
    writer: ArchiveWriter, name: str, start: int, portal_of: Callable[[Response], str | None]
) -> tuple[int, int]:
    rows = writer.execute("SELECT offset FROM capture WHERE file = ? AND offset >= ?", (name, start))
    known = {offset for (offset,) in rows.fetchall()}
    answer: int | None = None
    found = 0
    for offset, length, content in members(writer.folder.warcs / name, start):
        start = offset + length
        try:
            record = WarcRecord.from_bytes(content)
        except (OSError, ValueError) as error:
            log.error("%s: what stands at %d is no record (%s).", name, offset, error)
            answer = None
            continue
        if record.record_type == WarcRecordType.request and answer is not None:
            writer.update("capture", answer, method=record.reader.read().partition(b" ")[0].decode("latin-1"))
        answer = None if offset in known else _index(writer, RecordPlace(name, offset, length), record, portal_of)
        found += answer is not None
    return start, found


def _index(
    writer: ArchiveWriter, place: RecordPlace, record: WarcRecord, portal_of: Callable[[Response], str | None]
) -> int | None:
    if record.record_type not in (WarcRecordType.response, WarcRecordType.revisit, WarcRecordType.resource):
        return None
    try:
        response = response_of(record)
    except (OSError, ValueError) as error:
        log.error("%s: the record at %d holds no answer (%s).", place.file, place.offset, error)
        return None
    portal = portal_of(response)
    if portal is None:
        return None
    original = None
    if response.revisit_of is not None:
        row = writer.execute(
            "SELECT id FROM capture WHERE digest = ? AND url = ? AND revisit_of IS NULL "
            "ORDER BY fetched_at = ? DESC, id LIMIT 1",
            (response.digest, response.revisit_of, response.revisit_date),
        ).fetchone()
        original = row[0] if row else None
    exchange = Exchange(
        url=response.url,
        fetched_at=response.fetched_at,
        status=response.status,
        headers=tuple((name.encode("latin-1"), value.encode("latin-1")) for name, value in response.headers),
        body=response.body,
        saved=response.saved,
    )
    return writer.index_capture(place, exchange, response.digest, portal, None, original)
