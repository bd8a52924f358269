"""Tables of contents above a text: their label and the links below it to the parts of the page."""

from __future__ import annotations

import re

from scraper.reading.lines import Line, Printed

_LABEL = re.compile(
    r"\W*(?:muc luc|(?:cac )?noi dung(?: chinh)?|tom tat|(?:table of )?contents?|xem nhanh|trong bai(?: viet)?(?: nay)?"
    r"|bai viet (?:nay )?gom(?: co)?(?: cac phan)?)"
    r"(?: (?:cua |trong )?(?:bai(?: viet)?|noi dung)(?: nay)?)?\W*(?:(?:an|hien|hide|show|toggle)\W*)*"
)
_SHORT = 50
_NEAR = 12
"""Lines below a title among which a table of contents opens."""


def contents_of(printed: Printed, first: int, last: int) -> range:
    """The lines of a table of contents that opens close behind line `first`; empty where none does."""
    for line in printed.lines[first : min(last, first + _NEAR)]:
        if line.prose or line.linked or len(line.text) >= _SHORT or _LABEL.fullmatch(line.folded) is None:
            continue
        stop = line.index + 1
        while stop < last and _leads_within(printed.lines[stop]):
            stop += 1
        if stop > line.index + 1 or _is_empty(printed, line):
            return range(line.index, stop)
    return range(0)


def _leads_within(line: Line) -> bool:
    """Whether the links of a line lead to parts of a page, or are for a script."""
    return bool(line.hrefs) and all("#" in href or href[:11].lower() == "javascript:" for href in line.hrefs)


def _is_empty(printed: Printed, line: Line) -> bool:
    """Whether a label stands alone in an element beside a list that a script fills."""
    box = line.block.getparent()
    return printed.spans.get(box) == (line.index, line.index + 1) and any(
        part.tag in ("ul", "ol", "nav") for part in box.iterchildren()
    )
