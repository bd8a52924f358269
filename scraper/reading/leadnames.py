"""Who wrote, named between the lead of a text and all the rest of it."""

from __future__ import annotations

import re

from scraper.reading.alignment import stands_right
from scraper.reading.captions import is_caption
from scraper.reading.lines import Line, Printed
from scraper.reading.namelines import Credit, name_alone
from scraper.reading.region import Region
from scraper.reading.writermarks import names_writer

_FAR, _NEAR = 6, 3
"""Lines between a title and its lead, and between a name and the paragraph below it, at most."""
_LONGEST = 60
_SCORE = 2.65
_BORN = re.compile(r"\W*(?:nguyen\b.{0,80})?sinh (?:ngay|nam)\b")
"""What follows the name of whom a text tells."""
_STOPS = (".", "!", "?", "…", "”", '"', "’", ")")


def name_below_lead(printed: Printed, region: Region) -> Credit | None:
    """A person named right below the first paragraph, where markup calls that line the writer's or the lead is apart.

    Nobody below a picture, none that a sentence leads to, and no heading of a part that tells of one of several.
    """
    lines = printed.lines[region.body : region.text_end]
    lead = next((line for line in lines[:_FAR] if line.prose), None)
    if lead is None or lead.index + 1 >= region.text_end or not lead.text.endswith(_STOPS):
        return None
    line = printed.lines[lead.index + 1]
    if len(line.text) > _LONGEST or line.prose or line.heading or line.hidden or line.picture is not None:
        return None
    below = next((other for other in printed.lines[line.index + 1 : line.index + 1 + _NEAR] if other.prose), None)
    credit = name_alone(printed, line, 1, begin=region.body)
    if below is None or _BORN.match(below.folded) or credit is None or not credit.people or is_caption(line):
        return None
    if not names_writer(line):
        is_signed = stands_right(line.block) or (_dressed(line) and _is_apart(lead, below))
        if not is_signed or any(_names_like(printed, other, line) for other in lines if other is not line):
            return None
    return Credit(credit.text, line.index, line.index + 1, _SCORE, True, "below the lead")


def _dressed(line: Line) -> bool:
    """Whether all of a line is bold or italic."""
    return max(line.bold, line.italic) * 10 >= len(line.text) * 8


def _is_apart(lead: Line, below: Line) -> bool:
    """Whether a lead has a dress or an element of its own, and what is below the name has not."""
    if lead.heading or lead.block.getparent() is not below.block.getparent():
        return True
    return _dressed(lead) and not _dressed(below)


def _names_like(printed: Printed, other: Line, line: Line) -> bool:
    """Whether another line names a person in the same dress, as heads of parts do."""
    if other.prose or len(other.text) > _LONGEST or _dressed(other) != _dressed(line):
        return False
    named = name_alone(printed, other, 1)
    return named is not None and named.people
