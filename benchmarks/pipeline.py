"""The whole line against a bare Scrapy spider: CPU a page and peak memory, as ratios in one run.

    python -m benchmarks.pipeline [--pages 2000] [--rounds 3] [--memory]

The bare spider has Scrapy's default settings, downloads the same pages and yields nothing. `--memory` crawls ten
times as many pages once more and compares the peak memory.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

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
    """Run a command to its end and return what it cost."""
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{words[-1]} ended with {process.returncode}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def crawl(origin: str, work: Path, name: str) -> Cost:
    """The whole line into a fresh archive."""
    portals = work / "portals"
    portals.mkdir(exist_ok=True)
    (portals / "benchmark.toml").write_text(FACTS.format(origin=origin))
    return run(
        sys.executable,
        "-c",
        "from archive.cli import main; main()",
        "crawl",
        "benchmark",
        *("--portals", str(portals)),
        *("--allow-private", origin),
        *("--archive", str(work / name)),
    )


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
    ratios, whole = [], []
    with tempfile.TemporaryDirectory() as folder, serving(options.pages) as (origin, paths):
        for number in range(options.rounds):
            ours, theirs = crawl(origin, Path(folder), f"archive-{number}"), bare(origin, paths, Path(folder))
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
            large = crawl(origin, Path(folder), "archive")
        print(f"{options.pages * 10} pages: {large.memory:.0f} MiB, {large.memory / peak:.2f} of {options.pages}'s")


if __name__ == "__main__":
    main()
