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
from codecs import charmap_build, charmap_decode, charmap_encode
from functools import lru_cache
from unicodedata import is_normalized, normalize

from archive.vietnamese.syllables import LONGEST, SYLLABLE, TONED, without_tone

FOLD_VERSION = 4
"""Goes up with every change of `normalise`, `fold` or an index's tokens: an index knows what it was built with."""
WORD = re.compile(r"[^\W_]+")
"""A run of letters and digits."""

_INVISIBLE = (
    *(*range(0x09), *range(0x0E, 0x20), 0x7F, 0xAD, 0x34F, 0x180E),  # controls, soft hyphen, joiners of other scripts
    *(*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF),  # zero width, direction, BOM
)
_NO_BREAK_SPACES = (0xA0, 0x2007, 0x202F)
_MARK = re.compile("[\u0300-\u036f]")
_TONE_FIRST = re.compile("([ÀàÁáẢảÃãÈèÉéẺẻẼẽÒòÓóỎỏÕõ])([\u0302\u0306])")
_LOOK_ALIKES = {0xD0: "Đ", 0xF0: "đ", 0x189: "Đ", 0x256: "đ"}
_REPLACED = dict.fromkeys(_INVISIBLE, "") | dict.fromkeys(_NO_BREAK_SPACES, " ") | _LOOK_ALIKES
_STRANGE = re.compile(f"[{re.escape(''.join(map(chr, _REPLACED)))}]")

_SIGNS = "“”‘’–—…•°§«»×÷²³½€₫©®™"
_ALPHABET = "".join(map(chr, (0, 9, 10, 13, *range(0x20, 0x7F)))) + "".join(TONED) + "ăâđêôơưĂÂĐÊÔƠƯ" + _SIGNS
"""The letters of well-spelt Vietnamese and the usual signs: with the empty place 0 just as many as a byte can count."""

_ENCODING = charmap_build(_ALPHABET)
_PRINTED_ENCODING = charmap_build(_ALPHABET.translate(dict.fromkeys(b"\t\n\r", "\ufffe")))
"""Without white space but the space; U+FFFE stands for nothing."""
_KINDS = {"q": "qQ", "g": "gG", "u": "uU", "i": "iI", "y": "yY", "v": "aeoAEO", "m": "ăâêôơưĂÂÊÔƠƯ"}


def _kind(letter: str) -> str:
    """The kind of a letter: q g u i y are themselves; v another vowel, m a marked one; T one that may err."""
    vowel, tone = TONED.get(letter, (letter, ""))
    if tone and vowel in "aeiouưyAEIOUƯY":
        return "T"
    return next((kind for kind, letters in _KINDS.items() if vowel in letters), "c" if letter.isalpha() else " ")


_SHAPES = "".join(map(_kind, _ALPHABET)).encode().ljust(256)
_MISPLACED = re.compile(
    # A mark on the last of several vowels (hoà, cuả; but quá, giá), or on one before the vowel that should have it.
    rb"T(?: (?<=[vuiym]T.)(?<!qu..)(?<!gi..)|m|[vuiy](?:(?=\w)|(?<=qT[viy])|(?<=gT[vu])))"
)
"""In shapes with a blank at the end."""


def normalise(text: str) -> str:
    """The text in NFC, each tone mark in its one place, đ as one letter, without invisible characters.

    No-break spaces become spaces; zero-width characters, soft hyphens, direction marks and control characters other
    than white space go; Ð and ð (eth) and Ɖ and ɖ (African d), which keyboards and old fonts give for Đ and đ, become
    what is meant. Idempotent; letters change only in words that are Vietnamese syllables.
    """
    return _normalised(text)[0]


def _normalised(text: str) -> tuple[str, bytes | None]:
    """A text normalised, and in the alphabet where nothing had to be changed."""
    text = text.replace("\0", "")  # which the encoding takes for a letter
    coded: bytes | None = None
    try:
        coded = encoded = charmap_encode(text, "strict", _ENCODING)[0]
    except UnicodeEncodeError:
        text = _composed(text)
        encoded = charmap_encode(text, "replace", _ENCODING)[0]
    shapes = encoded.translate(_SHAPES) + b" "
    if _MISPLACED.search(shapes):
        respelt = _respell_all(text, shapes)
        return respelt, coded if respelt == text else None
    return text, coded


def _composed(text: str) -> str:
    """The text in NFC without strange characters."""
    for strange in set(_STRANGE.findall(text)):
        text = text.replace(strange, _REPLACED[ord(strange)])
    if _MARK.search(text) or not is_normalized("NFC", text):
        text = normalize("NFC", text)
    return _TONE_FIRST.sub(_in_order, text) if "\u0302" in text or "\u0306" in text else text


def _in_order(letter: re.Match[str]) -> str:
    """A vowel whose tone was typed before its circumflex or breve, which no Unicode form composes."""
    vowel, tone = TONED[letter[1]]
    return normalize("NFC", vowel + letter[2] + tone)


def _respell_all(text: str, shapes: bytes) -> str:
    """The text with every word respelt whose shape shows a sign of a misplaced tone mark."""
    pieces: list[str] = []
    end = 0
    for sign in _MISPLACED.finditer(shapes):
        if sign.start() < end:
            continue
        start, kept_to = sign.start(), end
        end = start + 1
        while start > kept_to and text[start - 1].isalpha():
            start -= 1
        while end < len(text) and text[end].isalpha():
            end += 1
        word = text[start:end]
        is_whole = len(word) <= LONGEST and not _MARK.match(text, end)
        pieces += text[kept_to:start], _respell(word) if is_whole else word
    return "".join(pieces) + text[end:]


@lru_cache(maxsize=4096)
def _respell(word: str) -> str:
    """The word with its tone mark in its place, or as it is where it is no Vietnamese syllable with one tone mark."""
    bare, tone = without_tone(word)
    syllable = SYLLABLE.fullmatch(bare.lower())
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
    if code in _LOOK_ALIKES or code in (0x110, 0x111):
        return "d"
    return normalize("NFC", _MARK.sub("", normalize("NFD", chr(code))))


_FOLDED = {code: _without_marks(code) if code < 0x2000 else chr(code) for code in range(0x2200)}
"""Complete up to U+21FF, unchanged characters too: `str.translate` is slow where a character is not in its table."""

_LOWER = "".join(dict.fromkeys("".join(map(chr, range(0x80))) + _ALPHABET.lower() + "\u00a0áàäåçëîïñöûü"))
_LOWER_ENCODING = charmap_build(_LOWER)
_LOWER_FOLDED = _LOWER.translate(_FOLDED)


_ALPHABET_FOLDED = _ALPHABET.lower().translate(_FOLDED)


def fold(text: str) -> str:
    """The text in lower case, without marks, with d for đ, and no other change.

    Composed and decomposed letters fold alike; a composed text keeps its length. Idempotent. A text of usual letters is
    folded by writing it down in one 8-bit alphabet and reading it in another, ten times as fast as by translation.
    """
    if text.isascii():
        return text.lower()
    try:
        return charmap_decode(charmap_encode(text, "strict", _ENCODING)[0], "strict", _ALPHABET_FOLDED)[0]
    except UnicodeEncodeError:
        return _fold_unusual(text.lower())


def fold_printed(text: str) -> str | None:
    """The fold of a text of usual letters, which is composed then, and all of it in print; None for any other."""
    if text.isascii():
        return text.lower() if text.isprintable() else None
    try:
        written = charmap_encode(text, "strict", _PRINTED_ENCODING)[0]
    except UnicodeEncodeError:
        return None
    return charmap_decode(written, "strict", _ALPHABET_FOLDED)[0] if 0 not in written else None


def _fold_unusual(lower: str) -> str:
    """The fold of a text in lower case with letters, or signs, of which good Vietnamese has none."""
    try:
        return _fold_lower(lower)
    except UnicodeEncodeError as error:
        if not _MARK.match(lower, error.start):
            return lower.translate(_FOLDED)
    try:
        return _fold_lower(normalize("NFC", lower))
    except UnicodeEncodeError:
        return lower.translate(_FOLDED)


def _fold_lower(lower: str) -> str:
    """The fold of a text in the alphabet of small letters; UnicodeEncodeError for another."""
    return charmap_decode(charmap_encode(lower, "strict", _LOWER_ENCODING)[0], "strict", _LOWER_FOLDED)[0]


_WORD_LETTERS = bytes(code if letter.isalnum() else 0x20 for code, letter in enumerate(_LOWER)).ljust(256)
_SMALL_LETTERS = bytes(
    _LOWER.index(small) if (small := letter.lower()).isalnum() else 0x20 for letter in _ALPHABET
).ljust(256)
"""The letters of the alphabet as they stand, small, in that of small letters; blanks for what is in no word."""


def words_of(text: str) -> list[str]:
    """The words of a text in order, normalised and in small letters; signs part them."""
    return WORD.findall(normalise(text).lower())


def coded_words(text: str) -> list[bytes] | None:
    """The words of `words_of`, each in the 8-bit alphabet of usual letters, which `word_of` reads; fast like `fold`.

    None where a word has another letter.
    """
    text, known = _normalised(text)
    if known is not None:
        return known.translate(_SMALL_LETTERS).split()
    lower = text.lower()
    try:
        coded = charmap_encode(lower, "strict", _LOWER_ENCODING)[0]
    except UnicodeEncodeError as error:
        if any(map(str.isalnum, set(lower[error.start :]).difference(_LOWER))):
            return None
        coded = charmap_encode(lower, "replace", _LOWER_ENCODING)[0]
    return coded.translate(_WORD_LETTERS).split()


def word_of(coded: bytes) -> str:
    """The word that stands in the 8-bit alphabet of usual letters."""
    return charmap_decode(coded, "strict", _LOWER)[0]
