"""Programs of Debian that read what no library reads; run inside the sandbox of a file."""

from __future__ import annotations

import resource
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from archive.files.reading import DamagedFileError, MissingToolError

PACKAGES = {
    "antiword": "antiword",
    "catdoc": "catdoc",
    "soffice": "libreoffice-writer",
    "tesseract": "tesseract-ocr tesseract-ocr-vie",
}
_ENVIRONMENT = {"PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "OMP_THREAD_LIMIT": "1"}


def has(tool: str) -> bool:
    """Whether a program is installed."""
    return shutil.which(tool, path=_ENVIRONMENT["PATH"]) is not None


def missing(*tools: str) -> MissingToolError:
    """The error that says how to install what would read the file."""
    packages = " ".join(PACKAGES[tool] for tool in tools)
    return MissingToolError(f"What reads it is not installed; please run:  sudo apt-get install {packages}")


def run(command: Sequence[str], scratch: Path, *, memory: int | None = None) -> bytes:
    """The standard output of a program in a home of its own; raises DamagedFileError where it fails.

    The last word of the command is the file, whose place says nothing to anybody.
    `memory` lifts the limit of the sandbox, for a program that needs more.
    """
    raised = None if memory is None else lambda: resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    done = subprocess.run(  # noqa: S603
        command,
        cwd=scratch,
        env=_ENVIRONMENT | {"HOME": str(scratch), "TMPDIR": str(scratch)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        preexec_fn=raised,
    )
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines() or [f"exit code {done.returncode}"]
        why = said[0].replace(command[-1], "it")[:200]
        raise DamagedFileError(f"{Path(command[0]).name} cannot read the file ({why}).")
    return done.stdout
