"""`runs.jsonl` in the archive's folder: one JSON line a run, for whoever reads logs with programs; rotated by size."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Mapping
from logging.handlers import RotatingFileHandler
from typing import Any

from archive.folder import ArchiveFolder

NAME = "runs.jsonl"
MOST_BYTES = 5_000_000
KEPT = 5


def log_runs(folder: ArchiveFolder, runs: Iterable[Mapping[str, Any]]) -> None:
    """Append a line for each run; five older files of five megabytes are kept."""
    handler = RotatingFileHandler(folder.path / NAME, maxBytes=MOST_BYTES, backupCount=KEPT, encoding="utf-8")
    try:
        for run in runs:
            line = json.dumps(run, ensure_ascii=False)
            handler.emit(logging.LogRecord(NAME, logging.INFO, __file__, 0, line, None, None))
    finally:
        handler.close()
