"""A WARC record of a 60 KB page: CPU milliseconds with our writer, beside warcio; and what the records weigh.

    python -m benchmarks.warc [--pages 1000]

Each page is written as response and request, each record a gzip member of its own with its digests, as a crawl does.
Rounds alternate, the figure is the median of each; only their ratio holds on another machine.
"""

from __future__ import annotations

import argparse
import io
import statistics
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from archive.warc import WarcWriter, digest_of
from benchmarks.loopback_pages import pages

ROUNDS = 5
GOAL_MS = 0.6
MOMENT = datetime(2026, 11, 22, tzinfo=UTC)
HEADERS = [("Content-Type", "text/html; charset=utf-8"), ("Server", "Microsoft-IIS/8.5")]
REQUEST = b"GET / HTTP/1.1\r\nHost: 127.0.0.2\r\nUser-Agent: kehoach\r\n\r\n"


def ours(folder: Path, bodies: list[bytes]) -> int:
    """Write the pages with our writer; returns how many bytes that made."""
    writer = WarcWriter(folder, software="kehoach/benchmark", settings="")
    headers = [(name.encode(), value.encode()) for name, value in HEADERS]
    for number, body in enumerate(bodies):
        writer.response(
            f"http://127.0.0.2/{number}",
            MOMENT,
            status=200,
            headers=headers,
            body=body,
            digest=digest_of(body),
            portal="benchmark",
            address="127.0.0.2",
            request=REQUEST,
        )
        if number % 32 == 0:
            writer.flush()
    writer.flush()
    return sum(path.stat().st_size for path in folder.iterdir())


def theirs(folder: Path, bodies: list[bytes]) -> int:
    """Write the same with warcio."""
    with (folder / "warcio.warc.gz").open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        for number, body in enumerate(bodies):
            http = StatusAndHeaders("200 OK", HEADERS, protocol="HTTP/1.1")
            url = f"http://127.0.0.2/{number}"
            response = writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=http)
            asked = StatusAndHeaders("GET / HTTP/1.1", [("Host", "127.0.0.2"), ("User-Agent", "kehoach")])
            request = writer.create_warc_record(url, "request", http_headers=asked)
            writer.write_request_response_pair(request, response)
    return sum(path.stat().st_size for path in folder.iterdir())


def main() -> None:
    """Print milliseconds of CPU and bytes a page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=1000)
    count = parser.parse_args().pages
    bodies = list(pages(count).values())
    spent: dict[str, list[float]] = {"ours": [], "warcio": []}
    size: dict[str, int] = {}
    for _ in range(ROUNDS):
        for name, write in (("ours", ours), ("warcio", theirs)):
            with tempfile.TemporaryDirectory() as folder:
                began = time.process_time()
                size[name] = write(Path(folder), bodies)
                spent[name].append((time.process_time() - began) / count * 1000)
    mine, other = statistics.median(spent["ours"]), statistics.median(spent["warcio"])
    print(f"ours: {mine:.2f} ms CPU a page (goal: {GOAL_MS}), {size['ours'] / count / 1000:.1f} KB")
    print(f"warcio: {other:.2f} ms CPU a page, {size['warcio'] / count / 1000:.1f} KB")
    print(f"ours is {other / mine:.1f} times as fast")


if __name__ == "__main__":
    main()
