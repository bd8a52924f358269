"""Our reader beside trafilatura, newspaper4k and news-please on the articles of ../shared/pages, in one run.

    python -m benchmarks.extractors [--environment DIR] [--json]

The three live in an environment of their own (newspaper4k needs python-dateutil < 3), made with pip on the first run
(default: .venv-extractors beside the project's own). All are judged by the same comparison; of the CPU time of three
rounds the least counts, for all.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import venv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from archive.vietnamese.dates import read_date
from benchmarks.general_extractors import ROUNDS
from benchmarks.pages import PAGES, UNTRUSTED_DATES, name_key, rows, same, timed

ROOT = Path(__file__).parents[1]
PACKAGES = (
    "trafilatura==2.3.1", "newspaper4k==0.9.6", "news-please==1.6.16", "python-dateutil<3", "lxml_html_clean"
)  # fmt: skip
FIELDS = ("title", "day", "time", "no date", "byline", "body")
OURS = "kehoach"
Answer = dict[str, str]


def environment(folder: Path) -> Path:
    """The interpreter of the extractors' environment, made with pip where it is not there yet."""
    python = folder / "bin" / "python"
    if not (folder / ".ready").exists():
        venv.create(folder, with_pip=True, clear=True)
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "--upgrade", "pip"], check=True)  # the one of Python 3.11 stumbles over lxml's extras
        subprocess.run([*pip, *PACKAGES], check=True)
        (folder / ".ready").touch()
    return python


def general(python: Path) -> Iterator[tuple[str, str, Answer, float]]:
    """What each general extractor gives for each article: extractor, file, answer, milliseconds."""
    script = ROOT / "benchmarks" / "general_extractors.py"
    run = subprocess.run([str(python), str(script), str(PAGES)], stdout=subprocess.PIPE, text=True, check=True)
    for line in run.stdout.splitlines():
        found = json.loads(line)
        yield found["extractor"], found["file"], found, found["ms"]


def ours() -> Iterator[tuple[str, str, Answer, float]]:
    """The same of our reader."""
    for row in rows():
        if row["kind"] == "article":
            url = row["original_url"] or "https://portal.invalid/"
            reading, spent = timed((PAGES / row["file"]).read_bytes(), url, labelled=False, rounds=ROUNDS)
            read = reading.announcement
            date = read_date(read.date_line) if read and read.date_line else None
            text = f"{read.lead or ''}\n{read.body_text}" if read else ""
            answer = {
                "title": (read.title if read else None) or "",
                "date": (date.iso if date else None) or "",
                "authors": (read.byline if read else None) or "",
                "text": text,
            }
            yield OURS, row["file"], answer, spent


def outcomes(row: dict[str, str], answer: Answer) -> Iterator[tuple[str, bool]]:
    """Each field that the truth of a page lets us judge, the same way for all."""
    if row["title"]:
        yield "title", same(answer["title"]) == same(row["title"])
    if row["site_host"] != UNTRUSTED_DATES:
        iso = row["published_iso"]
        if iso:
            yield "day", answer["date"][:10] == iso[:10]
            if "T" in iso:
                yield "time", answer["date"][:16] == iso[:16]
        else:
            yield "no date", not answer["date"]
    if row["author_as_printed"]:
        yield "byline", name_key(answer["authors"]) == name_key(row["author_as_printed"])
    if start := same(row["lead_first80"] or row["body_first80"])[:60]:
        yield "body", start in same(answer["text"])


def main() -> int:
    """Run all and print them side by side."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--environment", type=Path, default=ROOT / ".venv-extractors")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    if not PAGES.is_dir():
        print("../shared/pages is absent: nothing to compare with", file=sys.stderr)
        return 1
    truth = {row["file"]: row for row in rows()}
    right: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    times: dict[str, list[float]] = defaultdict(list)
    for source in (ours(), general(environment(arguments.environment))):
        for name, file, answer, spent in source:
            times[name].append(spent)
            for field, good in outcomes(truth[file], answer):
                right[name][field].append(good)
    report(right, times, as_json=arguments.json)
    return 0


def report(right: dict[str, dict[str, list[bool]]], times: dict[str, list[float]], *, as_json: bool) -> None:
    """Right answers of possible ones, and milliseconds of CPU, by extractor."""
    if as_json:
        scores = {
            name: {field: [sum(good), len(good)] for field, good in fields.items()}
            | {"median_ms": round(statistics.median(times[name]), 2), "worst_ms": round(max(times[name]), 2)}
            for name, fields in right.items()
        }
        print(json.dumps(scores, indent=1))
        return
    print(f"{'':12}" + "".join(f"{field:>10}" for field in FIELDS) + f"{'median ms':>12}{'worst ms':>10}")
    for name, fields in right.items():
        counts = "".join(f"{f'{sum(fields[field])}/{len(fields[field])}':>10}" for field in FIELDS)
        print(f"{name:12}{counts}{statistics.median(times[name]):12.2f}{max(times[name]):10.1f}")


if __name__ == "__main__":
    raise SystemExit(main())
