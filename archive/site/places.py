"""Provinces then and now with what the archive holds of them, as pages and as a map."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from math import sqrt

from archive.site.sources import PortalSummary
from archive.vietnamese.alphabet import alphabetical
from archive.vietnamese.places import Province, find_province, province_now, province_on, provinces_on

BEFORE = date(2024, 12, 31)
EVE = date(2025, 6, 30)
AFTER = date(2025, 7, 1)
SHADES = 5
MAP_WIDTH, MAP_HEIGHT = 478, 873
ISLES_FROM = 385.0
INSETS = {"da-nang": "translate(-96 -44) scale(.9)", "khanh-hoa": "translate(172 527) scale(.36)"}
"""Hoàng Sa and Trường Sa are drawn in frames nearer to the coast: where the shapes of an archipelago are moved to."""
_RING = re.compile(r"M([\d.]+)[^M]+")


@dataclass(frozen=True, slots=True)
class Area:
    """A province on the map: its shapes, how much was published there, how dark it is (0: nothing).

    `isles` are shapes of an archipelago, each with the move into its frame.
    """

    name: str
    link: str
    count: int
    shade: int
    paths: tuple[str, ...]
    isles: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A province of today with the provinces that it was made of, and their counts."""

    province: Province
    count: int
    members: tuple[tuple[Province, int], ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """How much was published in each month: a row of twelve counts per year, and what has no date or no month."""

    years: tuple[tuple[str, tuple[int, ...]], ...]
    undated: int
    most: int

    def shade(self, count: int) -> int:
        """How dark a month is, 0 to 5."""
        return shade(count, self.most)


def province_by_slug(slug: str, *, former: bool) -> Province | None:
    """The province of that slug: one of the 34 of today, or one of the 63 before."""
    return next((province for province in provinces_on(BEFORE if former else AFTER) if province.slug == slug), None)


def counts_by_province(portals: Iterable[PortalSummary]) -> tuple[dict[str, int], dict[str, int]]:
    """How many announcements the archive holds per former province and per province of today, by name."""
    then: Counter[str] = Counter()
    now: Counter[str] = Counter()
    for portal in portals:
        then[portal.province] += portal.announcements
        now[portal.province_now] += portal.announcements
    return dict(then), dict(now)


def place_rows(then: Mapping[str, int], now: Mapping[str, int]) -> list[PlaceRow]:
    """The 34 in the order of their names."""
    of_today, before = _by_province(now, AFTER), _by_province(then, EVE)
    rows = [
        PlaceRow(
            province,
            of_today[province],
            tuple((member, before[province_on(EVE, member)]) for member in members(province)),
        )
        for province in provinces_on(AFTER)
    ]
    return sorted(rows, key=lambda row: alphabetical(row.province.name))


def areas(counts: Mapping[str, int], *, former: bool) -> list[Area]:
    """The map: each of the 63, or each of the 34 with the shapes of what it was made of."""
    shapes = _shapes()
    listed, day = (provinces_on(BEFORE), EVE) if former else (provinces_on(AFTER), AFTER)
    counted = _by_province(counts, day)
    totals = {province: counted[province_on(day, province)] for province in listed}
    most = max(totals.values(), default=0)
    found = []
    for province, count in totals.items():
        slugs = [member.slug for member in ((province,) if former else members(province))]
        isles = tuple((shapes[slug][1], INSETS[slug]) for slug in slugs if shapes[slug][1])
        paths = tuple(shapes[slug][0] for slug in slugs)
        found.append(Area(province.name, place_link(province, former=former), count, shade(count, most), paths, isles))
    return found


def place_link(province: Province, *, former: bool) -> str:
    """The address of a province's page."""
    return f"/dia-phuong/cu/{province.slug}" if former else f"/dia-phuong/{province.slug}"


def successor_of(province: Province) -> Province:
    """What a former province belongs to today."""
    return province_now(province)


def calendar(connection: sqlite3.Connection, column: str, name: str) -> Calendar:
    """What a province or a portal published when; `column` is `province`, `province_now` or `portal`."""
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0] * 12)
    undated = 0
    for month, count in connection.execute(
        f"SELECT substr(published_sort, 1, 7), count(*) FROM announcement WHERE {column} = ? GROUP BY 1",  # noqa: S608
        (name,),
    ):
        if len(month) == len("2020-02"):
            counts[month[:4]][int(month[5:]) - 1] = count
        else:
            undated += count
    most = max((max(months) for months in counts.values()), default=0)
    return Calendar(tuple((year, tuple(counts[year])) for year in sorted(counts, reverse=True)), undated, most)


def shade(count: int, most: int) -> int:
    """How dark a count is among counts up to `most`: 0 for nothing, 1 to 5 by its root."""
    return min(SHADES, 1 + int(SHADES * sqrt(count / most))) if count and most else 0


def members(province: Province) -> tuple[Province, ...]:
    """The provinces of 2024 that one of today was made of; itself alone where nothing changed."""
    found = (member for member in provinces_on(BEFORE) if province_now(member) == province)
    return tuple(sorted(found, key=lambda member: alphabetical(member.name)))


def _by_province(counts: Mapping[str, int], day: date) -> Counter[Province]:
    """Counts by name as counts of the provinces of that day (Thừa Thiên Huế is Huế)."""
    totals: Counter[Province] = Counter()
    for name, count in counts.items():
        province = find_province(name, on=day)
        if province is not None:
            totals[province_on(day, province)] += count
    return totals


@cache
def _shapes() -> dict[str, tuple[str, str]]:
    """SVG paths by the slugs of the 63, and those of Hoàng Sa (Đà Nẵng) and Trường Sa (Khánh Hòa) apart."""
    table = files("archive.site").joinpath("shapes.tsv").read_text("utf-8")
    return {slug: _apart(path) for slug, path in (line.split("\t") for line in table.splitlines())}


def _apart(path: str) -> tuple[str, str]:
    """The rings near the coast, and those far out."""
    rings = [(float(ring[1]) > ISLES_FROM, ring[0]) for ring in _RING.finditer(path)]
    return "".join(ring for far, ring in rings if not far), "".join(ring for far, ring in rings if far)
