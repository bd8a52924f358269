"""Who wrote a value: the program's version, and what a reading depends on beside the page."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

READER = "1"
"""The version of the readers of files."""
FACTS = ("province", "province_now", "agency", "system", "level", "demo", "platform")
"""What of a portal's facts becomes part of its announcements, or decides how they are read."""
_HOME = Path(__file__).parents[1]
_LETTERS = 8
_READING = (
    "archive/addresses.py", "archive/vietnamese", "archive/announcements.py", "archive/documents.py",
    "archive/mentions.py", "archive/plans.py", "archive/model.py", "archive/store.py", "scraper/platforms",
    "scraper/reading",
)  # fmt: skip
"""The code, and the data beside it, that a page goes through until it is a row."""


@cache
def software() -> str:
    """The program as it names itself in WARC files, runs and requests."""
    return f"kehoach/{version('kehoach')}"


def reader_of(facts: Mapping[str, Any]) -> str:
    """What reads a portal's pages: the program, a digest of its readers' code, and one of the facts that they go by.

    `facts` are the columns of the portal's row. Of one page and one context, the same reader makes the same row.
    """
    return _reader(tuple(facts[name] for name in FACTS))


@cache
def _reader(facts: tuple[Any, ...]) -> str:
    return f"{software()} {_digest_of_code()} {hashlib.sha256(repr(facts).encode()).hexdigest()[:_LETTERS]}"


@cache
def _digest_of_code() -> str:
    digest = hashlib.sha256()
    for part in _READING:
        path = _HOME / part
        for file in sorted(path.rglob("*")) if path.is_dir() else (path,):
            if file.is_file() and "__pycache__" not in file.parts:
                digest.update(file.relative_to(_HOME).as_posix().encode() + file.read_bytes())
    return digest.hexdigest()[:_LETTERS]
