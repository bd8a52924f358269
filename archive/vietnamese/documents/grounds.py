"""The lists under a heading "Căn cứ pháp lý": what they name are the grounds of the paper or the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import itemgetter

_SIGNS = ("ăn cứ", "Ứ", "ơ sở", "Ơ")
"""One of these stands in each of the words that follow; capitals with marks are found at once."""
_WORDS = ("CĂN CỨ", "Căn cứ", "căn cứ", "CƠ SỞ PHÁP LÝ", "Cơ sở pháp lý", "CƠ SỞ XÂY DỰNG", "Cơ sở xây dựng")
_HEADING = re.compile(
    r"[^\S\n]*(?P<mark>[IVX]{1,5}[.)]|[0-9]{1,2}[.)]|[0-9]{1,2}\.[0-9]{1,2}[.)]?|[A-Za-z][.)])?[^\S\n]*(?:[-*+•–]\s*)?"
    r"(?:(?:CÁC|Các|NHỮNG|Những)\s+)?(?:CĂN CỨ|[Cc]ăn cứ|CƠ SỞ|[Cc]ơ sở)(?P<rest>[^\n0-9;]{0,90})(?:\n|\Z)"
)
_GOES_ON = re.compile(r"\s+(?:vào\s+)?(?:Luật|Nghị|Quyết|Thông|Chỉ|Kế|Công|Hiến|Pháp)\s")
_MARK = re.compile(r"(?:[IVX]{1,5}[.)]|[0-9]{1,2}[.)](?![0-9])|[0-9]{1,2}\.[0-9]{1,2}[.)]?|[A-Za-z][.)]|[-*+•–●])\s*")
_LONGEST = 6000
"""Characters in which a list of grounds ends."""


def grounds_in(text: str) -> list[tuple[int, int]]:
    """Where the lists of grounds stand in `text`: begin and end of each, in order."""
    found: list[tuple[int, int]] = []
    for at in sorted(_places(text)):
        line = text.rfind("\n", max(0, at - 40), at) + 1 or (0 if at < 40 else at)
        heading = _HEADING.match(text, line) if not found or line >= found[-1][1] else None
        if heading and not _GOES_ON.match(heading["rest"]):
            found.append((heading.end(), _end(text, heading.end(), heading["mark"])))
    return found


def is_ground(sections: list[tuple[int, int]], at: int) -> bool:
    """Whether what stands at `at` stands in one of the sections."""
    index = bisect_right(sections, at, key=itemgetter(0))
    return index > 0 and at < sections[index - 1][1]


def _places(text: str) -> set[int]:
    places: set[int] = set()
    for words in _WORDS if any(sign in text for sign in _SIGNS) else ():
        at = text.find(words)
        while at >= 0:
            places.add(at)
            at = text.find(words, at + len(words))
    return places


def _end(text: str, start: int, mark: str | None) -> int:
    """Where the list ends that begins at `start`: at the next heading of the same rank, or with its last item."""
    at = start
    while at < min(len(text), start + _LONGEST):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = text[at:end].lstrip()
        item = _MARK.match(line)
        if mark and item and _rank(item[0]) == _rank(mark):
            return at
        if not mark and line and not item and not line[0].islower():
            return at
        at = end + 1
    return at


def _rank(mark: str) -> str:
    """The kind of a mark: "I." for Roman figures, "1." for others, "1.1", "a" and "A" for letters, "-" for signs."""
    mark = mark.strip()
    first = mark[0]
    if first.isdecimal():
        return "1.1" if "." in mark.rstrip(".)") else "1."
    if first.isalpha():
        return "I." if set(mark.rstrip(".)")) <= set("IVX") else "A" if first.isupper() else "a"
    return "-"
