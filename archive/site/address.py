"""Searches as addresses: /tra-cuu?q=…&tinh=…, read from a request and written into links."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, cast
from urllib.parse import urlencode

from archive.search import Filters, Order

PAGE_SIZE = 20
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
_SHAPES = {
    "year": re.compile(r"[12]\d{3}"),
    "month": re.compile(r"[12]\d{3}-(?:0[1-9]|1[0-2])"),
    "since": re.compile(r"[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"),
    "until": re.compile(r"[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"),
}
_TYPED_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
_LONGEST_VALUE = 300
_LAST_PAGE = 100_000


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
    """The search that a query string asks for; what makes no sense is left out, never an error."""
    text = (arguments.get("q") or "").strip()
    values = {
        key: value[:_LONGEST_VALUE]
        for key, name in PARAMETERS.items()
        if (value := _as_iso(key, (arguments.get(name) or "").strip())) and _makes_sense(key, value)
    }
    flags = {key: True for key, name in FLAGS.items() if arguments.get(name)}
    page = arguments.get("trang") or "1"
    number = int(page) if page.isascii() and page.isdigit() and len(page) < 9 else 1
    order = ORDERS.get(arguments.get("xep") or "", default_order(text))
    filters = Filters(**cast(Any, values | flags))
    return SearchAddress(text, filters, order, max(1, min(number, _LAST_PAGE)))


def _as_iso(key: str, value: str) -> str:
    """A day as people in Việt Nam type it, 1/2/2020, as 2020-02-01; anything else as it is."""
    typed = _TYPED_DAY.fullmatch(value) if key in {"since", "until"} else None
    return f"{typed[3]}-{int(typed[2]):02}-{int(typed[1]):02}" if typed else value


def _makes_sense(key: str, value: str) -> bool:
    shape = _SHAPES.get(key)
    return value.isprintable() and (shape is None or bool(shape.fullmatch(value)))
