"""Text written for the encodings before Unicode, as it looks when its bytes are read as windows-1252.

Tables: TCVN 5712:1993 in its third form (TCVN3, "ABC", fonts named .VnTime), VNI for Windows (fonts named VNI-Times),
windows-1258, and VIQR (RFC 1456), which writes the marks as ASCII signs behind their letters.
"""

from __future__ import annotations

import re
from unicodedata import normalize

from archive.patterns import rare
from archive.vietnamese.syllables import TONED, is_syllable

_TCVN3_PLAIN = dict(zip("¡¢£¤¥¦§¨©ª«¬\u00ad®", "ĂÂÊÔƠƯĐăâêôơưđ", strict=True))
_TCVN3_TONED = {
    "à": "µ", "ả": "¶", "ã": "·", "á": "¸", "ạ": "¹", "ằ": "»", "ẳ": "¼", "ẵ": "½", "ắ": "¾", "ặ": "Æ",
    "ầ": "Ç", "ẩ": "È", "ẫ": "É", "ấ": "Ê", "ậ": "Ë", "è": "Ì", "ẻ": "Î", "ẽ": "Ï", "é": "Ð", "ẹ": "Ñ",
    "ề": "Ò", "ể": "Ó", "ễ": "Ô", "ế": "Õ", "ệ": "Ö", "ì": "×", "ỉ": "Ø", "ĩ": "Ü", "í": "Ý", "ị": "Þ",
    "ò": "ß", "ỏ": "á", "õ": "â", "ó": "ã", "ọ": "ä", "ồ": "å", "ổ": "æ", "ỗ": "ç", "ố": "è", "ộ": "é",
    "ờ": "ê", "ở": "ë", "ỡ": "ì", "ớ": "í", "ợ": "î", "ù": "ï", "ủ": "ñ", "ũ": "ò", "ú": "ó", "ụ": "ô",
    "ừ": "õ", "ử": "ö", "ữ": "÷", "ứ": "ø", "ự": "ù", "ỳ": "ú", "ỷ": "û", "ỹ": "ü", "ý": "ý", "ỵ": "þ",
}  # fmt: skip
_TCVN3 = str.maketrans(_TCVN3_PLAIN | {code: letter for letter, code in _TCVN3_TONED.items()})

_VNI_TONES = {"ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_VNI_CIRCUMFLEX = {"â": "", "à": "\u0300", "á": "\u0301", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_VNI_BREVE = {"ê": "", "è": "\u0300", "é": "\u0301", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_VNI_MARKS = (
    _VNI_TONES
    | {code: "\u0302" + tone for code, tone in _VNI_CIRCUMFLEX.items()}
    | {code: "\u0306" + tone for code, tone in _VNI_BREVE.items()}
)
_VNI_LETTERS = dict(zip("æóòôöîñÆÓÒÔÖÎÑ", "ỉĩịơưỵđỈĨỊƠƯỴĐ", strict=True))
_VNI_CODES = "".join(_VNI_MARKS)
_VNI = re.compile(f"([aAeEoOuUyYôÔöÖ])([{_VNI_CODES}{_VNI_CODES.upper()}])|[{''.join(_VNI_LETTERS)}]")

_CP1258 = {bytes([code]).decode("cp1252", "replace"): code for code in range(0xC0, 0x100)}
_FROM_CP1258 = str.maketrans({letter: bytes([code]).decode("cp1258") for letter, code in _CP1258.items()})

_VIQR_MARKS = {"^": "\u0302", "(": "\u0306", "+": "\u031b", "*": "\u031b"}
_VIQR_TONES = {"`": "\u0300", "'": "\u0301", "?": "\u0309", "~": "\u0303", ".": "\u0323"}
_VIQR = re.compile(r"([aeiouyAEIOUY])([\^(+*]?)([`'?~.]?)|([dD])[dD]")
_VIQR_SURE = re.compile(r"[aAeEoO]\^|[aA]\(|[oOuU][+*]|dd|D[dD]")
_VIQR_WORD = re.compile(r"(?<![\w\\])[A-Za-z][A-Za-z^(+*`'?~.]*")

_VIETNAMESE = {*TONED, *"ăâđêôơưĂÂĐÊÔƠƯ"}
_SMALL = "".join(letter for letter in _VIETNAMESE if letter.islower())
_LARGE = "A-Z" + "".join(letter for letter in _VIETNAMESE if letter.isupper())
_CAPITALS = rare(rf"\b[{_LARGE}{_SMALL}]*(?:[A-Z]{{2}}|[A-Z][{_SMALL}]+[A-Z])[{_LARGE}{_SMALL}]*\b")
_BESIDE_CAPITALS = rare(
    rf"\b(?<=[{_LARGE}][{_LARGE}][ -])[A-Z][{_SMALL}]+\b|\b[A-Z][{_SMALL}]+\b(?=[ -][{_LARGE}][{_LARGE}])"
)


def from_tcvn3(text: str) -> str:
    """The text with each character read as the font shows it.

    The fonts have no capitals with tones, capitals are a font of their own: what stands in a word of capitals, or in a
    word with one capital beside such words, becomes capital too.
    """
    return _BESIDE_CAPITALS.sub(_capitals, _CAPITALS.sub(_capitals, text.translate(_TCVN3)))


def _capitals(word: re.Match[str]) -> str:
    return word[0].upper()


def is_tcvn3(word: str) -> bool:
    """Whether the word is a Vietnamese syllable written for a TCVN3 font, with a letter of its own."""
    return all(letter.isascii() or ord(letter) in _TCVN3 for letter in word) and is_syllable(from_tcvn3(word))


def from_vni(text: str) -> str:
    """The text with each letter and the mark behind it as one letter; what is no such pair stays."""
    return _VNI.sub(_vni_letter, text)


def _vni_letter(code: re.Match[str]) -> str:
    base, mark = code.groups()
    if base is None:
        return _VNI_LETTERS[code[0]]
    letter = normalize("NFC", _VNI_LETTERS.get(base, base) + _VNI_MARKS[mark.lower()])
    return letter if letter in _VIETNAMESE else code[0]


def is_vni(word: str) -> bool:
    """Whether the word is a Vietnamese syllable written for a VNI font; í and ì alone have the same code in both."""
    return _VNI.sub("", word).strip("íìÍÌ").isascii() and is_syllable(from_vni(word))


def from_cp1258(text: str) -> str:
    """The text of windows-1258 bytes that were read as windows-1252, composed."""
    return normalize("NFC", text.translate(_FROM_CP1258))


def is_cp1258(word: str) -> bool:
    """Whether the word is a Vietnamese syllable in windows-1258."""
    return is_syllable(from_cp1258(word))


def from_viqr(text: str) -> str:
    """The text with the signs of VIQR as marks, in words that become Vietnamese by it.

    A sign behind a vowel is a mark; where it is punctuation a backslash stands before it, as RFC 1456 has it.
    """
    return re.sub(r"\\([`'?~.^(+*\\])", r"\1", _VIQR_WORD.sub(_viqr_word, text))


def _viqr_word(word: re.Match[str]) -> str:
    read = _VIQR.sub(_viqr_letter, word[0])
    letters = read.rstrip("`'?~.")
    return read if is_syllable(letters) or (letters.isalpha() and _VIQR_SURE.search(word[0])) else word[0]


def _viqr_letter(code: re.Match[str]) -> str:
    vowel, mark, tone, d = code.groups()
    if d:
        return "Đ" if d == "D" else "đ"
    letter = normalize("NFC", vowel + _VIQR_MARKS.get(mark, "") + _VIQR_TONES.get(tone, ""))
    return letter if letter in _VIETNAMESE else code[0]


def is_viqr(word: str) -> bool:
    """Whether the word is a Vietnamese syllable in VIQR, perhaps with punctuation behind it."""
    return is_syllable(_VIQR.sub(_viqr_letter, word).rstrip("`'?~."))
