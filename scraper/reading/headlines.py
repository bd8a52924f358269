"""Headlines: links that read like the titles of other announcements, and the summaries below them."""

from __future__ import annotations

import re

from scraper.reading.attachments import leads_to_any_file
from scraper.reading.lines import Line
from scraper.reading.markup import Element

_HEADLINE = 24
_NUMBERED = re.compile(r"(?:[A-ZĐ][\wÀ-ỹ ]{3,20}(?:số:? )?)?\d+\s?/(?:(?:19|20)\d\d\s?/)?[A-ZĐ]{2,}[-A-ZĐƯ&]*")
"""What a paper is called by its type and number, or by its number alone: "Nghị quyết số 10/NQ-HĐND"."""
BEFORE_SUMMARY = 3
"""Lines of an entry before its summary: headline, day, section."""


def is_headline(line: Line) -> bool:
    """Whether a line is a link that reads like a title, and not one to a file."""
    if not line.is_link:
        return False
    if line.headline is None:
        line.headline = (
            (len(line.text) > _HEADLINE or _NUMBERED.fullmatch(line.text) is not None)
            and not leads_to_any_file(line)
            and not line.is_tool
        )
    return line.headline


def is_summary(lines: list[Line], line: Line, homes: set[Element]) -> bool:
    """Whether running text stands in one element with a headline just above, apart from the text before."""
    home = line.block.getparent()
    above = (other for other in lines[max(0, line.index - BEFORE_SUMMARY) : line.index] if is_headline(other))
    return home not in homes and any(home in other.block.iterancestors() for other in above)
