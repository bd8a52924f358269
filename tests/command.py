"""The command line as its users run it: in a process of its own, from another folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).parents[1]


@dataclass
class Done:
    """What a command left: exit code, standard output and standard error."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def kehoach(*words: object, cwd: Path, timeout: float = 600, prelude: str = "", **environment: str) -> Done:
    """Run `kehoach` with these words in the folder `cwd`; `prelude` is Python that is run before."""
    with started(*words, cwd=cwd, prelude=prelude, **environment) as process:
        try:
            out, err = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
    return Done(process.returncode, out, err)


def started(*words: object, cwd: Path, prelude: str = "", **environment: str) -> subprocess.Popen[str]:
    """The same, running."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("KEHOACH_")}
    return subprocess.Popen(
        [sys.executable, "-c", f"{prelude}\nfrom archive.start import main; main()", *map(str, words)],
        cwd=cwd,
        env=inherited | {"PYTHONPATH": str(PROJECT), "COLUMNS": "200"} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
