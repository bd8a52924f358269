"""What a crash leaves behind, mended at the next start.

A complete WARC record without a row gets its row; a record that the crash tore is cut off; a file that a power cut
robbed of bytes with rows is left for the next one; a run that still says 'running' is marked as interrupted.
Announcements come again from the ledger, whose entries are still open.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from fastwarc.warc import WarcRecord, WarcRecordType

from archive.counted import counted
from archive.model import Exchange
from archive.warc import RecordPlace, cut_torn_end, members, next_name, response_of

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
    cursor = writer.execute("UPDATE run SET state = 'interrupted', ended_at = started_at WHERE state = 'running'")
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
    end, found = known, 0
    for offset, length, content in members(path, end):
        end = offset + length
        found += _index(writer, RecordPlace(name, offset, length), content)
    if found:
        log.warning("%s: indexed %s without a row.", name, counted(found, "record"))
    if gone := cut_torn_end(path, end):
        log.warning("%s: cut off %s of a torn last record.", name, counted(gone, "byte"))


def _index(writer: ArchiveWriter, place: RecordPlace, content: bytes) -> bool:
    record = WarcRecord.from_bytes(content)
    if record.record_type not in (WarcRecordType.response, WarcRecordType.revisit, WarcRecordType.resource):
        return False
    response = response_of(record)
    portal = response.portal
    if not portal or not writer.execute("SELECT 1 FROM portal WHERE name = ?", (portal,)).fetchone():
        return False
    original = None
    if response.revisit_of is not None:
        row = writer.execute(
            "SELECT id FROM capture WHERE digest = ? AND url = ? AND revisit_of IS NULL",
            (response.digest, response.revisit_of),
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
    writer.index_capture(place, exchange, response.digest, portal, None, original)
    return True
