"""Searching: the page of results, and the same search as JSON and CSV."""

from __future__ import annotations

import csv
import io
import sqlite3
from dataclasses import asdict, replace
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response
from sqlite_utils import Database

from archive.search import Hit, SearchResults, search
from archive.search.results import SECONDS
from archive.site.address import PAGE_SIZE, SearchAddress, read_address
from archive.site.page import language, read, render
from archive.site.panels import chosen_filters, panels
from archive.site.plots import timeline
from archive.site.sources import Coverage, coverage_of

MOST_TAKEN = 500
COLUMNS = (
    "uid",
    "title",
    "published_at",
    "posted_by",
    "province",
    "province_now",
    "document_type",
    "is_plan",
    "url",
    "portal",
    "changed_at",
    "removed_at",
    "demo",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


async def results(request: Request, datasette: Datasette) -> Response:
    """The page of results: hits, facets, documents, timeline, coverage."""
    address = read_address(_single(request))
    found, coverage = await read(datasette, lambda connection: _found(connection, address), 2 * SECONDS)
    facets = found.facets
    context = {
        "address": address,
        "found": found,
        "coverage": coverage,
        "panels": panels(language(request), address, facets) if facets else [],
        "chosen": chosen_filters(language(request), address),
        "months": timeline(facets.values["month"] if facets else {}),
        "month_link": lambda label: period_link(address, label),
        "kept": _fields(replace(address, text="")),
        "kept_for_period": _fields(address.with_filter(since=None, until=None)),
        "suggested": replace(address, text=found.suggestion or ""),
        "last_page": -(-found.count // PAGE_SIZE),
        "seconds": int(SECONDS),
        "most_taken": MOST_TAKEN,
    }
    return await render(datasette, request, "results.html", context)


async def export(request: Request, datasette: Datasette) -> Response:
    """The first 500 hits of a search, as JSON with facets, or as CSV that Excel opens well."""
    address = read_address(_single(request))
    taken = await read(datasette, lambda connection: _search(connection, address, MOST_TAKEN, 0), 2 * SECONDS)
    if request.url_vars["form"] == "json":
        return Response.json(_as_json(address, taken))
    headers = {"Content-Disposition": 'attachment; filename="tra-cuu.csv"'}
    return Response(_as_csv(taken.hits), headers=headers, content_type="text/csv; charset=utf-8")


def period_link(address: SearchAddress, label: str) -> str:
    """The search limited to a month (2020-02) or a year (2020)."""
    period = {"year": None, "month": label} if "-" in label else {"year": label, "month": None}
    return address.with_filter(**period).link()


def _fields(address: SearchAddress) -> list[tuple[str, str]]:
    """The hidden fields by which a form keeps what was searched."""
    return parse_qsl(urlsplit(address.with_page(1).link()).query)


def _single(request: Request) -> dict[str, str]:
    return {name: request.args.get(name) or "" for name in request.args}


def _search(connection: sqlite3.Connection, address: SearchAddress, limit: int, offset: int) -> SearchResults:
    return search(
        Database(connection, recursive_triggers=False, execute_plugins=False),
        address.text,
        filters=address.filters,
        order=address.order,
        limit=limit,
        offset=offset,
        with_facets=True,
    )


def _found(connection: sqlite3.Connection, address: SearchAddress) -> tuple[SearchResults, Coverage]:
    return _search(connection, address, PAGE_SIZE, address.offset), coverage_of(connection, address.filters)


def _as_json(address: SearchAddress, found: SearchResults) -> dict[str, Any]:
    return {
        "query": address.text,
        "filters": {name: value for name, value in asdict(found.filters).items() if value},
        "order": found.order,
        "count": found.count,
        "counted_all": found.counted_all,
        "cut": found.cut,
        "suggestion": found.suggestion,
        "documents": [asdict(document) for document in found.documents],
        "facets": found.facets and {**found.facets.values, "states": found.facets.states},
        "truncated": found.count > len(found.hits),
        "hits": [
            {**{name: getattr(hit, name) for name in COLUMNS}, "excerpt": "".join(piece.text for piece in hit.excerpt)}
            for hit in found.hits
        ],
    }


def _as_csv(hits: tuple[Hit, ...]) -> str:
    """With the mark by which Excel knows UTF-8; no cell can begin a formula."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    for hit in hits:
        writer.writerow([_cell(getattr(hit, name)) for name in COLUMNS])
    return "\ufeff" + stream.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return int(value) if isinstance(value, bool) else value
