"""Date lines of ../shared: those of the corpus that were read while building, and those of the pages."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from archive.vietnamese.dates import read_date
from benchmarks.dates import CORPUS, DATED, is_right, literal, ours, rows

DEV = [row for row in rows() if row["set aside"] == "False"] if CORPUS.exists() else []

PAGES = CORPUS.parent.parent / "pages" / "index.tsv"


def printed_dates(index: Path = PAGES) -> list[tuple[str, str]]:
    """The date lines of the pages, each once, with what they say."""
    if not index.exists():
        return []
    with index.open(encoding="utf-8", newline="") as lines:
        pages = csv.DictReader(lines, delimiter="\t")
        found = {(page["published_as_printed"], page["published_iso"]) for page in pages}
    return sorted(pair for pair in found if all(pair))


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not beside this checkout (../shared/corpus)")
def test_the_corpus_is_there_to_be_read() -> None:
    assert len(DEV) > 80


@pytest.mark.parametrize("row", DEV, ids=lambda row: row["literal"][:40])
def test_a_line_is_read_as_its_answer_says(row: dict[str, str]) -> None:
    assert is_right(row, ours(literal(row)))
    found = read_date(literal(row))
    if row["kind"] in DATED:
        assert found is not None
        assert (found.precision, found.flags) == (row["precision"], ())


@pytest.mark.skipif(not PAGES.exists(), reason="the pages are not beside this checkout (../shared/pages)")
def test_the_pages_are_there_to_be_read() -> None:
    assert len(printed_dates()) > 30


@pytest.mark.parametrize(("line", "iso"), printed_dates())
def test_the_date_line_of_a_page_is_read(line: str, iso: str) -> None:
    found = read_date(line)
    assert found is not None
    assert found.iso == iso
