"""Links that records of a list share: a section, an agency, who posted. They are labels, and no announcements."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import islice
from typing import Any

from scraper.reading.anchors import Anchor, Link

_BESIDE = 3
"""How many other links a record has at most."""
_ENOUGH = 0.3
_HEIGHT = 4
"""Elements above a record of which one may hold all records of its list."""


def without_labels(links: list[Link]) -> list[Link]:
    """The links without labels: those to one address that stand in several records, each with another title.

    A label that only one record has is known by the form of its address, where enough of that form are shared.
    """
    several = [link for link in links if sum(anchor.title is not None for anchor in link.anchors) > 1]
    alike = [link for link in several if _is_alike(link)]
    if not alike:
        return links
    below, repeated = _links_below(links), {link.url for link in several}
    shared: set[str] = set()
    titles: set[str] = set()
    for link in alike:
        beside = _titles_beside(link, below, repeated)
        if len(beside) > 1:
            shared.add(link.url)
            titles |= beside
    if not shared:
        return links
    shapes = Counter(link.shape for link in links if link.url in shared)
    among = Counter(link.shape for link in links if link.url in shared or _is_beside(link, below))
    forms = {shape for shape, count in shapes.items() if count >= _ENOUGH * among[shape]}
    forms -= {link.shape for link in links if link.url in titles - shared}
    return [link for link in links if link.url not in shared and not (link.shape in forms and _is_beside(link, below))]


def _is_alike(link: Link) -> bool:
    """Whether a link stands twice in the same kind of place."""
    paths = [_path(anchor) for anchor in link.anchors if anchor.title]
    return len(set(paths)) < len(paths)


def _path(anchor: Anchor) -> tuple[str, ...]:
    """The tags around an anchor."""
    return tuple(above.tag for above in islice(anchor.element.iterancestors(), _BESIDE))


def _links_below(links: list[Link]) -> dict[Any, set[str]]:
    """The addresses that the links with words within each element lead to, as far as these are few."""
    below: dict[Any, set[str]] = {}
    for link in links:
        for anchor in link.anchors:
            for element in anchor.element.iterancestors() if anchor.title else ():
                found = below.setdefault(element, set())
                if len(found) > _BESIDE + 1:
                    break
                found.add(link.url)
    return below


def _titles_beside(link: Link, below: dict[Any, set[str]], repeated: set[str]) -> set[str]:
    """The titles that a link stands beside in like records of one list, one in each; of the list with most of them."""
    lists: dict[tuple[Any, ...], set[str]] = defaultdict(set)
    for anchor in link.anchors:
        record = _record_of(anchor, below) if anchor.title else None
        beside = below[record] - repeated if record is not None else set()
        if record is not None and len(beside) == 1:
            for above in islice(record.iterancestors(), _HEIGHT):
                lists[(above, *_path(anchor))] |= beside
    return max(lists.values(), key=len, default=set())


def _is_beside(link: Link, below: dict[Any, set[str]]) -> bool:
    return any(anchor.title and _record_of(anchor, below) is not None for anchor in link.anchors)


def _record_of(anchor: Anchor, below: dict[Any, set[str]]) -> Any:
    """The nearest element around a link with others, where these are few; None where they are many."""
    record = next((above for above in anchor.element.iterancestors() if len(below[above]) > 1), None)
    return record if record is not None and len(below[record]) <= _BESIDE + 1 else None
