"""Moments as programs write them: printed for a day, and in the attributes of a `time` that lacks the day."""

from __future__ import annotations

import re

from archive.vietnamese.dates.folded import AGO
from archive.vietnamese.spelling import fold
from scraper.reading.labelled import may_date
from scraper.reading.markup import Element

_LONGEST = 40
_UNDATED = re.compile(
    rf"\W*(?:(?:khoang )?{AGO}|(?:about )?(?:\d+|an?|one) (?:second|minute|hour|day|week|month|year)s? ago"
    r"|yesterday|today|just now|\d{1,2}(?:\s?[/.-]\s?|\s(?:thang|thg|th)\W?\s?)\d{1,2})\W*"
)
"""How long ago something was, or a day without its year."""
_MOMENT = re.compile(r"((?:19|20)\d\d-\d\d-\d\d)(?:[T ](\d\d:\d\d\S*))?")
_STAMP = r"(?:19|20)\d\d-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?"
_ALONE = re.compile(_STAMP)
_BEHIND = re.compile(rf"(?<=\s)(?:{_STAMP}|\({_STAMP}\)|\[{_STAMP}\])$")


def is_stamp(text: str) -> bool:
    """Whether a text is a moment as ISO 8601 has it, and nothing else: "2019-07-09T02:35:00.000Z"."""
    return text[:1] in ("1", "2") and _ALONE.fullmatch(text) is not None


def stamp_behind(text: str) -> str:
    """The moment of ISO 8601 that a text ends with, perhaps in brackets; nothing where it ends with none."""
    found = _BEHIND.search(text)
    return found[0] if found is not None else ""


def told_in_time(element: Element) -> str | None:
    """The text of a `time`, with the day that its attributes have behind one that only counts from the visit.

    Scripts write "3 ngày trước" over the day with which a page was made.
    """
    text: str | None = element.text
    if text is None or len(text) > _LONGEST or not _UNDATED.fullmatch(fold(text.strip())):
        return text
    shown = (element.get("title") or "").strip()
    if shown and len(shown) <= _LONGEST and may_date(fold(shown)):
        return f"{text.strip()} ({shown})"
    found = _MOMENT.fullmatch((element.get("datetime") or "").strip())
    return f"{text.strip()} ({' '.join(filter(None, found.groups()))})" if found is not None else text
