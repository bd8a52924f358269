"""What of a capture anybody may see: its words with private numbers masked, its bytes where there is nothing to mask.

Bytes cannot be masked and stay evidence; where they hold a private person's number or the title of something
withheld, in text, attributes, addresses or scripts, they stay sealed with the operator.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Sequence
from html import unescape
from urllib.parse import unquote
from zlib import crc32

from archive.masking import mask
from archive.vietnamese.spelling import WORD, fold

FEWEST_WORDS = 4
"""Shorter titles, "Thông báo", are known where they are a whole line: other texts hold their words too."""
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")


def title_digest(title: str) -> str:
    """By which a withheld title is known without being told: a hint of its first word, how many words, their digest.

    Spelling, case, white space and signs do not matter.
    """
    words = _words(title)
    return f"{_hint(words[0]) if words else 0}.{len(words)}.{_digest(words)}"


def shown_lines(lines: Sequence[str], sealed_titles: Collection[str]) -> list[str]:
    """The lines of a captured page as they may be shown."""
    kept = [line for line in lines if not sealed_titles or not _tells(line, sealed_titles)]
    return mask("\n".join(kept)).split("\n") if kept else []


def is_clean(source: str, sealed_titles: Collection[str] = ()) -> bool:
    """Whether a page's source holds nothing that is masked and no such title, in attributes and scripts either."""
    if mask(source) != source:
        return False
    return not sealed_titles or not _tells(_ESCAPE.sub(_letter, unescape(unquote(source))), sealed_titles)


def _tells(text: str, sealed_titles: Collection[str]) -> bool:
    """Whether one of the titles stands in the text, or is the text where it is short."""
    lengths: dict[int, set[int]] = {}
    for title in sealed_titles:
        hint, count, _ = title.split(".")
        lengths.setdefault(int(hint), set()).add(int(count))
    words = _words(text)
    for start, word in enumerate(words):
        for length in lengths.get(_hint(word), ()):
            found = words[start : start + length]
            if (length >= FEWEST_WORDS or found == words) and title_digest(" ".join(found)) in sealed_titles:
                return True
    return False


def _words(text: str) -> list[str]:
    return WORD.findall(fold(text))


def _hint(word: str) -> int:
    return crc32(word.encode()) & 0xFF


def _digest(words: Sequence[str]) -> str:
    return hashlib.sha256(" ".join(words).encode()).hexdigest()


def _letter(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16))
