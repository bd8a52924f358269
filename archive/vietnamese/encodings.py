"""From the bytes of a page to its text, whatever its header says.

Bytes that are valid UTF-8 are UTF-8. Others are read in the encoding in which their words are Vietnamese syllables,
else as declared or in windows-1252. Text that was written for an old font, or misread and saved again, is recognised by
its words too: they are no syllables as they stand, and are syllables as the font shows them.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import archive.vietnamese.fonts as fonts
from archive.vietnamese.mojibake import places, unscramble
from archive.vietnamese.syllables import is_syllable


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's text, the encoding that it was in, and what was done or found, in kebab-case.

    `encoding` is a name that Python knows, or "tcvn3" or "vni". Flags: "charset-lied" (the declared encoding is another
    one), "broken-bytes" (some bytes are no UTF-8 and became U+FFFD), "decoded-tcvn3", "decoded-vni", "decoded-viqr",
    "decoded-cp1258", "repaired-mojibake".
    """

    text: str
    encoding: str
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Font:
    """A way to write Vietnamese before Unicode: which words are written so, and how a text is read."""

    encoding: str
    flag: str
    is_word: Callable[[str], bool]
    read: Callable[[str], str]
    words: re.Pattern[str] = re.compile("[A-Za-z\u00a1-\u00ff]+")
    marked: re.Pattern[str] = re.compile("[^\x00-\x7f]")


_FONTS = (
    _Font("tcvn3", "decoded-tcvn3", fonts.is_tcvn3, fonts.from_tcvn3),
    _Font("vni", "decoded-vni", fonts.is_vni, fonts.from_vni),
    _Font("windows-1258", "decoded-cp1258", fonts.is_cp1258, fonts.from_cp1258),
)
_VIQR = _Font(
    "us-ascii",
    "decoded-viqr",
    fonts.is_viqr,
    fonts.from_viqr,
    words=re.compile(r"[A-Za-z][A-Za-z^(+*`'?~.]*"),
    marked=re.compile(r"[\^(+*`'?~.][a-z]|[\^(+*]|dd|D[dD]"),
)
_SIGNS = "µ¸¹\u00adñïøöð"
"""à á ạ ư in TCVN3, đ and three tones in VNI, đ in windows-1258: any sentence has one, and good Vietnamese none."""

_VIQR_SIGN = re.compile(r"\^(?<=[aeoAEO]\^)['`?~.]?[a-z ]")
_UNICODE_ONLY = re.compile("[ăĂđĐĩĨũŨơƠưƯẠ-ỹ]")
_LINE = re.compile(r"[^<>\n]+")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml[^>]{1,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]+)")
_DECLARED_WITHIN = 4096
_FEW = 8
_SHORT = 2000
_OF_THE_WEB = frozenset(
    {
        *("ascii", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "koi8-r", "koi8-u", "mac-roman"),
        *("mac-cyrillic", "cp866", "cp874", "tis-620", "gbk", "gb2312", "gb18030", "big5", "big5hkscs", "euc_jp"),
        *("iso2022_jp", "shift_jis", "cp932", "euc_kr", "cp949", *(f"iso8859-{part}" for part in range(1, 17))),
        *(f"cp{page}" for page in range(1250, 1259)),
    }
)
"""Python's names of the charsets that browsers read: https://encoding.spec.whatwg.org/#names-and-labels."""
_WINDOWS_1252 = "".join(bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x100))


def decode_page(body: bytes, content_type: str) -> Decoded:
    """The text of a response in the charset of its header, else in the one that the page names for itself."""
    found = (
        _CHARSET.search(content_type.encode("ascii", "ignore"))
        or _CHARSET.search(body, 0, _DECLARED_WITHIN)
        or _XML.match(body)
    )
    return decode(body, declared=found[1].decode() if found else None)


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """The text of a page and how it was found; `declared` is the charset of its header or `meta`, believed last.

    Never raises. A byte-order mark is not part of the text. A page of UTF-8 that was cut or has a few broken bytes is
    still UTF-8. Good text comes back as it is: nothing is composed or respelt here, but what is read from windows-1258.
    """
    marked = _by_byte_order(data)
    if marked:
        text, encoding = marked
        flags: tuple[str, ...] = ()
    else:
        try:
            text, flags = repair(data.decode("utf-8"))
            encoding = "utf-8"
        except UnicodeDecodeError:
            text, encoding, flags = _not_utf8(data, declared)
    if _contradicts(declared, encoding) and not data.isascii():
        flags = ("charset-lied", *flags)
    return Decoded(text, encoding, flags)


def repair(text: str) -> tuple[str, tuple[str, ...]]:
    """Decoded text with what was misread or written for an old font put right, and flags for what was done.

    Works line by line (and element by element): a body for an old font in a page of good Unicode is put right alone.
    """
    flags: tuple[str, ...] = ()
    repaired = unscramble(text)
    if repaired != text:
        flags = ("repaired-mojibake",)
    font = _font_of(repaired, _suspects(repaired))
    read = _read_lines(repaired, font) if font else repaired
    return (repaired, flags) if font is None or read == repaired else (read, (*flags, font.flag))


def _suspects(text: str) -> tuple[_Font, ...]:
    """The fonts for which a text may be written; in a longer one this is a quick look for letters of theirs."""
    short = len(text) < _SHORT
    if not text.isascii() and (short or any(sign in text for sign in _SIGNS)):
        return _FONTS
    if any(_VIQR_SIGN.match(text, at) for at in places(text, "^")) or (short and ("^" in text or "+" in text)):
        return (_VIQR,)
    return ()


def _font_of(text: str, candidates: tuple[_Font, ...]) -> _Font | None:
    """The font for which lines without letters of Unicode alone were written, if there are any."""
    if not candidates:
        return None
    words = [
        set(candidates[0].words.findall(line))
        for line in _LINE.findall(text)
        if (not line.isascii() or "^" in line or "+" in line) and not _UNICODE_ONLY.search(line)
    ]
    weight, font = max(((_evidence(words, font), font) for font in candidates), key=lambda pair: pair[0])
    return font if weight else None


def _evidence(lines: list[set[str]], font: _Font) -> int:
    """How many different words are Vietnamese in that font and not as they stand; 0 if too many others are neither."""
    words: set[str] = set()
    for line in lines:
        marked = {word for word in line if font.marked.search(word)}
        if any(font.is_word(word) and not is_syllable(word) for word in marked):
            words |= marked | {word for word in line - marked if not word.isupper()}
    marked = {word for word in words if font.marked.search(word)}
    good = {word for word in marked if font.is_word(word)}
    natural = good | {word for word in words - marked if is_syllable(word) or font.is_word(word)}
    enough = 0.5 if len(good) > _FEW else 0.7
    if len(good) < 2 or len(good) < 0.7 * len(marked) or len(natural) < enough * len(words):
        return 0
    return sum(not is_syllable(word) for word in good)


def _read_lines(text: str, font: _Font) -> str:
    """The text with the lines read that were written for the font, and with them those that could be either."""
    pieces: list[str] = []
    end, reading = 0, False
    for line in _LINE.finditer(text):
        marked = {word for word in font.words.findall(line[0]) if font.marked.search(word)}
        if _UNICODE_ONLY.search(line[0]):
            reading = False
        elif marked:
            gain = sum(font.is_word(word) - is_syllable(word) for word in marked)
            reading = gain > 0 or (gain == 0 and reading and any(map(font.is_word, marked)))
        if reading and marked:
            pieces += text[end : line.start()], font.read(line[0])
            end = line.end()
    return "".join(pieces) + text[end:]


def _by_byte_order(data: bytes) -> tuple[str, str] | None:
    """UTF-8 or UTF-16 by its byte-order mark, or UTF-16 by the zeros that every second byte of it has."""
    if data.startswith(codecs.BOM_UTF8):
        return data.decode("utf-8-sig", "replace"), "utf-8"
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return data[2:].decode(encoding, "replace"), encoding
    if b"\0" in data:
        even, odd = data[::2].count(0), data[1::2].count(0)
        for zeros, others, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
            if zeros > len(data) // 5 and others * 8 < zeros:
                return data.decode(encoding, "replace"), encoding
    return None


def _not_utf8(data: bytes, declared: str | None) -> tuple[str, str, tuple[str, ...]]:
    """Text, encoding and flags of bytes that are not, or not wholly, UTF-8."""
    replaced = data.decode("utf-8", "replace")
    broken = replaced.count("\ufffd")
    sound = len(data.translate(None, bytes(range(0xC0)))) - broken
    if sound >= 4 * broken or (sound > 0 and broken == 1 and replaced.endswith("\ufffd")):
        text, flags = repair(replaced)
        return text, "utf-8", ("broken-bytes", *flags)
    text, _ = codecs.charmap_decode(data, "strict", _WINDOWS_1252)
    font = _font_of(text, _FONTS)
    if font:
        return font.read(text), font.encoding, (font.flag,)
    codec = _codec(declared)
    if codec and codec not in ("utf-8", "cp1252"):
        try:
            return data.decode(codec), codec, ()
        except UnicodeDecodeError:
            pass
    return text, "windows-1252", ()


@lru_cache(maxsize=64)
def _codec(declared: str | None) -> str | None:
    """The codec that a declared charset means to browsers (Latin-1 and ASCII mean windows-1252); None if unknown.

    Python knows others, "idna" or "undefined", that are no charsets of pages and fail in ways of their own.
    """
    try:
        name = codecs.lookup((declared or "").strip(" \t\"';")).name
    except LookupError:
        return None
    if name not in _OF_THE_WEB:
        return None
    return {"iso8859-1": "cp1252", "ascii": "cp1252", "latin-1": "cp1252", "utf-8-sig": "utf-8"}.get(name, name)


def _contradicts(declared: str | None, encoding: str) -> bool:
    """Whether the declared charset is a known one and another; a page for an old font may call itself windows-1252."""
    codec = _codec(declared)
    real = "cp1252" if encoding in ("tcvn3", "vni") else _codec(encoding)
    return codec is not None and codec != real and not (codec == "utf-16" and encoding.startswith("utf-16"))
