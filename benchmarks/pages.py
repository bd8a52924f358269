"""Reads the real pages of ../shared/pages and compares each field with their truth, per platform, with the time.

    python benchmarks/pages.py [--anonymous] [--labelled] [--only HOST] [--json] [--wrong]

`--anonymous` replaces every host in addresses and bytes by portal.invalid: the scores must not change. `--labelled`
reads without the platforms' own skins. What is compared follows ../shared/pages/README.md.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from unicodedata import normalize

from archive.model import PrintedAnnouncement
from archive.vietnamese.dates import read_date
from archive.vietnamese.documents import find_documents
from archive.vietnamese.spelling import fold
from scraper.platforms import UNKNOWN
from scraper.reading import read_page
from scraper.reading.reader import labelled_only
from scraper.reading.result import Reading

PAGES = Path(__file__).parents[2] / "shared" / "pages"
FIELDS = (
    "kind", "title", "day", "time", "no date", "body", "body first", "byline", "no name", "no poster", "attachments"
)  # fmt: skip
UNTRUSTED_DATES = "stp.daknong.gov.vn"
MISSED_BY_THE_INDEX = {
    "sotttt.hanoi.gov.vn/art-706035.html": {"1704/STTTT-BCVT"},  # title: "Công văn số 1704STTTT-BCVT về việc…"
    "sldtbxh.daknong.gov.vn/art-07-thong-tin-ket-qua-thuc-hien-cong-tac-lao.html": {"30c/NQ-CP"},  # so in its text
}
"""Numbers that stand on pages, seen by eye, and not in their truth."""
_UNSCORED = frozenset({"bare-number", "no-number"})
_HOST = re.compile(rb"(?<=//)[A-Za-z0-9](?:[A-Za-z0-9-]*\.)+[A-Za-z]{2,}")
_CREDIT = r"(?:tac gia(?: bai viet)?|nguoi viet|nguon tin|nguon|thuc hien|tin|bai|anh)"
_LABEL = re.compile(rf"\W*(?:(?:theo|(?:duoc )?viet boi)\b\s?:?|{_CREDIT}(?:\s?(?:,|va|-|&|\b)\s?{_CREDIT})*\s?:)")
"""What stands before a name: "Bài và ảnh:", "Theo"."""


@dataclass
class Scores:
    """Right and possible answers by field, milliseconds by page."""

    right: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    possible: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    times: list[float] = field(default_factory=list)

    def count(self, name: str, right: bool) -> None:
        """One more answer."""
        self.possible[name] += 1
        self.right[name] += right


@dataclass
class Measured:
    """The scores of one run by platform family, those of the document numbers, and the times by what pages are.

    The kinds are announcements of platforms that the reader knows, other announcements, and all other pages.
    """

    groups: dict[str, Scores] = field(default_factory=lambda: defaultdict(Scores))
    kinds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    numbers_found: int = 0
    numbers_true: int = 0
    numbers_right: int = 0

    def take(self, row: dict[str, str], reading: Reading, spent: float) -> None:
        """One more page."""
        group = self.groups[row["cms_family"]]
        group.times.append(spent)
        self.kinds[kind_of(row, reading)].append(spent)
        for name, right in outcomes(row, reading):
            group.count(name, right)
        if row["kind"] == "article":
            numbers, truth = documents(row, reading)
            self.numbers_found += len(numbers)
            self.numbers_true += len(truth)
            self.numbers_right += len(numbers & truth)

    @property
    def whole(self) -> Scores:
        """All families together."""
        whole = Scores()
        for scores in self.groups.values():
            whole.times += scores.times
            for name in scores.possible:
                whole.right[name] += scores.right[name]
                whole.possible[name] += scores.possible[name]
        return whole


def kind_of(row: dict[str, str], reading: Reading) -> str:
    """What a page is, as far as it decides how much work it is."""
    if row["kind"] != "article":
        return "lists"
    return "other announcements" if reading.platform == UNKNOWN else "announcements of known platforms"


def rows() -> list[dict[str, str]]:
    """The index of the pages."""
    with (PAGES / "index.tsv").open(encoding="utf-8", newline="") as index:
        return list(csv.DictReader(index, delimiter="\t"))


def anonymous(body: bytes, url: str, host: str) -> tuple[bytes, str]:
    """A page without its hosts."""
    names = {host.encode(), url.partition("://")[2].partition("/")[0].encode()} - {b""}
    for name in names:
        body = body.replace(name, b"portal.invalid")
    return _HOST.sub(b"portal.invalid", body), _HOST.sub(b"portal.invalid", url.encode()).decode()


def same(text: str | None) -> str:
    """A text as it is compared: white space and Unicode form ignored."""
    return "".join(normalize("NFC", text or "").split())


def name_key(byline: str | None) -> str:
    """A byline without its label, as letters."""
    folded = fold(byline or "")
    label = _LABEL.match(folded)
    return "".join(filter(str.isalnum, folded[label.end() :] if label else folded))


def outcomes(row: dict[str, str], reading: Reading) -> Iterator[tuple[str, bool]]:
    """Each field that the truth of a page lets us judge."""
    yield "kind", (reading.kind == "article") == (row["kind"] == "article")
    if row["kind"] != "article":
        return
    read = reading.announcement or PrintedAnnouncement(reading.url, reading.platform)
    if row["title"]:
        yield "title", same(read.title) == same(row["title"])
    if row["site_host"] != UNTRUSTED_DATES:
        yield from _date_outcomes(row, read)
    start = same(row["lead_first80"] or row["body_first80"])[:60]
    if start:
        yield "body", start in same(read.lead) + same(read.body_text)
        yield "body first", same(read.lead).startswith(start) or same(read.body_text).startswith(start)
    if row["author_as_printed"]:
        yield "byline", name_key(read.byline) == name_key(row["author_as_printed"])
    elif row["subtype"] != "document":
        yield "no name", read.byline is None
    if row["poster_account"]:
        yield "no poster", name_key(read.byline) != name_key(row["poster_account"])
    if row["attachments_unique"]:
        yield "attachments", len(read.attachments) == int(row["attachments_unique"])


def _date_outcomes(row: dict[str, str], read: PrintedAnnouncement) -> Iterator[tuple[str, bool]]:
    date = read_date(read.date_line) if read.date_line else None
    iso = (date.iso if date else None) or ""
    if not row["published_iso"]:
        yield "no date", not iso
        return
    yield "day", iso[:10] == row["published_iso"][:10]
    if "T" in row["published_iso"]:
        yield "time", iso[:16] == row["published_iso"][:16]


def documents(row: dict[str, str], reading: Reading) -> tuple[set[str], set[str]]:
    """Numbers found and numbers that a page names, both in canonical form.

    As ../shared/corpus/README.md has it, a bare number ("Chỉ thị 05") and "Không số" are not scored.
    """
    read = reading.announcement
    text = "\n".join(filter(None, (read.title, read.lead, read.body_text))) if read else ""
    found = {mention.number for mention in find_documents(text) if not _UNSCORED.intersection(mention.flags)}
    printed = [number.strip() for number in row["doc_numbers"].split(";") if number.strip()]
    named = [find_documents(number) or find_documents(f"số {number}") for number in printed]
    truth = {mentions[0].number if mentions else number for mentions, number in zip(named, printed, strict=True)}
    return found, truth | MISSED_BY_THE_INDEX.get(row["file"], set())


def measure(
    *,
    without_hosts: bool = False,
    labelled: bool = False,
    only: str | None = None,
    rounds: int = 3,
    wrong: bool = False,
) -> Measured:
    """Read every page and compare; `wrong` prints each wrong answer."""
    measured = Measured()
    for row in rows():
        if only and row["site_host"] != only:
            continue
        body, url = (PAGES / row["file"]).read_bytes(), row["original_url"] or f"https://{row['site_host']}/"
        if without_hosts:
            body, url = anonymous(body, url, row["site_host"])
            author = _HOST.sub(b"portal.invalid", row["author_as_printed"].encode()).decode()
            row = {**row, "author_as_printed": author}
        reading, spent = timed(body, url, labelled=labelled, rounds=rounds)
        measured.take(row, reading, spent)
        if wrong:
            print_wrong(row, reading)
    return measured


def main() -> int:
    """Read every page, print the scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--anonymous", action="store_true")
    parser.add_argument("--labelled", action="store_true")
    parser.add_argument("--only", help="only pages of this host")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--wrong", action="store_true", help="print each wrong answer")
    arguments = parser.parse_args()
    if not PAGES.is_dir():
        print("../shared/pages is absent: nothing to compare with", file=sys.stderr)
        return 1
    measured = measure(
        without_hosts=arguments.anonymous,
        labelled=arguments.labelled,
        only=arguments.only,
        wrong=arguments.wrong,
    )
    report(measured, as_json=arguments.json)
    return 0


def print_wrong(row: dict[str, str], reading: Reading) -> None:
    """Each wrong answer of a page beside the truth."""
    for name, right in outcomes(row, reading):
        if not right:
            print(f"{name:10} {row['file']}\n           {wrong(name, row, reading)}")
    if row["kind"] == "article":
        numbers, truth = documents(row, reading)
        if numbers != truth:
            print(f"documents  {row['file']}\n           missing {truth - numbers}, too much {numbers - truth}")


def timed(body: bytes, url: str, *, labelled: bool, rounds: int) -> tuple[Reading, float]:
    """A reading and the least CPU milliseconds of some rounds."""
    read = labelled_only if labelled else read_page
    best, reading = float("inf"), None
    for _ in range(rounds):
        start = time.process_time()
        reading = read(body, url)
        best = min(best, time.process_time() - start)
    assert reading is not None
    return reading, best * 1000


def wrong(name: str, row: dict[str, str], reading: Reading) -> str:
    """What was read beside what is true."""
    read = reading.announcement or PrintedAnnouncement(reading.url, reading.platform)
    truth = {
        "kind": (reading.kind, row["kind"]),
        "title": (read.title, row["title"]),
        "body": ((read.lead or "") + " ¶ " + read.body_text[:160], row["lead_first80"] or row["body_first80"]),
        "attachments": ([file.url for file in read.attachments], row["attachments_unique"]),
    }
    truth["body first"] = truth["body"]
    for key in ("day", "time", "no date"):
        truth[key] = (read.date_line, row["published_as_printed"])
    for key in ("byline", "no name", "no poster"):
        truth[key] = (read.byline, row["author_as_printed"] or "nobody")
    return "read {!r}\n           true {!r}".format(*truth[name])


def report(measured: Measured, *, as_json: bool) -> None:
    """Print the scores by platform family and together."""
    table = {**dict(sorted(measured.groups.items())), "all": measured.whole}
    right, found, true = measured.numbers_right, measured.numbers_found, measured.numbers_true
    if as_json:
        pages = {
            family: {
                **{name: [scores.right[name], scores.possible[name]] for name in FIELDS if scores.possible[name]},
                "median_ms": round(statistics.median(scores.times), 2),
                "worst_ms": round(max(scores.times), 2),
            }
            for family, scores in table.items()
        }
        kinds = {
            kind: {
                "pages": len(times),
                "median_ms": round(statistics.median(times), 2),
                "worst_ms": round(max(times), 2),
            }
            for kind, times in measured.kinds.items()
        }
        numbers = {"found": found, "true": true, "right": right}
        print(json.dumps({"pages": pages, "kinds": kinds, "documents": numbers}, indent=1))
        return
    for family, scores in table.items():
        median, worst = statistics.median(scores.times), max(scores.times)
        print(f"\n{family}: {len(scores.times)} pages, {median:.2f} ms at the median, {worst:.1f} at worst")
        asked = [name for name in FIELDS if scores.possible[name]]
        print("  " + "  ".join(f"{name} {scores.right[name]}/{scores.possible[name]}" for name in asked))
    print()
    for kind, times in sorted(measured.kinds.items()):
        print(f"{kind}: {len(times)} pages, {statistics.median(times):.2f} ms at the median, {max(times):.1f} at worst")
    print(f"\ndocument numbers: precision {right}/{found}, recall {right}/{true}")


if __name__ == "__main__":
    raise SystemExit(main())
