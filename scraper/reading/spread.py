"""Weekdays and days printed with a space between any two letters, as old pages set them: "T h ứ  s á u"."""

from __future__ import annotations

import re

_SPREAD = re.compile(
    r"\b(?P<kind>t h ứ|c h ủ)\s{1,3}(?P<name>h a i|b a|t ư|n ă m|s á u|b ả y|n h ậ t|\d)(?! \w(?!\w))"
    r"(?:[\s,]{1,4}(?P<day>\d(?: [\d/.-]){5,}))?",
    re.IGNORECASE,
)


def drawn_together(text: str) -> str:
    """A text with such weekdays, and the days behind them, written as words."""
    return _SPREAD.sub(_together, text)


def _together(found: re.Match[str]) -> str:
    kind, name, day = ("".join((found[group] or "").split()) for group in ("kind", "name", "day"))
    return f"{kind} {name}, {day}" if day else f"{kind} {name}"
