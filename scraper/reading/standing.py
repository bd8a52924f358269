"""Where an anchor stands on its page: the tags around it, and whether it is of the page's frame."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

_TRANSPARENT = frozenset({"tbody", "thead", "font", "b", "strong", "i", "em", "u", "span", "center"})
_ENDS = frozenset({"header", "footer"})
_ASIDE = frozenset({"aside", "marquee"})
_ARTICLES = frozenset({"article", "section", "main"})
_HIDDEN = re.compile(r"display\s*:\s*none", re.I)
_PLACE_DEPTH = 6
_HEIGHT = 80
"""Elements above an anchor that are looked at; what is nested deeper is nested without reason."""


@dataclass(slots=True, eq=False)
class Stand:
    """Where an anchor stands: the nearest tags around it, but for those that only change letters, and in what.

    `navigation` is the page's menu, head or foot (an article's own head is none of these), `aside` what stands beside.
    """

    place: tuple[str, ...] = ()
    navigation: bool = False
    article: bool = False
    aside: bool = False
    hidden: bool = False


_NOWHERE = Stand()


def chain_of(element: Any, known: dict[Any, list[Any]]) -> list[Any]:
    """An element and what is above it, nearest first, so far as a page is nested with reason."""
    chain: list[Any] = []
    above = element
    while above is not None and len(chain) < _HEIGHT:
        if above in known:
            chain += known[above]
            break
        chain.append(above)
        above = above.getparent()
    known[element] = chain
    return chain


def stand_of(element: Any, known: dict[Any, Stand]) -> Stand:
    """Where an anchor within an element stands."""
    passed = []
    above = element
    while above is not None and above not in known:
        passed.append(above)
        above = above.getparent()
    stand = known[above] if above is not None else _NOWHERE
    for inner in reversed(passed):
        tag = inner.tag
        if tag not in _TRANSPARENT:
            stand = Stand(
                (tag, *stand.place[: _PLACE_DEPTH - 1]),
                stand.navigation
                or tag == "nav"
                or inner.get("role") == "navigation"
                or (tag in _ENDS and not stand.article and not _is_of_record(inner)),
                stand.article or tag in _ARTICLES,
                stand.aside or tag in _ASIDE,
                stand.hidden or hides(inner),
            )
        known[inner] = stand
    return stand


def hides(element: Any) -> bool:
    """Whether the style of an element hides what is in it."""
    style = element.get("style")
    return style is not None and _HIDDEN.search(style) is not None


def _is_of_record(end: Any) -> bool:
    """Whether a head or foot is that of one of several records: the element next to its own has such a one too."""
    record = end.getparent()
    beside = (record.getprevious(), record.getnext()) if record is not None else ()
    return any(other is not None and other.tag == record.tag and other.find(end.tag) is not None for other in beside)
