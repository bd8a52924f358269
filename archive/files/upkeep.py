"""Files that came as captures without a crawl, and whether what is kept of files is what it says."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import datetime

from archive.errors import BrokenCaptureError
from archive.files.keeping import keep_file
from archive.folder import ArchiveFolder
from archive.model import Capture
from archive.payload import decoded
from archive.warc import RecordPlace, digest_of, read_response
from archive.writer import ArchiveWriter

_UNTOLD = """
SELECT f.url, c.id, c.fetched_at, o.file, o.offset, o.length FROM (SELECT DISTINCT url FROM attachment) f
JOIN capture c ON c.id = (SELECT id FROM capture WHERE url = f.url AND status = 200 AND method = 'GET'
    ORDER BY fetched_at DESC, id DESC LIMIT 1)
JOIN capture o ON o.id = coalesce(c.revisit_of, c.id)
WHERE NOT EXISTS (SELECT 1 FROM file_address d WHERE d.url = f.url AND d.file IS NOT NULL)
"""
_CONTENTS = """
SELECT x.digest, c.digest, c.file, c.offset, c.length FROM file x JOIN capture c ON c.id = x.capture
"""


def adopt_captured_files(writer: ArchiveWriter) -> int:
    """Make files of the captures that stand under an attachment's address; returns how many were new.

    Commits first, so that the records are in their file.
    """
    adopted = 0
    writer.commit()
    for url, capture, fetched_at, *place in writer.execute(_UNTOLD).fetchall():
        try:
            content = _content(writer.folder, RecordPlace(*place))
        except BrokenCaptureError:
            continue
        keep_file(writer, url, content, Capture(capture, datetime.fromisoformat(fetched_at)))
        writer.page_done()
        adopted += 1
    return adopted


def faults_of_files(folder: ArchiveFolder, connection: sqlite3.Connection) -> Iterator[str]:
    """Contents that do not match their digests, texts that are missing, attachments that say something else."""
    for digest, captured, *place in connection.execute(_CONTENTS):
        if digest == captured:
            continue
        try:
            if digest_of(_content(folder, RecordPlace(*place))) != digest:
                yield f"{digest}: its capture holds another content"
        except BrokenCaptureError as error:
            yield f"{digest}: {error}"
    for (digest,) in connection.execute(
        "SELECT digest FROM file WHERE state = 'read' AND digest NOT IN (SELECT file FROM file_text)"
    ):
        yield f"{digest} was read and has no text"
    for url, uid in connection.execute(
        "SELECT f.url, a.uid FROM attachment f JOIN announcement a ON a.id = f.announcement "
        "LEFT JOIN file_address d ON d.url = f.url "
        "WHERE f.file IS NOT d.file OR f.capture IS NOT d.capture OR f.outcome IS NOT d.outcome"
    ):
        yield f"{url} of {uid} does not say what came of its address"


def _content(folder: ArchiveFolder, place: RecordPlace) -> bytes:
    response = read_response(folder.warcs, place)
    if response.cut:
        raise BrokenCaptureError(f"Only a part of {response.url} was captured ({response.cut}).")
    return decoded(response.body, response.header("content-encoding"))
