"""Initials in the place of a byline: whose they are, and those that stand for the portrait of an account."""

from __future__ import annotations

import re

from archive.vietnamese.spelling import fold
from scraper.reading.lines import Line
from scraper.reading.namelines import Credit, initials_of
from scraper.reading.posters import names_poster

_INITIALS = re.compile(r"(?:\w\.\s?){1,3}\w?|[A-ZĐ]{2,4}")


def whose_initials(credit: Credit, found: list[Credit]) -> Credit | None:
    """The person whose full name is printed elsewhere than the initials of a byline: "N.Đ.T" of Nguyễn Đức Thuận.

    Right below them, where they stand for a portrait, it may be a short name, or have them of its first and last word.
    """
    if _INITIALS.fullmatch(credit.text) is None:
        return None
    initials = _letters(credit)
    for other in found:
        if not other.people:
            continue
        first = initials_of(other.text, fewest=2 if other.start == credit.end else 3)
        if initials == first or (first and other.start == credit.end and initials == first[0] + first[-1]):
            return other
    return None


def are_of_account(lines: list[Line], credit: Credit) -> bool:
    """Whether initials stand for a portrait right above the name of an account: "QT" of "Quản trị viên"."""
    below = lines[credit.end] if credit.end < len(lines) else None
    if below is None or _INITIALS.fullmatch(credit.text) is None or not names_poster(below.text, below.folded):
        return False
    first = [word[0] for word in below.folded.split() if word[0].isalpha()]
    initials = _letters(credit)
    return bool(initials) and initials in {"".join(first[: len(initials)]), first[0] + first[-1]}


def _letters(credit: Credit) -> str:
    return "".join(letter for letter in fold(credit.text) if letter.isalpha())
