"""The values that a limit may have: a portal, an agency or a type that there is not would look like "no plans"."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from archive.errors import NoSuchPortalError, UsageError
from archive.vietnamese.documents.codes import TYPES, is_type
from archive.vietnamese.documents.types import TYPE_OF_WORD
from archive.vietnamese.places import bearer_today, find_province, province_now
from archive.vietnamese.spelling import fold, normalise

_ALL = {
    "portal": "SELECT name FROM portal",
    "posted_by": "SELECT DISTINCT agency FROM portal",
    "issuer": "SELECT name FROM agency",
}
_EXACT = {
    "portal": "SELECT 1 FROM portal WHERE name = ?",
    "posted_by": "SELECT 1 FROM portal WHERE agency = ?",
    "issuer": "SELECT 1 FROM agency WHERE name = ?",
    "document_type": "SELECT 1 FROM announcement WHERE document_type = ?1 "
    "UNION ALL SELECT 1 FROM document WHERE type = ?1",
}
KEYS = tuple(_EXACT)
"""Those filters whose values are a closed set that only the archive knows."""


def known_value(connection: sqlite3.Connection, key: str, value: str) -> str | None:
    """The value of a filter as the archive writes it, with accents or without; None where there is none such."""
    spelt = normalise(value)
    if connection.execute(f"{_EXACT[key]} LIMIT 1", (spelt,)).fetchone() or (key == "document_type" and is_type(spelt)):
        return spelt
    if key == "document_type":
        return _alike(value, TYPES | set(TYPE_OF_WORD.values()))
    return _alike(value, (name for (name,) in connection.execute(_ALL[key])))


def known_portal(connection: sqlite3.Connection, name: str | None) -> str | None:
    """The portal of that name, None where none is asked for; raises NoSuchPortalError."""
    if name is None:
        return None
    found = known_value(connection, "portal", name)
    if found is None:
        raise NoSuchPortalError(name)
    return found


def province_today(connection: sqlite3.Connection, name: str | None) -> str | None:
    """A province of today as the archive calls it, None where none is asked for; raises UsageError."""
    if name is None or connection.execute("SELECT 1 FROM portal WHERE province_now = ?", (name,)).fetchone():
        return name
    if today := bearer_today(name):
        return today.name
    former = find_province(name)
    if former is None:
        raise UsageError(f"There is no province {name!r}; write its name of today, for example Quảng Ngãi.")
    today_of = province_now(former).name
    raise UsageError(f"{former.name} is part of {today_of} today; ask for that, or for a portal of it with --portal.")


def province_ever(connection: sqlite3.Connection, name: str | None) -> str | None:
    """A province by a name that it bears or bore, None where none is asked for; raises UsageError."""
    held = "SELECT 1 FROM portal WHERE ? IN (province, province_now)"
    if name is None or connection.execute(held, (name,)).fetchone():
        return name
    found = find_province(name)
    if found is None:
        raise UsageError(f"There is no province {name!r} and there was none.")
    return found.name


def _alike(value: str, names: Iterable[str]) -> str | None:
    """The one name that reads the same without accents and capitals; None where none or several do."""
    wanted = fold(value)
    found = [name for name in names if fold(name) == wanted]
    return found[0] if len(found) == 1 else None
