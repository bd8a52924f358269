"""Portals with what they brought, and what the archive reached of a place and time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from archive.search import Filters
from archive.site.dates import date_words
from archive.site.words import Language, number_words, translator
from archive.vietnamese.alphabet import alphabetical

_NOTHING = (0, 0, 0, None, None)
_OF_PORTALS = ("province_now", "province", "posted_by", "portal", "system", "level")
_COLUMN_OF = {"portal": "name", "posted_by": "agency"}
_PORTALS = """
SELECT p.name, p.title, p.agency, p.province, p.province_now, p.system, p.level, p.platform, p.host,
    p.successor, p.demo,
    p.publish = 'excerpt' AND EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'sealed_title'),
    (SELECT max(r.started_at) FROM run r WHERE r.portal = p.name),
    (SELECT r.state FROM run r WHERE r.portal = p.name ORDER BY r.started_at DESC LIMIT 1)
FROM portal p
"""
"""`sealed_title` stands in public forms alone; the operator's archive holds every text in full."""
_TOTALS = """
SELECT portal, count(*), total(is_plan), total(published_sort = ''), min(nullif(published_sort, '')),
    nullif(max(published_sort), '')
FROM announcement INDEXED BY announcement_search GROUP BY portal
"""


@dataclass(frozen=True, slots=True)
class PortalSummary:
    """A portal and what the archive holds of it; `in_excerpts`: no whole texts."""

    name: str
    title: str
    agency: str
    province: str
    province_now: str
    system: str
    level: str
    platform: str
    host: str
    successor: str | None
    demo: bool
    in_excerpts: bool
    announcements: int
    plans: int
    undated: int
    first: str | None
    last: str | None
    last_run: str | None
    last_run_state: str | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a place the archive holds: of how many known portals it has something, and how much of the period.

    `excerpts` is how many of the portals are held in excerpts only, so that no word behind these is found;
    `in_period` is None where no period was asked for.
    """

    portals: int
    known: int
    excerpts: int
    announcements: int
    undated: int
    first: str | None
    last: str | None
    in_period: int | None


def portal_summaries(connection: sqlite3.Connection) -> list[PortalSummary]:
    """Every portal, by province and title, those of no known province last.

    Reads an index over all announcements: remember what it returns.
    """
    totals = {name: rest for name, *rest in connection.execute(_TOTALS)}
    found = [_summary(row, totals.get(row[0], _NOTHING)) for row in connection.execute(_PORTALS)]
    return sorted(found, key=_place)


def _place(portal: PortalSummary) -> tuple[Any, ...]:
    return not portal.province_now, alphabetical(portal.province_now), alphabetical(portal.title)


def _summary(row: Sequence[Any], totals: Sequence[Any]) -> PortalSummary:
    count, plans, undated, first, last = totals
    values: tuple[Any, ...] = (
        *row[:10], bool(row[10]), bool(row[11]), count, int(plans), int(undated), first, last, *row[12:]
    )  # fmt: skip
    return PortalSummary(*values)


def coverage_of(connection: sqlite3.Connection, portals: Iterable[PortalSummary], filters: Filters) -> Coverage:
    """What the archive holds of the place and period where a search looked, whatever its words and type."""
    wanted = {_COLUMN_OF.get(column, column): getattr(filters, column) for column in _OF_PORTALS}
    asked = {column: value for column, value in wanted.items() if value}
    known = [portal for portal in portals if all(getattr(portal, name) == value for name, value in asked.items())]
    held = [portal for portal in known if portal.announcements]
    return Coverage(
        portals=len(held),
        known=len(known),
        excerpts=sum(portal.in_excerpts for portal in held),
        announcements=sum(portal.announcements for portal in held),
        undated=sum(portal.undated for portal in held),
        first=min((portal.first for portal in held if portal.first), default=None),
        last=max((portal.last for portal in held if portal.last), default=None),
        in_period=_in_period(connection, [portal.name for portal in held], filters),
    )


def coverage_words(language: Language, coverage: Coverage) -> str:
    """The coverage as a sentence, for pages, files and feeds."""
    t, number, date = translator(language), partial(number_words, language), partial(date_words, language)
    if not coverage.announcements:
        return t("coverage_none")
    sentence = t(
        "coverage_sentence",
        portals=number(coverage.portals),
        announcements=number(coverage.announcements),
        first=date((coverage.first or "")[:10]) or t("unknown"),
        last=date((coverage.last or "")[:10]) or t("unknown"),
        undated=number(coverage.undated),
    )
    period = "" if coverage.in_period is None else t("coverage_period", x=number(coverage.in_period))
    excerpts = t("coverage_excerpts", x=number(coverage.excerpts)) if coverage.excerpts else ""
    return " ".join(filter(None, (sentence, period, excerpts, t("no_hit_no_plan"))))


def _in_period(connection: sqlite3.Connection, names: list[str], filters: Filters) -> int | None:
    """How many announcements of these portals are dated within the period that was asked for; None without one."""
    conditions, values = filters.period()
    if not conditions:
        return None
    sql = f"SELECT count(*) FROM announcement a WHERE a.portal = ? AND {' AND '.join(conditions)}"  # noqa: S608
    return sum(int(connection.execute(sql, (name, *values)).fetchone()[0]) for name in names)
