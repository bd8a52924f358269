"""What a `time` element prints: where that counts from the visit or lacks the year, its attributes tell the day."""

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
