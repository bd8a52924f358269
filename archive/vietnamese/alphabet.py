"""The order of the Vietnamese alphabet: a ă â, d đ, e ê, o ô ơ, u ư; of equal letters the tones, huyền before sắc."""

from __future__ import annotations

from archive.vietnamese.spelling import words_of
from archive.vietnamese.syllables import without_tone

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_PLACES = {ord(letter): chr(0x100 + place) for place, letter in enumerate(_LETTERS)}
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
"""Ngang, huyền, hỏi, ngã, sắc, nặng, as dictionaries list them."""


def alphabetical(text: str) -> tuple[tuple[str, int], ...]:
    """The key by which names are sorted: word by word, digits before letters, capitals and small letters alike."""
    return tuple(_place(*without_tone(word)) for word in words_of(text))


def _place(letters: str, tone: str) -> tuple[str, int]:
    return letters.translate(_PLACES), _TONES.index(tone)
