"""Printed bylines: people, desks and agencies, outlets."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Byline:
    """A byline as printed and as read.

    `people` are display names in printed order, `keys` one comparison key per person (folded, without spaces),
    `organisation` the desk or agency, `source` the outlet that the text was taken from.
    """

    people: tuple[str, ...]
    keys: tuple[str, ...]
    organisation: str | None
    source: str | None
    printed: str


_LABEL = re.compile(r"(?:tác giả|thực hiện|tin|bài|tin, ảnh|bài, ảnh)\s*:\s*", re.IGNORECASE)
_AGENCY = re.compile(r"(?:phòng|ban|bbt|văn phòng|sở|ubnd|công an|trung tâm|đài|hội)\b", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s+[-–]\s+|\s*[,;|\n]\s*")
_NAME = re.compile(r"[^\W\d_a-zđ][\w.'’]*(?:[ -][^\W\d_a-zđ][\w.'’]*){0,4}")


def read_byline(text: str, *, portal: str | None = None) -> Byline:
    """Who wrote it, for which desk or agency, and from which outlet it was taken."""
    cleaned = unicodedata.normalize("NFC", text).strip()[:500]
    rest = _LABEL.sub("", cleaned, count=1)
    if _AGENCY.match(rest):
        return Byline((), (), rest, None, text)
    people = tuple(part for part in _SEPARATOR.split(rest) if _NAME.fullmatch(part))
    return Byline(people, tuple(_key(name) for name in people), None, None, text)


def _key(name: str) -> str:
    plain = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return "".join(letter for letter in plain if letter.isalnum())
