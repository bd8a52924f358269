"""How many date lines of ../shared/corpus are read right, how many dates are invented, and how long a line takes.

    python benchmarks/dates.py --dev      the two thirds that were read while building, and the rows that are wrong
    python benchmarks/dates.py            these and the third that is set aside, as counts (`--wrong` names its rows)

A row is right where the ISO form is the expected one. Rows whose year is not printed, ranges and rows that are no
dates are right where no date is read; any date there is an invented one. A page clock is a date like any other. A
relative row is right where it counts from the fetch time at its precision, and gives nothing without one.

python-dateutil is compared in the same run, and so are dateparser and htmldate where they can be imported. They are no
dependencies; `make peers` installs those of benchmarks/peers.txt into an environment of their own and runs this there.

They are held to less: seconds and zones do not count, and for htmldate, which reads pages, only the day does.
"""

from __future__ import annotations

import argparse
import csv
import importlib
import re
import statistics
import sys
import timeit
import warnings
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from functools import partial
from pathlib import Path

from dateutil import parser
from dateutil.relativedelta import relativedelta

from archive.vietnamese.dates import read_date
from benchmarks.split import is_set_aside

CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpus" / "dates.tsv"
FETCHED = datetime(2024, 2, 5, 10, 0, tzinfo=timezone(timedelta(hours=7)))
DATED = frozenset({"date", "partial", "page_clock_or_related"})
Row = dict[str, str]
Reader = Callable[[str], str | None]


def rows(corpus: Path = CORPUS) -> list[Row]:
    """The rows of the corpus, with line breaks in their literals."""
    with corpus.open(encoding="utf-8", newline="") as lines:
        table = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [row | {"set aside": str(is_set_aside(row["literal"]))} for row in table]


def literal(row: Row) -> str:
    """The date line of a row as printed."""
    return row["literal"].replace("\\n", "\n")


def ours(text: str) -> str | None:
    """What read_date makes of a line, without a fetch time."""
    found = read_date(text)
    return found.iso if found else None


def is_right(row: Row, iso: str | None) -> bool:
    """Whether a row is read right, given what was read without a fetch time."""
    if row["kind"] != "relative":
        return iso == (row["expected"] if row["kind"] in DATED else None)
    steps = re.findall(r"(\d+) (year|month|week|day|hour|minute)s?", row["expected"])
    at = FETCHED - relativedelta(**{f"{unit}s": int(count) for count, unit in steps})  # type: ignore[arg-type]
    if clock := re.search(r"(\d\d):(\d\d)", row["expected"]):
        at = at.replace(hour=int(clock[1]), minute=int(clock[2]))
    found = read_date(literal(row), fetched_at=FETCHED)
    return iso is None and found is not None and found.iso is not None and at.isoformat().startswith(found.iso)


def is_about_right(row: Row, iso: str | None, digits: int = 16) -> bool:
    """The same for other readers, to the minute: what is not printed they fill in as they like."""
    if row["kind"] not in DATED:
        return iso is None
    length = min(digits, len(row["expected"]))
    return (iso or "")[:length] == row["expected"][:length]


def rivals() -> dict[str, tuple[Reader, int]]:
    """The other readers that can be imported, each with how many characters of an ISO form it is held to."""

    def dateutil(text: str) -> str | None:
        return attempt(lambda: parser.parse(text, dayfirst=True, fuzzy=True).isoformat())

    found: dict[str, tuple[Reader, int]] = {"dateutil, dayfirst and fuzzy": (dateutil, 16)}
    dateparser, htmldate = optional("dateparser"), optional("htmldate")
    if dateparser is not None:
        search = importlib.import_module("dateparser.search").search_dates
        settings = {"DATE_ORDER": "DMY"}
        found["dateparser, vi and DMY"] = (
            lambda text: attempt(lambda: dateparser.parse(text, languages=["vi"], settings=settings).isoformat()),
            16,
        )
        found["dateparser's search"] = (
            lambda text: attempt(lambda: search(text, languages=["vi"], settings=settings)[0][1].isoformat()),
            16,
        )
    if htmldate is not None:
        found["htmldate, to the day"] = (
            lambda text: attempt(lambda: htmldate.find_date(f"<html><body><p>{text}</p></body></html>")),
            10,
        )
    return found


def optional(name: str):  # type: ignore[no-untyped-def]
    """A module that need not be there."""
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def attempt(read: Callable[[], str | None]) -> str | None:
    """What a reader says, None where it gives up in one of its many ways."""
    try:
        return read()
    except Exception:  # noqa: BLE001 - other people's parsers raise what they like
        return None


def print_score(
    name: str, part: list[Row], right: Callable[[Row, str | None], bool], read: Reader, *, wrong: bool = False
) -> None:
    """Print how many rows of a part are right, how many dates are invented, and if wanted the rows that are wrong."""
    answers = [(row, read(literal(row))) for row in part]
    invented = sum(iso is not None for row, iso in answers if row["kind"] not in DATED)
    dateless = sum(row["kind"] not in DATED for row in part)
    good = sum(right(row, iso) for row, iso in answers)
    print(f"{name:45}{good:4} of {len(part)} right, invented {invented} in {dateless} lines without a date")
    for row, iso in answers if wrong else ():
        if not right(row, iso):
            print(f"    {row['kind']}: {row['literal']!r} is {row['expected']}, read as {iso}")


def median_time(read: Reader, texts: list[str], calls: int, rounds: int) -> float:
    """The median over the texts of the best time of a call, in microseconds."""
    best = dict.fromkeys(texts, float("inf"))
    for _ in range(rounds):
        for text in texts:
            best[text] = min(best[text], timeit.timeit(partial(read, text), number=calls) / calls)
    return 1e6 * statistics.median(best.values())


def main() -> None:
    """Print the scores and the times."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--dev", action="store_true", help="leave out the third that is set aside")
    arguments.add_argument("--wrong", action="store_true", help="name the wrong rows of the third that is set aside")
    options = arguments.parse_args()
    if not CORPUS.exists():
        sys.exit("the corpus is not beside this checkout (../shared/corpus)")
    parts = {"dev": [row for row in rows() if row["set aside"] == "False"]}
    if not options.dev:
        parts["set aside"] = [row for row in rows() if row["set aside"] == "True"]
    others = rivals()
    for name, part in parts.items():
        print_score(f"read_date, {name}", part, is_right, ours, wrong=name == "dev" or options.wrong)
        for other, (read, digits) in others.items():
            print_score(f"{other}, {name}", part, partial(is_about_right, digits=digits), read)
    texts = [literal(row) for part in parts.values() for row in part]
    print(f"{'read_date':45}{median_time(ours, texts, 50, 40):10.1f} µs a line (median)")
    for other, (read, _) in others.items():
        print(f"{other:45}{median_time(read, texts, 2, 3):10.1f} µs a line (median)")


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    main()
