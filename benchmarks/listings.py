"""Reads the listing pages of ../shared/pages and compares the article links with their truth, with the time.

    python benchmarks/listings.py [--anonymous] [--json] [--wrong]

`--anonymous` replaces every host in addresses and bytes by portal.invalid: the scores must not change. The truth
is tests/truth/listings.json. Times are CPU milliseconds from bytes to entries and further pages, caches empty, and
of these, those that lxml takes to parse the bytes.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import statistics
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import lxml.html

from archive.addresses import canonical
from scraper.reading import invitations, links, shapes
from scraper.reading.listing import read_listing
from scraper.reading.page import make_page

ROOT = Path(__file__).parents[1]
PAGES = ROOT.parent / "shared" / "pages"
TRUTH = ROOT / "tests" / "truth" / "listings.json"
NO_ADDRESS = "http://vbpl.vn/VBQPPL_UserControls/Publishing/TimKiem/pKetQuaTimKiem.aspx"
"""Where the fragments without an address of their own in the index come from."""
_HOST = re.compile(rb"(?<=//)[A-Za-z0-9](?:[A-Za-z0-9-]*\.)+[A-Za-z]{2,}")
ROUNDS = 3


@dataclass(frozen=True)
class Score:
    """Of one page: links that are right, found and listed in the truth, and the CPU milliseconds of reading it."""

    file: str
    right: int
    found: int
    possible: int
    milliseconds: float
    parsing: float
    missed: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()

    @property
    def precision(self) -> float:
        """Share of the links found that are right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the page's article links that are found."""
        return self.right / self.possible if self.possible else 1.0


def addresses() -> dict[str, str]:
    """The address of each page, by file."""
    with (PAGES / "index.tsv").open(encoding="utf-8", newline="") as index:
        return {row["file"]: row["original_url"] or NO_ADDRESS for row in csv.DictReader(index, delimiter="\t")}


def anonymised(text: bytes) -> bytes:
    """The bytes with one host in place of every host."""
    return _HOST.sub(b"portal.invalid", text)


def score_page(file: str, address: str, truth: list[str], *, anonymous: bool = False, rounds: int = ROUNDS) -> Score:
    """Read one page and compare."""
    body = (PAGES / file).read_bytes()
    if anonymous:
        body, address = anonymised(body), anonymised(address.encode()).decode()
        truth = [anonymised(url.encode()).decode() for url in truth]
    times, parsing = [], []
    for _ in range(rounds):
        start = time.process_time()
        lxml.html.document_fromstring(body)
        parsing.append(1000 * (time.process_time() - start))
        for cache in (canonical, invitations.is_more, links._site, shapes.shape_of):
            cache.cache_clear()
        start = time.process_time()
        entries, _ = read_listing(make_page(body, address))
        times.append(1000 * (time.process_time() - start))
    found, wanted = {entry.url for entry in entries}, set(truth)
    return Score(
        file,
        len(found & wanted),
        len(found),
        len(wanted),
        min(times),
        min(parsing),
        tuple(sorted(wanted - found)),
        tuple(sorted(found - wanted)),
    )


def scores(*, anonymous: bool = False, rounds: int = ROUNDS) -> list[Score]:
    """The scores of all listing pages."""
    known, truth = addresses(), json.loads(TRUTH.read_text(encoding="utf-8"))["pages"]
    return [score_page(file, known[file], wanted, anonymous=anonymous, rounds=rounds) for file, wanted in truth.items()]


def main() -> int:
    """Print the scores; 1 where the pages are not there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--anonymous", action="store_true", help="one host in place of every host")
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.add_argument("--wrong", action="store_true", help="print each link that is missed or too many")
    chosen = parser.parse_args()
    if not PAGES.is_dir():
        print(f"{PAGES} is not there: nothing to measure", file=sys.stderr)
        return 1
    results = scores(anonymous=chosen.anonymous)
    right, found, possible = (sum(getattr(one, name) for one in results) for name in ("right", "found", "possible"))
    median = statistics.median(one.milliseconds for one in results)
    parsing = statistics.median(one.parsing for one in results)
    if chosen.json:
        counts = {"right": right, "found": found, "possible": possible}
        print(json.dumps({**counts, "median_ms": round(median, 2), "median_parsing_ms": round(parsing, 2)}))
        return 0
    for one in results:
        print(f"P {one.right}/{one.found}  R {one.right}/{one.possible}  {one.milliseconds:6.2f} ms  {one.file}")
        if chosen.wrong:
            print("".join(f"    missed {url}\n" for url in one.missed), end="")
            print("".join(f"    too many {url}\n" for url in one.extra), end="")
    whole = sum(one.right == one.found == one.possible for one in results)
    print(f"all: P {right}/{found}, R {right}/{possible}, {whole}/{len(results)} pages complete and nothing else")
    worst = max(one.milliseconds for one in results)
    print(f"CPU a page: median {median:.2f} ms ({parsing:.2f} of it parsing), worst {worst:.2f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
