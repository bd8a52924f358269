"""The whole line against a bare Scrapy spider: CPU a page and peak memory, as ratios in one run.

    python -m benchmarks.pipeline [--pages 2000] [--rounds 3] [--memory]

The bare spider has Scrapy's default settings, downloads the same pages and yields nothing. `--memory` crawls ten
times as many pages once more and compares the peak memory.
"""

from __future__ import annotations

import argparse
import compileall
import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import archive
import scraper
from archive.database import open_for_reading
from archive.folder import ArchiveFolder
from benchmarks.loopback_pages import serving

BARE = """
import sys
from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess

class Bare(Spider):
    name = "bare"
    async def start(self):
        for line in open(sys.argv[1]):
            yield Request(line.strip())
    def parse(self, response):
        pass

process = AsyncCrawlerProcess()
process.crawl(Bare)
process.start()
"""
FACTS = """
[benchmark]
title = "Benchmark"
province = "Kon Tum"
agency = "Benchmark"
system = "other"
level = "province"
platform = "labelled"
start = ["http://{origin}/sitemap.xml"]
state = "active"
evidence = "Made by the benchmark."
demo = true
delay = 0.0
"""


@dataclass(frozen=True)
class Cost:
    """What one process cost: CPU seconds and peak memory in MiB."""

    cpu: float
    memory: float


def run(*words: str) -> Cost:
    """Run a command to its end and return what it cost; its last words are shown where it fails."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise SystemExit(f"A crawl ended with {process.returncode}: {said.read()[-2000:].decode()}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def crawl(origin: str, work: Path, name: str, pages: int) -> Cost:
    """The whole line into a fresh archive, which must hold every page as an announcement afterwards."""
    portals = work / "portals"
    portals.mkdir(exist_ok=True)
    (portals / "benchmark.toml").write_text(FACTS.format(origin=origin))
    cost = run(
        sys.executable,
        "-c",
        "from archive.start import main; main()",
        "crawl",
        "benchmark",
        *("--portals", str(portals)),
        *("--allow-private", origin),
        *("--archive", str(work / name)),
    )
    database = open_for_reading(ArchiveFolder(work / name))
    (stored,) = database.execute("SELECT count(*) FROM announcement WHERE title <> ''").fetchone()
    database.close()
    if stored != pages:
        raise SystemExit(f"{stored} of {pages} pages became announcements.")
    return cost


def bare(origin: str, paths: list[str], work: Path) -> Cost:
    """The bare spider over the same pages."""
    addresses = work / "addresses.txt"
    addresses.write_text("\n".join(f"http://{origin}{path}" for path in paths))
    return run(sys.executable, "-c", BARE, str(addresses))


def main() -> None:
    """Print a line a round and the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--memory", action="store_true")
    options = parser.parse_args()
    for package in (archive, scraper):  # as an installation leaves them, and Scrapy is
        compileall.compile_dir(package.__path__[0], quiet=1)
    ratios, whole = [], []
    with tempfile.TemporaryDirectory() as folder, serving(options.pages) as (origin, paths):
        for number in range(options.rounds):
            ours = crawl(origin, Path(folder), f"archive-{number}", options.pages)
            theirs = bare(origin, paths, Path(folder))
            ratios.append(ours.cpu / theirs.cpu)
            whole.append(ours)
            print(
                f"round {number + 1}: whole line {ours.cpu / options.pages * 1000:.2f} ms CPU a page, "
                f"{ours.memory:.0f} MiB; bare {theirs.cpu / options.pages * 1000:.2f} ms, {theirs.memory:.0f} MiB; "
                f"ratio {ratios[-1]:.2f}"
            )
    peak = max(cost.memory for cost in whole)
    print(f"median ratio {statistics.median(ratios):.2f} (goal: at most 2), peak {peak:.0f} MiB")
    if options.memory:
        with tempfile.TemporaryDirectory() as folder, serving(options.pages * 10) as (origin, _):
            large = crawl(origin, Path(folder), "archive", options.pages * 10)
        print(f"{options.pages * 10} pages: {large.memory:.0f} MiB, {large.memory / peak:.2f} of {options.pages}'s")


if __name__ == "__main__":
    main()
