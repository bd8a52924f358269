"""To which side an element sets its text."""

from __future__ import annotations

import re

from scraper.reading.markup import Element

_RIGHT = re.compile(r"text-align\s*:\s*(?:right|end)|float\s*:\s*right", re.IGNORECASE)


def stands_right(block: Element) -> bool:
    """Whether a block, or what holds it, sets its text to the right, as names and days below a text are."""
    for element in (block, block.getparent()):
        if element is not None and (
            (element.get("align") or "").lower() == "right" or _RIGHT.search(element.get("style") or "")
        ):
            return True
    return False
