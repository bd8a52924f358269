"""Listings: the announcements that a page points at.

The units of a page that read like announcements are found first; of a portal's front page all of them are its content,
of any other page only the main list, with what belongs to it (a featured block above, "Các tin khác" below), and
not what stands beside it on every page.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import islice, permutations
from typing import Any

from scraper.reading.anchors import Anchor, Link
from scraper.reading.astray import without_astray
from scraper.reading.boxheads import (
    with_boxes_apart,
    without_announced_heads,
    without_heads_of_boxes,
    without_own_heads,
)
from scraper.reading.emptysections import is_empty_section
from scraper.reading.frontlists import blocks_of, is_made_like_front, without_repeated
from scraper.reading.headings import OwnName, heading_of, heading_over, is_titled, own_name
from scraper.reading.hiddenrows import hidden_pieces
from scraper.reading.invitations import leads_home
from scraper.reading.labels import without_labels
from scraper.reading.links import links_of
from scraper.reading.mainlist import main_list, units_before_pagers
from scraper.reading.olderboxes import take_older
from scraper.reading.outcome import says_nothing_listed, says_nothing_shown, tells_emptiness, tells_emptiness_below
from scraper.reading.page import Page
from scraper.reading.pagenumbers import is_turned
from scraper.reading.paging import Pager, find_pages
from scraper.reading.records import heads_group, is_date_line, is_document_date
from scraper.reading.registers import record_of, row_around, tells_papers, told_around
from scraper.reading.relatedlinks import without_related
from scraper.reading.result import Entry, Follow
from scraper.reading.shapes import has_id, is_numbered, kin_of
from scraper.reading.sidecolumns import without_side_columns
from scraper.reading.unitnames import is_beside, is_named, is_older, is_surely_beside
from scraper.reading.units import Member, Unit, names_better, units_of
from scraper.reading.weighing import weigh
from scraper.reading.within import is_within

_ACCEPTED = 2.6
_PROBABLE = 2.0
_GROUP_SCORE = 1.5
_DATED = 1.5
"""What a day beside its links adds to a unit, as it is weighed."""
_FRONT_PAGE = re.compile(
    r"/(?:(?:vi|vn|en|fr|zh|cn|ja|jp|ko|kr|ru|lo|la|km|kh|th|de|es)(?:-[a-z]{2})?/?)?(?:web/[^/]+/?)?(?:(?:site|portal/)?pages/|trang/)?"
    r"(?:(?:trang-?chu|home(?:page)?|index|default|main|portal)(?:\.\w+)?/?)?",
    re.I,
)
_LANGUAGE = re.compile(r"(?:(?:lang|language|locale|hl)=[\w-]*)?", re.I)
_FEW = 3
_MOST = 0.5
_LABEL = 4
_LONG_NAME = 12


def read_listing(page: Page) -> tuple[tuple[Entry, ...], tuple[Follow, ...]]:
    """The announcements that a page lists, in page order, and the further pages of its list.

    The signs of a list are the same on all platforms.
    """
    anchors, found = links_of(page)
    further, pagers = find_pages(page)
    turning = {follow.url for follow in further if not follow.key}
    links = [link for link in found if link.url not in turning]
    units = lists_of(page, links, anchors, pagers, paged=bool(further))
    if len(pagers) > 1:
        further = _each_alone(further, list(units_before_pagers(units, anchors, pagers).values()), page.own_address)
    return tuple(without_astray(_entries(units, links), units, page.own_address)), further


def _each_alone(further: tuple[Follow, ...], pagers: list[Pager], own: str) -> tuple[Follow, ...]:
    """The further pages of several lists, without those on which two lists are turned: each is, beside the first ones.

    `pagers` are those of the lists.
    """
    crossed = {
        url
        for pager, other in permutations(pagers, 2)
        if other.counter not in {"", pager.counter}
        for url in pager.urls
        if is_turned(url, own, other.counter, other.first)
    }
    return tuple(follow for follow in further if follow.url not in crossed or follow.key)


def listed_links(page: Page, links: list[Link]) -> list[Link]:
    """The links of a page that its lists are of, without labels and without those beside an announcement."""
    return without_labels(links if is_front_address(page.own_address) else without_related(links))


def lists_of(page: Page, links: list[Link], anchors: list[Anchor], pagers: list[Pager], *, paged: bool) -> list[Unit]:
    """The units of a page that list announcements; what is `paged` is one list, and no front page."""
    links = listed_links(page, links)
    name = own_name(page, anchors)
    units = without_own_heads(weigh(with_boxes_apart(units_of(links), links, name)), name)
    _take_days_of_groups(units)
    _count_groups(units)
    take_older(units, _ACCEPTED)
    several = len(pagers) > 1
    may_be_main = [unit for unit in units if _may_be_main(unit) and (several or not unit.hidden)]
    paged_units = list(units_before_pagers(may_be_main, anchors, pagers))
    main = paged_units[0] if paged_units else None
    chosen = _announcing(units, paged_units, hidden=False)
    if is_front_address(page.own_address):
        listed = without_heads_of_boxes(_announcing(units, paged_units, hidden=True))
        return without_repeated(listed, main, name) if main else without_side_columns(listed, name)
    chosen = without_announced_heads(chosen)
    if all(_is_of_frame(unit, name) for unit in chosen) and tells_emptiness(page.tree):
        return []
    sure = [unit for unit in chosen if not is_surely_beside(unit, name)]
    told = [unit for unit in sure if unit.decorated or unit in paged_units or is_named(unit, name)]
    unpaged = [unit for unit in told if unit not in paged_units]
    others = [unit for unit in unpaged if _is_of_others(unit, name, page.own_address)]
    below = [unit for unit in unpaged if says_nothing_shown(heading_of(unit))] if others else []
    boxes = [unit for unit in (*others, *below) if is_titled(unit)]
    if len(boxes) == len(told) and tells_emptiness_below(page.tree, name.is_of_page):
        return []
    called = [] if told else _called([unit for unit in units if unit not in chosen], name, paged=paged)
    bare = [] if told else [unit for unit in sure if not _is_of_others(unit, name, page.own_address)]
    if told == others and not (called or bare) and is_empty_section(page.tree, name, sure):
        return []
    chosen += called
    if not paged and is_made_like_front(chosen, name):
        listed = without_heads_of_boxes(_announcing(units, paged_units, hidden=True))
        return blocks_of(without_side_columns(listed, name), name, page.own_address)
    plain = [unit for unit in units if unit not in chosen and _may_be_list(unit, chosen, name)]
    chosen = [unit for unit in units if unit in chosen or unit in plain]
    listed = main_list(chosen, page, name, anchors=anchors, pagers=pagers, paged=paged)
    return listed + hidden_pieces(units, listed, page)


def _called(units: list[Unit], name: OwnName, *, paged: bool) -> list[Unit]:
    """The units of little weight that are the list of their page all the same: its own name stands over them.

    They have titles, or are several short ones ("Họp dân bản") of what is `paged`.
    """
    shown = [unit for unit in units if not unit.hidden and is_named(unit, name) and not _is_submenu(unit)]
    return [
        unit for unit in shown if unit.score >= _PROBABLE or (paged and len(unit.members) >= _FEW and _are_own(unit))
    ]


def _are_own(unit: Unit) -> bool:
    """Whether the links of a unit are headings, or each has an address of its own."""
    return unit.headed or sum(has_id(member.link.shape) for member in unit.members) * 5 >= len(unit.members) * 4


def list_of_shape(page: Page, links: list[Link], anchors: list[Anchor], shape: str, *, alone: bool) -> list[Unit]:
    """The units that a page lists where its list is one of links of a `shape` and no others; nothing where it is not.

    Three make a list, fewer where it has other pages, further ones or those before its last, or is a register. A
    record that leads to another page is one of that. Where the page seems to list pages too, so that the list is
    not `alone`, or says that it has nothing to list, its pager, its name or the head of its table with days must
    say that it is the list, for an empty section has boxes of files too. At the address of a front page, which has
    them, it is alone, sought as a list, dated or a register.
    """
    is_front = is_front_address(page.own_address)
    if is_front and not (alone and page.context.expected == "listing"):
        return []
    further, pagers = find_pages(page)
    shaped = [link for link in links if link.shape == shape]
    if not shaped or not (further or pagers or len(shaped) >= _FEW or _is_recorded(shaped[0].anchors[0].element)):
        return []
    units = lists_of(page, links, anchors, pagers, paged=bool(further))
    found = [unit for unit in units if all(member.link.shape == shape for member in unit.members)]
    if is_front and not all(unit.registered or unit.dated > _MOST for unit in found):
        return []
    members = [member for unit in found for member in unit.members]
    if len(members) < _FEW and not (further or pagers or all(map(_is_registered, found))):
        return []
    if not members or len(members) * 2 <= sum(len(unit.members) for unit in units):
        return []
    pages = {anchor.element for link in links if link.shape != shape for anchor in link.anchors if anchor.title}
    if not alone or (tells_emptiness(page.tree) and not any(member.day for member in members)):
        name, paged = own_name(page, anchors), units_before_pagers(units, anchors, pagers)
        if not any(unit in paged or is_named(unit, name) or _is_table_of_papers(unit) for unit in found):
            return []
    tables: dict[Any, bool] = {}
    leading = sum(not pages.isdisjoint(record_of(member.part, tables).iter("a")) for member in members)
    return found if leading * 2 <= len(members) else []


def _is_registered(unit: Unit) -> bool:
    return unit.registered or _is_recorded(unit.members[0].anchor.element)


def _is_recorded(element: Any) -> bool:
    """Whether a link stands in a row or a record of a register."""
    return row_around(element) is not None or bool(told_around(element))


def _is_table_of_papers(unit: Unit) -> bool:
    """Whether a unit is of rows with days below a head that names a column of their subjects or numbers."""
    return len(unit.members) >= _FEW and unit.dated > _MOST and tells_papers(unit.members[0].part)


def _count_groups(units: list[Unit]) -> None:
    """Groups of links, each below a month, a year or a counted head of its own, are pieces of one list."""
    groups: dict[tuple[str, ...], list[Unit]] = defaultdict(list)
    for unit in units:
        if unit.score >= _GROUP_SCORE and not unit.dated and heads_group(heading_of(unit)):
            groups[unit.place].append(unit)
    for group in groups.values():
        if len({heading_of(unit) for unit in group}) > 1:
            over, count = heading_over(group[0]), sum(len(unit.members) for unit in group)
            for unit in group:
                unit.score += _DATED
                unit.over, unit.grouped = over, count


def _entries(units: list[Unit], links: list[Link]) -> list[Entry]:
    """The announcements of some units, in page order."""
    order = {link.url: place for place, link in enumerate(links)}
    entries: dict[str, Entry] = {}
    for unit in units:
        for member in unit.members:
            entry = _entry(member)
            if entry.title and leads_home(entry.title):
                continue
            entries[entry.url] = _joined(entries[entry.url], entry) if entry.url in entries else entry
    return sorted(entries.values(), key=lambda entry: order[entry.url])


def _take_days_of_groups(units: list[Unit]) -> None:
    """Where several groups of links each stand under a day of their own, it is the day of those announcements."""
    groups: dict[tuple[str, ...], list[tuple[Unit, str]]] = defaultdict(list)
    undated = [unit for unit in units if not (unit.dated or unit.boxed) and unit.score >= _GROUP_SCORE]
    alike = Counter(unit.place for unit in undated)
    for unit in undated:
        if alike[unit.place] > 1 and is_date_line(heading := heading_of(unit)):
            groups[unit.place].append((unit, heading))
    for group in groups.values():
        if len({heading for _, heading in group}) == 1 or any(is_document_date(heading) for _, heading in group):
            continue
        for unit, heading in group:
            unit.dated, unit.score = 1.0, unit.score + _DATED
            for member in unit.members:
                member.dated, member.day = True, heading


def _joined(one: Entry, other: Entry) -> Entry:
    """What two places of a page say of one announcement: the title that names it, the first day, the first summary."""
    first, second = (other, one) if names_better(other.title or "", one.title or "") else (one, other)
    summary = next((text for text in (first.summary, second.summary) if text and text != first.title), None)
    issued = first.issued or second.issued
    return Entry(one.url, first.title, first.date_line or second.date_line, summary, issued=issued)


def _may_be_main(unit: Unit) -> bool:
    """Whether a unit may be the list of a page where it stands before the pager: several titles, each of its own."""
    own = sum(has_id(member.link.shape) for member in unit.members)
    return unit.score >= _PROBABLE and own * 5 >= len(unit.members) * 4 and len(unit.members) > 2


def _announcing(units: list[Unit], paged: list[Unit], *, hidden: bool) -> list[Unit]:
    """The units that list announcements; `hidden` ones (other tabs, further slides) where the page has such.

    A unit of bare titles counts where its addresses are of the form of one with more to show, and a unit of short
    titles where its addresses are those of announcements found elsewhere on the page; both do where it is among
    the `paged` ones, which stand before pagers, or goes on with one ("Tin đã đưa"). So does another tab with a pager.
    """
    good = [unit for unit in units if unit in paged or (unit.score >= _ACCEPTED and not unit.hidden)]
    if not good:
        best = max(units, key=lambda unit: unit.score, default=None)
        return [best] if best is not None and best.score >= _PROBABLE and _is_plain_list(best) else []
    kin = {form for unit in good if unit.decorated for form in unit.forms}
    if kin:
        shapes = {member.link.shape for unit in good if unit.decorated for member in unit.members}
        good = [
            unit
            for unit in good
            if unit.decorated or unit in paged or is_older(unit) or _is_of_forms(unit, kin, shapes)
        ]
    if hidden:
        further = [unit for unit in units if unit.hidden and unit.score >= _ACCEPTED]
        good += [unit for unit in further if unit.pictured + _share(unit, kin) > 0.5]
    settled, trusted = {id(unit) for unit in good}, _trusted_shapes(good)
    short = [unit for unit in units if unit.score >= _PROBABLE and id(unit) not in settled and hidden >= unit.hidden]
    good += [unit for unit in short if sum(m.link.shape in trusted for m in unit.members) * 2 >= len(unit.members)]
    for unit in good:
        _drop_labels(unit, trusted)
    return [unit for unit in good if unit.members and not (len(unit.members) == 1 and _is_in_sentence(unit.members[0]))]


def _trusted_shapes(units: list[Unit]) -> set[str]:
    """The forms of address with an id that announcements of a page share."""
    several = [unit for unit in units if unit.decorated or len(unit.members) > 2]
    shapes = Counter(member.link.shape for unit in several for member in unit.members)
    least = min(2, shapes.total() // 4)
    return {shape for shape, count in shapes.items() if is_numbered(shape) and count > least}


def _drop_labels(unit: Unit, trusted: set[str]) -> None:
    """Take the name of a section out of a unit of one or two announcements that it stands over.

    Beside one whose address is of a `trusted` form, what has nothing but its name is none either.
    """
    first = unit.members[0]
    if len(unit.members) <= _FEW and any(m.link.shape in trusted for m in unit.members):
        unit.leave_to([m for m in unit.members if m.link.shape in trusted or _tells_more(m)])
    own = sum(has_id(member.link.shape) for member in unit.members)
    if own * 2 >= len(unit.members) and len(unit.members) <= _FEW:
        unit.leave_to([m for m in unit.members if has_id(m.link.shape) or m.dated or m.words > _LABEL])
    if unit.members and unit.members[0] is not first:
        unit.heading = None


def _is_in_sentence(member: Member) -> bool:
    """Whether a sentence goes on behind a link that it began before: what the link names is only spoken of."""
    element = member.anchor.element
    before = element.getprevious()
    text = (element.getparent().text if before is None else before.tail) or ""
    tail = (element.tail or "").lstrip()
    return text.rstrip()[-1:].isalpha() and (tail[:1].islower() or tail[:1] == ",")


def _tells_more(member: Member) -> bool:
    """Whether a link shows more than a name, or a name as long as that of an announcement."""
    return member.dated or bool(member.summary) or member.link.pictured or member.words >= _LONG_NAME


def _may_be_list(unit: Unit, others: list[Unit], name: OwnName) -> bool:
    """Whether a unit of bare titles may be the list of its page though other addresses have more to show there.

    The page's own name stands over it, or it is far longer than all of those that are no boxes beside the list.
    """
    if unit.score < _ACCEPTED or not _is_plain_list(unit) or is_beside(unit, name):
        return False
    rivals = (other for other in others if other.decorated and not is_beside(other, name))
    return is_named(unit, name) or len(unit.members) >= 2 * max((len(other.members) for other in rivals), default=0)


def _is_plain_list(unit: Unit) -> bool:
    """Whether a unit without anything besides its titles is a list all the same, where a page has no better one.

    Titles below entries that are links themselves are those of a menu, however long they are.
    """
    several = [member for member in unit.members if member.words > _LABEL and has_id(member.link.shape)]
    if unit.hidden or len(unit.members) < _FEW or len(several) * 5 < len(unit.members) * 4:
        return False
    return not _is_submenu(unit)


def _is_of_frame(unit: Unit, name: OwnName) -> bool:
    """Whether a unit may stand on every page of its portal: bare titles of little weight or of a menu, and boxes."""
    if is_surely_beside(unit, name):
        return True
    return not unit.decorated and (unit.score < _ACCEPTED or _is_submenu(unit))


def _is_of_others(unit: Unit, name: OwnName, own: str) -> bool:
    """Whether neither the page's name stands over a unit nor that its text is to come; some links lead not below it."""
    heading = heading_of(unit)
    to_come = says_nothing_shown(heading) and not says_nothing_listed(heading)
    return not (is_named(unit, name) or is_within(unit, own) or to_come)


def _is_submenu(unit: Unit) -> bool:
    return all(_is_in_submenu(member.anchor.element) for member in unit.members)


def _is_in_submenu(element: Any) -> bool:
    """Whether a link stands among others in a part of an entry that begins with a link of its own to elsewhere."""
    above, part = islice(element.iterancestors("li"), 2), element
    for entry in above:
        while part.getparent() is not entry:
            part = part.getparent()
        first, inside = next(entry.iter("a")), list(islice(part.iter("a"), 2))
        if first.get("href") != element.get("href") and len(inside) > 1 and first is not inside[0]:
            return True
    return False


def _is_of_forms(unit: Unit, kin: set[str], shapes: set[str]) -> bool:
    """Whether bare titles have addresses of the form that others have; a single one ("Điều khoản sử dụng") just so."""
    return unit.members[0].link.shape in shapes if len(unit.members) == 1 else _share(unit, kin) > 0.5


def _share(unit: Unit, kin: set[str]) -> float:
    """The share of a unit's links whose addresses are of given forms."""
    return sum(kin_of(member.link.shape) in kin for member in unit.members) / len(unit.members)


def is_front_address(url: str) -> bool:
    """Whether a canonical address is that of a portal's front page; no address is none."""
    path, _, query = "".join(url.split("/", 3)[3:]).partition("?")
    return bool(url) and _FRONT_PAGE.fullmatch("/" + path) is not None and _LANGUAGE.fullmatch(query) is not None


def _entry(member: Member) -> Entry:
    return Entry(member.link.url, member.title, member.day, member.summary, issued=member.issued)
