"""Links that records of a list share: a section, an agency, who posted. They are labels, and no announcements."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import islice
from statistics import median
from typing import Any

from scraper.reading.anchors import Anchor, Link
from scraper.reading.invitations import leads_to_all
from scraper.reading.shapes import PAPER, POSTED, has_id, words_in

_BESIDE = 3
"""How many other links a record has at most."""
_ENOUGH = 0.3
_HEIGHT = 4
"""Elements above a record of which one may hold all records of its list."""

_SOME_RECORDS = 3
_LONGEST_NAME = 5
"""Words of the name of a section."""
_LONGEST_HEAD = 6
"""Words of the name of a section over its box."""
_LONGER = 1.5
"""How many times as long as such names titles are."""


def without_labels(links: list[Link]) -> list[Link]:
    """The links without labels: those to one address that stand in several records, each with another title.

    A label that only one record has is known by the form of its address, where enough of that form are shared, or
    where records have a short name of that form each behind a title of another form (`/chuyen-muc/7/`). What "Xem tất
    cả" leads to as well is a section, whatever its name is.
    """
    links = [link for link in links if not _names_section(link)]
    names = _names_behind_titles(links)
    links = [link for link in links if link.url not in names] if names else links
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


def _names_section(link: Link) -> bool:
    """Whether a link with a short name leads to all of a section, as another of its address says."""
    if not any(leads_to_all(anchor.text) for anchor in link.anchors):
        return False
    return all(words_in(anchor.title) <= _LONGEST_HEAD for anchor in link.anchors if anchor.title)


def _names_behind_titles(links: list[Link]) -> set[str]:
    """The addresses of the short names without a number that stand behind the titles of several records."""
    forms: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        if has_id(link.shape) and link.shape not in {PAPER, POSTED} and _is_called_shortly(link):
            forms[link.shape].append(link)
    forms = {shape: group for shape, group in forms.items() if len(group) >= _SOME_RECORDS}
    if not forms:
        return set()
    shown = {anchor.element: link for link in links for anchor in link.anchors if anchor.title}
    found: set[str] = set()
    for group in forms.values():
        titles = {link.url: title for link in group if (title := _title_before(link, shown)) is not None}
        if len({title.url for title in titles.values()}) < _SOME_RECORDS:
            continue
        names = median(words_in(_texts(link)[0]) for link in group if link.url in titles)
        if median(words_in(max(_texts(title), key=len)) for title in titles.values()) > names * _LONGER:
            found |= titles.keys()
    return found


def _is_called_shortly(link: Link) -> bool:
    texts = _texts(link)
    return bool(texts) and all(words_in(text) <= _LONGEST_NAME and not any(map(str.isdigit, text)) for text in texts)


def _texts(link: Link) -> list[str]:
    return [anchor.title for anchor in link.anchors if anchor.title]


def _title_before(link: Link, shown: dict[Any, Link]) -> Link | None:
    """The only other link with words of the record around a link, where it stands before and has another form."""
    element = next(anchor.element for anchor in link.anchors if anchor.title)
    for above in islice(element.iterancestors(), _HEIGHT):
        inside = [shown[one] for one in islice(above.iter("a"), 2 * _BESIDE) if one in shown]
        others = {other.url: other for other in inside if other is not link}
        if others:
            title = inside[0]
            return title if len(others) == 1 and title is not link and title.shape != link.shape else None
    return None


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
