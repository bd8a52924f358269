"""Numbers stand with the right form of their noun, in every sentence that a command prints."""

from __future__ import annotations

import re

import pytest

from archive.counted import counted
from tests.command import PROJECT


@pytest.mark.parametrize(
    ("number", "noun", "words"),
    [
        (0, "page", "0 pages"),
        (1, "page", "1 page"),
        (2, "page", "2 pages"),
        (1, "start address", "1 start address"),
        (0, "start address", "0 start addresses"),
        (3, "entry", "3 entries"),
        (5, "day", "5 days"),
    ],
)
def test_one_is_one_thing_and_none_are_several(number: int, noun: str, words: str) -> None:
    assert counted(number, noun) == words


def test_nothing_that_is_printed_leaves_the_choice_to_the_reader() -> None:
    sources = [file for part in ("archive", "scraper") for file in (PROJECT / part).rglob("*") if file.is_file()]
    lines = (file.read_text("utf-8").splitlines() for file in sources if file.suffix in (".py", ".toml", ".html"))
    assert [line for file in lines for line in file if re.search(r"[}%][ds]? [a-z ]*[a-z]\(s\)", line)] == []
