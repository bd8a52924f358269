"""The date lines of ../shared/corpus that were read while building: every one is read as its answer says."""

from __future__ import annotations

import pytest

from archive.vietnamese.dates import read_date
from benchmarks.dates import CORPUS, DATED, is_right, literal, ours, rows

DEV = [row for row in rows() if row["set aside"] == "False"] if CORPUS.exists() else []


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
