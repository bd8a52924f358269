"""How a word stands in the index: without its accents, then `_`, then as it is spelt where that is something else.

`kế` is `ke_kế` and `ke` is `ke_`, so one entry answers both for the exact spelling, by the whole token, and for every
spelling that folds alike, by the token's beginning `ke_`, in phrases too. No word has a `_` inside.

A word of a title stands there as `_ke_kế`, apart from the bodies' words: the few lists of titles are read in a fiftieth
of the time that it would take to seek the titles' places in the lists of everything. Behind them stands the portal that
published it, `__name`, so that a place or an agency is sought as fast as a rare word.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from archive.vietnamese.spelling import coded_words, fold, word_of, words_of

SEPARATOR = "_"
_MOST_REMEMBERED = 100_000
_LONGEST_NUMBER = len("2026")


class _Tokens(dict[bytes, str]):
    """The tokens of the first hundred thousand coded words that were met, long numbers apart."""

    def __missing__(self, coded: bytes) -> str:
        token = _token(word_of(coded))
        if len(self) < _MOST_REMEMBERED and (len(coded) <= _LONGEST_NUMBER or not coded.isdigit()):
            self[coded] = token
        return token


_tokens = _Tokens()


@lru_cache(maxsize=_MOST_REMEMBERED // 10)
def token_of(word: str) -> str:
    """The token of one word, which is normalised and in small letters."""
    return _token(word)


def _token(word: str) -> str:
    folded = fold(word)
    return folded + SEPARATOR + (word if word != folded else "")


def tokens_of(text: str) -> str:
    """The tokens of a text's words with blanks between: what FTS5 is given."""
    return " ".join(_tokens_in(text))


def title_tokens_of(title: str) -> str:
    """The tokens of a title's words with blanks between."""
    return " ".join([SEPARATOR + token for token in _tokens_in(title)])


def portal_token(name: str) -> str:
    """The token of a portal, by its name."""
    return f"{SEPARATOR}{SEPARATOR}{name.replace('-', SEPARATOR)}"


def _tokens_in(text: str) -> Iterable[str]:
    coded = coded_words(text)
    return map(token_of, words_of(text)) if coded is None else map(_tokens.__getitem__, coded)


def spelling_of(token: str) -> str:
    """The word as it is spelt in the text or in the title."""
    folded, _, spelling = token.removeprefix(SEPARATOR).partition(SEPARATOR)
    return spelling or folded
