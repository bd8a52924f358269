"""Lines that say when something takes place: the page was not put up then."""

from __future__ import annotations

import re

from scraper.reading.datewords import is_appointment
from scraper.reading.lines import Line

_ITEM = r"\W*(?:\d{1,2}|[a-z])\s?[.)]\s?"
_WHEN = re.compile(rf"(?:{_ITEM}|\W*)(?:thoi gian|ngay gio)\b(?! (?:dang|gui|cap nhat|tao|xuat ban))")
_WHERE = re.compile(rf"(?:{_ITEM}|\W*)(?:dia diem|thanh phan)\b")
_AND_WHERE = re.compile(r"\b(?:dia diem|thanh phan)\s?:|\btu\s\d[\dh:g ]{0,8}(?:gio\s)?(?:\d\d\s)?den\s\d")
"""Where something takes place, or from when to when, on the line that says when."""


def of_event(lines: list[Line], line: Line) -> bool:
    """Whether the line says when something takes place, and it or the one before or behind it where.

    A label alone has its day on the line behind it. A paragraph among others says it of what they tell.
    """
    if line.may_date and is_appointment(line.folded):
        return True
    if _WHEN.match(line.folded) is None:
        return False
    above = lines[line.index - 1] if line.index else line
    if above.prose and above.block.tag == line.block.tag and above.block.getparent() is line.block.getparent():
        return True
    end = line.index + (1 if line.may_date else 2)
    around = lines[max(0, line.index - 1) : line.index] + lines[end : end + 1]
    return any(_WHERE.match(other.folded) for other in around) or _AND_WHERE.search(line.folded) is not None
