"""What a person may have meant whose query finds nothing."""

from __future__ import annotations

import re
import sqlite3
import string
from collections import Counter
from collections.abc import Iterator, Sequence
from operator import itemgetter

from archive.search.expressions import TITLES
from archive.search.filters import Filters
from archive.search.hits import Finder
from archive.search.query import Query, Term, folded_query, has_marks, parse
from archive.search.vocabulary import Vocabulary
from archive.vietnamese.spelling import fold, normalise

_TEXTS_READ = 40
_MISSPELT = range(3, 41)
"""Letters of a word that is corrected; each letter more is 53 questions more to the index."""
_TEXTS = """
SELECT a.title, t.body FROM announcement a JOIN announcement_text t ON t.announcement = a.id WHERE a.search_row = ?
"""


def suggestion(connection: sqlite3.Connection, query: Query, filters: Filters) -> str | None:
    """A query with hits that is near to one without: other accents first, then a letter more, less or different."""
    if not query.wanted:
        return None
    loose = folded_query(query)
    rows, _ = Finder(connection, loose, filters).newest(_TEXTS_READ)
    if not rows:
        loose = _corrected(connection, loose)
        rows, _ = Finder(connection, loose, filters).newest(_TEXTS_READ)
    if not rows:
        return None
    found = (connection.execute(_TEXTS, (row,)).fetchone() for row in rows)
    texts = [normalise("\n".join(text)) for text in found if text]
    proposed = " ".join(_spelt(term, texts) for term in loose.terms)
    same = parse(proposed).terms and _words(parse(proposed)) == _words(query)
    return None if same else proposed


def _words(query: Query) -> list[tuple[str, ...]]:
    return [term.words for term in query.terms]


def _spelt(term: Term, texts: Sequence[str]) -> str:
    """The term as the texts spell it most often, with its signs."""
    spellings: Counter[str] = Counter()
    if not term.excluded:
        pattern = re.compile(r"(?<![^\W_])" + r"[\W_]+".join(term.words) + ("" if term.prefix else r"(?![^\W_])"))
        for text in texts:
            folded = fold(text)
            if len(folded) == len(text):
                spellings.update(text[found.start() : found.end()].lower() for found in pattern.finditer(folded))
    spelling = spellings.most_common(1)[0][0] if spellings else " ".join(term.words)
    if len(term.words) > 1 and not term.quoted and not has_marks(spelling):
        spelling = term.typed
    sign = "-" if term.excluded else ""
    return f'{sign}"{spelling}"' if term.quoted else f"{sign}{spelling}{'*' if term.prefix else ''}"


def _corrected(connection: sqlite3.Connection, loose: Query) -> Query:
    """The query with each unknown word replaced by the commonest word of the bodies that is one letter away."""
    vocabulary = Vocabulary(connection)
    terms = [
        Term(
            term.typed,
            tuple(word if term.prefix else _nearest(vocabulary, word) for word in term.words),
            term.prefix,
            term.excluded,
            term.quoted,
        )
        for term in loose.terms
    ]
    return Query(loose.text, tuple(terms))


def _nearest(vocabulary: Vocabulary, word: str) -> str:
    is_known = vocabulary.frequency(word) or vocabulary.frequency(word, TITLES)
    if len(word) not in _MISSPELT or not word.isalpha() or is_known:
        return word
    frequency, best = max(((vocabulary.frequency(other), other) for other in _neighbours(word)), key=itemgetter(0))
    return best if frequency else word


def _neighbours(word: str) -> Iterator[str]:
    """Every spelling one letter away: left out, put in, replaced, or two exchanged."""
    for place in range(len(word) + 1):
        left, right = word[:place], word[place:]
        for letter in string.ascii_lowercase:
            yield left + letter + right
            if right:
                yield left + letter + right[1:]
        if right:
            yield left + right[1:]
        if len(right) > 1:
            yield left + right[1] + right[0] + right[2:]
