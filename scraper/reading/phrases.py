"""Phrases as patterns for folded lines: anywhere in one, where it begins, or as the whole of it.

Phrases are written as they are printed and compared folded (no accents, d for đ, lower case), so that "Ngày đăng",
"NGÀY ĐĂNG" and "Ngay dang" are one label.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from archive.vietnamese.spelling import fold

_LETTERS = {" ": r"\s", "…": ".{0,40}", "#": r"\d[\d.,]*"}
WORD_END = r"(?![^\W\d_])"
"""The end of a word; a figure may stand right behind it ("Cập nhật05-02-2021")."""


def alternatives(phrases: str) -> str:
    """A pattern for any of the phrases, which are separated by commas, as long as it can be.

    In a phrase `…` stands for any few words and `#` for a number.
    """
    return "|".join(_branches(_trie(phrases)))


def worded(phrases: str) -> re.Pattern[str]:
    """Finds any of the phrases as whole words."""
    return re.compile(rf"(?:{starts(phrases)}){WORD_END}")


def starts(phrases: str) -> str:
    """A pattern for any of the phrases where a word begins; letters with which it opens are found at once."""
    return "|".join(
        rf"{letter}(?<!\w{letter}){branch.removeprefix(letter)}"
        for branch in _branches(_trie(phrases))
        for letter in branch[0]
    )


def _trie(phrases: str) -> dict[str, Any]:
    """The folded phrases letter by letter: many that begin alike are tried at once, three times as fast."""
    trie: dict[str, Any] = {}
    for phrase in fold(phrases).split(","):
        node = trie
        for letter in " ".join(phrase.split()):
            node = node.setdefault(letter, {})
        node[""] = {}
    return trie


def _branches(node: dict[str, Any]) -> list[str]:
    """The patterns of the branches of a trie, the end of a phrase last."""
    branches = []
    for letter, below in node.items():
        if letter:
            further = _branches(below)
            rest = further[0] if len(further) == 1 else f"(?:{'|'.join(further)})"
            branches.append(_letter(letter) + rest)
    return branches + [""] * ("" in node)


@cache
def _letter(letter: str) -> str:
    """The pattern of one letter of a phrase."""
    return _LETTERS.get(letter) or re.escape(letter)


def opening(phrases: str) -> re.Pattern[str]:
    """Matches a line that begins with any of the phrases."""
    return re.compile(rf"\W*(?:{alternatives(phrases)}){WORD_END}")


_BEHIND_LABEL = re.compile(
    r"\s*(?:[^\w\s]|\d|$|(?:ngay|luc|vao|hoi|thu|chu nhat|sang|chieu|boi|by|on|at|so|lien he)\b)"
)


def labels(label: re.Pattern[str], folded: str) -> bool:
    """Whether a line begins with a label and goes on as behind one: with a sign, a number, a day, or not at all.

    What goes on with further words says something: "Điện thoại thông minh đến bản làng", "Đã xem xét 12 đơn thư".
    """
    found = label.match(folded)
    return found is not None and _BEHIND_LABEL.match(folded, found.end()) is not None


def has_label(label: re.Pattern[str], folded: str) -> bool:
    """Whether a label stands anywhere in a line, with what may stand behind one."""
    return any(_BEHIND_LABEL.match(folded, found.end()) for found in label.finditer(folded))


def heading(phrases: str) -> re.Pattern[str]:
    """Matches a whole line that is one of the phrases, with signs, counters and arrows around it."""
    return re.compile(rf"\W*(?:{alternatives(phrases)})[\W\d]*")
