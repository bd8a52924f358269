"""Names of links that say nothing themselves, out of the records that they stand in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import islice, takewhile
from typing import Any

from scraper.reading.anchors import HEADINGS, Anchor, Link, first_line, title_of
from scraper.reading.invitations import says_further
from scraper.reading.records import is_date_line, lines_of, one_line, tells_day
from scraper.reading.shapes import words_in

SOME_RECORDS = 3
"""Records from which they are those of a list."""
_SHORT_NAME = 4
"""Words of a link within a record that names a section or who posts, and not the record."""
_RECORD_HEIGHT = 5


def rename_labelled(links: list[Link]) -> None:
    """Give links that hold a whole record each, and begin with a label that others begin with too, a title of it."""
    holding = [link for link in links if len(link.anchors) == 1 and len(link.anchors[0].element)]
    titles = Counter(link.anchors[0].title for link in holding)
    for link in holding:
        anchor = link.anchors[0]
        if anchor.title and titles[anchor.title] >= SOME_RECORDS and len(anchor.text) > len(anchor.title):
            lines = [line for line in lines_of([anchor.element]) if line != anchor.title and not tells_day(line)]
            anchor.title = next((title for line in lines if (title := title_of(line))), anchor.title)


def name_by_records(links: list[Link], leads_on: Callable[[str], bool]) -> None:
    """Give links that say "Xem chi tiết", or nothing at all, the title of the record that each of them is alone in.

    `leads_on` tells of a link's text whether it only leads to what its record names.
    """
    silent = [link.anchors for link in links if not any(anchor.title for anchor in link.anchors)]
    further = ([anchor for anchor in anchors if leads_on(anchor.text or _label(anchor))] for anchors in silent)
    leading = few = [anchors[0] for anchors in further if anchors]
    if len(leading) < SOME_RECORDS:
        leading = [anchors[0] for anchors in silent if not anchors[0].text]
    if len(leading) < SOME_RECORDS and not few:
        return
    alone = [link.anchors for link in links if sum(anchor.title is not None for anchor in link.anchors) < SOME_RECORDS]
    named = {a.element for anchors in alone for a in anchors if a.title and words_in(a.title) > _SHORT_NAME}
    if len(leading) < SOME_RECORDS:
        for anchor in few:
            anchor.title = title_of(_name_above(anchor, named))
        return
    held = Counter(above for anchor in leading for above in anchor.element.iterancestors())
    records = [(anchor, record) for anchor in leading if (record := _record_of(anchor, held)) is not None]
    distance = _distance({record for _, record in records})
    for anchor, record in records:
        parts = [*list(islice(record.itersiblings(preceding=True), distance))[::-1], record]
        if all(named.isdisjoint(part.iter("a")) for part in parts):
            anchor.title = title_of(_name_of(parts, _label(anchor), is_told=leads_on(anchor.text or _label(anchor))))


def _name_above(anchor: Anchor, named: set[Any]) -> str:
    """The heading nearest above a link in a record that tells a day and names nothing else; empty without one.

    Of one or two records nothing else tells where each begins. The highest heading is the page's.
    """
    for around in islice(anchor.element.iterancestors(), _RECORD_HEIGHT):
        if not named.isdisjoint(around.iter("a")):
            break
        above = takewhile(lambda element: element is not anchor.element, around.iter(*HEADINGS, "b", "strong", "a"))
        heads = [one_line("".join(element.itertext())) for element in above if element.tag not in ("h1", "a")]
        if heads and any(map(tells_day, lines_of([around]))):
            return heads[-1] if words_in(heads[-1]) > _SHORT_NAME and not is_date_line(heads[-1], besides=2) else ""
    return ""


def _record_of(anchor: Anchor, held: Counter[Any]) -> Any:
    """The largest element around an anchor that holds none of the other `held` ones."""
    around = takewhile(lambda above: held[above] == 1, anchor.element.iterancestors())
    return next(reversed(list(islice(around, _RECORD_HEIGHT))), None)


def _distance(records: set[Any]) -> int:
    """How many elements stand before each record and belong to it: as many as stand between any two."""
    distances = []
    for record in records:
        for distance, before in enumerate(islice(record.itersiblings(preceding=True), _RECORD_HEIGHT)):
            if before in records:
                distances.append(distance)
                break
    return min(distances, default=0)


def _label(anchor: Anchor) -> str:
    """What an anchor that is only a sign says to those who cannot see it."""
    spoken = anchor.element.get("title") or anchor.element.get("aria-label")
    image = next(anchor.element.iter("img"), None) if anchor.pictured and not spoken else None
    return spoken or (image.get("alt") if image is not None else "") or ""


def _name_of(parts: list[Any], label: str, *, is_told: bool) -> str:
    """What names a record without a link to it: its first heading or bold words, or a line that is its link's label.

    Else it is the first line, if `is_told`.
    """
    for part in parts:
        for element in part.iter(*HEADINGS, "b", "strong"):
            text = one_line("".join(element.itertext()))
            for inner in element.iter("a"):
                invitation = one_line("".join(inner.itertext()))
                text = text.removesuffix(invitation).rstrip() if says_further(invitation) else text
            if " " in text and not is_date_line(text, besides=2):
                return text
    if is_told:
        return first_line(parts)
    return label if " " in label and one_line(label) in lines_of(parts) else ""
