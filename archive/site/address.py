"""Searches as addresses: /tra-cuu?q=…&tinh=…, read from a request and written into links."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, cast
from urllib.parse import urlencode

from archive.search import Filters, Order
from archive.search.known import KEYS, known_value
from archive.search.query import searched_part
from archive.site.words import catalogue
from archive.vietnamese.places import bearer_today, find_province, provinces
from archive.vietnamese.spelling import fold

PAGE_SIZE = 20
LONG_LINK = 1_000
PARAMETERS = {
    "province_now": "tinh",
    "province": "tinh-cu",
    "issuer": "ban-hanh",
    "posted_by": "noi-dang",
    "portal": "nguon",
    "system": "he-thong",
    "level": "cap",
    "document_type": "loai",
    "year": "nam",
    "month": "thang",
    "since": "tu",
    "until": "den",
}
FLAGS = {
    "plans": "ke-hoach",
    "undated": "khong-ngay",
    "attachments": "co-tep",
    "changed": "da-sua",
    "removed": "da-go",
}
ORDERS: dict[str, Order] = {"lien-quan": "relevance", "moi": "newest", "cu": "oldest"}
_ORDER_NAMES = {order: name for name, order in ORDERS.items()}
_YEAR = re.compile(r"[12]\d{3}", re.ASCII)
_MONTH = re.compile(r"[12]\d{3}-(?:0[1-9]|1[0-2])", re.ASCII)
_DAY = re.compile(r"[12]\d{3}-\d\d-\d\d", re.ASCII)
_TYPED_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
_LONGEST_VALUE = 300
_LAST_PAGE = 100_000
_BEFORE_THE_MERGERS = date(2025, 6, 30)


class FilterError(ValueError):
    """A filter whose value cannot be meant: its key in `Filters`, its name in addresses, and the value."""

    def __init__(self, key: str, value: str) -> None:
        self.key, self.name, self.value = key, (PARAMETERS | FLAGS)[key], value
        super().__init__(f"{self.name}={value}")


@dataclass(frozen=True, slots=True)
class SearchAddress:
    """What a search page was asked for."""

    text: str = ""
    filters: Filters = field(default_factory=Filters)
    order: Order = "relevance"
    page: int = 1

    @property
    def offset(self) -> int:
        """How many hits the pages before hold."""
        return (self.page - 1) * PAGE_SIZE

    def link(self, form: str = "") -> str:
        """The address of this search; `form` is "", "json", "csv", …"""
        query = [("q", self.text)] if self.text else []
        query += [(name, value) for key, name in PARAMETERS.items() if (value := getattr(self.filters, key))]
        query += [(name, "1") for key, name in FLAGS.items() if getattr(self.filters, key)]
        if self.order != default_order(self.text):
            query.append(("xep", _ORDER_NAMES[self.order]))
        if self.page > 1:
            query.append(("trang", str(self.page)))
        path = f"/tra-cuu.{form}" if form else "/tra-cuu"
        return f"{path}?{urlencode(query)}" if query else path

    @property
    def is_long(self) -> bool:
        """Whether a page had better not repeat it in hundreds of links."""
        return len(self.link()) > LONG_LINK

    def with_filter(self, **changes: Any) -> SearchAddress:
        """The same search with other filters, from its first page."""
        return replace(self, filters=replace(self.filters, **changes), page=1)

    def without_period(self, *, undated: bool = False) -> SearchAddress:
        """The same search at any time, or of what has no date."""
        return self.with_filter(year=None, month=None, since=None, until=None, undated=undated)

    def with_order(self, order: Order) -> SearchAddress:
        """The same search in another order, from its first page."""
        return replace(self, order=order, page=1)

    def with_page(self, page: int) -> SearchAddress:
        """Another page of the same search."""
        return replace(self, page=page)

    def chosen(self) -> list[tuple[str, str | bool]]:
        """The filters that are set, as name and value."""
        names = [*PARAMETERS, *FLAGS]
        return [(name, getattr(self.filters, name)) for name in names if getattr(self.filters, name)]


def default_order(text: str) -> Order:
    """Relevance where words were typed, the newest first where none were."""
    return "relevance" if text.strip() else "newest"


def read_address(arguments: Mapping[str, str]) -> SearchAddress:
    """The search that a query string asks for; raises FilterError, since a filter left out would show everything.

    Its text is what is searched, so that a hundred links do not repeat what is ignored.
    """
    text = searched_part((arguments.get("q") or "").strip())
    values = {
        key: _meant(key, value) for key, name in PARAMETERS.items() if (value := (arguments.get(name) or "").strip())
    }
    flags = {key: _is_on(key, (arguments.get(name) or "").strip()) for key, name in FLAGS.items()}
    page = arguments.get("trang") or "1"
    number = int(page) if page.isascii() and page.isdigit() and len(page) < 9 else 1
    order = ORDERS.get(arguments.get("xep") or "", default_order(text))
    filters = Filters(**cast(Any, values | flags))
    return SearchAddress(text, filters, order, max(1, min(number, _LAST_PAGE)))


def as_known(connection: sqlite3.Connection, address: SearchAddress) -> SearchAddress:
    """The search with portal, agencies and type as the archive writes them; raises FilterError for one it has not."""
    known: dict[str, Any] = {}
    for key in KEYS:
        if value := getattr(address.filters, key):
            known[key] = known_value(connection, key, value)
            if known[key] is None:
                raise FilterError(key, value)
    return replace(address, filters=replace(address.filters, **known))


def _is_on(key: str, value: str) -> bool:
    if value not in {"", "0", "1"}:
        raise FilterError(key, value[:_LONGEST_VALUE])
    return value == "1"


def _meant(key: str, value: str) -> str:
    """The value as the archive writes it; raises FilterError."""
    if key in _READERS:
        meant = _READERS[key](value)
    elif key in {"system", "level"}:
        meant = value if f"{key}_{value}" in catalogue() else None
    else:
        meant = value if value.isprintable() and len(value) <= _LONGEST_VALUE else None
    if meant is None:
        raise FilterError(key, value[:_LONGEST_VALUE])
    return meant


def _day(value: str) -> str | None:
    """A day as people in Việt Nam type it, 1/2/2020, or as 2020-02-01."""
    typed = _TYPED_DAY.fullmatch(value)
    day = f"{typed[3]}-{int(typed[2]):02}-{int(typed[1]):02}" if typed else value
    try:
        return date.fromisoformat(day).isoformat() if _DAY.fullmatch(day) else None
    except ValueError:
        return None


def _province_now(name: str) -> str | None:
    """A province of today by its name, with accents or without."""
    found = bearer_today(name)
    return found.name if found else None


def _former_province(name: str) -> str | None:
    """A province by the name that it bore, else the one that is usually meant by it."""
    bore = (province.name for province in provinces() if fold(province.name) == fold(name))
    found = find_province(name, on=_BEFORE_THE_MERGERS)
    return next(bore, found.name if found else None)


_READERS: dict[str, Callable[[str], str | None]] = {
    "province_now": _province_now,
    "province": _former_province,
    "year": lambda value: value if _YEAR.fullmatch(value) else None,
    "month": lambda value: value if _MONTH.fullmatch(value) else None,
    "since": _day,
    "until": _day,
}
