"""Links below the stories of a list to what else was written of them: they are none of its entries.

Papers print a story or two under a row of a section ("Tin liên quan", or no name at all): bare titles within the row
of a story that has its picture, behind its title and in another markup (VCCorp's sections).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import islice, takewhile
from typing import Any

from scraper.reading.anchors import Anchor, Link
from scraper.reading.records import lines_of, tells_day
from scraper.reading.shapes import has_id, kin_of, words_in

_HEIGHT = 10
"""Elements above a picture among which its row is."""
_ROWS = 3
"""Rows with pictures side by side that make a list."""
_MOST = 4
"""Links to others that a row has at most."""
_SEVERAL = 2
"""Those of a block of stories at least."""
_LABEL = 4
_CELLS = frozenset({"td", "li"})
"""What the entries of a row stand in side by side."""


def without_related(links: list[Link]) -> list[Link]:
    """The links without those below stories of a list; one that has a row of its own as well is left there."""
    rows = _rows(links)
    if not rows:
        return links
    inside: dict[Any, list[tuple[Link, Anchor]]] = defaultdict(list)
    for link in links:
        for anchor in link.anchors:
            row = _row_of(anchor, rows) if anchor.title else None
            if row is not None:
                inside[row].append((link, anchor))
    lists: dict[Any, list[Any]] = defaultdict(list)
    for row in rows:
        lists[row.getparent()].append(row)
    dropped: set[int] = set()
    for stories in lists.values():
        related = {row: _related(row, rows[row], inside[row]) for row in stories}
        are_blocks = all(_is_block(row, rows[row], inside[row], links) for row, links in related.items())
        if not (are_blocks or _are_below_names(stories)):
            dropped.update(*related.values())
    if not dropped:
        return links
    kept = [replace(link, anchors=[one for one in link.anchors if id(one) not in dropped]) for link in links]
    return [link for link in kept if link.anchors]


def _is_block(row: Any, story: Link, inside: list[tuple[Link, Anchor]], related: set[int]) -> bool:
    """Whether a row has several links to others below its story, as issues and blocks have, these below a name too."""
    return len(related) >= _SEVERAL or (len(_others(story, inside)) >= _SEVERAL and _is_named(row, story))


def _are_below_names(rows: list[Any]) -> bool:
    """Whether lines stand between most rows of a list, as the names of blocks of stories do."""
    known = set(rows)
    return sum(_has_line_before(row, known) for row in rows[1:]) * 2 >= len(rows) - 1


def _has_line_before(row: Any, rows: set[Any]) -> bool:
    between = takewhile(lambda one: one not in rows, row.itersiblings(preceding=True))
    return any(lines_of([one]) for one in between)


def _row_of(anchor: Anchor, rows: dict[Any, Link]) -> Any:
    return next((one for one in islice(anchor.element.iterancestors(), _HEIGHT) if one in rows), None)


def _rows(links: list[Link]) -> dict[Any, Link]:
    """The rows of lists of stories with pictures, each with its story: the highest element with one of them."""
    pictured = [(link, anchor) for link in links if has_id(link.shape) for anchor in link.anchors if anchor.pictured]
    if len(pictured) < _ROWS:
        return {}
    shown: dict[Any, Link | None] = {}
    for link, anchor in pictured:
        for element in islice(anchor.element.iterancestors(), _HEIGHT):
            if shown.setdefault(element, link) is not link:
                shown[element] = None
    lists: dict[tuple[Any, str], dict[Any, Link]] = defaultdict(dict)
    for link, anchor in pictured:
        row = None
        for element in islice(anchor.element.iterancestors(), _HEIGHT):
            if shown[element] is None:
                break
            row = element
        if row is not None:
            lists[row.getparent(), row.tag][row] = link
    return {row: link for rows in lists.values() if len(rows) >= _ROWS for row, link in rows.items()}


def _related(row: Any, story: Link, inside: list[tuple[Link, Anchor]]) -> set[int]:
    """The anchors of a row that lead to other stories, by their identity; none where a name stands over the row."""
    title = next((anchor for link, anchor in inside if link is story and words_in(anchor.title or "") > _LABEL), None)
    others = _others(story, inside)
    if title is None or not 0 < len(others) <= _MOST or _is_named(row, story):
        return set()
    kin = kin_of(story.shape)
    behind = set(title.element.itersiblings())
    for above in takewhile(lambda one: one is not row, title.element.iterancestors()):
        behind.update(above.itersiblings())
    return {id(anchor) for link, anchor in others if kin_of(link.shape) == kin and _is_below(anchor, title, behind)}


def _others(story: Link, inside: list[tuple[Link, Anchor]]) -> list[tuple[Link, Anchor]]:
    return [(link, anchor) for link, anchor in inside if link is not story and has_id(link.shape)]


def _is_below(anchor: Anchor, title: Anchor, behind: set[Any]) -> bool:
    """Whether a link stands in one of the elements behind the title of a row, in another markup and without a day."""
    way = [anchor.element, *anchor.element.iterancestors()]
    part = next((element for element in way if element in behind), None)
    if part is None:
        return False
    above = takewhile(lambda one: one is not part.getparent(), title.element.iterancestors())
    own = [title.element.tag, *(element.tag for element in above)]
    tags = [element.tag for element in way[: way.index(part) + 1]]
    if tags == own or (part.tag == own[-1] and part.tag in _CELLS):
        return False
    return not any(map(tells_day, lines_of([part])))


def _is_named(row: Any, story: Link) -> bool:
    """Whether a line stands before the story in its row, as the name of a block of stories does."""
    own = {anchor.element for anchor in story.anchors}
    for element in row.iter():
        if element in own:
            return False
        if isinstance(element.tag, str) and (element.text or "").strip():
            return True
    return False
