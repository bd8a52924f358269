"""The accounts that put pages up, where pages print them as they are called: beside icons, counters and days."""

from __future__ import annotations

import re

_LOGIN = r"[a-z][a-z0-9._]{2,20}"
_VIEWS = r"(?:lượt )?(?:xem|đọc|lượt|views?)"
COUNTED = rf"(?:\s\W*\d[\d.,]*\s{_VIEWS}\W*)?"
"""A counter of views behind an account."""
_ICON = r"[^\w\s.,:;!?()\[\]\"'“”‘’/+*•·#<>=|–—-]+\s?"
"""A sign as style draws one before a name, and no bullet."""
_ALONE = re.compile(
    rf"(?:(?:[Bb]ởi|[Bb]y)(?:\s?:)?\s)?{_LOGIN}{COUNTED}|{_ICON}(?:{_LOGIN})(?:\s\W*\d[\d.,]*(?:\s{_VIEWS})?\W*)?"
)
_BESIDE = re.compile(r"\W*[a-z][a-z0-9._]{3,20}(?:@[a-z0-9.-]{3,30})?(?:\W+\d[\d.,]*){0,3}\W*")


def is_account(text: str) -> bool:
    """Whether a text is an account, perhaps behind the word or the icon for it and before a counter of views."""
    return _ALONE.fullmatch(text) is not None


def is_beside_day(text: str) -> bool:
    """Whether what stands on the line of a day is an account and nothing else, but for numbers of readers."""
    return _BESIDE.fullmatch(text) is not None
