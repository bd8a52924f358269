"""Who wrote a value: the program's version and the readers' version."""

from __future__ import annotations

from importlib.metadata import version

READER = "1"


def software() -> str:
    """The program as it names itself in WARC files, runs and requests."""
    return f"kehoach/{version('kehoach')}"
