"""The command line as its users run it: in a process of its own, from another folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from tests import loaded

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
    """Run `kehoach` with these words in the folder `cwd`; `prelude` is Python that is run before it is loaded."""
    if not prelude:
        with TemporaryFile("w+", encoding="utf-8") as out, TemporaryFile("w+", encoding="utf-8") as err:
            code = loaded.run([*map(str, words)], cwd, whole(environment), out, err, timeout)
            return Done(code, *(printed.seek(0) or printed.read() for printed in (out, err)))
    with started(*words, cwd=cwd, prelude=prelude, **environment) as process:
        try:
            out, err = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
    return Done(process.returncode, out, err)


def started(*words: object, cwd: Path, prelude: str = "", **environment: str) -> subprocess.Popen[str]:
    """The same, running, and loaded anew."""
    return subprocess.Popen(
        [sys.executable, "-c", f"{prelude}\nfrom archive.start import main; main()", *map(str, words)],
        cwd=cwd,
        env=whole(environment),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def whole(environment: dict[str, str]) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("KEHOACH_")}
    return inherited | {"PYTHONPATH": str(PROJECT), "COLUMNS": "200"} | environment
