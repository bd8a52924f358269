"""Vietnamese spelling: one form for every word, and a form without accents.

The tone mark stands where schoolbooks before the reform of the 1980s, and most clerks to this day, put it ("kiểu cũ"):

1. on the vowel that has a mark of its own (ă â ê ô ơ ư; on ơ in ươ): *tiến, thuế, được, bữa*;
2. else on the middle one of three vowels and on the second of two before a final consonant: *ngoài, hoàn, huýt*;
3. else on the first of two vowels: *hòa, khỏe, thủy, mía, của, tải*.

The u of qu- and the i of gi- before a vowel belong to the consonant (*quý, quả, giá, giũ*); the i of *gìn* does not.
Only whole syllables that Vietnamese could have are respelt, so that foreign words stay as they are (*Noé, María, più*).
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import is_normalized, normalize

FOLD_VERSION = 1
"""Goes up with every change of what `normalise` or `fold` return, so that an index knows what it was built with."""

_TONES = "\u0300\u0301\u0309\u0303\u0323"
_TONED = {normalize("NFC", vowel + tone): (vowel, tone) for vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" for tone in _TONES}

_INVISIBLE = (
    *(*range(0x09), *range(0x0E, 0x20), 0x7F, 0xAD, 0x34F, 0x180E),  # controls, soft hyphen, joiners of other scripts
    *(*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF),  # zero width, direction, BOM
)
_NO_BREAK_SPACES = (0xA0, 0x2007, 0x202F)
_LOOK_ALIKES = {0xD0: "Đ", 0xF0: "đ", 0x189: "Đ", 0x256: "đ"}
_REPLACED = dict.fromkeys(_INVISIBLE, "") | dict.fromkeys(_NO_BREAK_SPACES, " ") | _LOOK_ALIKES
_STRANGE = re.compile(f"[{re.escape(''.join(map(chr, _REPLACED)))}]")


def _toned(vowels: str) -> str:
    """The vowels of both cases with each tone mark."""
    return "".join(letter for letter, (vowel, _) in _TONED.items() if vowel.lower() in vowels)


_LETTER = "[a-zA-ZÀ-ỹ]"
_VOWEL = "[aăâeêioôơuưyAĂÂEÊIOÔƠUƯY]"
_MISPLACED = re.compile(
    # A mark on the last of several vowels (hoà, cuả; but quá, giá), or on one before the vowel that should have it.
    rf"[{_toned('aeiouyư')}](?:(?<={_VOWEL}.)(?!{_LETTER})(?<![qQ][uU].)(?<![gG][iI].)"
    rf"|{_VOWEL}(?:(?<=[ăâêôơĂÂÊÔƠ])|(?={_LETTER})|(?<=[qQgG]..)))"
)
_SYLLABLE = re.compile(
    r"(?!(?:ph|[bmnv])o[ae]$)(?:qu(?=[aăâeêioôơy])|gi(?=[aăâeêoôơuư])|[bdđghklmnrstvx]|[cgknpt]h|ngh?|ch?|tr)?"
    r"(?:(?P<open>a[iouy]|â[uy]|e[ou]?|êu?|i(?:[au]|êu)?|o(?:[ei]|eo|a[iouy]?)?|[ôơ]i?"
    r"|u(?:[aêơi]|ây|ôi|y[au]?)?|ư(?:[aiu]|ơ[iu])?|y(?:êu)?|a)"
    r"|(?P<closed>[aăâeêôơuưy]|iê?|o[aăeo]?|u(?:[âêôơ]|yê?)|ươ|yê)(?:ch?|n[gh]?|[mpt]))"
)


def normalise(text: str) -> str:
    """The text in NFC, each tone mark in its one place, đ as one letter, without invisible characters.

    No-break spaces become spaces; zero-width characters, soft hyphens, direction marks and control characters other
    than white space go; Ð and ð (eth) and Ɖ and ɖ (African d), which keyboards and old fonts give for Đ and đ, become
    what is meant. Idempotent; letters change only in words that are Vietnamese syllables.
    """
    if _STRANGE.search(text):
        text = text.translate(_REPLACED)
    if not is_normalized("NFC", text):
        text = normalize("NFC", text)
    if _MISPLACED.search(text):
        text = _respell_all(text)
    return text


def _respell_all(text: str) -> str:
    """The text with every word respelt that shows a sign of a misplaced tone mark."""
    pieces: list[str] = []
    end = 0
    for sign in _MISPLACED.finditer(text):
        if sign.start() < end:
            continue
        start, kept_to = sign.start(), end
        while start > kept_to and text[start - 1].isalpha():
            start -= 1
        end = sign.end()
        while end < len(text) and text[end].isalpha():
            end += 1
        word = text[start:end]
        pieces += text[kept_to:start], _respell(word) if len(word) <= len("nghiêng") else word
    return "".join(pieces) + text[end:]


@lru_cache(maxsize=4096)
def _respell(word: str) -> str:
    """The word with its tone mark in its place, or as it is where it is no Vietnamese syllable with one tone mark."""
    places = [index for index, letter in enumerate(word) if letter in _TONED]
    if len(places) != 1:
        return word
    vowel, tone = _TONED[word[places[0]]]
    bare = word[: places[0]] + vowel + word[places[0] + 1 :]
    syllable = _SYLLABLE.fullmatch(bare.lower())
    if not syllable:
        return word
    rhyme = "closed" if syllable["closed"] else "open"
    place = syllable.start(rhyme) + _bearer(syllable[rhyme], closed=rhyme == "closed")
    return bare[:place] + normalize("NFC", bare[place] + tone) + bare[place + 1 :]


def _bearer(nucleus: str, *, closed: bool) -> int:
    """The index of the vowel that carries the tone mark, by the rules 1 to 3 of the module."""
    marked = [index for index, vowel in enumerate(nucleus) if vowel in "ăâêôơư"]
    if marked:
        return marked[-1]
    return int(len(nucleus) == 3 or (len(nucleus) == 2 and closed))


def _without_marks(code: int) -> str:
    """One lower-case character without marks above, below or through it."""
    if code in (*_LOOK_ALIKES, 0x110, 0x111):
        return "d"
    return normalize("NFC", "".join(part for part in normalize("NFD", chr(code)) if not "\u0300" <= part <= "\u036f"))


_FOLDED = {code: _without_marks(code) if code < 0x2000 else chr(code) for code in range(0x2200)}
"""Complete up to U+21FF, unchanged characters too: `str.translate` is slow where a character is not in its table."""


def fold(text: str) -> str:
    """The text in lower case, without marks, with d for đ, and no other change.

    Composed and decomposed letters fold alike; a composed text keeps its length. Idempotent.
    """
    return text.lower().translate(_FOLDED)
