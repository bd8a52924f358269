"""Taking in a WARC file of another tool and reading it again: pages a second on two cores, CPU a page, peak memory.

    python -m benchmarks.ingest [--pages 3000] [--memory]

The file is written by warcio from the pages of the loopback benchmark (60 KB each, about 5 KB of text). CPU and memory
are those of the command and of its reading processes together. On a shared machine the wall clock says little; the
figure to compare is `pages/s of CPU`: pages by CPU second, times two cores. `--memory` takes in five times as many.
"""

from __future__ import annotations

import argparse
import io
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from benchmarks.loopback_pages import pages

CORES = 2


@dataclass(frozen=True)
class Cost:
    """What a command and its processes cost: seconds of the clock, of CPU, and the largest sum of memory in MiB."""

    wall: float
    cpu: float
    memory: float


def write_warc(path: Path, count: int) -> None:
    """`count` pages of one host as warcio writes them."""
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        for target, body in pages(count).items():
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            record = writer.create_warc_record(
                f"http://sonoivu.example.vn{target}",
                "response",
                payload=io.BytesIO(body),
                http_headers=headers,
                warc_headers_dict={"WARC-Date": "2020-08-01T00:00:00Z"},
            )
            writer.write_record(record)


def run(*words: str) -> Cost:
    """Run a `kehoach` command and watch what it and its children cost."""
    began = time.monotonic()
    command = (sys.executable, "-c", "from archive.start import main; main()", *words)
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    largest = 0.0
    spent: dict[int, float] = {}
    while process.poll() is None:
        family = _family(process.pid)
        largest = max(largest, sum(_memory(pid) for pid in family))
        spent |= {pid: seconds for pid in family if (seconds := _cpu(pid))}
        time.sleep(0.1)
    if process.returncode:
        raise SystemExit(f"{words[0]} ended with {process.returncode}")
    return Cost(time.monotonic() - began, sum(spent.values()), largest)


def _family(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return [pid]
    return [pid, *(grandchild for child in children for grandchild in _family(int(child)))]


def _cpu(pid: int) -> float:
    """The CPU seconds of a process so far: its reading processes are nobody's children when they end."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _memory(pid: int) -> float:
    """The proportional share of memory, in MiB, so that shared pages count once."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    except OSError:
        pass
    return 0.0


def report(what: str, count: int, cost: Cost) -> None:
    """One line of figures."""
    print(
        f"{what}: {count} pages, {cost.cpu / count * 1000:.2f} ms CPU a page, {count / cost.cpu * CORES:.0f} pages/s "
        f"of CPU on {CORES} cores, {count / cost.wall:.0f} pages/s by the clock, {cost.memory:.0f} MiB"
    )


def measure(count: int, folder: Path) -> tuple[Cost, Cost]:
    """Take `count` pages in and read them again."""
    warc, archive = folder / f"pages-{count}.warc.gz", str(folder / f"archive-{count}")
    write_warc(warc, count)
    taken = run("ingest", str(warc), "--archive", archive)
    report("ingest", count, taken)
    again = run("reread", "--archive", archive)
    report("reread", count, again)
    return taken, again


def main() -> None:
    """Print a line each; goals: 150 pages/s taken in, 250 read again, memory flat."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=3000)
    parser.add_argument("--memory", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        small, _ = measure(options.pages, Path(folder))
        if options.memory:
            large, _ = measure(options.pages * 5, Path(folder))
            print(f"memory of {options.pages * 5} pages: {large.memory / small.memory:.2f} of that of {options.pages}")


if __name__ == "__main__":
    main()
