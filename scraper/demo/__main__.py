"""`python -m scraper.demo [--port N]`: the demo portals until Ctrl-C or SIGTERM."""

from __future__ import annotations

import signal
import sys
from argparse import ArgumentParser
from threading import Event

from scraper.demo.server import DEFAULT_PORT, serve


def main() -> int:
    """Serve in the foreground; 1 where the port is taken."""
    parser = ArgumentParser(prog="python -m scraper.demo", description="Play the five demo portals on loopback.")
    parser.add_argument("--port", type=int, default=DEFAULT_PORT, help="one port for all five (default: %(default)s)")
    port = parser.parse_args().port
    stop = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    try:
        with serve(port) as server:
            for site in server.sites.values():
                print(f"{site.name}: http://{site.origin}/", flush=True)  # noqa: T201
            stop.wait()
    except OSError as error:
        print(f"The demo portals cannot use port {port}: {error.strerror}.", file=sys.stderr)  # noqa: T201
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
