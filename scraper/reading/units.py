"""Units: links that stand in the same place of like blocks. A list of announcements is a unit; so is a menu.

No class name and no host name is looked at.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import takewhile
from statistics import median
from typing import Any

from scraper.reading.anchors import Anchor, Link
from scraper.reading.filenames import names_file
from scraper.reading.markup import PAGE
from scraper.reading.shapes import PAPER, has_id, is_numbered, kin_of, words_in
from scraper.reading.standing import Stand, chain_of, stand_of

_RECORD_DEPTH = 9
_LABEL = 4
_LABELS = 2
_SOME_RECORDS = 3
_LONGEST_TITLE = 140
_CUT = ("...", "…")
SENTENCE_ENDS = (".", "…", ".]", "…]")


@dataclass(slots=True, eq=False)
class Member:
    """A link of a unit by one of its anchors, its part of the holder, and what is printed around it there.

    `dated` says that a day stands there, `day` is the line of it that may be the day of publication, `day_of_year` one
    without a year, `issued` the line of the day on which its document was issued. `month_first` says that it is printed
    behind its month. `opening` and `closing` are the day with which all titles of its unit begin or close.
    """

    link: Link
    anchor: Anchor
    chain: list[Any]
    stand: Stand
    words: int
    part: Any = None
    day: str | None = None
    dated: bool = False
    day_of_year: str | None = None
    issued: str | None = None
    month_first: bool = False
    summary: str | None = None
    opening: str = ""
    closing: str = ""

    @property
    def title(self) -> str:
        """The anchor's text, without the day that all titles of its unit begin or close with."""
        title = self.anchor.title or ""
        if not self.opening and not self.closing:
            return title
        return title.removeprefix(self.opening).removesuffix(self.closing).strip()


@dataclass(slots=True, eq=False)
class Unit:
    """Members in page order; `holder` is the nearest element that holds them all, None for a link on its own.

    `boxed` says that it begins or names a box among the records of a list, with further ones behind it there.
    `over` is what stands over all groups of a list of which the unit is one, `grouped` how many links these have.
    """

    holder: Any
    place: tuple[str, ...]
    members: list[Member] = field(default_factory=list)
    dated: float = 0.0
    summed: float = 0.0
    pictured: float = 0.0
    numbered: float = 0.0
    led: float = 0.0
    registered: bool = False
    headed: bool = False
    hidden: bool = False
    score: float = 0.0
    heading: str | None = None
    head: Any = None
    titled: bool = False
    ordered: bool = False
    linked: bool = False
    placed: bool = False
    boxed: bool = False
    over: str = ""
    grouped: int = 0
    _forms: frozenset[str] = frozenset()

    @property
    def forms(self) -> frozenset[str]:
        """The forms of the addresses of its members."""
        if not self._forms:
            self._forms = frozenset({kin_of(member.link.shape) for member in self.members})
        return self._forms

    def leave_to(self, members: list[Member]) -> None:
        """Leave it with some of its members."""
        self.members, self._forms = members, frozenset()

    @property
    def decorated(self) -> bool:
        """Whether more than bare titles stands there."""
        return self.headed or max(self.dated, self.summed, self.pictured, self.numbered, self.led) >= 0.5


def units_of(links: list[Link]) -> list[Unit]:
    """All links of a page that carry a text, in units, but for the page's menu, head and foot.

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
            stand = stand_of(parent, stands)
            if not stand.navigation or (link.pictured and is_numbered(link.shape)):
                member = Member(link, anchor, chain_of(parent, chains), stand, words_in(anchor.title))
                places[stand.place].append(member)
    return [unit for place, members in places.items() for unit in _split(members, place)]


def _split(members: list[Member], place: tuple[str, ...]) -> list[Unit]:
    """Members of one kind of place by the nearest element that holds two different addresses of them.

    Where that gives several units of one title with a short text or two, these are records that name their section
    beside the title: the titles are the unit then, and the names another.
    """
    units = _units(members, place)
    labels, said = _labels(units), _said(units)
    few = [unit for unit in units if 1 < len(unit.members) <= _LABELS + 1]
    records = [unit for unit in few if len(_titles(unit, labels, said)) == 1]
    if len(records) < 2:
        return units
    titles = [member for unit in records for member in _titles(unit, labels, said)]
    chosen = {id(member) for member in titles}
    names = [member for unit in records for member in unit.members if id(member) not in chosen]
    settled = {id(unit) for unit in records}
    rest = [unit for unit in units if id(unit) not in settled]
    return rest + _units(titles, place) + _units(names, place)


def _labels(units: list[Unit]) -> set[str]:
    """The addresses that several records share, and those of their form: a section, an agency, no announcement.

    Where each record has a link of one form with a short name before another of several words, that is a section too.
    """
    if len(units) < _SOME_RECORDS:
        return set()
    addresses = Counter(url for unit in units for url in {member.link.url for member in unit.members})
    shapes = {member.link.url: member.link.shape for unit in units for member in unit.members}
    usual = Counter(shapes[url] for url, count in addresses.items() if count == 1).most_common(1)
    shared = {shapes[url] for url, count in addresses.items() if count > 1} - {shape for shape, _ in usual}
    shared |= _leading_names(units)
    return {url for url, count in addresses.items() if count > 1 or shapes[url] in shared}


def _leading_names(units: list[Unit]) -> set[str]:
    """The forms of the addresses whose short names come first in each of several records, before longer ones."""
    records: dict[str, list[list[int]]] = defaultdict(list)
    for unit in units:
        first, *further = unit.members
        if 1 <= len(further) <= _LABELS and all(member.link.shape != first.link.shape for member in further):
            records[first.link.shape].append([member.words for member in unit.members])
    return {form for form, group in records.items() if len(group) >= _SOME_RECORDS and _begin_with_names(group)}


def _begin_with_names(records: list[list[int]]) -> bool:
    """Whether the first of several links of each record is shorter than the others, by their numbers of words."""
    names = median(words[0] for words in records)
    return names <= _LABEL + 1 and median(count for words in records for count in words[1:]) > names * 1.5


def _said(units: list[Unit]) -> set[str]:
    """What links of several records say, each to an address of its own, beside others ("Tải", "Nộp hồ sơ")."""
    texts = Counter(text for unit in units if len(unit.members) > 1 for text in {m.title for m in unit.members})
    return {text for text, count in texts.items() if count >= _SOME_RECORDS}


def _titles(unit: Unit, labels: set[str], said: set[str]) -> list[Member]:
    """The members that are no mere label, nor a file's name: of several words, or with an id in their address."""
    own = [member for member in unit.members if member.link.url not in labels]
    own = [member for member in own if member.title not in said and not _is_of_file(member)] or own
    return [member for member in own if member.words > _LABEL or has_id(member.link.shape)]


def _is_of_file(member: Member) -> bool:
    """Whether a link is the name of a file, whose address does not tell that it is one."""
    return member.link.shape != PAPER and names_file(member.title)


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
    places: dict[tuple[Any, str], int] = {}
    alone = []
    for member in members:
        holder = _holder(member.chain, several)
        member.part = _part(member, holder)
        if holder is None:
            alone.append(Unit(None, place, [member]))
            continue
        unit = units.setdefault(holder, Unit(holder, place))
        first = places.setdefault((holder, member.link.url), len(unit.members))
        if first == len(unit.members):
            unit.members.append(member)
        elif names_better(member.title, unit.members[first].title):
            unit.members[first] = member
    return [apart for unit in units.values() for apart in _without_name(unit)] + alone


def _without_name(unit: Unit) -> list[Unit]:
    """A unit as it is; each link alone where one is a story with its picture, and no other is one or of its form.

    They are short names before it, or other links part them from it: "Xem phiên bản đầy đủ" at the foot of the page.
    """
    stories = [member for member in unit.members if member.link.pictured and has_id(member.link.shape)]
    if len(unit.members) == 1 or len(stories) != 1:
        return [unit]
    story, place = stories[0], unit.members.index(stories[0])
    for other in unit.members:
        is_kin = kin_of(other.link.shape) == kin_of(story.link.shape) and not _is_name(other)
        if other is not story and (other.link.pictured or is_kin):
            return [unit]
    names = all(_is_name(member) or _are_parted(member.part, story.part) for member in unit.members[:place])
    if not names or not all(_are_parted(story.part, member.part) for member in unit.members[place + 1 :]):
        return [unit]
    for member in unit.members:
        member.part = member.anchor.element
    return [Unit(None, unit.place, [member]) for member in unit.members]


def _is_name(member: Member) -> bool:
    """Whether a link may be the name of a section: a short one, to an address without an id."""
    return member.words <= _LABEL and not has_id(member.link.shape)


def _are_parted(first: Any, last: Any) -> bool:
    """Whether something with a link stands between two parts of an element."""
    between = takewhile(lambda element: element is not last, first.itersiblings())
    return any(next(element.iter("a"), None) is not None for element in between)


def names_better(title: str, known: str) -> bool:
    """Whether of two texts that lead to one address this one names it: the longer one, where it is no summary."""
    if len(title) < len(known):
        return not _is_fuller(known, title)
    return len(title) > len(known) and _is_fuller(title, known)


def _is_fuller(title: str, known: str) -> bool:
    """Whether the longer of two texts names what they lead to."""
    is_cut = known.endswith(_CUT) or title.startswith(known.rstrip(". …"))
    is_summary = title.endswith(SENTENCE_ENDS) or len(title) > _LONGEST_TITLE
    return is_cut or not is_summary or words_in(known) < _LABEL


def _holder(chain: list[Any], several: dict[Any, str | None]) -> Any:
    """The nearest element of a chain that holds several addresses; None where that is as good as the whole page."""
    for depth, element in enumerate(chain):
        if several[element] is None:
            return None if depth > _RECORD_DEPTH or (element.tag in PAGE and depth > 3) else element
    return None


def _part(member: Member, holder: Any) -> Any:
    """The child of the holder that an anchor stands in; the row in place of a body of a table with no other row."""
    place = member.chain.index(holder) if holder is not None else 0
    if place > 1 and member.chain[place - 1].tag == "tbody" and len(member.chain[place - 1]) == 1:
        place -= 1
    return member.chain[place - 1] if place else member.anchor.element
