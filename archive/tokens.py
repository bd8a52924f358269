"""How a word stands in the index: without its accents, then `_`, then as it is spelt where that is something else.

`kế` is `ke_kế` and `ke` is `ke_`, so one entry answers both for the exact spelling, by the whole token, and for every
spelling that folds alike, by the token's beginning `ke_`, in phrases too. No word has a `_` inside.

A word of a title stands there as `_ke_kế`, apart from the bodies' words: the few lists of titles are read in a fiftieth
of the time that it would take to seek the titles' places in the lists of everything.
"""

from __future__ import annotations

from archive.vietnamese.spelling import fold, words_of

SEPARATOR = "_"
_MOST_REMEMBERED = 100_000


class _Tokens(dict[str, str]):
    """The tokens of the first hundred thousand words that were met, numbers apart."""

    def __missing__(self, word: str) -> str:
        folded = fold(word)
        token = folded + SEPARATOR + (word if word != folded else "")
        if len(self) < _MOST_REMEMBERED and word.isalpha():
            self[word] = token
        return token


_tokens = _Tokens()


def token_of(word: str) -> str:
    """The token of one word, which is normalised and in small letters."""
    return _tokens[word]


def tokens_of(text: str) -> str:
    """The tokens of a text's words with blanks between: what FTS5 is given."""
    return " ".join(map(_tokens.__getitem__, words_of(text)))


def title_tokens_of(title: str) -> str:
    """The tokens of a title's words with blanks between."""
    return " ".join([SEPARATOR + _tokens[word] for word in words_of(title)])


def spelling_of(token: str) -> str:
    """The word as it is spelt in the text or in the title."""
    folded, _, spelling = token.removeprefix(SEPARATOR).partition(SEPARATOR)
    return spelling or folded
