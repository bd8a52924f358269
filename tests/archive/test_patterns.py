"""Patterns that are compiled when they are first asked."""

from __future__ import annotations

import re

import pytest

from archive.patterns import rare


def test_a_rare_pattern_does_what_a_compiled_one_does() -> None:
    """Also where another pattern is made of it."""
    word = rare(r"(?P<first>k)ế", re.IGNORECASE)
    found = word.search("Xem Kế hoạch")
    assert found is not None
    assert (found["first"], found.span()) == ("K", (4, 6))
    assert word.fullmatch("kế hoạch") is None
    assert word.sub("-", "kế và Kế") == "- và -"
    assert re.compile(rf"{word.pattern} hoạch").match("kế hoạch")


def test_it_is_compiled_when_it_is_first_asked() -> None:
    """So nothing is said of a mistake before."""
    broken = rare("(kế")
    with pytest.raises(re.error):
        broken.search("kế")


def test_what_was_asked_once_is_at_hand() -> None:
    """A call is that of the compiled pattern then."""
    word = rare("kế")
    assert word.search is word.search
