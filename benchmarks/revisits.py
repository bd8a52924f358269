"""What an unchanged portal costs a second time: requests and bytes of archive, on the same day and on the next.

    python -m benchmarks.revisits [--articles 300]

The portal is made up: a listing by pages of ten, a third of it published today, the rest back-filled; half of its
articles carry an ETag, the others must be sent again in full. Listing pages and robots.txt are counted on neither side.
Goals: on the same day at most 5 % of the first crawl's requests, and at most 1.5 KB of archive for each page looked at.
Both crawls go through Scrapy and the whole line; the clock of the second is a day later for the second figure.
"""

from __future__ import annotations

import argparse
import hashlib
import multiprocessing
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from archive.clock import VIETNAM
from archive.folder import ArchiveFolder
from archive.writer import writing
from scraper.facts import Portal
from scraper.session import CrawlSession

A_PAGE = 10
PAGE_BYTES = 30_000


@dataclass
class Server:
    """The portal, and what it was asked."""

    origin: str
    asked: list[str]

    def articles_asked(self) -> int:
        """How many requests were for articles."""
        return sum(path.startswith("/tin/") for path in self.asked)


def day_of(number: int, today: datetime) -> datetime:
    """When an article was published: every third today, the others long ago."""
    return today if number % 3 == 0 else today - timedelta(days=400 + number)


def article(number: int, today: datetime) -> bytes:
    """An article page of PAGE_BYTES."""
    title = f"Kế hoạch công tác năm, đợt {number}"
    text = f"<p>Ủy ban nhân dân tỉnh ban hành Kế hoạch số {number}/KH-UBND về việc này.</p>" * 8
    head = f"<html><head><meta charset=utf-8><title>{title}</title></head><body><h1>{title}</h1>"
    body = f"{head}<div>Ngày đăng: {day_of(number, today):%d/%m/%Y}</div><div>{text}</div>"
    padding = "<script>" + hashlib.sha256(title.encode()).hexdigest() * (PAGE_BYTES // 64) + "</script>"
    return f"{body}{padding}</body></html>".encode()


def listing(page: int, count: int, today: datetime) -> bytes:
    """A page of the listing."""
    numbers = range(page * A_PAGE, min((page + 1) * A_PAGE, count))
    items = "".join(
        f'<li><a href="/tin/{1000 + number}.html">Kế hoạch công tác năm, đợt {number}</a> '
        f"<span>({day_of(number, today):%d/%m/%Y})</span><p>Cổng thông tin đăng để cơ quan, nhân dân biết.</p></li>"
        for number in numbers
    )
    following = f'<a href="/tin-tuc?page={page + 2}">Trang sau</a>' if (page + 1) * A_PAGE < count else ""
    return (
        "<html><head><meta charset=utf-8><title>Tin tức</title></head><body><h2>Tin tức</h2>"
        f"<ul>{items}</ul><div><b>{page + 1}</b> {following}</div></body></html>"
    ).encode()


@contextmanager
def serving(count: int, today: datetime) -> Iterator[Server]:
    """Serve the portal until the block ends."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            asked.append(self.path)
            tag, body = None, None
            if self.path.startswith("/tin/"):
                number = int(self.path[5:-5]) - 1000
                body, tag = article(number, today), f'"{number}"' if number % 2 else None
            elif self.path.startswith("/tin-tuc"):
                body = listing(int(self.path.partition("page=")[2] or 1) - 1, count, today)
            same = tag is not None and self.headers.get("If-None-Match") == tag
            self.send_response(404 if body is None else 304 if same else 200)
            if tag:
                self.send_header("ETag", tag)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", "0" if same or body is None else str(len(body)))
            self.end_headers()
            if body and not same:
                self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Server(f"127.0.0.1:{server.server_address[1]}", asked)
    finally:
        server.shutdown()
        server.server_close()


def crawl(folder: Path, origin: str, later: timedelta) -> None:
    """One crawl by a clock that goes ahead, in a process of its own: a reactor runs once."""
    from scraper.crawl import crawl as crawl_portals
    from scraper.crawl import settings_for

    portal = Portal(
        name="benchmark",
        title="Benchmark",
        province="Kon Tum",
        agency="Benchmark",
        system="other",
        level="province",
        platform="labelled",
        start=(f"http://{origin}/tin-tuc",),
        state="active",
        evidence="Made by the benchmark.",
        delay=0.0,
        demo=True,
    )
    with writing(ArchiveFolder(folder), clock=lambda: datetime.now(UTC) + later) as writer:
        session = CrawlSession(writer)
        crawl_portals([portal], session, settings_for([portal], "", [origin]))
    if session.reports[0].state != "passed":
        raise SystemExit(f"the crawl failed: {session.reports[0].reason}")


def size_of(folder: Path) -> int:
    """The bytes of an archive, with the log of the database written back."""
    with sqlite3.connect(folder / "archive.db") as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return sum(path.stat().st_size for path in (folder / "archive.db", *(folder / "warc").iterdir()))


def again(server: Server, folder: Path, later: timedelta) -> tuple[int, int, float]:
    """Crawl once more; returns requests for articles, all requests, and bytes of archive a request."""
    before = size_of(folder) if (folder / "archive.db").exists() else 0
    server.asked.clear()
    process = multiprocessing.get_context("spawn").Process(target=crawl, args=(folder, server.origin, later))
    process.start()
    process.join()
    if process.exitcode:
        raise SystemExit(process.exitcode)
    return server.articles_asked(), len(server.asked), (size_of(folder) - before) / len(server.asked)


def main() -> None:
    """Print a line for each crawl."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=300)
    count = parser.parse_args().articles
    with tempfile.TemporaryDirectory() as work, serving(count, datetime.now(VIETNAM)) as server:
        folder = Path(work, "archive")
        first, everything, weight = again(server, folder, timedelta())
        print(f"first crawl: {first} articles, {everything} requests, {weight / 1000:.1f} KB of archive a request")
        for name, days in (("same day", 0.0), ("next day", 1.0), ("a month later", 31.0)):
            articles, everything, weight = again(server, folder, timedelta(days=days))
            print(
                f"{name}: {articles} articles ({articles / first:.1%} of the first crawl's), {everything} requests, "
                f"{weight / 1000:.2f} KB of archive a page looked at"
            )


if __name__ == "__main__":
    main()
