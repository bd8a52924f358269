"""The command line as its users run it: in a process of its own, from another folder; and Python beside it."""

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
KEHOACH = "from archive.start import main; main()"


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
        return python(KEHOACH, *words, cwd=cwd, timeout=timeout, **environment)
    with started(*words, cwd=cwd, prelude=prelude, **environment) as process:
        try:
            out, err = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
    return Done(process.returncode, out, err)


def python(code: str, *words: object, cwd: Path = PROJECT, timeout: float = 600, **environment: str) -> Done:
    """Run this code in a process of its own that has loaded the program already."""
    asked = loaded.Asked(code, [*map(str, words)], str(cwd), whole(environment))
    with TemporaryFile("w+", encoding="utf-8") as out, TemporaryFile("w+", encoding="utf-8") as err:
        ended = loaded.run(asked, out, err, timeout)
        return Done(ended, *(printed.seek(0) or printed.read() for printed in (out, err)))


def started(*words: object, cwd: Path, prelude: str = "", **environment: str) -> subprocess.Popen[str]:
    """The same, running, and loaded anew."""
    return subprocess.Popen(
        [sys.executable, "-c", f"{prelude}\n{KEHOACH}", *map(str, words)],
        cwd=cwd,
        env=whole(environment),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def whole(environment: dict[str, str]) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("KEHOACH_")}
    return inherited | {"PYTHONPATH": str(PROJECT), "COLUMNS": "200"} | environment
