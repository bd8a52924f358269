"""The lists of a page that is made like a front page, none of which is the main one."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import islice, pairwise, product
from typing import Any

from scraper.reading.headings import OwnName, block_with_title, heading_of, is_titled
from scraper.reading.likeunits import common_block, is_alike, is_continued
from scraper.reading.records import heads_group, is_date_line
from scraper.reading.unitnames import is_beside, is_most_read, is_named, is_newest_or_notices, is_surely_beside
from scraper.reading.units import Unit
from scraper.reading.within import sub_section

_LONG = 8
"""Announcements of a list around which the others are boxes."""
_SEVERAL = 2
"""Titled lists in an element that is no box of one of them."""
_MOST, _DECORATED = 0.75, 4
"""The share of the announcements that a column holds, and how much one with a day or a picture counts there."""
_MOST_FORMS = 20
"""Forms of the addresses of lists side by side that are compared with each other."""
Rows = dict[tuple[Any, tuple[str, ...], bool], dict[frozenset[str], tuple[Unit, set[Any]]]]


def is_made_like_front(units: list[Unit], name: OwnName) -> bool:
    """Whether a page is made like a front page: of many lists, none of which is the main one or bears its name.

    Some of them with titles are made alike, and none without a title is a long one, around which the others are boxes;
    nor are all those together that stand apart from the others and are more than three fifths of what is listed. The
    list that bears its name may be a story with bare titles below it.
    """
    sizes: Counter[object] = Counter()
    makes: Counter[object] = Counter()
    blocks = _blocks(units, name)
    longest = max(blocks, key=lambda unit: len(unit.members), default=None)
    if longest is not None and len(longest.members) >= _LONG and not is_titled(longest):
        return False
    count, apart = (sum(len(unit.members) for unit in some) for some in (blocks, _apart_from_titled(blocks)))
    if apart >= _LONG and apart * 5 > count * 3:
        return False
    told = islice((unit for unit in blocks if name.is_told_over(unit) and _count_below_title(unit, blocks) > 2), 2)
    if len(list(told)) == 1:
        return False
    for unit in blocks:
        if len(unit.members) > 1:
            if len(unit.members) > 2 and is_named(unit, name):
                return False
            sizes[unit.place, _list_of(unit, heading_of(unit))] += len(unit.members)
        if is_titled(unit):
            makes[unit.place, unit.decorated] += 1
    return len(sizes) >= 4 and max(sizes.values()) * 2 < sizes.total() and max(makes.values(), default=0) > 2


def _count_below_title(unit: Unit, units: list[Unit]) -> int:
    """The announcements of a unit and of those without a title in an element that has no other title than its own."""
    block = block_with_title(unit)
    inside = [other for other in units if other is not unit and block in other.members[0].chain]
    return len(unit.members) + (0 if any(map(is_titled, inside)) else sum(len(other.members) for other in inside))


def blocks_of(units: list[Unit], name: OwnName, own: str) -> list[Unit]:
    """The lists of a page that is made like a front page, without the boxes beside the column that most of them are in.

    Boxes have a title and are made in another way than the lists, or are called as boxes are, and have no directory of
    their own below the page's `own` address.
    """
    blocks = dict.fromkeys(_blocks(units, name))
    column = column_of(list(blocks))
    made: dict[Any, dict[frozenset[str], list[Unit]]] = defaultdict(lambda: defaultdict(list))
    for block in blocks:
        made[block.place, block.decorated][block.forms].append(block)

    told = Counter(directory for unit in units if (directory := sub_section(unit, own)))

    def belongs(unit: Unit) -> bool:
        if is_surely_beside(unit, name):
            return unit in blocks
        if column in unit.members[0].chain or told[sub_section(unit, own)] == 1:
            return True
        beside = made[unit.place, unit.decorated].values()
        alike = any(some != [unit] and is_alike(unit, some[0]) for some in beside)
        return not is_beside(unit, name) and (alike or not is_titled(unit))

    return [unit for unit in units if belongs(unit)]


def column_of(units: list[Unit]) -> Any:
    """The smallest element that most of the announcements of some units are in; bare titles count for little."""
    around: Counter[Any] = Counter()
    for unit in units:
        weight = len(unit.members) * (_DECORATED if unit.decorated else 1)
        around.update(dict.fromkeys(unit.members[0].chain, weight))
    least = max(around.values()) * _MOST
    chains = [[element for element in unit.members[0].chain if around[element] >= least] for unit in units]
    return max(chains, key=len)[0]


def without_repeated(units: list[Unit], main: Unit, name: OwnName) -> list[Unit]:
    """The units of a front page whose `main` list is paged, as a blog's, without boxes of what its further pages have.

    These are bare titles with addresses of its form: the most read, and what stands aside of a list of the whole page,
    but for the newest and notices.
    """
    of_page = is_named(main, name) or not is_titled(main)

    def is_repeated(unit: Unit) -> bool:
        if unit.decorated or not main.decorated or not is_titled(unit) or not is_alike(unit, main):
            return False
        if is_most_read(unit):
            return not name.is_over(unit)
        return of_page and unit.members[0].stand.aside and not is_newest_or_notices(unit)

    return [unit for unit in units if unit is main or not is_repeated(unit)]


def is_block(unit: Unit, main: Unit, rows: Rows, name: OwnName) -> bool:
    """Whether a unit is one of several lists of which another is the main one, and none bears the page's own name.

    `rows` are those of the lists with titles that are no boxes.
    """
    if is_named(main, name) or not is_continued(main, unit) or unit is main or unit.members[0].stand.aside:
        return False
    home = common_block(unit, main)
    own = {_branch(unit, home), _branch(main, home)}
    return any(not branches <= own for example, branches in _made_alike(rows, home, unit) if is_alike(example, main))


def _blocks(units: list[Unit], name: OwnName) -> list[Unit]:
    """The units that are no boxes beside others; one that is called like such a box may be one of several lists."""
    lists = [unit for unit in units if not is_beside(unit, name)]
    rows, known = rows_of(lists), set(lists)
    return [unit for unit in units if unit in known or _is_in_row(unit, rows)]


def _apart_from_titled(units: list[Unit]) -> list[Unit]:
    """The units without a title that are no rest of a box: the nearest element with titled ones has several of them."""
    titled = Counter(element for unit in units if is_titled(unit) for element in {*unit.members[0].chain})
    around = {unit: (titled[element] for element in unit.members[0].chain) for unit in units if not is_titled(unit)}
    return [unit for unit, counts in around.items() if next(filter(None, counts), _SEVERAL) >= _SEVERAL]


def rows_of(units: list[Unit]) -> Rows:
    """Lists by the elements around them and how they are made: one of each form, and the branches that such are in."""
    rows: Rows = defaultdict(dict)
    for unit in units:
        branch = unit.members[0].anchor.element
        for element in unit.members[0].chain:
            rows[element, unit.place, unit.decorated].setdefault(unit.forms, (unit, set()))[1].add(branch)
            branch = element
    return rows


def _is_in_row(unit: Unit, rows: Rows) -> bool:
    """Whether two lists stand side by side with a unit and are made as it is, whatever it is called."""
    if unit.members[0].stand.aside:
        return False
    branch = unit.members[0].anchor.element
    for element in unit.members[0].chain:
        beside = [(one, _two_besides(branches, branch)) for one, branches in _made_alike(rows, element, unit)]
        if any(
            first and second and len(first | second) > 1 and is_alike(unit, one) and is_alike(other, one)
            for (one, first), (other, second) in product(beside, repeat=2)
        ):
            return True
        branch = element
    return False


def _two_besides(branches: set[Any], own: Any) -> set[Any]:
    """Two of some elements besides one, as far as there are so many."""
    return set(islice((branch for branch in branches if branch is not own), _SEVERAL))


def _made_alike(rows: Rows, element: Any, unit: Unit) -> list[tuple[Unit, set[Any]]]:
    """Of the lists in an element that are made as a unit is, one of each form with the branches these stand in."""
    return list(islice(rows.get((element, unit.place, unit.decorated), {}).values(), _MOST_FORMS))


def _branch(unit: Unit, home: Any) -> Any:
    """The child of an element that a unit stands in; the link of one right in the element itself."""
    chain = [unit.members[0].anchor.element, *unit.members[0].chain]
    return next((below for below, element in pairwise(chain) if element is home), None)


def _list_of(unit: Unit, heading: str) -> Any:
    """The list that a unit is a piece of: rows of a table, and counted groups or those by time, are pieces of one."""
    if is_date_line(heading) or heads_group(heading):
        return None
    return unit.holder.getparent() if unit.holder is not None and unit.holder.tag == "tr" else unit.holder
