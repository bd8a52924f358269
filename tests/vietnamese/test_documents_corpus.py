"""The document numbers of ../shared/corpus that were read while building: number, type, issuer, unit and date."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from archive.vietnamese.documents import find_documents
from benchmarks.documents import CORPUS, expected, literal
from benchmarks.split import is_set_aside


def rows(corpus: Path = CORPUS) -> list[dict[str, str]]:
    if not corpus.exists():
        return []
    with corpus.open(encoding="utf-8", newline="") as lines:
        table = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [row for row in table if not is_set_aside(row["literal"]) and "bare" not in row["form"]]


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not beside this checkout (../shared/corpus)")
def test_the_corpus_is_there_to_be_read() -> None:
    assert len(rows()) > 100


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["literal"][:40])
def test_a_row_is_read_as_its_answer_says(row: dict[str, str]) -> None:
    mentions = find_documents(literal(row))
    answers = expected(row)
    assert [mention.number for mention in mentions] == [answer["number"] for answer in answers]
    for mention, answer in zip(mentions, answers, strict=True):
        assert (mention.type, mention.issuer, mention.unit or "") == (answer["type"], answer["issuer"], answer["unit"])
        assert answer["dated"] in ("-", mention.dated or "")
