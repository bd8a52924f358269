"""Excerpts of the original text, with its accents, and the words that were found marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import normalize

from archive.search.query import Query, Term
from archive.vietnamese.spelling import WORD, fold, normalise

EXCERPT_CHARACTERS = 280
FRAGMENTS = 2
LONGEST_TEXT = 400_000
_LETTER = r"[^\W_]"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; `found` where it is what was searched for."""

    text: str
    found: bool = False


class Highlighter:
    """Finds the words of a query in original texts."""

    def __init__(self, query: Query) -> None:
        self._terms = [(_pattern(term), term) for term in query.wanted]

    def mark(self, text: str) -> tuple[Piece, ...]:
        """The whole text in pieces, as it is printed: other tone marks are no other places."""
        sought, printed = normalise(text), normalize("NFC", text)
        shown = printed if len(printed) == len(sought) else sought
        return tuple(_pieces(shown, self._places(sought), 0, len(shown)))

    def terms_in(self, text: str) -> int:
        """How many of the query's terms stand in a text."""
        return len({number for _, _, number in self._places(normalise(text[:LONGEST_TEXT]))})

    def spellings_in(self, texts: Sequence[str]) -> dict[Term, tuple[str, ...]]:
        """The terms that stand in one of the texts, with the words of one place, in small letters."""
        found: dict[Term, tuple[str, ...]] = {}
        for text in map(normalise, texts):
            folded = fold(text)
            for pattern, term in self._terms if len(folded) == len(text) else ():
                place = next(_finds(pattern, term, text, folded), None) if term not in found else None
                if place:
                    found[term] = tuple(WORD.findall(text[place.start() : place.end()].lower()))
        return found

    @property
    def terms(self) -> int:
        """How many terms the query wants."""
        return len(self._terms)

    def excerpt(self, text: str) -> tuple[Piece, ...]:
        """What shows best what was found, about 280 characters; the beginning of the text where nothing was."""
        text = normalise(text[:LONGEST_TEXT])
        places = self._places(text)
        if not places:
            end = _cut_after(text, min(len(text), EXCERPT_CHARACTERS))
            return (Piece(_flat(text[:end]) + ("…" if end < len(text) else "")),)
        windows = _best_windows(text, places)
        pieces: list[Piece] = []
        for start, end in windows:
            if start > 0 and not pieces:
                pieces.append(Piece("… "))
            pieces += _pieces(text, places, start, end)
            if end < len(text):
                pieces.append(Piece(" … "))
        return tuple(Piece(_flat(piece.text), piece.found) for piece in pieces)

    def _places(self, text: str) -> list[tuple[int, int, int]]:
        """Start, end and number of the term of each place, in order, without overlaps."""
        folded = fold(text)
        if len(folded) != len(text):
            return []
        places = [
            (match.start(), match.end(), number)
            for number, (pattern, term) in enumerate(self._terms)
            for match in _finds(pattern, term, text, folded)
        ]
        places.sort(key=lambda place: (place[0], -place[1]))
        kept: list[tuple[int, int, int]] = []
        for place in places:
            if not kept or place[0] >= kept[-1][1]:
                kept.append(place)
        return kept


def _pattern(term: Term) -> re.Pattern[str]:
    """The words of a term in a folded text, with whatever signs stand between them.

    It begins with a letter, which is sought much faster than a look behind; `_begins_word` looks behind.
    """
    first, *others = (re.escape(fold(word)) for word in term.words)
    words = r"[\W_]+".join([f"0*{term.number}" if term.number else first, *others])
    end = f"{_LETTER}*" if term.prefix else f"(?!{_LETTER})"
    return re.compile(words + end)


def _finds(pattern: re.Pattern[str], term: Term, text: str, folded: str) -> Iterator[re.Match[str]]:
    """Where a term stands in a text, from its beginning on."""
    return (
        match
        for match in pattern.finditer(folded)
        if _begins_word(folded, match.start()) and _is_meant(term, text[match.start() : match.end()])
    )


def _begins_word(text: str, start: int) -> bool:
    return start == 0 or not text[start - 1].isalnum()


def _is_meant(term: Term, found: str) -> bool:
    """Whether the accents of the found words are those that were typed, word by word."""
    words = re.findall(f"{_LETTER}+", found.lower())
    for number, (typed, printed) in enumerate(zip(term.words, words, strict=False), 1):
        if fold(typed) == typed:
            continue
        if term.prefix and number == len(term.words):
            stem = printed[: len(typed)]
            if stem != typed and normalise(stem) != typed:
                return False
        elif printed != typed:
            return False
    return True


def _best_windows(text: str, places: Sequence[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """Up to two stretches: first the one with most different terms, then one with terms that it lacks."""
    width = EXCERPT_CHARACTERS
    first = max(_candidates(places, width), key=lambda candidate: (len(candidate[2]), candidate[3], -candidate[0]))
    windows = [first]
    rest = [
        candidate
        for candidate in _candidates(places, width // 2)
        if candidate[2] - first[2] and (candidate[1] <= first[0] or candidate[0] >= first[1])
    ]
    if rest and FRAGMENTS > 1:
        windows.append(max(rest, key=lambda candidate: (len(candidate[2] - first[2]), -candidate[0])))
        width = width * 2 // 3
    return sorted(_around(text, start, end, width) for start, end, _, _ in windows)


def _candidates(places: Sequence[tuple[int, int, int]], width: int) -> Iterator[tuple[int, int, frozenset[int], int]]:
    """For each place the stretch that begins there: start, end, the terms inside, how many places inside."""
    last = 0
    for first, (start, _, _) in enumerate(places):
        last = max(last, first)
        while last + 1 < len(places) and places[last + 1][1] - start <= width:
            last += 1
        inside = places[first : last + 1]
        yield start, inside[-1][1], frozenset(number for _, _, number in inside), len(inside)


def _around(text: str, start: int, end: int, width: int) -> tuple[int, int]:
    """The stretch with context, cut between words."""
    spare = max(0, width - (end - start))
    left = max(0, start - spare // 3)
    right = min(len(text), max(end, left + width))
    if left:
        blank = text.find(" ", left, start)
        left = blank + 1 if blank >= 0 else left
    return left, max(end, _cut_after(text, right))


def _cut_after(text: str, position: int) -> int:
    if position >= len(text):
        return len(text)
    blank = max(text.rfind(" ", 0, position), text.rfind("\n", 0, position))
    return blank if blank > position - 40 else position


def _pieces(text: str, places: Sequence[tuple[int, int, int]], start: int, end: int) -> Iterator[Piece]:
    """The stretch from `start` to `end`; neighbouring finds with only a blank between are one."""
    inside = [(left, right) for left, right, _ in places if left >= start and right <= end]
    merged: list[tuple[int, int]] = []
    for left, right in inside:
        if merged and not text[merged[-1][1] : left].strip():
            merged[-1] = (merged[-1][0], right)
        else:
            merged.append((left, right))
    edges = [(start, start), *merged, (end, end)]
    for (_, before), (left, right) in pairwise(edges):
        if before < left:
            yield Piece(text[before:left])
        if left < right:
            yield Piece(text[left:right], found=True)


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)
