"""The query language: what a person types, as expressions of FTS5.

Typed with accents a word means exactly that spelling; typed without it forgives all accents, đ included; each word for
itself. "A phrase" stands in quotation marks of any kind, `tuyên*` finds what begins so, `-word` and `-"a phrase"` leave
out. A word with signs inside (5408/KH-UBND, 35-CT/TW) is a phrase of its parts. Everything else is white space: no
query is an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from archive.vietnamese.spelling import fold, normalise

EXACT = "{body title}"
EXACT_TITLE = "{title}"
FOLDED = "{body_folded title_folded}"
FOLDED_TITLE = "{title_folded}"
MOST_TERMS = 24
LONGEST_QUERY = 600

WORD = re.compile(r"[^\W_]+")
_QUOTES = "\"“”„‟«»＂"
_PIECE = re.compile(
    rf"(?P<minus>(?<!\S)[-−])?(?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)[{_QUOTES}]|(?P<word>[^\s{_QUOTES}]+))"
)
# "5408 / KH – UBND", "30 - KH/TU", "135 -KH/TU": blanks around the signs of a document number are no separators.
_SPACED_NUMBER = re.compile(
    r"\d\s*/\s*[A-ZĐa-zđ]+(?:(?:\s[-/–−]\s|[-/–−])[A-ZĐa-zđ]+)*|\d\s*[-–−]\s*[A-ZĐ]+(?:\s*/\s*[A-ZĐ]+)+"
)
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Term:
    """A word, a number or a phrase: as typed, and its words in order, normalised and in small letters."""

    typed: str
    words: tuple[str, ...]
    prefix: bool = False
    excluded: bool = False
    quoted: bool = False

    @property
    def is_exact(self) -> bool:
        """Whether each of its words carries an accent, so that nothing is to be forgiven."""
        return all(map(has_marks, self.words))


@dataclass(frozen=True)
class Query:
    """A parsed query; `text` is as typed."""

    text: str
    terms: tuple[Term, ...]

    @property
    def wanted(self) -> tuple[Term, ...]:
        """The terms that a hit must have."""
        return tuple(term for term in self.terms if not term.excluded)

    @cached_property
    def excluded(self) -> str | None:
        """The expression for what a hit may not have, None where nothing is excluded."""
        expressions = [_as_typed(term, EXACT, FOLDED) for term in self.terms if term.excluded]
        return " OR ".join(f"({expression})" for expression in expressions) or None

    @cached_property
    def match(self) -> str | None:
        """The expression that finds every hit; None where no term is wanted."""
        return self.tiers[-1] if self.wanted else None

    @cached_property
    def tiers(self) -> tuple[str, ...]:
        """Expressions from the best hits to all: exact before forgiven, titles before bodies, adjacent before apart."""
        if not self.wanted:
            return ()
        ways = []
        for exactly in (True, False):
            whole = self._whole()
            for exact, folded in ((EXACT_TITLE, FOLDED_TITLE), (EXACT, FOLDED)):
                ways += [_conjunction((whole,), exact, folded, exactly)] if whole else []
                ways.append(_conjunction(self.wanted, exact, folded, exactly))
        return tuple(dict.fromkeys(self._without_excluded(way) for way in ways))

    def _whole(self) -> Term | None:
        """The wanted words as one phrase, where they are more than one term."""
        wanted = self.wanted
        if len(wanted) < 2 or any(term.prefix for term in wanted[:-1]):
            return None
        words = tuple(word for term in wanted for word in term.words)
        return Term(self.text, words, prefix=wanted[-1].prefix)

    def _without_excluded(self, expression: str) -> str:
        return f"({expression}) NOT ({self.excluded})" if self.excluded else expression


def parse(text: str) -> Query:
    """The query that a person typed; terms beyond the twenty-fourth are left out."""
    cleaned = _SPACED_NUMBER.sub(lambda number: _BLANKS.sub("", number[0]), normalise(text[:LONGEST_QUERY]))
    return Query(text, tuple(_terms(cleaned))[:MOST_TERMS])


def folded_query(query: Query) -> Query:
    """The same query with every accent forgiven."""
    terms = [
        Term(term.typed, tuple(map(fold, term.words)), term.prefix, term.excluded, term.quoted) for term in query.terms
    ]
    return Query(query.text, tuple(terms))


def has_marks(word: str) -> bool:
    """Whether the word carries an accent or is spelt with đ."""
    return fold(word) != word.lower()


def _terms(cleaned: str) -> Iterator[Term]:
    for piece in _PIECE.finditer(cleaned):
        quoted = piece["phrase"] is not None
        typed = piece["phrase"] if quoted else piece["word"]
        words = tuple(WORD.findall(typed.lower()))
        if words:
            prefix = not quoted and typed.endswith("*")
            yield Term(typed, words, prefix=prefix, excluded=bool(piece["minus"]), quoted=quoted)


def _conjunction(terms: Sequence[Term], exact: str, folded: str, exactly: bool) -> str:
    if exactly:
        return " AND ".join(_phrase(exact, term.words, term.prefix) for term in terms)
    return " AND ".join(_as_typed(term, exact, folded) for term in terms)


def _as_typed(term: Term, exact: str, folded: str) -> str:
    """Accents mean what they say, their absence forgives; in a phrase of both kinds the runs with accents are exact."""
    if term.is_exact:
        return _phrase(exact, term.words, term.prefix)
    expressions = [_phrase(folded, tuple(map(fold, term.words)), term.prefix)]
    run: list[str] = []
    for number, word in enumerate(term.words, 1):
        if has_marks(word):
            run.append(word)
        if run and (not has_marks(word) or number == len(term.words)):
            at_end = number == len(term.words) and has_marks(word)
            expressions.append(_phrase(exact, tuple(run), term.prefix and at_end))
            run = []
    return " AND ".join(expressions)


def _phrase(columns: str, words: tuple[str, ...], prefix: bool) -> str:
    """Words as one FTS5 phrase in the given columns: only letters and digits of ours reach the expression."""
    text = " ".join(words)
    if not prefix:
        return f'{columns} : "{text}"'
    beginnings = dict.fromkeys((text, " ".join((*words[:-1], _moved(words[-1])))))
    return "(" + " OR ".join(f'{columns} : "{beginning}" *' for beginning in beginnings) + ")"


def _moved(word: str) -> str:
    """The beginning with its tone mark where a longer syllable has it: hòa* also begins hoàng, hùy* huỳnh."""
    for open_ending, closed_ending in _MOVED_MARKS:
        if word.endswith(open_ending):
            return word.removesuffix(open_ending) + closed_ending
    return word


_MOVED_MARKS = [
    (first_marked + second, first + second_marked)
    for first, second in (("o", "a"), ("o", "e"), ("u", "y"))
    for first_marked, second_marked in zip(
        {"o": "òóỏõọ", "u": "ùúủũụ"}[first], {"a": "àáảãạ", "e": "èéẻẽẹ", "y": "ỳýỷỹỵ"}[second], strict=True
    )
]
"""Open syllables carry the tone on the first of two vowels, closed ones on the second."""
