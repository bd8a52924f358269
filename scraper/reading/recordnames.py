"""Names of links that say nothing themselves, out of the records that they stand in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from itertools import islice, takewhile
from typing import Any

from scraper.reading.anchors import HEADINGS, Anchor, Link, first_line, title_of
from scraper.reading.invitations import is_more, says_further
from scraper.reading.records import is_date_line, lines_of, one_line, tells_day, trailing_date
from scraper.reading.registers import row_around, told_around, told_in_row
from scraper.reading.shapes import words_in

SOME_RECORDS = 3
"""Records from which they are those of a list."""
_SHORT_NAME = 4
"""Words of a link within a record that names a section or who posts, and not the record."""
_RECORD_HEIGHT = 5
_TWO = 2
_LONGEST_BUTTON = 6
"""Words of a link that says what can be done with its record."""


def rename_labelled(links: list[Link]) -> None:
    """Give links that hold a whole record each, and begin with a label that others begin with too, a title of it."""
    holding = [link for link in links if len(link.anchors) == 1 and len(link.anchors[0].element)]
    titles = Counter(link.anchors[0].title for link in holding)
    for link in holding:
        anchor = link.anchors[0]
        if anchor.title and titles[anchor.title] >= SOME_RECORDS and len(anchor.text) > len(anchor.title):
            lines = [line for line in lines_of([anchor.element]) if line != anchor.title and not tells_day(line)]
            anchor.title = next((title for line in lines if (title := title_of(line))), anchor.title)


def name_by_buttons(links: list[Link]) -> None:
    """Give links that say the same, each behind the name of a record of its own ("Xem và ứng tuyển"), these names.

    Announcements of one name say it first, and no longer line of its own stands before each.
    """
    said: dict[str, list[Anchor]] = defaultdict(list)
    for link in links:
        titled = [anchor for anchor in link.anchors if anchor.title]
        if titled and (len(titled) == 1 or len({anchor.title for anchor in titled}) == 1):
            said[titled[0].title or ""].append(titled[0])
    alike = {text: anchors for text, anchors in said.items() if len(anchors) > 1}
    several = {text: anchors for text, anchors in alike.items() if words_in(text) <= _LONGEST_BUTTON}
    named = _naming(links, set(several)) if several else set()
    for text, anchors in several.items():
        records = [(anchor, parts) for anchor, parts in _records(anchors) if named.isdisjoint(_anchors_in(parts))]
        if len(anchors) < SOME_RECORDS and not _are_two(records):
            continue
        names = [_name_before(text, parts) for _, parts in records]
        if None in names or len(set(names)) * 5 < len(anchors) * 4:
            continue
        for (anchor, _), name in zip(records, names, strict=True):
            anchor.title, anchor.leading = name, True


def _name_before(button: str, parts: list[Any]) -> str | None:
    """What stands in a record before its button and is longer; None where nothing does."""
    name = title_of(_name_of(parts, "", is_told=True))
    if name is None or words_in(name) <= words_in(button):
        return None
    printed = " ".join(lines_of(parts))
    return name if printed.find(name) < printed.find(button) else None


def name_by_rows(links: list[Link], leads_on: Callable[[str], bool]) -> None:
    """Give links that say nothing the longest of what a row of papers tells in which each is, the first of its row.

    A row in which another link names something is that one's. What says that it does something else ("Tải về") does so.
    Where a box elsewhere on the page names what a row leads to, the row does so too.
    """
    tables: dict[Any, bool] = {}
    named: set[Any] = set()
    titled = {anchor.element for link in links for anchor in link.anchors if anchor.title}
    silent = (next((anchor for anchor in link.anchors if not anchor.title), None) for link in links)
    for anchor in filter(None, silent):
        said = anchor.text or anchor.label
        row = row_around(anchor.element, tables) if leads_on(said) or not (said and is_more(said)) else None
        if row is None or row in named or not titled.isdisjoint(row.iter("a")):
            continue
        told = told_in_row(row)
        anchor.title = title_of(max(told, key=len)) if told else None
        anchor.leading = anchor.title is not None
        named.add(row)


def name_by_records(links: list[Link], leads_on: Callable[[str], bool]) -> None:
    """Give links that say "Xem chi tiết", or nothing at all, the title of the record that each of them is alone in.

    `leads_on` tells of a link's text whether it only leads to what its record names.
    """
    silent = [link.anchors for link in links if not any(anchor.title for anchor in link.anchors)]
    further = ([anchor for anchor in anchors if leads_on(anchor.text or anchor.label)] for anchors in silent)
    leading = few = [anchors[0] for anchors in further if anchors]
    if len(leading) < SOME_RECORDS:
        leading = [anchors[0] for anchors in silent if not anchors[0].text]
        if len(leading) < SOME_RECORDS:
            _name_by_captions(leading)
    if len(leading) < SOME_RECORDS and not few:
        return
    named = _naming(links, set())
    records = _records(few if len(leading) < SOME_RECORDS else leading)
    if len(leading) < SOME_RECORDS and not _are_two(records):
        for anchor in few:
            anchor.title = title_of(_name_above(anchor, named) or max(told_around(anchor.element), key=len, default=""))
        return
    titled = {anchor.element for link in links for anchor in link.anchors if anchor.title}
    for anchor, parts in records:
        if named.isdisjoint(_anchors_in(parts)):
            is_told = leads_on(anchor.text or anchor.label)
            anchor.title = title_of(_name_of(parts, anchor.label, is_told=is_told))
            anchor.leading = is_told and anchor.title is not None and titled.isdisjoint(_anchors_in(parts))


def _name_by_captions(silent: list[Anchor]) -> None:
    """Give one or two pictures what they are called, where that is printed beside them too."""
    for anchor, parts in _records(silent):
        label = one_line(anchor.label)
        if words_in(label) > _SHORT_NAME and label in lines_of(parts):
            anchor.title = title_of(label)


def _naming(links: list[Link], buttons: set[str]) -> set[Any]:
    """The anchors of several words that name something, and are not repeated."""
    alone = [link.anchors for link in links if sum(anchor.title is not None for anchor in link.anchors) < SOME_RECORDS]
    titled = [anchor for anchors in alone for anchor in anchors if anchor.title and anchor.title not in buttons]
    return {anchor.element for anchor in titled if anchor.leading or words_in(anchor.title or "") > _SHORT_NAME}


def _anchors_in(parts: list[Any]) -> Iterator[Any]:
    return (anchor for part in parts for anchor in part.iter("a"))


def _records(leading: list[Anchor]) -> list[tuple[Anchor, list[Any]]]:
    """Some anchors that each stand in a record of their own, with the elements of that."""
    held = Counter(above for anchor in leading for above in anchor.element.iterancestors())
    records = [(anchor, record) for anchor in leading if (record := _record_of(anchor, held)) is not None]
    distance = _distance({record for _, record in records})
    return [
        (anchor, [*list(islice(record.itersiblings(preceding=True), distance))[::-1], record])
        for anchor, record in records
    ]


def _are_two(records: list[tuple[Anchor, list[Any]]]) -> bool:
    """Whether there are two records that are made alike, side by side, each with its day."""
    if len(records) != _TWO:
        return False
    one, other = (parts[-1] for _, parts in records)
    alike = one.getparent() is other.getparent() and _made(one) == _made(other)
    printed = (lines_of(parts) for _, parts in records)
    return alike and all(any(tells_day(line) or trailing_date(line) for line in lines) for lines in printed)


def _made(element: Any) -> list[Any]:
    return [element.tag, *(child.tag for child in element)]


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
