"""Who carried out a central document: the 34 provinces of today, what is not seen apart from what was not reached."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Literal

from archive.site.drawing import days_between
from archive.vietnamese.agencies import resolve_issuer
from archive.vietnamese.alphabet import alphabetical
from archive.vietnamese.bodies import Agency
from archive.vietnamese.places import Province, provinces_on

SINCE_THE_MERGERS = date(2025, 7, 1)
MOST_ACTS = 5000
_ACTS = """
SELECT a.province_now, s.document, coalesce(s.number, o.subject), coalesce(s.dated, substr(a.published_at, 1, 10)),
    a.uid, a.title, coalesce(a.title_printed, a.title), a.posted_by
FROM mention o JOIN announcement a ON a.id = o.announcement
LEFT JOIN mention s ON s.announcement = o.announcement AND s.number = o.subject AND s.role = 'issues'
WHERE o.document = ? AND o.role = 'implements' ORDER BY 4 IS NULL, 4, a.id LIMIT ?
"""
_NAMINGS = """
SELECT a.province_now, a.uid FROM (SELECT DISTINCT announcement FROM mention WHERE document = ? LIMIT ?) m
JOIN announcement a ON a.id = m.announcement ORDER BY a.published_sort = '', a.published_sort, a.id
"""
_NEWEST = "SELECT max(published_sort) FROM announcement WHERE province_now = ? AND published_sort > ''"

State = Literal["carried_out", "not_seen", "not_reached"]
_STATES: tuple[State, ...] = ("carried_out", "not_seen", "not_reached")


@dataclass(frozen=True, slots=True)
class Act:
    """A paper or an announcement that carries the document out."""

    document: int | None
    number: str | None
    dated: str | None
    uid: str
    title: str
    title_printed: str
    posted_by: str

    @property
    def link(self) -> str:
        """The paper's page, else the announcement's."""
        return f"/van-ban/{self.document}" if self.document else f"/tin/{self.uid}"


@dataclass(frozen=True, slots=True)
class ProvinceRow:
    """A province of today: its first acts, after how many days, how many there are, and up to when it is known.

    `named` counts the announcements of there that name the document at all; `naming` is the first of them.
    """

    province: str
    slug: str
    state: State
    acts: tuple[Act, ...]
    days: int | None
    count: int
    newest: str | None
    named: int
    naming: str | None


def is_central(issuer: str | None, dated: str | None) -> bool:
    """Whether a code of issuers (TW, CP, TTg, BNV, …) is of the centre, for whatever province."""
    day = date.fromisoformat(dated) if dated and len(dated) == len("2020-01-01") else None
    found = resolve_issuer(issuer, on=day) if issuer else None
    return isinstance(found, Agency) and found.level == "central"


def fulfilment(connection: sqlite3.Connection, document: int, dated: str | None) -> list[ProvinceRow]:
    """The 34 provinces, those that acted first; "not reached" where nothing published since its date is held."""
    acts: defaultdict[str, list[Act]] = defaultdict(list)
    for province, *act in connection.execute(_ACTS, (document, MOST_ACTS)):
        acts[province].append(Act(*act))
    namings: defaultdict[str, list[str]] = defaultdict(list)
    for province, uid in connection.execute(_NAMINGS, (document, MOST_ACTS)):
        namings[province].append(uid)
    rows = (
        _row(connection, province, acts[province.name], namings[province.name], dated or "")
        for province in provinces_on(SINCE_THE_MERGERS)
    )
    return sorted(rows, key=_place)


def _place(row: ProvinceRow) -> tuple[int, str, tuple[tuple[str, int], ...]]:
    return _STATES.index(row.state), (row.acts[0].dated or "9999") if row.acts else "", alphabetical(row.province)


def _row(
    connection: sqlite3.Connection, province: Province, acts: list[Act], namings: list[str], dated: str
) -> ProvinceRow:
    (newest,) = connection.execute(_NEWEST, (province.name,)).fetchone()
    distinct = list({act.document or act.uid: act for act in reversed(acts)}.values())[::-1]
    reached = newest is not None and newest >= dated
    state: State = "carried_out" if acts else "not_seen" if reached else "not_reached"
    days = days_between(dated, acts[0].dated) if acts else None
    return ProvinceRow(
        province=province.name,
        slug=province.slug,
        state=state,
        acts=tuple(distinct[:3]),
        days=days,
        count=len(distinct),
        newest=newest,
        named=len(namings),
        naming=next(iter(namings), None),
    )
