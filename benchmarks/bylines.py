"""How many bylines of ../shared/corpus are read right, and how long a byline takes.

    python -m benchmarks.bylines --dev      the two thirds that were read while building
    python -m benchmarks.bylines            these and the third that is set aside

People are right where the keys of a row are the same set. An agency or outlet is right where what was read, as
printed or expanded, is in the answer or the answer in it; notes in parentheses count as expansions.
"""

from __future__ import annotations

import argparse
import csv
import statistics
import sys
import time
from pathlib import Path

from archive.vietnamese.bylines import Byline, read_byline
from archive.vietnamese.spelling import fold
from benchmarks.split import is_set_aside

CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpus" / "bylines.tsv"
ROUNDS = 200


def rows(corpus: Path = CORPUS) -> list[dict[str, str]]:
    """The rows of the corpus, with line breaks in their literals."""
    with corpus.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def literal(row: dict[str, str]) -> str:
    """The byline of a row as printed."""
    return row["literal"].replace("\\n", "\n")


def bare(text: str) -> str:
    """What names are compared by: folded letters and digits."""
    return "".join(filter(str.isalnum, fold(text)))


def people_are_right(row: dict[str, str], byline: Byline) -> bool:
    """Whether a row's people were read, all of them and nobody else."""
    return {bare(name) for name in row["authors"].split("; ") if name} == set(byline.keys)


def body_is_right(row: dict[str, str], byline: Byline) -> bool:
    """Whether a row's agency or outlet was read as printed or expanded, or none where it has none."""
    expected = row["organisation_or_source"]
    read = [bare(text) for text in (byline.organisation, byline.source) if text]
    if not expected or not read:
        return not expected and not read
    answer, printed = bare(expected), bare(literal(row))
    return all(text in answer or answer in text or text in printed for text in read)


def print_score(name: str, scored: list[dict[str, str]]) -> None:
    """Print a part's score and the rows that are wrong."""
    read = [(row, read_byline(literal(row))) for row in scored]
    people = [people_are_right(row, byline) for row, byline in read]
    bodies = [body_is_right(row, byline) for row, byline in read]
    for (row, byline), *right in zip(read, people, bodies, strict=True):
        if not all(right):
            print(f"  {row['literal']!r}: {byline.people} {byline.organisation!r} {byline.source!r}")
    total = len(scored)
    print(f"{name}: {total} bylines, people right {sum(people)}, organisation or source right {sum(bodies)}")


def print_time(timed: list[str]) -> None:
    """Print the median and the slowest time of a call."""
    times = []
    for text in timed:
        start = time.process_time()
        for _ in range(ROUNDS):
            read_byline(text)
        times.append((time.process_time() - start) / ROUNDS * 1e6)
    print(f"time of a call: median {statistics.median(times):.1f} µs, slowest {max(times):.1f} µs")


def main() -> int:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--dev", action="store_true", help="leave the third alone that is set aside")
    only_dev = parser.parse_args().dev
    if not CORPUS.exists():
        print(f"{CORPUS} is not there", file=sys.stderr)
        return 1
    every = rows()
    seen = [row for row in every if not is_set_aside(row["literal"])]
    print_score("read while building", seen)
    if not only_dev:
        print_score("set aside", [row for row in every if is_set_aside(row["literal"])])
    print_time([literal(row) for row in seen])
    return 0


if __name__ == "__main__":
    sys.exit(main())
