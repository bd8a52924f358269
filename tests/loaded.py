"""Commands that need not load the program: each is a process of its own, forked from one that has loaded it.

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
from functools import cache
from pathlib import Path
from typing import IO, Any

PROGRAM = """
import sys
from tests.loaded import become_what_is_asked_for
become_what_is_asked_for(int(sys.argv[1]))
from archive.start import main
main()
"""
MODULES = ("scraper.crawl", "scraper.fetch", "scraper.session", "archive.files.tools", "encodings.idna")
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


def run(words: list[str], cwd: Path, environment: dict[str, str], out: IO[Any], err: IO[Any], timeout: float) -> int:
    """Run `kehoach` with these words; its exit code, negative the signal that ended it."""
    asked = json.dumps({"words": words, "cwd": str(cwd), "environment": environment})
    ours, theirs = socket.socketpair()
    with ours, ours.makefile(encoding="ascii") as told:
        with theirs:
            socket.send_fds(loaded_program(), [asked.encode()], [out.fileno(), err.fileno(), theirs.fileno()])
        ours.settimeout(timeout)
        process = int(told.readline())
        try:
            return int(told.readline())
        except TimeoutError:
            os.kill(process, signal.SIGKILL)
            raise


def become_what_is_asked_for(control: int) -> None:
    """Load the program and serve `loaded_program`; returns in each process that is to run a command."""
    from archive.cli import load_commands

    load_commands()
    for name in MODULES:
        importlib.import_module(name)
    gc.freeze()
    with socket.socket(fileno=control) as way:
        while True:
            message, descriptors, *_ = socket.recv_fds(way, 2**20, 3)
            if not message:
                sys.exit()
            watcher = os.fork()
            if watcher == 0 and _is_command(descriptors[2]):
                break
            for descriptor in descriptors:
                os.close(descriptor)
            _bury()
    _become(json.loads(message), *descriptors)


def _is_command(told: int) -> bool:
    """Fork the command's process; the one that forked tells its number and exit code, and ends."""
    command = os.fork()
    if command == 0:
        return True
    os.write(told, b"%d\n" % command)
    os.write(told, b"%d\n" % os.waitstatus_to_exitcode(os.waitpid(command, 0)[1]))
    os._exit(0)


def _become(asked: dict[str, Any], out: int, err: int, told: int) -> None:
    for descriptor, place in ((out, 1), (err, 2)):
        os.dup2(descriptor, place)
        os.close(descriptor)
    os.close(told)
    os.chdir(asked["cwd"])
    os.environ.clear()
    os.environ.update(asked["environment"])
    sys.argv[1:] = asked["words"]
    importlib.reload(sys.modules[SETTINGS])


def _bury() -> None:
    """Take note of the watchers that have ended."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass
