"""Limits of the process that reads one file: memory, processor time, size of what it writes, no network."""

from __future__ import annotations

import ctypes
import os
import resource

from archive.files.reading import MissingToolError

MEMORY = 1 * 2**30
MOST_MEMORY = 8 * 2**30
LARGEST_OUTPUT = 256 * 2**20
_NEW_USER = 0x10000000
_NEW_NETWORK = 0x40000000


def confine(seconds: int) -> None:
    """Limit this process and what it starts; a program that needs more memory may raise its own limit."""
    os.setsid()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_OUTPUT, LARGEST_OUTPUT))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _leave_network()


def without_network() -> None:
    """Make sure that this process has no network; raises MissingToolError where the system does not let it leave."""
    if not _leave_network():
        raise MissingToolError("LibreOffice is run without a network only; this system forbids user namespaces.")


def _leave_network() -> bool:
    """Move into a network of its own without any interface (Linux); what needs no network is read all the same."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
        return any(library.unshare(flags) == 0 for flags in (_NEW_NETWORK, _NEW_USER | _NEW_NETWORK))
    except (OSError, AttributeError):
        return False
