"""The console script `kehoach`: Ctrl-C is a sentence from the first import on."""

from __future__ import annotations

import sys

BY_SIGNAL = 128
"""What a shell adds to the number of the signal that ended a program, as its exit code."""
INTERRUPTED = 130


def main() -> None:
    """Run `archive.cli`; exit code 130 where it is interrupted, also while it is loaded."""
    try:
        from archive.cli import main as run

        run()
    except KeyboardInterrupt:
        sys.stderr.write("Interrupted.\n")
        sys.exit(INTERRUPTED)
