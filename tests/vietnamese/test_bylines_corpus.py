"""The bylines of ../shared/corpus that were read while building: every person, agency and outlet."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from archive.vietnamese.bylines import read_byline
from archive.vietnamese.spelling import fold
from benchmarks.split import is_set_aside

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "bylines.tsv"


def rows() -> list[dict[str, str]]:
    if not CORPUS.exists():
        return []
    with CORPUS.open(encoding="utf-8", newline="") as lines:
        return [
            row
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            if not is_set_aside(row["literal"])
        ]


def bare(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text)))


@pytest.mark.skipif(not CORPUS.exists(), reason="../shared/corpus is not here")
def test_the_corpus_has_the_rows_that_were_read_while_building() -> None:
    assert len(rows()) >= 65


@pytest.mark.parametrize("row", [pytest.param(row, id=row["literal"]) for row in rows()])
def test_people_and_agencies_of_the_corpus_are_read(row: dict[str, str]) -> None:
    printed = row["literal"].replace("\\n", "\n")
    byline = read_byline(printed)
    assert set(byline.keys) == {bare(name) for name in row["authors"].split("; ") if name}
    named = [bare(text) for text in (byline.organisation, byline.source) if text]
    assert bool(named) == bool(row["organisation_or_source"])
    assert all(text in bare(printed) or text in bare(row["organisation_or_source"]) for text in named)
