"""The outcomes that docs/outcomes.md explains are those that the code gives."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from scraper.ledger import MAX_TRIES
from scraper.reading.result import Outcome
from tests.command import PROJECT
from tests.scraper.faults import FAULTS

DOCS = (PROJECT / "docs" / "outcomes.md").read_text("utf-8")
EXPLAINED = set(re.findall(r"^\| `([^`]+)` \|", DOCS, re.M))


def word_of(outcome: str) -> str:
    """The word that an outcome begins with: all before a colon, else the first of several words."""
    return outcome.partition(":")[0] if ":" in outcome else outcome.split(" ")[0]


def told_in(file: Path) -> Iterator[str]:
    """The beginnings of the outcomes that a module makes failures of."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Failure" and node.args:
            told = node.args[0]
            first = told.values[0] if isinstance(told, ast.JoinedStr) else told
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def test_every_outcome_is_explained_and_none_is_made_up() -> None:
    files = (PROJECT / "scraper").rglob("*.py")
    given = {word_of(told) for file in files for told in told_in(file)} | set(get_args(Outcome)) | {"changed"}
    assert given == EXPLAINED


def test_every_fault_ends_in_an_outcome_that_is_explained() -> None:
    assert {word_of(fault.outcome) for fault in FAULTS.values()} <= EXPLAINED


def test_the_docs_tell_the_number_of_tries() -> None:
    assert MAX_TRIES == 4
    assert "gives up after four" in DOCS
