"""How much it costs to watch many portals: the status of 10,000, and a scheduled run over 200 that have nothing new.

python -m benchmarks.unattended [--portals 10000] [--loopback 200]
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

from archive.folder import ArchiveFolder
from archive.health import healths, refresh
from archive.health.evidence import fact, pack
from archive.writer import utc, writing

KEHOACH = (sys.executable, "-c", "from archive.start import main; main()")
DAYS = 60
ARTICLES = 12
TEXT = "Ủy ban nhân dân tỉnh yêu cầu các cơ quan, đơn vị triển khai thực hiện nhiệm vụ được giao trong năm. " * 12
FACTS = """
[thu-nghiem-{n}]
title = "Cổng thử nghiệm {n}"
province = "Kon Tum"
agency = "Sở thử nghiệm {n} tỉnh Kon Tum"
system = "peoples_committee"
level = "province"
platform = "labelled"
start = ["http://{host}:{port}/tin"]
state = "active"
evidence = "A server of this benchmark."
delay = 0.05
"""


def status_of_many(portals: int) -> None:
    """Fill an archive with so many portals of sixty announcements each, and time `kehoach status --json`."""
    with tempfile.TemporaryDirectory() as place:
        folder = ArchiveFolder(Path(place) / "archive")
        now = datetime.now(UTC)
        with writing(folder) as writer:
            for number in range(portals):
                _put_portal(writer, f"p{number:05}", now)
            started = time.process_time()
            refresh(writer.database, [f"p{number:05}" for number in range(portals)], now)
            writer.commit()
            print(f"refresh: {(time.process_time() - started) * 1e6 / portals:.0f} µs CPU a portal")
            started = time.process_time()
            found = healths(writer.database, now)
            print(f"healths: {time.process_time() - started:.2f} s CPU for {len(found)} portals")
        for words in (("--json",), ()):
            before, started = _children(), time.monotonic()
            subprocess.run(
                [*KEHOACH, "status", *words, "--archive", folder.path],
                stdout=subprocess.DEVNULL,
                check=True,
            )
            wall = time.monotonic() - started
            print(f"kehoach status {' '.join(words)}: {_children() - before:.2f} s CPU, {wall:.2f} s (goal: at most 2)")


def _put_portal(writer: object, name: str, now: datetime) -> None:
    execute = writer.execute  # type: ignore[attr-defined]
    execute(
        "INSERT INTO portal (name, title, province, province_now, agency, system, level, platform, host, state) "
        "VALUES (?, ?, 'Kon Tum', 'Quảng Ngãi', 'Sở', 'other', 'province', 'labelled', 'x', 'active')",
        (name, f"Cổng {name}"),
    )
    execute(
        "INSERT INTO run (portal, kind, started_at, ended_at, state, software, finding, evidence) "
        "VALUES (?, 'crawl', ?, ?, 'passed', 'x', 'ok', ?)",
        (name, utc(now), utc(now), pack([fact("items", entries=20, pages=1)])),
    )
    for day in range(DAYS):
        moment = (now - timedelta(days=day)).date().isoformat()
        execute(
            "INSERT INTO announcement (uid, portal, url, platform, title, published_at, published_sort, year, month, "
            "province, province_now, posted_by, system, level, content_digest, reader, first_seen, last_seen) "
            "VALUES (?, ?, '', '', 'x', ?, ?, ?, ?, '', '', '', '', '', '', '', ?, ?)",
            (f"{name}-{day}", name, moment, moment, moment[:4], moment[:7], utc(now), utc(now)),
        )


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Portals(BaseHTTPRequestHandler):
    """A portal on every loopback address: a listing with a validator, articles, no robots.txt."""

    protocol_version = "HTTP/1.1"
    asked: ClassVar[Counter[str]] = Counter()

    def do_GET(self) -> None:
        host = self.headers["Host"].split(":")[0]
        self.asked[host] += 1
        tag = '"unchanged"'
        if self.path == "/robots.txt":
            self._answer(404, b"")
        elif self.headers.get("If-None-Match") == tag:
            self._answer(304, b"")
        elif self.path == "/tin":
            items = "".join(
                f'<li><a href="/tin/{n}.html">Kế hoạch số {n} về nhiệm vụ được giao</a> {n + 1:02}/03/2020</li>'
                for n in range(ARTICLES)
            )
            self._answer(200, f"<html><body><ul>{items}</ul></body></html>".encode(), tag)
        else:
            n = int(self.path.rsplit("/", 1)[1].split(".")[0])
            page = f"<h1>Kế hoạch số {n}</h1><p>Ngày đăng: {n + 1:02}/03/2020</p><p>{TEXT}</p>"
            self._answer(200, f"<html><body>{page}</body></html>".encode(), tag)

    def _answer(self, status: int, body: bytes, tag: str | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        if tag:
            self.send_header("ETag", tag)
        self.end_headers()
        if status != 304:
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Be quiet."""


class Server(ThreadingHTTPServer):
    """Many clients at once."""

    daemon_threads = True
    request_queue_size = 512


def scheduled_run(portals: int) -> None:
    """Crawl so many loopback portals twice; the second run finds nothing new."""
    hosts = [f"127.1.{number // 250}.{number % 250 + 1}" for number in range(portals)]
    with tempfile.TemporaryDirectory() as place:
        serving = [Server((hosts[0], 0), Portals)]
        port = serving[0].server_port
        serving += [Server((host, port), Portals) for host in hosts[1:]]
        for one in serving:
            threading.Thread(target=one.serve_forever, kwargs={"poll_interval": 5.0}, daemon=True).start()
        folder = Path(place) / "portals"
        folder.mkdir()
        facts = "".join(FACTS.format(n=number, host=host, port=port) for number, host in enumerate(hosts))
        (folder / "kon-tum.toml").write_text(facts, "utf-8")
        opened = [word for host in hosts for word in ("--allow-private", f"{host}:{port}")]
        names = [f"thu-nghiem-{number}" for number in range(portals)]
        for title in ("first run", "second run, unchanged"):
            Portals.asked.clear()
            before, started = _children(), time.monotonic()
            subprocess.run(
                [
                    *KEHOACH, "crawl", *names, "--first-pages",
                    "--portals", folder, "--archive", Path(place) / "archive", *opened, "--json",
                ],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                check=False,
            )  # fmt: skip
            most = max(Portals.asked.values())
            print(
                f"{title}: {sum(Portals.asked.values())} requests to {portals} portals, at most {most} each, "
                f"{_children() - before:.1f} s CPU, {time.monotonic() - started:.0f} s"
            )
        print("goal of the second: at most 3 requests each and 60 s CPU")


def main() -> None:
    """Both measurements."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--portals", type=int, default=10_000)
    parser.add_argument("--loopback", type=int, default=200)
    chosen = parser.parse_args()
    status_of_many(chosen.portals)
    scheduled_run(chosen.loopback)


if __name__ == "__main__":
    main()
