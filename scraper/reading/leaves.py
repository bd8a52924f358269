"""Leaves of a calendar: day, month and year that stand below each other, or side by side in elements of their own."""

from __future__ import annotations

import re

from archive.vietnamese.dates.folded import WEEKDAY
from archive.vietnamese.dates.grammar import ENGLISH_MONTH
from archive.vietnamese.spelling import fold

LONGEST_LEAF = 28
"""Characters of the first line of a leaf with the weekday."""
LONGEST_GLUED = 16
"""Those of one without it, all on one line."""
_LINES = 3
_YEAR_FIRST = 17
"""The group of a year that stands over its day."""
_DAY = r"(0?[1-9]|[12]\d|3[01])"
_FIGURE = r"(?:0?[1-9]|1[0-2])"
_ORDINAL = r"(?:gieng|mot|hai|ba|tu|nam|sau|bay|tam|chin|muoi(?: (?:mot|hai))?|chap)"
_NAMED = rf"(?:(?:thang|thg|th)\W?\s*{_FIGURE}|thang {_ORDINAL})(?!\w)"
_ENGLISH = rf"{ENGLISH_MONTH}\.?"
_MONTH = rf"((?:{_FIGURE}|{_NAMED}|{_ENGLISH}))"
_YEAR = r"((?:19|20)\d\d)"
_IN_YEAR = r"(?:\s?[-/.,]\s?|\s(?:nam\s)?)"
_LEAF = re.compile(
    rf"(?:{_DAY}\s{_MONTH}{_IN_YEAR}{_YEAR}|{_DAY}\s?[/.-]\s?({_FIGURE})\s{_YEAR}|{_MONTH}{_IN_YEAR}{_YEAR}\s{_DAY}"
    rf"|({_NAMED}|{_ENGLISH})\s{_DAY},?\s{_YEAR}|{_DAY}\s({_NAMED})|({_NAMED})\s{_DAY}"
    rf"|{_YEAR}\s{_DAY}(?:\s?[/.-]\s?({_FIGURE})|\s({_NAMED})))(?=\n|$)"
)
_PARTS = ((1, 2, 3), (4, 5, 6), (9, 7, 8), (11, 10, 12), (13, 14, 0), (16, 15, 0), (18, 19, 17), (18, 20, 17))
"""The groups of day, month and year for each way to print a leaf."""
_OPENS = re.compile(rf"(?:{_DAY}|{_MONTH}|{_YEAR}).{{0,14}}")
_WEEKDAY = re.compile(rf"{WEEKDAY}[\s,]{{0,2}}(?=\d|th)")
"""The weekday before the pieces of a leaf, on a line with the first of them."""
_BELOW_DAY = re.compile(rf"{_MONTH}(?:{_IN_YEAR}{_YEAR})?\s*")
_DAY_ALONE, _YEAR_ALONE = re.compile(_DAY), re.compile(_YEAR)
_BEHIND_YEAR = re.compile(rf"{_DAY}\s?[/.-]\s?{_FIGURE}")
_BEFORE_YEAR = re.compile(rf"(?:{_NAMED}|{_ENGLISH}|{_BEHIND_YEAR.pattern})")
_DIGIT = re.compile(r"\d")


def day_of_leaf(lines: list[str]) -> tuple[str, int]:
    """The day whose pieces some lines begin with, and how many these are; no day and one line where they do not.

    The month may stand over the day, and all of them on one line ("05 10/2016").
    """
    size = len(lines[0])
    first = fold(lines[0]) if size <= LONGEST_LEAF else ""
    if size > LONGEST_GLUED or _OPENS.fullmatch(first) is None:
        weekday = _WEEKDAY.match(first) if len(first) == size else None
        return _behind_weekday(lines, weekday.end()) if weekday else ("", 1)
    text = "\n".join(lines[:_LINES])
    found = _LEAF.match(folded := fold(text))
    if found is None or len(folded) != len(text):
        return "", 1
    day, month, year = next(parts for parts in _PARTS if found[parts[0]] and found[parts[1]])
    printed, size = text[: found.end()], found[0].count("\n") + 1
    named = not found[month].isdigit()
    if named and year < _YEAR_FIRST and (day < month or (day < year and "," in printed)):
        return printed.replace("\n", " "), size  # it is read as it stands
    mark = " " if named else next((sign for sign in "/-." if sign in printed), "/")
    return mark.join(text[slice(*found.span(part))] for part in (day, month, year) if part), size


def _behind_weekday(lines: list[str], start: int) -> tuple[str, int]:
    """The same for lines of which the first opens with a weekday, which goes before the day."""
    day, size = day_of_leaf([lines[0][start:], *lines[1:]])
    return (f"{lines[0][:start].rstrip(' ,')}, {day}", size) if day else ("", 1)


def with_days_joined(lines: list[str]) -> list[str]:
    """The lines, with day, month and year in one where they stand below each other, as on a leaf of a calendar."""
    joined: list[str] = []
    place = 0
    while place < len(lines):
        day, size = day_of_leaf(lines[place : place + _LINES]) if len(lines[place]) <= LONGEST_LEAF else ("", 1)
        joined.append(day or lines[place])
        place += size
    return joined


def joined(pieces: list[str], longest: int) -> str:
    """The text of pieces between which no space stands; those of a leaf stand apart, as style shows them.

    `longest` is how many characters a leaf has at most.
    """
    text = "".join(pieces)
    if len(text) > longest or _DIGIT.search(text) is None:
        return text
    apart = " ".join(pieces)
    return apart if day_of_leaf([" ".join(apart.split())])[0] else text


def goes_on_leaf(before: str, text: str) -> bool:
    """Whether text goes on with a leaf that the text before it begins, with no space between the two.

    A month, perhaps with its year, behind a day; a year behind day and month; these behind a year.
    """
    if max(len(before), len(text)) > LONGEST_LEAF:
        return False
    folded = fold(text).strip()
    if _YEAR_ALONE.fullmatch(folded):
        return _BEFORE_YEAR.fullmatch(fold(before)) is not None
    if _YEAR_ALONE.fullmatch(before):
        return _BEHIND_YEAR.fullmatch(folded) is not None
    if _DAY_ALONE.fullmatch(before) is None or _BELOW_DAY.fullmatch(folded) is None:
        return False
    return not folded.isdigit() or len(before) == len(folded) == 2
