"""Reading files through the worker process: from bytes to a FileText, whatever the bytes do."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from archive.files.reading import FileText, file_text

SECONDS = 60
OCR_SECONDS = 1800


class FileReader:
    """A worker for as long as the `with` block lasts; it is started at the first file."""

    def __init__(self) -> None:
        self._worker: subprocess.Popen[str] | None = None
        self._folder = tempfile.TemporaryDirectory(prefix="kehoach-files-")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()
        self._folder.cleanup()

    def read(self, content: bytes, *, served_as: str = "", ocr: bool = False, seconds: int | None = None) -> FileText:
        """What the file holds; a file that kills its reader is damaged, one that outlasts `seconds` too large.

        A worker that is gone is started again, once.
        """
        path = Path(self._folder.name) / "file"
        path.write_bytes(content)
        limit = seconds or (OCR_SECONDS if ocr else SECONDS)
        job = {"path": str(path), "served_as": served_as, "ocr": ocr, "seconds": limit}
        answer = self._ask(json.dumps(job)) or self._ask(json.dumps(job))
        if answer is None:
            return FileText("damaged", reason="The program that reads it broke down over it.")
        return file_text(answer)

    def _ask(self, job: str) -> dict[str, Any] | None:
        worker = self._worker or self._start()
        assert worker.stdin is not None
        assert worker.stdout is not None
        try:
            worker.stdin.write(job + "\n")
            worker.stdin.flush()
            line = worker.stdout.readline()
        except BrokenPipeError:
            line = ""
        if not line:
            self._stop()
            return None
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _start(self) -> subprocess.Popen[str]:
        self._worker = subprocess.Popen(
            [sys.executable, "-m", "archive.files.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )
        return self._worker

    def _stop(self) -> None:
        if self._worker is not None:
            self._worker.kill()
            self._worker.communicate()
            self._worker = None
