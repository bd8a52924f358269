"""What of a capture anybody may see: its words with private numbers masked, its bytes where there is nothing to mask.

Bytes cannot be masked and stay evidence; where they hold a private person's number or the title of something
withheld, in text, attributes, addresses or scripts, they stay sealed with the operator.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from html import unescape
from urllib.parse import unquote
from zlib import crc32

from archive.masking import mask
from archive.vietnamese.spelling import WORD, fold, normalise

FEWEST_WORDS = 4
"""Shorter titles, "Thông báo", are known where they are a whole line: other texts hold their words too."""
OPENING = 8
"""By so many words a title is known that a teaser cuts; leads and paragraphs of fewer are nothing of their own."""
_ROUNDS = 3
_UNREADABLE = "\ufffd"
"""What stands for bytes that nobody can read; they may be those of a title."""
_ESCAPE = re.compile(
    r"[\\%]\\{0,7}(?:u([0-9a-fA-F]{4})|(?<=\\)(?:u\{([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{2})|[nrtfv/\"']))", re.ASCII
)
_TAG = re.compile(r"<[^<>]*>")
_CUT = re.compile(r"…|\.\.\.+")
_OCTETS = re.compile(r"(?:%[0-9a-fA-F]{2})+")


def sealing_digests(title: str | None, lead: str | None, body: str | None) -> Iterator[str]:
    """The digests by which pages that tell of a withheld announcement are known: of title, lead and first paragraph.

    Of a long one there is another for its first words, with how many it has, to know it where a teaser cuts it.
    """
    lines = (line for line in (body or "").split("\n") if not line.isupper())
    first = next((line for line in lines if len(WORD.findall(line)) >= OPENING), None)
    for text in filter(None, (title, lead, first)):
        words = WORD.findall(_plain(text))
        if words and (text is title or len(words) >= OPENING):
            yield _digest(words)
            if len(words) > OPENING:
                yield f"{_digest(words[:OPENING])}.{len(words)}"


def shown_lines(lines: Sequence[str], sealed_titles: Collection[str]) -> list[str | None]:
    """The lines of a captured page as they may be shown; None stands for what is left out, be it one line or several.

    Nothing is shown where what tells a title cannot be told from the rest.
    """
    plain = [_unescaped(line) for line in lines]
    left_out = _telling(plain, sealed_titles)
    left_out |= {index for index, line in enumerate(lines) if sealed_titles and _UNREADABLE in line}
    left_out |= {
        index
        for index, line in enumerate(lines)
        if plain[index] != line and mask(plain[index]) != plain[index] and mask(line) == line
    }
    kept = [line for index, line in enumerate(lines) if index not in left_out]
    is_marked_up = any("<" in line for line in plain)
    if is_marked_up and _tell(kept, sealed_titles):
        left_out |= {index for index, line in enumerate(lines) if _tell([line], sealed_titles)}
        kept = [line for index, line in enumerate(lines) if index not in left_out]
    if not kept or (is_marked_up and _tell(kept, sealed_titles)):
        return [None] if lines else []
    masked = iter(mask("\n".join(kept)).split("\n"))
    shown = [None if index in left_out else next(masked) for index in range(len(lines))]
    return [line for index, line in enumerate(shown) if line is not None or index == 0 or shown[index - 1] is not None]


def is_clean(source: str, sealed_titles: Collection[str] = ()) -> bool:
    """Whether a page's source holds nothing that is masked and no such title, in attributes and scripts either."""
    plain = _unescaped(source)
    return all(mask(text) == text for text in {source, plain}) and not _tells(source, plain, sealed_titles)


def _tell(lines: Sequence[str], sealed_titles: Collection[str]) -> bool:
    source = "\n".join(lines)
    return _tells(source, _unescaped(source), sealed_titles)


def _tells(source: str, plain: str, sealed_titles: Collection[str]) -> bool:
    """Whether a source tells one of the titles, whatever escapes its letters and tags part its words, or may."""
    if not sealed_titles or _UNREADABLE in source:
        return bool(sealed_titles)
    texts = dict.fromkeys((plain, _TAG.sub(" ", plain), _TAG.sub("", plain)))
    return any(_telling([text], sealed_titles) for text in texts)


def _telling(lines: Sequence[str], sealed_titles: Collection[str]) -> set[int]:
    """Which lines hold one of the titles or a part of one that goes over several; a short one is a line by itself."""
    if not sealed_titles:
        return set()
    words: list[str] = []
    owners: list[int] = []
    cuts: list[int] = []
    for index, line in enumerate(lines):
        for part in _CUT.split(_plain(line)):
            words += WORD.findall(part)
            cuts.append(len(words))
        owners += [index] * (len(words) - len(owners))
        cuts.pop()
    telling: set[int] = set()
    hints = {word: _hint(word) for word in set(words)}
    kinds = _by_hint(sealed_titles)
    beginning = {word: kinds[hint] for word, hint in hints.items() if hint in kinds}
    for start in [place for place, word in enumerate(words) if word in beginning]:
        for length, last, whole in beginning[words[start]]:
            end = start + length
            if end > len(words) or hints[words[end - 1]] != last:
                continue
            digest = _digest(words[start:end])
            if whole is not None:
                place = bisect_left(cuts, end)
                if place == len(cuts) or cuts[place] > start + whole or f"{digest}.{whole}" not in sealed_titles:
                    continue
                end = cuts[place]
            elif digest not in sealed_titles or (length < FEWEST_WORDS and not _is_line(owners, start, end)):
                continue
            telling.update(owners[start:end])
    return telling


def _by_hint(sealed_titles: Collection[str]) -> dict[int, set[tuple[int, int, int | None]]]:
    """By the hint of the first word: of how many words a digest is, the hint of the last, how many the whole has."""
    kinds: dict[int, set[tuple[int, int, int | None]]] = {}
    for title in sealed_titles:
        first, last, count, _, *whole = title.split(".")
        kinds.setdefault(int(first), set()).add((int(count), int(last), int(whole[0]) if whole else None))
    return kinds


def _is_line(owners: list[int], start: int, end: int) -> bool:
    """Whether these words are one line."""
    line = owners[start]
    return (
        owners[end - 1] == line
        and (start == 0 or owners[start - 1] != line)
        and (end == len(owners) or owners[end] != line)
    )


def _unescaped(text: str) -> str:
    """The text without the escapes of HTML, addresses and scripts, those within others as well."""
    for _ in range(_ROUNDS):
        before = text
        if "\\" in text or "%u" in text:
            text = _ESCAPE.sub(_letter, text)
        if "%" in text:
            text = _OCTETS.sub(lambda octets: unquote(octets[0]), text)
        if "&" in text:
            text = unescape(text)
        if text == before:
            break
    return text


def _letter(escape: re.Match[str]) -> str:
    code = int(escape[1] or escape[2] or escape[3] or "20", 16)
    return chr(code) if code <= 0x10FFFF else " "


def _plain(text: str) -> str:
    return fold(normalise(text))


def _hint(word: str) -> int:
    return crc32(word.encode()) & 0xFF


def _digest(words: Sequence[str]) -> str:
    """By which withheld words are known without being told: hints of the first and the last, how many, their digest.

    Spelling, case, white space and signs do not matter: the words are those of `_plain`.
    """
    first, last = (_hint(words[0]), _hint(words[-1])) if words else (0, 0)
    return f"{first}.{last}.{len(words)}.{hashlib.sha256(' '.join(words).encode()).hexdigest()}"
