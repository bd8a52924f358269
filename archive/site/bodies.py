"""The text of an announcement as paragraphs, lists, headings and tables, with its documents as links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from archive.site.records import Mention
from archive.vietnamese.documents.dating import date_after

Kind = Literal["paragraph", "heading", "item", "table"]
_LONGEST_HEADING = 120
_HEADING = re.compile(r"(?:[IVX]{1,5}|[A-Z])[.)]\s+\S|(?:PHẦN|CHƯƠNG|MỤC|Phần|Chương|Mục|Điều)\s+(?:[IVX]+|\d+)\b")
_ITEM = re.compile(r"[-–—•+*●▪]\s*(?=\S)")
_CELLS = " | "


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text; `document` is the id of the document that it names."""

    text: str
    document: int | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or item with its spans, or a table with its rows of cells of spans."""

    kind: Kind
    spans: tuple[Span, ...] = ()
    rows: tuple[tuple[tuple[Span, ...], ...], ...] = ()


def blocks(body: str, mentions: Iterable[Mention]) -> list[Block]:
    """The body in blocks. Rows of a table stand on lines of their own with ` | ` between the cells."""
    linker = _Linker(mentions)
    lines = [line.strip() for line in body.split("\n") if line.strip()]
    found: list[Block] = []
    for is_table, group in groupby(lines, key=lambda line: _CELLS in line):
        rows = list(group)
        if is_table and len(rows) > 1:
            found.append(Block("table", rows=tuple(tuple(map(linker.spans, line.split(_CELLS))) for line in rows)))
        else:
            found += [_block(line, linker) for line in rows]
    return found


def _block(line: str, linker: _Linker) -> Block:
    item = _ITEM.match(line)
    if item:
        return Block("item", linker.spans(line[item.end() :]))
    return Block("heading" if _is_heading(line) else "paragraph", linker.spans(line))


def _is_heading(line: str) -> bool:
    if len(line) > _LONGEST_HEADING or line.endswith((",", ";")):
        return False
    letters = sum(map(str.isalpha, line))
    return bool(_HEADING.match(line)) or (letters >= 6 and line == line.upper())


class _Linker:
    """Makes links of the numbers of documents as they are printed."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._documents: dict[str, dict[int, str | None]] = {}
        for mention in mentions:
            if mention.document is not None:
                for spelling in (mention.printed, mention.number):
                    self._documents.setdefault(spelling, {}).setdefault(mention.document, mention.dated)
        longest_first = sorted(filter(None, self._documents), key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")

    def spans(self, text: str) -> tuple[Span, ...]:
        """The text cut at the documents that it names."""
        return tuple(self._cut(text))

    def _cut(self, text: str) -> Iterator[Span]:
        end = 0
        for found in self._pattern.finditer(text):
            if found.start() > end:
                yield Span(text[end : found.start()])
            yield Span(found[0], self._meant(text, found))
            end = found.end()
        if end < len(text):
            yield Span(text[end:])

    def _meant(self, text: str, found: re.Match[str]) -> int | None:
        """The document of a number; of several that have it the one whose date follows, None where none does."""
        documents = self._documents[found[0]]
        if len(documents) == 1:
            return next(iter(documents))
        printed, _, _ = date_after(text, found.end(), None)
        dated = [document for document, date in documents.items() if printed and date == printed]
        return dated[0] if len(dated) == 1 else None
