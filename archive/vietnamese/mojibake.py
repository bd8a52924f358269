"""UTF-8 that somebody read as windows-1252 (or 1258) and saved again: "Thông báo" as "ThÃ´ng bÃ¡o"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.patterns import rare
from archive.vietnamese.syllables import TONED, is_syllable

_CODE_PAGES = ("cp1252", "cp1258", "latin-1")
_LETTERS = {
    *(*TONED, *"ăđơưĂĐƠƯ₫\ufeff\u200b"),
    *(*map(chr, range(0x80, 0x100)), *bytes(range(0x80, 0x100)).decode("cp1252", "ignore")),
}


def _misread(letter: str, code_page: str) -> str:
    """What the UTF-8 bytes of a letter look like in a code page; bytes that it leaves open look like controls."""
    return "".join(bytes([code]).decode(code_page, "ignore") or chr(code) for code in letter.encode())


_READ = {_misread(letter, code_page): letter for code_page in _CODE_PAGES for letter in _LETTERS}
_TRAIL = f"[{re.escape(''.join(sorted({trail for misread in _READ for trail in misread[1:]})))}]"
_MARK = rare(
    rf"(?P<sure>[áïâ]{_TRAIL}{{2}}|[ÄÅÆË]{_TRAIL}|[ÃĂ](?:[¡-©¬®¯±´-¶¸¼-¿€]|{_TRAIL}(?:(?<=[a-z]..)|(?=[a-z])))"
    rf"|(?<=[A-Z])[ÃĂ][€‚ƒˆ‰ŠŒ’“”•™š\x80-\x95\x99\x9a\x9d](?=[A-Z]))|[ÃĂÂ]{_TRAIL}"
)
_SCRAP = rare(f"{_MARK.pattern}|á[º»]")
_PAIRS = {"»": "á", "º": "á", "€": "â"}
"""Second letters of pairs with the first."""
_LEADS = {lead: re.compile(f"{lead}(?:{_TRAIL}|(?<=[a-z].))") for lead in "ÃÄÆ"}
_GOOD = re.compile("[ÀÁÈÉÊÌÍÒ-ÕÙÚÝà-ãèéêìíò-õùúýăĐđĨĩŨũƠơƯưẠ-ỹ]")
_LOST = re.compile(r"(?<=[a-z])Ã(?=[ a-z]|$)")
_LOST_SPACE = re.compile(r"\b([A-Za-z]{0,4}[a-z])Ã ([a-zÀ-ỹ]{0,6})")
_LOST_HYPHEN = re.compile(rf"\b([A-Za-z]{{0,4}}[a-z])Ã([a-z]{{0,5}})(?!\w|{_TRAIL})")
_TIMES = 3


def unscramble(text: str) -> str:
    """The text with every misread letter read again, wherever a line or element shows that it was misread.

    What could be meant as it stands ("XÃ”" is a capital and a quotation mark, or a misread Ô) is read again only beside
    surer signs. Repeated for text that was misread and saved several times.
    """
    for _ in range(_TIMES):
        if not _may_be_misread(text):
            break
        repaired = re.sub(r"[^<>\n]+", _unscramble_line, text)
        if repaired == text:
            break
        text = repaired
    return text


def _may_be_misread(text: str) -> bool:
    """A quick look for the pairs that misread letters begin with; their rarer letters alone are found fastest."""
    return any(text[at - 1 : at] == first for sign, first in _PAIRS.items() for at in places(text, sign)) or any(
        pair.match(text, at) for lead, pair in _LEADS.items() for at in places(text, lead)
    )


def places(text: str, letter: str) -> Iterator[int]:
    """Where a letter stands in a text; one that most pages lack is found ten times as fast as by a pattern."""
    at = text.find(letter)
    while at >= 0:
        yield at
        at = text.find(letter, at + 1)


def _unscramble_line(line: re.Match[str]) -> str:
    sure = {mark[0] for mark in _MARK.finditer(line[0]) if mark["sure"] and mark[0] in _READ}
    if not sure and not _LOST.search(line[0]):
        return line[0]
    if _GOOD.search(_SCRAP.sub("", line[0])):
        if len(sure) < 2 and all(mark[0] in "áâï" for mark in sure):  # "Khám phá» Tin" with a no-break space
            return line[0]
        return _MARK.sub(lambda mark: _READ.get(mark[0], mark[0]) if mark["sure"] else mark[0], line[0])
    text = _LOST_HYPHEN.sub(_with_hyphen, _LOST_SPACE.sub(_with_space, line[0]))
    return _MARK.sub(lambda mark: _READ.get(mark[0], mark[0]), text)


def _with_space(word: re.Match[str]) -> str:
    """A misread à whose second half, a no-break space, became a space: "lÃ m" is làm, "lÃ một" là một."""
    before, after = word.groups()
    joined = f"{before}à{after}"
    return joined if not after or is_syllable(joined) else f"{before}à {after}"


def _with_hyphen(word: re.Match[str]) -> str:
    """A misread í whose second half, a soft hyphen, was dropped: "chÃnh" is chính."""
    read = f"{word[1]}í{word[2]}"
    return read if is_syllable(read) else word[0]
