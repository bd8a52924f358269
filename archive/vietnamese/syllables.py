"""The Vietnamese syllable: onset, vowels, final consonant and one tone."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

TONES = "\u0300\u0301\u0309\u0303\u0323"
"""Huyền, sắc, hỏi, ngã, nặng as combining characters."""

TONED = {normalize("NFC", vowel + tone): (vowel, tone) for vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" for tone in TONES}
"""Every letter with a tone mark: its vowel without the mark, and the mark."""

SYLLABLE = re.compile(
    r"(?!(?:ph|[bmnv])o[ae]$)(?:qu(?=[aăâeêioôơy])|gi(?=[aăâeêoôơuư])|[bdđghklmnrstvx]|[cgknpt]h|ngh?|ch?|tr)?"
    r"(?:(?P<open>a[iouy]|â[uy]|e[ou]?|êu?|i(?:[au]|êu)?|o(?:[ei]|eo|a[iouy]?)?|[ôơ]i?"
    r"|u(?:[aêơi]|ây|ôi|y[au]?)?|ư(?:[aiu]|ơ[iu])?|y(?:êu)?|a)"
    r"|(?P<closed>[aăâeêôơuưy]|iê?|o[aăeo]?|u(?:[âêôơ]|yê?)|ươ|yê)(?P<coda>ch?|n[gh]?|[mpt]))"
)
"""A syllable in lower case without its tone: `open` are the vowels of one without a final consonant, else `closed`."""

LONGEST = len("nghiêng")
_MISSPELT_ONSET = re.compile("(?:c|g(?!i)|ng)[ieêy]|(?:k|gh|ngh)[aăâoôơuư]")


def without_tone(word: str) -> tuple[str, str]:
    """The word without its tone mark, and the mark: empty where there is none; of several the first is taken off."""
    for place, letter in enumerate(word):
        if letter in TONED:
            vowel, tone = TONED[letter]
            return word[:place] + vowel + word[place + 1 :], tone
    return word, ""


def is_syllable(word: str) -> bool:
    """Whether the word is one that Vietnamese could have, in small letters, capitals or with a capital first.

    Stricter than what is respelt: c, g and ng do not stand before i, e, ê, y, nor k, gh and ngh before other vowels,
    and a syllable that ends in c, ch, p or t has the tone sắc or nặng.
    """
    return 0 < len(word) <= LONGEST and _is_syllable(word)


@lru_cache(maxsize=16_384)
def _is_syllable(word: str) -> bool:
    if not (word[1:].islower() or word.isupper() or len(word) == 1):
        return False
    bare, tone = without_tone(word.lower())
    syllable = SYLLABLE.fullmatch(bare)
    if not syllable or _MISSPELT_ONSET.match(bare):
        return False
    return syllable["coda"] not in ("c", "ch", "p", "t") or tone in ("\u0301", "\u0323")
