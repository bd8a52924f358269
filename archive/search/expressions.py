"""A query as expressions of FTS5: only letters, digits and the sign of our tokens ever reach one.

A word with accents is one token, a word without is every spelling that folds alike, which the vocabulary knows. A
phrase is the product of its words' spellings. Where that is large, tokens that begin with the folded words are sought,
which FTS5 collects as a whole for each word, so for three words at most; `Way.checks` names longer phrases, for whoever
can read the texts. The ways by which hits are only ranked collect nothing: they find what has the words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import prod

from archive.search.query import Query, Term, has_marks
from archive.search.vocabulary import Vocabulary
from archive.tokens import SEPARATOR, token_of
from archive.vietnamese.spelling import fold

MOST_COMBINATIONS = 8
"""An expression that finds nothing reads the lists of its words to their ends, for each combination again."""
MOST_BEGINNINGS = 3
"""How many words of a phrase are sought by the beginnings of their tokens; of the rest it is asked that they occur."""

_OPEN = '" *'


@dataclass(frozen=True, slots=True)
class Way:
    """A way in which a query is met: the expression, and the phrases that it does not ask for word by word."""

    match: str
    checks: tuple[Term, ...] = ()
    title: bool = False

    @property
    def collects(self) -> bool:
        """Whether finding the first hit costs as much as finding all."""
        return _OPEN in self.match


@dataclass(frozen=True, slots=True)
class _Word:
    """A token or, where `open`, the beginning of tokens."""

    token: str
    open: bool = False

    def __str__(self) -> str:
        return f'"{self.token}{_OPEN}' if self.open else f'"{self.token}"'


class Expressions:
    """The ways in which an archive meets a query."""

    def __init__(self, query: Query, vocabulary: Vocabulary) -> None:
        self._query = query
        self._vocabulary = vocabulary

    @cached_property
    def excluded(self) -> str | None:
        """The expression for what a hit may not have, None where nothing is excluded."""
        terms = [self._collected(term)[0] for term in self._query.terms if term.excluded]
        return " OR ".join(terms) or None

    @cached_property
    def all(self) -> Way | None:
        """How every hit is found; None where no term is wanted."""
        if not self._query.wanted:
            return None
        parts = [self._collected(term) for term in self._query.wanted]
        match = self._without_excluded(" AND ".join(expression for expression, _ in parts))
        return Way(match, tuple(term for _, check in parts for term in check))

    @cached_property
    def better(self) -> tuple[Way, ...]:
        """The ways before `all`, the best first: exact before forgiven, titles before bodies, adjacent before apart."""
        wanted, whole = self._query.wanted, self._query.whole
        if not wanted:
            return ()
        everything = self._way(wanted, title=False, exactly=False)
        ways = [
            self._way(terms, title=title, exactly=exactly)
            for exactly in (True, False)
            for title in (True, False)
            for terms in (((whole,),) if whole else ()) + (wanted,)
        ]
        return tuple(dict.fromkeys(way for way in ways if way not in (self.all, everything)))

    def _way(self, terms: Sequence[Term], *, title: bool, exactly: bool) -> Way:
        conditions: list[str] = []
        checks: list[Term] = []
        for term in terms:
            words = self._words(term, exactly=exactly)
            if len(words) > 1 and prod(map(len, words)) > MOST_COMBINATIONS:
                conditions += map(_any, words)
                checks.append(term)
            else:
                conditions.append(_phrases(words))
        match = " AND ".join(conditions)
        return Way(self._without_excluded(f"title : ({match})" if title else match), tuple(checks), title)

    def _collected(self, term: Term) -> tuple[str, tuple[Term, ...]]:
        """The expression for a term, and the term itself where what is found is to be checked."""
        words = self._words(term, exactly=False)
        if len(words) == 1 or prod(map(len, words)) <= MOST_COMBINATIONS:
            return _phrases(words), ()
        begun = [
            alternatives[0] if len(alternatives) == 1 else _Word(_beginning(term, number), open=True)
            for number, alternatives in enumerate(words)
        ]
        phrase = " + ".join(map(str, begun[:MOST_BEGINNINGS]))
        is_loose = len(words) > MOST_BEGINNINGS or (term.prefix and len(words[-1]) > 1)
        return "(" + " AND ".join([phrase, *map(_any, words[MOST_BEGINNINGS:])]) + ")", (term,) if is_loose else ()

    def _words(self, term: Term, *, exactly: bool) -> list[list[_Word]]:
        """What may stand for each word of a term."""
        last = len(term.words) - 1
        return [
            self._begun(word, exactly=exactly) if term.prefix and number == last else self._spelt(word, exactly=exactly)
            for number, word in enumerate(term.words)
        ]

    def _spelt(self, word: str, *, exactly: bool) -> list[_Word]:
        if exactly or has_marks(word):
            return [_Word(token_of(word))]
        tokens = self._vocabulary.spellings(word)
        return [_Word(word + SEPARATOR, open=True)] if tokens is None else [*map(_Word, tokens or (token_of(word),))]

    def _begun(self, stem: str, *, exactly: bool) -> list[_Word]:
        tokens = self._vocabulary.begun(stem) if exactly or has_marks(stem) else None
        return [_Word(fold(stem), open=True)] if tokens is None else [*map(_Word, tokens or (token_of(stem),))]

    def _without_excluded(self, expression: str) -> str:
        return f"({expression}) NOT ({self.excluded})" if self.excluded else expression


def _beginning(term: Term, number: int) -> str:
    is_stem = term.prefix and number == len(term.words) - 1
    return fold(term.words[number]) + ("" if is_stem else SEPARATOR)


def _any(words: Sequence[_Word]) -> str:
    return _phrases([words])


def _phrases(words: Sequence[Sequence[_Word]]) -> str:
    """Every combination of the words' alternatives as a phrase of its own."""
    phrases = [" + ".join(map(str, phrase)) for phrase in product(*words)]
    return f"({' OR '.join(phrases)})" if len(phrases) > 1 else phrases[0]
