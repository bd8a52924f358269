"""Records that stand in the archive's own WARC files without a row: they get one where they stand.

So a database that was lost is made anew from its captures, and nothing is written twice.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from archive.errors import UsageError
from archive.folder import ArchiveFolder
from archive.recovery import index_records
from archive.warc import Response
from archive.writer import ArchiveWriter


def is_own(folder: ArchiveFolder, source: Path) -> bool:
    """Whether a file is one of those that the archive itself writes; raises UsageError for a stranger among them."""
    if source.parent.resolve() != folder.warcs.resolve() or source.is_dir():
        return False
    if not source.match("kehoach-*.warc.gz"):
        raise UsageError(f"{source} lies among the archive's own files and is none of them; take it in from elsewhere.")
    return True


def give_rows(writer: ArchiveWriter, name: str, portal_of: Callable[[Response], str | None]) -> int:
    """Give every answer in a file its row; returns how many had none.

    `portal_of` names the portal of a record, whose row it has made.
    """
    _, given = index_records(writer, name, 0, portal_of)
    writer.commit()
    return given
