"""Units: links that stand in the same place of like blocks. A list of announcements is a unit; so is a menu.

What a unit is shows in its texts (titles are long and differ), in its addresses (ids and long slugs), and in what
stands around each link (a day, a summary, a picture, a heading). No class name and no host name is looked at.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from statistics import median
from typing import Any

from scraper.reading.links import Anchor, Link
from scraper.reading.records import column_heads, is_date_line, is_document_date, lines_of, row_lines, trailing_date
from scraper.reading.shapes import has_id, is_numbered

_TRANSPARENT = frozenset({"tbody", "thead", "font", "b", "strong", "i", "em", "u", "span", "center"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "dt"})
_ENDS = frozenset({"header", "footer"})
_ASIDE = frozenset({"aside", "marquee"})
_ARTICLES = frozenset({"article", "section", "main"})
_PAGE = frozenset({"body", "html", "form"})
_NUMBERED = re.compile(
    r"\d[\dA-Za-z]{0,5}\s?[/-]\s?(?:(?:19|20)\d\d\s?[/-]\s?)?[A-ZĐ][A-ZĐƯa-zđ]*(?:[-–&.][A-ZĐƯ0-9]+)*(?!\w)"
    r"|[Kk]hông số\b"
)
_HIDDEN = re.compile(r"display\s*:\s*none", re.I)
_WORD = re.compile(r"[^\W_]+")
_PLACE_DEPTH = 6
_RECORD_DEPTH = 9
_RECORD_PARTS = 12
_NEARNESS = 4
_LABEL = 4
_LABELS = 2
_MOST = 0.6
_SUMMARY = 39
_HEIGHT = 80


@dataclass(frozen=True, slots=True, eq=False)
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


@dataclass(slots=True, eq=False)
class Member:
    """A link of a unit by one of its anchors, its part of the holder, and what is printed around it there.

    `dated` says that a day stands there, `day` is the line of it that may be the day of publication.
    """

    link: Link
    anchor: Anchor
    chain: list[Any]
    stand: Stand
    words: int
    part: Any = None
    day: str | None = None
    dated: bool = False
    summary: str | None = None

    closing: str = ""

    @property
    def title(self) -> str:
        """The anchor's text, without the day that all titles of its unit close with."""
        return (self.anchor.title or "").removesuffix(self.closing).rstrip()


@dataclass(slots=True, eq=False)
class Unit:
    """Members in page order; `holder` is the nearest element that holds them all, None for a link on its own."""

    members: list[Member]
    holder: Any
    place: tuple[str, ...]
    dated: float = 0.0
    summed: float = 0.0
    pictured: float = 0.0
    numbered: float = 0.0
    headed: bool = False
    hidden: bool = False
    score: float = 0.0

    @property
    def decorated(self) -> bool:
        """Whether more than bare titles stands there."""
        return self.headed or max(self.dated, self.summed, self.pictured, self.numbered) >= 0.5


def words_in(text: str) -> int:
    """How many words a text has."""
    return len(_WORD.findall(text))


def units_of(links: list[Link]) -> list[Unit]:
    """All links of a page that carry a text, in units with their scores, but for the page's menu, head and foot.

    A menu may show an announcement with its picture: such a one is none of its items.
    """
    places: dict[tuple[str, ...], list[Member]] = defaultdict(list)
    chains: dict[Any, list[Any]] = {}
    stands: dict[Any, Stand] = {}
    for link in links:
        for anchor in link.anchors:
            if anchor.title is None:
                continue
            parent = anchor.element.getparent()
            stand = _stand(parent, stands)
            if not stand.navigation or (link.pictured and is_numbered(link.shape)):
                member = Member(link, anchor, _chain(parent, chains), stand, words_in(anchor.title))
                places[stand.place].append(member)
    units = [unit for place, members in places.items() for unit in _split(members, place)]
    tallest, single = _tallest(units), _single(units)
    for unit in units:
        if unit.holder is None:
            unit.members[0].part = _near(unit.members[0], single)
        _weigh(unit, tallest, single)
    return units


def _chain(element: Any, known: dict[Any, list[Any]]) -> list[Any]:
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


def _stand(element: Any, known: dict[Any, Stand]) -> Stand:
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
            style = inner.get("style")
            stand = Stand(
                (tag, *stand.place[: _PLACE_DEPTH - 1]),
                stand.navigation
                or tag == "nav"
                or inner.get("role") == "navigation"
                or (tag in _ENDS and not stand.article),
                stand.article or tag in _ARTICLES,
                stand.aside or tag in _ASIDE,
                stand.hidden or (style is not None and _HIDDEN.search(style) is not None),
            )
        known[inner] = stand
    return stand


def _split(members: list[Member], place: tuple[str, ...]) -> list[Unit]:
    """Members of one kind of place by the nearest element that holds two different addresses of them.

    Where that gives several units of one title with a short text or two, these are records that name their section
    beside the title: the titles are the unit then, and the names another.
    """
    units = _units(members, place)
    records = [unit for unit in units if 1 < len(unit.members) <= _LABELS + 1 and len(_titles(unit)) == 1]
    if len(records) < 2:
        return units
    named = [member for unit in records for member in unit.members]
    titles = [member for unit in records for member in _titles(unit)]
    labels = [member for member in named if member not in titles]
    rest = [unit for unit in units if unit not in records]
    return rest + _units(titles, place) + _units(labels, place)


def _titles(unit: Unit) -> list[Member]:
    """The members that are no mere label: of several words, or with an id in their address."""
    return [member for member in unit.members if member.words > _LABEL or has_id(member.link.shape)]


def _units(members: list[Member], place: tuple[str, ...]) -> list[Unit]:
    """Members by the nearest element that holds two different addresses of them, each with its part of it."""
    several: dict[Any, str | None] = {}
    for member in members:
        url = member.link.url
        for element in member.chain:
            known = several.get(element, url)
            several[element] = url if known == url else None
            if known is None:
                break
    units: dict[Any, Unit] = {}
    alone = []
    for member in members:
        holder = _holder(member.chain, several)
        member.part = _part(member, holder)
        if holder is None:
            alone.append(Unit([member], None, place))
        else:
            _take_in(member, units.setdefault(holder, Unit([], holder, place)))
    return list(units.values()) + alone


def _take_in(member: Member, unit: Unit) -> None:
    """Add a member to a unit; of two anchors to one address the longer text names it."""
    for place, known in enumerate(unit.members):
        if known.link is member.link:
            if len(member.title) > len(known.title):
                unit.members[place] = member
            return
    unit.members.append(member)


def _holder(chain: list[Any], several: dict[Any, str | None]) -> Any:
    """The nearest element of a chain that holds several addresses; None where that is as good as the whole page."""
    for depth, element in enumerate(chain):
        if several[element] is None:
            return None if depth > _RECORD_DEPTH or (element.tag in _PAGE and depth > 3) else element
    return None


def _tallest(units: list[Unit]) -> dict[Any, tuple[int, str]]:
    """For each element the length in words of the longest link text below it, with the link's address."""
    tallest: dict[Any, tuple[int, str]] = {}
    for unit in units:
        for member in unit.members:
            own = (member.words, member.link.url)
            for element in member.chain:
                if tallest.get(element, (0, ""))[0] >= own[0]:
                    break
                tallest[element] = own
    return tallest


def _weigh(unit: Unit, tallest: dict[Any, tuple[int, str]], single: dict[Any, str | None]) -> None:
    """Fill in what stands around the links of a unit, and its score.

    The weights say how much of a list of announcements each sign makes: twelve words of title alone are enough, and so
    are four with a day beside them.
    """
    members = unit.members
    count = len(members)
    titles = [member.title for member in members]
    words = median(member.words for member in members)
    own = sum(has_id(member.link.shape) for member in members) / count
    alike = 1 - len(set(titles)) / count
    if alike and all(single.get(member.part) for member in members):
        alike = 0.0  # each alone in its record: announcements of one name, not what can be done with them
    first = members[0].chain
    unit.hidden = members[0].stand.hidden
    unit.headed = any(element.tag in _HEADINGS for element in first[:3])
    unit.numbered = sum(_NUMBERED.search(title) is not None for title in titles) / count
    unit.pictured = sum(member.link.pictured for member in members) / count
    telling = words >= 5 or (max(own, unit.numbered) >= 0.5 and words >= (2 if count > 1 else 4))
    if telling and alike < 0.5:
        _read_records(unit, tallest)
        if not any(member.dated for member in members):
            _take_closing_days(unit)
        unit.dated = sum(member.dated for member in members) / count
        unit.summed = sum(len(member.summary or "") >= 60 for member in members) / count
    unit.score = (
        0.25 * min(words, 12)
        + 1.5 * unit.dated
        + 1.5 * unit.numbered
        + 0.75 * unit.summed
        + 0.75 * own
        + 0.5 * unit.pictured
        + 0.5 * unit.headed
        - 3 * alike
    )


def _read_records(unit: Unit, tallest: dict[Any, tuple[int, str]]) -> None:
    """Give each member the lines of its record: what stands from its place in the holder to the next member's."""
    taken = {member.part for member in unit.members}
    heads = column_heads(unit.members[0].part)
    for member in unit.members:
        own = (member.words, member.link.url)
        if _belongs_elsewhere(member.part, own, tallest):
            continue  # a heading over other links: what stands there is theirs
        anchors = {anchor.element for anchor in member.link.anchors}
        parts = [member.part]
        following = member.part.getnext() if unit.holder is not None else None
        while following is not None and following not in taken and len(parts) < _RECORD_PARTS:
            if following.tag == member.part.tag and not anchors.issuperset(following.iter("a")):
                break  # the record of a link that is no member: a file, another site
            if not _belongs_elsewhere(following, own, tallest):
                parts.append(following)
            following = following.getnext()
        lines = row_lines(member.part, heads) if heads and len(parts) == 1 else lines_of(parts)
        _read_lines(member, lines)


def _take_closing_days(unit: Unit) -> None:
    """Where the titles of a list close with a day each, it is the day of the announcement and no part of the title."""
    days = [trailing_date(member.title) for member in unit.members]
    if len(days) < 2 or sum(day is not None for day in days) < _MOST * len(days):
        return
    for member, day in zip(unit.members, days, strict=True):
        if day is not None:
            member.dated, member.day, member.closing = True, day, day


def _read_lines(member: Member, lines: list[str]) -> None:
    """The day and the summary among the lines of a member's record."""
    spoken = {anchor.text for anchor in member.link.anchors}
    for line in lines:
        if is_date_line(line):
            member.dated = True
            if member.day is None and not is_document_date(line):
                member.day = line
        elif line not in spoken and line != member.title and len(line) > max(_SUMMARY, len(member.summary or "")):
            member.summary = line


def _belongs_elsewhere(element: Any, own: tuple[int, str], tallest: dict[Any, tuple[int, str]]) -> bool:
    """Whether a link with a longer text than one's own stands in an element."""
    words, url = tallest.get(element, own)
    return words > own[0] and url != own[1]


def _single(units: list[Unit]) -> dict[Any, str | None]:
    """For each element the one address that the titles below it lead to; None where there are several."""
    single: dict[Any, str | None] = {}
    for unit in units:
        for member in unit.members:
            for element in member.chain:
                known = single.get(element, member.link.url)
                single[element] = known if known == member.link.url else None
                if known is None:
                    break
    return single


def _part(member: Member, holder: Any) -> Any:
    """The child of the holder that an anchor stands in."""
    place = member.chain.index(holder) if holder is not None else 0
    return member.chain[place - 1] if place else member.anchor.element


def _near(member: Member, single: dict[Any, str | None]) -> Any:
    """What is near an anchor that stands on its own, and no other's."""
    near = member.anchor.element
    for element in member.chain[:_NEARNESS]:
        if element.tag in _PAGE or single[element] is None:
            break
        near = element
    return near
