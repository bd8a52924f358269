"""How much a unit of links is a list of announcements.

That shows in its texts (titles are long and differ), in its addresses (ids and long slugs), and in what stands around
each link (a day, a summary, a picture, a heading).
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice, takewhile
from statistics import median
from typing import Any

from archive.vietnamese.dates import read_date
from scraper.reading.leaves import with_days_joined
from scraper.reading.markup import PAGE
from scraper.reading.records import (
    column_heads,
    day_of_text,
    is_date_line,
    is_day_without_year,
    is_document_date,
    is_issue_date,
    is_month_first,
    is_register,
    leading_date,
    lines_of,
    one_line,
    posted_day,
    row_lines,
    spanning_lines,
    tells_day,
    trailing_date,
)
from scraper.reading.shapes import has_id
from scraper.reading.units import Member, Unit

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "dt"})
_NUMBERED = re.compile(
    r"\d[\dA-Za-z]{0,5}\s?[/-]\s?(?:(?:19|20)\d\d\s?[/-]\s?)?[A-ZĐ][A-ZĐƯa-zđ]*(?:[-–&.][A-ZĐƯ0-9]+)*(?!\w)"
    r"|[Kk]hông số\b"
)
_RECORD_PARTS = 12
_TIMES = 20
"""So often a record is read for links of one address in it, each of which may be its title: it may hold thousands."""
_NEARNESS = 4
_MOST = 0.6
_FEW_OF = 5
_SUMMARY = 39


def weigh(units: list[Unit]) -> list[Unit]:
    """The units with what stands around their links, and their scores."""
    tallest, single = _tallest(units), _single(units)
    alone: Counter[Any] = Counter()
    for unit in units:
        if unit.holder is None:
            part = unit.members[0].part = _near(unit.members[0], single)
            alone[part] += 1
            if alone[part] > _TIMES:
                continue
        _weigh(unit, tallest, single)
    return units


def weigh_known(known: list[Unit], units: list[Unit]) -> None:
    """Weigh those of the units of a page again that are known to be of announcements however short their titles are."""
    if known:
        tallest, single = _tallest(units), _single(units)
        for unit in known:
            _weigh(unit, tallest, single, known=True)


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


def _weigh(
    unit: Unit, tallest: dict[Any, tuple[int, str]], single: dict[Any, str | None], *, known: bool = False
) -> None:
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
    unit.hidden = all(member.stand.hidden for member in members)
    unit.headed = any(element.tag in _HEADINGS for element in first[:3])
    unit.numbered = sum(map(_is_numbered, titles)) / count
    unit.pictured = sum(member.link.pictured for member in members) / count
    unit.led = sum(member.anchor.leading for member in members) / count
    shown = count > 1 or (unit.headed and unit.pictured)
    signs = max(own, unit.numbered, unit.headed * shown, unit.pictured * (count > 1))
    telling = words >= 5 or (signs >= 0.5 and words >= (2 if shown else 4))
    if (known or telling) and alike < 0.5:
        _read_records(unit, tallest, single)
        _take_days_above(unit)
        _take_days_in_titles(unit)
        _take_days_without_year(unit)
        _leave_months_first(unit)
        unit.dated = sum(member.dated for member in members) / count
        unit.summed = sum(len(member.summary or "") >= 60 for member in members) / count
    unit.score = (
        0.25 * min(words, 12)
        + 1.5 * unit.dated
        + (1.5 + unit.registered) * unit.numbered
        + 0.75 * unit.summed
        + 0.75 * own
        + 0.75 * unit.led
        + 0.5 * unit.pictured
        + 0.5 * unit.headed
        - 3 * alike
    )


def _is_numbered(title: str) -> bool:
    """Whether a title names the number of a document; signs that all of these have are found at once."""
    may_be = "/" in title or "-" in title or "hông số" in title
    return may_be and _NUMBERED.search(title) is not None


def _read_records(unit: Unit, tallest: dict[Any, tuple[int, str]], single: dict[Any, str | None]) -> None:
    """Give each member the lines of its record: what stands from its place in the holder to the next member's."""
    taken = {member.part for member in unit.members}
    heads = column_heads(unit.members[0].part)
    unit.registered = is_register(heads)
    for member in unit.members:
        own = (member.words, member.link.url)
        elsewhere = _belongs_elsewhere(member.part, own, tallest)
        near = lines_of(_own_parts(member, single)) if elsewhere or single.get(member.part) is None else []
        if elsewhere or any(map(tells_day, near)):
            _read_lines(member, near)  # over or among other links: the rest is theirs
            continue
        anchors = {anchor.element for anchor in member.link.anchors}
        parts = [member.part]
        following = member.part.getnext() if unit.holder is not None else None
        while following is not None and following not in taken and len(parts) < _RECORD_PARTS:
            if following.tag == member.part.tag and not anchors.issuperset(following.iter("a")):
                break  # the record of a link that is no member: a file, another site
            if not _belongs_elsewhere(following, own, tallest):
                parts.append(following)
            following = following.getnext()
        if heads and len(parts) == 1:
            lines, member.dated, member.issued = row_lines(member.part, heads)
        else:
            lines = lines_of(parts)
        _read_lines(member, lines)
        if not member.dated and member.part.tag == "tr":
            _read_lines(member, spanning_lines(member.part))


def _take_days_above(unit: Unit) -> None:
    """Where the day of an announcement stands before its title, each was read with what follows the one above it.

    It shows at the ends of the list: something before the first title tells a day, and nothing behind the last one. A
    day between some announcements and not between most is that of all up to the next.
    """
    members = unit.members
    told = [_told(member) for member in members]
    if unit.holder is None or told[-1] or not any(told):
        return
    above = _told_before(members)
    grouped = sum(map(bool, told)) < _MOST * (len(members) - 1)
    for member, following in zip(members, told, strict=True) if above else ():
        member.day, member.dated, member.day_of_year = above or (None, False, None)
        above = following or (above if grouped else None)


def _told(member: Member) -> tuple[str | None, bool, str | None] | None:
    """What was read of a member's day; None where nothing was."""
    return (member.day, member.dated, member.day_of_year) if member.dated or member.day_of_year else None


def _told_before(members: list[Member]) -> tuple[str | None, bool, str | None] | None:
    """What the elements before the first of some members tell of its day, as many as stand between two of them."""
    first, parts = members[0], {member.part for member in members}
    if any(tells_day(line) for line in lines_of([first.part])):
        return None
    gap = max(_distance(member.part, parts) for member in members[:-1])
    before = list(islice(first.part.itersiblings(preceding=True), gap))[::-1]
    lines = lines_of(before)
    if len(before) < gap:
        lines[:0] = [one_line(first.part.getparent().text or "")]
    alone = Member(first.link, first.anchor, first.chain, first.stand, first.words)
    _read_lines(alone, lines)
    return _told(alone)


def _distance(part: Any, parts: set[Any]) -> int:
    """How many elements stand between a part of a list and the next one."""
    following = takewhile(lambda element: element not in parts, part.itersiblings())
    return sum(1 for _ in islice(following, _RECORD_PARTS))


def _take_days_in_titles(unit: Unit) -> None:
    """Where the titles of a list begin or close with a day each, it is the announcement's and no part of the title."""
    undated = [member for member in unit.members if not member.dated]
    for told in (trailing_date, leading_date):
        days = [told(member.title) for member in undated]
        if len(days) < 2 or sum(day is not None for day in days) < _MOST * len(days):
            continue
        for member, day in zip(undated, days, strict=True):
            if day is None:
                continue
            member.dated, member.day = True, day.rstrip(" -–—|:")
            if told is leading_date:
                member.opening = day
            else:
                member.closing = day
        return


def _leave_months_first(unit: Unit) -> None:
    """Where months stand first in a list, "4/5/2022" is read otherwise, "4/24/2022 8:00 AM" as it stands."""
    found = sum(member.month_first for member in unit.members)
    if found and found * _FEW_OF >= len(unit.members):
        for member in unit.members:
            member.day = member.day if member.day and is_month_first(member.day) else None


def _take_days_without_year(unit: Unit) -> None:
    """Where most announcements of a list have a day without a year beside them, that is when they were printed.

    The first of them may have its year ("(05/03/2009)" above "(04/03)").
    """
    told = [member for member in unit.members if member.day_of_year]
    whole = [member for member in unit.members if member.dated]
    if len(told) > 1 and len(told) + len(whole) >= _MOST * len(unit.members) and len(whole) * 2 <= len(told):
        for member in told:
            member.dated, member.day = True, member.day_of_year


def _read_lines(member: Member, lines: list[str]) -> None:
    """The day and the summary among the lines of a member's record."""
    spoken = {anchor.text for anchor in member.link.anchors}
    days = (anchor.day for anchor in member.link.anchors)
    within = next((day for day in days if day and not is_document_date(day)), None)
    if within is not None:
        member.dated, member.day = True, within
    for printed in with_days_joined(lines):
        line = printed.removeprefix(member.title).lstrip()  # a title that is no link may share its line with the day
        if not line:
            continue
        if member.day_of_year is None and is_day_without_year(line):
            member.day_of_year = line
        if is_month_first(line):
            member.dated = member.month_first = True
            member.day = member.day or (line if _is_read(line) else None)
        elif is_date_line(line):
            member.dated = True
            member.day = member.day or posted_day(line)
            if member.day is None and member.issued is None and is_issue_date(line):
                member.issued = line
        elif line not in spoken and len(line) > _SUMMARY:
            if member.day is None and (day := day_of_text(line)) is not None:
                member.dated, member.day = True, day
            if len(line) > len(member.summary or ""):
                member.summary = line


def _is_read(line: str) -> bool:
    """Whether a day with the month first is read as it stands, for its time or its weekday."""
    date = read_date(line)
    return date is not None and date.iso is not None


def _belongs_elsewhere(element: Any, own: tuple[int, str], tallest: dict[Any, tuple[int, str]]) -> bool:
    """Whether a link with a longer text than one's own stands in an element."""
    words, url = tallest.get(element, own)
    return words > own[0] and url != own[1]


def _own_parts(member: Member, single: dict[Any, str | None]) -> list[Any]:
    """What is near an anchor in a record that has other titles, and what follows it before the next link."""
    parts = [_near(member, single)]
    following = parts[0].getnext()
    while following is not None and len(parts) < _NEARNESS and next(following.iter("a"), None) is None:
        parts.append(following)
        following = following.getnext()
    return parts


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


def _near(member: Member, single: dict[Any, str | None]) -> Any:
    """What is near an anchor that stands on its own, and no other's."""
    near = member.anchor.element
    for element in member.chain[:_NEARNESS]:
        if element.tag in PAGE or single[element] is None:
            break
        near = element
    return near
