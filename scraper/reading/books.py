"""Pages of books, as libraries print them: facts of whoever wrote the book, and other books behind what it is about."""

from __future__ import annotations

import re

from scraper.reading.attachments import leads_to_any_file
from scraper.reading.lines import Line

_FACT = re.compile(
    r"(?:^|[|;•·])\W*(?:nha xuat ban|nha xb|nxb|(?:nam|noi|lan) (?:xuat ban|xb)|thong tin xuat ban|isbn|mo ta vat ly"
    r"|ky hieu phan loai|so dang ky ca biet)\s*(?::|$)"
)
"""Labels that the facts of a book have, and those of a page have not."""
_LABELS = ("xb", "xuat ban", "isbn", "mo ta vat ly", "phan loai", "ca biet")
"""What each of these ends with, before a colon or the end of the line: they are sought in few lines."""
_TOLD_BY = re.compile(r"\W*(?:nguoi (?:gioi thieu|diem sach|viet bai|tong hop|bien tap)|gioi thieu sach)\b")
"""Labels of whoever wrote the page that tells of a book."""
_NEAR, _HEAD = 4, 12
"""Lines around a fact within which the others stand, and at the beginning of a page of a book."""
_ENTRY, _BESIDE, _SOME = 80, 40, 2
"""Characters of an entry and of what stands beside it at most, and entries that make a list."""


def is_of_book(lines: list[Line], start: int, end: int) -> bool:
    """Whether the lines from `start` to `end` stand among the facts of a book, and do not say who tells of it."""
    return _TOLD_BY.match(lines[start].folded) is None and _has_fact(lines[max(0, start - _NEAR) : end + _NEAR])


def before_other_books(lines: list[Line], begin: int, end: int) -> int:
    """Where a page whose text begins with the facts of a book ends: before the links to others; else `end`."""
    if not _has_fact(lines[begin : min(end, begin + _HEAD)]):
        return end
    first, entries = end, 0
    for line in reversed(lines[begin:end]):
        if line.linked * 2 >= len(line.text):
            if not _is_entry(line):
                break
            first, entries = line.index, entries + 1
        elif line.linked or line.prose or len(line.text) >= _BESIDE or _is_fact(line.folded):
            break
    return first if entries >= _SOME else end


def _has_fact(lines: list[Line]) -> bool:
    return any(_is_fact(line.folded) for line in lines)


def _is_fact(folded: str) -> bool:
    """Whether a line has such a label."""
    if ":" not in folded and not folded.endswith(_LABELS):
        return False
    return any(map(folded.__contains__, _LABELS)) and _FACT.search(folded) is not None


def _is_entry(line: Line) -> bool:
    """Whether a line that is mostly a link names another book, and no value of a fact."""
    if line.cell is not None or line.block.tag in {"dt", "dd"} or len(line.text) >= _ENTRY:
        return False
    return ":" not in line.text and not leads_to_any_file(line)
