"""Numbers that are missing from a dense series ("Số khuyết": 41, 42, 44 → 43).

How an agency numbers its papers is taken from the archive's own data: one series for all types, or one for each type.
It is one series where papers of several types never share a number and their days rise with their numbers together;
where two types do share numbers, each has a series of its own; where too little is known, each type stands alone. State
numbers restart each year, party numbers each congress term. A number is called missing only between two known ones of a
dense stretch; where a series is thin nothing is claimed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from sqlite_utils import Database

WIDEST_GAP = 3
"""How many numbers may be missing in a row within a dense stretch."""
FEWEST_KNOWN = 10
LEAST_DENSITY = 0.75
FEWEST_PAIRS = 8
LEAST_ORDER = 0.95
TERMS = (2005, 2010, 2015, 2020, 2025, 2030)
"""Years of party congresses; provinces hold theirs between August and October."""
_NUMBER = re.compile(r"(\d{1,5})(?=[/-])")
_PARTY = re.compile(r"\d+-[A-ZĐa-z]+/")
_SQL = """
SELECT number, type, issued_by, year, dated, id FROM document
WHERE issued_by IS NOT NULL AND type IS NOT NULL AND (year IS NOT NULL OR dated IS NOT NULL) ORDER BY issued_by
"""


@dataclass(frozen=True, slots=True)
class Paper:
    """A known document of a series: its place in it, its number as printed, type, day (ISO or None) and id."""

    place: int
    number: str
    type: str
    dated: str | None
    id: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A dense stretch of one agency's series in one period, and what is missing from it.

    `type` is None where one series serves all types. `period` is a year or a congress term ("2020-2025"). A number
    between the first and the last that is neither known nor missing is one of a paper that is not to be shown.
    """

    agency: str
    type: str | None
    period: str
    known: tuple[Paper, ...]
    missing: tuple[int, ...]

    @property
    def first(self) -> int:
        """The lowest known number."""
        return self.known[0].place

    @property
    def last(self) -> int:
        """The highest known number."""
        return self.known[-1].place

    @property
    def density(self) -> float:
        """The share of the numbers in question that are known."""
        known = len({paper.place for paper in self.known})
        return known / (known + len(self.missing))

    @property
    def says_something(self) -> bool:
        """Whether anything is missing, and it is long and dense enough for that to mean something."""
        enough = len({paper.place for paper in self.known}) >= FEWEST_KNOWN
        return bool(self.missing) and enough and self.density >= LEAST_DENSITY

    def shown(self, papers: Container[int]) -> Stretch | None:
        """The same of what may be shown: of the known ones those in `papers` (ids); None where that says nothing."""
        known = tuple(paper for paper in self.known if paper.id in papers)
        if not known:
            return None
        missing = tuple(place for place in self.missing if known[0].place < place < known[-1].place)
        stretch = replace(self, known=known, missing=missing)
        return stretch if stretch.says_something else None

    def neighbours(self, place: int) -> tuple[Paper, Paper]:
        """The known papers just before and just behind a missing number."""
        before = max((paper for paper in self.known if paper.place < place), key=lambda paper: paper.place)
        behind = min((paper for paper in self.known if paper.place > place), key=lambda paper: paper.place)
        return before, behind


def find_holes(database: Database, *, agency: str | None = None, period: str | None = None) -> list[Stretch]:
    """Every dense stretch from which something is missing, by agency, period and type."""
    rows = (row for row in database.execute(_SQL) if agency in (None, row[2]))
    stretches: list[Stretch] = []
    for issuer, of_issuer in groupby(rows, key=lambda row: str(row[2])):
        for when, papers in sorted(_by_period(of_issuer).items()):
            if period in (None, when):
                stretches += _of_period(issuer, when, papers)
    return stretches


def _by_period(rows: Iterable[Sequence[object]]) -> Mapping[str, list[Paper]]:
    periods: defaultdict[str, list[Paper]] = defaultdict(list)
    for number, kind, _, year, dated, identifier in rows:
        number, day = str(number), str(dated) if dated else None
        found = _NUMBER.match(number)
        when = _term(day) if _PARTY.match(number) else str(year or (day or "")[:4])
        if found and when:
            periods[when].append(Paper(int(found[1]), number, str(kind), day, int(str(identifier))))
    return periods


def _term(dated: str | None) -> str | None:
    """The congress term of a party paper; None without a day, and in the months in which terms change."""
    if dated is None or len(dated) < len("2020-01"):
        return None
    year, month = int(dated[:4]), int(dated[5:7])
    if year in TERMS and 8 <= month <= 11:
        return None
    begin = max((term for term in TERMS if (term, 11) < (year, month)), default=None)
    return f"{begin}-{begin + 5}" if begin else None


def _of_period(agency: str, period: str, papers: Sequence[Paper]) -> Iterator[Stretch]:
    if _is_one_series(papers):
        yield from _stretches(agency, None, period, papers)
        return
    for kind in sorted({paper.type for paper in papers}):
        yield from _stretches(agency, kind, period, [paper for paper in papers if paper.type == kind])


def _is_one_series(papers: Sequence[Paper]) -> bool:
    """Whether papers of several types share one series: never a number, and their days rise together."""
    types: defaultdict[int, set[str]] = defaultdict(set)
    for paper in papers:
        types[paper.place].add(paper.type)
    if any(len(sharing) > 1 for sharing in types.values()):
        return False
    dated = sorted((paper for paper in papers if paper.dated), key=lambda paper: paper.place)
    pairs = [(one, other) for one, other in pairwise(dated) if one.type != other.type]
    in_order = sum((one.dated or "") <= (other.dated or "") for one, other in pairs)
    return len(pairs) >= FEWEST_PAIRS and in_order >= LEAST_ORDER * len(pairs)


def _stretches(agency: str, kind: str | None, period: str, papers: Sequence[Paper]) -> Iterator[Stretch]:
    """The stretches without a wide gap that are long and dense enough to say something, where anything is missing."""
    ordered = sorted(papers, key=lambda paper: paper.place)
    begin = 0
    for end in range(1, len(ordered) + 1):
        if end < len(ordered) and ordered[end].place - ordered[end - 1].place <= WIDEST_GAP + 1:
            continue
        known = tuple(ordered[begin:end])
        begin = end
        places = {paper.place for paper in known}
        missing = tuple(place for place in range(known[0].place, known[-1].place) if place not in places)
        stretch = Stretch(agency, kind, period, known, missing)
        if stretch.says_something:
            yield stretch
