"""Two states of an announcement side by side, line by line and word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

MOST_LINES = 1500
MOST_LINES_BETWEEN = 20
_WORD = re.compile(r"\s+|[^\s]+")
FIELDS = ("title", "published_printed", "byline_printed", "lead")

Kind = Literal["same", "gone", "new"]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a line that both states have, or only the earlier or the later one."""

    kind: Kind
    text: str


def text_of(content: dict[str, Any]) -> list[str]:
    """A state as lines: title, printed date, byline, lead, body, and the files whose contents are known."""
    lines = [str(content.get(name) or "") for name in FIELDS]
    lines += str(content.get("body_text") or "").split("\n")
    files = content.get("attachments") or ()
    lines += [f"{file.get('name') or file['url']} ({file['digest']})" for file in files if file.get("digest")]
    return [line for line in lines if line][:MOST_LINES]


def compare(before: list[str], after: list[str]) -> list[tuple[Part, ...]]:
    """The lines of both states in order; lines that changed are compared word by word."""
    lines: list[tuple[Part, ...]] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            lines += [(Part("same", line),) for line in before[a:b]]
        else:
            lines += _paired(before[a:b], after[c:d])
    return lines


def _paired(gone: list[str], new: list[str]) -> Iterator[tuple[Part, ...]]:
    """Lines that were replaced: each beside the next one that resembles it, where there is one."""
    following = 0
    for line in gone:
        reach = range(following, min(len(new), following + MOST_LINES_BETWEEN))
        partner = next((place for place in reach if _resemble(line, new[place])), None)
        if partner is None:
            yield (Part("gone", line),)
            continue
        yield from ((Part("new", added),) for added in new[following:partner])
        yield tuple(_words(line, new[partner]))
        following = partner + 1
    yield from ((Part("new", added),) for added in new[following:])


def _resemble(one: str, other: str) -> bool:
    words, others = set(one.split()), set(other.split())
    return 2 * len(words & others) >= min(len(words), len(others), 400) and len(words & others) > 0


def _words(old: str, new: str) -> Iterator[Part]:
    one, other = _WORD.findall(old), _WORD.findall(new)
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Part("same", "".join(one[a:b]))
            continue
        if a < b:
            yield Part("gone", "".join(one[a:b]))
        if c < d:
            yield Part("new", "".join(other[c:d]))
