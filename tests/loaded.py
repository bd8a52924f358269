"""Processes that need not load the program: each is forked from one that has loaded it.

To load it takes a command most of a second, and the suite runs hundreds of them.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import json
import os
import signal
import socket
import subprocess
import sys
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import IO, Any

PROGRAM = "import sys; from tests.loaded import become_what_is_asked_for; exec(become_what_is_asked_for(sys.argv[1]))"
MODULES = ("scraper.crawl", "scraper.fetch", "scraper.session", "archive.files.tools", "apprise", "encodings.idna")
"""What commands load when they are run."""
SETTINGS = "scraper.settings"
"""The module that asks the environment when it is loaded."""


@cache
def loaded_program() -> socket.socket:
    """The way to a process that has loaded the program; it ends with this one."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    project = Path(__file__).parents[1]
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(theirs.fileno())],
        cwd=project,
        env=os.environ | {"PYTHONPATH": str(project)},
        stdin=subprocess.DEVNULL,
        pass_fds=[theirs.fileno()],
    )
    theirs.close()
    atexit.register(process.wait)
    atexit.register(ours.close)
    return ours


@dataclass(frozen=True)
class Asked:
    """Python to run with these words behind the program's name."""

    code: str
    words: list[str]
    cwd: str
    environment: dict[str, str]


def run(asked: Asked, out: IO[Any], err: IO[Any], timeout: float) -> int:
    """Run it in a process of its own; its exit code, negative the signal that ended it."""
    message = json.dumps(asdict(asked)).encode()
    ours, theirs = socket.socketpair()
    with ours, ours.makefile(encoding="ascii") as told:
        with theirs:
            socket.send_fds(loaded_program(), [message], [out.fileno(), err.fileno(), theirs.fileno()])
        ours.settimeout(timeout)
        process = int(told.readline())
        try:
            return int(told.readline())
        except TimeoutError:
            os.kill(process, signal.SIGKILL)
            raise


def become_what_is_asked_for(control: str) -> str:
    """Load the program and serve `loaded_program`; returns the code in each process that is to run some."""
    from archive.cli import load_commands

    load_commands()
    for name in MODULES:
        importlib.import_module(name)
    gc.freeze()
    with socket.socket(fileno=int(control)) as way:
        while True:
            message, descriptors, *_ = socket.recv_fds(way, 2**20, 3)
            if not message:
                sys.exit()
            watcher = os.fork()
            if watcher == 0 and _is_asked_for(descriptors[2]):
                break
            for descriptor in descriptors:
                os.close(descriptor)
            _bury()
    return _become(Asked(**json.loads(message)), *descriptors)


def _is_asked_for(told: int) -> bool:
    """Fork the process that was asked for; the one that forked tells its number and exit code, and ends."""
    process = os.fork()
    if process == 0:
        return True
    os.write(told, b"%d\n" % process)
    os.write(told, b"%d\n" % os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]))
    os._exit(0)


def _become(asked: Asked, out: int, err: int, told: int) -> str:
    for descriptor, place in ((out, 1), (err, 2)):
        os.dup2(descriptor, place)
        os.close(descriptor)
    os.close(told)
    os.chdir(asked.cwd)
    os.environ.clear()
    os.environ.update(asked.environment)
    sys.argv[1:] = asked.words
    importlib.reload(sys.modules[SETTINGS])
    return asked.code


def _bury() -> None:
    """Take note of the watchers that have ended."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass
