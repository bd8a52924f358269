"""Listings: the announcements that a page points at.

The units of a page that read like announcements are found first; of a portal's front page all of them are its content,
of any other page only the main list, with what belongs to it (a featured block above, "Các tin khác" below), and
not what stands beside it on every page.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import Any

from archive.vietnamese.spelling import fold
from scraper.reading.links import Anchor, HasText, anchors_of, base_address, canonical, page_address, page_links
from scraper.reading.paging import next_pages
from scraper.reading.records import is_date_line, is_document_date, lines_of, one_line
from scraper.reading.result import Entry, Follow
from scraper.reading.shapes import has_id, is_numbered
from scraper.reading.units import Member, Unit, units_of
from scraper.reading.weighing import weigh

_ACCEPTED = 2.6
_PROBABLE = 2.0
_GROUP_SCORE = 1.5
_DATED = 1.5
"""What a day beside its links adds to a unit, as it is weighed."""
_FRONT_PAGE = re.compile(
    r"/(?:[a-z]{2}(?:-[a-z]{2})?/?)?(?:web/[^/]+/?)?(?:pages/|portal/pages/)?"
    r"(?:(?:trang-?chu|home(?:page)?|index|default|main|portal)(?:\.\w+)?/?)?",
    re.I,
)
_LANGUAGE = re.compile(r"(?:(?:lang|language|locale|hl)=[\w-]*)?", re.I)
_SLUG = re.compile(r"^(?:S-[NT]+|[NT]+-S|S|w)(?=\.|$)")
_ENDING = re.compile(r"\.\w+$")
_FEW = 3
_LABEL = 4
_TABS = 6
_COLUMN_HEIGHT = 4
_HEADING_HEIGHT = 5
_HEADING_LENGTH = 60
_BESIDE = re.compile(
    r"(?:xem|doc) nhieu|quan tam|noi bat|tieu diem|(?:tin|bai(?: viet)?|van ban|thong bao|cap nhat) moi"
    r"|moi (?:nhat|cap nhat)|lien quan|\bmost\b|popular|\bhot\b|\btop\b"
)
_NOTICES = re.compile(r"^thong bao|video|hinh anh|lien ket|thong tin can biet")
_MARKS = " :.»)("
_OLDER = re.compile(r"\bkhac\b|da dua|da dang|cu hon|truoc do|cung (?:chuyen )?muc")


def read_listing(page: HasText, platform: str = "") -> tuple[tuple[Entry, ...], tuple[Follow, ...]]:  # noqa: ARG001
    """The announcements that a page lists, in page order, and the further pages of its list.

    `platform` is the name of the platform that the page was found to be of; the signs of a list are the same on all.
    """
    anchors = anchors_of(page)
    further = next_pages(page, anchors)
    return _entries(page, anchors, paged=bool(further)), further


def _entries(page: HasText, anchors: list[Anchor], *, paged: bool) -> tuple[Entry, ...]:
    """The announcements that a page lists, in page order; what is `paged` is one list, and no front page."""
    links = page_links(page, anchors)
    units = weigh(units_of(links))
    _take_days_of_groups(units)
    chosen = _announcing(units, hidden=False)
    name = _name(page, anchors)
    if has_front_address(page) or (not paged and _is_made_like_front(chosen, name)):
        chosen = _announcing(units, hidden=True)
    else:
        chosen = _main_list(chosen, page, name, paged=paged)
    order = {link.url: place for place, link in enumerate(links)}
    entries: dict[str, Entry] = {}
    for unit in chosen:
        for member in unit.members:
            entry = _entry(member)
            entries[entry.url] = _joined(entries[entry.url], entry) if entry.url in entries else entry
    return tuple(sorted(entries.values(), key=lambda entry: order[entry.url]))


def _take_days_of_groups(units: list[Unit]) -> None:
    """Where several groups of links each stand under a day of their own, it is the day of those announcements."""
    groups: dict[tuple[str, ...], list[tuple[Unit, str]]] = defaultdict(list)
    for unit in units:
        if not unit.dated and unit.score >= _GROUP_SCORE and is_date_line(heading := _heading(unit)):
            groups[unit.place].append((unit, heading))
    for group in groups.values():
        if len({heading for _, heading in group}) == 1 or any(is_document_date(heading) for _, heading in group):
            continue
        for unit, heading in group:
            unit.dated, unit.score = 1.0, unit.score + _DATED
            for member in unit.members:
                member.dated, member.day = True, heading


def _joined(one: Entry, other: Entry) -> Entry:
    """What two places of a page say of one announcement: the longer title, the first day, the first summary."""
    first, second = (other, one) if len(other.title or "") > len(one.title or "") else (one, other)
    summary = next((text for text in (first.summary, second.summary) if text and text != first.title), None)
    return Entry(one.url, first.title, first.date_line or second.date_line, summary)


def _announcing(units: list[Unit], *, hidden: bool) -> list[Unit]:
    """The units that list announcements; `hidden` ones (other tabs, further slides) where the page has such.

    A unit of bare titles counts where its addresses are of the form of one with more to show, and a unit of short
    titles where its addresses are those of announcements found elsewhere on the page.
    """
    good = [unit for unit in units if unit.score >= _ACCEPTED and not unit.hidden]
    if not good:
        best = max(units, key=lambda unit: unit.score, default=None)
        return [best] if best is not None and best.score >= _PROBABLE and _is_plain_list(best) else []
    kin = {_kin(member.link.shape) for unit in good if unit.decorated for member in unit.members}
    if kin:
        good = [unit for unit in good if unit.decorated or _share(unit, kin) > 0.5]
    if hidden:
        further = [unit for unit in units if unit.hidden and unit.score >= _ACCEPTED]
        good += [unit for unit in further if unit.pictured + _share(unit, kin) > 0.5]
    settled, trusted = {id(unit) for unit in good}, _trusted_shapes(good)
    short = [unit for unit in units if unit.score >= _PROBABLE and id(unit) not in settled and hidden >= unit.hidden]
    good += [unit for unit in short if sum(m.link.shape in trusted for m in unit.members) * 2 >= len(unit.members)]
    for unit in good:
        _drop_labels(unit)
    return [unit for unit in good if unit.members]


def _trusted_shapes(units: list[Unit]) -> set[str]:
    """The forms of address with an id that announcements of a page share."""
    several = [unit for unit in units if unit.decorated or len(unit.members) > 2]
    shapes = Counter(member.link.shape for unit in several for member in unit.members)
    least = min(2, shapes.total() // 4)
    return {shape for shape, count in shapes.items() if is_numbered(shape) and count > least}


def _drop_labels(unit: Unit) -> None:
    """Take the name of a section out of a unit of one or two announcements that it stands over."""
    own = sum(has_id(member.link.shape) for member in unit.members)
    if own * 2 >= len(unit.members) and len(unit.members) <= _FEW:
        unit.members = [m for m in unit.members if has_id(m.link.shape) or m.dated or m.words > _LABEL]


def _is_plain_list(unit: Unit) -> bool:
    """Whether a unit without anything besides its titles is a list all the same, where a page has no better one."""
    several = [member for member in unit.members if member.words > _LABEL and has_id(member.link.shape)]
    return not unit.hidden and len(unit.members) > 2 and len(several) * 5 >= len(unit.members) * 4


def _kin(shape: str) -> str:
    """The form of an address as far as one list shares it: where it stands and how its slug ends may differ."""
    path, mark, query = shape.partition("?")
    return _SLUG.sub("s", path.rpartition("/")[2]) + mark + query


def _share(unit: Unit, kin: set[str]) -> float:
    """The share of a unit's links whose addresses are of given forms."""
    return sum(_kin(member.link.shape) in kin for member in unit.members) / len(unit.members)


def has_front_address(page: HasText) -> bool:
    """Whether a page's address is that of a portal's front page."""
    path, _, query = page_address(page).split("/", 3)[3].partition("?")
    return _FRONT_PAGE.fullmatch("/" + path) is not None and _LANGUAGE.fullmatch(query) is not None


def _is_made_like_front(units: list[Unit], name: str) -> bool:
    """Whether a page is made like a front page: of many lists, none of which is the main one."""
    sizes: Counter[object] = Counter()
    for unit in units:
        heading = _heading(unit)
        if len(unit.members) > 1 and not _is_beside(unit, fold(heading), name):
            sizes[unit.place, _list_of(unit, heading)] += len(unit.members)
    return len(sizes) >= 4 and max(sizes.values()) * 2 < sizes.total()


def _list_of(unit: Unit, heading: str) -> Any:
    """The list that a unit is a piece of: rows of a table, and groups by day, are pieces of one."""
    if is_date_line(heading):
        return None
    return unit.holder.getparent() if unit.holder is not None and unit.holder.tag == "tr" else unit.holder


def _main_list(units: list[Unit], page: HasText, name: str, *, paged: bool) -> list[Unit]:
    """Of a page's units the one that the page is there for, with those that belong to it.

    What stands around its links counts for more than their number, since the last page of a list may hold one.
    """
    if not units:
        return units
    headings = {id(unit): fold(_heading(unit)) for unit in units}
    surely = {id(unit) for unit in units if _is_surely_beside(unit, headings[id(unit)], name)}
    beside = surely | {id(unit) for unit in units if _is_beside(unit, headings[id(unit)], name)}
    main = max(
        units,
        key=lambda unit: (
            unit.score + min(len(unit.members), 8) / 6 - 2 * (id(unit) in beside) - 2 * (id(unit) in surely)
        ),
    )
    if id(main) in surely and not paged:
        return []  # the list itself is empty, and what is left stands on every page
    section = _ENDING.sub("", page_address(page).partition("?")[0]).rstrip("/") + "/"
    return [
        unit
        for unit in units
        if unit is main
        or (id(unit) not in surely and _is_continued(main, unit))
        or _OLDER.search(headings[id(unit)])
        or (id(unit) not in beside and (_is_within(unit, section) or _is_near(unit, main)))
    ]


def _name(page: HasText, anchors: list[Anchor]) -> str:
    """What a page calls itself, folded, to tell its own heading from the heading of a box.

    Its title, its first heading, the links that lead to itself, and its address say so.
    """
    own, base = page_address(page), base_address(page)
    named = [next(page.tree.iter("title"), None), next(page.tree.iter("h1"), None)]
    words = [one_line("".join(element.itertext())) for element in named if element is not None]
    words += [anchor.text for anchor in anchors if anchor.text and canonical(anchor.address, base) == own]
    return fold(" ".join(words)) + " " + own.split("/", 3)[3].lower().replace("-", " ")


def _is_beside(unit: Unit, heading: str, name: str) -> bool:
    """Whether a unit is a box that stands beside the list: by its heading, or by where it stands."""
    return _is_surely_beside(unit, heading, name) or (_NOTICES.search(heading) is not None and heading not in name)


def _is_surely_beside(unit: Unit, heading: str, name: str) -> bool:
    """Whether a unit is a box for certain: the newest, the most read, notices that scroll by."""
    if unit.members[0].stand.aside:
        return True
    return _BESIDE.search(heading) is not None and heading.strip(_MARKS) not in name


def _is_continued(main: Unit, unit: Unit) -> bool:
    """Whether a unit is a further piece of the main list: of the same make, in the same kind of place."""
    return unit.place == main.place and unit.decorated == main.decorated and _is_alike(unit, main)


def _is_within(unit: Unit, section: str) -> bool:
    """Whether all links of a unit lead below the page's own address."""
    return section.count("/") > 3 and all(member.link.url.startswith(section) for member in unit.members)


def _is_alike(unit: Unit, main: Unit) -> bool:
    """Whether the addresses of two units are of one form."""
    return _share(unit, {_kin(member.link.shape) for member in main.members}) > 0.5


def _is_near(unit: Unit, main: Unit) -> bool:
    """Whether a unit of like addresses stands in the column of the main list: close by, and in the same cell."""
    if not _is_alike(unit, main):
        return False
    around = []
    for element in [_holder(main), *_holder(main).iterancestors()][:_COLUMN_HEIGHT]:
        around.append(element)
        if element.tag == "td":
            break
    holder = _holder(unit)
    return any(element in around for element in [holder, *holder.iterancestors()][: _COLUMN_HEIGHT + 1])


def _holder(unit: Unit) -> Any:
    return unit.holder if unit.holder is not None else unit.members[0].anchor.element


def _heading(unit: Unit) -> str:
    """The short line that stands before a unit, within its holder or above it; empty where there is none."""
    if unit.heading is None:
        unit.heading = _line_before(unit)
    return unit.heading


def _line_before(unit: Unit) -> str:
    element = _first_part(unit)
    for _ in range(_HEADING_HEIGHT):
        before = element.getprevious()
        while before is not None:
            lines = lines_of([before])
            if lines:
                line = lines[0] if len(lines) < _TABS and _is_choice(before) else lines[-1]
                return line if len(line) <= _HEADING_LENGTH else ""
            before = before.getprevious()
        element = element.getparent()
        if element is None or element.tag == "body":
            break
    return ""


def _is_choice(element: Any) -> bool:
    """Whether an element offers several lists to choose from (tabs): the first one is the one that is shown."""
    return sum(1 for _ in element.iter("a", "button")) > 1


def _first_part(unit: Unit) -> Any:
    """Where a unit begins: its first member may have stood earlier on the page, in another one."""
    parts = {member.part for member in unit.members}
    within = () if unit.holder is None or len(parts) < 2 else unit.holder
    return next((child for child in within if child in parts), unit.members[0].part)


def _entry(member: Member) -> Entry:
    return Entry(member.link.url, member.title, member.day, member.summary)
