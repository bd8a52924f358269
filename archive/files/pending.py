"""Reading the files that wait, with a bar for who watches."""

from __future__ import annotations

import sys
from collections import Counter

from rich.console import Console
from rich.progress import Progress

from archive.database import plain_errors
from archive.files.lane import Choice, read_files
from archive.folder import ArchiveFolder


def read_new_files(folder: ArchiveFolder) -> Counter[str]:
    """Read the files that a crawl or an ingest brought."""
    return read_with_bar(folder, "new", None, None)


def read_all_files(folder: ArchiveFolder, portal: str | None) -> Counter[str]:
    """Read every file of a portal, or of all, again."""
    return read_with_bar(folder, "all", portal, None)


def read_with_bar(folder: ArchiveFolder, choice: Choice, portal: str | None, limit: int | None) -> Counter[str]:
    """Read files with a bar on standard error, where that is a terminal."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not sys.stderr.isatty()) as progress, plain_errors(folder):
        task = progress.add_task("attachments", total=None)
        return read_files(
            folder,
            watch=lambda done, total: progress.update(task, completed=done, total=total),
            portal=portal,
            limit=limit,
            choice=choice,
        )
