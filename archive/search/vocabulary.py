"""The words that stand in the index: how a word without accents is spelt there, and how often."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import cached_property

from archive.tokens import SEPARATOR, spelling_of
from archive.vietnamese.spelling import fold

MOST_SPELLINGS = 32
MOST_BEGUN = 300
MOST_PLACES = 5_000
MOST_PLACES_BEGUN = 300_000
"""FTS5 collects every place of every word that begins so before it gives the first hit: ten million a second."""
_MOST_LOOKED_AT = 3_000
_AFTER = chr(ord(SEPARATOR) + 1)
_MOVED_MARKS = [
    (first_marked + second, first + second_marked)
    for first, second in (("o", "a"), ("o", "e"), ("u", "y"))
    for first_marked, second_marked in zip(
        {"o": "òóỏõọ", "u": "ùúủũụ"}[first], {"a": "àáảãạ", "e": "èéẻẽẹ", "y": "ỳýỷỹỵ"}[second], strict=True
    )
]
"""Open syllables carry the tone on the first of two vowels, closed ones on the second."""


def look_into(connection: sqlite3.Connection) -> None:
    """Give a connection the view of the index's words that a Vocabulary reads."""
    connection.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab(main, announcement_fts, 'instance')"
    )


class Vocabulary:
    """Tokens of the index by what was typed; each question is put to the index once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        look_into(connection)
        self._connection = connection
        self._spellings: dict[str, tuple[str, ...] | None] = {}
        self._begun: dict[str, tuple[str, ...] | None] = {}
        self._often: dict[str, bool] = {}

    @cached_property
    def announcements(self) -> int:
        """About how many announcements there are: their largest number."""
        return int(self._connection.execute("SELECT coalesce(max(id), 0) FROM announcement").fetchone()[0])

    def spellings(self, folded: str, place: str = "") -> tuple[str, ...] | None:
        """The tokens of the words that fold to this; None where they are more than 32.

        `place` is what the tokens begin with there: nothing in bodies, `archive.tokens.SEPARATOR` in titles.
        """
        begin = place + folded
        if begin not in self._spellings:
            tokens = list(self._between(begin + SEPARATOR, begin + _AFTER, MOST_SPELLINGS + 1))
            self._spellings[begin] = tuple(tokens) if len(tokens) <= MOST_SPELLINGS else None
        return self._spellings[begin]

    def begun(self, stem: str, place: str = "") -> tuple[str, ...] | None:
        """The tokens of the words that are spelt with this beginning; None where there are too many to look at.

        A longer syllable may carry its tone on the next vowel: hòa* also begins hoàng, hùy* huỳnh.
        """
        key = place + stem
        if key not in self._begun:
            begin = place + fold(stem)
            stems = (stem, _moved(stem))
            tokens = list(self._between(begin, _after(begin), _MOST_LOOKED_AT + 1))
            meant = tuple(token for token in tokens if spelling_of(token).startswith(stems))
            self._begun[key] = meant if len(tokens) <= _MOST_LOOKED_AT and len(meant) <= MOST_BEGUN else None
        return self._begun[key]

    def frequency(self, folded: str, place: str = "") -> int:
        """How often words that fold to this stand in bodies, or in titles; no more than 5,000 are counted."""
        sql = "SELECT count(*) FROM (SELECT 1 FROM temp.words WHERE term >= ? AND term < ? LIMIT ?)"
        begin = place + folded
        values = (begin + SEPARATOR, begin + _AFTER, MOST_PLACES)
        return int(self._connection.execute(sql, values).fetchone()[0])

    def begins_often(self, begin: str) -> bool:
        """Whether tokens that begin so have 300,000 places and more."""
        if begin not in self._often:
            sql = "SELECT count(*) FROM (SELECT 1 FROM temp.words WHERE term >= ? AND term < ? LIMIT ?)"
            values = (begin, _after(begin), MOST_PLACES_BEGUN)
            (places,) = self._connection.execute(sql, values).fetchone()
            self._often[begin] = places == MOST_PLACES_BEGUN
        return self._often[begin]

    def _between(self, low: str, high: str, most: int) -> Iterator[str]:
        """The tokens from one up to another; sought one by one, since FTS5 would read every place of each."""
        sql = "SELECT term FROM temp.words WHERE term >= ? AND term < ? LIMIT 1"
        for _ in range(most):
            found = self._connection.execute(sql, (low, high)).fetchone()
            if found is None:
                return
            yield found[0]
            low = found[0] + "\x01"


def _after(begin: str) -> str:
    """What follows everything that begins so."""
    return begin[:-1] + chr(ord(begin[-1]) + 1)


def _moved(stem: str) -> str:
    for open_ending, closed_ending in _MOVED_MARKS:
        if stem.endswith(open_ending):
            return stem.removesuffix(open_ending) + closed_ending
    return stem
