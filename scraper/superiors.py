"""A body and the one above it, as heads and feet of sites name them together: the one below owns the site.

Heads of administrative pages print the body above on the first line and whose page it is on the next (as papers do,
Decree 30/2020/NĐ-CP, annex I); schools and hospitals as often print it below their own name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from archive.vietnamese.capitals import in_small_letters
from archive.vietnamese.places import find_province
from archive.vietnamese.spelling import fold

_AT_EDGE = 25
"""Lines of a page that may be those of its head, or of its foot."""
_MOST_WORDS = 14
_UNIT = re.compile(r"(?:chi cuc|trung tam|benh vien|truong|tram y te)\b(?! ban\b)")
_OFFICE = re.compile(r"(?:phong|van phong)\b")
_DEPARTMENT = re.compile(r"(?:so|thanh tra|ban (?:quan ly|dan toc|to chuc|tuyen giao|noi chinh|dan van))\b")
_COMMITTEE = re.compile(
    r"(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|dang (?:bo|uy)|(?:tinh|thanh|huyen|quan|thi) uy)\b"
)
_DISTRICT = re.compile(r"\b(?:huyen|quan|thi xa|tx|thi uy)\b")
_COMMUNE = re.compile(r"(?<!thi )\bxa\b(?! hoi)|\b(?:phuong|thi tran|dac khu)\b")


class Pair(NamedTuple):
    """Two bodies that stand together, by their printed names: the one above, and the one below that owns the site."""

    above: str
    below: str


def rank_of(name: str) -> int | None:
    """How far below the province a body stands by its name, from 0; None for what is no such body."""
    folded = fold(name)
    if _UNIT.match(folded):
        return 4
    if _OFFICE.match(folded):
        return 3
    if _DEPARTMENT.match(folded):
        return 1
    if not _COMMITTEE.match(folded):
        return None
    return 3 if _COMMUNE.search(folded) else 2 if _DISTRICT.search(folded) else 0


def pairs_of(lines: Sequence[str], titles: Sequence[str]) -> Iterator[Pair]:
    """The bodies that neighbouring lines of a page's head or foot name; `titles` are the parts of its title.

    Lines that name several bodies of one rank are links to them, and the one below stands in capitals or in the title.
    """
    known = [fold(title) for title in titles]
    edges = (lines[:_AT_EDGE], lines[-_AT_EDGE:]) if len(lines) > 2 * _AT_EDGE else (lines,)
    for edge in edges:
        named = [(line, rank_of(line) if is_name(line, known) else None) for line in edge]
        for is_named, run in groupby(named, lambda one: one[1] is not None):
            by_rank: dict[int, list[str]] = {}
            for line, rank in run if is_named else ():
                by_rank.setdefault(rank or 0, []).append(line)
            if len(by_rank) < 2 or not all(map(_are_one, by_rank.values())):
                continue
            below = by_rank.pop(max(by_rank))[0]
            if below.isupper() or fold(below) in known:
                yield from (Pair(above, below) for names in by_rank.values() for above in names)


def _are_one(names: Sequence[str]) -> bool:
    """Whether names are of one body, with its place or without."""
    return all(fold(name).startswith(fold(min(names, key=len))) for name in names)


def is_name(line: str, titles: Sequence[str] = ()) -> bool:
    """Whether a line is a body's name and no sentence about it: in capitals, as a title, or as it would be written."""
    words = line.split()
    if not 1 < len(words) <= _MOST_WORDS or rank_of(line) is None:
        return False
    placed = next((number for number in range(4, 0, -1) if find_province(" ".join(words[-number:]))), 0)
    bare = " ".join(words[: len(words) - placed])
    return line.isupper() or fold(line) in titles or in_small_letters(bare.upper()) == bare
