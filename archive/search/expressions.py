"""A query as expressions of FTS5: only letters, digits and the sign of our tokens ever reach one.

A word with accents is one token, a word without is every spelling that folds alike, which the vocabulary knows; a word
stands in a body or, with a token of its own, in a title. A phrase is the product of its words' spellings. Where that is
large, tokens that begin with the folded words are sought, which FTS5 collects as a whole for each word. Where that
would take too long it is only asked that the words occur, a part of the phrase side by side, and `Way.checks` names the
phrases, for whoever can read the texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations, product
from math import prod

from archive.search.query import Query, Term, has_marks
from archive.search.vocabulary import MOST_PLACES, Vocabulary
from archive.tokens import SEPARATOR, token_of
from archive.vietnamese.spelling import fold

MOST_COMBINATIONS = 8
"""An expression that finds nothing reads the lists of its words to their ends, for each combination again."""
MOST_COLLECTED = 2_000_000
MOST_COLLECTED_IN_PART = 1_000_000
MOST_COLLECTED_TO_RANK = 500_000
"""Announcements times words of many spellings in a phrase, or a part of one, that is sought by their beginnings."""

_MOST_DIGITS = len("0156")
_OPEN = '" *'
BODIES, TITLES = "", SEPARATOR


@dataclass(frozen=True, slots=True)
class Way:
    """A way in which a query is met: the expression, and the phrases that it does not ask for word by word.

    An empty expression asks for nothing. `collects` where finding the first hit costs as much as finding all.
    """

    match: str
    checks: tuple[Term, ...] = ()
    title: bool = False
    collects: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    """A token or, where `open`, the beginning of tokens."""

    token: str
    open: bool = False

    def __str__(self) -> str:
        return f'"{self.token}{_OPEN}' if self.open else f'"{self.token}"'


class Expressions:
    """The ways in which an archive meets a query; `checked` says that somebody reads the texts for `Way.checks`."""

    def __init__(self, query: Query, vocabulary: Vocabulary, *, checked: bool = False) -> None:
        self._query = query
        self._vocabulary = vocabulary
        self._checked = checked

    @cached_property
    def excluded(self) -> str | None:
        """The expression for what a hit may not have, None where nothing is excluded."""
        terms = [self._anywhere(term, exactly=False) for term in self._query.terms if term.excluded]
        return " OR ".join(terms) or None

    @cached_property
    def all(self) -> Way | None:
        """How every hit is found; None where no term is wanted."""
        wanted = self._query.wanted
        return self._way(wanted, exactly=False, most=MOST_COLLECTED) if wanted else None

    @cached_property
    def better(self) -> tuple[Way, ...]:
        """The ways before `all`, the best first: exact before forgiven, titles before bodies, adjacent before apart."""
        wanted, whole = self._query.wanted, self._query.whole
        if not wanted:
            return ()
        together = ((whole,), wanted) if whole else (wanted,)
        ways: list[Way] = []
        for exactly in (True, False):
            ways += [self._in_titles(terms, exactly=exactly) for terms in together]
            apart = together if exactly else together[:-1]
            ways += [self._way(terms, exactly=exactly, most=MOST_COLLECTED_TO_RANK) for terms in apart]
        return tuple(dict.fromkeys(way for way in ways if way != self.all))

    def _in_titles(self, terms: Sequence[Term], *, exactly: bool) -> Way:
        match = " AND ".join(self._phrase(term, TITLES, exactly=exactly) for term in terms)
        loose = tuple(term for term in terms if self._is_loose(term, TITLES, exactly=exactly))
        return Way(self._without_excluded(match), loose, title=True)

    def _way(self, terms: Sequence[Term], *, exactly: bool, most: int) -> Way:
        """Terms in bodies and titles alike, for which no more than `most` is collected."""
        conditions: list[str] = []
        checks: list[Term] = []
        collects = False
        for term in terms:
            words = self._words(term, BODIES, exactly=exactly)
            if self._checked and self._begins_too_often(words):
                checks.append(term)
                continue
            unclear = sum(len(alternatives) > 1 for alternatives in words)
            if self._checked and _are_many(words) and unclear * self._vocabulary.announcements > most:
                titles = self._words(term, TITLES, exactly=exactly)
                run = _run(words, min(most, MOST_COLLECTED_IN_PART) // self._vocabulary.announcements)
                if run:
                    conditions.append(self._anywhere(_part(term, run), exactly=exactly))
                    collects = True
                conditions += [
                    _any([*body, *title])
                    for number, (body, title) in enumerate(zip(words, titles, strict=True))
                    if number not in run and not (run and self._is_everywhere(term.words[number]))
                ]
                checks.append(term)
                continue
            conditions.append(self._anywhere(term, exactly=exactly))
            collects |= _are_many(words) or any(word.open for alternatives in words for word in alternatives)
            if self._is_loose(term, BODIES, exactly=exactly):
                checks.append(term)
        match = self._without_excluded(" AND ".join(conditions)) if conditions else ""
        return Way(match, tuple(checks), collects=collects)

    def _begins_too_often(self, words: Sequence[Sequence[_Word]]) -> bool:
        """Whether a term is a mere beginning, `t*`, whose places take longer to collect than texts to be read."""
        (first, *_), *others = words
        return first.open and not others and self._vocabulary.begins_often(first.token)

    def _is_everywhere(self, word: str) -> bool:
        """Whether a word is so frequent that asking for it costs more than it spares."""
        return self._vocabulary.frequency(fold(word)) >= MOST_PLACES

    def _anywhere(self, term: Term, *, exactly: bool) -> str:
        return f"({self._phrase(term, BODIES, exactly=exactly)} OR {self._phrase(term, TITLES, exactly=exactly)})"

    def _phrase(self, term: Term, place: str, *, exactly: bool) -> str:
        """The expression for a term in bodies or in titles."""
        words = self._words(term, place, exactly=exactly)
        if not _are_many(words):
            return _phrases(words)
        last = len(words) - 1
        return _phrases(
            [
                alternatives
                if len(alternatives) == 1 or (number == 0 and term.number)
                else [_beginning(term, number, place, last)]
                for number, alternatives in enumerate(words)
            ]
        )

    def _is_loose(self, term: Term, place: str, *, exactly: bool) -> bool:
        """Whether the accents of a beginning, `tuyê*`, were forgiven, since it ends a phrase of many spellings."""
        words = self._words(term, place, exactly=exactly)
        return _are_many(words) and term.prefix and len(words[-1]) > 1

    def _words(self, term: Term, place: str, *, exactly: bool) -> list[list[_Word]]:
        """What may stand for each word of a term."""
        last = len(term.words) - 1
        return [
            self._begun(word, place, exactly=exactly)
            if term.prefix and number == last
            else self._spelt(word, place, exactly=exactly)
            if exactly or number or not term.number
            else self._numbered(word, term.number, place)
            for number, word in enumerate(term.words)
        ]

    def _spelt(self, word: str, place: str, *, exactly: bool) -> list[_Word]:
        only = place + token_of(word)
        if exactly or has_marks(word):
            return [_Word(only)]
        tokens = self._vocabulary.spellings(word, place)
        return [_Word(place + word + SEPARATOR, open=True)] if tokens is None else [*map(_Word, tokens or (only,))]

    def _numbered(self, typed: str, number: str, place: str) -> list[_Word]:
        """A number with the leading zeros that papers print: 5, 05, 005, 0005."""
        ways = dict.fromkeys([typed, *(number.zfill(digits) for digits in range(1, _MOST_DIGITS + 1))])
        words: list[_Word] = []
        for way in ways:
            tokens = self._vocabulary.spellings(way, place)
            words += [_Word(place + way + SEPARATOR, open=True)] if tokens is None else map(_Word, tokens)
        return words or [_Word(place + token_of(typed))]

    def _begun(self, stem: str, place: str, *, exactly: bool) -> list[_Word]:
        tokens = self._vocabulary.begun(stem, place) if exactly or has_marks(stem) else None
        if tokens is None:
            return [_Word(place + fold(stem), open=True)]
        return [*map(_Word, tokens or (place + token_of(stem),))]

    def _without_excluded(self, expression: str) -> str:
        return f"({expression}) NOT ({self.excluded})" if self.excluded else expression


def spelt(spellings: Iterable[Sequence[str]], *, title: bool) -> str:
    """The expression for a phrase in these spellings of its words, in titles alone or everywhere."""
    phrases = [
        " + ".join(f'"{place}{token_of(word)}"' for word in words)
        for words in spellings
        for place in ((TITLES,) if title else (BODIES, TITLES))
    ]
    return " OR ".join(phrases)


def _are_many(words: Sequence[Sequence[_Word]]) -> bool:
    return len(words) > 1 and prod(map(len, words)) > MOST_COMBINATIONS


def _run(words: Sequence[Sequence[_Word]], most: int) -> range:
    """The longest run of two words or more with at most so many of several spellings, and of those with fewest."""
    spellings = [len(alternatives) for alternatives in words]
    runs = combinations(range(len(words) + 1), 2)
    possible = [(start, end) for start, end in runs if sum(count > 1 for count in spellings[start:end]) <= most]
    start, end = max(possible, key=lambda run: (run[1] - run[0], -sum(spellings[slice(*run)])), default=(0, 0))
    return range(start, end) if end - start > 1 else range(0)


def _part(term: Term, run: range) -> Term:
    words = term.words[run.start : run.stop]
    return replace(term, words=words, prefix=term.prefix and run.stop == len(term.words))


def _beginning(term: Term, number: int, place: str, last: int) -> _Word:
    is_stem = term.prefix and number == last
    return _Word(place + fold(term.words[number]) + ("" if is_stem else SEPARATOR), open=True)


def _any(words: Sequence[_Word]) -> str:
    return _phrases([words])


def _phrases(words: Sequence[Sequence[_Word]]) -> str:
    """Every combination of the words' alternatives as a phrase of its own."""
    phrases = [" + ".join(map(str, phrase)) for phrase in product(*words)]
    return f"({' OR '.join(phrases)})" if len(phrases) > 1 else phrases[0]
