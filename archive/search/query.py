"""The query language: what a person types, as terms.

Typed with accents a word means exactly that spelling; typed without it forgives all accents, đ included; each word for
itself. "A phrase" stands in quotation marks of any kind, `tuyên*` finds what begins so, `-word` and `-"a phrase"` leave
out. A word with signs inside (5408/KH-UBND, 35-CT/TW) is a phrase of its parts, and a number forgives leading zeros
(156, 0156/QĐ-UBND), but not in quotation marks. Everything else is white space: no
query is an error, but one of signs alone finds nothing. What a query means to FTS5 is in `archive.search.expressions`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from archive.vietnamese.spelling import WORD, fold, normalise

MOST_TERMS = 24
LONGEST_QUERY = 600

_QUOTES = '"“”„‟«»＂'
_PIECE = re.compile(
    rf"(?P<minus>(?<!\S)[-−])?(?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)[{_QUOTES}]|(?P<word>[^\s{_QUOTES}]+))"
)
# "5408 / KH – UBND", "30 - KH/TU", "135 -KH/TU": blanks around the signs of a document number are no separators.
_SPACED_NUMBER = re.compile(
    r"\d\s*/\s*[A-ZĐa-zđ]+(?:(?:\s[-/–−]\s|[-/–−])[A-ZĐa-zđ]+)*|\d\s*[-–−]\s*[A-ZĐ]+(?:\s*/\s*[A-ZĐ]+)+"
)
_DIGITS = re.compile(r"\d{1,6}", re.ASCII)
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
    def number(self) -> str | None:
        """The leading number without its zeros, where the term is one or begins with a paper's: 0156, 0156/QĐ-UBND."""
        first, *others = self.words
        if self.quoted or not _DIGITS.fullmatch(first) or (self.prefix and not others):
            return None
        is_number = not others or any(word.isalpha() for word in others)
        return first.lstrip("0") or "0" if is_number else None


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed query; `text` is as typed."""

    text: str
    terms: tuple[Term, ...]

    @property
    def wanted(self) -> tuple[Term, ...]:
        """The terms that a hit must have."""
        return tuple(term for term in self.terms if not term.excluded)

    @property
    def is_wordless(self) -> bool:
        """Whether something was typed that holds no letter and no digit, so that there is nothing to search for."""
        return bool(self.text.strip()) and not self.terms

    @property
    def whole(self) -> Term | None:
        """The wanted words as one phrase, where they are more than one term."""
        wanted = self.wanted
        if len(wanted) < 2 or any(term.prefix for term in wanted[:-1]):
            return None
        words = tuple(word for term in wanted for word in term.words)
        return Term(self.text, words, prefix=wanted[-1].prefix)


def parse(text: str) -> Query:
    """The query that a person typed; terms beyond the twenty-fourth are left out."""
    terms = filter(None, map(_term, _PIECE.finditer(_cleaned(text))))
    return Query(text, tuple(islice(terms, MOST_TERMS)))


def searched_part(text: str) -> str:
    """What a person typed; where that has more than twenty-four parts, only those that are searched."""
    pieces = list(_PIECE.finditer(_cleaned(text)))
    if len(pieces) <= MOST_TERMS:
        return text
    searched = " ".join(islice((piece[0] for piece in pieces if _term(piece)), MOST_TERMS))
    return searched if searched and parse(searched).terms == parse(text).terms else text


def folded_query(query: Query) -> Query:
    """The same query with every accent forgiven."""
    terms = [
        Term(term.typed, tuple(map(fold, term.words)), term.prefix, term.excluded, term.quoted) for term in query.terms
    ]
    return Query(query.text, tuple(terms))


def has_marks(word: str) -> bool:
    """Whether the word carries an accent or is spelt with đ."""
    return fold(word) != word.lower()


def _cleaned(text: str) -> str:
    return _SPACED_NUMBER.sub(lambda number: _BLANKS.sub("", number[0]), normalise(text[:LONGEST_QUERY]))


def _term(piece: re.Match[str]) -> Term | None:
    quoted = piece["phrase"] is not None
    typed = piece["phrase"] if quoted else piece["word"]
    words = tuple(WORD.findall(typed.lower()))
    if not words:
        return None
    prefix = not quoted and typed.endswith("*")
    return Term(typed, words, prefix=prefix, excluded=bool(piece["minus"]), quoted=quoted)
