"""Decomposed text (NFD, windows-1258) read as composed, without losing where each letter stood."""

from __future__ import annotations

import re
from bisect import bisect_right
from unicodedata import normalize

_VIETNAMESE_MARKS = "\u0301\u0300\u0323\u0309\u0303\u0302\u031b\u0306"
_MARK = re.compile("[\u0300-\u036f]")
_MARKS = re.compile("[\u0300-\u036f]{0,400}")
_PART = 400
"""Characters that are composed at a time: sorting a long stack of marks takes quadratic time."""


class Composed:
    """`text` is `given` with each letter and its combining marks composed; `given_offset` leads back."""

    def __init__(self, given: str) -> None:
        self.text = self._given = given
        self._starts: list[int] = []
        self._given_starts: list[int] = []
        if any(mark in given for mark in _VIETNAMESE_MARKS):
            self._compose()

    def _compose(self) -> None:
        parts = []
        length = at = 0
        while at < len(self._given):
            self._starts.append(length)
            self._given_starts.append(at)
            end = min(at + _PART, len(self._given))
            if marks := _MARKS.match(self._given, end):
                end = marks.end()
            parts.append(normalize("NFC", self._given[at:end]))
            length += len(parts[-1])
            at = end
        self.text = "".join(parts)

    def given_offset(self, offset: int) -> int:
        """The offset in the given text where the letter before `offset` of the composed one ends."""
        if not self._starts:
            return offset
        index = bisect_right(self._starts, offset) - 1
        start, wanted = self._given_starts[index], offset - self._starts[index]
        end = start + wanted
        while (missing := wanted - len(normalize("NFC", self._given[start:end]))) > 0 and end < len(self._given):
            end += missing
        while wanted and _MARK.match(self._given, end):
            if len(normalize("NFC", self._given[start : end + 1])) > wanted:
                break
            end += 1
        return end
